"""`sbom.cdx.json`: the libraries by which a site was made, as a software bill of materials that scanners read."""

import json
import re
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

NAME = "sbom.cdx.json"
LOCK = "requirements/site.lock"
_PINNED = re.compile(r"^(?P<name>[A-Za-z0-9][\w.-]{0,99})==(?P<version>[^\s;\\]{1,50})", re.MULTILINE | re.ASCII)


def materials_of(root: Path) -> str | None:
    """The bill of materials of a project in CycloneDX; None if it locks no libraries.

    It names each locked library once, with its version, and says the same whenever and wherever it is made.
    """
    lock = root / LOCK
    pinned = sorted(set(_PINNED.findall(lock.read_text("utf-8")))) if lock.is_file() else []
    if not pinned:
        return None
    libraries = [_library(name, version) for name, version in pinned]
    site = {"type": "application", "bom-ref": "atlas", "name": "atlas"}
    serial = uuid5(NAMESPACE_URL, json.dumps(libraries))
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {"component": site},
        "components": libraries,
        "dependencies": [{"ref": "atlas", "dependsOn": [library["bom-ref"] for library in libraries]}],
    }
    return json.dumps(bill, indent=1) + "\n"


def _library(name: str, version: str) -> dict[str, Any]:
    address = f"pkg:pypi/{re.sub(r'[-_.]+', '-', name).lower()}@{version}"
    return {"type": "library", "bom-ref": address, "name": name, "version": version, "purl": address}
