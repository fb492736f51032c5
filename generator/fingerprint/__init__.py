"""Fingerprints of the inputs of a site: decide whether the site or a volume must be rebuilt.

Imports only the standard library, so that a build with nothing to do ends at once.
"""

from generator.fingerprint.inputs import FETCHED, Named, everything, machinery, text_hash
from generator.fingerprint.manifest import is_current, is_whole, read_manifest, write_manifest

__all__ = [
    "FETCHED",
    "Named",
    "everything",
    "is_current",
    "is_whole",
    "machinery",
    "read_manifest",
    "text_hash",
    "write_manifest",
]
