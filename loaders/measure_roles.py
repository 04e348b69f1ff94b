"""Searches for subjects that are not simply the owner: who sells, gives, invests, is trained, sends workers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.measure_actors import FREE, OBLIQUE, Actor
from loaders.measure_discussed import prominent, sentences_before
from loaders.measure_earner import last_person, says_pronoun
from loaders.measure_figures import Figure
from loaders.measure_firm import firm
from loaders.measure_frames import cue
from loaders.measure_lists import MARKS
from loaders.measure_parts import county_of, part_of
from loaders.measure_rule import Rule, allowed, before, ranked, remembered
from loaders.measure_scene import Scene
from loaders.measure_search import listed, owner

_GOODS_SOLD = re.compile(
    "的?(?:农副?|农特|名优特|优质|特色|土特|生态)?(?:产品|特产|山货|土货)[^，。；]{0,16}?(?:销售|销|卖|成交|交易|采购)[^，。；]{0,3}?额"
)
_SUM_OF_HELP = re.compile("(?:消费帮扶|消费协作|以购代捐|采购|认购|采购总|销售|成交)(?:金额|总额|额)")


def nearest(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """The name written last before the figure in its clause, else the owner."""
    own = [a for a in before(figure, scene.of(figure)) if a.clause == figure.clause]
    yield [a for a in own if not scene.before(a)[: a.head].endswith("在")][-1:]
    yield own[-1:]
    yield from owner(scene, figure, replace(rule, helped=True))


def seller(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Who sells: where no firm of the clause does, the division whose goods they are (销往X的Y牛油果), else the owner."""
    own = [a for a in before(figure, allowed(scene, rule, scene.of(figure))) if a.clause == figure.clause]
    yield [a for a in own if a.label == "Company" and a.case == FREE and _buys(scene, a)]
    bodies = (a for a in own if a.label in ("Company", "Workshop", "Facility"))
    if all(scene.is_of_helper(a) for a in bodies):
        goods = re.compile(cue("goods_of") + "$")
        yield [a for a in own if a.label == "Region" and goods.search(scene.before(a)) and not listed(scene, figure, a)]
    yield _whose_goods(scene, figure)
    if not any(a.label == "Company" and a.case == FREE for a in before(figure, scene.of(figure))):
        from_whom = (a for a in own if a.label == "Region" and scene.before(a).endswith(("向", "从")))
        yield [a for a in from_whom if re.match("[^，。；]{0,4}?" + cue("buys"), scene.after(a))]
    if re.search(cue("sold_by_help"), figure.clause_words):
        rule = replace(rule, labels=("Region",))
        county = county_of(scene, figure.sentence)
        yield [county] if county and not any(a.label == "Region" for a in own) else []
    sold_to = re.compile(cue("sold_to") + "[^，。；]{0,6}?的?$")
    for row in firm(scene, figure, rule):
        row = [a for a in row if not a.entity.name.endswith(("食堂", "餐厅"))]  # they buy
        yield [a for a in row if a.label == "Region" or not sold_to.search(scene.before(a)[: a.head])]


def _whose_goods(scene: Scene, figure: Figure) -> list[Actor]:
    """The division whose goods are told to be sold, whoever helps: 甲县农特产品在沪销售额3亿元; 认购甲县特产，消费帮扶金额1亿元."""
    row = [a for a in before(figure, scene.of(figure)) if a.label == "Region" and not scene.is_helper(a.entity)]
    here = [a for a in row if a.clause == figure.clause]
    if here:
        return here[-1:] if _GOODS_SOLD.match(scene.after(here[-1])) else []
    if any(a.clause == figure.clause for a in scene.of(figure)) or not _SUM_OF_HELP.search(figure.clause_words):
        return []
    goods = re.compile(cue("goods_of") + "$")
    return [a for a in row if a.clause == figure.clause - 1 and goods.search(scene.before(a)[: a.head])][-1:]


def _buys(scene: Scene, actor: Actor) -> bool:
    """Whether the firm is the one that buys from a division: 甲公司三年里向乙县采购茶叶2000万元."""
    return re.match(f"[^，。；]{{0,12}}?[向从][^，。；]{{1,12}}?{cue('buys')}", scene.after(actor)) is not None


def event(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """What people take part in: a course or plan that the sentence names, also one that is only set up in it."""
    courses = [a for a in before(figure, scene.of(figure)) if a.label == "Programme" and not (a.agent or a.listed)]
    yield courses[-1:]
    yield from owner(scene, figure, rule)


def giver(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Who gave it: the firm or body before the verb, else the person or region."""
    acting = [a for a in before(figure, scene.of(figure)) if not a.outer and (a.case != OBLIQUE or a.agent)]
    acting = [a for a in acting if not listed(scene, figure, a)]
    near = [a for a in scene.of(figure) if figure.clause - 1 <= a.clause <= figure.clause]
    yield [a for a in near if _gave_it(scene, a)]
    if not acting and says_pronoun(scene, figure):
        yield last_person(scene, figure)
    for clause in range(figure.clause, -1, -1):
        yield ranked((a for a in acting if a.clause == clause), rule, lambda a: 0)
    start, end = scene.reading.sentences[figure.sentence].clauses[figure.clause]
    if re.compile(cue("bare_givers")).match(scene.text(figure), start, end):
        return  # 代表团还向甲县捐赠: not who was told of before
    for number in list(sentences_before(scene, figure.sentence))[:1]:
        yield from prominent(scene, replace(rule, labels=rule.labels[:-1]), number)


def _gave_it(scene: Scene, actor: Actor) -> bool:
    """Whether the words tell that what is counted was given by it: 82台电脑是甲商会捐的; 设备是甲商会捐的，值30万元."""
    if re.search("[是由]$", scene.before(actor)[: actor.head].rstrip(MARKS)) is None:
        return False
    return re.match(f"[”》]?[^，。；的]{{0,6}}?{cue('gave')}", scene.after(actor)) is not None


def _person_invests(scene: Scene, figure: Figure) -> bool:
    """Whether somebody puts the money in, not the place they come from: 甲省企业家某某投下1.2亿元."""
    people = [a for a in before(figure, scene.of(figure)) if a.label == "Person" and a.clause == figure.clause]
    return bool(people) and re.match(cue("puts_in"), scene.after(people[-1])) is not None


def _built_with(scene: Scene, figure: Figure) -> list[Actor]:
    """What the clause or the two after it tell was built or set up with the money."""
    row = [a for a in scene.of(figure) if a.built and a.label not in ("Region", "Person")]
    return [a for a in row if a.mention.start > figure.start and a.clause <= figure.clause + 2][:1]


def _invested_in(scene: Scene, figure: Figure) -> list[Actor]:
    """The division in which firms that are not named invest: 两区引导企业到乙县投资18.7亿元."""
    row = [a for a in before(figure, scene.of(figure)) if a.label == "Region" and a.clause == figure.clause]
    row = [a for a in row if re.search("[到赴来在于往]$", scene.before(a)[: a.head])]
    firms = re.search("(?:企业|客商|公司|商会)[^，。；#]{0,4}[到赴来在于往]", figure.clause_words) is not None
    return [a for a in row if firms and re.match(cue("is_invested_in"), scene.after(a))]


def investor(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Who puts the money in: the firm of the clause, also where it is the agent (由…投资), else the owner."""
    firms = [a for a in before(figure, scene.of(figure)) if a.label == "Company" and not listed(scene, figure, a)]
    if re.search("注册(?:资本|资金)", figure.clause_words):
        firms = [a for a in firms if not (a.agent or a.case == OBLIQUE)]  # 由甲公司出资设立，注册资本……: not its own
        rule = replace(rule, labels=("Company",))
    settled = [a for a in before(figure, scene.of(figure)) if a.label == "Park" and a.beneficiary]
    if settled and firms and all(a.listed for a in firms):
        yield settled[-1:]  # 甲、乙、丙3家企业签约落户丁园，投资额合计……
    if not firms and _person_invests(scene, figure):
        yield _built_with(scene, figure)
        rule = replace(rule, labels=tuple(label for label in rule.labels if label != "Region"))
    yield [a for a in _invested_in(scene, figure) if not any(f.clause == figure.clause for f in firms)]
    for clause in range(figure.clause, -1, -1):
        yield [a for a in firms if a.clause == clause and (a.agent or a.case == FREE or a.introduced)]
        if remembered(scene, rule, figure.sentence, clause):
            break
    yield from firm(scene, figure, rule)


def trainer(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """Who is trained or where: a course, a site or workshop of the sentence, the site of the paragraph, else the owner."""
    part = part_of(scene, figure)
    own = [a for a in before(figure, scene.of(figure)) if not a.agent and (not part.first or a.clause >= part.first)]
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
    yield [a for a in own if 0 <= a.mention.start - figure.end <= 1 and a.clause == figure.clause]
    yield [a for a in before(figure, own) if scene.after(a).startswith(("人", "籍"))]
    yield [a for a in own if a.clause == figure.clause and re.search("[从由自]$", scene.before(a)[: a.head])]
    goes_to = re.compile(cue("goes_to") + "$")
    for row in owner(scene, figure, rule):
        yield [a for a in row if not goes_to.search(scene.before(a))]
