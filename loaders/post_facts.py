"""What a post tells: HAS_ROLE with its proof and title, and FOUNDED or WORKS_AT where the title says as much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.model import Step
from loaders.bodies import held
from loaders.chart import Chart
from loaders.post_divisions import Held, seat
from loaders.post_shapes import CHIEF, JOB, Post
from loaders.proposals import Proposal, antecedent_span, clause_span
from loaders.topics import Topics
from loaders.values import Mention, Reading

_FOUNDER = re.compile("创始人|创办人|发起人")
_BARE = re.compile("(?:经济发展|农业农村|农业|教育|财政|民政|商务|水利|统计|信访|司法|审计|文旅|工信|科技|人社|卫健)局")
# What the hands of a house are called: a trade that is no post of it.
_STAFF = re.compile(
    "(?:品检|保管|仓管|库管|护理|地服|解说|讲解|化验|检验|保洁|营业|收银|服务|分拣|饲养|养殖|驾驶|售货|理货|操作|标注|采样|记账|统计|快递|配送|收购|炊事"
    "|宿管|导购|客服|育苗|管护)员$|(?:电工|司机|门卫|护工|保安|师傅)$"
)
_HAND = re.compile("(?:车间|班|小|[一-鿿]检|包装|缝纫)组长$|[^董]班长$|会计$")  # posts among the workers of a firm


def tell(
    reading: Reading,
    topics: Topics,
    row: Chart,
    person: int,
    posts: Sequence[Post],
    former: bool,
    last: Held | None = None,
) -> Iterator[Proposal]:
    """The facts that posts make of a person: the post in its body, and what else it says (founded, works there)."""
    holder = row.items[person]
    assert isinstance(holder, Mention)
    low, high = min(posts[0].start, person), max(person, posts[-1].end - 1)
    main = clause_span(row.sentence, row.starts[low], row.ends[high])
    for post in posts:
        one = held(topics, row, post, last)
        if one is None and last is not None and not last.title and post.body is None:
            title = row.code[slice(*post.title)]  # the words before say where: 在甲车间当保安队长
            one = Held(last.body, last.step, title) if CHIEF.search(title) is None else None
        if one is None:
            continue
        one = seat(topics, one)
        last = one
        if (
            one.title in ("成员", "委员", "党组成员", "队员", "组员") and post.body is None
        ) or one.body.id == holder.entity.id:
            continue
        spans, because = [main], list[Step]()
        if one.step is not None:
            spans.append(antecedent_span(reading, one.step.where))
            because.append(one.step.step("object", row.code[slice(*post.body)] if post.body else ""))
            if one.step.where.antecedent is not None:
                spans.append(one.step.where.antecedent)
        if holder.step is not None and holder.antecedent is not None:
            spans.append(holder.antecedent)
            because.append(Step("subject", holder.step.kind, holder.surface, holder.entity.name))
        hand = _STAFF.search(one.title) is not None and one.body.label not in ("Region", "RelocationSite")
        relations = ["WORKS_AT"] if hand else ["HAS_ROLE"]
        if _FOUNDER.search(one.title) and one.body.label in ("Company", "Workshop", "Facility"):
            relations.append("FOUNDED")
        if relations[0] == "HAS_ROLE" and (
            JOB.search(one.title)
            or one.title.endswith(("技术员", "质检员"))
            or (_HAND.search(one.title) and one.body.label in ("Company", "Workshop"))
        ):
            relations.append("WORKS_AT")  # a trade (教师 of a school) names no post, and says where somebody works
        if _BARE.fullmatch(one.body.name):
            continue  # 原是乙区丙镇的|经济发展局副局长: of which town, the name does not tell
        for relation in relations:
            yield _proposal(
                relation, holder, one, (tuple(spans), tuple(because)), _written(row, post, one.title), former
            )


def _proposal(
    relation: str,
    holder: Mention,
    one: Held,
    words: tuple[tuple[tuple[int, int, int], ...], tuple[Step, ...]],
    written: str,
    former: bool,
) -> Proposal:
    properties = {"title": one.title} if relation == "HAS_ROLE" else {}
    raw = {"title": written} if properties else {}
    problem = "the words speak of a former post" if former else one.problem
    return Proposal(relation, holder.entity, one.body, *words, properties, raw, problem)


def _written(row: Chart, post: Post, title: str) -> str:
    """The title as it stands in the text."""
    return "长" if post.shared else title
