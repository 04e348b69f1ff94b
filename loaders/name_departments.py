"""Where the name of a bureau of two departments begins: 某区|住房和建设局."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.lexicon import any_of, read_yaml
from loaders.regions import RegionSpan

_FIELDS = f"(?:{any_of(read_yaml('names.yaml')['departments'])})+"
_DEPARTMENT = re.compile(f"{_FIELDS}[和与]{_FIELDS}(?:事务|管理|监督|综合)?(?:局|厅|委员会|办公室)$")
_LEVELS = tuple("省市县区州旗")


def department_edge(plain: str, end: int, regions: Sequence[RegionSpan]) -> int | None:
    """Where such a name begins that ends at `end`: behind its division or with 县; None for any other name."""
    low = max(0, end - 24)
    if plain[end - 1] not in "局厅会室" or ("和" not in plain[low:end] and "与" not in plain[low:end]):
        return None
    match = _DEPARTMENT.search(plain[:end], low)
    if match is None:
        return None
    if any(r.end == match.start() for r in regions):
        return match.start()
    return match.start() - 1 if plain.startswith(_LEVELS, match.start() - 1) else None
