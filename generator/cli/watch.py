"""The command that asks the official services for new papers: watch."""

import json
import sys
import time
from dataclasses import fields
from pathlib import Path

import click

from generator.cli.output import reported, write_all


@click.command()
@click.option(
    "--to", "folder", type=click.Path(file_okay=False, path_type=Path), default=None,
    help="Where files are fetched to; .atlas/letters if left out.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text")
@click.option("--fetch/--no-fetch", default=True, help="Without fetching, nothing is written: it is only a look.")
@click.pass_obj
def watch(root: Path, folder: Path | None, form: str, fetch: bool) -> None:
    """Asks the official services for new papers and fetches them; exit 1 if a service failed."""
    from generator.archive import read_archive
    from generator.watch import (
        Downloads,
        agent_of,
        as_json,
        as_text,
        failure_text,
        known_papers,
        remembered,
        state_text,
        watch_services,
    )

    with reported(root):
        archive = read_archive(root)
    if archive.atlas.watch is None:
        raise click.ClickException("data/atlas.yaml has no `watch`: say there which dossier is looked for, and where.")
    agent = agent_of(archive.atlas)
    file, folder = root / "data" / "watch.json", folder or root / ".atlas" / "letters"
    cursor, remarks = remembered(file)
    watched = watch_services(
        archive.atlas.watch, known_papers(archive), cursor, lambda s: Downloads(s.address, agent, time.sleep), fetch
    )
    if fetch:
        texts = {folder / name: content for name, content in watched.files.items()}
        write_all({**texts, **({file: state_text(watched.cursor)} if watched.cursor != cursor else {})})
    told = as_json(watched, folder.as_posix()) if form == "json" else as_text(watched)
    click.echo(told, nl=bool(told))
    for line in (*remarks, *watched.remarks, *map(failure_text, watched.failures)):
        click.echo(line, err=True)
    sys.exit(1 if watched.failures else 0)


@click.command()
@click.argument("papers", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", "text", type=click.Path(dir_okay=False, path_type=Path), required=True,
              help="Where the text of the pull request goes.")  # fmt: skip
@click.pass_obj
def propose(root: Path, papers: Path, text: Path) -> None:
    """Reads the PAPERS that `atlas watch --format json` told: writes passages and source stubs, prints their ids."""
    from generator.archive import read_archive
    from generator.watch import FoundPaper, proposed, text_of

    with reported(root):
        archive = read_archive(root)
    try:
        rows = json.loads(papers.read_text("utf-8"))["papers"]
        names = [field.name for field in fields(FoundPaper)]
        found = [FoundPaper(**{name: str(row[name] or "") for name in names}) for row in rows]
    except (ValueError, TypeError, KeyError) as error:
        raise click.ClickException(f"{papers} is not what `atlas watch --format json` prints: {error}") from None
    proposals = proposed(archive, found)
    files = {root / name: content for proposal in proposals for name, content in proposal.files.items()}
    write_all({**files, text: text_of(proposals)})
    for proposal in proposals:
        if proposal.source:
            click.echo(proposal.source)
