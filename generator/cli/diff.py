"""The command that reports what a change does to the site: diff."""

from pathlib import Path

import click

from generator.cli.output import example, reported, write_all


@click.command(
    epilog=example("atlas diff origin/main..", "atlas diff v1..v2 --to report", "atlas diff 2024-05 2026-05")
)
@click.argument("states", nargs=-1, required=True, metavar="A..B | EDITION EDITION")
@click.option("--to", "folder", type=click.Path(file_okay=False, path_type=Path), default=None,
              help="Write summary.md and charts.html there, with charts before and after.")  # fmt: skip
@click.pass_obj
def diff(root: Path, states: tuple[str, ...], folder: Path | None) -> None:
    """Report what readers will see change.

    Compares the data at two commits, A..B (without B, at A and uncommitted), or two editions of the current data.
    """
    if len(states) == 1 and ".." in states[0]:
        before, _, after = states[0].partition("..")
        _between_commits(root, before, after, folder)
    elif len(states) == 2 and folder is None:
        _between_editions(root, *states)
    else:
        raise click.UsageError("Give two editions, as in `atlas diff 2024-05 2026-05`, or commits: A..B, or A.. alone.")


def _between_editions(root: Path, earlier: str, later: str) -> None:
    from generator.authoring import editions_compared
    from generator.pages import open_workspace

    with reported(root):
        workspace = open_workspace(root)
    known = [edition.id for edition in workspace.editions]
    for edition in (earlier, later):
        if edition not in known:
            raise click.UsageError(f"{edition!r} is not an edition; there are {', '.join(known)}")
    click.echo(editions_compared(workspace, earlier, later), nl=False)


def _between_commits(root: Path, before: str, after: str, folder: Path | None) -> None:
    from dataclasses import replace

    from generator.authoring import UnknownRevision, charts_page, folder_at, report, with_pages_of
    from generator.pages import open_to_compare
    from generator.settings import read_site

    try:
        with folder_at(root, before or "HEAD") as old_folder, folder_at(root, after) as new_folder:
            with reported(root):
                site = read_site(root)
            with reported(old_folder):
                old = open_to_compare(old_folder, site)
            with reported(new_folder):
                new = open_to_compare(new_folder, site)
            new = replace(new, root=root)
            changes = report(with_pages_of(old, new, root), new)
    except UnknownRevision as error:
        raise click.ClickException(f"{before}..{after}: {error}") from None
    if folder:
        pictures = charts_page(changes.charts, new)
        write_all({folder / "summary.md": changes.markdown, folder / "charts.html": pictures})
    else:
        click.echo(changes.markdown, nl=False)
