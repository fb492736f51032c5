"""`data/index.json`: every edition and every file of each, with size and hash."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.editions import Edition
from generator.publish.open_data.catalogue.files import described
from generator.publish.open_data.model import FORMAT


def index_of(editions: Sequence[tuple[Edition, Mapping[str, bytes]]]) -> dict[str, Any]:
    """The index of the files of each edition, oldest first; paths are relative to the folder of the index."""
    newest, _ = editions[-1]
    return {
        "format": FORMAT,
        "latest": newest.id,
        "catalogue": "catalog.jsonld",
        "editions": [
            {
                "id": edition.id,
                "source": edition.source.id,
                "published": edition.source.published.text,
                "files": [
                    {"path": f"{edition.id}/{f.path}", "bytes": f.bytes, "sha256": f.sha256, "type": f.kind.media_type}
                    for f in described(files)
                ],
            }
            for edition, files in editions
        ],
    }
