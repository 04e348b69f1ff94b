"""Who took over from somebody who was sent: 接替丙的是甲局的丁, 丙则由甲局的丁接替."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model import Step
from loaders.chart import Chart
from loaders.post_shapes import CALLED, PERSON
from loaders.proposals import clause_span
from loaders.sending_ends import End, Sent
from loaders.values import Mention

_TAKES_OVER = "(?:接替|接棒|接任|接手|接力|继任|接班|顶替|顶上|接过)"
_OTHERS = f"[^。；“{PERSON}]"
_SHAPES = [
    re.compile(
        f"(?:接替|接任|接棒|顶替|替换|换下)了?(?P<old>{PERSON}){CALLED}(?:的|，){_OTHERS}{{0,24}}(?P<new>{PERSON})"
    ),
    re.compile(f"(?P<new>{PERSON}){CALLED}{_OTHERS}{{0,12}}(?:接替|接任|接棒|顶替|接了?|替换)了?(?P<old>{PERSON})"),
    re.compile(
        f"(?P<old>{PERSON}){_OTHERS}{{0,30}}(?:由|交给了?|换成了?){_OTHERS}{{0,24}}(?P<new>{PERSON}){CALLED}(?:前?来)?{_TAKES_OVER}"
    ),
]


def pass_on(charts: Sequence[Chart], told: dict[str, Sent]) -> None:
    """Lets those who took over from somebody who was sent have been sent to the same place."""
    for row in charts:
        if "接" not in row.code and "替" not in row.code:
            continue
        for shape in _SHAPES:
            for hit in shape.finditer(row.code):
                _inherit(row, hit, told)


def _inherit(row: Chart, hit: re.Match[str], told: dict[str, Sent]) -> None:
    ends = [row.items[hit.start(name)] for name in ("old", "new")]
    old, new = (told.get(e.entity.id) if isinstance(e, Mention) else None for e in ends)
    if old is None or new is None or old is new or new.receivers or not old.receivers:
        return
    words = clause_span(row.sentence, row.starts[hit.start()], row.ends[hit.end() - 1])
    new.cue = new.cue or (words,)
    new.senders += [] if new.senders else new.home
    for end in old.receivers:
        step = Step("object", "topic", "", end.entity.name)
        new.receivers.append(End(end.entity, (words, *end.spans), (*end.because, step)))
