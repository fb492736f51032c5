"""Reads a SyncFeed (Atom, as of the House of Representatives): the papers listed since the last visit, or a day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from urllib.parse import parse_qsl, urlencode, urlsplit
from xml.etree.ElementTree import Element

from generator.documents import CONVENTIONS, attribute, said
from generator.model import Service, ServiceKind
from generator.watch.announcement import (
    Announcement,
    Bookmark,
    Dossier,
    Visit,
    announced,
    each_alone,
    element_names,
    in_order,
    root_of,
)
from generator.watch.http import MEGABYTE, Answer, Downloads, ServiceFailed, Validators

_USUAL = CONVENTIONS.elements[ServiceKind.SYNCFEED.value]
_LARGEST = 20 * MEGABYTE
_KINDS = {
    "application/pdf": "pdf",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
_TOKEN = "skiptoken"
"""The parameter by which a feed is read from a place on. Any whole number will do: the entries after it follow."""
_FIRST_TOKEN = 1 << 20
_MOST_PROBES = 40
"""Pages that are asked for to find where to start."""
_A_DAY = timedelta(1)


def start_of(downloads: Downloads, service: Service, day: date) -> Bookmark:
    """Where to start reading so that no entry that was changed on the day or later is passed over.

    A feed is not asked for a day, but its entries stand in the order of their latest change, and whatever is changed
    moves to its end. So the token is doubled until a page begins on the day or later, or has no entries, and the place
    is then halved until a page has entries of before and after, or is the last. A day more is read, because days of the
    feed may be those of another time zone. The feed is read from its beginning where that is late enough, or its
    entries do not say when they were changed.

    Raises ServiceFailed if a page cannot be read.
    """
    if day - date.min <= _A_DAY:
        return Bookmark()
    before, after, token = 0, 0, 0
    for _ in range(_MOST_PROBES):
        feed = root_of(downloads.get(_from(service, token), _LARGEST), "feed")
        entries = feed.findall("entry")
        first, last = (_changed(entry) for entry in (entries[0], entries[-1])) if entries else (None, None)
        if first and first < day - _A_DAY:
            before = token
            if _link(feed, "resume") or (last and last >= day - _A_DAY):
                break
        elif token:
            after = token
        else:
            break
        if after - before == 1:
            break
        token = (before + after) // 2 if after else token * 2 or _FIRST_TOKEN
    return Bookmark(_from(service, before)) if before else Bookmark()


def _from(service: Service, token: int) -> str:
    parts = urlsplit(service.address)
    return parts._replace(query=urlencode({**dict(parse_qsl(parts.query)), _TOKEN: str(token)})).geturl()


def _changed(entry: Element) -> date | None:
    try:
        return date.fromisoformat(entry.findtext("updated", "").strip()[:10])
    except ValueError:
        return None


def read_feed(downloads: Downloads, service: Service, dossier: Dossier, bookmark: Bookmark) -> Visit:
    """Every paper listed since the bookmark, oldest first; none if the feed has not changed.

    Raises ServiceFailed if the feed cannot be read or does not end.
    """
    address, before = bookmark.next or service.address, bookmark.validators
    requested: set[str] = set()
    found: list[Announcement] = []
    failures: list[ServiceFailed] = []
    for _ in range(service.pages):
        requested.add(address)
        answer = downloads.get(address, _LARGEST, before)
        if answer.is_unchanged:
            return Visit(tuple(found), Bookmark(address, before), failures=tuple(failures))
        feed = root_of(answer, "feed")
        entries = feed.findall("entry")
        papers, faults = each_alone(entries, partial(_announcement, answer=answer, service=service, dossier=dossier))
        found += papers
        failures += faults
        before = Validators()
        onward = _onward(feed, entries, downloads, answer)
        if onward is None:
            return Visit(tuple(found), _end(feed, downloads, answer), failures=tuple(failures))
        if onward in requested:
            raise ServiceFailed(address, "its pages form a loop", "Report it to the service.")
        address = onward
    return Visit(tuple(found), Bookmark(address), is_complete=False, failures=tuple(failures))


def _onward(feed: Element, entries: list[Element], downloads: Downloads, answer: Answer) -> str | None:
    """The address of the next page, given by the last entry; None on the last page, which says where to resume."""
    resume = _link(feed, "resume")
    onward = _link(entries[-1], "next") if entries else ""
    onward = onward or _link(feed, "next")
    if resume:
        return None
    if not onward:
        what = "the feed has neither a next page nor an address to resume at"
        raise ServiceFailed(answer.address, what, "Try again later; if it persists, report it to the service.")
    return downloads.on_this_host(onward, answer.address)


def _end(feed: Element, downloads: Downloads, answer: Answer) -> Bookmark:
    resume = downloads.on_this_host(_link(feed, "resume"), answer.address)
    return Bookmark(resume, answer.validators if resume == answer.address else Validators())


def _announcement(entry: Element, answer: Answer, service: Service, dossier: Dossier) -> Announcement:
    content = entry.find("content")
    record = content[0] if content is not None and len(content) else Element("nothing")
    id = attribute(record, "id") or said(next(entry.iter("id"), record)).rpartition("/")[2]
    if not id:
        raise ServiceFailed(answer.address, "an entry of the feed has no id", "Try again later.")
    paper = announced(record, element_names(service.names, _USUAL), dossier, f"{service.id}:{id}")
    page = _link(entry, "alternate") or _link(entry, "enclosure") or said(next(entry.iter("id"), record))
    is_withdrawn = attribute(record, "verwijderd").lower() == "true"
    files = in_order(dict(_files(entry, record)))
    version = attribute(record, "bijgewerkt")
    return replace(paper, page=page, files=files, is_withdrawn=is_withdrawn, version=version)


def _files(entry: Element, record: Element) -> Iterator[tuple[str, str]]:
    for link in entry.findall("link"):
        kind = _KINDS.get((link.get("type") or attribute(record, "contentType")).partition(";")[0].strip().lower())
        if link.get("rel") == "enclosure" and kind and link.get("href"):
            yield kind, link.get("href", "")


def _link(element: Element, relation: str) -> str:
    """The address of the last child link with that relation; empty if there is none."""
    return next((link.get("href", "") for link in reversed(element.findall("link")) if link.get("rel") == relation), "")
