"""Builds every edition in every language, each on its own, into a new folder; puts it in place when all is well."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import partial
from pathlib import Path

from generator.diagnostics import Diagnostic, InvalidData
from generator.editions import Edition
from generator.fingerprint import (
    MANIFEST,
    damaged,
    everything,
    files_in,
    is_own,
    read_manifest,
    record_state,
    remove_unused,
    sums_of,
    workplace_of,
    write_manifest,
)
from generator.model import Locale
from generator.pages import DRAWINGS, Address, Renderer, Workspace, archive_path, open_workspace, paths_of
from generator.publish.archives import archive_key, key_of, write_archive
from generator.publish.kept.keys import Keys, files_named_in, keys_of
from generator.publish.kept.pages import Records, earlier_in, names_by_file, write_records
from generator.publish.open_data.catalogue.materials import NAME as MATERIALS
from generator.publish.open_data.catalogue.materials import materials_of
from generator.publish.open_data.folders import data_of, folders_of, listing_of
from generator.publish.result import BuildFailed, Built
from generator.publish.sitemap import NAME as SITEMAP
from generator.publish.sitemap import sitemap
from generator.publish.style.site_style import SHEET, write_style_sheet
from generator.publish.swap import clear, copy_linked, held, link, mirror, recover, sole_build, swap_in
from generator.publish.volumes import Before, Places, build_volumes
from generator.publish.workers import Progress, in_workers
from generator.text import LANGUAGES

KEPT_SITE = ".atlas/site"
"""Folder inside the project with the files of the last site that was built."""
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
    with sole_build(site), held(root / KEPT_SITE) as is_free:  # or a build into another folder uses it
        kept = root / KEPT_SITE if is_free and is_own(root, KEPT_SITE) else None
        return _publish(root, site, jobs, progress, sources, kept=kept, parts=parts)


def _publish(
    root: Path,
    site: Path,
    jobs: int,
    progress: Progress,
    sources: Path | None,
    *,
    kept: Path | None,
    parts: Sequence[Path],
) -> Built:
    recover(site)
    named = files_named_in(root)
    inputs = everything(root, sources, named)
    workspace = open_in_order(root, sources)
    with _workplace(site) as made:
        keys = keys_of(workspace, named)
        places = {place: damaged(place, root) for place in (site, kept, *parts) if place}
        records = _keep_volumes(workspace, keys, places, made)
        stale = [address for address in workspace.addresses if address.root not in records]
        records |= _build_all(workspace, stale, made, Before.of(keys, places), jobs=jobs, progress=progress)
        _write_data(workspace, keys, places, made)
        _write_top(workspace, made)
        write_style_sheet(made, root, names_by_file(records))
        _archive_all(workspace, keys, places, made, jobs=jobs, progress=progress)
        pages = _verify(workspace, made)
        write_records(made, records)
        write_manifest(made, inputs, {"volumes": keys.volumes, "data": keys.data}, named, _sums(places))
        swap_in(made, site)
    _keep(site, kept, root)
    remove_unused(root, DRAWINGS)
    return Built(len(stale), len(keys.volumes) - len(stale), pages)


def _sums(places: Places) -> dict[tuple[int, int], str]:
    return {file: known for place, lost in places.items() for file, known in sums_of(place, lost).items()}


def _keep(site: Path, kept: Path | None, root: Path) -> None:
    """Has the files of the site in a second place, so that the next build has them if the site is not there.

    How the system describes the files is recorded too, so that those which nobody touched are not read again. Where
    neither can be written, the site is there all the same: the next build reads the files again.
    """
    if kept:
        with suppress(OSError):
            kept.parent.mkdir(parents=True, exist_ok=True)
            if site.stat().st_dev == kept.parent.stat().st_dev:
                mirror(site, kept)
                record_state(kept, root)
    with suppress(OSError):
        record_state(site, root)  # last, for a link to a file is a change of it


def publish_part(
    root: Path, part: Path, jobs: int, progress: Progress, sources: Path | None = None, *, wanted: Wanted
) -> Built:
    """Builds the wanted volumes into the folder `part`, for `publish` to take them from. Raises as `publish`."""
    with sole_build(part):
        workspace = open_in_order(root, sources)
        with _workplace(part) as made:
            addresses = [address for address in workspace.addresses if wanted(address)]
            keys = keys_of(workspace, files_named_in(root))
            records = _build_all(workspace, addresses, made, Before.of(keys, {}), jobs=jobs, progress=progress)
            write_records(made, records)
            write_manifest(made, "", {"volumes": {address.root: keys.volumes[address.root] for address in addresses}})
            swap_in(made, part)
        return Built(len(addresses), 0, sum(len(list(paths_of(workspace.volume(a).edition))) for a in addresses))


@contextmanager
def _workplace(site: Path) -> Iterator[Path]:
    """A new folder in which the new site is made, beside the old one; nothing is left of it, come what may."""
    work = clear(workplace_of(site))
    try:
        (work / "site").mkdir()
        yield work / "site"
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _keep_volumes(workspace: Workspace, keys: Keys, places: Places, made: Path) -> dict[str, Records]:
    """Links the unchanged volumes of sites and parts, and returns what is known of their pages, by root."""
    known = {place: _unchanged(place, "volumes", "", lost) for place, lost in places.items()}
    records = {place: earlier_in(place, lost) for place, lost in places.items()}
    kept = {}
    for address in sorted(workspace.addresses, key=lambda address: not address.latest):
        root = address.root
        place = next((p for p in places if known[p].get(root) == keys.volumes[root] and root in records[p]), None)
        if place:
            _copy_volume(place / root, made / root, address)
            kept[root] = records[place][root].pages
    return kept


def _unchanged(place: Path, kind: str, folder: str, lost: frozenset[str]) -> dict[str, object]:
    """The keys of a kind of things in a site or part, without those of which a file under `folder` was damaged."""
    keys = read_manifest(place).get(kind)
    known = keys if isinstance(keys, dict) and MANIFEST not in lost else {}
    return {name: key for name, key in known.items() if not any(path.startswith(folder + name) for path in lost)}


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
    workspace: Workspace, addresses: list[Address], made: Path, before: Before, *, jobs: int, progress: Progress
) -> dict[str, Records]:
    """Each edition in each language as a task of its own; what is known of the pages of each volume, by its root."""
    editions: dict[tuple[str, str], list[Address]] = {}
    for address in sorted(addresses, key=lambda address: address.latest):
        editions.setdefault((address.edition, address.language), []).append(address)
    tasks = {
        " ".join(a.root for a in of): partial(build_volumes, addresses=tuple(of), made=made, before=before.part(of))
        for of in reversed(editions.values())
    }
    built = in_workers(workspace, tasks, jobs=jobs, progress=progress)
    return {root: pages for volumes in built.values() for root, pages in volumes.items()}


def _archive_all(
    workspace: Workspace, keys: Keys, places: Places, made: Path, *, jobs: int, progress: Progress
) -> None:
    """The archive of each dated volume: linked from where it was made of the same, else packed by a worker."""
    tasks = {}
    (made / archive_path(workspace.addresses[0])).parent.mkdir()
    for address in (address for address in workspace.addresses if not address.latest):
        path = archive_path(address)
        key = archive_key(keys.volumes[address.root], address.edition, made, workspace.root)
        sound = [place for place, lost in places.items() if lost.isdisjoint((path, MANIFEST))]
        kept = next((place for place in sound if key_of(place / path) == key), None)
        if kept:
            link(kept / path, made / path)
        else:
            tasks[path] = partial(write_archive, address=address, made=made, key=key, before=sound)
    in_workers(workspace, tasks, jobs=jobs, progress=progress)


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


def _write_data(workspace: Workspace, keys: Keys, places: Places, made: Path) -> None:
    """The open data of every edition, linked from where they were made of the same, and the lists of all of them."""
    data = made / "data"
    known = {place: _unchanged(place, "data", "data/", lost) for place, lost in places.items()}
    files = []
    for edition in workspace.editions:
        own = data / edition.id
        place = next((place for place in places if known[place].get(edition.id) == keys.data[edition.id]), None)
        if place:
            copy_linked(place / "data" / edition.id, own)
        else:
            for name, content in data_of(edition, workspace).items():
                (own / name).parent.mkdir(parents=True, exist_ok=True)
                (own / name).write_bytes(content)
        paths = sorted(path for path, _ in files_in(own))
        files.append((edition, {path: (own / path).read_bytes() for path in paths}))
        for folder in folders_of(edition, workspace):
            if folder != edition.id:
                copy_linked(own, data / folder)
    for name, text in listing_of(files, workspace).items():
        (data / name).write_text(text, "utf-8")


def _write_top(workspace: Workspace, made: Path) -> None:
    """The pages and files at the top of the site."""
    words = {language: Locale(language, phrases) for language, phrases in workspace.archive.words.items()}
    if pages := sitemap(workspace):
        (made / SITEMAP).write_text(pages, "utf-8")
    if bill := materials_of(workspace.root):
        (made / MATERIALS).write_text(bill, "utf-8")
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
