"""The command line: a command reads its arguments here, a plain function elsewhere does the work.

Whatever is slow to import is imported where it is used, so that `duikou --help` answers at once. The words of the
help are in messages.py.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import duikou
from duikou.completion import QuestionCommand, prepare, question_words
from duikou.help import localise
from duikou.messages import say
from duikou.screen import Screen
from duikou.settings import DEMO_STORE, Format, Lang, language, store_location
from duikou.trouble import told, usage_told
from duikou.view_kinds import Kind
from graph.errors import DuikouError, UsageError
from graph.rdf_terms import RdfFormat

app = typer.Typer(
    add_completion=False,  # it costs 50 ms a start and imports rich
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class ExportFormat(StrEnum):
    """What a store can be written as."""

    jsonl = "jsonl"
    rdf = "rdf"
    csv = "csv"
    xlsx = "xlsx"
    graphml = "graphml"
    gexf = "gexf"
    parquet = "parquet"
    neo4j_admin = "neo4j-admin"


class Shell(StrEnum):
    """The shells that can complete words."""

    bash = "bash"
    zsh = "zsh"
    fish = "fish"
    powershell = "powershell"


class FramesAction(StrEnum):
    """What is done with the frames."""

    test = "test"
    why = "why"


Context = typer.Context  # its `obj` is the language, which `main` takes from --lang before the help is made
Paths = Annotated[list[str], typer.Argument(metavar="PATH")]
Words = Annotated[list[str] | None, typer.Argument(metavar="QUESTION", autocompletion=question_words)]
Query = Annotated[list[str] | None, typer.Argument(metavar="FILE|-|QUESTION", autocompletion=question_words)]
Checked = Annotated[Path | None, typer.Argument(metavar="PATH")]
Name = Annotated[str, typer.Argument(metavar="NAME|ID")]
Part = Annotated[str, typer.Argument(metavar="TEXT")]
What = Annotated[ExportFormat, typer.Argument(metavar="FORMAT")]
GoldArgument = Annotated[Path, typer.Argument(metavar="GOLD", exists=True)]
StatementsArgument = Annotated[Path, typer.Argument(metavar="STATEMENTS", exists=True)]
Action = Annotated[FramesAction, typer.Argument(metavar="test|why")]
ShellArgument = Annotated[Shell, typer.Argument(metavar="bash|zsh|fish|powershell")]
Sentence = Annotated[str | None, typer.Argument(metavar="NAME|SENTENCE")]
RejectsOption = Annotated[bool, typer.Option("--rejects")]
ErrorsOption = Annotated[bool, typer.Option("--errors")]
TextsOption = Annotated[Path | None, typer.Option("--texts", metavar="FOLDER", exists=True, file_okay=False)]
RdfFormOption = Annotated[RdfFormat | None, typer.Option("--format")]
BaseOption = Annotated[str | None, typer.Option("--base", metavar="IRI")]
NoTextsOption = Annotated[bool, typer.Option("--no-texts")]
VocabularyOption = Annotated[bool, typer.Option("--vocabulary")]
ExportFile = Annotated[Path, typer.Argument(metavar="PATH")]
Target = Annotated[Path | None, typer.Argument(metavar="PATH")]
Shown = Annotated[list[str] | None, typer.Argument(metavar="QUESTION|NAME", autocompletion=question_words)]
KindOption = Annotated[Kind | None, typer.Option("--as")]
PageOption = Annotated[Path, typer.Option("--output", "-o", metavar="FILE.html", dir_okay=False)]
PagesOption = Annotated[Path, typer.Option("--output", "-o", metavar="DIR", file_okay=False)]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", metavar="PATH")]
ReportOption = Annotated[Path | None, typer.Option("--report", metavar="FILE", dir_okay=False)]
MappingOption = Annotated[list[str] | None, typer.Option("--mapping", metavar="FIELD=COLUMN")]
ResumeOption = Annotated[bool, typer.Option("--resume/--no-resume", show_default=False)]
JobsOption = Annotated[int, typer.Option("--jobs", metavar="N", min=1)]
TopOption = Annotated[int, typer.Option("--top", metavar="N", min=1)]
TimeoutOption = Annotated[float, typer.Option("--timeout", metavar="SECONDS", min=0.1)]
StoreOption = Annotated[str | None, typer.Option("--store", metavar="PATH")]
FormatOption = Annotated[Format | None, typer.Option("--format")]
LangOption = Annotated[Lang | None, typer.Option("--lang")]
QuietOption = Annotated[bool, typer.Option("--quiet")]
NoColorOption = Annotated[bool, typer.Option("--no-color")]
PortOption = Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, show_default=False)]
HttpOption = Annotated[int | None, typer.Option("--http", metavar="N", min=1, max=65535)]
NoOpenOption = Annotated[bool, typer.Option("--no-open")]
FolderOption = Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR", file_okay=False)]


def _version(wanted: bool) -> None:
    if wanted:
        print(f"duikou {duikou.__version__}")
        raise typer.Exit


VersionOption = Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)]


@app.callback()
def program(version: VersionOption = False, lang: LangOption = None) -> None:
    """Take the options that stand before a command."""


@app.command()
def demo(
    context: Context,
    store: StoreOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Load seeds/ and show what is in it."""
    from duikou.commands.demo import show_demo

    show_demo(Screen.of(context.obj, Format.table, quiet, no_color), store or DEMO_STORE, fresh=store is None)


@app.command()
def load(
    context: Context,
    paths: Paths,
    jobs: JobsOption = 1,
    resume: ResumeOption = True,
    report: ReportOption = None,
    mapping: MappingOption = None,
    store: StoreOption = None,
    format: FormatOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Load documents; exit code 1 when one of them failed, or when the load was stopped."""
    from duikou.commands.load import load_into
    from loaders.rows import mapping_of

    screen = Screen.of(context.obj, format or Format.table, quiet, no_color)
    named = mapping_of(mapping or ())
    done = load_into(screen, store_location(store), paths, jobs, resume=resume, mapping=named, report_file=report)
    raise typer.Exit(0 if done else 1)


@app.command()
def extract(
    context: Context,
    paths: Paths,
    mapping: MappingOption = None,
    format: FormatOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Print statements; exit code 1 when a document failed."""
    from duikou.commands.extract import extract
    from loaders.rows import mapping_of

    failed = extract(Screen.of(context.obj, format, quiet, no_color), paths, mapping_of(mapping or ()))
    raise typer.Exit(1 if failed else 0)


@app.command(cls=QuestionCommand, context_settings={"ignore_unknown_options": True})
def ask(
    context: Context,
    arguments: Words = None,
    timeout: TimeoutOption = 60,
    store: StoreOption = None,
    format: FormatOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Answer a question, or list the questions."""
    from duikou.commands.ask import show_answer, show_questions
    from duikou.parameters import split_arguments

    screen = Screen.of(context.obj, format, quiet, no_color)
    question, parameters = split_arguments(arguments or [])
    if question is None:
        show_questions(screen, parameters)
    else:
        show_answer(screen, store_location(store), question, parameters, timeout)


@app.command()
def why(
    context: Context,
    name: Name,
    store: StoreOption = None,
    format: FormatOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Show proofs."""
    from duikou.commands.why import show_why

    show_why(Screen.of(context.obj, format, quiet, no_color), store_location(store), name)


@app.command()
def find(
    context: Context,
    text: Part,
    store: StoreOption = None,
    format: FormatOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Show entities by name."""
    from duikou.commands.find import show_find

    show_find(Screen.of(context.obj, format, quiet, no_color), store_location(store), text)


@app.command()
def status(
    context: Context,
    rejects: RejectsOption = False,
    store: StoreOption = None,
    format: FormatOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Show what the store holds."""
    screen = Screen.of(context.obj, format, quiet, no_color)
    if rejects:
        from duikou.commands.rejects import show_rejects

        show_rejects(screen, store_location(store))
        return
    from duikou.commands.status import show_status

    show_status(screen, store_location(store))


@app.command()
def stats(
    context: Context,
    top: TopOption = 10,
    store: StoreOption = None,
    format: FormatOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Measure the network of facts."""
    from duikou.commands.stats import show_stats

    show_stats(Screen.of(context.obj, format, quiet, no_color), store_location(store), top)


@app.command(cls=QuestionCommand, context_settings={"ignore_unknown_options": True})
def view(
    context: Context,
    arguments: Shown = None,
    kind: KindOption = None,
    output: PageOption = Path("duikou-view.html"),
    store: StoreOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Write a page to look at."""
    from duikou.commands.view import show_view
    from duikou.parameters import split_words

    words, parameters = split_words(arguments or [])
    screen = Screen.of(context.obj, Format.table, quiet, no_color=True)
    show_view(screen, store_location(store), words, parameters, kind, output)


@app.command()
def report(
    context: Context,
    name: Name,
    output: PagesOption = Path("duikou-report"),
    store: StoreOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Write linked pages about one thing."""
    from duikou.commands.view import show_report

    show_report(Screen.of(context.obj, Format.table, quiet, no_color=True), store_location(store), name, output)


@app.command()
def export(
    context: Context,
    kind: What,
    target: Target = None,
    output: OutputOption = None,
    format: RdfFormOption = None,
    base: BaseOption = None,
    no_texts: NoTextsOption = False,
    vocabulary: VocabularyOption = False,
    store: StoreOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Write the whole store."""
    from duikou.commands.export import FILES, export, export_csv, export_file, export_neo4j_admin, export_rdf

    if target and output:
        raise UsageError(f"{target} and --output {output} both say where to write; leave one out")
    path, location = target or output, store_location(store)
    screen = Screen.of(context.obj, Format.table, quiet, no_color=True)
    if kind is ExportFormat.rdf:
        export_rdf(screen, location, path, format, base, texts=not no_texts, vocabulary=vocabulary)
        return
    if format or base or no_texts or vocabulary:
        raise UsageError(f"--format, --base, --no-texts and --vocabulary are for rdf; leave them out for {kind.value}")
    if kind is ExportFormat.neo4j_admin:
        export_neo4j_admin(screen, location, path)
    elif kind.value in FILES:
        export_file(screen, location, path, kind.value)
    elif kind is ExportFormat.csv:
        export_csv(screen, location, path)
    else:
        export(screen, location, path)


@app.command(cls=QuestionCommand, context_settings={"ignore_unknown_options": True})
def sparql(
    context: Context,
    arguments: Query = None,
    timeout: TimeoutOption = 60,
    store: StoreOption = None,
    format: FormatOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Run a SPARQL query over the store's export."""
    from duikou.commands.sparql import show_sparql
    from duikou.parameters import split_arguments

    query, parameters = split_arguments(arguments or [])
    screen = Screen.of(context.obj, format, quiet, no_color)
    show_sparql(screen, store_location(store), query, parameters, timeout)


@app.command()
def check(
    context: Context,
    checked: Checked = None,
    store: StoreOption = None,
    format: FormatOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Validate a store or an export; exit code 1 when something is wrong."""
    from duikou.commands.check import show_check

    screen = Screen.of(context.obj, format, quiet, no_color)
    if checked and store:
        raise UsageError(f"{checked} and --store {store} both say what to check; leave one out")
    raise typer.Exit(0 if show_check(screen, store_location(store), checked) else 1)


@app.command(name="import")
def import_(
    context: Context,
    source: ExportFile,
    store: StoreOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Read an export into a store."""
    from duikou.commands.import_export import import_into

    import_into(Screen.of(context.obj, Format.table, quiet, no_color), store_location(store), source)


@app.command(name="eval")
def evaluate(
    context: Context,
    gold: GoldArgument,
    statements: StatementsArgument,
    errors: ErrorsOption = False,
    output: OutputOption = None,
    texts: TextsOption = None,
    format: FormatOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Compare statements with gold."""
    from duikou.commands.evaluate import show_evaluation

    show_evaluation(Screen.of(context.obj, format, quiet, no_color), gold, statements, errors, output, texts)


@app.command()
def frames(
    context: Context,
    action: Action,
    words: Sentence = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Test frames, or show how they read a sentence."""
    from duikou.commands.frames import run_examples, show_reading

    screen = Screen.of(context.obj, Format.table, quiet, no_color)
    if action is FramesAction.why:
        show_reading(screen, words)
    elif run_examples(screen, words):
        raise typer.Exit(1)


@app.command()
def browser(
    context: Context,
    store: StoreOption = None,
    port: PortOption = 0,
    http: HttpOption = None,
    no_open: NoOpenOption = False,
    output: FolderOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
) -> None:
    """Give Neo4j Browser its style, favourites and guide."""
    from duikou.commands.browser import serve_browser, write_files

    screen = Screen.of(context.obj, Format.table, quiet, no_color=True)
    if output is not None:
        write_files(screen, output)
    else:
        serve_browser(screen, store, port, http, open_page=not no_open)


@app.command()
def completion(shell: ShellArgument, lang: LangOption = None) -> None:
    """Print the lines that let a shell complete words."""
    from duikou.completion import script

    print(script(shell.value))


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code: 0 done, 1 something failed, 2 wrong usage."""
    arguments = sys.argv[1:] if arguments is None else arguments
    arguments = arguments or ["--help"]
    lang = language(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # Chinese also into a pipe on Windows, or where the locale is C
    prepare()
    try:
        program = localise(typer.main.get_command(app), lang)
        code = program.main(arguments, prog_name="duikou", obj=lang, standalone_mode=False)
    except (DuikouError, OSError) as error:
        print(say(lang, "error", message=told(str(error), lang)), file=sys.stderr)
        sys.exit(2 if isinstance(error, UsageError) else 1)
    except Exception as error:
        if not hasattr(error, "format_message"):  # wrong arguments, which the library that reads them noticed
            raise
        print(say(lang, "error", message=usage_told(error, lang)), file=sys.stderr)
        sys.exit(2)
    sys.exit(code if isinstance(code, int) else 0)
