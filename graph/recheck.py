"""The evidence rule for rows that come back from a file: every proof is looked up in the texts again.

What a reading of the text decided (which words a date came from, which quote was the main one) is not kept in a store and
cannot be checked again. What is: that quotes are to the letter where they are said to stand, that names, figures and units
stand in them, and that ids are those of what they name.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator
from itertools import product
from typing import Any

from graph.contents import Contents
from graph.identity import digest, fact_id
from graph.model import Evidence
from graph.normalise import fold
from graph.numerals import quantities
from graph.proof import PROVABLE_WITHOUT_NAME, misread, misunit
from graph.rows import Row
from graph.schema import schema

_TOLD_APART = ("status", "aggregation", "cohort", "period_start", "period_end")
_LEFT_OUT = {"status": "outcome", "aggregation": "point"}  # what graph.model.Observation takes then


def problems(contents: Contents) -> Iterator[tuple[str, str]]:
    """What is wrong, as ids with a sentence about each."""
    yield from _in_documents(contents)
    for row in contents.entities.values():
        if row["label"] not in schema().labels:
            yield row["id"], f"{row['label']} is no label of the vocabulary"
    for passage, mentioned in contents.mentions.items():
        for one in mentioned:
            if one not in contents.entities:
                yield passage, f"it names {one}, of which the file says nothing"
    for row in contents.facts.values():
        yield from ((row["id"], said) for said in _of_fact(contents, row))
    for row in contents.observations.values():
        yield from ((row["id"], said) for said in _of_observation(contents, row))
    for row in contents.rejects.values():
        lost = [one for one in row["passages"] if one not in contents.passages]
        if row["document"] not in contents.documents or lost:
            yield row["id"], f"it stands in {lost[0] if lost else row['document']}, of which the file says nothing"


def _in_documents(contents: Contents) -> Iterator[tuple[str, str]]:
    breaks: dict[str, list[int]] = {}
    for row in contents.documents.values():
        breaks[row["id"]] = [place for place, char in enumerate(row["text"]) if char == "\n"]
        if row["id"] != f"document:{row['sha256'][:20]}":
            yield row["id"], f"its id is not that of the bytes {row['sha256']}"
    for row in contents.articles.values():
        document = contents.documents.get(row["document"])
        if document is None or not 0 <= row["start"] <= row["stop"] <= len(document["text"]):
            yield row["id"], f"it is no part of {row['document']}"
    for row in contents.passages.values():
        article = contents.articles.get(row["article"])
        if article is None or article["document"] != row["document"]:
            yield row["id"], f"it stands in {row['article']}, which is no article of {row['document']}"
        elif row["document"] in contents.documents:
            said = _of_passage(row, contents.documents[row["document"]]["text"], breaks[row["document"]])
            if said:
                yield row["id"], said


def _of_passage(row: Row, text: str, breaks: list[int]) -> str | None:
    start, stop, document = row["start"], row["stop"], row["document"]
    if not 0 <= start < stop <= len(text) or text[start:stop] != row["quote"]:
        return f"'{row['quote'][:20]}' does not stand at {start}-{stop} of {document}"
    if row["line"] != bisect_left(breaks, start) + 1:
        return f"it does not begin in line {row['line']}"
    if row["id"] != f"passage:{digest(document, start, stop)}":
        return f"its id is not that of {start}-{stop} of {document}"
    return None


def _of_fact(contents: Contents, row: Row) -> Iterator[str]:
    ends = {"subject": contents.entities.get(row["from_id"]), "object": contents.entities.get(row["to_id"])}
    lost = [role for role, entity in ends.items() if entity is None]
    if lost:
        yield f"the file says nothing of its {lost[0]}"
        return
    known = {role: entity for role, entity in ends.items() if entity is not None}
    subject, object_ = known["subject"], known["object"]
    rule = schema().relations[row["relation"]]
    if not schema().allows(rule.name, subject["label"], object_["label"]):
        yield f"{rule.name} cannot run from {subject['label']} to {object_['label']}"
    if row["id"] not in {fact_id(rule.name, row["from_id"], row["to_id"], key) for key in _keys(row, rule.key)}:
        yield "its id is not that of its relation, ends and key"
    if not row["passages"] and row["source"]:
        return
    evidence = _evidence(contents, row)
    yield from _of_proof(row, evidence, known)
    for name, kind in rule.properties.items():
        if kind in ("money", "number") and row[name] is not None and not _stands(row[name], evidence):
            yield f"its {name} {row[name]:g} stands in no quote"


def _keys(row: Row, names: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The key of a fact, numbers with and without a fraction of nothing: the id was made before they were stored."""
    key = {name: row[name] for name in names if row[name] is not None}
    yield key
    yield {name: int(v) if isinstance(v, float) and v.is_integer() else v for name, v in key.items()}


def _of_observation(contents: Contents, row: Row) -> Iterator[str]:
    subject = contents.entities.get(row["subject"])
    if subject is None:
        yield "the file says nothing of its subject"
        return
    if row["indicator"] not in schema().indicators:
        yield f"{row['indicator']} is no indicator of the vocabulary"
    evidence = _evidence(contents, row)
    yield from _of_proof(row, evidence, {"subject": subject})
    details = {name: row[name] for name in ("minimum", "maximum", "modifier")}
    said = misread(evidence, row["raw"], row["value"]) or misunit(row["raw"], row["unit"], details)
    if said:
        yield said
    if row["id"] not in _observation_ids(row):
        yield "its id is not that of its subject, indicator and value"


def _observation_ids(row: Row) -> set[str]:
    """The ids that the figure can have: it was made before numbers were stored and left-out words filled in."""
    values = [row["value"], *([int(row["value"])] if row["value"].is_integer() else [])]
    given = [[row[name], *([None] if row[name] == _LEFT_OUT.get(name) else [])] for name in _TOLD_APART]
    return {
        f"observation:{digest(row['subject'], row['indicator'], value, row['unit'], list(told_apart))}"
        for value in values
        for told_apart in product(*given)
    }


def _evidence(contents: Contents, row: Row) -> list[Evidence]:
    found = (contents.passages[one] for one in row["passages"] if one in contents.passages)
    return [Evidence(p["document"], p["article"], p["start"], p["stop"], p["quote"]) for p in found]


def _of_proof(row: Row, evidence: list[Evidence], ends: dict[str, Row]) -> Iterator[str]:
    steps = json.loads(row["because"])
    if row["tier"] != ("inferred" if steps else "stated"):
        yield f"its tier is {row['tier']}, with {len(steps)} steps"
    if not evidence or len(evidence) < len(row["passages"]):
        yield "the file has no passage that proves it" if not evidence else "it names a passage that is not in the file"
        return
    quotes = [fold(piece.quote) for piece in evidence]
    for role, entity in ends.items():
        names = [name for name in entity["keys"] if len(name) > 1]
        named = any(name in quote for name in names for quote in quotes)
        if not named and not any(_compressed(step, role, quotes) for step in steps):
            yield f"the {role} {entity['name']} stands in no quote"


def _compressed(step: dict[str, str], role: str, quotes: list[str]) -> bool:
    if step["role"] != role or step["kind"] not in PROVABLE_WITHOUT_NAME:
        return False
    return any(fold(step["surface"]) in quote for quote in quotes)


def _stands(value: float, evidence: list[Evidence]) -> bool:
    found = (one for piece in evidence for one in quantities(fold(piece.quote)))
    return any(value in (one.value, one.minimum, one.maximum) for one in found)
