"""Cadres, specialists and teachers who move between the two sides: who sends them and who receives them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from loaders.measure_actors import FREE, OBLIQUE, Actor
from loaders.measure_figures import Figure
from loaders.measure_frames import frames
from loaders.measure_scene import Scene
from loaders.measure_search import sentences_before
from loaders.measure_subject import AMBIGUOUS, UNKNOWN, Subject, coordinate

_SENDS = re.compile(r"^[^，。；]{0,4}(?:派出|选派|派|送)")
_MARKS = "“”‘’《》"


def moves(scene: Scene, figure: Figure, people: str) -> list[tuple[str, Subject]] | str:
    """The indicators (`cadres_sent`, `cadres_received` ...) with their subjects, or the reason why there are none."""
    row = scene.actors[figure.sentence]
    own = [a for a in row if a.label == "Region" and a.entity is a.mention.entity and not a.outer]
    bodies = [a for a in row if a.label in ("Facility", "Organization") and a.case == FREE]
    receives = _receives(scene, figure)
    if receives:
        sender = _nearest(figure, [a for a in own if _between(scene, receives, a, figure)]) or _origin(
            scene, figure, own
        )
        receiver = _acting(scene, figure, _others([*own, *bodies], sender)) or _subject(scene, figure, sender)
    else:
        receiver = _destination(scene, figure, own)
        sender = _origin(scene, figure, _others(own, receiver)) or _acting(
            scene, figure, _others([*own, *bodies], receiver)
        )
        sender = sender or _subject(scene, figure, receiver)
    found = [(f"{people}_sent", sender), (f"{people}_received", receiver)]
    if any(actor is not None and _in_list(scene, actor, row) for _, actor in found):
        return f"{AMBIGUOUS}: several places send or receive them together"
    known = [(indicator, Subject(actor.entity, actor)) for indicator, actor in found if actor is not None]
    return known or UNKNOWN


def _others(actors: list[Actor], but: Actor | None) -> list[Actor]:
    return [a for a in actors if but is None or a.entity.id != but.entity.id]


def _in_list(scene: Scene, actor: Actor, row: list[Actor]) -> bool:
    return any(coordinate(scene, actor, other) for other in row)


def _subject(scene: Scene, figure: Figure, but: Actor | None) -> Actor | None:
    """The division that acts in the sentences before, unless the speaker means his own (我们)."""
    if "我" in figure.clause_words:
        return None
    for number in sentences_before(scene, figure.sentence):
        acting = [a for a in scene.actors[number] if a.label == "Region" and a.case == FREE and not a.listed]
        acting = _others(acting, but)
        if acting:
            return acting[0]
    return None


def _receives(scene: Scene, figure: Figure) -> int:
    """Where the clause says that people are received, else 0."""
    sentence = scene.reading.sentences[figure.sentence]
    start, _ = sentence.clauses[figure.clause]
    match = _patterns()["receive"].search(scene.reading.plain(sentence.block, start, figure.start))
    return start + match.end() if match else 0


def _between(scene: Scene, start: int, actor: Actor, figure: Figure) -> bool:
    return actor.clause == figure.clause and start <= actor.mention.start < figure.start


def _nearest(figure: Figure, actors: list[Actor]) -> Actor | None:
    return min(actors, key=lambda a: abs(a.mention.start - figure.start), default=None)


def _origin(scene: Scene, figure: Figure, actors: list[Actor]) -> Actor | None:
    """The division that the people are said to come from: 来自X的, X来的, 12名X教师."""
    for clause in (figure.clause, figure.clause - 1):
        here = [a for a in actors if a.clause == clause]
        led = [a for a in here if _touches(scene, a, "from", None) or _touches(scene, a, None, "comes_after")]
        if led:
            return _nearest(figure, led)
        after = [a for a in here if 0 <= a.mention.start - figure.end <= 1]
        if after:
            return after[0]
    return None


_AID = re.compile(r"援[\u4e00-\u9fff]|对口支援|支教")


def _acting(scene: Scene, figure: Figure, actors: list[Actor]) -> Actor | None:
    """Who acts in the clause or in one before it; where they are called aid workers, only a helper can."""
    if _AID.search(figure.clause_words) and any(scene.is_helper(a.entity) for a in actors):
        actors = [a for a in actors if scene.is_helper(a.entity)]
    for clause in range(figure.clause, -1, -1):
        here = [a for a in actors if a.clause == clause and a.case != OBLIQUE and a.mention.start < figure.start]
        if here:
            free = [a for a in here if a.case == FREE]
            return (free or here)[-1]
    return None


def _destination(scene: Scene, figure: Figure, actors: list[Actor]) -> Actor | None:
    """The division they go to: 到X, also at the beginning of the next clause."""
    start, _ = (*scene.reading.sentences[figure.sentence].clauses, (0, 0))[figure.clause + 1]
    here = [a for a in actors if a.clause == figure.clause]
    here += [a for a in actors if a.clause == figure.clause + 1 and a.mention.start - start <= 3]
    return next((a for a in here if _touches(scene, a, "to", None)), None)


def _touches(scene: Scene, actor: Actor, before: str | None, after: str | None) -> bool:
    """Whether one of the words stands right before or right after the name."""
    plain = scene.reading.blocks[actor.mention.block].text.plain
    if before is not None:
        return _patterns()[before].search(plain[: actor.head].rstrip(_MARKS)[-8:]) is not None
    return _patterns()[after or ""].match(plain[actor.mention.end :][:8].lstrip(_MARKS)) is not None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = frames().settings["moves"]
    any_of: Callable[[str], str] = lambda name: "|".join(
        sorted(map(re.escape, words[name]), key=lambda w: (-len(w), w))
    )
    return {
        "to": re.compile(f"(?:{any_of('to')})了?$"),
        "from": re.compile(f"(?:{any_of('from')})$"),
        "comes_after": re.compile(f"(?:{any_of('comes_after')})"),
        "receive": re.compile(f"(?:{any_of('receive')})"),
    }


def sent_by(scene: Scene, figure: Figure) -> Subject | None:
    """The division that the clause says sends them, where it goes on from another figure: 其中淄博派出52名."""
    sentence = scene.reading.sentences[figure.sentence]
    for actor in scene.actors[figure.sentence]:
        if figure.since <= actor.mention.start < figure.start and actor.label == "Region" and actor.case == FREE:
            if _SENDS.search(scene.reading.plain(sentence.block, actor.mention.end, figure.start)):
                return Subject(actor.entity, actor)
    return None
