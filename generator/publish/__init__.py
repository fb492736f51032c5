"""The site: MkDocs, open data and feeds, built in parallel and swapped in atomically."""

from generator.publish.audit import NoManifest, audited_address, audited_folder
from generator.publish.build import open_in_order, publish, publish_part, serve
from generator.publish.feeds import feeds_of
from generator.publish.kept.keys import files_named_in
from generator.publish.result import BuildFailed

__all__ = [
    "BuildFailed",
    "NoManifest",
    "audited_address",
    "audited_folder",
    "feeds_of",
    "files_named_in",
    "open_in_order",
    "publish",
    "publish_part",
    "serve",
]
