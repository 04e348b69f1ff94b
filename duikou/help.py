"""Help in the reader's language: Typer reads the arguments, the words come from messages.py."""

from __future__ import annotations

import re
from typing import Any

from duikou.messages import say
from duikou.settings import Lang

EXAMPLES = {
    "demo": ["duikou demo", "duikou demo --lang zh"],
    "load": [
        "duikou load articles/",
        'duikou load "pages/*.html" report.pdf --jobs 2',
        "cat page.html | duikou load -",
    ],
    "extract": ["duikou extract article.txt", "duikou extract articles/ --format jsonl > statements.jsonl"],
    "ask": [
        "duikou ask",
        "duikou ask companies_by_site",
        "duikou ask companies_by_site --region 三都 --format csv > companies.csv",
    ],
    "why": ["duikou why 晨南服饰", "duikou why 522732"],
    "find": ["duikou find 产业园", "duikou find 三都 --format json"],
    "status": ["duikou status", "duikou status --rejects", "duikou status --store work.lbug --format json"],
    "stats": ["duikou stats", "duikou stats --top 3 --format json"],
    "eval": ["duikou eval gold/ statements/", "duikou eval gold/ statements/ --texts articles/ -o errors.html"],
    "frames": ["duikou frames test", 'duikou frames why "来自深圳市的恒利电子有限公司落户古江社区。"'],
    "browser": ["duikou browser --store bolt://localhost", "duikou browser -o browser/"],
    "sparql": [
        "duikou sparql companies_by_site",
        "duikou sparql query.rq --format csv > rows.csv",
        "cat query.rq | duikou sparql - --timeout 10",
    ],
    "check": ["duikou check", "duikou check graph.ttl --format csv"],
    "view": [
        "duikou view",
        "duikou view pairings --helper 黄埔 -o pairings.html",
        "duikou view 三都 黄埔 -o around.html",
        "duikou view 城南社区 --as page -o site.html",
        "duikou view seed_001_sandu --as article -o article.html",
    ],
    "report": ["duikou report 城南社区 -o sandu/"],
    "export": [
        "duikou export jsonl > graph.jsonl",
        "duikou export jsonl -o graph.jsonl",
        "duikou export rdf -o graph.ttl",
        "duikou export xlsx graph.xlsx",
        "duikou export gexf for-gephi.gexf --lang en",
        "duikou export neo4j-admin for-neo4j/",
    ],
    "completion": [
        "duikou completion bash >> ~/.bashrc",
        "duikou completion zsh >> ~/.zshrc",
        "duikou completion fish > ~/.config/fish/completions/duikou.fish",
        "duikou completion powershell >> $PROFILE",
    ],
    "import": ["duikou import graph.jsonl", "duikou import graph.ttl --store copy.lbug"],
}


# Parameters that mean something of their own to one command.
OTHER_WORDS = {
    ("export", "format"): "rdf_format",
    ("demo", "store"): "demo_store",
    ("sparql", "arguments"): "query",
    ("eval", "output"): "page",
    ("view", "arguments"): "shown",
    ("view", "kind"): "page_kind",
    ("view", "output"): "view_file",
    ("report", "output"): "report_folder",
    ("browser", "output"): "folder",
    ("browser", "store"): "server",
}


def localise(program: Any, lang: Lang) -> Any:
    """Put the words into the program (a click group, whichever click Typer brings) and give it back."""
    program.help = _wrapped(say(lang, "help"), lang)
    _parameters(program, lang)
    _headed(program, lang)
    for name, command in program.commands.items():
        command.short_help = say(lang, f"help.{name}")
        command.help = f"{_kept(say(lang, f'help.{name}'))}\n\n{_wrapped(say(lang, f'more.{name}'), lang)}"
        command.epilog = _kept("\n".join([say(lang, "examples"), *(f"  {line}" for line in EXAMPLES[name])]))
        _parameters(command, lang)
        _headed(command, lang)
    return program


def _parameters(command: Any, lang: Lang) -> None:
    for parameter in command.params:
        key = OTHER_WORDS.get((command.name, parameter.name), parameter.name)
        parameter.help = say(lang, f"option.{key}")
        if parameter.param_type_name == "argument":
            parameter.display_type_rich = lambda ctx: None  # "PATH... <list[str]>" tells a reader nothing more


def _headed(command: Any, lang: Lang) -> None:
    """Let the help of a command have its headings, and the few other words of click's own, in the language."""
    words = type(command).get_help
    command.get_help = lambda context: _PAGE.sub(lambda found: _own(found, lang), words(command, context))


# What click itself writes into a page of help; `--help` begins with blanks, an example with "duikou".
_PAGE = re.compile(
    r"^(?P<head>Usage|Arguments|Options|Commands):|(?<=[\[ ])(?P<value>default: |required(?=\]))|Show this message and exit\.",
    re.MULTILINE,
)


def _own(found: re.Match[str], lang: Lang) -> str:
    if found["head"]:
        return say(lang, f"page.{found['head'].lower()}")
    return say(lang, f"page.{found['value'].strip(': ')}") if found["value"] else say(lang, "option.help")


def _wrapped(words: str, lang: Lang) -> str:
    return _kept(words) if lang is Lang.zh else words  # click counts characters, which are two columns wide in Chinese


def _kept(words: str) -> str:
    """A paragraph whose line breaks click leaves alone."""
    return "\b\n" + words
