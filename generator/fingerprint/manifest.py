"""The manifests of a built site: the hashes of its inputs, and of each of its files."""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType

from generator.fingerprint.inputs import NOTHING_NAMED, Named, everything, named_in
from generator.fingerprint.walk import files_in

MANIFEST = "build.json"
"""The file in the site with the hash of all inputs, those of what volumes and data are made of, and of the sums."""
SUMS = "manifest.sha256"
"""The file in the site with the hash of every other file, as `sha256sum --check` reads it."""
File = tuple[int, int]
"""A file, whatever its path: the numbers of its device and of the file on it, which links to it share."""
_STATES = ".atlas/states"
"""Folder in the project: how the system described the files of a site when they were known to be as they were built."""


def read_manifest(site: Path) -> dict[str, object]:
    """Return the manifest of a site; empty if there is no site or no readable manifest."""
    try:
        manifest = json.loads((site / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def is_site(folder: Path) -> bool:
    """Whether a folder is a site or a part that was built here, also if one of its two manifests was damaged."""
    if read_manifest(folder):
        return True
    return (
        (folder / MANIFEST).is_file() and (folder / SUMS).is_file() and b"index.html\n" in (folder / SUMS).read_bytes()
    )


def workplace_of(site: Path) -> Path:
    """Return the folder in which a new site is made, beside the old one; a build that is killed leaves it there."""
    return site.with_name(f".{site.name}-work")


def write_manifest(
    site: Path,
    inputs: str,
    keys: Mapping[str, Mapping[str, str]],
    named: Named = NOTHING_NAMED,
    known: Mapping[File, str] = MappingProxyType({}),
) -> None:
    """Write the manifests, which must be the last files of the site.

    `inputs` is the hash of all inputs, `keys` by kind the hash of the inputs of each thing of the kind, by its name;
    `named` is what the settings refer to, which is part of all; `known` are the hashes of files that are not read.
    Raises OSError if a file of the site cannot be read: its hash is never left out.
    """
    files = sorted((path, _file(entry)) for path, entry in files_in(site))
    sums = "".join(f"{known.get(file) or _sum(site / path)}  {path}\n" for path, file in files)
    (site / SUMS).write_text(sums, "utf-8")
    manifest = {"inputs": inputs, "named": asdict(named), **keys, SUMS: _sum(site / SUMS)}
    (site / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")


def is_current(root: Path, site: Path, sources: Path | None = None) -> bool:
    """Whether the site was built from exactly the present files under `root` and `sources`, and is as it was built.

    What the settings refer to is read from the manifest: if they refer to something else now, they have changed.
    """
    manifest = read_manifest(site)
    if manifest.get("inputs") != everything(root, sources, named_in(manifest.get("named"))):
        return False
    return not damaged(site, root)


def damaged(site: Path, root: Path | None = None) -> frozenset[str]:
    """Return the path of every file of a site that is not as it was built: changed, lost or added.

    `MANIFEST` is among them, and all may be, if there are no sums that it vouches for. With the folder of the project,
    files are not read again that the system describes as when they were last found in order.
    """
    state = _state_file(site, root) if root else None
    if state and state.is_file() and state.read_bytes() == _state(site):
        return frozenset()
    sums = site / SUMS
    if not sums.is_file() or _found(sums) != read_manifest(site).get(SUMS):
        return frozenset({MANIFEST})
    lines = sums.read_text("utf-8").splitlines()
    known = {path: digest for digest, _, path in (line.partition("  ") for line in lines)}
    there = {path for path, _ in files_in(site)} - {SUMS, MANIFEST}
    changed = {path for path in there & known.keys() if _found(site / path) != known[path]}
    return frozenset(changed | (there ^ known.keys()))


def sums_of(site: Path, lost: frozenset[str]) -> dict[File, str]:
    """Return the hashes of the files of a site as it was built, but for those that were damaged since: `lost`."""
    if MANIFEST in lost or not (site / SUMS).is_file():
        return {}
    lines = (line.partition("  ") for line in (site / SUMS).read_text("utf-8").splitlines())
    known = {path: digest for digest, _, path in lines if path not in lost}
    return {_file(entry): known[path] for path, entry in files_in(site) if path in known}


def _file(entry: "os.DirEntry[str]") -> File:
    known = entry.stat(follow_symlinks=False)
    return known.st_dev, known.st_ino


def record_state(site: Path, root: Path) -> None:
    """Remember how the system describes the files of a site that was just built, for `damaged`."""
    file = _state_file(site, root)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_state(site))


def _state_file(site: Path, root: Path) -> Path:
    return root / _STATES / hashlib.sha256(os.fsencode(site.resolve())).hexdigest()[:16]


def _state(site: Path) -> bytes:
    """A hash of path, size, times and number of every file: one changes with whatever is written or replaced."""
    lines = []
    for path, entry in files_in(site):
        known = entry.stat(follow_symlinks=False)
        lines.append(f"{path} {known.st_size} {known.st_mtime_ns} {known.st_ctime_ns} {known.st_ino}")
    return hashlib.sha256("\n".join(sorted(lines)).encode("utf-8", "surrogateescape")).hexdigest().encode()


def _sum(file: Path) -> str:
    """The hash of its content."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _found(file: Path) -> str:
    """The hash of its content; empty if it cannot be read."""
    try:
        return _sum(file)
    except OSError:
        return ""
