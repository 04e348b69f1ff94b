"""The proofs of a graph page: a sentence once, a passage once, and of each proof only which names are strong in it."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

from duikou.views.knowledge import Knowledge, Proof


class Proofs:
    """Passages as they are met; `sentences` is what the page reads when a proof is shown first."""

    def __init__(self, known: Knowledge) -> None:
        self._articles = {source.id: place for place, source in enumerate(known.sources.values())}
        self._texts: dict[str, int] = {}
        self._passages: dict[tuple[str, int, int], int] = {}
        self._rows: list[tuple[int, int, int, int]] = []
        self.article_of: list[int] = []
        self.articles = [{"document": source.document, "said": source.said} for source in known.sources.values()]

    def place(self, proof: Proof) -> list[int]:
        """The passage, then where names begin and end in the quote."""
        key = (proof.article.id, proof.start, proof.stop)
        quote = "".join(text for text, _ in proof.pieces)
        if key not in self._passages:
            self._passages[key] = len(self._passages)
            sentence = self._texts.setdefault(proof.before + quote + proof.after, len(self._texts))
            begin = _units(proof.before)
            self._rows.append((sentence, begin, begin + _units(quote), proof.line))
            self.article_of.append(self._articles[proof.article.id])
        ends = list(accumulate((_units(text) for text, _ in proof.pieces), initial=0))
        strong = [place for n, (_, is_name) in enumerate(proof.pieces) if is_name for place in (ends[n], ends[n + 1])]
        return [self._passages[key], *strong]

    @property
    def sentences(self) -> dict[str, Any]:
        return {"texts": list(self._texts), "passages": self._rows}


def _units(text: str) -> int:
    """The length of a text as scripts count it: a rare character beyond the first 65,536 counts as two.

    >>> _units("三都"), _units("𬬻")
    (2, 2)
    """
    return len(text.encode("utf-16-le")) // 2
