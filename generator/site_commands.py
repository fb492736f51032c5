"""The commands that make the site: build, serve, pages."""

import os
import sys
import time
from pathlib import Path

import click

from generator.console import FOLDER, reported


@click.command()
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
        with reported(root):
            built = publish(root, site, jobs, lambda line: click.echo(line, err=True), sources)
    except BuildFailed as error:
        click.echo(f"Not built: {error}\nThe site that was there is untouched.", err=True)
        sys.exit(1)
    click.echo(f"{built.pages} pages; {built.built} volumes built, {built.kept} kept. {_opened(site, start)}")


@click.command()
@click.option("--language", type=click.Choice(("nl", "en")), default="nl")
@click.option("--port", type=click.IntRange(1, 65535), default=8000)
@click.pass_obj
def serve(root: Path, language: str, port: int) -> None:
    """Shows the newest edition and reloads it when data, templates or content change."""
    from generator.library import open_library
    from generator.plugin import serve_with_mkdocs

    with reported(root):
        open_library(root)
    click.echo(f"http://127.0.0.1:{port}/ shows the newest edition; stop with Ctrl-C.")
    serve_with_mkdocs(root, language, port)


@click.command()
@click.option("--to", "folder", type=click.Path(path_type=Path), required=True, help="An empty or new folder.")
@click.option("--edition", default=None, help="By id; the newest if left out.")
@click.option("--language", type=click.Choice(("nl", "en")), default="nl")
@click.pass_obj
def pages(root: Path, folder: Path, edition: str | None, language: str) -> None:
    """Writes the pages of one edition as Markdown files, for any other site generator."""
    from generator.addresses import Address
    from generator.library import open_library
    from generator.pages import pages_of

    with reported(root):
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


def _opened(site: Path, start: float) -> str:
    return f"Open {site / 'index.html'} – {time.monotonic() - start:.1f} s"
