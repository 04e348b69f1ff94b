"""Taking a document out of a store again: what it alone proved goes, what others prove too says what they say.

The rows of a store are merged from all documents, and a merge cannot be undone. So the store remembers what each
document gave (graph.group.Kept), and the rows that the document shares with others are merged anew from theirs.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph import merge
from graph.errors import StoreError
from graph.group import Group, Kept, Together, absolute, files_of, together, with_files
from graph.packed import OF_ONE_DOCUMENT, unpack
from graph.reprints import Works
from graph.rows import Batch, Row
from graph.tables import Pair
from graph.upsert import RemovingTables, rename, upsert_all

_OLD = "what it said then cannot be taken out, because an older duikou wrote it"
_AT_ONCE = 50  # documents whose rows are in memory
Place = str | Pair  # what a row is of: a label, or a pair of labels that a fact joins


def take_out(tables: RemovingTables, group: Group) -> bool:
    """Take out what a group replaces, before it is written; True when a document is out.

    StoreError for a document of which nothing is remembered.
    """
    if not group.gone and not group.anew:
        return False
    coming, out = together(group.new), False
    gone: dict[str, set[str]] = {}
    for one in group.gone:
        gone.setdefault(one.document, set()).add(one.file)
    found: dict[str, set[str]] = {}
    for copy in group.copies:
        found.setdefault(copy["id"], set()).update(files_of(copy))
    for document, files in sorted(gone.items()):
        out |= _let_go(tables, document, files, found.get(document, set()), coming)
    if group.anew:
        out |= _changed(tables, group, coming)
    return out


def put_in(tables: RemovingTables, group: Group, works: Works) -> None:
    """Write the documents of a group, and remember what must be known to take them out again."""
    copies = _copies_of_known(group)
    new = upsert_all(tables, group.new, works)
    tables.keep([new.kept[key] for key in sorted(new.kept)])
    copies += [one.document for one in group.new if one.document["id"] not in new.documents]
    ids = sorted({one["id"] for one in copies})
    known, kept = tables.nodes("Document", ids), tables.kept(ids)
    for document in copies:
        key = document["id"]
        if key not in known:
            raise StoreError(f"{document['name']}: another program has taken it out meanwhile; load it again")
        known[key] = rename(tables, known[key], document)
        if key in kept:
            kept[key] = with_files(kept[key], [*kept[key].files, *files_of(document)])
    tables.keep([kept[key] for key in sorted(kept)])


def _copies_of_known(group: Group) -> list[Row]:
    """The copies of documents that are in the store; those of documents of the group itself are added to these."""
    new = {one.document["id"]: one for one in group.new}
    for document in group.copies:
        if (batch := new.get(document["id"])) is not None:
            batch.files = tuple(sorted({*(batch.files or files_of(batch.document)), *files_of(document)}))
            batch.document = merge.document(batch.document, document)
    return [one for one in group.copies if one["id"] not in new]


def _changed(tables: RemovingTables, group: Group, coming: Together) -> bool:
    """Take out the documents of the group that are there and say other things now; their names and files stay."""
    known = tables.nodes("Document", sorted(coming.documents))
    changed = [key for key, row in sorted(known.items()) if row["digest"] != coming.documents[key]["digest"]]
    kept = tables.kept(changed)
    for batch in group.new:
        key = batch.document["id"]
        if key in changed:
            if key not in kept:
                raise StoreError(f"{batch.document['name']}: {_OLD}; load all documents into a new store")
            batch.document = merge.document(batch.document, known[key])
            batch.files = tuple(sorted({*files_of(batch.document), *kept[key].files}))
    for key in changed:
        remove(tables, kept[key], coming)
    return bool(changed)


def _let_go(tables: RemovingTables, document: str, gone: set[str], found: set[str], coming: Together) -> bool:
    """Note that files do not hold a document any more; True when those were the last, and the document is out."""
    kept = tables.kept([document]).get(document)
    if kept is None:
        raise StoreError(f"{min(gone)}: changed since it was loaded, and {_OLD}; load all documents into a new store")
    files = {file for file in {*kept.files, *found} if json.loads(file)[0] not in gone}
    if not files:
        remove(tables, kept, coming)
        return True
    tables.keep([with_files(kept, sorted(files))])
    tables.update_nodes("Document", [_renamed(tables.nodes("Document", [document])[document], files, gone)])
    return False


def remove(tables: RemovingTables, kept: Kept, coming: Together) -> None:
    """Take a document out."""
    own = tables.own_nodes(kept.id)
    passages = set(own.get("Passage", []))
    rest = _Rest(tables, kept, coming)
    deleted: dict[Place, list[Row]] = {}
    updated: dict[Place, list[Row]] = {}
    for (place, key), row in rest.rows.items():
        now = rest.without(place, key, passages)
        if now is None:
            deleted.setdefault(place, []).append(row)
        elif now != row:
            updated.setdefault(place, []).append(now)
    for place in sorted({*deleted, *updated}, key=str):
        if isinstance(place, Pair):
            tables.delete_facts(place, deleted.get(place, []))
            tables.update_facts(place, updated.get(place, []))
        else:
            tables.delete_nodes(place, [row["id"] for row in deleted.get(place, [])])
            tables.update_nodes(place, updated.get(place, []))
    for label, ids in sorted(own.items()):
        tables.delete_nodes(label, ids)
    tables.delete_nodes("Document", [kept.id])


@dataclass(slots=True)
class _Merged:
    row: Row
    whole: bool = False  # it says all that the store's row says: no other document can add to it


class _Rest:
    """The rows that a document shares with others (`rows`, as they are), and what remains of them without it."""

    def __init__(self, tables: RemovingTables, kept: Kept, coming: Together) -> None:
        self._tables = tables
        given = unpack({}, kept.rows)
        self.rows: dict[tuple[Place, str], Row] = {}
        for label, nodes in given.nodes.items():
            self.rows |= {(label, key): row for key, row in tables.nodes(label, sorted(nodes)).items()}
        for pair, facts in given.facts.items():
            there = tables.facts(pair, [facts[key] for key in sorted(facts)])
            self.rows |= {(pair, key): row for key, row in there.items()}
        self._merged: dict[tuple[Place, str], _Merged] = {}
        self._add(Batch({}, [], coming.nodes, coming.facts))
        for batch in self._others(kept):
            self._add(batch)

    def without(self, place: Place, key: str, passages: set[str]) -> Row | None:
        """A row as it is without the document, whose passages these are; None when nobody else speaks of it."""
        merged = self._merged.get((place, key))
        if merged is None:
            return None
        if merged.whole and "passages" in merged.row:
            left = [one for one in self.rows[place, key]["passages"] if one not in passages]
            return {**merged.row, "passages": left}
        return merged.row

    def _others(self, kept: Kept) -> Iterator[Batch]:
        """What the other documents say that speak of the same things, those with the most of them first."""
        shared: Counter[str] = Counter()
        for documents in self._tables.holders(list(kept.things)).values():
            shared.update(one for one in documents if one != kept.id)
        order = sorted(shared, key=lambda one: (-shared[one], one))
        for start in range(0, len(order), _AT_ONCE):
            if len(self._merged) == len(self.rows) and all(one.whole for one in self._merged.values()):
                return
            for other in self._tables.kept(order[start : start + _AT_ONCE]).values():
                yield unpack({}, other.rows)

    def _add(self, batch: Batch) -> None:
        for label, nodes in batch.nodes.items():
            if label not in OF_ONE_DOCUMENT:
                for key in nodes:
                    self._merge(label, key, nodes[key])
        for pair, facts in batch.facts.items():
            for key in facts:
                self._merge(pair, key, facts[key])

    def _merge(self, place: Place, key: str, row: Row) -> None:
        there = self.rows.get((place, key))
        if there is None:
            return
        known = self._merged.get((place, key))
        if known is None:
            merged = row
        elif known.whole:
            return
        else:
            merged = merge.fact(known.row, row) if isinstance(place, Pair) else merge.node(place, known.row, row)
        self._merged[place, key] = _Merged(merged, _says_all(merged, there))


def _says_all(row: Row, there: Row) -> bool:
    """Whether a row says what the store's says; of its proofs only whether there are any."""
    return {**row, "passages": bool(row.get("passages"))} == {**there, "passages": bool(there.get("passages"))}


def _renamed(document: Row, files: Iterable[str], gone: set[str]) -> Row:
    """A document's row with the names of these files, and without the paths of those that are gone."""
    names = sorted({json.loads(file)[1] for file in files})
    paths = [path for path in document["paths"] if absolute(path) not in gone]
    return {**document, "name": names[0], "names": names, "paths": paths}
