"""Putting the contents of an export into a store: `duikou import`. Documents are written one after the other, each whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.contents import Contents, read_contents
from graph.errors import ReadError
from graph.recheck import problems
from graph.rows import Batch, Row
from graph.tables import Pair

if TYPE_CHECKING:
    from graph.store import Store

Progress = Callable[[int, int, str], None]  # documents done, documents in all, the one just done


@dataclass(frozen=True, slots=True)
class Restored:
    """How much a file held."""

    documents: int
    articles: int
    entities: int
    facts: int
    observations: int
    rejects: int


def import_file(store: Store, path: Path, progress: Progress | None = None) -> Restored:
    """Write what a file of `duikou export` holds into the store; importing it again changes nothing.

    ReadError, before anything is written, when a proof does not stand in the texts of the file.
    """
    contents = read_contents(path)
    wrong = list(problems(contents))
    if wrong:
        identifier, said = wrong[0]
        more = f" (and {len(wrong) - 1} others)" if len(wrong) > 1 else ""
        raise ReadError(f"{path}: {identifier}: {said}{more}; nothing was imported: export it again")
    known = {document.id for document in store.documents()}
    for done, batch in enumerate(batches(contents, known), start=1):
        store.write_batch(batch)
        if progress:
            progress(done, len(contents.documents), batch.document["name"])
    return Restored(
        documents=len(contents.documents),
        articles=len(contents.articles),
        entities=len(contents.entities),
        facts=len(contents.facts),
        observations=len(contents.observations),
        rejects=len(contents.rejects),
    )


def batches(contents: Contents, known: Iterable[str] = ()) -> Iterator[Batch]:
    """The rows of each document by its id. What no document states (the gazetteer's facts, entities without any) comes
    with the first that the store does not know yet.

    A fact's row is the one of all documents together, with the passages of this one: merging gives it back.
    """
    new = sorted(set(contents.documents) - set(known))
    parts = _Parts(contents)
    for document in [*new, *sorted(set(contents.documents) & set(known))]:
        yield parts.batch(document, everything=document in new[:1])


class _Parts:
    """The contents by document."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._articles = _by_document(contents.articles.values())
        self._passages = _by_document(contents.passages.values())
        self._rejects = _by_document(contents.rejects.values())
        self._proven: dict[str, list[Row]] = {}  # facts and figures by document
        self._loose = [row for row in contents.proven() if not row["passages"]]
        for row in contents.proven():
            for document in {contents.passages[one]["document"] for one in row["passages"]}:
                self._proven.setdefault(document, []).append(row)

    def batch(self, document: str, everything: bool) -> Batch:
        """The rows of one document; `everything`: also those that belong to none."""
        contents = self._contents
        made = Batch(contents.documents[document], [])
        for article in self._articles.get(document, []):
            made.add_node("Article", {**article, "work": article["id"]})
            made.link("IN_DOCUMENT", ("Article", article["id"]), ("Document", document))
        for passage in self._passages.get(document, []):
            here = ("Passage", passage["id"])
            made.add_node("Passage", passage)
            made.link("IN_ARTICLE", here, ("Article", passage["article"]))
            for one in contents.mentions.get(passage["id"], []):
                made.link("MENTIONED_IN", self._entity(made, one), here)
        for row in [*self._proven.get(document, []), *(self._loose if everything else [])]:
            self._add_proven(made, document, row)
        for reject in self._rejects.get(document, []):
            made.add_node("Reject", reject)
            made.link("IN_DOCUMENT", ("Reject", reject["id"]), ("Document", document))
            for one in reject["passages"]:
                made.link("STATED_IN", ("Reject", reject["id"]), ("Passage", one))
        for entity in contents.entities if everything else ():
            self._entity(made, entity)
        return made

    def _add_proven(self, made: Batch, document: str, row: Row) -> None:
        passages = [one for one in row["passages"] if self._contents.passages[one]["document"] == document]
        row = {**row, "passages": passages}
        if "from_id" in row:
            (source, _), (target, _) = self._entity(made, row["from_id"]), self._entity(made, row["to_id"])
            made.add_fact(Pair(row["relation"], source, target), row)
            return
        here = ("Observation", row["id"])
        made.add_node("Observation", row)
        made.link("OBSERVED_OF", here, self._entity(made, row["subject"]))
        for one in passages:
            made.link("STATED_IN", here, ("Passage", one))

    def _entity(self, made: Batch, identifier: str) -> tuple[str, str]:
        """Label and id of an entity, which is added."""
        row = self._contents.entities[identifier]
        if identifier not in made.nodes.get(row["label"], {}):
            made.add_node(row["label"], row)
        return row["label"], identifier


def _by_document(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["document"], []).append(row)
    return found
