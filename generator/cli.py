"""`atlas …`: the only module that prints and returns exit codes."""

import json
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

import click

from generator.problems import InvalidData, Problem

FORMATS = ("text", "github", "json")
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--root", type=FOLDER, default=".", help="The project's folder.")
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """From YAML to the published atlas."""
    context.obj = root.resolve()


@main.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How problems are printed.")
@click.pass_obj
def check(root: Path, form: str) -> None:
    """Is the data in order? Every problem at once; exit 1 if there is any."""
    from generator.library import open_library

    with _reported(form):
        library = open_library(root)
    if form == "json":
        click.echo("[]")
    elif form == "text":
        click.echo(f"In order: {len(library.archive.themes)} themes, {len(library.editions)} editions.")


@main.command()
@click.option("--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 1, help="Worker processes.")
@click.option(
    "--to", "site", type=click.Path(path_type=Path), default=None, help="Where the site goes; site/ if left out."
)
@click.option("--sources", type=FOLDER, default=None, help="Folder with the documents: passages are then quoted.")
@click.pass_obj
def build(root: Path, jobs: int, site: Path | None, sources: Path | None) -> None:
    """Builds all editions in both languages; does nothing if nothing changed."""
    from generator.manifest import is_current, read_manifest

    start = time.monotonic()
    site = (site or root / "site").resolve()
    if site.exists() and any(site.iterdir()) and not read_manifest(site):
        raise click.ClickException(
            f"{site} holds something else than a site made here; name another folder, or empty it."
        )
    if is_current(root, site, sources):
        click.echo(f"Nothing changed. {_opened(site, start)}")
        return
    from generator.plugin import BuildFailed
    from generator.publish import publish

    try:
        with _reported("text"):
            built = publish(root, site, jobs, lambda line: click.echo(line, err=True), sources)
    except BuildFailed as error:
        click.echo(f"Not built: {error}\nThe site that was there is untouched.", err=True)
        sys.exit(1)
    click.echo(f"{built.pages} pages; {built.built} volumes built, {built.kept} kept. {_opened(site, start)}")


@main.command()
@click.option("--language", type=click.Choice(("nl", "en")), default="nl")
@click.option("--port", type=click.IntRange(1, 65535), default=8000)
@click.pass_obj
def serve(root: Path, language: str, port: int) -> None:
    """Shows the newest edition and reloads it when data, templates or content change."""
    from generator.library import open_library
    from generator.plugin import serve_with_mkdocs

    with _reported("text"):
        open_library(root)
    click.echo(f"http://127.0.0.1:{port}/ shows the newest edition; stop with Ctrl-C.")
    serve_with_mkdocs(root, language, port)


@main.command()
@click.option("--sources", type=FOLDER, required=True, help="Folder with the documents, <source>.txt, .pdf, .xml …")
@click.pass_obj
def verify(root: Path, sources: Path) -> None:
    """Makes the passages of every held source anew and compares; looks for copied sentences; exit 1 if it finds any."""
    from generator.library import open_library
    from generator.verify import differences

    with _reported("text"):
        library = open_library(root)
    found = list(differences(library.archive, root, sources))
    if found:
        _fail(found, "text")
    click.echo("Every passage is as it was read, and no sentence was copied.")


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--id", "source", required=True, help="The id of the source, as in data/sources/.")
@click.option("--published", default=None, help="Day or month of publication; needed for a new source.")
@click.option(
    "--kind",
    type=click.Choice(("letter", "annual-report", "implementation-report")),
    default=None,
    help="This and what follows is for data/sources/ of a new source; a letter if left out.",
)
@click.option("--title-nl", default=None)
@click.option("--title-en", default=None)
@click.option("--sender-nl", default=None)
@click.option("--sender-en", default=None)
@click.option("--reference", default=None)
@click.option("--covers", default=None, help="The period that it reports on.")
@click.option("--url", default=None)
@click.option(
    "--worklist", type=click.Path(dir_okay=False, path_type=Path), default=None, help="Writes the list there."
)
@click.option("--accept", is_flag=True, help="Overwrites passages that were read before and would change.")
@click.pass_obj
def ingest(root: Path, /, file: Path, source: str, worklist: Path | None, accept: bool, **told: str | None) -> None:
    """Reads a new letter (text, PDF, XML or HTML): writes its passages and prints the editor's work list."""
    from generator.archive import read_archive
    from generator.blocks import Unreadable
    from generator.ingestion import changed_ids, publication, read_source, remarks, source_stub
    from generator.worklist import worklist_of

    _refuse_place_of_list(worklist, file, root)
    with _reported("text"):
        archive = read_archive(root)
    try:
        published = publication(archive, source, told.pop("published"))
        texts = {name.replace("_", "-"): text for name, text in told.items()}
        stub = source_stub(source, published, texts)
        read = read_source(file, source, published)
    except (Unreadable, ValueError) as error:
        raise click.ClickException(f"{file.name}: {error}. Nothing was written.") from None
    changed = list(changed_ids(archive, read))
    if changed and not accept:
        click.echo("\n".join(map(str, changed)), err=True)
        count = "1 passage" if len(changed) == 1 else f"{len(changed)} passages"
        raise click.ClickException(f"{count} would change; nothing was written. Look, then use --accept.")
    written = {root / "data" / "passages" / f"{source}.yaml": read.index}
    if source not in archive.sources:
        written[root / "data" / "sources" / f"{source}.yaml"] = stub
    todo = worklist_of(archive, read)
    _write_all({**written, **({worklist: todo} if worklist else {})})
    for remark in remarks(archive, source, texts):
        click.echo(remark, err=True)
    click.echo(todo)


@main.command()
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table")
@click.pass_obj
def coverage(root: Path, form: str) -> None:
    """How far each source has been entered: passages cited, out of scope and open; numbers that no record carries."""
    from generator.coverage import coverage_of
    from generator.library import open_library
    from generator.tallies import as_json, as_table

    with _reported("text"):
        library = open_library(root)
    covered = coverage_of(library.archive, library.editions[-1])
    click.echo(as_json(covered) if form == "json" else as_table(covered))


@main.command()
@click.option("--to", "folder", type=click.Path(path_type=Path), required=True, help="An empty or new folder.")
@click.option("--edition", default=None, help="By id; the newest if left out.")
@click.option("--language", type=click.Choice(("nl", "en")), default="nl")
@click.pass_obj
def pages(root: Path, folder: Path, edition: str | None, language: str) -> None:
    """Writes the pages of one edition as Markdown files, for any other site generator."""
    from generator.addresses import Address
    from generator.library import open_library
    from generator.pages import pages_of

    with _reported("text"):
        library = open_library(root)
    known = [entry.id for entry in library.editions]
    if edition is not None and edition not in known:
        raise click.BadParameter(f"{edition!r} is not an edition; there are {', '.join(known)}", param_hint="--edition")
    if folder.exists() and any(folder.iterdir()):
        raise click.BadParameter(f"{folder} is not empty", param_hint="--to")
    volume = library.volume(Address(language, edition or known[-1], edition is None))
    for page in pages_of(volume):
        text = page.markdown
        for placeholder, block in page.blocks.items():
            text = text.replace(placeholder, block, 1)
        files = {
            f"{page.path.removesuffix('.html')}.md" if page.path.endswith(".html") else f"{page.path}index.md": text
        }
        for name, content in {**files, **page.attachments}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content, "utf-8")
    click.echo(f"Written to {folder}.")


@main.command()
def fields() -> None:
    """Prints the field reference of data/, made from the models."""
    from generator.fieldbook import reference

    click.echo(reference(), nl=False)


def _refuse_place_of_list(worklist: Path | None, file: Path, root: Path) -> None:
    """Nothing that an editor wrote or was sent is written over by a work list, nor does it lie among the data."""
    if not worklist:
        return
    place, why = worklist.resolve(), ""
    if place == file.resolve():
        why = "is the document itself"
    elif place.is_relative_to((root / "data").resolve()):
        why = "lies in data/, where only records and passages are kept"
    if why:
        raise click.BadParameter(f"{worklist} {why}; name another file", param_hint="--worklist")


def _write_all(texts: Mapping[Path, str]) -> None:
    """Writes every file or none: each is first written beside its place."""
    beside: dict[Path, Path] = {}
    for path, text in texts.items():
        place = path.resolve()
        try:
            if place.exists() and not place.is_file():
                raise FileExistsError(0, "it is no file")
            place.parent.mkdir(parents=True, exist_ok=True)
            beside[place] = place.with_name(f".{place.name}.new")
            beside[place].write_text(text, "utf-8")
        except OSError as error:
            for written in beside.values():
                with suppress(OSError):
                    written.unlink()
            raise click.ClickException(f"{path} cannot be written: {error.strerror}. Nothing was written.") from None
    for place, written in beside.items():
        written.replace(place)
    for path in texts:
        click.echo(f"Written: {path}", err=True)


@contextmanager
def _reported(form: str) -> Iterator[None]:
    """Prints every problem of what people wrote, and exits with 1, where `InvalidData` comes up."""
    try:
        yield
    except InvalidData as error:
        _fail(error.problems, form)


def _opened(site: Path, start: float) -> str:
    return f"Open {site / 'index.html'} – {time.monotonic() - start:.1f} s"


def _fail(problems: Sequence[Problem], form: str) -> NoReturn:
    if form == "json":
        rows = [
            {"file": p.place.file, "line": p.place.line, "column": p.place.column, "what": p.what, "hint": p.hint}
            for p in problems
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            click.echo(_github(problem) if form == "github" else str(problem), err=form == "text")
        if form == "text":
            files = len({problem.place.file for problem in problems})
            click.echo(
                f"{len(problems)} problem{'s' * (len(problems) != 1)} in {files} file{'s' * (files != 1)}.", err=True
            )
    sys.exit(1)


def _github(problem: Problem) -> str:
    message = f"{problem.what} {problem.hint}".strip().replace("%", "%25").replace("\n", "%0A")
    return f"::error file={problem.place.file},line={problem.place.line},col={problem.place.column}::{message}"


if __name__ == "__main__":
    main()
