"""The five texts written for the project: each is of the kind it is meant to be, and its gold is about what it says."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import opencc
import pypdfium2
import pytest
import yaml

from graph.schema import schema

SEEDS = Path(__file__).parent.parent / "seeds"
ARTICLES = {path.stem: path for path in sorted((SEEDS / "articles").iterdir())}
STEMS = sorted(ARTICLES)
SIMPLIFY = opencc.OpenCC("t2s")
FURNITURE = re.compile(r"山海周报|2023年11月\u3000第\d+版\u3000协作|— \d —")


class Visible(HTMLParser):
    """Collects what a reader of a page sees, and the elements it is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: list[str] = []
        self.hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.hidden = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.hidden = False

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


def seen(page: str) -> Visible:
    visible = Visible()
    visible.feed(page)
    return visible


def pdf_lines(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [line.strip() for page in document for line in page.get_textpage().get_text_range().splitlines()]
    finally:
        document.close()


def raw(stem: str) -> str:
    """The text of a seed as a reader has it, before any conversion."""
    path = ARTICLES[stem]
    if path.suffix == ".pdf":
        return "\n".join(pdf_lines(path))
    text = path.read_text(encoding="utf-8")
    return "".join(seen(text).words) if path.suffix == ".html" else text


def bare(text: str) -> str:
    """Simplified, without white space and without the quotation marks that names may or may not carry."""
    text = SIMPLIFY.convert(FURNITURE.sub("", text))
    return re.sub(r"[\s\"“”]", "", text).translate(str.maketrans(",:;()", "，：；（）"))


def own_gold(stem: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((SEEDS / "gold" / f"{stem}.yaml").read_text(encoding="utf-8"))
    return loaded


def gold(stem: str) -> dict[str, Any]:
    """The gold of a seed, together with that of the seed it includes."""
    own = own_gold(stem)
    if "includes" not in own:
        return own
    base = gold(own["includes"])
    merged = {part: base[part] + own[part] for part in ("facts", "also_true", "observations", "also_observed")}
    return {**own, **merged, "entities": {**base["entities"], **own["entities"]}}


def triple(row: list[str] | dict[str, Any]) -> tuple[str, str, str]:
    subject, relation, object_ = row["fact"] if isinstance(row, dict) else row
    return subject, relation, object_


def kinds(entity: dict[str, Any]) -> list[str]:
    return list(entity.get("types") or [entity["type"]])


def figures(text: str) -> set[float]:
    """The values that the digits of a text can stand for: as they are, in 万 and in 亿."""
    numbers = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", text)]
    return {round(number * scale, 4) for number in numbers for scale in (1, 1e4, 1e8)}


def test_every_seed_has_gold_and_every_gold_a_seed() -> None:
    assert len(STEMS) == 5
    assert sorted(path.stem for path in (SEEDS / "gold").glob("*.yaml")) == STEMS
    assert all(own_gold(stem)["document"] == stem for stem in STEMS)


@pytest.mark.parametrize("stem", STEMS)
def test_the_gold_speaks_the_vocabulary(stem: str) -> None:
    known = gold(stem)
    entities = known["entities"]
    assert {kind for entity in entities.values() for kind in kinds(entity)} <= set(schema().labels)
    for row in known["facts"] + known["also_true"]:
        subject, relation, object_ = triple(row)
        assert subject in entities and object_ in entities, row
        assert relation in schema().relations, row
    for subject, indicator, value, _unit in known["observations"] + known["also_observed"]:
        assert subject in entities and isinstance(value, int | float), (subject, value)
        assert indicator == "other" or indicator in schema().indicators, indicator
    for row in known["facts"]:
        subject, relation, object_ = triple(row)
        ends = [(a, b) for a in kinds(entities[subject]) for b in kinds(entities[object_])]
        assert any(schema().allows(relation, a, b) for a, b in ends), row


@pytest.mark.parametrize("stem", STEMS)
def test_no_row_of_the_gold_stands_twice(stem: str) -> None:
    known = gold(stem)
    titled = [
        (*triple(row), row.get("title") if isinstance(row, dict) else None)
        for row in known["facts"] + known["also_true"]
    ]
    observed = [tuple(row[:3]) for row in known["observations"] + known["also_observed"]]
    for rows in (titled, observed):
        assert sorted({row for row in rows if rows.count(row) > 1}, key=str) == []


@pytest.mark.parametrize("stem", STEMS)
def test_every_name_of_the_gold_stands_in_the_text(stem: str) -> None:
    text, known = bare(raw(stem)), gold(stem)
    lost = [key for key, entity in known["entities"].items() if not any(bare(name) in text for name in entity["names"])]
    assert lost == []


@pytest.mark.parametrize("stem", STEMS)
def test_every_figure_of_the_gold_stands_in_the_text(stem: str) -> None:
    known, written = gold(stem), figures(bare(raw(stem)))
    values = {float(value) for _subject, _indicator, value, _unit in known["observations"]}
    values |= {float(row["amount"]) for row in known["facts"] if isinstance(row, dict) and "amount" in row}
    assert values and values - written == set()


@pytest.mark.parametrize("stem", STEMS)
def test_titles_of_articles_and_posts_stand_in_the_text(stem: str) -> None:
    text, known = bare(raw(stem)), gold(stem)
    titles = [article["title"] for article in known["articles"]]
    titles += [row["title"] for row in known["facts"] if isinstance(row, dict) and "title" in row]
    assert [title for title in titles if bare(title) not in text] == []


def test_a_seed_in_traditional_characters() -> None:
    text = raw("seed_000_gujiang")
    changed = [a for a, b in zip(text, SIMPLIFY.convert(text), strict=True) if a != b]
    assert len(changed) > len(text) / 5
    assert "里" in text and "裡" not in text  # half-converted, as such pages are


def test_a_newspaper_page_with_three_articles() -> None:
    text = raw("seed_001_sandu")
    places = [text.index(article["title"]) for article in own_gold("seed_001_sandu")["articles"]]
    assert len(places) == 3 and places == sorted(places)
    assert all(mark in text for mark in ("版面导航", "■", "本报讯"))
    assert "人驻城南社区" in text  # the slip of a scanner for 入驻
    assert "给城\n\n南社区" in text  # a column break inside a name


def test_a_web_page_with_its_furniture() -> None:
    page = seen(ARTICLES["seed_004_tongren"].read_text(encoding="utf-8"))
    wanted = {"nav", "header", "footer", "aside", "figure", "img", "figcaption", "button", "script", "style", "article"}
    assert wanted <= set(page.elements)
    text = "".join(page.words)
    assert all(word in text for word in ("您的位置", "相关阅读", "分享到微信", "编辑：", "平台提示", "版权声明"))


def test_a_pdf_with_a_text_layer_in_narrow_columns() -> None:
    path = ARTICLES["seed_003_xiangxi"]
    assert path.stat().st_size < 200_000
    lines = [line for line in pdf_lines(path) if line]
    assert len(re.findall(r"[\u4e00-\u9fff]", "".join(lines))) > 1500
    assert max(map(len, lines)) < 25
    names = {name for entity in gold("seed_003_xiangxi")["entities"].values() for name in entity["names"]}
    joined = bare("".join(lines))
    broken = [name for name in names if bare(name) in joined and not any(bare(name) in bare(line) for line in lines)]
    assert len(broken) > 5


def test_the_pdf_prints_the_article_of_another_seed_again() -> None:
    headline, _date, *paragraphs = [part for part in raw("seed_002_longan").split("\n\n") if part]
    assert bare(headline + "".join(paragraphs)) in bare(raw("seed_003_xiangxi"))


def test_the_pdf_is_what_its_script_makes(tmp_path: Path) -> None:
    pytest.importorskip("reportlab")
    from seeds.make_pdf import make_pdf

    make_pdf(tmp_path / "again.pdf")
    assert pdf_lines(tmp_path / "again.pdf") == pdf_lines(ARTICLES["seed_003_xiangxi"])
