"""duikou: Chinese articles on paired assistance in, a graph of facts out; every fact shows the words that prove it.

import duikou

duikou.extract("article.txt").facts
with duikou.open("work.lbug") as graph:
    graph.load("articles/")
    graph.ask("companies_by_site", region="三都")
"""

from duikou.api import Graph, Statements, extract, open
from graph.errors import (
    DuikouError,
    ProofError,
    ReadError,
    SchemaError,
    StoreError,
    StoreVersionError,
    UsageError,
)

__version__ = "0.1.0"

__all__ = [
    "DuikouError",
    "Graph",
    "ProofError",
    "ReadError",
    "SchemaError",
    "Statements",
    "StoreError",
    "StoreVersionError",
    "UsageError",
    "extract",
    "open",
]
