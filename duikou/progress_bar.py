"""The progress bar: how far, how fast, how long still; it fits 80 columns whatever files are called."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from rich.cells import cell_len
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn
from rich.text import Text

from duikou.messages import say
from duikou.settings import Lang
from duikou.writers import Progress as Told

_SECONDS = 60.0  # over which the rate is taken: groups of documents come at once
_NAME = 20  # columns


class _Pace(ProgressColumn):
    """Documents a second, and the time that the rest will take at this rate."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        super().__init__()

    def render(self, task: Task) -> Text:
        if not task.speed or task.remaining is None:
            return Text("")
        left = timedelta(seconds=round(task.remaining / task.speed))
        return Text(say(self._lang, "pace", rate=f"{task.speed:.3g}", left=left))


@contextmanager
def bar(lang: Lang, console: Console) -> Iterator[Told]:
    """A bar that is told what is done."""
    columns = (
        TextColumn(say(lang, "reading")),
        BarColumn(bar_width=10),  # drawn twice as wide on some Chinese terminals, it still fits
        MofNCompleteColumn(),
        _Pace(lang),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=console, speed_estimate_period=_SECONDS) as shown:
        task = shown.add_task("", total=None)
        yield lambda done, total, name: shown.update(task, completed=done, total=total, description=short(name))


def short(name: str) -> str:
    """The end of a path, which tells files apart, in at most 20 columns.

    >>> short("pages/2023/a.txt"), short("对口帮扶协作工作简报第十二期.txt")
    ('a.txt', '…作简报第十二期.txt')
    """
    name = name.replace("\\", "/").rsplit("/", 1)[-1]
    if cell_len(name) <= _NAME:
        return name
    while cell_len(name) > _NAME - 1:
        name = name[1:]
    return "…" + name
