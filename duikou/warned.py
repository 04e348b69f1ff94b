"""What the packages warn of, on standard error and in the reader's language."""

from __future__ import annotations

import logging
import sys

from duikou.messages import say
from duikou.settings import Lang
from duikou.trouble import told


class OnScreen(logging.Handler):
    """Prints a warning in the form of an error."""

    def __init__(self, lang: Lang) -> None:
        super().__init__()
        self._lang = lang

    def emit(self, record: logging.LogRecord) -> None:
        print(say(self._lang, "error", message=told(record.getMessage(), self._lang)), file=sys.stderr)


def show_warnings(lang: Lang) -> None:
    """Print from now on what the packages warn of."""
    for name in ("graph", "loaders", "queries"):
        logging.getLogger(name).handlers = [OnScreen(lang)]
