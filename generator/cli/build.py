"""The commands that make the site: build, serve, pages."""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from generator.cli.output import FETCHED_SOURCES, FOLDER, example, refuse_planted, reported
from generator.fingerprint import FETCHED, is_current, is_site, workplace_of


class _Language(click.ParamType[str]):
    """One of the languages of the site; which there are is asked only where one is given, or help is printed."""

    name = "language"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code as given. Raises BadParameter where it is none."""
        return self._known().convert(value, param, ctx)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """All codes, as help prints them."""
        return self._known().get_metavar(param, ctx)

    @staticmethod
    def _known() -> click.Choice[str]:
        from generator.text import LANGUAGES

        return click.Choice(LANGUAGES)


@click.command(
    epilog=example(
        "atlas build",
        "atlas build --edition 2026-06-11 --to parts/2026-06-11",
        "atlas build --from parts/2026-05 --from parts/2026-06-11",
    )
)
@click.option("--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 1, help="How many volumes at once.")
@click.option("--to", "site", type=click.Path(path_type=Path), default=None, help="Output folder; site/ if left out.")
@click.option(
    "--sources", type=FOLDER, default=None,
    help="Folder of the documents to quote; that of `atlas fetch-sources` if left out.",
)  # fmt: skip
@click.option("--edition", "editions", multiple=True, metavar="ID", help="Build only this one, as a part; needs --to.")
@click.option("--language", type=_Language(), default=None, help="Build only this one, as a part.")
@click.option("--from", "parts", type=FOLDER, multiple=True, help="Reuse what is current in a part built elsewhere.")
@click.pass_obj
def build(root: Path, /, site: Path | None, editions: tuple[str, ...], language: str | None, **how: Any) -> None:
    """Build all editions in both languages.

    Does nothing if nothing changed. The new site replaces the old one in one step, when all of it is there.
    """
    start = time.monotonic()
    is_part = bool(editions or language)
    if is_part and (site is None or how["parts"]):
        raise click.UsageError("A part of a site needs its own folder: give it with --to, without --from.")
    site, how["sources"] = (site or root / "site").resolve(), how["sources"] or _fetched(root)
    if site.exists() and any(site.iterdir()) and not is_site(site):
        raise click.ClickException(
            f"{site} contains something else than a site built here; give another folder, or empty it."
        )
    refuse_planted(root)
    if not is_part and not workplace_of(site).exists() and is_current(root, site, how["sources"]):
        click.echo(f"Nothing changed. {_opened(site, start)}")
        return
    built = _part(root, site, editions, language, **how) if is_part else _whole(root, site, **how)
    where = f"A part of a site: {site}" if is_part else _opened(site, start)
    click.echo(f"{built} {where}")


def _fetched(root: Path) -> Path | None:
    """The folder of documents in the project, if `atlas fetch-sources` filled it."""
    folder = root / FETCHED_SOURCES
    return folder if (folder / FETCHED).is_file() else None


def _whole(root: Path, site: Path, jobs: int, sources: Path | None, parts: tuple[Path, ...]) -> str:
    """What was built, in a sentence."""
    from generator.publish import publish

    with _built(root):
        return str(publish(root, site, jobs, _progress, sources, parts=parts))


def _part(root: Path, site: Path, editions: tuple[str, ...], language: str | None, **how: Any) -> str:
    """What was built, in a sentence."""
    from generator.pages import open_workspace
    from generator.publish import publish_part

    with reported(root):
        known = [edition.id for edition in open_workspace(root).editions]
    for edition in editions:
        if edition not in known:
            raise click.BadParameter(
                f"{edition!r} is not an edition; there are {', '.join(known)}", param_hint="--edition"
            )
    with _built(root):
        built = publish_part(
            root,
            site,
            how["jobs"],
            _progress,
            how["sources"],
            wanted=lambda a: (not editions or a.edition in editions) and language in (None, a.language),
        )
    return str(built)


@contextmanager
def _built(root: Path) -> Iterator[None]:
    """Prints why a build failed, and exits with 1."""
    from generator.publish import BuildFailed

    try:
        with reported(root):
            yield
    except BuildFailed as error:
        click.echo(f"Not built: {error}\nThe previous site is unchanged.", err=True)
        sys.exit(1)


def _progress(line: str) -> None:
    click.echo(line, err=True)


@click.command(epilog=example("atlas editions"))
@click.pass_obj
def editions(root: Path) -> None:
    """Print the ids of all editions as a JSON list, oldest first.

    From it, CI makes a job for each edition.
    """
    from generator.pages import open_workspace

    with reported(root):
        workspace = open_workspace(root)
    click.echo(json.dumps([edition.id for edition in workspace.editions]))


@click.command(epilog=example("atlas serve", "atlas serve --port 8080"))
@click.option("--language", type=_Language(), default=None, help="That of mkdocs.yml if left out.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port on this machine.")
@click.pass_obj
def serve(root: Path, language: str | None, port: int) -> None:
    """Serve the newest edition and reload it on every change.

    Watches data, mkdocs.yml, templates and content. Stop with Ctrl+C.
    """
    from urllib.parse import urlsplit

    from generator.publish import open_in_order
    from generator.publish import serve as serve_site

    with reported(root):
        site = open_in_order(root).site
    path = urlsplit(site.address or "/").path
    click.echo(f"http://127.0.0.1:{port}{path} serves the newest edition; stop with Ctrl+C.")
    serve_site(root, language, port)


@click.command(epilog=example("atlas pages --to /tmp/pages --edition 2026-06-11"))
@click.option("--to", "folder", type=click.Path(path_type=Path), required=True, help="An empty or new folder.")
@click.option("--edition", default=None, metavar="ID", help="The newest if left out.")
@click.option("--language", type=_Language(), default=None, help="The first if left out.")
@click.pass_obj
def pages(root: Path, folder: Path, edition: str | None, language: str | None) -> None:
    """Write the pages of an edition as Markdown, for other generators."""
    from generator.pages import Address, open_workspace, pages_of
    from generator.publish import feeds_of
    from generator.text import LANGUAGES

    with reported(root):
        workspace = open_workspace(root)
    known = [entry.id for entry in workspace.editions]
    if edition is not None and edition not in known:
        raise click.BadParameter(f"{edition!r} is not an edition; there are {', '.join(known)}", param_hint="--edition")
    if folder.exists() and any(folder.iterdir()):
        raise click.BadParameter(f"{folder} is not empty", param_hint="--to")
    volume = workspace.volume(Address(language or LANGUAGES[0], edition or known[-1], edition is None))
    written: dict[str, str | bytes] = {**feeds_of(volume)}
    for page in pages_of(volume):
        text = page.markdown
        for placeholder, block in page.blocks.items():
            text = text.replace(placeholder, block, 1)
        name = f"{page.path.removesuffix('.html')}.md" if page.path.endswith(".html") else f"{page.path}index.md"
        written |= {name: text, **page.attachments}
    for name, content in written.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    click.echo(f"Written to {folder}.")


def _opened(site: Path, start: float) -> str:
    return f"Open {site / 'index.html'} – {time.monotonic() - start:.1f} s"


@click.command(epilog=example("atlas audit https://example.org/atlas/", "atlas audit site"))
@click.argument("place", metavar="ADDRESS|DIR")
def audit(place: str) -> None:
    """Compare a published site with the hashes that it publishes.

    ADDRESS|DIR is where it is, on the web or in a folder. Prints a line for each file that is missing or changed, and
    in a folder for each that is extra; the exit code is 1 if there is any.
    """
    from generator.publish import NoManifest, audited_address, audited_folder

    is_address = place.startswith(("https://", "http://"))
    try:
        found = list(audited_address(place, "atlas audit") if is_address else audited_folder(Path(place)))
    except NoManifest as error:
        raise click.ClickException(f"{place} cannot be audited: {error}.") from None
    for line in found:
        click.echo(line)
    count = f"{len(found)} file{'s' * (len(found) != 1)} {'is' if len(found) == 1 else 'are'}"
    click.echo(f"{count} not as built." if found else "Every file is as built.", err=True)
    sys.exit(1 if found else 0)
