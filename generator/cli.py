"""`atlas …`: the only module that prints and returns exit codes."""

import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

from generator.problems import InvalidData, Problem

FORMATS = ("text", "github", "json")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", help="The project's folder."
)
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
@click.pass_obj
def build(root: Path, jobs: int, site: Path | None) -> None:
    """Builds all editions in both languages; does nothing if nothing changed."""
    from generator.manifest import is_current, read_manifest

    start = time.monotonic()
    site = (site or root / "site").resolve()
    if site.exists() and any(site.iterdir()) and not read_manifest(site):
        raise click.ClickException(
            f"{site} holds something else than a site made here; name another folder, or empty it."
        )
    if is_current(root, site):
        click.echo(f"Nothing changed. {_opened(site, start)}")
        return
    from generator.plugin import BuildFailed
    from generator.publish import publish

    try:
        with _reported("text"):
            built = publish(root, site, jobs, lambda line: click.echo(line, err=True))
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
@click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="Folder with the texts, <source>.txt each.",
)
@click.pass_obj
def verify(root: Path, sources: Path) -> None:
    """Makes the passages of every held source anew from its text and compares; exit 1 if any differs."""
    from generator.library import open_library
    from generator.verify import differences

    with _reported("text"):
        library = open_library(root)
    found = list(differences(library, sources))
    if found:
        _fail(found, "text")
    click.echo("Every passage is as it was read.")


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--id", "source", required=True, help="The id of the source, as in data/sources/.")
@click.option(
    "--year", type=click.IntRange(1900, 2099), required=True, help="Of publication; completes days without one."
)
@click.option("--accept", is_flag=True, help="Overwrite passages that were read before and would change.")
@click.pass_obj
def ingest(root: Path, file: Path, source: str, year: int, accept: bool) -> None:
    """Reads the text of a source (plain text or Markdown) and writes its passages to data/passages/."""
    from generator.fields import parse_id
    from generator.passages import index_of

    try:
        text = file.read_text("utf-8")
    except UnicodeDecodeError:
        raise click.BadParameter(f"{file} is not UTF-8 text", param_hint="FILE") from None
    if not text.strip():
        raise click.BadParameter(f"{file} is empty", param_hint="FILE")
    try:
        target = root / "data" / "passages" / f"{parse_id(source)}.yaml"
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--id") from None
    index = index_of(source, text, year)
    if target.exists() and target.read_text("utf-8") != index and not accept:
        raise click.ClickException(
            f"{target.name} exists and would change; nothing was written. Look, then use --accept."
        )
    target.write_text(index, "utf-8")
    click.echo(f"Written: {target} ({index.count('{id: ')} passages).")


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
