"""What the project's own articles say, read once by each process that runs tests: reading them takes seconds."""

from __future__ import annotations

import pickle
from functools import cache
from pathlib import Path

from graph.model import Extraction
from loaders.build import extract_document
from loaders.read import read

ARTICLES = Path(__file__).parent.parent / "seeds" / "articles"


def seeds() -> list[Extraction]:
    """One extraction of each article, in the order of their names; they are the caller's to change."""
    found: list[Extraction] = pickle.loads(_read())
    return found


@cache
def _read() -> bytes:
    return pickle.dumps([extract_document(read(path)) for path in sorted(ARTICLES.iterdir())])
