"""The command that gets the documents to quote from: fetch-sources."""

import sys
from collections.abc import Collection
from pathlib import Path

import click

from generator.cli.output import FETCHED_SOURCES, example, reported


@click.command("fetch-sources", epilog=example("atlas fetch-sources", "atlas fetch-sources letter-2026-06-11"))
@click.argument("ids", nargs=-1, metavar="[ID]…")
@click.option(
    "--to", "folder", type=click.Path(file_okay=False, path_type=Path), default=None,
    help=f"Folder for the documents; {FETCHED_SOURCES} if left out, where `atlas build` looks.",
)  # fmt: skip
@click.option(
    "--patience", type=click.FloatRange(1, 3600), default=120, show_default=True, metavar="SECONDS",
    help="How long to wait for one document.",
)  # fmt: skip
@click.pass_obj
def fetch_sources(root: Path, ids: tuple[str, ...], folder: Path | None, patience: float) -> None:
    """Fetch the documents at the addresses of the sources, to quote them.

    Asks for every source that has a `url`, or those named. Reports how many of its passages can be quoted; a passage
    whose text is not the one that was read is never quoted. What cannot be fetched is reported and leaves the earlier
    file. The exit code is 1 only if none of the sources named was fetched.
    """
    from generator.archive import read_archive
    from generator.settings import read_site
    from generator.watch import Limits, agent_of, fetch_document

    with reported(root):
        archive, site = read_archive(root), read_site(root)
    for id in ids:
        _refuse_unknown(id, archive.sources)
    wanted = [archive.sources[id] for id in dict.fromkeys(ids)] or [s for s in archive.sources.values() if s.url]
    place, fetched = folder or root / FETCHED_SOURCES, 0
    for source in wanted:
        try:
            outcome = fetch_document(archive, source, place, agent_of(site), Limits(patience))
        except OSError as error:
            raise click.ClickException(f"{place} cannot be written: {error.strerror}.") from None
        click.echo(outcome)
        if outcome.problem:
            click.echo(outcome.problem, err=True)
        fetched += not outcome.problem
    click.echo(f"{fetched} of {len(wanted)} documents fetched into {place}", err=True)
    sys.exit(1 if ids and not fetched else 0)


def _refuse_unknown(id: str, known: Collection[str]) -> None:
    from generator.diagnostics import did_you_mean

    if id not in known:
        raise click.ClickException(f"{id!r} is not in data/sources/. {did_you_mean(id, known)} Nothing was fetched.")
