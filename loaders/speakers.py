"""我们厂, 公司 in a quotation: the firm of the one who is quoted, named behind the closing mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Step
from loaders.values import CAPTION, Mention, Reading

_QUOTED = re.compile("“([^“”]{6,160})”")
_OWN_FIRM = re.compile(
    "(?:我们|咱们|俺们)(?:的)?(?:公司|企业|工厂|厂子|厂)(?!家|房|长)|(?:^|(?<=[，。；：、！？“]))(?:公司|厂子|工厂)"
)
_SAYS = re.compile("[^。；！？“”]{0,16}?(?:说|介绍|表示|告诉|坦言|回忆|道)")
_REACH = 40


def firms_of_speakers(reading: Reading) -> Iterator[Mention]:
    """A mention for every such word; its antecedent is where the firm is named."""
    for number, block in enumerate(reading.blocks):
        plain = block.text.plain
        if block.kind == CAPTION or "“" not in plain:
            continue
        for quote in _QUOTED.finditer(plain):
            firm = _speaker(reading, number, plain, quote.end())
            for hit in _OWN_FIRM.finditer(plain, quote.start(1), quote.end(1)) if firm is not None else ():
                assert firm is not None
                step = Step("", "topic", hit.group(), firm.entity.name)
                where = (firm.block, firm.start, firm.end)
                yield Mention(number, hit.start(), hit.end(), hit.group(), firm.entity, step, where)


def speakers_firm(reading: Reading, block: int, position: int) -> Mention | None:
    """The firm of the one whose quoted words stand at a position; None outside quotations."""
    plain = reading.blocks[block].text.plain
    close = plain.find("”", position)
    quoted = close >= 0 and plain.rfind("“", 0, position) > plain.rfind("”", 0, position)
    return _speaker(reading, block, plain, close + 1) if quoted else None


def _speaker(reading: Reading, block: int, plain: str, close: int) -> Mention | None:
    """The firm behind a closing mark, where somebody of it says the words."""
    for mention in reading.within(block, close, close + _REACH):
        if "。" in plain[close : mention.start]:
            return None
        if mention.label == "Company" and mention.step is None:
            return mention if _SAYS.match(plain, mention.end) else None
    return None
