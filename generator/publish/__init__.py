"""The site: MkDocs, open data and feeds, built in parallel and swapped in atomically."""

from generator.publish.build import publish, publish_part, serve
from generator.publish.feeds import feeds_of
from generator.publish.manifest import is_current, read_manifest
from generator.publish.result import BuildFailed, Built

__all__ = ["BuildFailed", "Built", "feeds_of", "is_current", "publish", "publish_part", "read_manifest", "serve"]
