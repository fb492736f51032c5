"""Reads an SRU 2.0 search (as of the official publications): every record found, page by page."""

from collections.abc import Iterator
from dataclasses import replace
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
    element_names,
    in_order,
    root_of,
    values,
)
from generator.watch.http import MEGABYTE, Answer, Downloads, ServiceFailed, Validators

_USUAL = CONVENTIONS.elements[ServiceKind.SRU.value]
_LARGEST = 20 * MEGABYTE


def read_results(downloads: Downloads, service: Service, dossier: Dossier, bookmark: Bookmark) -> Visit:
    """Every paper that the search finds from the bookmark on; none if the first page has not changed.

    Raises ServiceFailed if the service does not answer as it should; its diagnostics come with HTTP 200.
    """
    start = _first(bookmark)
    before = bookmark.validators if start == 1 else Validators()
    first = before
    found: list[Announcement] = []
    for _ in range(service.pages):
        address = _address(service, dossier, start)
        answer = downloads.get(address, _LARGEST, before if start == 1 else None)
        if answer.is_unchanged:
            return Visit((), bookmark)
        first = answer.validators if start == 1 else first
        response = root_of(answer, "searchRetrieveResponse")
        _refuse_diagnostics(response, answer)
        records = list(response.iter("record"))
        found += [_announcement(record, answer, service, dossier) for record in records]
        total = _total(response, answer)
        start += len(records)
        if start > total:
            return Visit(tuple(found), Bookmark("", first))
        if not records:
            what = f"it reports {total} records but sent none from number {start}"
            raise ServiceFailed(answer.address, what, "Try again later.")
    return Visit(tuple(found), Bookmark(str(start)), is_complete=False)


def _first(bookmark: Bookmark) -> int:
    return int(bookmark.next) if bookmark.next.isascii() and bookmark.next.isdigit() else 1


def _address(service: Service, dossier: Dossier, start: int) -> str:
    parts = urlsplit(service.address)
    query = (service.query or "").replace("{dossier}", dossier.reference)
    parameters = {
        **dict(parse_qsl(parts.query)),
        "operation": "searchRetrieve",
        "version": "2.0",
        "query": query,
        "startRecord": str(start),
        "maximumRecords": str(service.records),
    }
    return parts._replace(query=urlencode(parameters)).geturl()


def _refuse_diagnostics(response: Element, answer: Answer) -> None:
    found = next(response.iter("diagnostic"), None)
    if found is not None:
        reason = ": ".join(filter(None, (next(values(found, [name]), "") for name in ("message", "details"))))
        raise ServiceFailed(
            answer.address,
            f"it cannot answer the search ({reason or next(values(found, ['uri']), 'no reason given')})",
            "Check `query` of the service in data/atlas.yaml.",
        )


def _total(response: Element, answer: Answer) -> int:
    total = next(values(response, ["numberOfRecords"]), "")
    if not (total.isascii() and total.isdigit()):
        raise ServiceFailed(
            answer.address, f"its number of records is {total!r}, which is not a number", "Try again later."
        )
    return int(total)


def _announcement(record: Element, answer: Answer, service: Service, dossier: Dossier) -> Announcement:
    names = element_names(service.names, _USUAL)
    number = next(values(record, names["number"]), "")
    if not number:
        raise ServiceFailed(
            answer.address, "a record has no number", "Check `names` of the service in data/atlas.yaml."
        )
    paper = announced(record, names, dossier, f"{service.id}:{number.lower()}")
    page = next(values(record, ["preferredUrl", "url"]), "")
    return replace(paper, page=page, files=in_order(dict(_files(record))))


def _files(record: Element) -> Iterator[tuple[str, str]]:
    for item in record.iter("itemUrl"):
        if said(item):
            yield attribute(item, "manifestation").lower(), said(item)
