"""What a post tells: HAS_ROLE with its proof and title, and FOUNDED or WORKS_AT where the title says as much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.model import Step
from loaders.bodies import held
from loaders.chart import Chart
from loaders.post_divisions import Held, seat
from loaders.post_shapes import CHIEF, Post
from loaders.proposals import Proposal, antecedent_span, clause_span
from loaders.topics import Topics
from loaders.trades import relations_of
from loaders.values import Mention, Reading

_FOUNDER = re.compile("创始人|创办人|发起人")
_BARE = re.compile("(?:经济发展|农业农村|农业|教育|财政|民政|商务|水利|统计|信访|司法|审计|文旅|工信|科技|人社|卫健)局")


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
        relations = relations_of(one.title, one.body.label, beside=post.body is not None or one.step is None)
        if _FOUNDER.search(one.title) and one.body.label in ("Company", "Workshop", "Facility"):
            relations.append("FOUNDED")
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
