"""Merging must not care about order or repetition: of two rows, of many, and of whole documents."""

from __future__ import annotations

import itertools
import json
from copy import deepcopy
from typing import Any

import pytest
from graph_samples import first_page, reprint_page, second_page
from hypothesis import given
from hypothesis import strategies as st

from graph import merge
from graph.errors import StoreError
from graph.reprints import Works, same_work
from graph.rows import Batch, batch
from graph.tables import Pair
from graph.upsert import upsert

Row = dict[str, Any]
few = st.lists(st.sampled_from("abcd"), max_size=3, unique=True).map(sorted)
dates = st.sampled_from([None, "2021", "2021-03", "2022", "2022-04", "2022-04-01"])
words = st.sampled_from([None, "甲", "乙", "乙；甲", "甲；乙"])
steps = st.lists(st.fixed_dictionaries({"role": st.sampled_from("so"), "kind": st.just("topic")}), max_size=2)
numbers = st.sampled_from([None, 1.0, 2.0, 30.0])


@st.composite
def proofs(draw: st.DrawFn) -> Row:
    tier = draw(st.sampled_from(["stated", "inferred"]))
    because = draw(steps) if tier == "inferred" else []
    kept = sorted({merge.canonical(step) for step in because})
    return {"tier": tier, "because": f"[{','.join(kept)}]", "passages": draw(few)}


@st.composite
def entities(draw: st.DrawFn) -> Row:
    names = draw(st.lists(st.sampled_from(["三都", "三都县", "三合"]), min_size=1, unique=True).map(sorted))
    name = draw(st.sampled_from(names))
    return {
        "id": "x",
        "label": "Company",
        "name": name,
        "aliases": [one for one in names if one != name],
        "names": names,
        "keys": names,
        "code": draw(st.sampled_from([None, "1", "2"])),
        "region": draw(st.sampled_from([None, "r", "s"])),
    }


@st.composite
def facts(draw: st.DrawFn) -> Row:
    """A secondment: it has a wording, a since and an until."""
    properties = {"title": draw(words), "since": draw(dates), "until": draw(dates)}
    source = draw(st.sampled_from([None, "gazetteer"]))
    return {"id": "f", "relation": "SECONDED_TO", **draw(proofs()), "source": source, **properties}


@st.composite
def labour(draw: st.DrawFn) -> Row:
    return {"id": "f", "relation": "SENDS_WORKERS_TO", **draw(proofs()), "source": None, "count": draw(numbers)}


@st.composite
def observations(draw: st.DrawFn) -> Row:
    reading = {"raw": draw(st.sampled_from(["60人", "60余人"])), "modifier": draw(words), "minimum": draw(numbers)}
    rest = {"maximum": None, "precision": draw(dates)}
    return {"id": "o", "subject": "x", "indicator": "employees", "value": 60.0, **reading, **rest, **draw(proofs())}


@st.composite
def documents(draw: st.DrawFn) -> Row:
    names = draw(few.filter(bool))
    return {"id": "d", "name": names[0], "names": names, "paths": draw(few), "sha256": "0"}


CASES = [
    (merge.entity, entities()),
    (merge.fact, facts()),
    (merge.fact, labour()),
    (merge.observation, observations()),
    (merge.document, documents()),
]


@pytest.mark.parametrize(("function", "rows"), CASES, ids=["entity", "fact", "labour", "observation", "document"])
@given(data=st.data())
def test_order_and_repetition_do_not_matter(function: Any, rows: Any, data: st.DataObject) -> None:
    a, b, c = data.draw(rows), data.draw(rows), data.draw(rows)
    before = deepcopy((a, b, c))
    assert function(a, b) == function(b, a)
    assert function(function(a, b), c) == function(a, function(b, c))
    assert function(a, a) == a
    assert function(function(a, b), b) == function(a, b)
    assert (a, b, c) == before


def fact(**changes: Any) -> Row:
    row = {"id": "f", "relation": "SECONDED_TO", "tier": "stated", "because": "[]", "passages": ["p"], "source": None}
    return {**row, "title": None, "since": None, "until": None, **changes}


def test_of_two_tiers_the_stated_one_wins_with_its_own_steps() -> None:
    step = '[{"kind":"topic","means":"三都县","role":"subject","surface":"该县"}]'
    merged = merge.fact(fact(tier="inferred", because=step, passages=["q"]), fact())
    assert (merged["tier"], merged["because"], merged["passages"]) == ("stated", "[]", ["p", "q"])


def test_two_inferred_proofs_keep_both_their_steps() -> None:
    one, other = '[{"kind":"topic"}]', '[{"kind":"pronoun"}]'
    merged = merge.fact(fact(tier="inferred", because=one), fact(tier="inferred", because=other))
    assert json.loads(merged["because"]) == [{"kind": "pronoun"}, {"kind": "topic"}]


def test_words_count_for_more_than_the_gazetteer() -> None:
    listed = fact(passages=[], source="gazetteer")
    said = fact(tier="inferred", because='[{"kind":"topic"}]')
    merged = merge.fact(listed, said)
    assert (merged["source"], merged["tier"], merged["because"]) == (None, "inferred", '[{"kind":"topic"}]')
    assert merge.fact(listed, listed)["source"] == "gazetteer"


@pytest.mark.parametrize(
    ("name", "a", "b", "kept"),
    [
        ("since", "2022-04", "2021", "2021"),
        ("since", "2022", "2022-04", "2022-04"),
        ("until", "2022", "2022-04", "2022-04"),
        ("until", "2023", "2022-04", "2023"),
        ("since", None, "2022", "2022"),
        ("title", "副县长", "县委常委", "副县长；县委常委"),
    ],
)
def test_properties(name: str, a: str | None, b: str, kept: str) -> None:
    assert merge.fact(fact(**{name: a}), fact(**{name: b}))[name] == kept


class Memory:
    """graph.upsert.Tables in dictionaries: what a store holds, without a store."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Row]] = {}
        self.links: set[tuple[Pair, tuple[str, str]]] = set()

    def nodes(self, label: str, ids: list[str]) -> dict[str, Row]:
        return {key: self.rows[label][key] for key in ids if key in self.rows.get(label, {})}

    def create_nodes(self, label: str, rows: list[Row]) -> None:
        for row in rows:
            assert row["id"] not in self.rows.setdefault(label, {})
            self.rows[label][row["id"]] = dict(row)

    def update_nodes(self, label: str, rows: list[Row]) -> None:
        for row in rows:
            self.rows[label][row["id"]].update(row)

    def facts(self, pair: Pair, rows: list[Row]) -> dict[str, Row]:
        return self.nodes(str(pair), [row["id"] for row in rows])

    def create_facts(self, pair: Pair, rows: list[Row]) -> None:
        self.create_nodes(str(pair), rows)

    def update_facts(self, pair: Pair, rows: list[Row]) -> None:
        self.update_nodes(str(pair), rows)

    def create_links(self, pair: Pair, ends: list[tuple[str, str]]) -> None:
        for end in ends:
            assert (pair, end) not in self.links
            self.links.add((pair, end))


def loaded(batches: list[Batch]) -> tuple[Any, Any]:
    memory, works = Memory(), Works()
    for one in batches:
        upsert(memory, deepcopy(one), works)
    return memory.rows, memory.links


PAGES = [first_page(), second_page(), reprint_page()]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_documents_in_any_order_and_twice_give_the_same_rows(order: tuple[int, ...]) -> None:
    batches = [batch(PAGES[i].extraction) for i in order]
    assert loaded(batches + batches[::-1]) == loaded([batch(page.extraction) for page in PAGES])


def test_the_order_of_an_extractions_lists_does_not_matter() -> None:
    page = first_page()
    page.extraction.facts.reverse()
    page.extraction.entities.reverse()
    page.extraction.observations.reverse()
    assert batch(page.extraction) == batch(first_page().extraction)


def test_a_document_that_says_other_things_than_before_is_refused() -> None:
    memory, works = Memory(), Works()
    upsert(memory, batch(first_page().extraction), works)
    changed = first_page()
    changed.extraction.facts.pop()
    with pytest.raises(StoreError, match=r"loaded before and says other things now.*new store"):
        upsert(memory, batch(changed.extraction), works)


fingerprints = st.lists(st.lists(st.integers(1, 12), max_size=8, unique=True).map(tuple), max_size=6)


@given(prints=fingerprints, data=st.data())
def test_works_do_not_depend_on_the_order_of_articles(prints: list[tuple[int, ...]], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(prints))))
    works, found = Works(), {}
    for i in order:
        found |= works.add(f"article:{i}", prints[i])
    assert found == {f"article:{i}": f"article:{least}" for i, least in _components(prints).items()}


def _components(prints: list[tuple[int, ...]]) -> dict[int, int]:
    least = list(range(len(prints)))
    for _ in prints:
        for i, j in itertools.product(range(len(prints)), repeat=2):
            if same_work(prints[i], prints[j]):
                least[i] = least[j] = min(least[i], least[j])
    return dict(enumerate(least))


def test_a_later_article_that_bridges_two_makes_them_one_work() -> None:
    works = Works()
    assert works.add("article:3", (1, 2, 3, 4)) == {"article:3": "article:3"}
    assert works.add("article:2", (11, 12, 13, 14)) == {"article:2": "article:2"}
    bridge = works.add("article:5", (1, 2, 3, 11, 12, 13))
    assert bridge == {"article:3": "article:2", "article:5": "article:2"}
