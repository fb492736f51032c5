"""Fingerprints of the inputs of a site: decide whether the site or a volume must be rebuilt.

Imports only the standard library, so that a build with nothing to do ends at once.
"""

from generator.fingerprint.inputs import FETCHED, Named, everything, machinery, program, text_hash
from generator.fingerprint.kept import KEPT_CHECKS, is_own, keep, kept, kept_or_made, remove_unused
from generator.fingerprint.manifest import (
    MANIFEST,
    SUMS,
    damaged,
    is_current,
    is_site,
    read_manifest,
    record_state,
    sums_of,
    workplace_of,
    write_manifest,
)
from generator.fingerprint.planted import kept_by_git
from generator.fingerprint.verdict import keep_said, said_before, state_of
from generator.fingerprint.walk import files_in

__all__ = [
    "FETCHED",
    "KEPT_CHECKS",
    "MANIFEST",
    "SUMS",
    "Named",
    "damaged",
    "everything",
    "files_in",
    "is_current",
    "is_own",
    "is_site",
    "keep",
    "keep_said",
    "kept",
    "kept_by_git",
    "kept_or_made",
    "machinery",
    "program",
    "read_manifest",
    "record_state",
    "remove_unused",
    "said_before",
    "state_of",
    "sums_of",
    "text_hash",
    "workplace_of",
    "write_manifest",
]
