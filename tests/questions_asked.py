"""What the tests of the canned questions ask, and of which pages; and the same asked in SPARQL."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

from graph_samples import (
    GUANGZHOU,
    HUANGPU,
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

from graph.model import Extraction
from graph.store import Store
from queries.ask import given_values, values_of
from queries.catalogue import catalogue, question
from queries.sparql_child import answer
from queries.sparql_text import filled, holes, twin

ASKED = [
    (one.name, {p.name: p.example for p, given in zip(one.parameters, chosen, strict=True) if given})
    for one in catalogue().values()
    for chosen in product((False, True), repeat=len(one.parameters))
]
HARD_TO_SORT = ("𬭎基公司", "（三都）公司", "Ａ公司", "abc公司", "ABC公司", "\ufa0e公司", "三都公司")


def fourth_page() -> Page:
    """What the examples of the questions ask for and the other pages do not say; names that are hard to sort."""
    firms = "、".join(HARD_TO_SORT)
    page = Page(
        "协作日报讯\n"
        "广东省的三都制衣厂入驻平桥就业园，广州市向三都县捐赠20万元。\n"
        "黄埔区援建了平桥绣坊，三都县带动300人就业。\n"
        f"{firms}入驻平桥社区，都与三都制衣厂合作。\n"
        "三都制衣厂与黄埔区合作办班。\n",
        name="fourth",
        title="协作日报讯",
        published="2022-05-06",
        fingerprint=(31, 32, 33, 34),
    )
    page.extraction.articles[0] = replace(page.article, publisher="协作日报")
    maker = thing("Company", "三都制衣厂", region=SANDU.id)
    moved = "广东省的三都制衣厂入驻平桥就业园"
    page.fact("CAME_FROM", maker, region("440000", "广东省", "广东"), moved)
    page.fact("MOVED_INTO", maker, PARK, moved)
    page.fact("DONATED_TO", GUANGZHOU, SANDU, "广州市向三都县捐赠20万元", amount=200000, raw={"amount": "20万元"})
    page.fact("BUILT", HUANGPU, thing("Workshop", "平桥绣坊", region=SANDU.id), "黄埔区援建了平桥绣坊")
    page.figure(SANDU, "people_employed", "300人", 300, "人", "三都县带动300人就业")
    for name in HARD_TO_SORT:
        firm = thing("Company", name, region=SANDU.id)
        page.fact("MOVED_INTO", firm, SITE, f"{firms}入驻平桥社区")
        page.fact("COOPERATES_WITH", firm, maker, f"{firms}入驻平桥社区，都与三都制衣厂合作")
    page.fact("COOPERATES_WITH", maker, HUANGPU, "三都制衣厂与黄埔区合作办班")
    return page


def pages() -> list[Extraction]:
    """What the documents say that the questions are asked of."""
    made = (first_page(), second_page(), reprint_page(), third_page(), fourth_page(), fifth_page())
    return [page.extraction for page in made]


def loaded(path: Path) -> object:
    """A store of triples in memory, from a file of N-Triples."""
    from pyoxigraph import RdfFormat, Store

    made = Store()
    made.bulk_load(path=str(path), format=RdfFormat.N_TRIPLES)
    return made


def rows_in_sparql(data: object, store: Store, name: str, parameters: dict[str, str]) -> tuple[list[str], list[object]]:
    """The columns and rows of a twin over data that are in memory already."""
    asked = question(name)
    values, _ = values_of(store, asked, given_values(asked, parameters))
    columns, rows = answer(data, filled(twin(name), holes(asked.parameters, values)))  # type: ignore[arg-type]
    return columns, [dict(zip(columns, row, strict=True)) for row in rows]
