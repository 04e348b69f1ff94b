"""A graph in which every name, title, quote, alias, property, step and reason is one of tests/injections.py."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from injections import INJECTIONS, RUN

from graph.identity import digest, entity_id, region_id
from graph.model import Article, Document, Entity, Extraction, Fact, Observation, Reject, Step
from graph.proof import Draft, prove_fact, prove_observation

HUB = Entity(region_id("451221"), "Region", "南丹县", ("南丹",), code="451221")
DOCUMENT = f"a'\"><img src=x onerror={RUN}>"  # the stem of a file may be anything


@dataclass(frozen=True)
class Cast:
    """The actors of one article, all with the same injection in their names."""

    helper: Entity
    helped: Entity
    site: Entity
    company: Entity
    person: Entity


def cast(number: int, words: str, codes: list[str]) -> Cast:
    """A pair of divisions with real codes, so that the map knows where they lie, and what is between them."""
    helper, helped = codes[2 * number], codes[2 * number + 1]
    return Cast(
        _region(helper, f"甲{words}市", f"甲又{words}市"),
        _region(helped, f"乙{words}县", f"乙又{words}县"),
        _thing("RelocationSite", f"丙{words}社区", helped),
        _thing("Company", f"丁{words}公司", helped),
        _thing("Person", f"戊{words}己", helped),
    )


def injected_graph() -> Extraction:
    """One document with an article for each injection."""
    codes = [line[:6] for line in _table() if not line.startswith("#") and line[4:6] != "00"]
    blocks = [_block(words, cast(number, words, codes)) for number, words in enumerate(INJECTIONS)]
    text = "\n\n".join(blocks)
    sha = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    made = Extraction(Document(DOCUMENT, text, sha, path=f"{DOCUMENT}.txt"))
    at = 0
    for number, (words, block) in enumerate(zip(INJECTIONS, blocks, strict=True)):
        article = Article(
            id=f"article:{digest(sha, number)}",
            document=DOCUMENT,
            start=at,
            end=at + len(block),
            title=words,
            publisher=words,
            published="2023-05-06",
            reporter=words,
            url=words,
        )
        made.articles.append(article)
        _fill(made, article, words, cast(number, words, codes), at)
        at += len(block) + 2
    return made


def _block(words: str, who: Cast) -> str:
    return "\n".join((words, *_sentences(words, who)))


def _sentences(words: str, who: Cast) -> tuple[str, str, str, str]:
    helper, helped, site, company, person = (
        one.name for one in (who.helper, who.helped, who.site, who.company, who.person)
    )
    return (
        f"自2020年起，{helper}又名{who.helper.aliases[0]}，经庚{words}辛结对帮扶{helped}。",
        f"{helper}出资100万元建设{site}，{site}位于{helped}，{company}2021年入驻{site}，招工140人。",
        f"{person}是{company}的壬{words}癸，2022年挂职到{helped}，{helper}向{HUB.name}捐赠庚{words}辛。",
        f"还有30人，庚{words}辛。",
    )


def _fill(made: Extraction, article: Article, words: str, who: Cast, at: int) -> None:
    text = made.document.text

    def span(sentence: str) -> tuple[int, int]:
        start = text.index(sentence, at)
        return start, start + len(sentence)

    paired, paid, posted, left = _sentences(words, who)
    step = Step("subject", f"庚{words}辛", f"庚{words}辛", f"庚{words}辛")
    scheme = f"庚{words}辛"
    rows: tuple[tuple[str, Entity, Entity, str, dict[str, Any], dict[str, str]], ...] = (
        ("ASSISTS", who.helper, who.helped, paired, {"scheme": scheme, "since": "2020"}, {"since": "2020年"}),
        ("FUNDED", who.helper, who.site, paid, {"amount": 1_000_000.0}, {"amount": "100万元"}),
        ("LOCATED_IN", who.site, who.helped, paid, {}, {}),
        ("MOVED_INTO", who.company, who.site, paid, {"since": "2021"}, {"since": "2021年"}),
        ("HAS_ROLE", who.person, who.company, posted, {"title": f"壬{words}癸"}, {}),
        ("SECONDED_TO", who.person, who.helped, posted, {"since": "2022"}, {"since": "2022年"}),
        ("DONATED_TO", who.helper, HUB, posted, {"items": scheme}, {}),
    )
    # The pairing, and a third of the rest: each family of injections meets every relation, and the pages stay quick.
    for relation, subject, object_, sentence, properties, raw in (rows[0], *rows[1 + len(made.articles) % 3 :: 3]):
        because = (step,) if relation == "MOVED_INTO" else ()
        draft = Draft(article, (span(sentence),), because, raw)
        fact = prove_fact(made.document, draft, relation, subject, object_, properties)
        assert isinstance(fact, Fact), fact
        made.facts.append(fact)
        made.entities += [subject, object_]
    draft = Draft(article, (span(paid),), (), {"value": "140人"})
    figure = prove_observation(made.document, draft, who.company, "people_employed", 140.0, "人", group=scheme)
    assert isinstance(figure, Observation), figure
    made.observations.append(figure)
    candidate = {"subject": who.company.as_end(), "raw": "30人", "value": 30.0, "unit": "人"}
    quote = prove_observation(
        made.document, Draft(article, (span(left),), (), {"value": "30人"}), HUB, "jobs", 30.0, "人"
    )
    assert isinstance(quote, Reject)
    made.rejects.append(Reject(f"no: {words}", candidate, quote.evidence))


def _region(code: str, name: str, *aliases: str) -> Entity:
    return Entity(region_id(code), "Region", name, aliases, code=code)


def _thing(label: str, name: str, code: str) -> Entity:
    home = region_id(code)
    return Entity(entity_id(label, name, home), label, name, (), region=home)


def _table() -> list[str]:
    return (files("seeds") / "gazetteer" / "coordinates.tsv").read_text(encoding="utf-8").splitlines()
