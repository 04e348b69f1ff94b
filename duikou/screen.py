"""Where a command's words go: rows to standard output, progress and trouble to standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from duikou.messages import say
from duikou.settings import Format, Lang, output_format
from duikou.trouble import told

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from duikou.outcomes import Failure
    from duikou.writers import Progress


@dataclass
class Screen:
    """The terminal or pipe that a command writes to, and how its user wants to be spoken to."""

    lang: Lang
    format: Format
    quiet: bool = False
    no_color: bool = False

    @staticmethod
    def of(lang: Lang, format: Format | None, quiet: bool, no_color: bool) -> Screen:
        """The screen that the options ask for, and where they say nothing the terminal."""
        from duikou.warned import show_warnings

        show_warnings(lang)
        return Screen(lang, output_format(format, sys.stdout.isatty()), quiet, no_color)

    @cached_property
    def console(self) -> Console:
        from rich.console import Console

        return Console(no_color=self.no_color or None, highlight=False, markup=False, emoji=False, soft_wrap=False)

    def show(self, *parts: RenderableType) -> None:
        """Print tables and texts, fitted to the width of the terminal."""
        self.console.print(*parts, sep="\n")

    def tell(self, key: str, **values: object) -> None:
        """A report that nobody has to read; --quiet leaves it out."""
        if not self.quiet:
            print(say(self.lang, key, **values))

    def note(self, key: str, **values: object) -> None:
        """A report that does not belong among the rows: standard error; --quiet leaves it out."""
        if not self.quiet:
            self.warn(key, **values)

    def warn(self, key: str, **values: object) -> None:
        """What the user must know, whatever the options: standard error."""
        print(say(self.lang, key, **values), file=sys.stderr)

    def failures(self, failed: Sequence[Failure], documents: int) -> None:
        """Name the documents that failed, each with its reason, on standard error."""
        if failed:
            self.warn("failed", count=len(failed), documents=documents)
            for one in failed:
                self.warn("failure", reason=told(one.reason, self.lang))

    @contextmanager
    def progress(self) -> Iterator[Progress | None]:
        """A progress bar on a terminal; nothing elsewhere, with --quiet, or where it would stand among the rows."""
        rows_on_terminal = self.format is not Format.table and sys.stdout.isatty()
        if self.quiet or rows_on_terminal or not sys.stderr.isatty():
            yield None
            return
        from rich.console import Console

        from duikou.progress_bar import bar

        with bar(self.lang, Console(stderr=True, no_color=self.no_color or None)) as told:
            yield told
