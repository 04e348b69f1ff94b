"""What went wrong, in one line and in the reader's language."""

from __future__ import annotations

from typing import Any

from duikou.messages import say
from duikou.settings import Lang


def told(message: str, lang: Lang) -> str:
    """The message of an error in the reader's language."""
    if lang is Lang.en:
        return message
    from duikou.chinese import error_in_chinese

    return error_in_chinese(message)


def usage_told(error: Any, lang: Lang) -> str:
    """What is wrong with the arguments, and where the right ones are explained.

    `error`: what the library that reads them raises, whichever click Typer brings.
    """
    message = " ".join(error.format_message().split())
    if lang is Lang.zh:
        from duikou.chinese import usage_in_chinese

        message = usage_in_chinese(message)
    else:
        message = message[:1].lower() + message[1:].removesuffix(".")
    context = getattr(error, "ctx", None)
    return say(lang, "wrong_usage", message=message, command=context.command_path if context else "duikou")
