"""Whose figure it is: the rules of loaders/frames/figures.yaml, and what makes a subject doubtful."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from graph.model import Entity
from loaders.measure_actors import FREE, OBLIQUE, Actor
from loaders.measure_beside import in_list
from loaders.measure_earner import earner, is_relative
from loaders.measure_figures import Figure
from loaders.measure_firm import firm
from loaders.measure_frames import cue, frames
from loaders.measure_helped_money import pays_itself
from loaders.measure_instead import payer_of, takes_in, team, tradesman, whole_of
from loaders.measure_parts import county_of, in_turn
from loaders.measure_reach import out_of_reach
from loaders.measure_receiver import receiver
from loaders.measure_roles import event, giver, investor, nearest, seller, sender, trainer
from loaders.measure_rule import Rule, before
from loaders.measure_scene import Scene
from loaders.measure_search import only_places, owner
from loaders.measure_sections import of_report
from loaders.measure_speaker import speaking_for

AMBIGUOUS = "two subjects fit"
BESIDE = "and others of its kind"
UNKNOWN = "no subject fits"
NAMELESS = "what the words stand for is not named"
OWN_MONEY = "it is the helped side's own money"
_ITEM = 24  # characters: so short is an item of a list
_OF_FIRMS = ("firm", "seller", "investor")
_SEVERAL = re.compile(
    r"(?:[三四五六七八九十]|(?<!\d)(?:[3-9]|\d{2,})|几|多)[个对]?(?:结对)?(?:市县|县区|县市|县)(?![委城级])"
)
_SEARCHES: dict[str, Callable[[Scene, Figure, Rule], Iterator[list[Actor]]]] = {
    "owner": owner,
    "firm": firm,
    "nearest": nearest,
    "receiver": receiver,
    "giver": giver,
    "event": event,
    "seller": seller,
    "investor": investor,
    "trainer": trainer,
    "sender": sender,
    "earner": earner,
}


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject found and the actor that names it."""

    entity: Entity
    actor: Actor


@cache
def rules() -> dict[str, Rule]:
    """The rules of loaders/frames/figures_subjects.yaml."""
    return {
        name: Rule(
            tuple(row["labels"]),
            bool(row.get("helped")),
            row.get("by", "owner"),
            row.get("reach", 99),
            bool(row.get("teams")),
        )
        for name, row in frames().settings["subjects"].items()
    }


Trust = Callable[[Subject, str], bool]


def subject_of(scene: Scene, figure: Figure, rule: Rule, trusts: Trust | None = None) -> Subject | str:
    """The subject of a figure, or the reason why there is none.

    trusts: whether a subject is kept though there is a doubt.
    """
    if _sums_up_firms(figure):
        rule = replace(rule, labels=tuple(label for label in rule.labels if label not in ("Company", "Workshop")))
        speaks = [a for a in scene.of(figure) if a.mention.start > figure.end and a.label in ("RelocationSite", "Park")]
        if speaks:
            return Subject(speaks[0].entity, speaks[0])
    if "Person" in rule.labels and rule.by == "owner" and re.search(cue("leads_others"), figure.clause_words):
        rule = replace(rule, labels=tuple(label for label in rule.labels if label != "Person"))
    things = [a for a in scene.of(figure) if a.label in rule.labels and a.label not in ("Region", "Person")]
    if not things and "Region" in rule.labels and re.match(cue("sums_up"), figure.words):
        rule = replace(rule, labels=("Region",))  # 消费帮扶方面: of the whole county, not of the park told before
        places = [a for a in before(figure, scene.of(figure)) if a.label == "Region" and not scene.is_helper(a.entity)]
        county = county_of(scene, figure.sentence) if rule.helped and not places else None
        if county is not None:
            return Subject(county.entity, county)
    speaking = of_report(scene, figure, rule) or speaking_for(scene, figure, rule)
    if speaking is not None:
        return Subject(speaking.entity, speaking)
    named = in_turn(scene, figure, rule.labels) or takes_in(scene, figure, rule)
    if named is not None:
        return Subject(named.entity, _named(scene, figure, named))
    for row in _SEARCHES[rule.by](scene, figure, rule):
        best = next((a for a in row if a.label in rule.labels), None)
        if best is not None:
            alone = tradesman(scene, figure, rule, best)
            if alone is not None:
                return Subject(alone.entity, alone)
            whole = whole_of(scene, best) if in_list(scene, best, rule.helped) else None
            best = whole or best
            doubt = _doubt(scene, figure, rule, best)
            other = payer_of(scene, figure) if doubt and rule.by == "receiver" and in_list(scene, best, True) else None
            other = team(scene, figure) if doubt and rule.teams else other
            best = other or best
            subject = Subject(best.entity, _named(scene, figure, best))
            if doubt is None or other is not None or (trusts is not None and trusts(subject, doubt)):
                return subject
            return doubt
    alone = tradesman(scene, figure, rule, None)
    if alone is not None:
        return Subject(alone.entity, alone)
    county = (team(scene, figure) if rule.teams else None) or _county(scene, figure, rule)
    return UNKNOWN if county is None else _doubt(scene, figure, rule, county) or Subject(county.entity, county)


def _county(scene: Scene, figure: Figure, rule: Rule) -> Actor | None:
    """The county that the article is about, for help or people that a sentence without a subject can only mean of it."""
    speaks = re.search(cue("of_county"), figure.words) is not None
    fits = (rule.helped or rule.by == "nearest") and "Region" in rule.labels
    if rule.by == "earner" and (is_relative(scene, figure) or re.search(cue("works_at_one"), figure.words)):
        return None
    alone = not scene.of(figure) and len(scene.text(figure)) <= _ITEM  # 培训干部：612人次
    if not (fits and (speaks or alone)) or (re.search(cue("business"), figure.clause_words) and rule.by != "receiver"):
        return None
    return county_of(scene, figure.sentence)


def _named(scene: Scene, figure: Figure, best: Actor) -> Actor:
    """The actor, or for a division that only an office is named after (县农业局) the last that gives its own name."""
    if best.entity is best.mention.entity or best.entity.name in best.mention.surface:
        return best
    rows = reversed(scene.actors[: figure.sentence + 1])
    named = (a for row in rows for a in reversed(row) if a.entity is a.mention.entity and a.entity.id == best.entity.id)
    return next(named, best)


def _sums_up_firms(figure: Figure) -> bool:
    """Whether the number is that of several firms together: 三家加起来150个饭碗."""
    return re.search("[家厂间个坊][^，。；]{0,2}(?:加起来|合起来|加在一起|合在一起)", figure.clause_words) is not None


def _doubt(scene: Scene, figure: Figure, rule: Rule, best: Actor) -> str | None:
    """What speaks against the subject found."""
    if _is_site_or_town(scene, figure, best):
        return f"{AMBIGUOUS}: the site or {best.entity.name} in which it lies"
    if best.sentence < figure.sentence and _SEVERAL.search(_words_before(scene, figure)):
        return f"{AMBIGUOUS}: the words speak of several places"
    if _is_nameless(scene, figure, rule, best):
        return NAMELESS
    far = out_of_reach(scene, figure, rule, best)
    if far is not None:
        return f"{UNKNOWN}: {far}"
    if rule.by == "receiver" and pays_itself(scene, figure):
        return f"{UNKNOWN}: {OWN_MONEY}"
    if _acts_alone(scene, figure, rule, best):
        return f"{UNKNOWN}: a person acts, not {best.entity.name}"
    of_county = rule.labels == ("Region",) and scene.topics.is_helped(best.entity)
    if rule.by in _OF_FIRMS and not of_county and _is_passing(scene, figure, best):
        return f"{UNKNOWN}: {best.entity.name} is only named in passing"
    if in_list(scene, best, rule.helped or rule.by == "nearest"):
        return f"{AMBIGUOUS}: {best.entity.name} {BESIDE}"
    return None


def _acts_alone(scene: Scene, figure: Figure, rule: Rule, best: Actor) -> bool:
    """Whether someone of the sentence sells, grows or invests, not what the sentence before is about."""
    if best.sentence == figure.sentence or best.label == "Person" or rule.by not in _OF_FIRMS:
        return False
    people = (a for a in before(figure, scene.of(figure)) if a.label == "Person" and a.case == FREE)
    boss = re.compile(cue("bosses") + "$")
    speaks = re.compile("(?:[（(][^）)]*[）)])?[^，。；]{0,3}" + cue("speaks"))
    return any(not boss.search(scene.before(a)) and not speaks.match(scene.after(a)) for a in people)


def _is_passing(scene: Scene, figure: Figure, best: Actor) -> bool:
    """Whether a division was only named in passing before: what a firm or park does is hardly told of it."""
    if best.label != "Region" or best.sentence == figure.sentence or best.stands_out or best.beneficiary:
        return False
    told = (found for (number, _), found in scene.subjects.items() if number >= figure.sentence - 1)
    return all(best.entity.id != e.id for found in told for e in found)


def _is_site_or_town(scene: Scene, figure: Figure, best: Actor) -> bool:
    """Whether settlers are counted for a division while a relocation site in it is under discussion."""
    if best.label != "Region" or not re.search(cue("settled"), figure.clause_words):
        return False
    pairs = (pair for row in scene.actors[max(0, figure.sentence - 2) : figure.sentence] for pair in pairwise(row))
    return any(a.outer and a.entity.id == best.entity.id and b.label == "RelocationSite" for a, b in pairs)


def _is_nameless(scene: Scene, figure: Figure, rule: Rule, best: Actor) -> bool:
    """Whether a word such as 园区, whose name the article does not give, stands nearer to the figure than the best."""
    following = (a for a in scene.of(figure) if a.clause == figure.clause and a.mention.start > figure.end)
    if rule.by != "receiver" and any(scene.before(a).endswith("的") and only_places(scene, a) for a in following):
        return True  # 产值900万元的甲镇纺织车间
    aside = best.case == OBLIQUE and not best.beneficiary
    here = best.sentence == figure.sentence and not aside
    nearest = best.mention.start if here else -1
    clause, _ = scene.reading.sentences[best.sentence].clauses[best.clause]
    acts = best.label == "Region" and nearest > clause  # an unknown firm acts, the division is what it acts for
    if rule.by == "seller" and best.label == "Region" and re.search(cue("buys_goods") + "$", scene.before(best)):
        return False  # whoever sells them, they are the goods of the division
    own = {*rule.labels, "Person"} if rule.by == "seller" else set(rule.labels)
    return any(
        (nearest < start < figure.start or (acts and start == clause < nearest))
        and set(labels) & own
        and not (rule.by == "receiver" and _gives(scene, figure, start))
        for start, labels in scene.nameless.get(figure.sentence, [])
    )


def _gives(scene: Scene, figure: Figure, start: int) -> bool:
    """Whether the one that is not named there only gives the help: 该行从2002年起定点帮扶乙县，投入……."""
    return re.match(f"[^，；]{{0,16}}?(?:{cue('gives_help')}|{cue('pays')})", scene.text(figure)[start:]) is not None


def _words_before(scene: Scene, figure: Figure) -> str:
    return scene.text(figure)[scene.reading.sentences[figure.sentence].start : figure.start]
