"""Makes docs/shapes.ttl again from graph/shapes.ttl and graph/schema.yaml: the SHACL shapes that `duikou check` goes by.

python docs/build_shapes.py           write it
python docs/build_shapes.py --check   exit 1 when it would change
"""

from __future__ import annotations

import sys
from pathlib import Path

from graph.shapes import shapes

PAGE = Path(__file__).parent / "shapes.ttl"


def main() -> int:
    """Write the page, or with --check only compare it."""
    made = shapes()
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == made:
        return 0
    if "--check" in sys.argv:
        print("stale: docs/shapes.ttl; run: python docs/build_shapes.py")
        return 1
    PAGE.write_text(made, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
