"""Whose figure it is, weighed: a logistic model over the names around it, learnt from texts with gold, looks at what the
rules of measure_subject have taken."""

from __future__ import annotations

import re
from functools import cache

from loaders.measure_actors import Actor
from loaders.measure_figures import Figure
from loaders.measure_reach import ELSEWHERE
from loaders.measure_scene import Scene
from loaders.measure_subject import BESIDE, NAMELESS, Subject
from loaders.subject_features import Candidate, candidates
from loaders.values import HEADING
from loaders.weights import Weights, read

FILE = "subject_weights.tsv.gz"
RIGHT = "right"  # the only class
UNLIKELY = "no subject fits: the words around it speak for none"
# Probabilities, chosen on the halves of tests/corpus/passages_plain and passages_whole that nobody reads.
_TAKES_OVER = 0.5  # of another name
_AHEAD = 0.2  # by which that must be likelier than the one taken: several names may do for a figure
_STANDS = 0.5  # under which the one taken is not kept: of such things one in seven was right
_GETS_IT = 0.6  # of the one taken, where the likelier one is the helper
_TRUSTED = {NAMELESS: 0.9, ELSEWHERE: 0.9, BESIDE: 0.95}  # of one that the rules doubt, by what they say against it
_FILLS = 0.85  # of a name where the rules found none
_OF_HELP = frozenset({"assistance_funds", "projects", "people_trained"})  # what is told of a county as a whole
_OF_THE_HELPED = frozenset({"sales", "sales_volume", "workers_sent", "people_employed"})  # whoever helped with it
_QUOTED = re.compile("“[^”]+”")
_SENT = ("_sent", "_received")
_ITEM = re.compile("（[一二三四五六七八九十0-9]{1,2}）")  # the number of an item of a list


@cache
def load() -> Weights:
    """The weights of this version."""
    return read(FILE)


def chosen(scene: Scene, figure: Figure, indicator: str, taken: Subject) -> Subject | str:
    """The subject that the rules have taken, a likelier one, or the reason why there is none."""
    weighed = _weighed(candidates(scene, figure, indicator, taken.entity.id))
    own = next((likely for likely, one in weighed if one.actor.entity.id == taken.entity.id), None)
    if own is None:
        return taken
    if taken.entity.label != "Region" and _is_apart(scene, figure, taken.actor):
        return UNLIKELY
    best, other = max(weighed, key=lambda pair: pair[0])
    helps = scene.side(other.actor.entity) == "helper" or scene.gives_help(other.actor.entity)
    of_help = helps and scene.side(taken.entity) != "helper"
    if of_help and (own >= _GETS_IT or indicator in _OF_THE_HELPED):
        return taken  # help may be told of either side: it is kept with those who get it
    thing = taken.entity.label not in ("Region", "Organization")
    pays = other.actor.label in ("Region", "Organization") and scene.side(other.actor.entity) != "helped"
    if indicator == "assistance_funds" and thing and pays:
        return taken  # what it was paid for says more than who paid it
    if _is_apart(scene, figure, other.actor):
        return taken
    if best >= _TAKES_OVER and best >= own + _AHEAD:
        return Subject(other.actor.entity, other.actor)
    exempt = taken.entity.label == "Person" or indicator.endswith(_SENT)  # of these more are right than wrong
    return taken if own >= _STANDS or exempt else UNLIKELY


def _is_apart(scene: Scene, figure: Figure, actor: Actor) -> bool:
    """Whether the name belongs to another item of a list, or to another section, than the figure."""
    sentence, mention = scene.reading.sentences[figure.sentence], actor.mention
    if mention.block != sentence.block:
        between = scene.reading.blocks[mention.block + 1 : sentence.block]
        return any(block.kind == HEADING for block in between) or _ITEM.match(scene.text(figure)) is not None
    return _ITEM.search(scene.text(figure), mention.end, max(mention.end, figure.start)) is not None


def found(scene: Scene, figure: Figure, indicator: str) -> Subject | None:
    """The subject where the rules have found none: the name that most speaks for."""
    weighed = _weighed(candidates(scene, figure, indicator, ""))
    best, one = max(weighed, key=lambda pair: pair[0], default=(0.0, None))
    return Subject(one.actor.entity, one.actor) if one is not None and best >= _FILLS else None


def trusted(scene: Scene, figure: Figure, indicator: str, guessed: bool, doubted: Subject, doubt: str) -> bool:
    """Whether the names around the figure speak so surely for the subject that what the rules have against it weighs less.

    A thing that is not named (馕城去年安排560人就业) is hardly the division that is: only help is told of that all the same.
    """
    if guessed and doubt == NAMELESS and indicator == "assistance_funds":
        return False  # that it is help at all is only likely: one guess is enough
    is_helped = indicator in _OF_HELP and scene.side(doubted.entity) == "helped"
    if doubt == NAMELESS and doubted.entity.label == "Region" and not is_helped:
        return False
    own_words = scene.text(figure)[scene.reading.sentences[figure.sentence].start : figure.start]
    if doubt == NAMELESS and _QUOTED.search(own_words):
        return False  # a name that is not known
    least = next((share for said, share in _TRUSTED.items() if doubt.endswith(said)), None)
    weighed = _weighed(candidates(scene, figure, indicator, doubted.entity.id))
    own = next((likely for likely, one in weighed if one.actor.entity.id == doubted.entity.id), 0.0)
    return least is not None and own >= least


def _weighed(names: list[Candidate]) -> list[tuple[float, Candidate]]:
    weights = load()
    return [(weights.likely(one.features, (RIGHT,))[RIGHT], one) for one in names]
