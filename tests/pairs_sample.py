"""Stores for the tests of pictures: many pairings between real counties, all sentences made here, the same at every run."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from random import Random

from graph_samples import Page, region, thing

from graph.model import Entity
from graph.store import Store, open_store
from loaders.gazetteer import COUNTY

EAST = ("11", "31", "32", "33", "35", "37", "44")
WEST = ("15", "45", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65")


def store_of(path: Path, *pages: Page) -> Store:
    """A new store with these pages."""
    store = open_store(path)
    for page in pages:
        store.write(page.extraction)
    return store


def counties(provinces: tuple[str, ...], count: int, seed: str) -> list[Entity]:
    """So many counties of provinces, real ones with their codes."""
    codes = [line.split("\t") for line in _lines()]
    found = [
        region(code, name)
        for code, level, name, *_ in codes
        if level == str(COUNTY) and code[:2] in provinces and code[4] != "7" and name.endswith(("区", "县", "旗", "市"))
    ]
    return Random(seed).sample(found, count)


def many(count: int, name: str = "many") -> Page:
    """So many pairings; some helpers have several, some pairings money of very unequal size, cadres and firms."""
    random = Random(name)
    helpers = counties(EAST, max(count * 2 // 3, 1), f"{name} east")
    helped = counties(WEST, count, f"{name} west")
    rows = [(random.choice(helpers), other, random.randrange(6), random.choice((50, 800, 12000))) for other in helped]
    sentences = []
    for number, (helper, other, kind, amount) in enumerate(rows):
        year = 2016 + number % 9
        sentences.append(f"{year}年起，{helper.name}结对帮扶{other.name}。")
        if kind > 2:
            sentences.append(f"{year + 1}年，{helper.name}出资{amount}万元，支持{other.name}。")
        if kind == 5:
            sentences.append(f"{helper.name}的{helper.name[:2]}衣帽{number}厂{year + 1}年3月落户{other.name}。")
    page = Page("\n".join(sentences), name=name)
    for number, (helper, other, kind, amount) in enumerate(rows):
        year = 2016 + number % 9
        sentence = f"{year}年起，{helper.name}结对帮扶{other.name}。"
        page.fact("ASSISTS", helper, other, sentence, raw={"since": f"{year}年"}, since=str(year))
        if kind > 2:
            paid = f"{year + 1}年，{helper.name}出资{amount}万元，支持{other.name}。"
            page.fact("FUNDED", helper, other, paid, raw={"amount": f"{amount}万元"}, amount=amount * 10_000)
        if kind == 5:
            firm = thing("Company", f"{helper.name[:2]}衣帽{number}厂", region=helper.id)
            moved = f"{helper.name}的{firm.name}{year + 1}年3月落户{other.name}。"
            page.fact("CAME_FROM", firm, helper, moved)
            page.fact("MOVED_INTO", firm, other, moved, raw={"since": f"{year + 1}年3月"}, since=f"{year + 1}-03")
    return page


def _lines() -> list[str]:
    return (files("seeds") / "gazetteer" / "regions.tsv").read_text("utf-8").splitlines()[1:]
