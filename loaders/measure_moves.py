"""Cadres, specialists and teachers who move between the two sides: who sends them and who receives them."""

from __future__ import annotations

import re
from collections import Counter

from loaders.gazetteer import significant
from loaders.measure_actors import FREE, Actor
from loaders.measure_beside import in_list
from loaders.measure_discussed import sentences_before
from loaders.measure_figures import Figure
from loaders.measure_frames import cue
from loaders.measure_helps import helper_and_helped
from loaders.measure_lists import MARKS
from loaders.measure_move_ends import destination, led_by, nearest, origin, receives_before, who_acts
from loaders.measure_parts import county_of
from loaders.measure_rule import before
from loaders.measure_scene import Scene
from loaders.measure_subject import AMBIGUOUS, UNKNOWN, Subject
from loaders.topics import home, level

_PROVINCE, _COUNTY = 1, 3  # levels of divisions
_SENDERS = ("Facility", "Organization", "Company")


def moves(scene: Scene, figure: Figure, people: str) -> list[tuple[str, Subject]] | str:
    """The indicators (`cadres_sent`, `cadres_received` ...) with their subjects, or the reason why there are none."""
    if re.search(cue("both_ways"), figure.clause_words):
        return f"{AMBIGUOUS}: they go both ways"
    row = [a for a in scene.of(figure) if a.entity is a.mention.entity and not a.outer]
    places = [a for a in row if a.label == "Region"]
    actors = [*places, *(a for a in row if a.label in _SENDERS and a.case == FREE)]
    receives = receives_before(scene, figure)
    sender: Actor | None
    receiver: Actor | None
    if receives:
        near = [a for a in places if a.clause == figure.clause and receives <= a.mention.start < figure.start]
        sender = nearest(figure, near) or origin(scene, figure, places)
        places = _others([a for a in row if a.label in ("Region", "Facility")], sender)
        receiver = destination(scene, figure, [a for a in places if a.mention.start >= figure.end])
        receiver = (
            receiver
            or who_acts(scene, figure, _on_the_spot(scene, _others(actors, sender)))
            or _discussed(scene, figure, sender)
        )
        receiver = receiver or _helped_by(scene, figure)
    else:
        pair = helper_and_helped(scene, figure, places)
        receiver = destination(scene, figure, places)
        sender = origin(scene, figure, _others(places, receiver))
        if sender is None and pair is not None and receiver is None:
            sender, receiver = pair  # 甲区对口乙县以来派驻61人
        if sender is None:
            sender = who_acts(scene, figure, _others(actors, receiver)) or _of_speaker(scene, figure, receiver)
            sender = sender or _discussed(scene, figure, receiver)
            if sender and receiver is None and _come_there(figure) and scene.topics.is_helped(sender.entity):
                sender, receiver = None, sender
    if not receives and _acts_nameless(scene, figure, sender):
        return UNKNOWN
    sender = _home_of(scene, figure, sender) if sender else None
    if receiver is None and sender is not None and scene.is_helper(sender.entity) and level(sender.entity) != _PROVINCE:
        receiver = _helped_by(scene, figure)
    same_team = re.search(cue("same_team"), figure.clause_words) is not None
    if not (sender or receiver or receives) and (same_team or not scene.of(figure)):
        sender = _only_helper(scene)
    if sender and receiver and scene.is_helper(sender.entity) and scene.is_helper(receiver.entity):
        receiver = None  # a team of the helper's own asks them in: whom they come to is not said
    found = [(f"{people}_sent", sender), (f"{people}_received", receiver)]
    known = [(indicator, Subject(actor.entity, actor)) for indicator, actor in found if actor is not None]
    alone = [(i, s) for i, s in known if not (in_list(scene, s.actor) or _ends_list(scene, s.actor))]
    if known and not alone:
        return f"{AMBIGUOUS}: several places send or receive them together"
    return alone or UNKNOWN


def _on_the_spot(scene: Scene, actors: list[Actor]) -> list[Actor]:
    """Those that do not belong to the helping side: its schools and teams receive none of its own people."""
    return [a for a in actors if not scene.is_of_helper(a)]


def _home_of(scene: Scene, figure: Figure, sender: Actor) -> Actor:
    """The helping division to which an office or team belongs: its people are those of the division."""
    if sender.label != "Organization":
        return sender
    division = home(sender.entity)
    for row in reversed(scene.actors[: figure.sentence + 1]):
        for actor in reversed(row):
            if actor.label == "Region" and actor.entity.id == division.id and scene.is_helper(actor.entity):
                return actor
    return sender


def _helped_by(scene: Scene, figure: Figure) -> Actor | None:
    """Where helpers go that are only said to be sent: the place that the sentence is about, else the helped county."""
    told = [a for a in before(figure, scene.of(figure)) if a.case == FREE and a.label in ("Region", "Facility")]
    told = [a for a in told if not (a.outer or a.listed or scene.is_helper(a.entity))]
    told = [a for a in told if not scene.is_of_helper(a)]
    found = told[-1] if told else county_of(scene, figure.sentence)
    if found is None or (found.label == "Region" and level(found.entity) < _COUNTY):
        return None  # whom of a prefecture they help is not said
    return found


def _acts_nameless(scene: Scene, figure: Figure, sender: Actor | None) -> bool:
    """Whether the clause begins with a body that is not named otherwise: 学校选派66名教师."""
    start, _ = scene.reading.sentences[figure.sentence].clauses[figure.clause]
    if sender is not None and sender.mention.start >= start:
        return False
    nameless = scene.nameless.get(figure.sentence, [])
    return any(start <= at < figure.start and set(labels) & set(_SENDERS) for at, labels in nameless)


def _come_there(figure: Figure) -> bool:
    """Whether the words tell of people who have come to the place that is spoken of: 派来的干部一共4个."""
    before, _ = figure.words.split("#", 1)
    return re.search("派(?:来|在|驻)的?[^，。；R]{0,8}(?:，[^〇]*)?$", before) is not None


def _only_helper(scene: Scene) -> Actor | None:
    """The helping division of an article that has only one: a bulletin names it once, at its head."""
    places = [a for row in scene.actors for a in row if a.mention.label == "Region" and scene.is_helper(a.entity)]
    codes = sorted({a.entity.code or "" for a in places})
    longest = max(codes, key=lambda code: len(significant(code)), default="")
    if not longest or any(not longest.startswith(significant(code)) for code in codes):
        return None
    named = Counter(a.entity.id for a in places)
    return max(places, key=lambda a: (named[a.entity.id], len(significant(a.entity.code or ""))))


def _ends_list(scene: Scene, actor: Actor) -> bool:
    """Whether the name is the last of a list, also of another kind: 三区及市直学校."""
    return scene.before(actor)[: actor.head].rstrip(MARKS).endswith(("及", "、"))


def sent_by(scene: Scene, figure: Figure) -> Subject | None:
    """The division that the clause says sends them, where it goes on from another figure: 其中淄博派出52名."""
    for actor in before(figure, scene.of(figure)):
        free = actor.case == FREE or (scene.is_helper(actor.entity) and led_by(scene, actor, "from"))
        if figure.since <= actor.mention.start and actor.label == "Region" and free and not actor.outer:
            between = scene.text(figure)[actor.mention.end : figure.start]
            if scene.is_helper(actor.entity) and between.strip(MARKS) in ("", "的", "有", "派出"):
                return Subject(actor.entity, actor)
            if re.match(f"[^，。；]{{0,4}}{cue('sends')}", between):
                return Subject(actor.entity, actor)
    return None


def from_to(scene: Scene, figure: Figure, people: str) -> tuple[tuple[str, Subject], ...]:
    """Who sends and who receives where a clause says no more than that: 甲县到乙区4名."""
    places = [a for a in before(figure, scene.of(figure)) if a.label == "Region" and not a.outer]
    places = [a for a in places if a.clause == figure.clause and a.entity is a.mention.entity]
    if len(places) != 2 or not led_by(scene, places[1], "to"):
        return ()
    between = scene.text(figure)[places[0].mention.end : places[1].mention.start].strip(MARKS)
    if len(between) > 3 or scene.text(figure)[places[1].mention.end : figure.start].strip(MARKS) not in (
        "",
        "的",
        "有",
    ):
        return ()
    return (f"{people}_sent", Subject(places[0].entity, places[0])), (
        f"{people}_received",
        Subject(places[1].entity, places[1]),
    )


def _others(actors: list[Actor], but: Actor | None) -> list[Actor]:
    return [a for a in actors if but is None or a.entity.id != but.entity.id]


def _discussed(scene: Scene, figure: Figure, but: Actor | None) -> Actor | None:
    """The division that acts in the sentences before, unless the speaker means his own (我们)."""
    if "我" in figure.clause_words:
        return None
    for number in sentences_before(scene, figure.sentence):
        acting = [
            a for a in scene.actors[number] if a.label == "Region" and a.case == FREE and not (a.listed or a.outer)
        ]
        acting = [a for a in acting if but is None or not _overlap(a.entity.code, but.entity.code)]
        if _others(acting, but):
            return _others(acting, but)[0]
    return None


def _overlap(one: str | None, other: str | None) -> bool:
    """Whether one division lies in the other: nobody is sent from a county to a town of it."""
    first, second = sorted((significant(one or ""), significant(other or "")), key=len)
    return bool(first) and second.startswith(first)


def _of_speaker(scene: Scene, figure: Figure, receiver: Actor | None) -> Actor | None:
    """The division whose office tells of its own people: 甲县卫健局主任某某介绍，有15名本地医生到乙区进修."""
    if not re.search(cue("own_people"), figure.clause_words):
        return None
    offices = [a for a in before(figure, scene.of(figure)) if a.label == "Region" and a.entity is not a.mention.entity]
    offices = [a for a in offices if a.clause < figure.clause and not scene.is_helper(a.entity)]
    return next(iter(_others(offices, receiver)), None)
