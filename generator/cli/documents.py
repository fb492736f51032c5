"""The commands about the documents: ingest, verify, coverage."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from generator.cli.output import FOLDER, example, fail, reported, write_all
from generator.text import LANGUAGES, language

Command = Callable[..., None]


def in_each_language(name: str, help: str) -> Callable[[Command], Command]:
    """An option for a text in each language, as `--title-nl` is; its name goes into the braces of `help`."""

    def with_options(command: Command) -> Command:
        for code in reversed(LANGUAGES):
            shown = help.format(language(code).name)
            command = click.option(f"--{name}-{code}", default=None, help=shown)(command)
        return command

    return with_options


@click.command(
    epilog=example("atlas ingest letter.pdf --id brief-2026-12-11 --published 2026-12-11 --worklist ~/worklist.md")
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--id", "source", required=True, metavar="ID", help="Id of the source, as in data/sources/.")
@click.option(
    "--published", default=None, metavar="DAY", help="Day or month of publication; required for a new source."
)
@click.option(
    "--kind",
    type=click.Choice(("letter", "annual-report", "implementation-report", "external")),
    default=None,
    help="Kind of a new source; a letter if left out.",
)
@in_each_language("title", "Its title in {}.")
@in_each_language("sender", "Who sent it, in {}.")
@in_each_language("publisher", "Who published an external source, in {}.")
@click.option(
    "--standing",
    type=click.Choice(("official", "relayed")),
    default=None,
    help="Whether the official body itself published an external source, or others relay what it said.",
)
@click.option("--seen", default=None, metavar="DAY", help="When an external source was read.")
@click.option("--reference", default=None, help="The reference printed on it.")
@click.option("--covers", default=None, metavar="PERIOD", help="The period that it reports on.")
@click.option("--url", default=None, help="The address at which it is published.")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default=None,
    help=f"Language of a new source; {LANGUAGES[0]} if left out.",
)
@click.option(
    "--worklist", type=click.Path(dir_okay=False, path_type=Path), default=None, help="Write the work list there."
)
@click.option("--accept", is_flag=True, help="Overwrite passages that are already known and would change.")
@click.option("--move", is_flag=True, help="With --accept: citations follow passages that are read under another id.")
@click.option("--why", default=None, help="Why a known document is read again, if its passages change; they keep it.")
@click.pass_obj
def ingest(
    root: Path, /, file: Path, source: str, worklist: Path | None, *, accept: bool, move: bool, **given: str | None
) -> None:
    """Read a document into passages and print the editor's work list.

    FILE is text, Markdown, docx, PDF, or the official XML or HTML. Writes data/passages/ID.yaml, and a stub of a new
    source in data/sources/ID.yaml. Reports what is left out: heads, feet, contents, menus, hidden text, pictures.
    """
    from generator.archive import read_archive
    from generator.documents import (
        changed_ids,
        citations_moved,
        doubts,
        files_of,
        language_of,
        lines_left_out,
        publication,
        read_source,
        remarks,
        source_stub,
        with_reason,
        worklist_of,
    )

    _refuse_place_of_list(worklist, file, root)
    with reported(root):
        archive = read_archive(root)
    with _refused(f"{file.name}: "):
        published, why = publication(archive, source, given.pop("published")), given.pop("why")
        stub = source_stub(source, published, texts := {name.replace("_", "-"): text for name, text in given.items()})
        read = read_source(file, source, published, language_of(archive, source, given["language"]))
    _refuse_to_change([] if accept else list(changed_ids(archive, read)))
    with _refused(""):
        read = with_reason(archive, read, why)
    todo = worklist_of(archive, read, is_external=texts["kind"] == "external")
    files = {root / name: text for name, text in files_of(archive, read, stub).items()}
    files = (citations_moved(root, archive, read) if move else {}) | files
    write_all(files | ({worklist: todo} if worklist else {}))
    _say([*doubts(read), *remarks(archive, source, texts), *lines_left_out(read.left_out)])
    click.echo(todo)


def _say(remarks: list[str]) -> None:
    for remark in remarks:
        click.echo(remark, err=True)


@click.command(epilog=example("atlas verify --sources ~/documents", "atlas verify --sources letters --sources outside"))
@click.option(
    "--sources",
    type=FOLDER,
    required=True,
    multiple=True,
    help="Folder of the documents: ID.txt, ID.pdf, ID.xml …; may be given several times.",
)
@click.pass_obj
def verify(root: Path, sources: tuple[Path, ...]) -> None:
    """Verify the passages and texts against the documents.

    Reads every held source again, compares its passages with data/passages/, looks for copied sentences, and holds the
    words of each record against those of its passages. The exit code is 1 if there is any problem.
    """
    from generator.checks import against_texts
    from generator.documents import differences, readings, texts_of
    from generator.pages import open_workspace

    with reported(root):
        workspace = open_workspace(root)
    read = readings(workspace.archive, sources)
    found = [*differences(workspace.archive, root, read), *against_texts(workspace.archive, texts_of(read))]
    if found:
        fail(found, root)
    click.echo(
        "No problems: every passage matches its document, no sentence is copied, and no record says other words."
    )


@click.command(epilog=example("atlas coverage", "atlas coverage --format json"))
@click.option(
    "--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True, help="Output format."
)
@click.pass_obj
def coverage(root: Path, form: str) -> None:
    """Report how far each source has been entered.

    Counts its passages that are cited, out of scope and open, and lists numbers that no record carries.
    """
    from generator.checks import coverage_of
    from generator.cli.tallies import as_json, as_table
    from generator.pages import open_workspace

    with reported(root):
        workspace = open_workspace(root)
    covered = coverage_of(workspace.archive, workspace.editions[-1])
    click.echo(as_json(covered) if form == "json" else as_table(covered))


@contextmanager
def _refused(prefix: str) -> Iterator[None]:
    """Within it, what cannot be read or is not allowed ends the command with one line that begins with `prefix`."""
    from generator.documents import Unreadable

    try:
        yield
    except (Unreadable, ValueError) as error:
        raise click.ClickException(f"{prefix}{error}. Nothing was written.") from None


def _refuse_to_change(changed: Sequence[object]) -> None:
    """Prints what would change, and raises ClickException, if there is anything."""
    if not changed:
        return
    click.echo("\n".join(map(str, changed)), err=True)
    count = "1 passage" if len(changed) == 1 else f"{len(changed)} passages"
    what = f"{count} would change; nothing was written. Review the list, then use --accept and --why."
    raise click.ClickException(what)


def _refuse_place_of_list(worklist: Path | None, file: Path, root: Path) -> None:
    """Raises BadParameter where a work list would overwrite the document, or end up among the data."""
    if not worklist:
        return
    place, why = worklist.resolve(), ""
    if place == file.resolve():
        why = "is the document itself"
    elif place.is_relative_to((root / "data").resolve()):
        why = "lies in data/, where only records and passages are kept"
    if why:
        raise click.BadParameter(f"{worklist} {why}; name another file", param_hint="--worklist")
