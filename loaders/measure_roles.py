"""Searches for subjects that are not simply the owner: who receives, gives, invests, is trained, sends workers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.measure_actors import FREE, MARKS, OBLIQUE, Actor
from loaders.measure_earner import last_person, says_pronoun
from loaders.measure_figures import Figure
from loaders.measure_firm import firm
from loaders.measure_frames import cue
from loaders.measure_parts import ahead, county_of, part_of
from loaders.measure_scene import Scene
from loaders.measure_search import (
    Rule,
    allowed,
    before,
    begins_in,
    discussed,
    listed,
    owner,
    prominent,
    ranked,
    remembered,
    sentences_before,
)
from loaders.topics import level

_COUNTY = 3  # level of divisions
_OF_A_COUNTY = 1e8  # yuan: more than the help for one park


def nearest(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """The name written last before the figure in its clause, else the owner."""
    own = [a for a in before(figure, scene.of(figure)) if a.clause == figure.clause]
    yield [a for a in own if not scene.before(a)[: a.head].endswith("在")][-1:]
    yield own[-1:]
    yield from owner(scene, figure, replace(rule, helped=True))


def receiver(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """What was paid for: what is built with the money, else to whom it goes, else what is under discussion."""
    own = [a for a in allowed(scene, rule, scene.of(figure)) if not a.agent and not _pays(scene, figure, a)]
    own = [
        a
        for a in own
        if not scene.gives_help(a.entity)
        and (a.label != "Company" or a.beneficiary or _is_works(figure, a) or a.mention.end == figure.start)
    ]
    part = part_of(scene, figure)
    own = [a for a in own if not part.barred or a.clause < part.lead or part.first <= a.clause < part.end]
    if not any(a.label != "Region" for a in own) and _sums_years(scene, figure):
        rule = replace(rule, labels=("Region",))  # 三年来，甲市投入帮扶资金: in the county, not in the park told before

    def need(actor: Actor) -> int:
        if actor.built and not scene.after(actor).lstrip("”》").startswith(("、", "等")):  # not the first of a list
            return 0
        return 1 if actor.beneficiary else 2 + actor.case

    if _is_spread(scene, figure, own):
        yield _county_around(scene, figure)
        own = [a for a in own if a.clause <= figure.clause]
    here = [a for a in own if a.clause == figure.clause]
    yield ranked((a for a in here if a.label != "Region" and need(a) <= 1), rule, need)
    if _goes_on(scene, figure) and ahead(scene, figure, 1):
        yield ranked((a for a in own if a.clause == figure.clause + 1 and need(a) <= 1), rule, need)
    yield ranked(here, rule, need)
    if ahead(scene, figure, 1):
        yield ranked((a for a in own if a.clause == figure.clause + 1 and need(a) == 0), rule, need)
        yield [a for a in own if a.clause == figure.clause + 1 and a.label != "Region" and _is_given(scene, a)]
    rest = re.match(cue("rest_of"), figure.clause_words) is not None
    for clause in [] if rest else list(part.back(figure.clause))[1:]:
        earlier = allowed(scene, rule, remembered(scene, rule, figure.sentence, clause))
        yield earlier or ranked((a for a in own if a.clause == clause), rule, need)
    for step in (1, 2):
        if ahead(scene, figure, step):
            forward = (a for a in own if a.clause == figure.clause + step and (a.built or a.beneficiary))
            yield ranked(forward, rule, need)
    yield spent_on(scene, figure, rule)
    rule = replace(rule, labels=("Region",) if rest else tuple(label for label in rule.labels if label != "Company"))
    for row in discussed(scene, figure, rule):
        yield [a for a in row if not scene.gives_help(a.entity)]


def _is_spread(scene: Scene, figure: Figure, own: list[Actor]) -> bool:
    """Whether the clauses after the sum tell of one place after another: 投入1200万元，在甲镇建……，在乙镇建……."""
    clauses = range(figure.clause + 1, part_of(scene, figure).end)
    return len({a.entity.id for clause in clauses for a in begins_in(scene, figure, clause, own)[-1:]}) > 1


def _county_around(scene: Scene, figure: Figure) -> list[Actor]:
    """The county in which the places after the figure lie: in the words before their names, else that of the article."""
    around = (a for a in scene.of(figure) if a.outer and a.mention.start > figure.end and level(a.entity) == _COUNTY)
    county = next((a for a in around if not scene.is_helper(a.entity)), None)
    county = replace(county, outer=False) if county else county_of(scene, figure.sentence)
    return [county] if county else []


def _is_works(figure: Figure, actor: Actor) -> bool:
    """Whether a firm is told of as the works that were built, not as one that acts: 厂子设在乙镇，投入……."""
    return actor.entity.name.endswith(("厂", "场", "坊")) and actor.clause < figure.clause


def _is_given(scene: Scene, actor: Actor) -> bool:
    """Whether the clause begins with who gets what the money before it bought: 给厂里添了一座仓库, 把乙楼装修一新."""
    return scene.before(actor)[: actor.head].rstrip(MARKS).endswith(("，给", "，为", "，把", "，将", "，帮", "，支持"))


def _sums_years(scene: Scene, figure: Figure) -> bool:
    """Whether the sentence tells what a helping division has put in over the years."""
    if figure.quantity.value < _OF_A_COUNTY:
        return False
    words = figure.words[: figure.words.index("#")]
    helping = (a for a in before(figure, scene.of(figure)) if a.label == "Region" and a.case == FREE)
    return re.search("以来|累计|年间|年来|历年", words) is not None and any(scene.is_helper(a.entity) for a in helping)


def _goes_on(scene: Scene, figure: Figure) -> bool:
    """Whether the next clause tells where the money of this one goes: 凑出900万元，投进乙园."""
    clauses = scene.reading.sentences[figure.sentence].clauses
    if figure.clause + 1 >= len(clauses):
        return False
    return re.compile(cue("money_goes")).match(scene.text(figure), *clauses[figure.clause + 1]) is not None


def seller(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Who sells: where no firm of the clause does, the division whose goods they are (销往X的Y牛油果), else the owner."""
    own = [a for a in before(figure, allowed(scene, rule, scene.of(figure))) if a.clause == figure.clause]
    yield [a for a in own if a.label == "Company" and a.case == FREE and _buys(scene, a)]
    bodies = (a for a in own if a.label in ("Company", "Workshop", "Facility"))
    if all(a.mention.prefix is not None and scene.is_helper(a.mention.prefix) for a in bodies):
        goods = re.compile(cue("goods_of") + "$")
        yield [a for a in own if a.label == "Region" and goods.search(scene.before(a)) and not listed(scene, figure, a)]
    if re.search(cue("sold_by_help"), figure.clause_words):
        rule = replace(rule, labels=("Region",))
    sold_to = re.compile(cue("sold_to") + "[^，。；]{0,6}?的?$")
    for row in firm(scene, figure, rule):
        yield [a for a in row if a.label == "Region" or not sold_to.search(scene.before(a)[: a.head])]


def _buys(scene: Scene, actor: Actor) -> bool:
    """Whether the firm is the one that buys from a division: 甲公司三年里向乙县采购茶叶2000万元."""
    return re.match(f"[^，。；]{{0,12}}?[向从][^，。；]{{1,12}}?{cue('buys')}", scene.after(actor)) is not None


def event(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """What people take part in: a course or plan that the sentence names, also one that is only set up in it."""
    courses = [a for a in before(figure, scene.of(figure)) if a.label == "Programme" and not (a.agent or a.listed)]
    yield courses[-1:]
    yield from owner(scene, figure, rule)


def spent_on(scene: Scene, figure: Figure, rule: Rule) -> list[Actor]:
    """What the next sentence says was built with this money: 用它在甲社区建起乙."""
    sentences = scene.reading.sentences
    number = figure.sentence + 1
    if number >= len(sentences) or sentences[number].block != sentences[figure.sentence].block:
        return []
    used = re.search(cue("this_money"), scene.reading.plain(sentences[number].block, *_span(scene, number)))
    if used is None:
        return []
    start = sentences[number].start + used.start()
    return [a for a in allowed(scene, rule, scene.actors[number]) if a.built and a.mention.start > start][:1]


def _span(scene: Scene, number: int) -> tuple[int, int]:
    sentence = scene.reading.sentences[number]
    return sentence.start, sentence.end


def _pays(scene: Scene, figure: Figure, actor: Actor) -> bool:
    """Whether the body stands there as the one that pays."""
    if actor.label == "Region":
        places = [a for a in scene.of(figure) if a.label == "Region" and a.clause == actor.clause]
        return any(_hands_to(scene, actor, other) for other in places)
    acts = actor.case == FREE and not actor.built and actor.mention.start < figure.start
    if not acts or actor.label in ("Park", "RelocationSite"):
        return False
    return re.match(f"[^，。；：由]{{0,10}}?{cue('pays')}", scene.after(actor)) is not None


def _hands_to(scene: Scene, one: Actor, other: Actor) -> bool:
    """Whether the words between two divisions say that the first gives the second money: 甲区投乙县4300万元."""
    between = scene.after(one)[: max(0, other.mention.start - one.mention.end)]
    return re.fullmatch(f"[^，。；和与、]{{0,6}}?{cue('hands_to')}", between) is not None


def giver(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Who gave it: the firm or body before the verb, else the person or region."""
    acting = [a for a in before(figure, scene.of(figure)) if not a.outer and (a.case != OBLIQUE or a.agent)]
    acting = [a for a in acting if not listed(scene, figure, a)]
    yield [a for a in scene.of(figure) if a.mention.start >= figure.end and _gave_it(scene, figure, a)]
    if not acting and says_pronoun(scene, figure):
        yield last_person(scene, figure)
    for clause in range(figure.clause, -1, -1):
        yield ranked((a for a in acting if a.clause == clause), rule, lambda a: 0)
    for number in list(sentences_before(scene, figure.sentence))[:1]:
        yield from prominent(scene, replace(rule, labels=rule.labels[:-1]), number)


def _gave_it(scene: Scene, figure: Figure, actor: Actor) -> bool:
    """Whether the words after the figure tell that the name after it gave what is counted: 82台电脑是甲商会捐的."""
    if actor.clause != figure.clause or re.search("[是由]$", scene.before(actor)[: actor.head].rstrip(MARKS)) is None:
        return False
    return re.match(f"[”》]?[^，。；的]{{0,6}}?{cue('gave')}", scene.after(actor)) is not None


def investor(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Who puts the money in: the firm of the clause, also where it is the agent (由…投资), else the owner."""
    firms = [a for a in before(figure, scene.of(figure)) if a.label == "Company" and not listed(scene, figure, a)]
    settled = [a for a in before(figure, scene.of(figure)) if a.label == "Park" and a.beneficiary]
    if settled and firms and all(a.listed for a in firms):
        yield settled[-1:]  # 甲、乙、丙3家企业签约落户丁园，投资额合计……
    for clause in range(figure.clause, -1, -1):
        yield [a for a in firms if a.clause == clause and (a.agent or a.case == FREE or a.introduced)]
        if remembered(scene, rule, figure.sentence, clause):
            break
    yield from firm(scene, figure, rule)


def trainer(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Who is trained or where: a course, a site or workshop of the sentence, the site of the paragraph, else the owner."""
    own = [a for a in before(figure, scene.of(figure)) if not a.agent]
    courses = re.compile(cue("courses") + "$")
    programmes = [a for a in own if a.label == "Programme" and not a.listed]
    yield [a for a in programmes if a.case == FREE or courses.search(a.mention.surface.rstrip(MARKS))]
    yield ranked((a for a in own if a.label in ("RelocationSite", "Workshop")), rule, lambda a: a.case)
    if not own:
        yield _sites_of_paragraph(scene, figure)[-1:]
    yield from owner(scene, figure, replace(rule, labels=rule.labels[1:]))


def _sites_of_paragraph(scene: Scene, figure: Figure) -> list[Actor]:
    """The relocation sites that the sentences of the paragraph before are about: its totals are theirs."""
    sentences = scene.reading.sentences
    block = sentences[figure.sentence].block
    rows = [scene.actors[n] for n in range(figure.sentence) if sentences[n].block == block]
    return [a for row in rows for a in row if a.label == "RelocationSite" and a.case == FREE and not a.listed]


def sender(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Where the workers come from: 213名甲县人, else the owner, but never where they go to."""
    own = allowed(scene, rule, scene.of(figure))
    yield [a for a in own if 0 <= a.mention.start - figure.end <= 1]
    yield [a for a in before(figure, own) if scene.after(a).startswith(("人", "籍"))]
    yield [a for a in own if a.clause == figure.clause and re.search("[从由自]$", scene.before(a)[: a.head])]
    goes_to = re.compile(cue("goes_to") + "$")
    for row in owner(scene, figure, rule):
        yield [a for a in row if not goes_to.search(scene.before(a))]
