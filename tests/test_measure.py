"""Figures become observations of the right thing, with their proof, or are rejected with a reason."""

from __future__ import annotations

import re
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


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        # a region that the paragraph opens with, not the county of the paragraph before, has the totals that follow
        (
            [
                "[[Company:远山制衣]]把一条线搬到[[Region:甘洛县]]，县里帮着装修。",
                "像它一样的厂子，在[[Region:四川省]]45个协作县里不止一家。今年新落地的210家企业，到位资金38亿元。",
            ],
            {("四川省", "companies", 210), ("四川省", "investment", 3800000000)},
        ),
        # what something ranks among is not what it is about; 这个小区 is
        (
            ["[[RelocationSite:幸福里社区]]去年住满了。论人口，这个小区在[[Region:凉山州]]排第二：1530户、6900人。"],
            {("幸福里社区", "households", 1530), ("幸福里社区", "residents", 6900)},
        ),
        (
            ["[[RelocationSite:幸福里社区]]是[[Region:凉山州]]最大的安置区，910户、4100人分住26栋楼里的980套房。"],
            {
                ("幸福里社区", "households", 910),
                ("幸福里社区", "residents", 4100),
                ("幸福里社区", "buildings", 26),
                ("幸福里社区", "housing_units", 980),
            },
        ),
        # what was paid for stands in the sentence after
        (
            [
                "[[Region:绍兴市]]对口帮扶[[Region:马边县]]。头一笔协作资金是820万元。[[Region:绍兴市]]用它在县城建起[[Park:同心产业园]]。",
                "随后是1300万元。[[Region:绍兴市]]拿这笔钱添了一座[[Facility:彩云孵化基地]]。",
            ],
            {("同心产业园", "assistance_funds", 8200000), ("彩云孵化基地", "assistance_funds", 13000000)},
        ),
        # of these people the clause before says which way they go
        (
            [
                "[[Region:绍兴市]]派往[[Region:马边县]]的干部有21人，专业技术人才有64人；同期接收[[Region:马边县]]干部17人。"
            ],
            {
                ("绍兴市", "cadres_sent", 21),
                ("马边彝族自治县", "cadres_received", 21),
                ("绍兴市", "specialists_sent", 64),
                ("马边彝族自治县", "specialists_received", 64),
                ("马边彝族自治县", "cadres_sent", 17),
                ("绍兴市", "cadres_received", 17),
            },
        ),
        (
            ["至此，[[Region:绍兴市]]向[[Region:马边县]]派出的医疗人才累计37名。"],
            {("绍兴市", "specialists_sent", 37), ("马边彝族自治县", "specialists_received", 37)},
        ),
        # of those who go both ways, the ones of whom it is said who sends them
        (
            ["[[Region:绍兴市]]与[[Region:马边县]]互派医疗人才45名，其中[[Region:绍兴市]]派出29名。"],
            {("绍兴市", "specialists_sent", 29)},
        ),
        # several send them: nothing is said of each; the receiver is one
        (
            ["[[Region:诸暨市]]、[[Region:嵊州市]]帮扶[[Region:马边县]]，14名教师刚到[[Region:马边县]]支教。"],
            {("马边彝族自治县", "teachers_received", 14)},
        ),
        # a sum after a gift is what the gift is worth
        (
            ["[[Company:恒远集团]]向[[Region:甘洛县]]捐赠物资，计有电脑60台，总值31万元。"],
            {
                ("恒远集团", "donated_items", 60),
                ("恒远集团", "donated_value", 310000),
                ("甘洛县", "donated_items", 60),
                ("甘洛县", "donated_value", 310000),
            },
        ),
        # rooms that are only turned to do not hold what the next sentence counts
        (
            [
                "[[RelocationSite:幸福里社区]]搬来五年了。邻里红了脸，可找[[Facility:和气调解室]]。积分超市开张后，社区有640人参加。"
            ],
            {("幸福里社区", "participants", 640)},
        ),
        # workers who leave, and those who need not
        (
            [
                "去年走出[[RelocationSite:幸福里社区]]打工的劳动力有2100人，其中830人到了[[Region:广东省]]等外省。",
                "社区还引来19家企业，让950人在家门口就领上工资。",
            ],
            {
                ("幸福里社区", "workers_sent", 2100),
                ("幸福里社区", "workers_sent", 830),
                ("幸福里社区", "companies", 19),
                ("幸福里社区", "people_employed", 950),
            },
        ),
        # a kind of thing that is counted is not a name
        (
            ["[[Region:甘洛县]]建成[[Facility:同心示范村]]9个，受益移民8200人。"],
            {("甘洛县", "people_helped", 8200)},
        ),
        # goods that are named after their county; a list behind them does not change that
        (
            ["[[Region:绍兴市]]的市民帮销[[Region:马边县]]土豆、苦荞等2600万元。"],
            {("马边彝族自治县", "sales", 26000000)},
        ),
    ],
)
def test_subjects_that_the_clause_does_not_name(paragraphs: list[str], expected: set[tuple[str, str, float]]) -> None:
    assert told(*paragraphs) == expected


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
        "[[RelocationSite:幸福里社区]]搬来“巧手计划”“春雨工程”两项工程的经验。",
        "云雾家庭农场替乡邻卖掉[[Region:甘洛县]]红茶3万公斤，1200名茶农增收。",
        "[[Company:远山制衣]]的茶叶，卖了3亿元里的一大半。",
    ],
)
def test_no_observation(text: str) -> None:
    assert told(text) == set()


def test_what_is_not_understood_is_rejected_with_its_words() -> None:
    rejects = [r for r in measure(reading("[[Region:马边县]]海拔1800米。")) if isinstance(r, Reject)]
    assert [(r.reason, r.candidate["raw"], r.evidence[0].quote) for r in rejects] == [
        ("no indicator", "1800米", "马边县海拔1800米")
    ]


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
