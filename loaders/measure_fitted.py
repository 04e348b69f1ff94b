"""What an indicator becomes by whose figure it is: public money, workers of a park, the two ends of a gift."""

from __future__ import annotations

import re
from functools import cache

from loaders.measure_actors import FREE, Actor
from loaders.measure_figures import Figure
from loaders.measure_frames import cue, patterns_of
from loaders.measure_nouns import money_topic
from loaders.measure_parts import county_of, part_of
from loaders.measure_reach import left_behind
from loaders.measure_rule import before
from loaders.measure_scene import Scene
from loaders.measure_subject import UNKNOWN, Subject, rules, subject_of
from loaders.topics import home

_MEETING = re.compile(
    "(?:招聘会|招聘|洽谈会|推介会|对接会|座谈会|联席会|联席会议|交流会|签约会|恳谈会|展销会|直播|演出|义诊|比赛|运动会|大集|集市|巡诊)[”》]?(?:活动)?(?:共|累计|已|达|了)*$"
)
_OWN_FIRM = re.compile("的(?:公司|企业|厂|工厂|合作社|农场|团队|基地)")
_OWN_WORDS = re.compile("[我她他]|自家|家里|自己")
_ARRIVED = re.compile("(?:又|已|再|实际|全年|今年|去年)*到位(?:[^，。；#〇]{0,6}资金)?[^，。；#〇]{0,4}#")
_HELP_MONEY = re.compile("(?:援助|帮扶|协作|援建|支援|援[疆藏青])资金(?!.*(?:投资|引资|企业|公司|引进|招商|签约))")
_SO_FAR = 90  # characters
_NO_HELP = re.compile("投资|签约|协议|引资|企业|C|引进|招商|合同|落户|落地")
_OF_COUNTIES = frozenset(
    {"assistance_funds", "projects", "schools_paired", "hospitals_paired", "workers_sent", "workshops"}
)
_PLOT = 60  # 亩: what one family tills
_CROP = 3e5  # yuan: what one family may get for a year's crop


def ends_of_gift(stage: Scene, figure: Figure, giver: Subject) -> list[Subject]:
    """Who gave and who was given, each as far as told: a helping division only where nothing else is."""
    received = _given_to(stage, figure) or subject_of(stage, figure, rules()["receiver"])
    if isinstance(received, str) or received.entity.id == giver.entity.id or stage.is_helper(received.entity):
        return [giver]
    here = received.actor.sentence == figure.sentence and received.actor.clause >= part_of(stage, figure).first
    if stage.is_helper(giver.entity):
        return [received] if here or received.actor.sentence < figure.sentence else [giver]
    return [giver, received] if here else [giver]


def _given_to(stage: Scene, figure: Figure) -> Subject | None:
    """To whom the clause, else the next one, says that the gift goes: 向乙县捐款; 捐资50万元，为丙中学配齐课桌."""
    row = [a for a in stage.of(figure) if a.label in rules()["receiver"].labels and not (a.outer or a.agent)]
    row = [a for a in row if a.entity is a.mention.entity and not stage.is_helper(a.entity)]
    here = [a for a in before(figure, row) if a.clause == figure.clause]
    led = [a for a in here if stage.before(a)[: a.head].endswith(("向", "给", "为"))]
    following = [a for a in row if a.clause == figure.clause + 1]
    led += [a for a in following if stage.before(a)[: a.head].endswith(("，为", "，给", "，向", "，支持", "，帮助"))]
    chain = [a for a in led if (a.clause, a.head) == (led[0].clause, led[0].head)]  # 甲县乙镇丙小学: the school
    return Subject(chain[-1].entity, chain[-1]) if chain else None


def is_no_course(stage: Scene, figure: Figure, indicator: str) -> bool:
    """Whether it counts fairs, shows or meetings, though their name may stand where a course's does: “春风”招聘会17场."""
    if indicator != "training_sessions":
        return False
    return _MEETING.search(stage.text(figure)[: figure.start]) is not None


def in_reach(stage: Scene, figure: Figure, indicator: str, subject: Subject) -> Subject | str:
    """The subject, the county in place of a town that was only named before, or the reason why neither is meant."""
    if _grows_nothing(stage, figure, indicator, subject):
        return f"{UNKNOWN}: {subject.entity.name} only speaks of it"
    far = left_behind(stage, figure, subject.actor)
    if far is None:
        return subject
    county = county_of(stage, figure.sentence) if indicator in _OF_COUNTIES else None
    return f"{UNKNOWN}: {far}" if county is None else Subject(county.entity, county)


def _grows_nothing(stage: Scene, figure: Figure, indicator: str, subject: Subject) -> bool:
    """Whether the land is none of the person's who only speaks of it or whose firm is meant: 村支书甲说，3000亩基地; 甲的公司."""
    if indicator != "planted_area" or subject.entity.label != "Person":
        return False
    after = stage.after(subject.actor)
    if _OWN_FIRM.match(after):
        return True
    if not re.match(cue("speaks"), after):
        return False
    grower = re.search(cue("told_by_work") + "$", stage.before(subject.actor))
    own = _OWN_WORDS.search(figure.words.split("#", 1)[0])
    return not (grower or own)


def of_households(figure: Figure, indicator: str) -> str:
    """Households that are led along are counted as such (带动农户1200户增收), not those in need (救助困难农户36户)."""
    if indicator != "people_helped" or figure.quantity.unit != "户":
        return indicator
    return indicator if re.search(cue("in_need"), figure.clause_words) else "households"


@cache
def _patterns(name: str) -> re.Pattern[str]:
    """Any of the words of a list of loaders/frames/figures.yaml."""
    return patterns_of([f"{{{name}}}"])


def lives_elsewhere(figure: Figure, indicator: str, subject: Subject) -> bool:
    """Whether people are counted where they live while a firm was found, which can only have members: 住着2816户13000多人."""
    if indicator not in ("households", "residents") or subject.entity.label not in ("Company", "Workshop", "Park"):
        return False
    words = figure.words.split("#", 1)[0][-24:] + figure.clause_words
    return re.search(cue("live_there"), words) is not None and not re.search(cue("members"), words)


def own_income(figure: Figure, indicator: str, subject: Subject) -> str:
    """The indicator for what one person has taken in: that is an income, not the sales of a firm."""
    if indicator != "sales" or subject.entity.label != "Person":
        return indicator
    earns = re.search("收入|净落|纯挣|净赚", figure.clause_words) is not None
    crop = figure.quantity.value <= _CROP and re.search("卖(?![到给往进])", figure.clause_words) is not None
    return "income_year" if earns or crop else indicator


def is_plot(figure: Figure, indicator: str, subject: Subject) -> bool:
    """Whether an area is only the ground that a building stands on, where nothing grows: 加工厂占地26亩."""
    if indicator != "planted_area" or "占地" not in figure.clause_words:
        return False
    thing = subject.entity
    if thing.label == "Park" and _patterns("farmed").search(thing.name) is None:
        return True
    return thing.label == "Workshop" or re.search(cue("built_up") + "$", thing.name) is not None


def is_of_one_grower(figure: Figure, indicator: str, subject: Subject) -> bool:
    """Whether someone who is not named grows or earns it, so that it is none of the division's: 甲镇的种薯大户种了260亩."""
    if subject.entity.label != "Region" or indicator not in ("planted_area", "income_year", "sales", "sales_volume"):
        return False
    told, _ = figure.words.split("#", 1)
    if re.search(cue("big_grower"), re.split("[。；]", told)[-1]):
        return True
    words, _ = figure.clause_words.split("#", 1)
    plot = indicator == "planted_area" and figure.quantity.value <= _PLOT
    return plot and re.search(cue("own_plot"), words) is not None


def is_wage_of_one(figure: Figure, indicator: str, subject: Subject) -> bool:
    """Whether a wage that nobody is named for would be told of a whole division: 乙县的小伙做质检，月薪5700元."""
    if indicator != "income_month" or subject.entity.label != "Region":
        return False
    told, _ = figure.words.split("#", 1)
    return re.search(cue("wages_of_many"), re.split("[。；]", told)[-1]) is None


def are_of_helper(stage: Scene, figure: Figure) -> bool:
    """Whether the figure counts firms that stay on the helping side: 甲市的12家企业."""
    if re.search(cue("comes_in"), figure.clause_words):
        return False
    return any(
        re.fullmatch("[”》]?的", stage.text(figure)[a.mention.end : figure.start]) and stage.is_helper(a.entity)
        for a in before(figure, stage.of(figure))
    )


def is_public(stage: Scene, figure: Figure) -> bool:
    """Whether a helping region or body is the one that invests."""
    words, _ = figure.words.split("#", 1)
    if re.search(cue("whole_investment"), figure.clause_words):
        return False
    if "其中" in figure.clause_words and money_topic(stage, figure) == "assistance_funds":
        return True
    arrived = _ARRIVED.search(figure.clause_words) and not _NO_HELP.search(words)
    if arrived and _HELP_MONEY.search(stage.text(figure)[: figure.start][-_SO_FAR:]):
        return True  # 累计拨付援助资金2.31亿元……今年又到位资金4860万元
    if re.search(cue("public_money"), words) and not re.search(cue("firms_money"), words):
        return True
    if _team_pays(stage, figure):
        return True
    if re.search(cue("business"), words):
        return False
    if re.search(cue("official_help"), words) and not any(a.label == "Company" for a in stage.of(figure)):
        return True
    agents = [a for a in before(figure, stage.of(figure)) if a.agent and a.clause == figure.clause]
    if agents and all(stage.is_helper(a.entity) for a in agents):
        return True
    part = part_of(stage, figure)
    here = [a for a in before(figure, stage.of(figure)) if not part.barred or a.clause >= part.first]
    rows = [here, stage.actors[max(0, figure.sentence - 1)]]
    for acting in ([a for a in row if a.case == FREE] for row in rows):
        acting = [a for a in acting if a.label != "Person"]
        if acting:
            return _helps(stage, acting[0]) and not any(a.label == "Company" for a in acting)
    return False


def _team_pays(stage: Scene, figure: Figure) -> bool:
    """Whether a team sent by the helping side lays out the money itself: 援藏工作队投资256万元."""
    here = [a for a in before(figure, stage.of(figure)) if a.clause == figure.clause and a.case == FREE]
    return bool(here) and re.search(cue("teams") + "$", here[-1].entity.name) is not None


def _helps(stage: Scene, actor: Actor) -> bool:
    """Whether it is a helping division, or an office or team of one."""
    return stage.is_helper(home(actor.entity) if actor.label == "Organization" else actor.entity)
