"""The search for what money was paid for: what is built with it, to whom it goes, else whom the help is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.measure_actors import FREE, Actor
from loaders.measure_discussed import discussed
from loaders.measure_figures import Figure
from loaders.measure_frames import cue
from loaders.measure_lists import MARKS
from loaders.measure_parts import ahead, county_of, part_of
from loaders.measure_rule import Rule, allowed, before, ranked, remembered
from loaders.measure_scene import Scene
from loaders.measure_search import begins_in
from loaders.measure_whole import county_named, of_whole_help
from loaders.topics import level

_LIST_GOES_ON = re.compile("[”》]?(?:（[^）]*）)?(?:、|等)")
_TENANT = re.compile("(?:租赁?|出租|承包|交|托管|委托)给[“‘]?$")
_COUNTY = 3  # level of divisions
_OF_A_COUNTY = 1e8  # yuan: more than the help for one park


def receiver(scene: Scene, figure: Figure, rule: Rule) -> Iterator[list[Actor]]:
    """What was paid for: what is built with the money, else to whom it goes, else what is under discussion."""
    own = [a for a in allowed(scene, rule, scene.of(figure)) if not a.agent and not _pays(scene, figure, a)]
    own = [
        a
        for a in own
        if not _is_on_helping_side(scene, a)
        and (
            a.label != "Company"
            or (a.beneficiary and not _TENANT.search(scene.before(a)[: a.head]))
            or _is_works(figure, a)
            or a.mention.end == figure.start
        )
    ]
    part = part_of(scene, figure)
    own = [a for a in own if not part.barred or a.clause < part.lead or part.first <= a.clause < part.end]
    if not any(a.label != "Region" for a in own) and _sums_years(scene, figure):
        rule = replace(rule, labels=("Region",))  # 三年来，甲市投入帮扶资金: in the county, not in the park told before

    def need(actor: Actor) -> int:
        if actor.built and not _LIST_GOES_ON.match(scene.after(actor)):  # not the first of a list
            return 0
        return 1 if actor.beneficiary else 2 + actor.case

    yield _firm_that_gets(scene, figure)
    if of_whole_help(scene, figure, own):
        yield county_named(scene, figure)
        yield _county_around(scene, figure)
    if _is_spread(scene, figure, own):
        yield _county_around(scene, figure)
        own = [a for a in own if a.clause <= figure.clause]
    yield _of_item(scene, figure, rule, own)
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
    if _tells_of_help(scene, figure):
        county = county_of(scene, figure.sentence)
        yield [county] if county else []
        rule = replace(rule, labels=("Region",))
    for row in discussed(scene, figure, rule):
        yield [a for a in row if not _is_on_helping_side(scene, a)]


def _firm_that_gets(scene: Scene, figure: Figure) -> list[Actor]:
    """The firm that the clause tells has got the money: 丙合作社拿到协作资金45万元; 丙合作社是援建资金240万元扶起来的."""
    row = [a for a in before(figure, scene.of(figure)) if a.label == "Company" and a.case == FREE and not a.agent]
    row = [a for a in row if a.clause == figure.clause and a.entity is a.mention.entity and not scene.is_of_helper(a)]
    if not row:
        return []
    gets = re.match(f"[^，。；]{{0,6}}?{cue('gets_money')}", scene.after(row[0])) is not None
    passive = re.search(cue("set_up_with"), figure.clause_words) is not None
    return row[:1] if gets or passive else []


def _tells_of_help(scene: Scene, figure: Figure) -> bool:
    """Whether the clause tells what the helping side has put in, and of no building: 五年来，甲区累计投入资金3亿元."""
    words, after = figure.words.split("#", 1)
    before_figure = before(figure, scene.of(figure))
    following = re.match("[^，；。]*(?:，(?!" + cue("part_of") + ")[^，；。]*)?", after)
    spent = following is not None and re.search(cue("spent"), following[0]) is not None
    if re.search(cue("put_up"), words[: words.rfind("，") + 1]):
        return False  # 厂是2022年建起来的，甲银行给了帮扶资金300万元
    if any(scene.gives_help(a.entity) for a in before_figure if a.case == FREE):
        return True
    return not spent and re.search(cue("whole_help"), words) is not None and re.search(cue("building"), words) is None


def _is_on_helping_side(scene: Scene, actor: Actor) -> bool:
    """Whether a body is told to help, or is a school or hospital with the full name of a helping division in its own."""
    if scene.gives_help(actor.entity):
        return True
    house = actor.mention.label in ("Facility", "Organization")
    if house and scene.is_of_helper(actor) and actor.entity.name.endswith("医院"):
        return True  # 天津市西青医院 sends doctors: what 西青区 pays goes to the other one
    return house and any(name in actor.entity.name for name in scene.helper_names)


def _of_item(scene: Scene, figure: Figure, rule: Rule, own: list[Actor]) -> list[Actor]:
    """What an item of a list of sums names, the thing before its place: 其中甲镇乙基地960万元、丙镇丁车间145万元."""
    earlier, following = figure.clause_words.split("#", 1)
    items = earlier.split("、")
    if not (following.lstrip("元").startswith(("、", "和")) or (len(items) > 1 and "〇" in items[-2])):
        return []
    start, _ = scene.reading.sentences[figure.sentence].clauses[figure.clause]
    since = max(start, scene.text(figure).rfind("、", start, figure.start))
    named = [a for a in before(figure, own) if a.mention.start >= since and a.label in rule.labels]
    return sorted(named, key=lambda a: (a.label == "Region", -a.mention.start))


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
