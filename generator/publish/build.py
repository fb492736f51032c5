"""Builds every edition in every language, each on its own, into a new folder; puts it in place when all is well."""

import gc
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from datetime import timedelta
from functools import partial
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path

from generator.charts import remove_unused
from generator.diagnostics import Diagnostic, InvalidData
from generator.editions import Edition
from generator.fingerprint import MANIFEST, damaged, everything, read_manifest, record_state, write_manifest
from generator.model import Locale
from generator.pages import DRAWINGS, Address, Renderer, Workspace, archive_path, open_workspace, paths_of
from generator.publish.archives import archive_key, key_of, write_archive
from generator.publish.keys import files_named_in, keys_of
from generator.publish.open_data.folders import data_of, folders_of, listing_of
from generator.publish.result import BuildFailed, Built
from generator.publish.sitemap import NAME as SITEMAP
from generator.publish.sitemap import sitemap
from generator.publish.style.site_style import SHEET, write_style_sheet
from generator.publish.swap import clear, copy_linked, link, recover, sole_build, swap_in
from generator.text import LANGUAGES

Progress = Callable[[str], None]
Wanted = Callable[[Address], bool]
_TOP = {name: f"{name}.j2" for name in ("index.html", "language.js", "404.html", "robots.txt", "_headers")}
"""Files at the top of the site, and the templates that print them."""
_SECURITY = {".well-known/security.txt": "security.txt.j2"}
"""Where faults of the site are reported; only where somebody can be reached."""


def publish(
    root: Path,
    site: Path,
    jobs: int,
    progress: Progress,
    sources: Path | None = None,
    *,
    parts: Sequence[Path] = (),
) -> Built:
    """Build what changed and swap the site in; with the folder of the documents, passages are quoted.

    Unchanged volumes are taken from the old site, or from `parts`, which `publish_part` built.
    Raises InvalidData if anything in data/ or mkdocs.yml is wrong, and BuildFailed if a volume cannot be built or
    another build is writing the same site; in each case, and if the process is killed, the old site remains.
    """
    with sole_build(site):
        return _publish(root, site, jobs, progress, sources, parts=parts)


def _publish(
    root: Path, site: Path, jobs: int, progress: Progress, sources: Path | None, *, parts: Sequence[Path]
) -> Built:
    recover(site)
    named = files_named_in(root)
    inputs = everything(root, sources, named)
    workspace = open_in_order(root, sources)
    work, made = _workplace(site)
    keys = keys_of(workspace, named)
    places = {place: damaged(place, root) for place in (site, *parts)}
    stale = list(_keep_what_can_be_kept(workspace, keys, places, made))
    _build_all(workspace, stale, made, jobs=jobs, progress=progress)
    _write_rest(workspace, made)
    write_style_sheet(made, root)
    _archive_all(workspace, keys, places, made, jobs=jobs, progress=progress)
    pages = _verify(workspace, made)
    write_manifest(made, inputs, keys, named)
    swap_in(made, site)
    shutil.rmtree(work)
    record_state(site, root)
    remove_unused(root / DRAWINGS)
    return Built(len(stale), len(keys) - len(stale), pages)


def publish_part(
    root: Path, part: Path, jobs: int, progress: Progress, sources: Path | None = None, *, wanted: Wanted
) -> Built:
    """Builds the wanted volumes into the folder `part`, for `publish` to take them from. Raises as `publish`."""
    with sole_build(part):
        workspace = open_in_order(root, sources)
        work, made = _workplace(part)
        addresses = [address for address in workspace.addresses if wanted(address)]
        _build_all(workspace, addresses, made, jobs=jobs, progress=progress)
        keys = keys_of(workspace, files_named_in(root))
        write_manifest(made, "", {address.root: keys[address.root] for address in addresses})
        swap_in(made, part)
        shutil.rmtree(work)
        return Built(len(addresses), 0, sum(len(list(paths_of(workspace.volume(a).edition))) for a in addresses))


def _workplace(site: Path) -> tuple[Path, Path]:
    """A new folder beside the site, and in it the one in which the new site is made."""
    work = clear(site.with_name(f".{site.name}-work"))
    made = work / "site"
    made.mkdir()
    return work, made


_Places = Mapping[Path, frozenset[str]]
"""Sites and parts to take from what did not change, with the paths of their files that are not as they were built."""


def _keep_what_can_be_kept(
    workspace: Workspace, keys: dict[str, str], places: _Places, made: Path
) -> Iterator[Address]:
    """Copies the unchanged volumes of sites and parts, and yields the addresses of those that must be built."""
    known = {place: _volumes_of(place, lost) for place, lost in places.items()}
    dated = {address.root: address for address in workspace.addresses if not address.latest}
    for root, address in {**{a.root: a for a in workspace.addresses if a.latest}, **dated}.items():
        held = (place for place in places if known[place].get(root) == keys[root])
        place = next((place for place in held if (place / root / "index.html").is_file()), None)
        if place:
            _copy_volume(place / root, made / root, address)
        else:
            yield address


def _volumes_of(site: Path, lost: frozenset[str]) -> dict[str, object]:
    """The hash of each volume of a site or part by its root, without those that lost a file."""
    volumes = read_manifest(site).get("volumes")
    known = volumes if isinstance(volumes, dict) and MANIFEST not in lost else {}
    return {at: key for at, key in known.items() if not any(path.startswith(at) for path in lost)}


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


def _build_all(workspace: Workspace, addresses: list[Address], made: Path, *, jobs: int, progress: Progress) -> None:
    """Each edition in each language in a worker process."""
    editions: dict[tuple[str, str], list[Address]] = {}
    for address in sorted(addresses, key=lambda address: address.latest):
        editions.setdefault((address.edition, address.language), []).append(address)
    tasks = {" ".join(a.root for a in of): partial(build_volumes, tuple(of), made) for of in editions.values()}
    _in_workers(workspace, dict(reversed(tasks.items())), jobs=jobs, progress=progress)


def _archive_all(
    workspace: Workspace, keys: dict[str, str], places: _Places, made: Path, *, jobs: int, progress: Progress
) -> None:
    """The archive of each dated volume: linked from where it was made of the same, else packed by a worker."""
    tasks = {}
    (made / archive_path(workspace.addresses[0])).parent.mkdir()
    for address in (address for address in workspace.addresses if not address.latest):
        path, key = archive_path(address), archive_key(keys[address.root], address.edition, made, workspace.root)
        sound = (place / path for place, lost in places.items() if lost.isdisjoint((path, MANIFEST)))
        kept = next((file for file in sound if key_of(file) == key), None)
        if kept:
            link(kept, made / path)
        else:
            tasks[path] = partial(build_archive, address, made, key)
    _in_workers(workspace, tasks, jobs=jobs, progress=progress)


def _in_workers(
    workspace: Workspace, tasks: Mapping[str, Callable[[], None]], *, jobs: int, progress: Progress
) -> None:
    """Each task, under its name, in a worker process, which has the workspace as it is open here."""
    if not tasks:
        return
    with ProcessPoolExecutor(min(jobs, len(tasks)), _workers(), _begin, (workspace,)) as pool:
        futures = {pool.submit(task): name for name, task in tasks.items()}
        try:
            for done, future in enumerate(as_completed(futures), 1):
                future.result()
                progress(f"[{done}/{len(futures)}] {futures[future]}")
        except BrokenProcessPool as error:
            raise BuildFailed("a worker process was killed") from error
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _workers() -> BaseContext:
    """How workers are started: forked if this process has one thread, so that they share all that it has loaded.

    Threads have no part in a fork, so one in which something waits for them hangs: that is so once a chart was drawn.
    """
    threads = Path("/proc/self/task")
    return get_context("fork" if threads.is_dir() and len(list(threads.iterdir())) == 1 else "spawn")


def _begin(workspace: Workspace) -> None:
    """Makes a worker ready. What is loaded by now stays, so the garbage collector passes over it."""
    global _workspace
    _workspace = workspace
    gc.freeze()


_workspace: Workspace
"""Of a worker process."""


def build_volumes(addresses: tuple[Address, ...], made: Path) -> None:
    """Builds one edition in one language into its places under `made`, the dated one first; in a worker process."""
    from generator.publish.mkdocs.contents import Contents
    from generator.publish.mkdocs.runs import build_with_mkdocs

    contents = Contents()
    for address in addresses:
        aside = made.with_name(f"{address.language}-{address.edition}-{address.latest}")
        build_with_mkdocs(_workspace, address, aside, contents)
        target = made / address.root
        target.mkdir(parents=True, exist_ok=True)
        for entry in aside.iterdir():
            entry.rename(target / entry.name)


def build_archive(address: Address, made: Path, key: bytes) -> None:
    """Packs one edition in one language of the finished site. Runs in a worker process."""
    write_archive(_workspace, address, made, key)


def open_in_order(root: Path, sources: Path | None = None) -> Workspace:
    """The workspace of a project whose settings are in order for MkDocs too.

    Raises InvalidData with all that is wrong in data/ and mkdocs.yml, each setting once.
    """
    from generator.publish.mkdocs.runs import further_problems

    diagnostics: list[Diagnostic] = []
    kind = InvalidData
    try:
        workspace = open_workspace(root, sources)
    except InvalidData as error:
        diagnostics, kind = list(error.diagnostics), type(error)
    diagnostics += further_problems(diagnostics, root)
    if diagnostics:
        raise kind(diagnostics)
    return workspace


def serve(root: Path, language: str | None, port: int) -> None:
    """Shows the newest edition on this machine until it is stopped, and reloads it on every change.

    Without a language, in that of mkdocs.yml.
    """
    from generator.publish.mkdocs.runs import serve_with_mkdocs

    serve_with_mkdocs(root, language, port)


def _write_rest(workspace: Workspace, made: Path) -> None:
    """The open data of every edition, and the pages at the top of the site."""
    data = made / "data"
    files = [(edition, data_of(edition, workspace)) for edition in workspace.editions]
    for edition, contents in files:
        for folder in folders_of(edition, workspace):
            for name, content in contents.items():
                (data / folder / name).parent.mkdir(parents=True, exist_ok=True)
                (data / folder / name).write_bytes(content)
    for name, text in listing_of(files, workspace).items():
        (data / name).write_text(text, "utf-8")
    words = {language: Locale(language, phrases) for language, phrases in workspace.archive.words.items()}
    pages = sitemap(workspace)
    if pages:
        (made / SITEMAP).write_text(pages, "utf-8")
    contact = workspace.archive.atlas.objections or workspace.site.repository
    values = {"about": workspace.site, "languages": words, "style_sheet": SHEET, "sitemap": SITEMAP}
    values |= {"contact": contact, "expires": _in_a_year(workspace.editions[-1])}
    renderer = Renderer(workspace.root / "templates" / "site", words[LANGUAGES[0]])
    for name, template in (_TOP | (_SECURITY if contact else {})).items():
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_text(renderer.page(template, str, **values).markdown, "utf-8")


def _in_a_year(edition: Edition) -> str:
    """When what is said with the edition is to be looked at again, as RFC 9116 asks for; never by the clock."""
    return f"{edition.as_of + timedelta(days=365)}T00:00:00Z"


def _verify(workspace: Workspace, made: Path) -> int:
    """The number of pages; raises BuildFailed if one that must be there is missing or empty."""
    pages = 0
    for address in workspace.addresses:
        for path in paths_of(workspace.volume(address).edition):
            file = made / address.root / path / "index.html"
            if not file.is_file() or not file.stat().st_size:
                raise BuildFailed(f"{address.root}{path} was not written")
            pages += 1
    return pages
