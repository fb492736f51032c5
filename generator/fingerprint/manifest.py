"""The manifest of a built site: the hashes of its inputs and the number of its files."""

import json
from dataclasses import asdict
from pathlib import Path

from generator.fingerprint.inputs import NOTHING_NAMED, Named, everything

MANIFEST = "build.json"
"""The file in the site with the hash of all inputs, the hash of each volume, and the number of files."""


def read_manifest(site: Path) -> dict[str, object]:
    """Return the manifest of a site; empty if there is no site or no readable manifest."""
    try:
        manifest = json.loads((site / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def write_manifest(site: Path, inputs: str, volumes: dict[str, str], named: Named = NOTHING_NAMED) -> None:
    """Write the manifest, which must be the last file of the site.

    `inputs` is the hash of all inputs, `volumes` the hash of the inputs of each volume, by its path; `named` is what
    the settings refer to, which is part of both.
    """
    manifest = {"inputs": inputs, "named": asdict(named), "volumes": volumes, "files": _count(site) + 1}
    (site / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")


def is_current(root: Path, site: Path, sources: Path | None = None) -> bool:
    """Whether the site was built from exactly the present files under `root` and `sources`, and is complete.

    What the settings refer to is read from the manifest: if they refer to something else now, they have changed.
    """
    manifest = read_manifest(site)
    return manifest.get("inputs") == everything(root, sources, _named(manifest.get("named"))) and is_whole(site)


def is_whole(site: Path) -> bool:
    """Whether the site has as many files as when it was built."""
    return read_manifest(site).get("files") == _count(site)


def _named(written: object) -> Named:
    """What a manifest says that settings named; nothing if it cannot be read."""
    lists = written if isinstance(written, dict) else {}
    files, variables = (tuple(map(str, lists.get(name) or ())) for name in ("files", "variables"))
    return Named(files, variables)


def _count(site: Path) -> int:
    return sum(path.is_file() for path in site.rglob("*"))
