"""Short articles that speak of the same few places and firms, for tests that load many; and what is read in them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

from graph.model import Document, Extraction
from loaders.build import extract_document

HELPERS = ("黄埔区", "越秀区", "余杭区", "闵行区")
HELPED = ("三都县", "隆安县", "花垣县", "江口县")
FIRMS = ("云织制衣有限公司", "远途箱包有限公司", "晨露茶业有限公司", "新禾电子有限公司", "山风食品有限公司")
SITES = ("平桥社区", "河湾社区", "青禾社区")


def article(seed: int, version: int = 1) -> str:
    """A short article; another seed or version says other things of the same places."""
    random = Random(f"{seed} {version}")
    helper, helped = random.choice(HELPERS), random.choice(HELPED)
    firm, site = f"{helped[:2]}{random.choice(FIRMS)}", random.choice(SITES)
    year, month = random.randint(2018, 2023), random.randint(1, 12)
    said = [
        f"{helper}对口帮扶{helped}。",
        f"{year}年{month}月，{firm}入驻{helped}{site}，吸纳{random.randint(20, 300)}人就业。",
        f"{helper}投入{random.randint(1, 90)}00万元援建{helped}{site}扶贫车间。",
        f"{helper}向{helped}第二小学捐赠{random.randint(2, 80)}万元。",
        f"{helped}有{random.randint(100, 900)}人到{helper}务工。",
        f"{firm}现有员工{random.randint(30, 200)}人。",
    ]
    return f"东西部协作走访第{seed}篇\n" + "\n".join(random.sample(said, random.randint(2, 5))) + f"\n（{version}）\n"


def write_articles(folder: Path, numbers: range, version: int = 1) -> None:
    """One file each."""
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"a{number:03}.txt").write_text(article(number, version), encoding="utf-8")


_read: dict[tuple[str, str], Extraction] = {}


def remembered(document: Document) -> Extraction:
    """What the document says; a text is read once, however many loads ask."""
    key = (document.name, document.text)
    if key not in _read:
        _read[key] = extract_document(document)
    return replace(_read[key], document=document)
