"""Small extractions made by hand, for the tests of the store and the questions."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

from graph.identity import digest, entity_id, region_id
from graph.model import Article, Document, Entity, Extraction, Fact, Observation, Reject, Step
from graph.proof import Draft, prove_fact, prove_observation


def region(code: str, name: str, *aliases: str) -> Entity:
    return Entity(region_id(code), "Region", name, aliases, code=code)


def thing(label: str, name: str, *aliases: str, region: str | None = None) -> Entity:
    return Entity(entity_id(label, name, region), label, name, aliases, region=region)


@dataclass
class Page:
    """One document with one article, to which proven statements are added."""

    text: str
    name: str = "page"
    title: str | None = None
    published: str | None = None
    fingerprint: tuple[int, ...] = ()
    url: str | None = None
    extraction: Extraction = field(init=False)

    def __post_init__(self) -> None:
        sha = hashlib.sha256(self.text.encode("utf-8")).hexdigest()
        document = Document(self.name, self.text, sha, path=f"{self.name}.txt")
        self.article = Article(
            id=f"article:{digest(sha, 0)}",
            document=self.name,
            start=0,
            end=len(self.text),
            title=self.title,
            published=self.published,
            fingerprint=self.fingerprint,
            url=self.url,
        )
        self.extraction = Extraction(document, [self.article])

    def draft(self, quotes: tuple[str, ...], because: tuple[Step, ...], raw: dict[str, str]) -> Draft:
        spans = tuple((self.text.index(quote), self.text.index(quote) + len(quote)) for quote in quotes)
        return Draft(self.article, spans, because, raw)

    def fact(
        self,
        relation: str,
        subject: Entity,
        object_: Entity,
        *quotes: str,
        because: tuple[Step, ...] = (),
        raw: dict[str, str] | None = None,
        **properties: Any,
    ) -> Fact:
        made = prove_fact(
            self.extraction.document, self.draft(quotes, because, raw or {}), relation, subject, object_, properties
        )
        assert isinstance(made, Fact), made
        self.extraction.entities += [subject, object_]
        self.extraction.facts.append(made)
        return made

    def figure(
        self, subject: Entity, indicator: str, raw: str, value: float, unit: str, *quotes: str, **details: Any
    ) -> Observation:
        because = details.pop("because", ())
        draft = self.draft(quotes, because, {"value": raw})
        made = prove_observation(self.extraction.document, draft, subject, indicator, value, unit, **details)
        assert isinstance(made, Observation), made
        self.extraction.entities.append(subject)
        self.extraction.observations.append(made)
        return made

    def reject(self, relation: str, subject: Entity, object_: Entity, *quotes: str) -> Reject:
        made = prove_fact(self.extraction.document, self.draft(quotes, (), {}), relation, subject, object_, {})
        assert isinstance(made, Reject), made
        self.extraction.rejects.append(made)
        return made


HUANGPU = region("440112", "黄埔区", "广州市黄埔区", "黄埔")
GUANGZHOU = region("440100", "广州市", "广州")
SANDU = region("522732", "三都水族自治县", "三都县", "三都")
SITE = thing("RelocationSite", "平桥社区", region=SANDU.id)
PARK = thing("Park", "平桥就业园", "就业园", region=SANDU.id)
FIRM = thing("Company", "三都云织制衣有限公司", "云织制衣", region=SANDU.id)
BAGS = thing("Company", "三都远途箱包厂", "远途箱包", region=SANDU.id)
LIAN = thing("Person", "连一舟", region=SANDU.id)
SCHOOL = thing("Facility", "三都县第二小学", region=SANDU.id)


def first_page() -> Page:
    """A page of our own: a site, a park in it, two firms, a donation, a secondment, figures."""
    page = Page(
        "产业园里的新班组\n"
        "2021年起，黄埔区对口帮扶三都县。\n"
        "平桥就业园建在平桥社区，2022年4月，三都云织制衣有限公司入驻平桥就业园。\n"
        "云织制衣现有员工60人。三都远途箱包厂搬进了平桥社区，吸纳32名居民上班。\n"
        "黄埔区投入500万元建设平桥就业园。\n"
        "来自黄埔区的连一舟到三都县挂职副县长。\n"
        "广州市向三都县第二小学捐赠20万元。\n"
        "平桥社区位于三都县，住着1800户人家。\n"
        "三都县有900人到广州市务工。\n"
        "据说还有一家工厂要来。\n",
        name="first",
        title="产业园里的新班组",
        published="2023-05-01",
        fingerprint=(1, 2, 3, 4, 5),
        url="https://example.org/1?page=2&name=产业 园",
    )
    page.fact("ASSISTS", HUANGPU, SANDU, "2021年起，黄埔区对口帮扶三都县。", since="2021", raw={"since": "2021年"})
    page.fact("LOCATED_IN", PARK, SITE, "平桥就业园建在平桥社区")
    page.fact("LOCATED_IN", SITE, SANDU, "平桥社区位于三都县")
    page.fact(
        "MOVED_INTO",
        FIRM,
        PARK,
        "2022年4月，三都云织制衣有限公司入驻平桥就业园",
        since="2022-04",
        raw={"since": "2022年4月"},
    )
    page.fact("MOVED_INTO", BAGS, SITE, "三都远途箱包厂搬进了平桥社区")
    page.fact("FUNDED", HUANGPU, PARK, "黄埔区投入500万元建设平桥就业园", amount=5000000, raw={"amount": "500万元"})
    page.fact("SECONDED_TO", LIAN, SANDU, "连一舟到三都县挂职副县长", title="副县长")
    page.fact("SECONDED_FROM", LIAN, HUANGPU, "来自黄埔区的连一舟")
    page.fact("HAS_ROLE", LIAN, SANDU, "连一舟到三都县挂职副县长", title="副县长")
    page.fact(
        "DONATED_TO", GUANGZHOU, SCHOOL, "广州市向三都县第二小学捐赠20万元", amount=200000, raw={"amount": "20万元"}
    )
    page.fact("SENDS_WORKERS_TO", SANDU, GUANGZHOU, "三都县有900人到广州市务工", count=900, raw={"count": "900人"})
    page.figure(FIRM, "employees", "60人", 60, "人", "云织制衣现有员工60人")
    page.figure(BAGS, "people_employed", "32名", 32, "人", "三都远途箱包厂搬进了平桥社区，吸纳32名居民上班")
    page.figure(SITE, "households", "1800户", 1800, "户", "平桥社区位于三都县，住着1800户人家")
    page.reject("MOVED_INTO", thing("Company", "一家工厂"), SITE, "据说还有一家工厂要来")
    return page


def second_page() -> Page:
    """Another page about the same site: another proof, another alias, an earlier date, a step that was needed."""
    page = Page(
        "云织制衣公司2022年3月入驻平桥就业园。现在该公司有员工60多人。\n黄埔区常派人来这里。三都县离不开他们的帮扶。\n",
        name="second",
        title="再访就业园",
        published="2023-09-02",
        fingerprint=(11, 12, 13, 14),
    )
    firm = Entity(FIRM.id, "Company", FIRM.name, ("云织制衣公司",), region=FIRM.region)
    page.fact(
        "MOVED_INTO", firm, PARK, "云织制衣公司2022年3月入驻平桥就业园", since="2022-03", raw={"since": "2022年3月"}
    )
    page.figure(
        firm,
        "employees",
        "60多人",
        60,
        "人",
        "现在该公司有员工60多人",
        "云织制衣公司2022年3月入驻平桥就业园",
        modifier="多",
        because=(Step("subject", "pronoun", "该公司", FIRM.name),),
    )
    page.fact(
        "ASSISTS",
        HUANGPU,
        SANDU,
        "三都县离不开他们的帮扶",
        "黄埔区常派人来这里",
        because=(Step("subject", "pronoun", "他们", "黄埔区"),),
    )
    return page


def reprint_page() -> Page:
    """The first page as another outlet printed it: the same statements in other bytes."""
    page = Page(
        "（转载）平桥就业园建在平桥社区，三都云织制衣有限公司入驻平桥就业园。\n",
        name="reprint",
        title="产业园里的新班组（转载）",
        fingerprint=(1, 2, 3, 4, 9),
    )
    page.fact("LOCATED_IN", PARK, SITE, "平桥就业园建在平桥社区")
    page.fact("MOVED_INTO", FIRM, PARK, "三都云织制衣有限公司入驻平桥就业园")
    return page


def third_page() -> Page:
    """What the other pages do not say: who built, runs, founded, invested; a workshop; another number of households."""
    page = Page(
        "回访平桥社区\n"
        "平桥社区搬来了1790户人家。\n"
        "黄埔区援建了平桥就业园，三都县开办了春归计划。\n"
        "三都云织制衣有限公司来自广州市，在平桥就业园投资1200万元。\n"
        "韦小满创办了平桥绣坊，绣坊设在平桥社区，吸纳18人就业。\n"
        "三都云织制衣有限公司与三都远途箱包厂合作办班。\n",
        name="third",
        title="回访平桥社区",
        published="2024-01-15",
        fingerprint=(21, 22, 23, 24),
    )
    workshop = thing("Workshop", "平桥绣坊", "绣坊", region=SANDU.id)
    page.figure(SITE, "households", "1790户", 1790, "户", "平桥社区搬来了1790户人家")
    page.fact("BUILT", HUANGPU, PARK, "黄埔区援建了平桥就业园")
    page.fact("RUNS", SANDU, thing("Programme", "春归计划", region=SANDU.id), "三都县开办了春归计划")
    page.fact("CAME_FROM", FIRM, GUANGZHOU, "三都云织制衣有限公司来自广州市")
    invested = "三都云织制衣有限公司来自广州市，在平桥就业园投资1200万元"
    page.fact("INVESTED_IN", FIRM, PARK, invested, amount=12000000, raw={"amount": "1200万元"})
    page.fact("FOUNDED", thing("Person", "韦小满", region=SANDU.id), workshop, "韦小满创办了平桥绣坊")
    page.fact("LOCATED_IN", workshop, SITE, "绣坊设在平桥社区")
    page.figure(workshop, "people_employed", "18人", 18, "人", "绣坊设在平桥社区，吸纳18人就业")
    page.fact("COOPERATES_WITH", FIRM, BAGS, "三都云织制衣有限公司与三都远途箱包厂合作办班")
    return page


def fifth_page() -> Page:
    """What the questions on schools, training and firms from a helper region ask for."""
    page = Page(
        "黄埔区的学校、医院来结对\n"
        "黄埔区东明小学与三都县第二小学结对帮扶，黄埔区红山医院对口支援三都县中和卫生院。\n"
        "春归计划培训绣娘120人，办了6期。三都县开办了春归计划。\n"
        "黄埔巧手服饰厂落户平桥社区，又在平桥就业园投资300万元。黄埔区启帆物流公司也有意来三都县。\n"
        "黄埔区援建了三都县第二小学的教学楼。平桥绣坊由平桥社区经营。\n",
        name="fifth",
        title="黄埔区的学校、医院来结对",
        published="2024-06-18",
        fingerprint=(41, 42, 43, 44),
    )
    school, hospital = (thing("Facility", name, region=HUANGPU.id) for name in ("黄埔区东明小学", "黄埔区红山医院"))
    clinic = thing("Facility", "三都县中和卫生院", region=SANDU.id)
    spring = thing("Programme", "春归计划", region=SANDU.id)
    maker, carrier = (thing("Company", name, region=HUANGPU.id) for name in ("黄埔巧手服饰厂", "黄埔区启帆物流公司"))
    page.fact("ASSISTS", school, SCHOOL, "黄埔区东明小学与三都县第二小学结对帮扶")
    page.fact("ASSISTS", hospital, clinic, "黄埔区红山医院对口支援三都县中和卫生院")
    page.figure(spring, "people_trained", "120人", 120, "人", "春归计划培训绣娘120人", group="绣娘")
    page.figure(spring, "training_sessions", "6期", 6, "期", "春归计划培训绣娘120人，办了6期")
    page.fact("RUNS", SANDU, spring, "三都县开办了春归计划")
    page.fact("MOVED_INTO", maker, SITE, "黄埔巧手服饰厂落户平桥社区")
    invested = "黄埔巧手服饰厂落户平桥社区，又在平桥就业园投资300万元"
    page.fact("INVESTED_IN", maker, PARK, invested, amount=3000000, raw={"amount": "300万元"})
    page.fact("RUNS", SITE, thing("Workshop", "平桥绣坊", "绣坊", region=SANDU.id), "平桥绣坊由平桥社区经营")
    page.fact("BUILT", HUANGPU, SCHOOL, "黄埔区援建了三都县第二小学")
    page.fact("LOCATED_IN", carrier, HUANGPU, "黄埔区启帆物流公司")
    return page
