"""Shops and works that go by their kind, told by the one who opened them: 返乡青年开了一家推拿店, 办起一间牛皮工艺坊."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.name_marks import Name

_OPENED = re.compile(
    r"(?:开起|开办|开设|办起|创办|兴办|开|办|盘下|张罗起|支起)(?:了|起)?(?:一)?(?:[家间座个所处]|爿)(?:自己的|小小的|新的)?"
    r"(?P<name>(?:[一-鿿]{0,8}?)(?P<head>店|坊|馆|铺子?|作坊|[工作]坊|车间|[工饭酒]?厂|[夜驾]校|学堂|诊所|书吧|工作室|合作社|民宿|客栈|农庄|家庭农场|养殖场|加工厂))(?=[，。；、]|$)"
)
_OWN_BEFORE = re.compile(
    r"[\d两三四五六七八九十多几][余多]?[家间座个所]?$|计划|打算|想|要|准备|也许|能$|将$|再$|第[二三四五六七八九十]$"
)
_NO_KIND = re.compile(
    r"[的了着过一在把被给让和与及]|^[小新大老网分门本]?(?:店|坊|馆|铺子?|厂|厂子|门店|小店|分店|网店|工厂)$|^(?:连锁|分)"
)
_LABELS = (("Workshop", "坊|车间"), ("Facility", "[夜驾]校|学堂|诊所|书吧|工作室|馆"))


def opened(plain: str) -> Iterator[Name]:
    """Such names in one block.

    >>> [n.label for n in opened("他在县城开了一间推拿店，生意很好。")]
    ['Company']
    >>> list(opened("他打算开一家推拿店，还想开一家小店。"))
    []
    """
    for match in _OPENED.finditer(plain):
        words, head = match["name"], match["head"]
        if _NO_KIND.search(words) or _OWN_BEFORE.search(plain, max(0, match.start() - 6), match.start()):
            continue
        label = next((label for label, heads in _LABELS if re.search(f"(?:{heads})$", head)), "Company")
        yield Name(match.start("name"), match.end("name"), match.start("name"), label, True)
