"""Stable ids: the same thing gets the same id in every run, on every machine, in any order of loading."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache

PREFIXES = {
    "RelocationSite": "site",
    "Park": "park",
    "Workshop": "workshop",
    "Facility": "facility",
    "Company": "company",
    "Organization": "organization",
    "Person": "person",
    "Programme": "programme",
    "Region": "region",
}


def digest(*parts: object) -> str:
    """A short hash of a JSON list; joined strings would make ("a", "bc") and ("ab", "c") the same.

    >>> digest("a", "bc") == digest("ab", "c")
    False
    """
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:20]


def region_id(code: str) -> str:
    """The id of a division with a code.

    >>> region_id("522732")
    'region:522732'
    """
    return f"region:{code}"


@lru_cache(maxsize=8192)
def entity_id(label: str, name: str, region: str | None) -> str:
    """The id of anything else: its standard name and the id of the region it belongs to (None: not known).

    >>> entity_id("Company", "贵州晨南服饰有限公司", "region:522732").startswith("company:")
    True
    """
    return f"{PREFIXES[label]}:{digest(name, region)}"


def fact_id(relation: str, subject: str, object_: str, key: dict[str, object]) -> str:
    """The id of a fact: its ends and the properties that tell it from others with the same ends."""
    return f"fact:{digest(relation, subject, object_, sorted(key.items()))}"
