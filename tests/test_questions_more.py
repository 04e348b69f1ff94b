"""What the questions on places, jobs, training, firms from a helper region, pairs and the newest reports answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from graph_samples import (
    FIRM,
    GUANGZHOU,
    HUANGPU,
    LIAN,
    SANDU,
    SITE,
    Page,
    fifth_page,
    first_page,
    region,
    reprint_page,
    second_page,
    thing,
    third_page,
)

from graph.store import Store, open_store
from queries.ask import ask
from queries.why import why


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("more") / "a.lbug"
    with open_store(path) as opened:
        for page in (first_page(), second_page(), reprint_page(), third_page(), fifth_page()):
            opened.write(page.extraction)
    with open_store(path, read_only=True) as opened:
        yield opened


def shown(store: Store, name: str, *columns: str, **parameters: object) -> list[tuple[object, ...]]:
    return [tuple(row[column] for column in columns) for row in ask(store, name, parameters)]


def test_facilities_say_who_built_and_runs_them_and_who_moved_in(store: Store) -> None:
    found = shown(store, "facilities", "kind", "facility", "place", "builder", "runner", "companies", region="三都")
    assert found == [
        ("Facility", "三都县中和卫生院", "三都水族自治县", None, None, 0),
        ("Facility", "三都县第二小学", "三都水族自治县", "黄埔区", None, 0),
        ("Park", "平桥就业园", "平桥社区", "黄埔区", None, 1),
        ("Workshop", "平桥绣坊", "平桥社区", None, "平桥社区", 0),
    ]
    assert shown(store, "facilities", "facility", region="黄埔") == [("黄埔区东明小学",), ("黄埔区红山医院",)]


def test_jobs_stand_by_the_site_that_the_employer_is_in(store: Store) -> None:
    found = shown(store, "jobs", "site", "park", "employer", "indicator", "value", region="三都")
    assert found == [
        ("平桥社区", None, "三都远途箱包厂", "people_employed", 32),
        ("平桥社区", None, "平桥绣坊", "people_employed", 18),
        ("平桥社区", "平桥就业园", "三都云织制衣有限公司", "employees", 60),
    ]
    assert {row[0] for row in shown(store, "jobs", "employer", employer="绣坊")} == {"平桥绣坊"}


def test_jobs_of_a_site_itself_and_of_a_region_are_told_apart(tmp_path_factory: pytest.TempPathFactory) -> None:
    page = Page("平桥社区带动300人就业。三都县带动900人就业。")
    page.figure(SITE, "people_employed", "300人", 300, "人", "平桥社区带动300人就业")
    page.figure(SANDU, "people_employed", "900人", 900, "人", "三都县带动900人就业")
    with open_store(tmp_path_factory.mktemp("jobs") / "a.lbug") as opened:
        opened.write(page.extraction)
        assert shown(opened, "jobs", "site", "employer", "value") == [("平桥社区", "平桥社区", 300)]


def test_training_is_found_by_who_runs_the_programme(store: Store) -> None:
    expected = [
        ("春归计划", "三都水族自治县", "people_trained", 120, "绣娘"),
        ("春归计划", "三都水族自治县", "training_sessions", 6, None),
    ]
    for of in ("春归计划", "三都县"):
        assert shown(store, "training", "subject", "runner", "indicator", "value", "cohort", of=of) == expected
    assert shown(store, "training", "subject", of="黄埔") == []


def test_training_by_a_helper_that_runs_it_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> None:
    page = Page("黄埔区在三都县举办绣娘培训班，培训绣娘80人。")
    course = thing("Programme", "绣娘培训班", region=SANDU.id)
    page.fact("RUNS", HUANGPU, course, "黄埔区在三都县举办绣娘培训班")
    page.figure(course, "people_trained", "80人", 80, "人", "绣娘培训班，培训绣娘80人")
    with open_store(tmp_path_factory.mktemp("training") / "a.lbug") as opened:
        opened.write(page.extraction)
        assert shown(opened, "training", "subject", "value", of="黄埔区") == [("绣娘培训班", 80)]


def test_industries_take_firms_that_came_and_firms_at_home_with_a_helper(store: Store) -> None:
    everything = shown(store, "industries", "company", "origin", "relation", "into", "amount")
    assert everything == [
        ("三都云织制衣有限公司", "广州市", "INVESTED_IN", "平桥就业园", 12000000),
        ("三都云织制衣有限公司", "广州市", "MOVED_INTO", "平桥就业园", None),
        ("黄埔区启帆物流公司", "黄埔区", None, None, None),  # only at home there, and nothing is said of it here
        ("黄埔巧手服饰厂", "黄埔区", "INVESTED_IN", "平桥就业园", 3000000),
        ("黄埔巧手服饰厂", "黄埔区", "MOVED_INTO", "平桥社区", None),
    ]
    narrowed = shown(
        store, "industries", "company", "origin", "relation", "into", "amount", helper="黄埔", region="三都"
    )
    assert narrowed == everything[3:]
    assert all(
        row["origin_proof"] for row in ask(store, "industries", {"helper": "广州市"}) if row["origin"] == "广州市"
    )
    at_home = next(row for row in ask(store, "industries") if row["relation"] is None)
    assert at_home["proof"] == at_home["company_id"]


def test_a_firm_of_the_helped_place_is_no_industry_of_a_helper(store: Store) -> None:
    assert "三都远途箱包厂" not in {row[0] for row in shown(store, "industries", "company")}


def test_every_quote_of_a_pair_is_named_with_its_article(store: Store) -> None:
    found = shown(store, "pair_articles", "published", "document", "quote", helper="黄埔区", helped="三都")
    assert found[:3] == [
        ("2023-05-01", "first", "2021年起，黄埔区对口帮扶三都县。"),
        ("2023-09-02", "second", "黄埔区常派人来这里"),
        ("2023-09-02", "second", "三都县离不开他们的帮扶"),
    ]
    row = ask(store, "pair_articles", {"helper": "黄埔区", "helped": "三都"})[1]
    quotes = {quote.text: quote for quote in why(store, row["proof"])[0].statements[0].quotes}
    assert quotes[row["quote"]].article_id == row["article_id"]


def test_between_two_places_counts_people_sent_and_firms_that_came(store: Store) -> None:
    found = shown(store, "between", "subject", "home", "relation", "object", one="黄埔", other="三都")
    assert (HUANGPU.name, None, "FUNDED", "平桥就业园") in found
    assert (LIAN.name, HUANGPU.name, "SECONDED_TO", SANDU.name) in found
    assert found == shown(store, "between", "subject", "home", "relation", "object", one="三都", other="黄埔")
    assert (FIRM.name, GUANGZHOU.name, "MOVED_INTO", "平桥就业园") in shown(
        store, "between", "subject", "home", "relation", "object", one="广州市", other="三都"
    )


def test_between_needs_an_end_on_each_side(store: Store) -> None:
    found = shown(store, "between", "subject", "relation", "object", one="黄埔", other="三都")
    assert ("三都云织制衣有限公司", "COOPERATES_WITH", "三都远途箱包厂") not in found
    assert ("三都水族自治县", "SENDS_WORKERS_TO", "广州市") not in found
    assert ("三都云织制衣有限公司", "COOPERATES_WITH", "三都远途箱包厂") in shown(
        store, "between", "subject", "relation", "object", one="三都"
    )


def test_what_the_gazetteer_says_is_not_reported(tmp_path_factory: pytest.TempPathFactory) -> None:
    page = Page("黄埔区对口帮扶三都县。")
    page.fact("ASSISTS", HUANGPU, SANDU, page.text)
    with open_store(tmp_path_factory.mktemp("gazetteer") / "a.lbug") as opened:
        opened.write(page.extraction)
        for name in ("between", "newest", "article_says"):
            assert {row["proof"] for row in ask(opened, name)} == {page.extraction.facts[0].id}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ["黄埔区东明小学", "黄埔区红山医院"]),
        ({"word": "医院"}, ["黄埔区红山医院"]),
        ({"either": "第二小学"}, ["黄埔区东明小学"]),
        ({"either": "三都", "word": "卫生院"}, ["黄埔区红山医院"]),
        ({"either": "广州市", "word": "中学"}, []),
    ],
)
def test_schools_and_hospitals_are_told_by_their_names(
    store: Store, given: dict[str, str], expected: list[str]
) -> None:
    assert [row[0] for row in shown(store, "schools_hospitals", "one", **given)] == expected


def test_an_article_says_its_facts_and_figures_in_the_order_of_the_text(store: Store) -> None:
    found = shown(store, "article_says", "line", "subject", "says", "object", "value", title="回访")
    assert found[:3] == [
        (2, "平桥社区", "households", None, 1790),
        (3, "黄埔区", "BUILT", "平桥就业园", None),
        (3, "三都水族自治县", "RUNS", "春归计划", None),
    ]
    third = third_page().extraction
    proofs = [row["proof"] for row in ask(store, "article_says", {"document": "third"})]
    assert sorted(proofs) == sorted([one.id for one in third.facts] + [one.id for one in third.observations])


def test_a_statement_of_two_articles_is_said_by_both(store: Store) -> None:
    said = [(row["article"], row["proof"]) for row in ask(store, "article_says")]
    assert len(said) == len(set(said))
    twice = [proof for _, proof in said if sum(one == proof for _, one in said) > 1]
    assert twice  # the pairing stands in two articles


def test_the_newest_come_first_and_an_old_fact_stays_old(store: Store) -> None:
    dates = [row[0] for row in shown(store, "newest", "published", of="三都")]
    known = [one for one in dates if one]
    assert known == sorted(known, reverse=True) and dates[: len(known)] == known
    paired = next(
        row for row in ask(store, "newest", {"of": "三都"}) if row["says"] == "ASSISTS" and row["subject"] == "黄埔区"
    )
    assert paired["published"] == "2023-05-01", "told again in September, it is no news"
    assert {row[0] for row in shown(store, "newest", "published", since="2024-02")} == {"2024-06-18"}
    figures = [row for row in ask(store, "newest", {"of": "春归计划"}) if row["value"] is not None]
    assert [(row["subject"], row["says"], row["object"]) for row in figures] == [
        ("春归计划", "people_trained", None),
        ("春归计划", "training_sessions", None),
    ]


def test_a_province_holds_what_its_counties_report(store: Store, tmp_path_factory: pytest.TempPathFactory) -> None:
    page = first_page()
    page.extraction.entities.append(region("520000", "贵州省"))
    with open_store(tmp_path_factory.mktemp("province") / "a.lbug") as opened:
        opened.write(page.extraction)
        assert ask(opened, "newest", {"of": "贵州"}).rows == ask(opened, "newest", {"of": "三都"}).rows
        assert len(ask(opened, "jobs", {"region": "贵州"})) == 2
