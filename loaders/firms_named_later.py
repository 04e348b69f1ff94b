"""Firms that are told of first and named after: 一家厦门企业落户甲园。企业名叫乙; and those told again: 这家佛山企业.

The word that stands for such a firm (企业, 雨伞厂) becomes a mention of it, so that the frames read the sentence as if it
named the firm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Step
from loaders.values import CAPTION, Mention, Reading

_KIND = "企业|公司|集团|合作社|工厂|厂子|老字号|商行|[一-鿿]厂|厂"
_NAMING = re.compile(  # 这家雨伞厂叫“甲”, 企业名叫甲, 公司的名字叫甲, 厂名“甲”, 起名甲
    rf"(?:^|[，。；：！？—”])(?:这|那|该|新|[这那新]家|如今|现在)?[一-鿿]{{0,5}}?(?P<kind>{_KIND})的?"
    r"(?:名字|名称|全名|全称|注册名|厂名|店名|名号)?(?:就|便|也)?(?:名?叫|取名|起名|名为|定名|名)[做作为]?[“《]?$"
    r"|(?P<kindless>，(?:取名|起名|定名|名叫|名为|注册名为?|注册名叫|叫)[做作为]?[“《]?)$"
)
_FIRST_TOLD = re.compile(  # 一家做刀具的厦门企业, 开了家海鲜酱厂, 建起一座鞋厂
    rf"(?:(?:[一首这那]|第一|头一|又一|另一|某|唯一一)[家个座]|(?<=[了起过来下])[家座])(?P<like>[^，。；：“”、]{{0,18}}?)(?P<kind>{_KIND})"
    r"(?=[，。；、：—]|[^家主商房长区址里内方员门级级界业人])"
)
_AGAIN = re.compile(  # 这家佛山企业, 这家以罐头起家的企业
    r"(?:这|那|该)家(?P<like>[^，。；：“”、]{1,14}?)(?P<kind>企业|公司|工厂|厂子|老字号|厂家|集团)(?=[，。；、]|[^家主商房长区址员级界业人的])"
)
_REACH = 150  # characters between the first telling and the name


def firms_told_before(reading: Reading) -> Iterator[Mention]:
    """A mention for every word that stands for a firm which only later words name, or which this one brings up again."""
    for number, block in enumerate(reading.blocks):
        if block.kind == CAPTION:
            continue
        firms = [m for m in reading.mentions if m.block == number and m.label == "Company" and m.step is None]
        for firm in firms:
            yield from _told_first(reading, firm)
        yield from _told_again(reading, number)


def _told_first(reading: Reading, firm: Mention) -> Iterator[Mention]:
    """The words of this paragraph or the one before that tell of the firm without its name, where the name is given here."""
    plain = reading.blocks[firm.block].text.plain
    naming = _NAMING.search(plain[max(0, firm.start - 24) : firm.start])
    earlier = (m for m in reading.mentions if m.entity.id == firm.entity.id)
    if naming is None or next(earlier) is not firm:
        return
    places = [(firm.block, plain[: firm.start - len(naming.group())])]
    if naming["kindless"] is None and firm.start < 30 and firm.block > 0:
        places.append((firm.block - 1, reading.blocks[firm.block - 1].text.plain))
    for block, text in places:
        low = max(0, len(text) - _REACH) if block == firm.block else max(0, len(text) - _REACH + firm.start)
        hits = [h for h in _FIRST_TOLD.finditer(text, low) if _same_kind(h["kind"], naming["kind"])]
        if hits:
            yield from _standing_for(block, hits[-1], firm)
            return


def _same_kind(first: str, then: str | None) -> bool:
    """Whether the two words can mean one firm: 雨伞厂 and 厂子, 企业 and 公司; a cooperative is no 公司."""
    return then is None or "社" not in first + then or ("社" in first and "社" in then)


def _told_again(reading: Reading, number: int) -> Iterator[Mention]:
    """这家佛山企业 is the firm that the sentences right before speak of."""
    plain = reading.blocks[number].text.plain
    for hit in _AGAIN.finditer(plain):
        before = [m for m in reading.mentions if m.label == "Company" and m.block == number and m.end <= hit.start()]
        if before and before[-1].step is None and hit.start() - before[-1].end <= 60:
            yield from _standing_for(number, hit, before[-1])


def _standing_for(block: int, hit: re.Match[str], firm: Mention) -> Iterator[Mention]:
    start, end = hit.span("kind")
    step = Step("", "topic", hit["kind"], firm.entity.name)
    yield Mention(block, start, end, hit["kind"], firm.entity, step, (firm.block, firm.start, firm.end))
