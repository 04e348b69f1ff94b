"""What can be seen of a figure in its sentence: the evidence that figure_weights weighs for what it measures.

A feature is a short text, such as `B吸纳就业人` (吸纳就业 stands right before a number of persons) or `3c务工人` (somewhere
before it in its clause). The words are those that the frames see: names are capitals, other figures 〇 with their unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log10

from loaders.measure_figures import Figure

_BESIDE = 10  # characters of the clause right before and behind the figure
_BEFORE, _BEHIND = 30, 20  # characters of the clause that are looked at in pairs and threes
_EARLIER, _LATER = 40, 30  # of the sentence around the clause
_NAMES = frozenset("RSKWFCOPG")


def features(figure: Figure) -> set[str]:
    """What can be seen of a figure."""
    unit, value = figure.quantity.unit, figure.quantity.value
    size = int(log10(value)) if value > 0 else -1
    earlier, later = figure.words.split("#", 1)
    before, behind = figure.clause_words.split("#", 1)
    near, after = before[-_BESIDE:], behind[:_BESIDE]
    named = "".join(sign for sign in before if sign in _NAMES)
    seen = {f"unit{unit}", f"size{unit}{size}", f"modifier{figure.quantity.modifier}", f"names{named[-3:]}{unit}"}
    for length in (1, 2, 3):
        seen.update(_parts(near, length, f"{length}b"))
        seen.update(_parts(after, length, f"{length}a"))
    seen.update(f"B{near[-length:]}{unit}" for length in (1, 2, 3, 4))
    seen.update(f"A{after[:length]}{unit}" for length in (1, 2, 3, 4))
    for length in (2, 3):
        seen.update(_parts(before[-_BEFORE:], length, f"{length}c", unit))
        seen.update(_parts(behind[:_BEHIND], length, f"{length}d", unit))
    seen.update(_parts(earlier[: len(earlier) - len(before)][-_EARLIER:], 2, "p", unit))
    seen.update(_parts(later[len(behind) :][:_LATER], 2, "n", unit))
    return seen


def _parts(text: str, length: int, mark: str, unit: str = "") -> Iterator[str]:
    """All parts of a length, between the mark and the unit."""
    return (f"{mark}{text[start : start + length]}{unit}" for start in range(len(text) - length + 1))
