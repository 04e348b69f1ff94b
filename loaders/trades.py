"""Posts and trades: a title that names a trade (教师, 质检员, 司机) says where somebody works."""

from __future__ import annotations

import re

from loaders.lexicon import any_of, read_yaml
from loaders.post_shapes import JOB

_RAW = read_yaml("trades.yaml")
_STAFF = re.compile(f"(?:{any_of(_RAW['staff'])})员$|(?:{any_of(_RAW['hands'])})$")
_NAMED_BEFORE = re.compile(f"(?:{any_of(_RAW['staff_named_before'])})员$")
_FOREMAN = re.compile("(?:车间|班|小|[一-鿿]检|包装|缝纫)组长$|[^董]班长$|会计$")  # posts among the workers of a firm


def relations_of(title: str, label: str, beside: bool) -> list[str]:
    """By which relations a title is told of a body of this label; `beside`: the words next to the title name the body."""
    named_before = _NAMED_BEFORE.search(title) is not None
    division = label in ("Region", "RelocationSite")
    if not division and (_STAFF.search(title) or (named_before and not beside)):
        return ["WORKS_AT"]
    foreman = _FOREMAN.search(title) and label in ("Company", "Workshop")
    return ["HAS_ROLE", "WORKS_AT"] if JOB.search(title) or named_before or foreman else ["HAS_ROLE"]
