"""Pages of our own about one relocation site through the years, for the tests of dossiers and reports."""

from __future__ import annotations

from pathlib import Path

from graph_samples import (
    BAGS,
    FIRM,
    GUANGZHOU,
    HUANGPU,
    LIAN,
    PARK,
    SANDU,
    SITE,
    Page,
    first_page,
    reprint_page,
    second_page,
    thing,
    third_page,
)

from graph.store import open_store

BUREAU = thing("Organization", "三都县搬迁服务局", region=SANDU.id)
LONELY = thing("Organization", "远山读书会", region=SANDU.id)
NAMESAKE = thing("RelocationSite", "平桥社区", region="region:522722")


def yearly_page(year: int, employed: int, grant: int) -> Page:
    """A yearly round-up: jobs of the site, a grant to the park, a firm that came that year."""
    firm = thing("Company", f"平桥第{year - 2018}食品厂", region=SANDU.id)
    page = Page(
        f"{year}年平桥社区年终小结\n"
        f"{year}年，平桥社区带动就业{employed}人。\n"
        f"{year}年，黄埔区出资{grant}万元支持平桥就业园。\n"
        f"{year}年，{firm.name}搬进平桥社区。\n"
        f"{year}年，平桥社区的目标是再安排{employed + 100}个岗位。\n",
        name=f"y{year}",
        title=f"{year}年平桥社区年终小结",
        published=f"{year}-12-30",
        fingerprint=(year, year + 1, year + 2),
    )
    period = {"aggregation": "year", "period_start": str(year), "period_end": str(year), "precision": "year"}
    page.figure(
        SITE, "people_employed", f"{employed}人", employed, "人", f"{year}年，平桥社区带动就业{employed}人", **period
    )
    page.figure(
        SITE,
        "jobs_offered",
        f"{employed + 100}个",
        employed + 100,
        "个",
        f"平桥社区的目标是再安排{employed + 100}个岗位",
        status="target",
    )
    page.fact(
        "FUNDED",
        HUANGPU,
        PARK,
        f"{year}年，黄埔区出资{grant}万元支持平桥就业园",
        amount=grant * 10000,
        since=str(year),
        raw={"amount": f"{grant}万元", "since": f"{year}年"},
    )
    page.fact(
        "MOVED_INTO",
        firm,
        SITE,
        f"{year}年，{firm.name}搬进平桥社区",
        since=str(year),
        raw={"since": f"{year}年"},
    )
    return page


def people_page() -> Page:
    """People of the site and of what lies in it, a body that runs the park, a namesake elsewhere."""
    secretary, manager = thing("Person", "罗见山", region=SANDU.id), thing("Person", "石小乔", region=SANDU.id)
    page = Page(
        "平桥社区的人\n"
        "罗见山任平桥社区党支部书记。石小乔是三都云织制衣有限公司的车间主任。\n"
        "三都县搬迁服务局运营平桥就业园，三都县搬迁服务局位于三都县。\n"
        "黄埔区与三都县的结对从2016年到2020年是第一轮。\n"
        "另一县的平桥社区有300户。远山读书会位于三都县。\n",
        name="people",
        title="平桥社区的人",
        published="2024-03",
        fingerprint=(71, 72, 73),
    )
    page.fact("HAS_ROLE", secretary, SITE, "罗见山任平桥社区党支部书记", title="党支部书记")
    page.fact("HAS_ROLE", manager, FIRM, "石小乔是三都云织制衣有限公司的车间主任", title="车间主任")
    page.fact("RUNS", BUREAU, PARK, "三都县搬迁服务局运营平桥就业园")
    page.fact("LOCATED_IN", BUREAU, SANDU, "三都县搬迁服务局位于三都县")
    page.fact("LOCATED_IN", LONELY, SANDU, "远山读书会位于三都县")
    page.figure(NAMESAKE, "households", "300户", 300, "户", "另一县的平桥社区有300户")
    return page


def all_pages() -> list[Page]:
    """Everything, in the order of writing."""
    yearly = [yearly_page(year, employed, grant) for year, employed, grant in YEARS]
    return [first_page(), second_page(), reprint_page(), third_page(), *yearly, people_page()]


YEARS = ((2019, 180, 120), (2020, 260, 300), (2021, 410, 260), (2022, 395, 500), (2023, 530, 640))


def written(path: Path) -> Path:
    """A store with all pages at a path."""
    with open_store(path) as store:
        for page in all_pages():
            store.write(page.extraction)
    return path


__all__ = [
    "BAGS",
    "BUREAU",
    "FIRM",
    "GUANGZHOU",
    "HUANGPU",
    "LIAN",
    "LONELY",
    "NAMESAKE",
    "PARK",
    "SANDU",
    "SITE",
    "written",
]
