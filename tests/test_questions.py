"""The canned questions, the names they understand, and the proofs behind their rows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graph_samples import (
    BAGS,
    FIRM,
    PARK,
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

from duikou.cli import main
from graph.errors import UsageError
from graph.export import number
from graph.schema import schema
from graph.store import Store, open_store
from queries.answer import Answer
from queries.ask import ask
from queries.catalogue import catalogue, parse, question
from queries.find import find
from queries.names import forms, inside, resolve
from queries.sparql_text import twin
from queries.status import status
from queries.why import why

NAMES = sorted(catalogue())
NARROWED = [(name, parameter.name) for name in NAMES for parameter in catalogue()[name].parameters]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("questions") / "a.lbug"
    with open_store(path) as opened:
        for page in (first_page(), second_page(), reprint_page(), third_page()):
            opened.write(page.extraction)
    with open_store(path, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Something to answer for every question."""
    path = tmp_path_factory.mktemp("questions") / "full.lbug"
    with open_store(path) as opened:
        for page in (first_page(), second_page(), reprint_page(), third_page(), fifth_page()):
            opened.write(page.extraction)
    with open_store(path, read_only=True) as opened:
        yield opened


class Recording:
    """A store that remembers what it was asked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.asked: list[tuple[str, dict[str, Any]]] = []

    def query(
        self, cypher: str, parameters: dict[str, Any] | None = None, timeout: float | None = None
    ) -> tuple[list[str], list[list[Any]]]:
        self.asked.append((cypher, parameters or {}))
        return self._store.query(cypher, parameters, timeout)

    def named_like(self, key: str) -> Any:
        return type(self._store).named_like(self, key)  # type: ignore[arg-type]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


def shown(store: Store, name: str, **parameters: object) -> list[tuple[object, ...]]:
    answer = ask(store, name, parameters)
    return [tuple(row[column] for column in answer.shown) for row in answer]


def test_there_are_questions_enough() -> None:
    assert len(NAMES) >= 28


@pytest.mark.parametrize("name", NAMES)
def test_every_question_answers_and_every_row_leads_to_its_proof(full: Store, name: str) -> None:
    answer = ask(full, name)
    assert len(answer) > 0
    assert answer.rows == ask(full, name).rows
    for row in answer:
        assert tuple(row) == answer.columns
        for column in ("proof", *(column for column in answer.columns if column.endswith("_proof"))):
            if row[column] is not None:
                (explanation,) = why(full, row[column])
                assert any(statement.quotes for statement in explanation.statements)
        for column in answer.columns:
            if column.endswith("_id") and row[column] is not None:
                assert ":" in row[column]


@pytest.mark.parametrize(("name", "parameter"), NARROWED)
def test_every_parameter_narrows(full: Store, name: str, parameter: str) -> None:
    kind = next(one.kind for one in question(name).parameters if one.name == parameter)
    nothing = {"indicator": "planted_area", "status": "announced", "date": "2999", "number": "999亿元"}
    everything = ask(full, name).rows
    assert ask(full, name, {parameter: nothing.get(kind, "无此地名")}).rows == ()
    assert ask(full, name, {parameter: ""}).rows == ask(full, name, {parameter: None}).rows == everything


@pytest.mark.parametrize(("name", "parameter"), NARROWED)
def test_the_example_in_the_header_is_understood(full: Store, name: str, parameter: str) -> None:
    example = next(one.example for one in question(name).parameters if one.name == parameter)
    assert set(map(str, ask(full, name, {parameter: example}))) <= set(map(str, ask(full, name)))


def test_questions_answer_nothing_of_an_empty_store(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.lbug") as empty:
        assert [name for name in NAMES if ask(empty, name).rows] == []


def test_companies_by_site_counts_those_in_a_park_of_the_site(store: Store) -> None:
    assert shown(store, "companies_by_site") == [
        ("三都云织制衣有限公司", "平桥社区", "三都水族自治县", "平桥就业园", "2022-03", "stated"),
        ("三都远途箱包厂", "平桥社区", "三都水族自治县", None, None, "stated"),
    ]
    first = ask(store, "companies_by_site", {"company": "云织制衣"})[0]
    assert why(store, first["place_proof"])[0].statements[0].says == "LOCATED_IN"
    assert (first["company_id"], first["site_id"]) == (FIRM.id, SITE.id)


def test_money_is_sorted_and_filtered_by_amount(store: Store) -> None:
    assert [row["amount"] for row in ask(store, "money")] == [12000000, 5000000]
    assert [row["amount"] for row in ask(store, "money", {"at_least": "600万元"})] == [12000000]
    assert [row["amount"] for row in ask(store, "money", {"at_least": 5000000})] == [12000000, 5000000]
    assert shown(store, "money", giver="黄埔", receiver="平桥社区") == [
        ("黄埔区", "FUNDED", "平桥就业园", 5000000, None, "stated")
    ]


def test_secondments_join_both_ends(store: Store) -> None:
    assert shown(store, "secondments", sender="黄埔区") == [
        ("连一舟", "黄埔区", "三都水族自治县", "副县长", None, None, "stated")
    ]


def test_figures_of_a_place_are_those_of_everything_in_it(store: Store) -> None:
    subjects = {row["subject"] for row in ask(store, "figures", {"of": "三都"})}
    assert subjects == {"平桥社区", "平桥绣坊", "三都云织制衣有限公司", "三都远途箱包厂"}
    assert {row["subject"] for row in ask(store, "figures", {"of": "平桥社区"})} == subjects
    assert {row["subject"] for row in ask(store, "figures", {"of": "远途箱包"})} == {"三都远途箱包厂"}


def test_a_figure_in_two_articles_is_reported_by_the_earlier(store: Store) -> None:
    (row,) = ask(store, "figures", {"indicator": "员工数"})
    assert (row["value"], row["reported"]) == (60, "2023-05-01")


def test_disagreements_name_both_articles(store: Store) -> None:
    (row,) = ask(store, "disagreements")
    assert (row["lower"], row["higher"]) == (1790, 1800)
    assert (row["lower_article"], row["higher_article"]) == ("回访平桥社区", "产业园里的新班组")


def test_articles_count_their_printings(store: Store) -> None:
    printings = {row["document"]: row["printings"] for row in ask(store, "articles")}
    assert printings == {"first": 2, "reprint": 2, "second": 1, "third": 1}
    assert [row["document"] for row in ask(store, "articles", {"since": "2023-06"})] == ["second", "third"]
    assert [row["document"] for row in ask(store, "articles", {"about": "第二小学"})] == ["first"]


def test_sites_and_workshops_are_counted(store: Store) -> None:
    assert shown(store, "sites") == [("平桥社区", "三都水族自治县", 1, 2, 2)]
    assert shown(store, "workshops") == [("平桥绣坊", "平桥社区", 18, "stated")]


@pytest.mark.parametrize(
    "given",
    ["三都", "三都县", "三都水族自治县", "三都縣", "522732", "region:522732", " 三都 ", "“三都”", "５２２７３２"],
)
def test_a_region_goes_by_all_its_names(store: Store, given: str) -> None:
    assert [node.id for node in resolve(store, given)] == ["region:522732"]
    assert shown(store, "pairings", helped=given) == shown(store, "pairings")


@pytest.mark.parametrize("given", ["三", "都水族自治县", "三都市", "无此地名", "522", ""])
def test_what_is_no_name_of_a_region_is_not_taken_for_one(store: Store, given: str) -> None:
    assert given not in forms("三都水族自治县")
    assert shown(store, "pairings", helped=f"{given}社区") == []


def test_a_name_with_the_names_above_it(store: Store) -> None:
    assert [node.name for node in resolve(store, "广州市黄埔县")] == []
    assert [node.name for node in resolve(store, "广州黄埔")] == ["黄埔区"]
    assert resolve(store, "三都黄埔") == []


def test_a_city_holds_its_districts(store: Store) -> None:
    assert {"region:440100", "region:440112"} <= set(inside(store, resolve(store, "广州市")))
    assert [row["helper"] for row in ask(store, "pairings", {"helper": "广州"})] == ["黄埔区"]
    assert "region:440100" not in inside(store, resolve(store, "黄埔区"))


def test_an_unknown_name_is_told_apart_from_no_rows(store: Store) -> None:
    unknown = ask(store, "companies_by_site", {"region": "无此地名"})
    assert unknown.unknown == ("无此地名",)
    known = ask(store, "companies_by_site", {"region": "广州"})
    assert (known.rows, known.unknown, known.matched) == ((), (), {"region": ("广州市",)})


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("companies_by_sit", {}, "did you mean companies_by_site"),
        ("xyz", {}, "there are: article_says"),
        ("companies_by_site", {"regoin": "三都"}, "takes no regoin; it takes region, company"),
        ("figures", {"indicator": "househols"}, "did you mean households"),
        ("figures", {"status": "done"}, "there are: outcome, capacity, target, announced"),
        ("articles", {"since": "去年"}, "write 2022, 2022-03 or 2022-03-07"),
        ("money", {"at_least": "很多"}, "'很多' is no number"),
    ],
)
def test_a_wrong_question_says_what_is_right(
    store: Store, name: str, parameters: dict[str, object], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        ask(store, name, parameters)


HEADER = (
    '// name: x\n// zh: 问\n// en: ask\n// param: region place "三都" 地区 | region\n// columns: a 甲, proof\nRETURN 1'
)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("// zh: 问\n", "", r"x\.cypher: the header lacks '// zh:'"),
        ("name: x", "name: y", "named like its file"),
        ("place", "planet", r"x\.cypher:4: planet is no kind of parameter"),
        (' "三都"', "", r"x\.cypher:4: a parameter is written"),
        (", proof", "", "the last column must be proof"),
        ("// columns", "// from regoin: MATCH (n)\n// columns", "'// from regoin:' names no parameter that is a place"),
    ],
)
def test_a_wrong_header_names_its_file_and_line(old: str, new: str, message: str) -> None:
    assert parse(HEADER, "x.cypher").parameters[0].en == "region"
    with pytest.raises(UsageError, match=message):
        parse(HEADER.replace(old, new), "x.cypher")


@pytest.mark.parametrize("name", NAMES)
def test_questions_keep_to_the_cypher_that_both_stores_understand(name: str) -> None:
    lines = question(name).text.splitlines()
    code = "\n".join(line for line in lines if not line.startswith("//"))
    for foreign in ("label(", "labels(", "type(", "id(", "CALL", "CAST", "UNION", "TRAIL", "list_", "[0]"):
        assert foreign not in code.replace("_id(", "")
    assert set(re.findall(r"UNWIND (.*)", code)) <= {
        "r.passages AS passage_id",
        "coalesce(r.passages, x.passages) AS passage_id",
    }
    assert "ORDER BY" in code and code.count("MATCH (a), (b)") == 0
    used = {word.split("_ids")[0] for word in code.replace("(", " ").replace(")", " ").split() if word.startswith("$")}
    assert {f"${parameter.name}" for parameter in question(name).parameters} == used


def test_the_command_line_hands_over_the_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[float | None] = []

    def asked(store: Store, name: str, parameters: object, *, timeout: float | None = None) -> Answer:
        given.append(timeout)
        return ask(store, name, {}, timeout=timeout)

    monkeypatch.setattr("queries.ask.ask", asked)
    location = str(tmp_path / "a.lbug")
    open_store(location).close()
    for words in ([], ["--timeout", "2.5"]):
        with pytest.raises(SystemExit) as end:
            main(["ask", "sites", "--store", location, *words])
        assert end.value.code == 0
    assert given == [60, 2.5]
    with pytest.raises(SystemExit) as end:
        main(["ask", "sites", "--store", location, "--timeout", "0"])
    assert end.value.code == 2


STARTED = [(name, start) for name in NAMES for start in question(name).starts]


@pytest.mark.parametrize(("name", "start"), STARTED)
def test_where_a_question_starts_does_not_change_its_answer(full: Store, name: str, start: str) -> None:
    asked = question(name)
    example = next(one.example for one in asked.parameters if one.name == start)
    recording = Recording(full)
    answer = ask(recording, name, {start: example})
    text, values = recording.asked[-1]
    assert text == asked.starts[start] != asked.text
    assert [list(row.values()) for row in answer] == [
        [number(cell) for cell in row] for row in full.query(asked.text, values)[1]
    ]


@pytest.mark.parametrize(("name", "start"), STARTED)
def test_a_question_starts_from_all_labels_that_the_vocabulary_allows(name: str, start: str) -> None:
    code = "\n".join(line for line in question(name).starts[start].splitlines() if not line.startswith("//"))
    given = re.search(r"\((\w+):([\w|]+) \{id: start_id\}\)", code)
    if given is None:  # by a list of ids, from the labels that the question is about
        starting, *patterns = re.findall(r"\((\w+:[\w|]+)\)", code)
        assert starting in patterns and name in ("sites", "facilities", "jobs")
        return
    if name == "companies_by_site":  # from the two labels that its filter asks for
        return
    node, labels = given[1], set(given[2].split("|"))
    links = re.findall(r"\((\w*)(?::(\w+))?\)-\[\w*:([A-Z_|]+)\]->\((\w*)(?::(\w+))?\)", code)
    source, of_source, relations, _, of_target = next(link for link in links if node in (link[0], link[3]))
    rules = [schema().relations[one] for one in relations.split("|") if one in schema().relations]
    ends = [set(rule.sources if node == source else rule.targets) for rule in rules]
    if any(rule.symmetric for rule in rules):
        ends = [{*rule.sources, *rule.targets} for rule in rules]
    everything = set().union(*ends) or set(schema().labels)
    named = of_source if node == source else of_target
    labelled = re.search(rf"\({node}:(\w+)\)", code)
    # These start from what a question is about as well as from what leads to it.
    as_well = {"training": set(schema().labels), "industries": {"Company"} if start == "helper" else set()}.get(
        name, set()
    )
    assert labels == ({named} if named else {labelled[1]} if labelled else everything) | as_well


def test_a_question_starts_from_the_fewest_ids(store: Store) -> None:
    recording = Recording(store)
    ask(recording, "companies_by_park", {"region": "三都", "company": "云织制衣"})
    assert recording.asked[-1][0] == question("companies_by_park").starts["company"]


@pytest.mark.parametrize(
    ("given", "trips"),
    [
        ("云织制衣", 1),
        ("三都", 1),
        ("三都县", 1),
        ("522732", 1),
        (SITE.id, 1),
        ("织制", 2),
        ("广州市黄埔区", 2),
        ("广州黄埔", 2),
    ],
)
def test_a_name_takes_few_queries(store: Store, given: str, trips: int) -> None:
    recording = Recording(store)
    assert resolve(recording, given)
    assert len(recording.asked) <= trips


def test_what_lies_in_a_place_takes_a_query_a_step(store: Store) -> None:
    recording = Recording(store)
    found = inside(recording, resolve(store, SITE.name))
    assert {SITE.id, PARK.id, FIRM.id, BAGS.id} <= set(found)
    assert len(recording.asked) == 3  # what lies in it, what lies in that, and nothing


def test_a_division_without_a_code_holds_what_belongs_to_it(tmp_path: Path) -> None:
    village = thing("Region", "凤羽村")
    firm = thing("Company", "凤羽茶厂", region=village.id)
    page = Page("凤羽茶厂入驻凤羽村。")
    page.fact("MOVED_INTO", firm, village, page.text)
    other = thing("Company", "凤羽米厂", region="region:52abcdef")  # a hash that begins like the code of a province
    page.extraction.entities += [other, region("520000", "贵州省")]
    with open_store(tmp_path / "a.lbug") as opened:
        opened.write(page.extraction)
        assert inside(opened, resolve(opened, "凤羽村")) == sorted([village.id, firm.id])
        assert inside(opened, resolve(opened, "贵州")) == ["region:520000"]


def test_every_relation_and_the_figures_are_asked_about() -> None:
    texts = " ".join(question(name).text for name in NAMES)
    assert {relation for relation in schema().relations if relation not in texts} == set()


@pytest.mark.parametrize(
    ("name", "besides"), [("between", []), ("newest", ["OBSERVED_OF"]), ("article_says", ["OBSERVED_OF"])]
)
def test_a_question_about_everything_leaves_out_no_relation(name: str, besides: list[str]) -> None:
    wanted = "|".join([*schema().relations, *besides])
    patterns = [one for one in re.findall(r":([A-Z_|]+)\]", question(name).text) if one.count("|") > 1]
    assert patterns and set(patterns) == {wanted}
    assert set(re.findall(r'\(dk:\w+ "([A-Z_]+)"\)', twin(name))) == set(schema().relations)


def test_an_answer_can_be_walked_through_and_shown(store: Store) -> None:
    answer = ask(store, "companies_by_site")
    assert [row["company"] for row in answer] == [answer[0]["company"], answer[1]["company"]]
    assert "proof" not in answer.shown and answer.columns[-1] == "proof"
    html = answer._repr_html_()
    assert "<th>企业</th>" in html and "<td>三都远途箱包厂</td>" in html and "fact:" not in html


def test_an_answer_escapes_html(tmp_path: Path) -> None:
    page = Page("<b>社区</b>位于三都县")
    page.fact("LOCATED_IN", thing("RelocationSite", "<b>社区</b>"), SANDU, page.text)
    with open_store(tmp_path / "a.lbug") as opened:
        opened.write(page.extraction)
        assert "&lt;b&gt;社区&lt;/b&gt;" in ask(opened, "sites")._repr_html_()


def test_an_answer_becomes_a_data_frame(store: Store) -> None:
    pytest.importorskip("pandas")
    frame = ask(store, "companies_by_site").to_pandas()
    assert list(frame["site"]) == ["平桥社区", "平桥社区"] and "proof" in frame.columns


def test_why_gives_quotes_with_their_place(store: Store) -> None:
    (explanation,) = why(store, "雲織製衣")
    assert explanation.entity is not None and explanation.entity.id == FIRM.id
    moved = next(statement for statement in explanation.statements if statement.says == "MOVED_INTO")
    quote = moved.quotes[0]
    assert (quote.document, quote.title, quote.line) == ("first", "产业园里的新班组", 3)
    assert first_page().text[quote.start : quote.end] == quote.text
    assert {statement.kind for statement in explanation.statements} == {"fact", "figure"}


def test_why_of_an_inferred_fact_names_the_step(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.lbug") as opened:
        opened.write(second_page().extraction)
        (explanation,) = why(opened, "黄埔区")
    (fact,) = explanation.statements
    assert (fact.tier, fact.because[0]["surface"], fact.because[0]["means"]) == ("inferred", "他们", "黄埔区")


def test_why_of_an_article_and_of_a_reject(store: Store) -> None:
    article = next(row["proof"] for row in ask(store, "articles") if row["document"] == "reprint")
    (explanation,) = why(store, article)
    assert {statement.says for statement in explanation.statements} == {"LOCATED_IN", "MOVED_INTO"}
    (row,) = ask(store, "rejected")
    (explanation,) = why(store, row["proof"])
    assert explanation.statements[0].says.endswith("stands in no quote")
    assert json.loads(row["candidate"])["relation"] == "MOVED_INTO"


def test_why_of_nothing(store: Store) -> None:
    for words in ("无此名", "fact:0", "observation:0", "reject:0", "article:0"):
        with pytest.raises(UsageError, match="the store holds n"):
            why(store, words)


def test_find_looks_in_all_names_and_counts_passages(store: Store) -> None:
    found = find(store, "制衣公司")
    assert [(row.name, row.label) for row in found] == [("三都云织制衣有限公司", "Company")]
    assert "云织制衣公司" in found[0].names and found[0].passages >= 5
    assert find(store, "三都县")[0].name == "三都水族自治县"
    assert find(store, "無此名") == find(store, "") == find(store, " ") == []
    assert find(store, "') RETURN 1 //") == []


def test_status_counts_everything(store: Store) -> None:
    counted = status(store)
    everything = list(store.statements())
    assert counted.facts == sum(row["type"] == "fact" for row in everything)
    assert counted.figures == sum(row["type"] == "observation" for row in everything)
    assert counted.entities == sum(row["type"] == "entity" for row in everything)
    assert counted.rejects == counted.reasons["the object … stands in no quote"] == 1
    assert (counted.articles, counted.works) == (4, 3)
    assert counted.relations["LOCATED_IN"] == 3
    by_name = {document.name: document for document in counted.documents}
    assert (by_name["reprint"].facts, by_name["reprint"].figures, by_name["first"].rejects) == (2, 0, 1)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("贵州", "贵州省"),
        ("宁夏", "宁夏回族自治区"),
        ("新疆", "新疆维吾尔自治区"),
        ("内蒙古", "内蒙古自治区"),
        ("黔南", "黔南布依族苗族自治州"),
        ("湘西州", "湘西土家族苗族自治州"),
        ("东乡", "东乡族自治县"),
        ("双江县", "双江拉祜族佤族布朗族傣族自治县"),
        ("凤羽", "凤羽街道"),
        ("莫力达瓦旗", "莫力达瓦达斡尔族自治旗"),
    ],
)
def test_short_names_of_divisions(short: str, full: str) -> None:
    assert short in forms(full)


@pytest.mark.parametrize(
    ("other", "full"), [("黔", "黔南布依族苗族自治州"), ("新疆县", "新疆维吾尔自治区"), ("凤羽社", "凤羽社区")]
)
def test_what_is_no_short_name(other: str, full: str) -> None:
    assert other not in forms(full)
