"""A file of linked data read back as rows: what `duikou export rdf` wrote, in any of its forms and under any base.

The nodes of facts are read; the plain triples beside them say nothing that these do not.
"""

from __future__ import annotations

from pathlib import Path

from graph.contents import Contents, without_texts
from graph.errors import ReadError, StoreVersionError
from graph.merge import canonical
from graph.model import Entity
from graph.rdf_controls import restored, shown
from graph.rdf_records import Record, Records, read_records
from graph.rdf_terms import property_name
from graph.rows import Row, entity_row
from graph.schema import schema


def read_rdf(path: Path, format: str) -> Contents:
    """What the triples say; ReadError names the node at fault."""
    records = read_records(path, format)
    if records.version != str(schema().version):
        raise StoreVersionError(
            f"{path}: written with version {records.version} of the vocabulary, this duikou has version "
            f"{schema().version}; load the documents again"
        )
    contents = Contents()
    for iri, record in records.nodes.items():
        try:
            _add(contents, records, iri, record)
        except ValueError as error:
            raise ReadError(f"{path}: {iri}: {error}; export it again with: duikou export rdf") from error
    if not contents.documents:
        raise ReadError(f"{path}: it names no document; export it again with: duikou export rdf")
    if any(row["text"] is None for row in contents.documents.values()):
        raise without_texts(path)
    _restore_quotes(contents)
    return contents


def _restore_quotes(contents: Contents) -> None:
    """Take quotes from the texts where these have characters that are only shown by symbols."""
    for row in contents.passages.values():
        document = contents.documents.get(row["document"])
        words = document["text"][row["start"] : row["stop"]] if document else ""
        if row["quote"] == shown(words):
            row["quote"] = words


def _add(contents: Contents, records: Records, iri: str, record: Record) -> None:
    classes = record.get("rdf:type", ())
    if "dk:Document" in classes:
        _put(contents.documents, iri, records, _document(record))
    elif "dk:Article" in classes:
        _put(contents.articles, iri, records, _article(record, records))
    elif "dk:Passage" in classes:
        row = _passage(record, records)
        _put(contents.passages, iri, records, row)
        contents.mentions[row["id"]] = records.identifiers(record.all("schema:mentions"))
    elif "dk:Fact" in classes:
        _put(contents.facts, iri, records, _fact(record, records))
    elif "dk:Observation" in classes:
        _put(contents.observations, iri, records, _observation(record, records))
    elif "dk:Reject" in classes:
        _put(contents.rejects, iri, records, _reject(record, records))
    elif iri.startswith(records.base):
        labels = [label for label in schema().labels if f"dk:{label}" in classes]
        if len(labels) > 1:
            raise ValueError(f"it is of several classes: {', '.join(labels)}")
        if labels:
            _put(contents.entities, iri, records, _entity(labels[0], record, records))


def _put(rows: dict[str, Row], iri: str, records: Records, row: Row) -> None:
    if records.identifier(iri) != row["id"]:
        raise ValueError(f"its dcterms:identifier is {row['id']}")
    rows[row["id"]] = row


def _document(record: Record) -> Row:
    text = record.maybe("schema:text")
    return {
        "id": record.one("dcterms:identifier"),
        "name": record.one("dk:name"),
        "names": record.all("dk:fileName"),
        "paths": [],
        "sha256": record.one("dk:sha256"),
        "media_type": record.one("schema:encodingFormat"),
        "text": None if text is None else restored(text, record.maybe("dk:controls") or ""),
        "digest": record.one("dk:digest"),
    }


def _article(record: Record, records: Records) -> Row:
    return {
        "id": record.one("dcterms:identifier"),
        "document": records.identifier(record.one("dcterms:isPartOf")),
        "title": record.maybe("schema:headline"),
        "publisher": record.maybe("schema:publisher"),
        "published": record.maybe("schema:datePublished"),
        "reporter": record.maybe("schema:author"),
        "url": record.maybe("schema:url"),
        "script": record.one("dk:script"),
        "start": int(record.one("dk:start")),
        "stop": int(record.one("dk:end")),
        "fingerprint": record.one("dk:fingerprint").split(),
        "work": records.identifier(record.one("dk:work")),
    }


def _passage(record: Record, records: Records) -> Row:
    selectors = [records[iri] for iri in record.all("oa:hasSelector")]
    position, quote = (_only(selectors, kind) for kind in ("oa:TextPositionSelector", "oa:TextQuoteSelector"))
    return {
        "id": record.one("dcterms:identifier"),
        "document": records.identifier(record.one("oa:hasSource")),
        "article": records.identifier(record.one("dcterms:isPartOf")),
        "start": int(position.one("oa:start")),
        "stop": int(position.one("oa:end")),
        "line": int(record.one("dk:line")),
        "quote": quote.one("oa:exact"),
    }


def _only(selectors: list[Record], kind: str) -> Record:
    found = [one for one in selectors if kind in one.get("rdf:type", ())]
    if len(found) != 1:
        raise ValueError(f"it has {len(found)} {kind}")
    return found[0]


def _entity(label: str, record: Record, records: Records) -> Row:
    region = record.maybe("dk:belongsTo")
    return entity_row(
        Entity(
            id=record.one("dcterms:identifier"),
            label=label,
            name=record.one("rdfs:label"),
            aliases=tuple(record.all("skos:altLabel")),
            code=record.maybe("dk:code"),
            region=None if region is None else records.identifier(region),
        )
    )


def _fact(record: Record, records: Records) -> Row:
    relations = {property_name(name): name for name in schema().relations}
    predicate = record.one("rdf:predicate")
    if predicate not in relations:
        raise ValueError(f"{predicate} is no relation of the vocabulary")
    relation = relations[predicate]
    properties: Row = {}
    for name, kind in schema().relations[relation].properties.items():
        said = record.maybe(property_name(name))
        properties[name] = float(said) if said is not None and kind in ("money", "number") else said
    return {
        "id": record.one("dcterms:identifier"),
        "relation": relation,
        **_proof(record, records),
        "source": record.maybe("dk:source"),
        **properties,
        "from_id": records.identifier(record.one("rdf:subject")),
        "to_id": records.identifier(record.one("rdf:object")),
    }


def _observation(record: Record, records: Records) -> Row:
    return {
        "id": record.one("dcterms:identifier"),
        "subject": records.identifier(record.one("dk:subject")),
        "indicator": _concept(record.one("dk:indicator"), "indicator"),
        "value": float(record.one("dk:value")),
        "minimum": _number(record.maybe("dk:minimum")),
        "maximum": _number(record.maybe("dk:maximum")),
        "unit": record.one("dk:unit"),
        "raw": record.one("dk:raw"),
        "modifier": None if "dk:modifier" not in record else _concept(record.one("dk:modifier"), "modifier"),
        "status": _concept(record.one("dk:status"), "status"),
        "aggregation": _concept(record.one("dk:aggregation"), "aggregation"),
        "cohort": record.maybe("dk:group"),
        "period_start": record.maybe("dk:periodStart"),
        "period_end": record.maybe("dk:periodEnd"),
        "precision": record.maybe("dk:precision"),
        **_proof(record, records),
    }


def _reject(record: Record, records: Records) -> Row:
    return {
        "id": record.one("dcterms:identifier"),
        "document": records.identifier(record.one("dcterms:isPartOf")),
        "reason": record.one("dk:reason"),
        "candidate": record.one("dk:candidate"),
        "passages": records.identifiers(record.all("prov:wasQuotedFrom")),
    }


def _proof(record: Record, records: Records) -> Row:
    steps = sorted((records[iri] for iri in record.all("dk:because")), key=lambda step: int(step.one("dk:position")))
    parts = ("role", "kind", "surface", "means")
    return {
        "tier": _concept(record.one("dk:tier"), "tier"),
        "because": canonical([{part: step.one(f"dk:{part}") for part in parts} for step in steps]),
        "passages": records.identifiers(record.all("prov:wasQuotedFrom")),
    }


def _concept(name: str, kind: str) -> str:
    """The word of a concept: outcome of dk:status-outcome."""
    start = f"dk:{kind}-"
    if not name.startswith(start):
        raise ValueError(f"{name} is no {kind} of the vocabulary")
    return name.removeprefix(start)


def _number(said: str | None) -> float | None:
    return None if said is None else float(said)
