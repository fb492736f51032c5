"""Asks the House (OData) for the official publications of a paper: a second way to its XML, of which no feed tells."""

import json
import re
from collections.abc import Iterator
from urllib.parse import quote, urlencode

from generator.model import Service
from generator.watch.announcement import Announcement, in_order
from generator.watch.http import MEGABYTE, Answer, Downloads, ServiceFailed

_LARGEST = MEGABYTE
_HEAD = 1000
"""Bytes in which a web page says that it is one."""
_ID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_LATER = "Open the address in a browser; if it works there, check `publications` of the service in data/atlas.yaml."


def published_files(downloads: Downloads, service: Service, paper: Announcement) -> tuple[tuple[str, str], ...]:
    """(format, address) of the newest official publication of a paper in each format, in order of preference.

    Empty if there is none yet, if the service is not asked for any, or if it does not know the paper by an id. Raises
    ServiceFailed if its answer is no list of publications.
    """
    id = paper.mark.removeprefix(f"{service.id}:")
    if not service.publications or not _ID.fullmatch(id):
        return ()
    query = {
        "$filter": f"Verwijderd eq false and DocumentVersie/Document/Id eq {id}",
        "$orderby": "PublicatieDatum desc",
        "$select": "Id,DocumentType",
    }
    answer = downloads.get(f"{service.publications}?{urlencode(query, quote_via=quote)}", _LARGEST)
    newest_last = reversed(list(_rows(answer)))
    return in_order({kind: f"{service.publications}({id})/resource" for kind, id in newest_last})


def _rows(answer: Answer) -> Iterator[tuple[str, str]]:
    """The format and the id of each publication, in the order of the answer."""
    try:
        content = json.loads(answer.content)
    except (ValueError, RecursionError):
        what = "a web page instead of" if b"<html" in answer.content[:_HEAD].lower() else "something else than"
        raise ServiceFailed(answer.address, f"it answered {what} JSON", _LATER) from None
    rows = content.get("value") if isinstance(content, dict) else None
    if not isinstance(rows, list):
        raise ServiceFailed(answer.address, "its answer has no list of publications", _LATER)
    for row in rows:
        id, kind = (row.get("Id"), row.get("DocumentType")) if isinstance(row, dict) else (None, None)
        if not isinstance(id, str) or not isinstance(kind, str) or not _ID.fullmatch(id):
            raise ServiceFailed(answer.address, "a publication has no id or type", _LATER)
        yield kind.lower(), id
