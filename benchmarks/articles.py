"""Articles for measuring, as many as wanted: the project's own texts with other places, firms, people and figures.

    python -m benchmarks.articles FOLDER COUNT

What is measured with them holds for texts of this length and kind; they are no test of what is found in them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

SEEDS = Path(__file__).parent.parent / "seeds"
# The divisions that the texts speak of, and others of the same rank. Long names come before the short ones in them.
_HELPED = (
    ("三都水族自治县", "三都县", "三都"), ("大化瑶族自治县", "大化县", "大化"), ("隆安县",), ("资源县",), ("上林县",),
    ("忻城县",), ("花垣县",), ("泸溪县",), ("江口县",), ("思南县",), ("沿河土家族自治县", "沿河县", "沿河"), ("望谟县",),
    ("册亨县",), ("威宁彝族回族苗族自治县", "威宁县", "威宁"), ("那坡县",), ("凤山县",), ("古丈县",), ("剑河县",),
)  # fmt: skip
_HELPERS = (
    ("黄埔区", "黄埔"), ("宝安区", "宝安"), ("福田区", "福田"), ("南山区", "南山"), ("越秀区", "越秀"), ("天河区", "天河"),
    ("余杭区", "余杭"), ("闵行区", "闵行"), ("济南市", "济南"), ("东莞市", "东莞"), ("珠海市", "珠海"), ("佛山市", "佛山"),
)  # fmt: skip
_FIRST = "云远晨新山禾青锦瑞泽安和启恒嘉盛源通华茂"
_SECOND = "织途露禾风川达丰宁元成兴利泰林岭原江岸峰"
_SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高"
_GIVEN = "明华强丽军平娟霞勇芳志建秀文国海玉春小晓"
_BRAND = re.compile(
    r"[\u4e00-\u9fff]{2}(?=(?:服饰|制衣|箱包|茶业|食品|电子|科技|农业)?(?:（[^）]{2,4}）)?(?:[^，。\n]{0,6})?有限公司)"
)
_COMMUNITY = re.compile(r"[\u4e00-\u9fff]{2}(?=社区)")
_FIGURE = re.compile(r"(?<![\d.])(?!20[12]\d年)\d{2,6}(?![\d.]|年|月|日)")
_PERSON = re.compile(r"(?<=[叫是的长记])[\u4e00-\u9fff]{3}(?=[，。、在])")


@cache
def seeds() -> tuple[str, ...]:
    """The texts that are varied."""
    files = [*sorted((SEEDS / "articles").glob("*.txt")), *sorted((SEEDS / "src").glob("*.txt"))]
    return tuple(path.read_text(encoding="utf-8") for path in files)


def article(number: int) -> str:
    """The article of a number, always the same."""
    random = Random(number)
    text = seeds()[number % len(seeds())]
    for places in (_HELPED, _HELPERS):
        text = _other_places(text, places, random)
    text = _renamed(text, _COMMUNITY, lambda: random.choice(_FIRST) + random.choice(_SECOND))
    text = _renamed(text, _BRAND, lambda: random.choice(_FIRST) + random.choice(_SECOND))
    text = _renamed(text, _PERSON, lambda: random.choice(_SURNAMES) + "".join(random.sample(_GIVEN, 2)))
    text = _FIGURE.sub(lambda found: _figure(found[0], random), text)
    paragraphs = re.split(r"(?<=\n)\n+", text)
    head, body = paragraphs[:3], paragraphs[3:]
    random.shuffle(body)
    kept = body[: max(3, len(body) - random.randint(0, 3))]
    return "\n".join([*head, *kept]) + f"\n（第{number}期）\n"


def write_articles(folder: Path, count: int, first: int = 0) -> int:
    """The articles as files of a folder; how many characters they have."""
    folder.mkdir(parents=True, exist_ok=True)
    characters = 0
    for number in range(first, first + count):
        text = article(number)
        characters += len(text)
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
    return characters


def _other_places(text: str, places: tuple[tuple[str, ...], ...], random: Random) -> str:
    """Each place of the text becomes another of its rank, under its long and its short name alike."""
    present = [names for names in places if any(name in text for name in names)]
    others = random.sample(places, len(present))
    new: dict[str, str] = {}
    for old, other in zip(present, others, strict=True):
        new |= {name: other[min(rank, len(other) - 1)] for rank, name in enumerate(old)}
    if not new:
        return text
    longest_first = "|".join(sorted(new, key=len, reverse=True))
    return re.sub(longest_first, lambda found: new[found[0]], text)


def _renamed(text: str, pattern: re.Pattern[str], name: Callable[[], str]) -> str:
    """Each name that the pattern finds becomes another, wherever the text has it."""
    for old in dict.fromkeys(pattern.findall(text)):
        text = text.replace(old, name())
    return text


def _figure(digits: str, random: Random) -> str:
    """Another number of as many digits."""
    return str(random.randint(10 ** (len(digits) - 1), 10 ** len(digits) - 1))


if __name__ == "__main__":
    print(write_articles(Path(sys.argv[1]), int(sys.argv[2])))
