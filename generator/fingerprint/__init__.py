"""Fingerprints of the inputs of a site: decide whether the site or a volume must be rebuilt.

Imports only the standard library, so that a build with nothing to do ends at once.
"""

from generator.fingerprint.inputs import FETCHED, Named, everything, machinery, text_hash
from generator.fingerprint.manifest import (
    MANIFEST,
    SUMS,
    damaged,
    is_current,
    is_site,
    read_manifest,
    record_state,
    sums_of,
    write_manifest,
)

__all__ = [
    "FETCHED",
    "MANIFEST",
    "SUMS",
    "Named",
    "damaged",
    "everything",
    "is_current",
    "is_site",
    "machinery",
    "read_manifest",
    "record_state",
    "sums_of",
    "text_hash",
    "write_manifest",
]
