"""The evidence rule: what the quotes do not say becomes no statement, and there is no other way to make one."""

from __future__ import annotations

import copy
import json
import pickle
import re
from dataclasses import replace
from typing import Any

import pytest
from extraction_samples import ROOT
from graph_samples import Page, region, thing
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import ProofError
from graph.model import Entity, Fact, Observation, Reject, Step
from graph.normalise import fold
from graph.proof import (
    Draft,
    Proof,
    contained,
    joined,
    joined_observations,
    prove_fact,
    prove_observation,
    quotes,
)

YINZHOU = region("330212", "鄞州区", "鄞州")
ZHAOJUE = region("513431", "昭觉县")
BAISE = region("451000", "百色市", "百色")
FIRM = thing("Company", "甬北家纺有限公司", "甬北家纺")
BANK = thing("Organization", "昭觉县农商银行")
PARK = thing("Park", "南坪产业园")

TEXT = (
    "2021年春，鄞州区对口帮扶昭觉县。\n"
    "这个县的干部说，鄞州又投入150万元建设南坪产业园，去年还给了5万元。\n"
    "甬北家纺现有员工60余人，3至5名工人来自外乡。\n"
    "甬北家紡有限公司與昭觉县农商银行簽約。\n"
    "深百协作办送来一百万元。\n"
)
PAGE = Page(TEXT, name="proof")
PAIRING = "鄞州区对口帮扶昭觉县"
PAID = "鄞州又投入150万元建设南坪产业园"
STAFF = "甬北家纺现有员工60余人"


def fact(
    relation: str,
    subject: Entity,
    object_: Entity,
    *words: str,
    because: tuple[Step, ...] = (),
    raw: dict[str, str] | None = None,
    **properties: Any,
) -> Fact | Reject:
    draft = PAGE.draft(words, because, raw or {})
    return prove_fact(PAGE.extraction.document, draft, relation, subject, object_, properties)


def figure(
    words: str, raw: str, value: float, unit: str, subject: Entity = FIRM, **details: Any
) -> Observation | Reject:
    draft = PAGE.draft((words,), details.pop("because", ()), {"value": raw})
    indicator = details.pop("indicator", "employees")
    return prove_observation(PAGE.extraction.document, draft, subject, indicator, value, unit, **details)


def reason(outcome: Fact | Observation | Reject) -> str:
    assert isinstance(outcome, Reject), outcome
    return outcome.reason


# No way round


@pytest.mark.parametrize("key", [(), (None,), (object(),)])
def test_nobody_else_can_make_a_proof(key: tuple[object, ...]) -> None:
    evidence = quotes(PAGE.extraction.document, PAGE.article, [(0, 4)])
    with pytest.raises(ProofError, match="prove_fact"):
        Proof(evidence, (), *key)


def test_a_proof_cannot_be_changed() -> None:
    made = fact("ASSISTS", YINZHOU, ZHAOJUE, PAIRING)
    assert isinstance(made, Fact)
    with pytest.raises(AttributeError):
        made.proof.evidence = ()  # type: ignore[misc]


def test_a_proof_cannot_be_changed_by_replacing_its_quotes() -> None:
    made = fact("ASSISTS", YINZHOU, ZHAOJUE, PAIRING)
    assert isinstance(made, Fact)
    with pytest.raises(ProofError):
        replace(made.proof, evidence=quotes(PAGE.extraction.document, PAGE.article, [(0, 4)]))


def test_a_statement_needs_a_proof() -> None:
    with pytest.raises(TypeError, match="proof"):
        Fact("fact:1", "ASSISTS", YINZHOU, ZHAOJUE, {})  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="proof"):
        Observation("observation:1", FIRM, "employees", 60, "人", "60余人")  # type: ignore[call-arg]


def test_statements_are_made_in_one_module_only() -> None:
    """And nobody else takes the key from it."""
    makers = re.compile(r"(?<!\w)(?:Fact|Observation|Proof)\(|\b_KEY\b")
    sources = [path for part in ("graph", "loaders", "queries", "duikou") for path in (ROOT / part).rglob("*.py")]
    assert len(sources) > 60
    allowed = ("proof.py", "knowledge.py")  # what duikou.views.knowledge calls Fact and Proof is made for showing
    assert [p.name for p in sources if makers.search(p.read_text(encoding="utf-8")) and p.name not in allowed] == []


def test_statements_travel_between_processes() -> None:
    made = fact("FUNDED", YINZHOU, PARK, PAID, amount=1_500_000, raw={"amount": "150万元"})
    for other in (pickle.loads(pickle.dumps(made)), copy.deepcopy(made)):
        assert other == made
        assert other.to_json() == made.to_json()


# Quotes


def test_quotes_are_slices_of_the_document() -> None:
    found = quotes(PAGE.extraction.document, PAGE.article, [(0, 18), (18, 30), (0, 18)])
    assert [e.quote for e in found] == [TEXT[0:18], TEXT[18:30]]
    assert all(TEXT[e.start : e.end] == e.quote and e.document == "proof" for e in found)
    assert {e.article for e in found} == {PAGE.article.id}


@pytest.mark.parametrize("span", [(-1, 3), (3, 3), (5, 2), (0, len(TEXT) + 1), (len(TEXT), len(TEXT) + 1)])
def test_a_span_outside_the_document_is_a_bug_and_raises(span: tuple[int, int]) -> None:
    with pytest.raises(ProofError, match=f"proof: span {span[0]}-{span[1]} lies outside"):
        quotes(PAGE.extraction.document, PAGE.article, [span])


def test_the_quote_stays_as_it_is_written() -> None:
    words = "甬北家紡有限公司與昭觉县农商银行簽約"
    made = fact("COOPERATES_WITH", FIRM, BANK, words)
    assert isinstance(made, Fact) and made.proof.evidence[0].quote == words


# Names


def test_what_the_words_say_is_a_fact() -> None:
    made = fact("ASSISTS", YINZHOU, ZHAOJUE, "2021年春，鄞州区对口帮扶昭觉县。", since="2021", raw={"since": "2021年"})
    assert isinstance(made, Fact)
    assert (made.subject, made.object, made.properties) == (YINZHOU, ZHAOJUE, {"since": "2021"})
    assert (made.proof.tier, made.proof.because) == ("stated", ())


def test_another_form_of_the_name_will_do() -> None:
    assert isinstance(fact("FUNDED", YINZHOU, PARK, PAID), Fact)


@pytest.mark.parametrize(
    ("subject", "object_", "missing"),
    [
        (BAISE, ZHAOJUE, "the subject 百色市 stands in no quote"),
        (YINZHOU, BAISE, "the object 百色市 stands in no quote"),
        (region("513432", "昭觉县城"), ZHAOJUE, "the subject 昭觉县城 stands in no quote"),
    ],
)
def test_a_name_that_is_not_quoted_makes_no_fact(subject: Entity, object_: Entity, missing: str) -> None:
    outcome = fact("ASSISTS", subject, object_, PAIRING)
    assert reason(outcome) == missing
    assert isinstance(outcome, Reject)
    assert outcome.candidate["relation"] == "ASSISTS"
    assert [e.quote for e in outcome.evidence] == [PAIRING]
    assert json.loads(json.dumps(outcome.to_json(), ensure_ascii=False)) == outcome.to_json()


SECOND = Step("subject", "topic", "", "鄞州区")


@pytest.mark.parametrize(
    ("steps", "tier"),
    [((), None), ((replace(SECOND, role="object"),), None), ((SECOND,), "inferred")],
)
def test_a_name_in_a_second_quote_needs_a_step(steps: tuple[Step, ...], tier: str | None) -> None:
    """And the step must lead to that end of the fact."""
    outcome = fact("FUNDED", YINZHOU, PARK, "建设南坪产业园", PAIRING, because=steps)
    if tier is None:
        assert reason(outcome) == "no recorded step leads from the quote to the subject 鄞州区"
    else:
        assert isinstance(outcome, Fact) and outcome.proof.tier == tier
        assert outcome.to_json()["because"] == [SECOND.to_json()]
        assert [e.quote for e in outcome.proof.evidence] == ["建设南坪产业园", PAIRING]


def test_a_step_does_not_stand_for_a_quote() -> None:
    step = Step("object", "topic", "这个县", "昭觉县")
    assert reason(fact("ASSISTS", YINZHOU, ZHAOJUE, "这个县的干部说，鄞州又投入150万元", because=(step,))) == (
        "the object 昭觉县 stands in no quote"
    )


@pytest.mark.parametrize(("surface", "proven"), [("深百", True), ("深河", False)])
def test_a_compressed_pair_stands_for_both_names(surface: str, proven: bool) -> None:
    """If the pair itself is quoted."""
    shenzhen = region("440300", "深圳市", "深圳")
    steps = tuple(Step(role, "compressed pair", surface, role) for role in ("subject", "object"))
    outcome = fact("ASSISTS", shenzhen, BAISE, "深百协作办", because=steps)
    assert isinstance(outcome, Fact) is proven


def test_one_character_is_no_name() -> None:
    baise = replace(BAISE, aliases=("百色", "百"))
    assert isinstance(fact("FUNDED", thing("Organization", "协作办"), baise, "协作办送来一百万元"), Reject)


# Properties


@pytest.mark.parametrize(
    ("properties", "raw", "wrong"),
    [
        ({"amount": 1_500_000}, {"amount": "150万元"}, None),
        ({"amount": None, "since": None}, {}, None),
        ({"amount": 150}, {"amount": "150万元"}, "'150万元' reads as 1.5e+06, not 150"),
        ({"amount": 15_000_000}, {"amount": "150万元"}, "'150万元' reads as 1.5e+06, not 1.5e+07"),
        ({"amount": 1_500_000}, {"amount": "150万美元"}, "the amount '150万美元' stands in no quote"),
        ({"amount": 1_500_000}, {"amount": "1500000元"}, "the amount '1500000元' stands in no quote"),
        ({"amount": 1_500_000}, {}, "the amount '1500000' stands in no quote"),
        ({"amount": 1_500_000}, {"amount": "投入"}, "'投入' cannot be read as a figure"),
        ({"since": "2021"}, {"since": "2021年"}, "the since '2021年' stands in no quote"),
        ({"title": "副县长"}, {}, "the vocabulary gives the relation no property title"),
    ],
)
def test_a_property_must_be_quoted_and_read_as_it_is(
    properties: dict[str, Any], raw: dict[str, str], wrong: str | None
) -> None:
    outcome = fact("FUNDED", YINZHOU, PARK, PAID, raw=raw, **properties)
    if wrong is None:
        assert isinstance(outcome, Fact)
        assert outcome.properties == {k: v for k, v in properties.items() if v is not None}
    else:
        assert reason(outcome) == wrong


def test_a_quote_that_ends_before_the_unit_proves_no_amount() -> None:
    step = Step("object", "topic", "", "南坪产业园")
    words, raw = ("鄞州又投入150", "建设南坪产业园"), {"amount": "150万元"}
    short = fact("FUNDED", YINZHOU, PARK, *words, because=(step,), amount=1_500_000, raw=raw)
    assert reason(short) == "the amount '150万元' stands in no quote"


def test_a_title_must_be_quoted() -> None:
    page = Page("鄞州区的周启航到昭觉县挂职。", name="title")
    man = thing("Person", "周启航")
    outcome = prove_fact(
        page.extraction.document,
        page.draft((page.text,), (), {}),
        "SECONDED_TO",
        man,
        ZHAOJUE,
        {"title": "副县长"},
    )
    assert reason(outcome) == "the title '副县长' stands in no quote"


def test_a_date_must_read_as_its_words() -> None:
    outcome = fact("ASSISTS", YINZHOU, ZHAOJUE, "2021年春，鄞州区对口帮扶昭觉县", since="1999", raw={"since": "2021年"})
    assert isinstance(outcome, Reject)


def test_a_figure_cut_out_of_a_longer_one_is_not_quoted() -> None:
    assert isinstance(fact("FUNDED", YINZHOU, PARK, PAID, amount=500_000, raw={"amount": "50万元"}), Reject)


# Figures


def test_a_quoted_figure_is_an_observation() -> None:
    made = figure(STAFF, "60余人", 60, "人", modifier="余")
    assert isinstance(made, Observation)
    assert (made.value, made.raw, made.modifier, made.proof.tier) == (60, "60余人", "余", "stated")


@pytest.mark.parametrize(
    ("raw", "value", "subject", "wrong"),
    [
        ("60余人", 61, FIRM, "'60余人' reads as 60, not 61"),
        ("60余人", 600, FIRM, "'60余人' reads as 60, not 600"),
        ("60多人", 60, FIRM, "the figure '60多人' stands in no quote"),
        ("160余人", 160, FIRM, "the figure '160余人' stands in no quote"),
        ("现有员工", 60, FIRM, "'现有员工' cannot be read as a figure"),
        ("60余人", 60, BANK, "the subject 昭觉县农商银行 stands in no quote"),
    ],
)
def test_a_figure_that_the_words_do_not_give_is_rejected(raw: str, value: float, subject: Entity, wrong: str) -> None:
    outcome = figure(STAFF, raw, value, "人", subject)
    assert reason(outcome) == wrong
    assert isinstance(outcome, Reject) and outcome.candidate["raw"] == raw


def test_both_ends_of_a_range_are_said_by_it() -> None:
    words = "甬北家纺现有员工60余人，3至5名工人来自外乡"
    ends = {value: figure(words, "3至5名", value, "人") for value in (3, 4, 5)}
    assert isinstance(ends[3], Observation) and isinstance(ends[5], Observation)
    assert reason(ends[4]) == "'3至5名' reads as 3, not 4"


def test_an_indicator_must_be_in_the_vocabulary() -> None:
    assert reason(figure(STAFF, "60余人", 60, "人", indicator="staff")) == "staff is no indicator of the vocabulary"


def test_a_figure_has_the_unit_of_its_words() -> None:
    assert isinstance(figure(STAFF, "60余人", 60, "元"), Reject)


@pytest.mark.parametrize("details", [{"minimum": 50.0}, {"maximum": 900.0}, {"modifier": "近"}])
def test_the_details_of_a_figure_are_those_of_its_words(details: dict[str, Any]) -> None:
    assert isinstance(figure(STAFF, "60余人", 60, "人", **details), Reject)


# What the vocabulary says


def test_a_relation_runs_between_the_labels_of_the_vocabulary() -> None:
    assert reason(fact("MOVED_INTO", YINZHOU, PARK, PAID)) == "MOVED_INTO cannot run from Region to Park"
    assert reason(fact("ASSISTS", YINZHOU, YINZHOU, PAIRING)) == "ASSISTS would join 鄞州区 with itself"


def test_an_undirected_relation_has_one_form() -> None:
    words = "甬北家紡有限公司與昭觉县农商银行簽約"
    one, other = fact("COOPERATES_WITH", FIRM, BANK, words), fact("COOPERATES_WITH", BANK, FIRM, words)
    assert isinstance(one, Fact) and one == other
    assert one.subject.id < one.object.id


def test_the_steps_go_with_the_ends() -> None:
    one, other = sorted((FIRM, BANK), key=lambda e: e.id, reverse=True)
    step = Step("subject", "topic", "", one.name)
    words = "甬北家紡有限公司與昭觉县农商银行簽約"
    made = fact("COOPERATES_WITH", one, other, words, because=(step,))
    assert isinstance(made, Fact) and made.object == one
    assert made.proof.because == (replace(step, role="object"),)


def test_a_directed_relation_keeps_its_direction() -> None:
    one, other = fact("ASSISTS", YINZHOU, ZHAOJUE, PAIRING), fact("ASSISTS", ZHAOJUE, YINZHOU, PAIRING)
    assert isinstance(one, Fact) and isinstance(other, Fact)
    assert one.id != other.id and (one.subject, other.subject) == (YINZHOU, ZHAOJUE)


def test_two_amounts_are_two_facts_and_two_dates_are_one() -> None:
    words = (PAID, "去年还给了5万元")
    first = fact("FUNDED", YINZHOU, PARK, *words, amount=1_500_000, raw={"amount": "150万元"})
    second = fact("FUNDED", YINZHOU, PARK, *words, amount=50_000, raw={"amount": "5万元"})
    dated = fact("ASSISTS", YINZHOU, ZHAOJUE, "2021年春，鄞州区对口帮扶昭觉县", since="2021", raw={"since": "2021年"})
    plain = fact("ASSISTS", YINZHOU, ZHAOJUE, PAIRING)
    assert isinstance(first, Fact) and isinstance(second, Fact) and first.id != second.id
    assert isinstance(dated, Fact) and isinstance(plain, Fact) and dated.id == plain.id


def test_what_the_gazetteer_says_needs_no_quote_and_says_so() -> None:
    made = contained(ZHAOJUE, region("513400", "凉山彝族自治州")).to_json()
    assert (made["relation"], made["source"], made["evidence"]) == ("PART_OF", "gazetteer", [])


# Joined


def proven(outcome: Fact | Reject) -> Fact:
    assert isinstance(outcome, Fact), outcome
    return outcome


def test_words_that_say_it_go_before_words_that_need_a_step() -> None:
    step = Step("object", "topic", "", "昭觉县")
    inferred = proven(fact("ASSISTS", YINZHOU, ZHAOJUE, "鄞州又投入150万元", PAIRING, because=(step,)))
    stated = proven(fact("ASSISTS", YINZHOU, ZHAOJUE, PAIRING))
    assert [f.proof for f in joined([inferred, stated])] == [stated.proof]
    assert [f.proof.tier for f in joined([inferred])] == ["inferred"]


def test_a_fact_said_twice_has_both_quotes_and_all_properties() -> None:
    dated = proven(
        fact("ASSISTS", YINZHOU, ZHAOJUE, "2021年春，鄞州区对口帮扶昭觉县", since="2021", raw={"since": "2021年"})
    )
    plain = proven(fact("ASSISTS", YINZHOU, ZHAOJUE, PAIRING))
    for order in ([dated, plain], [plain, dated]):
        (one,) = joined(order)
        assert one.properties == {"since": "2021"}
        assert {e.quote for e in one.proof.evidence} == {"2021年春，鄞州区对口帮扶昭觉县", PAIRING}
    assert joined([]) == []


def test_a_figure_said_twice_is_one_observation() -> None:
    one = figure(STAFF, "60余人", 60, "人")
    other = figure("甬北家纺现有员工60余人，3至5名工人", "60余人", 60, "人")
    apart = figure(STAFF, "60余人", 60, "人", status="target")
    assert isinstance(one, Observation) and isinstance(other, Observation) and isinstance(apart, Observation)
    both = joined_observations([one, other, apart])
    assert [len(o.proof.evidence) for o in both] == [2, 1]


# Any quote, any names

NAMES = ["鄞州区", "鄞州", "昭觉县", "南坪产业园", "甬北家纺", "甬北家纺有限公司", "百色市"]


@given(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40)), st.sampled_from(NAMES), st.sampled_from(NAMES))
@settings(max_examples=120, deadline=None)
def test_a_fact_without_steps_has_both_names_in_its_first_quote(at: tuple[int, int], one: str, other: str) -> None:
    start, end = at[0], min(sum(at), len(TEXT))
    subject, object_ = thing("Company", one), thing("Park", other)
    draft = Draft(PAGE.article, ((start, end), (0, len(TEXT))))
    outcome = prove_fact(PAGE.extraction.document, draft, "MOVED_INTO", subject, object_)
    quote = fold(TEXT[start:end])
    assert isinstance(outcome, Fact) is (fold(one) in quote and fold(other) in quote)


@given(st.integers(0, 300), st.sampled_from(["60余人", "150万元", "5万元", "3至5名", "2021年"]))
@settings(max_examples=120, deadline=None)
def test_no_value_but_that_of_the_words_passes(value: int, raw: str) -> None:
    said = {"60余人": {60}, "150万元": {1_500_000}, "5万元": {50_000}, "3至5名": {3, 5}}
    outcome = figure(TEXT, raw, value, "人")
    assert isinstance(outcome, Observation) is (value in said.get(raw, ()))
