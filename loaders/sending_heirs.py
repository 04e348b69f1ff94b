"""Who took over from somebody who was sent: 接替丙的是甲局的丁, 丙则由甲局的丁接替."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model import Step
from loaders.chart import SIGNS, Chart
from loaders.post_shapes import CALLED, PERSON
from loaders.proposals import clause_span
from loaders.sending_ends import End, Sent
from loaders.topics import level
from loaders.values import Mention

_TAKES_OVER = "(?:接替|接棒|接任|接手|接力|继任|接班|顶替|顶上|接过)"
_OTHERS = f"[^。；“{PERSON}]"
_SHAPES = [
    re.compile(
        f"(?:接替|接任|接棒|顶替|替换|换下|接)了?(?P<old>{PERSON}){CALLED}(?:的?[班棒岗])?(?:的|，){_OTHERS}{{0,24}}(?P<new>{PERSON})"
    ),
    re.compile(f"(?P<new>{PERSON}){CALLED}{_OTHERS}{{0,12}}(?:接替|接任|接棒|顶替|接了?|替换)了?(?P<old>{PERSON})"),
    re.compile(
        f"(?P<old>{PERSON}){_OTHERS}{{0,30}}(?:由|交给了?|换成了?){_OTHERS}{{0,24}}(?P<new>{PERSON}){CALLED}(?:前?来)?{_TAKES_OVER}"
    ),
]

_UNNAMED = re.compile(  # who went before is told in the sentences before
    f"(?:^|[，。；])(?:如今|现在|现任|后来|今年|目前)?(?:(?:接任|继任|接替|接班|接棒|接手)(?:者|的|人)|接过[^，。；“{PERSON}]{{1,8}}的)"
    f"(?:则|正)?(?:是|为|叫|，)?{_OTHERS}{{0,20}}?(?P<new>{PERSON})"
)
_OF_HOME = re.compile(f"(?:是|由|为|叫|来了?|给了?)[{SIGNS['Region']}{SIGNS['Organization']}{SIGNS['Facility']}]的$")
_ELSEWHERE = re.compile("[^。；]{0,10}(?:换成|换到|换了|改在|改到|转到|挪到|移到)")
_SAME_HOUSE = re.compile("同[院校局单公医科系]")


def pass_on(charts: Sequence[Chart], told: dict[str, Sent]) -> None:
    """Lets those who took over from somebody who was sent have been sent to the same place."""
    for row in charts:
        if "接" not in row.code and "替" not in row.code:
            continue
        for shape in _SHAPES:
            for hit in shape.finditer(row.code):
                _inherit(row, hit, told)
        for hit in _UNNAMED.finditer(row.code):
            _inherit(row, hit, told)


def _inherit(row: Chart, hit: re.Match[str], told: dict[str, Sent]) -> None:
    ends = [row.items[hit.start(name)] for name in hit.groupdict()]
    old, new = (told.get(e.entity.id) if isinstance(e, Mention) else None for e in [ends[0], ends[-1]])
    if hit.re is _UNNAMED and new is not None:
        old = _last_before(new, told)
    if old is None or new is None or old is new or new.receivers or not old.receivers:
        return
    words = clause_span(row.sentence, row.starts[hit.start()], row.ends[hit.end() - 1])
    new.cue = new.cue or (words,)
    new.senders += [] if new.senders else new.home
    home = row.items[hit.start("new") - 2] if _OF_HOME.search(row.code, 0, hit.start("new")) else None
    if not new.senders and isinstance(home, Mention):
        new.senders.append(End(home.entity, (words,)))  # 接他班的是甲区的丁
    if not new.senders:  # who sent the one before sent this one: the region, a body only where the words say so
        same = _SAME_HOUSE.search(row.code[hit.start() : hit.end()]) is not None
        shared = [e for e in old.senders if same or (0 < level(e.entity) < 4)]
        new.senders += [
            End(e.entity, (words, *e.spans), (*e.because, Step("object", "topic", "", e.entity.name))) for e in shared
        ]
    # Not the whole province as well, nor an office: in which of them he serves, his own post tells.
    within = [e for e in old.receivers if level(e.entity) != 1 and e.entity.label != "Organization"] or old.receivers
    if _ELSEWHERE.search(row.code, hit.end()):
        within = [e for e in within if 0 < level(e.entity) < 4]  # 工作的地方换成了丁乡: in the same county
    for end in within:
        step = Step("object", "topic", "", end.entity.name)
        new.receivers.append(End(end.entity, (words, *end.spans), (*end.because, step)))


def _last_before(new: Sent, told: dict[str, Sent]) -> Sent | None:
    """The last of those named before who is told to have been sent somewhere."""
    last: Sent | None = None
    for sent in told.values():
        if sent is new:
            return last
        last = sent if sent.cue and sent.receivers else last
    return None
