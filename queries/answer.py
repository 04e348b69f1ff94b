"""The answer to a question: rows that can be walked through, shown in a notebook or made a data frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any

from graph.errors import UsageError
from graph.export import number
from queries.catalogue import Question

if TYPE_CHECKING:
    import pandas

Row = dict[str, Any]


def as_row(columns: Sequence[str], cells: Sequence[Any]) -> Row:
    """The cells by their columns, with 1600 for 1600.0.

    >>> as_row(("name", "value"), ["甲县", 1600.0])
    {'name': '甲县', 'value': 1600}
    """
    return {name: number(value) for name, value in zip(columns, cells, strict=True)}


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows under the columns of a question.

    `cells` are the rows as the store gives them, in the order of the columns: an answer may have tens of thousands, of
    which few are looked at. `matched`: for every place or name that was asked for, the names of what the store calls so; empty when it knows
    nothing of that name, which is then why there are no rows.
    """

    question: Question
    parameters: Mapping[str, Any]
    cells: Sequence[Sequence[Any]]
    matched: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, made anew at each call."""
        return tuple(self)

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.question.columns)

    @property
    def shown(self) -> tuple[str, ...]:
        """The columns of a table for people: without ids and proofs."""
        return tuple(column.name for column in self.question.columns if not column.hidden)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names asked for that the store does not know."""
        return tuple(str(self.parameters[name]) for name, names in self.matched.items() if not names)

    def __iter__(self) -> Iterator[Row]:
        columns = self.columns
        return (as_row(columns, cells) for cells in self.cells)

    def __len__(self) -> int:
        return len(self.cells)

    def __getitem__(self, index: int) -> Row:
        return as_row(self.columns, self.cells[index])

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a data frame, ids and proofs included."""
        try:
            import pandas
        except ImportError as error:
            raise UsageError("to_pandas needs pandas; install it with: pip install pandas") from error
        return pandas.DataFrame(list(self), columns=list(self.columns))

    def _repr_html_(self) -> str:
        titles = {column.name: column.zh or column.en for column in self.question.columns}
        head = "".join(f"<th>{escape(titles[name])}</th>" for name in self.shown)
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(_cell(row[name]))}</td>' for name in self.shown)}</tr>" for row in self
        )
        caption = f"{escape(self.question.zh)} {escape(self.question.en)}"
        return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: Any) -> str:
    return "" if value is None else str(value)
