"""Posts and trades: a title that names a trade (教师, 质检员, 司机) says where somebody works, and no post."""

from __future__ import annotations

import re

from loaders.lexicon import any_of, read_yaml
from loaders.post_shapes import JOB

_RAW = read_yaml("trades.yaml")
_STAFF = re.compile(f"(?:{any_of(_RAW['staff'])})员$|(?:{any_of(_RAW['hands'])})$")
_NAMED_BEFORE = re.compile(f"(?:{any_of(_RAW['staff_named_before'])})员$")
_GRADE = re.compile(any_of(_RAW["grades"]))
_FOREMAN = re.compile("(?:车间|班|小|[一-鿿]检|包装|缝纫)组长$|[^董]班长$|会计$")  # posts among the workers of a firm


def relations_of(title: str, label: str, beside: bool) -> list[str]:
    """By which relations a title is told of a body of this label; `beside`: the words next to the title name the body."""
    trade = JOB.search(title) is not None or _NAMED_BEFORE.search(title) is not None
    if label in ("Region", "RelocationSite"):
        return ["HAS_ROLE", "WORKS_AT"] if trade else ["HAS_ROLE"]
    if _STAFF.search(title) or (_NAMED_BEFORE.search(title) and not beside):
        return ["WORKS_AT"]
    if trade:
        return ["HAS_ROLE", "WORKS_AT"] if _GRADE.search(title) or not JOB.search(title) else ["WORKS_AT"]
    return ["HAS_ROLE", "WORKS_AT"] if _FOREMAN.search(title) and label in ("Company", "Workshop") else ["HAS_ROLE"]
