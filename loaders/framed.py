"""What the frames say of one sentence: each match as proposals, with its ends, values and the steps it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Entity, Step
from graph.numerals import Quantity
from graph.schema import schema
from loaders.around import THINGS
from loaders.chart import SIGNS, Chart
from loaders.dates import SINCE, UNTIL, DateMention
from loaders.framed_sides import oriented, wrong_side
from loaders.frames import NEGATED, PLANNED, Match, barred, match_frames
from loaders.gifts import ON_HIS_OWN, body_of
from loaders.proposals import Proposal, antecedent_span, clause_span
from loaders.roles import fill
from loaders.topics import Found, Topics
from loaders.values import Mention, Reading

_PLANS_COUNT = frozenset({"INVESTED_IN", "ASSISTS", "COOPERATES_WITH", "HAS_ROLE", "SECONDED_FROM"})

_WISH = re.compile("打算|有意|希望|洽谈|商谈|考虑|盼")  # less than a plan that is made public
_FORMERLY = re.compile("从前|以前|曾|原来|之前|过去|往年|早年|那些年|打过|做过|干过")
_NOWADAYS = re.compile("现在|如今|眼下|目前|后来|这才|今年")
_GETS = re.compile("(?:还|也|又|先后)*(?:获(?!批)|收到|接受|得到|喜获|受赠|受到)")
_OWNS = re.compile("”?的?(?:旗下|下属|所属|控股|全资|子公司)")
_FIRM_OF = re.compile("(?:[市区县省]?属|籍|的?(?:国企|企业|公司|商人|老板|客商))")
OPEN = "who helps whom stays open"
_TOGETHER = re.compile("分别|共同|联合|合力|一起|一道|携手|均|都|各")  # several and several, and how they go together
_OF_PERSONS = frozenset({"SECONDED_TO", "SECONDED_FROM", "FOUNDED", "WORKS_AT"})
_OF_GIFTS = frozenset({"DONATED_TO", "FUNDED", "INVESTED_IN", "BUILT"})
_NAMED = frozenset(SIGNS[label] for label in ("Park", "Workshop", "Facility", "Company", "Organization"))
_OF_FIRMS = frozenset({"MOVED_INTO", "CAME_FROM", "BUILT", "RUNS", "COOPERATES_WITH"})


def framed(reading: Reading, topics: Topics, row: Chart, only: str | None) -> Iterator[Proposal]:
    """The proposals of the frames: those of ASSISTS, of the relations of persons or of firms, or (None) all but of persons."""
    of_things = frozenset(schema().relations) - _OF_PERSONS - {"ASSISTS"}
    groups = {"ASSISTS": frozenset({"ASSISTS"}), "persons": _OF_PERSONS, "firms": _OF_FIRMS}
    relations = groups.get(only or "", of_things)
    for match in match_frames(row, relations):
        yield from _proposals(reading, topics, row, match)


def _former(code: str) -> bool:
    """Whether the last clause speaks of work that is over."""
    last = re.split("[，；]", code)[-1]
    return _FORMERLY.search(last) is not None and _NOWADAYS.search(last) is None


def _proposals(reading: Reading, topics: Topics, row: Chart, match: Match) -> Iterator[Proposal]:
    frame = match.frame
    code = row.code[match.start : match.end]
    if barred(match, row) is not None:
        return
    start, end = row.starts[match.start], row.ends[match.end - 1]
    main = clause_span(row.sentence, start, end)
    problem = None
    code = (
        re.split("[，；：。]", row.code[max(0, match.start - 8) : match.start])[-1] + code
    )  # 计划引进A: the plan stands before
    said = code
    if frame.relation == "WORKS_AT":
        said = re.split("[，；]", code)[-1]  # 不再外出，进了甲厂: what comes before the work is another matter
    if NEGATED.search(said):
        problem = "the words deny it"
    elif PLANNED.search(said) and frame.relation not in _PLANS_COUNT and not frame.plans:
        problem = "the words speak of a plan"
    elif frame.plans and _WISH.search(said):
        problem = "the words speak of a wish"
    elif frame.relation == "WORKS_AT" and _former(row.code[match.start : match.end]):
        problem = "the words speak of former work"
    properties, raw = _properties(row, match)
    opening = _opening_date(row, match, properties)
    if opening is not None:
        date = row.items[opening]
        assert isinstance(date, DateMention)
        properties["since"], raw["since"] = date.first, date.raw
        start = row.starts[opening]
        main = clause_span(row.sentence, start, end)
    subjects, objects = _ends(topics, row, match, frame.subject), _ends(topics, row, match, frame.object)
    if "分别" in code and max(len(subjects), len(objects)) > 1 and _several_sums(row, match):
        properties.pop("amount", None)  # whose is whose is not told here
    for (subject, first), (object_, second) in _combined(subjects, objects, "分别" in code):
        one, other = oriented(topics, frame.orient, frame.relation, subject, object_)
        wrong = problem
        if min(len(subjects), len(objects)) > 1 and _crossed(frame.relation, code, len(subjects) != len(objects)):
            wrong = wrong or "which of them belongs to which is open"
        if one is None or other is None:
            one, other, wrong = subject, object_, OPEN
        if frame.relation == "MOVED_INTO" and _partner(row, match.roles.get(frame.subject, ())):
            wrong = wrong or "the partner of another firm"
        if frame.relation == "BUILT" and subject.label == "Region" and _only_a_firm_of(row, first):
            wrong = wrong or f"a firm of {subject.name} did it"
        wrong = wrong or wrong_side(topics, row, match, ((frame.subject, subject), (frame.object, object_)))
        if (
            frame.relation == "DONATED_TO"
            and isinstance(first, Mention)
            and _GETS.match(row.code, row.at(first.start) + 1)
        ):
            wrong = wrong or f"{subject.name} is the one that gets it"
        roles = ("object", "subject") if one is object_ else ("subject", "object")
        spans, because, low, high = [main], list[Step](), start, end
        for found, role in zip((first, second), roles, strict=True):
            if isinstance(found, Mention) and not low <= found.start < high:  # beside the words of the frame
                low, high = min(low, found.start), max(high, found.end)
                spans[0] = clause_span(row.sentence, low, high)
            if isinstance(found, Found) and _in_sentence(row, found.where):
                low, high = min(low, found.where.start), max(high, found.where.end)
                spans[0] = clause_span(row.sentence, low, high)
            if isinstance(found, Found):
                spans.append(antecedent_span(reading, found.where))
                because.append(found.step(role))
            elif (
                found.step is not None and found.antecedent is not None
            ):  # 他, 公司: what they stand for is said before
                spans.append(found.antecedent)
                because.append(Step(role, found.step.kind, found.surface, found.entity.name))
        yield Proposal(frame.relation, one, other, tuple(spans), tuple(because), properties, raw, wrong, frame.name)


def _crossed(relation: str, code: str, uneven: bool) -> bool:
    """Whether of several and several the words do not tell which goes with which."""
    return ("分别" in code and uneven) or (relation == "ASSISTS" and not _TOGETHER.search(code))


def _partner(row: Chart, roles: tuple[int, ...]) -> bool:
    """Whether 与 or 同 stands before the first of the names, or 旗下 behind the last: 甲公司与乙合作社签约，在丙镇建厂."""
    if not roles:
        return False
    return (
        row.code[max(0, roles[0] - 1) : roles[0]] in ("与", "跟", "同")
        or _OWNS.match(row.code, roles[-1] + 1) is not None
    )


def _only_a_firm_of(row: Chart, named: Mention | Found) -> bool:
    return isinstance(named, Mention) and _FIRM_OF.match(row.code, row.at(named.start) + 1) is not None


def _in_sentence(row: Chart, mention: Mention) -> bool:
    return mention.block == row.sentence.block and row.sentence.start <= mention.start < row.sentence.end


def _several_sums(row: Chart, match: Match) -> bool:
    return row.code.count(SIGNS["money"], match.start, match.end + 30) > 1


End = tuple[Entity, Mention | Found]


def _combined(subjects: list[End], objects: list[End], respectively: bool) -> Iterator[tuple[End, End]]:
    """Every subject with every object; with 分别 the first with the first, the second with the second."""
    if respectively and len(subjects) == len(objects) > 1:
        yield from zip(subjects, objects, strict=True)
        return
    for subject in subjects:
        for object_ in objects:
            yield subject, object_


def _ends(topics: Topics, row: Chart, match: Match, role: str) -> list[End]:
    """The entities of a role: those in the sentence, or the one under discussion where the frame allows it."""
    found: list[End] = []
    for index in match.roles.get(role, ()):
        item = row.items[index]
        if not isinstance(item, Mention):
            continue
        if item.label == "Region" and match.frame.relation in _OF_GIFTS and row.code[index + 1 : index + 2] in _NAMED:
            named = row.items[index + 1]  # 捐给了甲县乙小学: the county is the beginning of an address
            if role != match.frame.object or not isinstance(named, Mention) or named.label not in THINGS:
                continue
            item = named
        if item.label == "Person" and role == match.frame.subject and match.frame.relation == "DONATED_TO":
            item = item if ON_HIS_OWN.search(row.code) else body_of(row, index) or item  # a firm acts through its head
        found.append((item.entity, item))
    if not found and role in match.frame.missing:
        found += [(topic.entity, topic) for topic in fill(topics, row, match, match.frame.missing[role])]
    return found


def _properties(row: Chart, match: Match) -> tuple[dict[str, object], dict[str, str]]:
    """The values that the frame caught, and the words they were read from."""
    properties: dict[str, object] = dict(match.frame.fixed)
    raw: dict[str, str] = {}
    for name in ("amount", "count", "since", "until"):
        for index in match.roles.get(name, ())[:1]:
            item = row.items[index]
            if isinstance(item, Quantity):
                properties[name], raw[name] = item.value, item.raw
            elif isinstance(item, DateMention) and item.first:
                properties[name], raw[name] = item.first, item.raw
    return properties, raw


_BEFORE_DATE = re.compile("[，、以来起自从间初底末中]*")


def _opening_date(row: Chart, match: Match, properties: dict[str, object]) -> int | None:
    """The chart position of a date right before the words of the frame: 2022年3月，甲公司入驻乙社区."""
    relation = match.frame.relation
    if "since" not in schema().relations[relation].properties or "since" in properties:
        return None
    for index in range(match.start - 1, max(-1, match.start - 6), -1):
        item = row.items[index]
        if isinstance(item, DateMention):
            fitting = item.kind == SINCE if relation == "ASSISTS" else item.kind != UNTIL
            return index if fitting and item.first else None
        if not _BEFORE_DATE.fullmatch(row.code[index]):
            return None
    return None
