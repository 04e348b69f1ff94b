"""The batches of a large graph as files, so that it never is in memory as a whole."""

from __future__ import annotations

import pickle
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from graph.packed import pack, shared_part
from graph.rows import Batch


def write(batches: Iterable[Batch], folder: Path) -> Path:
    """The folder, made, with one file a batch, as reading a document gives it."""
    folder.mkdir(parents=True)
    for number, batch in enumerate(batches):
        batch.packed = pack(shared_part(batch))
        (folder / f"{number:04}.pickle").write_bytes(pickle.dumps(batch))
    return folder


class Batches:
    """The batches in a folder, one after the other; `seconds` and `cpu` are what reading them has taken."""

    def __init__(self, folder: Path) -> None:
        self._paths = sorted(folder.iterdir())
        self.seconds = self.cpu = 0.0

    def __iter__(self) -> Iterator[Batch]:
        for path in self._paths:
            seconds, cpu = time.perf_counter(), time.process_time()
            batch: Any = pickle.loads(path.read_bytes())
            self.seconds += time.perf_counter() - seconds
            self.cpu += time.process_time() - cpu
            yield batch
