"""Whether a name stands in a list: 甲公司、乙公司和丙公司."""

from __future__ import annotations

import re

from loaders.values import Mention

MARKS = "“”‘’《》"
_AND = re.compile(r"[”’》]?(?:、|和|与|及|以及|，|同)[“‘《]?|[”’》][“‘《]")
_IN_ROW = re.compile("[^，。；]{0,16}、[^，。；]{0,16}")
COUNTED = re.compile(r"[”’》]?等(?:\d+|[两三四五六七八九十]+|多|数)[多余]?[家个所名座]")
_BY_TITLE = re.compile(
    "(?:^|[，；。：])[一-鿿]{0,6}(?:承租人|承租方|运营方|经营方|承建方|承办方|投资方|建设方|业主|东家|负责人|法人代表|厂长|董事长|总经理|经理|理事长|创始人|创办人)、$"
)


def in_list(plain: str, mentions: list[Mention], index: int) -> bool:
    """Whether the name is one of several of its kind side by side."""
    mention = mentions[index]
    before = plain[: mention.start].rstrip(MARKS)
    title = mention.label == "Company" and _BY_TITLE.search(before) is not None  # 承租人、甲公司
    if plain[mention.end :].lstrip(MARKS).startswith("、") or (before.endswith("、") and not title):
        return True
    if plain[: mention.start].endswith(("”“", "》《")) or plain.startswith(("”“", "》《"), mention.end):
        return True
    if COUNTED.match(plain, mention.end):
        return True
    near = [_next_alike(mentions, index, step) for step in (-1, 1)]
    between = [plain[min(mention.end, m.end) : max(mention.start, m.start)] for m in near if m is not None]
    if mention.label == "Region":
        return any(words != "，" and _AND.fullmatch(words) for words in between)
    return any(_AND.fullmatch(words) or _IN_ROW.fullmatch(words) for words in between)


def _next_alike(mentions: list[Mention], index: int, step: int) -> Mention | None:
    """The nearest mention of the same kind before or after; of divisions only the one right beside it."""
    label = mentions[index].label
    others = mentions[index + 1 :] if step > 0 else mentions[:index][::-1]
    alike = (m for m in (others[:1] if label == "Region" else others) if m.label == label)
    return next(alike, None)
