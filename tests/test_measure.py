"""Figures become observations of the right thing, with their proof, or are rejected with a reason."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from graph.identity import entity_id, region_id
from graph.model import Article, Document, Entity, Observation, Reject
from graph.normalise import normalise
from graph.schema import schema
from loaders.clauses import sentences
from loaders.gazetteer import load
from loaders.measure import measure
from loaders.measure_frames import parse, read
from loaders.values import HEADING, PARAGRAPH, Block, Mention, Reading

MARKED = re.compile(r"\[\[(\w+):([^\]]+)\]\]")
ABOUT = "两地结成东西部协作对子。"


def reading(*paragraphs: str, published: str | None = None, headings: tuple[int, ...] = ()) -> Reading:
    """An article whose names are marked by hand: [[Company:远山制衣]]现有工人118人."""
    text, blocks, mentions = "", [], []
    for number, marked in enumerate((*paragraphs, ABOUT)):
        plain, position = "", 0
        for match in MARKED.finditer(marked):
            plain += marked[position : match.start()]
            start = len(plain)
            plain += match[2]
            mentions.append(Mention(number, start, len(plain), match[2], entity(match[1], match[2])))
            position = match.end()
        plain += marked[position:]
        blocks.append(Block(HEADING if number in headings else PARAGRAPH, normalise(plain, len(text))))
        text += plain + "\n"
    document = Document("sample", text, "0" * 64)
    article = Article("article:1", document.id, 0, len(text), published=published)
    return Reading(document, article, tuple(blocks), sentences(blocks), mentions=mentions)


def entity(label: str, name: str) -> Entity:
    places = load().named(name) if label == "Region" else ()
    if places:
        return Entity(region_id(places[0].code), label, places[0].name, (name,), places[0].code)
    return Entity(entity_id(label, name, None), label, name)


def observed(*paragraphs: str, **options: Any) -> list[Observation]:
    return [o for o in measure(reading(*paragraphs, **options)) if isinstance(o, Observation)]


def told(*paragraphs: str, **options: Any) -> set[tuple[str, str, float]]:
    return {(o.subject.name, o.indicator, o.value) for o in observed(*paragraphs, **options)}


def named(name: str) -> str:
    return entity("Region", name).name


SHARED, ROWS = read()
EXAMPLES = [(row.get("indicator") or row["moves"], example) for row in ROWS for example in row["examples"]]


@pytest.mark.parametrize(("frame", "example"), EXAMPLES, ids=[f"{f}: {e['text'][:24]}" for f, e in EXAMPLES])
def test_the_examples_of_the_frames(frame: str, example: dict[str, Any]) -> None:
    found = told(example["text"] + "。")
    wanted = {(subject, indicator, float(value)) for subject, indicator, value in example["figures"]}
    assert {(named(s) if s.endswith(("市", "州")) else s, i, v) for s, i, v in wanted} == found
    if "status" in example:
        assert {o.status for o in observed(example["text"] + "。") if o.indicator == frame} == {example["status"]}


def test_every_indicator_but_other_has_an_example() -> None:
    shown = {indicator for _, example in EXAMPLES for _, indicator, _ in example["figures"]}
    assert set(schema().indicators) - shown == {"other"}


def test_a_frame_for_an_unknown_indicator_is_refused() -> None:
    with pytest.raises(ValueError, match="is no indicator"):
        parse(SHARED, [{"indicator": "happiness", "units": ["share"], "say": ["#"]}])


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        # the firm last brought into the story
        (
            ["[[RelocationSite:幸福里社区]]引进[[Company:蓝湾内衣]]，累计投资900万元，已吸纳就业63人。"],
            {("蓝湾内衣", "investment", 9000000), ("蓝湾内衣", "people_employed", 63)},
        ),
        # what the money built, and what follows is about that too
        (
            [
                "[[Region:绍兴市]]出资700万元，在[[Region:马边县]]建起[[Workshop:彝绣工坊]]，厂房2600平方米，吸纳48人就业。"
            ],
            {
                ("彝绣工坊", "assistance_funds", 7000000),
                ("彝绣工坊", "floor_area", 2600),
                ("彝绣工坊", "people_employed", 48),
            },
        ),
        # a word that stands for the park of the sentence before
        (
            ["[[Park:同心产业园]]去年开园。园区入驻企业14家，带动720人就业。"],
            {("同心产业园", "companies", 14), ("同心产业园", "people_employed", 720)},
        ),
        # the helped county, not its helper, has the result of the help
        (
            ["[[Region:绍兴市]]对口帮扶[[Region:马边县]]五年，援建项目88个，带动就业6200人。"],
            {("马边彝族自治县", "projects", 88), ("马边彝族自治县", "people_employed", 6200)},
        ),
        # who earns it: the person who speaks, else the firm whose staff is meant
        (
            ["[[Person:罗小芹]]从前在外打工。“如今我下楼就进车间，一个月挣2900元，日子有奔头。”[[Person:罗小芹]]说。"],
            {("罗小芹", "income_month", 2900)},
        ),
        (
            ["[[Person:罗小芹]]进了[[Company:远山制衣]]。[[Company:远山制衣]]工人平均月薪3300元。"],
            {("远山制衣", "income_month", 3300)},
        ),
        # a series goes on with the words of its first figure
        (
            ["[[Region:马边县]]农产品销往[[Region:绍兴市]]：2021年8000万元，2022年9600万元。"],
            {("马边彝族自治县", "sales", 80000000), ("马边彝族自治县", "sales", 96000000)},
        ),
        # a heading ends what was under discussion
        (["[[Company:远山制衣]]扩产了。", "另一件事", "现有员工35人。"], set()),
        # two names side by side: nothing tells whose figure it is
        (["[[Company:远山制衣]]和[[Company:蓝湾内衣]]现有员工35人。"], set()),
        # a word that stands for nothing named
        (["[[Region:马边县]]有变化。合作社产值500万元。"], set()),
    ],
)
def test_subjects(paragraphs: list[str], expected: set[tuple[str, str, float]]) -> None:
    assert told(*paragraphs, headings=(1,) if len(paragraphs) == 3 else ()) == expected


def test_who_sends_does_not_have_the_results_of_the_help() -> None:
    text = "[[Region:绍兴市]]向[[Region:马边县]]投入协作资金2亿元，选派党政干部12名，帮助农村劳动力就业900人。"
    assert told(text) == {
        ("马边彝族自治县", "assistance_funds", 200000000),
        ("绍兴市", "cadres_sent", 12),
        ("马边彝族自治县", "people_employed", 900),
    }


def test_people_who_move_are_sent_and_received() -> None:
    assert told("[[Region:马边县]]送出12名骨干教师到[[Region:绍兴市]]跟岗。") == {
        ("马边彝族自治县", "teachers_sent", 12),
        ("绍兴市", "teachers_received", 12),
    }


@pytest.mark.parametrize(
    "text",
    [
        "[[Region:马边县]]海拔1800米，距省城320公里，辖15个乡镇。",
        "第3届招聘会上，[[Company:远山制衣]]展台前排起队。",
        "[[Company:远山制衣]]、[[Company:蓝湾内衣]]两家企业到会。",
        "[[Company:远山制衣]]房租每月5000元。",
        "[[Region:马边县]]与[[Region:绍兴市]]互派教师30人次。",
        "[[Facility:马边小学]]可容纳学生900名。",
        "[[Region:马边县]]的茶园亩产值8000元。",
    ],
)
def test_no_observation(text: str) -> None:
    assert told(text) == set()


def test_what_is_not_understood_is_rejected_with_its_words() -> None:
    rejects = [r for r in measure(reading("[[Region:马边县]]海拔1800米。")) if isinstance(r, Reject)]
    assert [(r.reason, r.candidate["raw"], r.evidence[0].quote) for r in rejects] == [
        ("no indicator", "1800米", "马边县海拔1800米")
    ]


def test_an_article_about_something_else_yields_nothing() -> None:
    page = reading("[[Company:远山制衣]]成交额3亿元。")
    other = replace_last(page)
    assert list(measure(other)) == []


def replace_last(page: Reading) -> Reading:
    """The page without the paragraph that makes it one about paired assistance."""
    blocks = page.blocks[:-1]
    return Reading(page.document, replace(page.article), blocks, sentences(blocks), mentions=page.mentions)


def test_every_observation_quotes_its_figure_and_its_subject() -> None:
    page = reading("[[Park:同心产业园]]去年开园。", "据介绍，园区入驻企业14家，年产值2.3亿元。")
    found = [o for o in measure(page) if isinstance(o, Observation)]
    assert len(found) == 2
    for one in found:
        assert one.raw in one.proof.evidence[0].quote
        assert any("同心产业园" in piece.quote for piece in one.proof.evidence)
        assert one.proof.tier == "inferred"
        assert [(s.role, s.kind, s.means) for s in one.proof.because] == [("subject", "topic", "同心产业园")]


def test_a_clause_that_says_it_all_is_stated() -> None:
    assert observed("[[Company:远山制衣]]现有工人118人。")[0].proof.tier == "stated"


def test_a_range_gives_both_ends() -> None:
    found = observed("[[Company:远山制衣]]工人月薪3000至4500元。")
    assert {(o.value, o.minimum, o.maximum) for o in found} == {(3000, 3000, 4500), (4500, 3000, 4500)}


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("[[Park:同心产业园]]可提供就业岗位2400个。", "status", "capacity"),
        ("[[Company:远山制衣]]计划投资2亿元。", "status", "target"),
        ("[[Region:马边县]]签约项目12个。", "status", "announced"),
        ("[[Region:马边县]]实施项目12个。", "status", "outcome"),
        ("[[Region:马边县]]累计实施项目12个。", "aggregation", "cumulative"),
        ("2021年以来，[[Region:马边县]]实施项目12个。", "aggregation", "cumulative"),
        ("2021年以来，[[Region:马边县]]实施项目12个。", "period_start", "2021"),
        ("今年1至9月，[[Region:马边县]]实施项目12个。", "period_end", "2023-09"),
        ("2022年，[[Region:马边县]]实施项目12个。", "precision", "year"),
        ("2022年，[[Region:马边县]]实施项目12个。", "aggregation", "year"),
        ("今年以来，[[Region:马边县]]实施项目12个。", "aggregation", "ytd"),
        ("[[Company:远山制衣]]年产值3000余万元。", "aggregation", "year"),
        ("[[Company:远山制衣]]年产值3000余万元。", "modifier", "余"),
        ("[[Region:马边县]]吸纳脱贫劳动力就业560人。", "group", "脱贫劳动力"),
    ],
)
def test_details(text: str, field: str, value: str) -> None:
    found = observed(text, published="2023-11-07")
    assert [getattr(o, field) for o in found] == [value]
