"""The 620,573 villages and communities, searched as one block of text with an index of its towns: a name in microseconds.

The block holds a line >520627004 for each town and under it its villages in the order of their numbers, a line each;
a tab and a number follow where the number is not one more than the last.
"""

import gzip
import re
from bisect import bisect_left
from collections.abc import Iterator


class VillageList:
    """The packed list of villages, by name and by code."""

    def __init__(self, packed: bytes) -> None:
        self._block = b"\n" + gzip.decompress(packed) + b"\n"
        towns = list(re.finditer(rb"\n>(\d{9})", self._block))
        self._towns = [match[1].decode() for match in towns]
        self._starts = [match.start() for match in towns] + [len(self._block)]

    def name(self, code: str) -> str | None:
        """The name of the village with this twelve-digit code."""
        town = bisect_left(self._towns, code[:9])
        known = town < len(self._towns) and self._towns[town] == code[:9]
        return dict(self._under(self._starts[town])).get(code) if known else None

    def codes(self, name: str, start: str = "") -> Iterator[str]:
        """The codes of the villages of this name that begin with these digits."""
        line = b"\n" + name.encode()
        low, high = self._range(start[:9])
        position = self._block.find(line, low, high)
        while position >= 0:
            if self._block[position + len(line)] in b"\t\n":
                header = self._block.rfind(b"\n>", 0, position + 1)
                town = self._block[header + 2 : header + 11].decode()
                if town.startswith(start[:9]):
                    yield from (code for code, found in self._under(header) if found == name and code.startswith(start))
                position = self._block.find(b"\n>", position + 1, high)
                if position < 0:
                    return
            position = self._block.find(line, position + 1, high)

    def _range(self, start: str) -> tuple[int, int]:
        """Where the towns whose codes begin with these digits stand in the block, which is sorted by code."""
        low = bisect_left(self._towns, start)
        return self._starts[low], self._starts[bisect_left(self._towns, start + ":", low)] + 1

    def _under(self, header: int) -> Iterator[tuple[str, str]]:
        """Code and name of the villages of the town whose line follows this position."""
        end = self._block.find(b"\n>", header + 1)
        town, *lines = self._block[header + 2 : end if end >= 0 else None].decode().split("\n")
        number = 0
        for line in filter(None, lines):
            name, _, given = line.partition("\t")
            number = int(given) if given else number + 1
            yield f"{town}{number:03}", name
