"""The command that asks the official services for new papers: watch."""

import sys
import time
from pathlib import Path

import click

from generator.console import reported, write_all


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
    from generator.cursors import remembered, text_of
    from generator.downloads import Downloads
    from generator.official_names import known_papers
    from generator.tidings import as_json, as_text, failure_text
    from generator.watching import agent_of, watch_services

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
        write_all({**texts, **({file: text_of(watched.cursor)} if watched.cursor != cursor else {})})
    told = as_json(watched, folder.as_posix()) if form == "json" else as_text(watched)
    click.echo(told, nl=bool(told))
    for line in (*remarks, *watched.remarks, *map(failure_text, watched.failures)):
        click.echo(line, err=True)
    sys.exit(1 if watched.failures else 0)
