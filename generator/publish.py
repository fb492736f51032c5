"""Builds every edition in every language, each on its own, into a new folder; puts it in place when all is well."""

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from generator.addresses import Address, paths_of
from generator.exports import changes_json, dumped, editions_json, export
from generator.inputs import everything, machinery, text_hash
from generator.library import Library, open_library
from generator.manifest import is_whole, read_manifest, write_manifest
from generator.plugin import BuildFailed, build_with_mkdocs
from generator.render import Renderer
from generator.shelving import clear, copy_linked, link, put_in_place, recover
from generator.words import Words

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Built:
    """What a build did."""

    built: int
    """Volumes made anew."""
    kept: int
    """Volumes whose inputs had not changed."""
    pages: int


def publish(root: Path, site: Path, jobs: int, progress: Progress, sources: Path | None = None) -> Built:
    """Builds what changed and puts the site in place; with the folder of the documents, passages are quoted.

    Raises InvalidData if anything in data/ is wrong, and BuildFailed if a volume cannot be built; in both cases, and
    if the process is killed, the old site stays as it is.
    """
    recover(site)
    inputs = everything(root, sources)
    library = open_library(root, sources)
    work = clear(site.with_name(f".{site.name}-work"))
    made = work / "site"
    made.mkdir()
    code = machinery(root)
    keys = {address.root: _key(library, address, code) for address in library.addresses}
    stale = list(_keep_what_can_be_kept(library, keys, site, made))
    _build_all(root, sources, stale, made, jobs=jobs, progress=progress)
    _write_rest(library, made)
    pages = _verify(library, made)
    write_manifest(made, inputs, keys)
    put_in_place(made, site)
    shutil.rmtree(work)
    return Built(len(stale), len(keys) - len(stale), pages)


def _key(library: Library, address: Address, machinery: str) -> str:
    """A hash of all that the volume is made from: what its edition knows, and what its frame shows of the others."""
    volume = library.volume(address)
    neighbours = [f"{edition.id} {sorted(paths_of(edition))}" for edition in library.editions]
    archive = library.archive
    index = {id: archive.passages.get(id) for id in volume.edition.sources}
    told = (volume.edition, volume.words, address, volume.quotations)
    parts = (*told, index, archive.dimensions, archive.atlas.model_copy(update={"watch": None}))
    return text_hash(machinery, *map(repr, parts), *neighbours)


def _keep_what_can_be_kept(library: Library, keys: dict[str, str], site: Path, made: Path) -> Iterator[Address]:
    """Copies the unchanged volumes of a whole old site, and yields the addresses of those that must be built."""
    old = read_manifest(site).get("volumes")
    known = old if isinstance(old, dict) and is_whole(site) else {}
    dated = {address.root: address for address in library.addresses if not address.latest}
    for root, address in {**{a.root: a for a in library.addresses if a.latest}, **dated}.items():
        if known.get(root) == keys[root] and (site / root / "index.html").is_file():
            _copy_volume(site / root, made / root, address)
        else:
            yield address


def _copy_volume(source: Path, target: Path, address: Address) -> None:
    """Without the dated editions that lie inside the volume of the newest."""
    if not address.latest:
        copy_linked(source, target)
        return
    target.mkdir(parents=True)
    for entry in sorted(source.iterdir()):
        if entry.is_dir() and entry.name != "editions":
            copy_linked(entry, target / entry.name)
        elif entry.is_file():
            link(entry, target / entry.name)


def _build_all(
    root: Path, sources: Path | None, addresses: list[Address], made: Path, *, jobs: int, progress: Progress
) -> None:
    """Each volume in a worker process; spawned, because a fork hangs once a chart has been drawn."""
    if not addresses:
        return
    with ProcessPoolExecutor(min(jobs, len(addresses)), mp_context=get_context("spawn")) as pool:
        futures = {pool.submit(build_volume, root, sources, address, made): address for address in addresses}
        try:
            for done, future in enumerate(as_completed(futures), 1):
                future.result()
                progress(f"[{done}/{len(futures)}] {futures[future].root}")
        except BrokenProcessPool as error:
            raise BuildFailed("a worker process was killed") from error
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


@cache
def _library(root: Path, sources: Path | None) -> Library:
    return open_library(root, sources)


def build_volume(root: Path, sources: Path | None, address: Address, made: Path) -> None:
    """Builds one edition in one language into its place under `made`. Runs in a worker process."""
    aside = made.with_name(f"{address.language}-{address.edition}-{address.latest}")
    build_with_mkdocs(_library(root, sources), address, aside)
    target = made / address.root
    target.mkdir(parents=True, exist_ok=True)
    for entry in aside.iterdir():
        entry.rename(target / entry.name)


def _write_rest(library: Library, made: Path) -> None:
    """The open data of every edition, and the pages at the top of the site."""
    data = made / "data"
    schema = (library.root / "templates" / "data" / "atlas.schema.json").read_text("utf-8")
    for edition in library.editions:
        latest = edition is library.editions[-1]
        files = export(edition, library.archive, library.changes(edition), latest)
        files["changes.json"] = dumped(changes_json(edition, library.history(edition)))
        for folder in (edition.id, "latest") if latest else (edition.id,):
            (data / folder).mkdir(parents=True)
            for name, text in {**files, "atlas.schema.json": schema}.items():
                (data / folder / name).write_text(text, "utf-8")
    (data / "editions.json").write_text(editions_json(library.editions), "utf-8")
    words = {language: Words(language, phrases) for language, phrases in library.archive.words.items()}
    renderer = Renderer(library.root / "templates" / "site", words["nl"])
    for name in ("index.html", "404.html", "robots.txt"):
        rendered = renderer.page(f"{name}.j2", str, atlas=library.archive.atlas, languages=words)
        (made / name).write_text(rendered.markdown, "utf-8")


def _verify(library: Library, made: Path) -> int:
    """The number of pages; raises BuildFailed if one that must be there is missing or empty."""
    pages = 0
    for address in library.addresses:
        for path in paths_of(library.volume(address).edition):
            file = made / address.root / path / "index.html"
            if not file.is_file() or not file.stat().st_size:
                raise BuildFailed(f"{address.root}{path} was not written")
            pages += 1
    return pages
