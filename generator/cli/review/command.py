"""`atlas review`: goes through a document passage by passage, on a page of this machine or in the terminal."""

import secrets
import signal
from contextlib import suppress
from pathlib import Path

import click

from generator.cli.output import FETCHED_SOURCES, example, reported, write_all

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
LETTERS = Path(".atlas") / "letters"
"""Where in a project `watch` puts papers."""


@click.command(
    epilog=example(
        "atlas review letter-2026-2",
        "atlas review letter-2026-2 --document letter.docx",
        "atlas review letter-2026-2 --terminal",
    )
)
@click.argument("source")
@click.option("--document", type=FILE, default=None, help="Its file; found by its name or hash in .atlas/ if left out.")
@click.option("--terminal", is_flag=True, help="As text in this terminal, without a browser.")
@click.pass_obj
def review(root: Path, source: str, *, document: Path | None, terminal: bool) -> None:
    """Go through a document, passage by passage.

    Shows each passage beside the records that it may become; what you accept is checked and written at once, as
    `atlas new` would write it. Only this machine has access to the page, and only at the address that is printed.
    """
    from generator.archive import read_archive
    from generator.authoring import ReviewServer, Site, opened_desk, paper_at_hand
    from generator.diagnostics import did_you_mean

    with reported(root):
        archive = read_archive(root)
    if source not in archive.sources:
        raise click.ClickException(f"{source!r} is not in data/sources/. {did_you_mean(source, archive.sources)}")
    try:
        paper = paper_at_hand(archive, source, document, [root / FETCHED_SOURCES, root / LETTERS])
    except LookupError as error:
        raise click.ClickException(str(error.args[0])) from None
    desk = opened_desk(root, archive, source, paper, write_all)
    if terminal:
        from generator.cli.review.terminal import walk

        walk(desk)
        return
    with ReviewServer(Site(desk, root / "templates" / "review"), secrets.token_urlsafe(24)) as server:
        click.echo(server.address)
        click.echo("Open this address in a browser of this machine; Ctrl+C ends the review.", err=True)
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # a script in the background has no Ctrl+C
        with suppress(KeyboardInterrupt):
            server.serve_forever()
