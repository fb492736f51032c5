"""What a site was made from: is there anything to do, and must a volume be built again?

Imports nothing but the standard library, so that a build which has nothing to do ends at once.
"""

from generator.fingerprint.inputs import everything, machinery, text_hash
from generator.fingerprint.manifest import is_current, is_whole, read_manifest, write_manifest

__all__ = ["everything", "is_current", "is_whole", "machinery", "read_manifest", "text_hash", "write_manifest"]
