"""What a built site says about its making."""

import json
from pathlib import Path

from generator.fingerprint.inputs import everything

MANIFEST = "build.json"
"""In the site: the hash of all inputs, of those of each volume, and the number of files."""


def read_manifest(site: Path) -> dict[str, object]:
    """The manifest of a site; empty if there is no site, or none that can be read."""
    try:
        manifest = json.loads((site / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def write_manifest(site: Path, inputs: str, volumes: dict[str, str]) -> None:
    """Writes the manifest as the last file of a site."""
    manifest = {"inputs": inputs, "volumes": volumes, "files": _count(site) + 1}
    (site / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")


def is_current(root: Path, site: Path, sources: Path | None = None) -> bool:
    """Whether the site was made from exactly the files under `root` and `sources`, and none of its own is gone."""
    return read_manifest(site).get("inputs") == everything(root, sources) and is_whole(site)


def is_whole(site: Path) -> bool:
    """Whether the site has as many files as when it was made."""
    return read_manifest(site).get("files") == _count(site)


def _count(site: Path) -> int:
    return sum(path.is_file() for path in site.rglob("*"))
