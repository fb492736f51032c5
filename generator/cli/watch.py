"""The commands that find new papers: watch and propose."""

import json
import sys
import time
from dataclasses import fields
from pathlib import Path

import click

from generator.cli.output import example, reported, write_all

_NO_WATCH = "data/atlas.yaml has no `watch`: it states which dossier to look for, and in which services."
_SECONDS = 600.0
"""For all that is asked of one service in one visit."""


@click.command(epilog=example("atlas watch --no-fetch", "atlas watch --format json > papers.json"))
@click.option(
    "--to", "folder", type=click.Path(file_okay=False, path_type=Path), default=None,
    help="Folder for fetched files; .atlas/letters if left out.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True, help="Output format."
)
@click.option("--fetch/--no-fetch", default=True, help="With --no-fetch nothing is written.")
@click.pass_obj
def watch(root: Path, folder: Path | None, form: str, fetch: bool) -> None:
    """Ask the official services for new papers and fetch them.

    What was reported is kept in data/watch.json. The exit code is 1 if a service or a paper
    failed: each is named in a line, and what else is new is listed too.
    """
    from generator.archive import read_archive
    from generator.settings import read_site
    from generator.watch import (
        as_json,
        as_text,
        day_of_newest,
        doors_for,
        failure_text,
        known_papers,
        remembered,
        state_text,
        watch_services,
    )

    with reported(root):
        archive, site = read_archive(root), read_site(root)
    if archive.atlas.watch is None:
        raise click.ClickException(_NO_WATCH)
    file, folder = root / "data" / "watch.json", folder or root / ".atlas" / "letters"
    cursor, remarks = remembered(file)
    doors = doors_for(site, time.sleep, _SECONDS)
    known, newest = known_papers(archive), day_of_newest(archive)
    watched = watch_services(archive.atlas.watch, known, cursor, doors, fetch, newest=newest)
    if fetch:
        texts = {folder / name: content for name, content in watched.files.items()}
        write_all({**texts, **({file: state_text(watched.cursor)} if watched.cursor != cursor else {})})
    shown = as_json(watched, folder.as_posix()) if form == "json" else as_text(watched)
    click.echo(shown, nl=bool(shown))
    for line in (*remarks, *watched.remarks, *map(failure_text, watched.failures)):
        click.echo(line, err=True)
    sys.exit(1 if watched.failures else 0)


@click.command(epilog=example("atlas propose papers.json --to proposal.md"))
@click.argument("papers", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", "text", type=click.Path(dir_okay=False, path_type=Path), required=True,
              help="File for the text of the pull request.")  # fmt: skip
@click.pass_obj
def propose(root: Path, papers: Path, text: Path) -> None:
    """Turn new papers into files and the text of a pull request.

    PAPERS is the output of `atlas watch --format json`. Writes passages and stubs of sources, and prints their ids. The
    work lists are written in full beside FILE, and folded into it as far as a code host takes them.
    """
    from generator.archive import read_archive
    from generator.watch import FoundPaper, proposed, text_of

    with reported(root):
        archive = read_archive(root)
    try:
        rows = json.loads(papers.read_text("utf-8"))["papers"]
        names = [field.name for field in fields(FoundPaper)]
        found = [FoundPaper(**{name: str(row.get(name) or "") for name in names}) for row in rows]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise click.ClickException(f"{papers} is not what `atlas watch --format json` prints: {error}") from None
    proposals = proposed(archive, found)
    files = {root / name: content for proposal in proposals for name, content in proposal.files.items()}
    lists = {text.with_name(proposal.file): proposal.worklist for proposal in proposals if proposal.worklist}
    write_all({**files, **lists, text: text_of(proposals)})
    for proposal in proposals:
        if proposal.source:
            click.echo(proposal.source)
