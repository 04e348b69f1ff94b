"""The 620,573 villages and communities, searched as one block of text: no index to build, a name in some milliseconds.

The block holds a line >520627004 for each town and under it its villages in the order of their numbers, a line each;
a tab and a number follow where the number is not one more than the last.
"""

import gzip
from collections.abc import Iterator


class VillageList:
    """The packed list of villages, by name and by code."""

    def __init__(self, packed: bytes) -> None:
        self._block = b"\n" + gzip.decompress(packed) + b"\n"
        self._ranges: dict[str, tuple[int, int]] = {"": (0, len(self._block))}

    def name(self, code: str) -> str | None:
        """The name of the village with this twelve-digit code."""
        header = self._block.find(b"\n>" + code[:9].encode() + b"\n")
        return dict(self._under(header)).get(code) if header >= 0 else None

    def codes(self, name: str, start: str = "") -> Iterator[str]:
        """The codes of the villages of this name that begin with these digits."""
        line = b"\n" + name.encode()
        low, high = self._range(start[:6])
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
        """Where the towns of a county, prefecture or province stand in the block, which is sorted by code."""
        if start not in self._ranges:
            head = b"\n>" + start.encode()
            low = self._block.find(head)
            last = self._block.rfind(head)
            end = self._block.find(b"\n>", last + 1) if low >= 0 else 0
            self._ranges[start] = (max(low, 0), end + 1 if end > 0 else (len(self._block) if low >= 0 else 0))
        return self._ranges[start]

    def _under(self, header: int) -> Iterator[tuple[str, str]]:
        """Code and name of the villages of the town whose line follows this position."""
        end = self._block.find(b"\n>", header + 1)
        town, *lines = self._block[header + 2 : end if end >= 0 else None].decode().split("\n")
        number = 0
        for line in filter(None, lines):
            name, _, given = line.partition("\t")
            number = int(given) if given else number + 1
            yield f"{town}{number:03}", name
