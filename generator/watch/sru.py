"""Reads an SRU 2.0 search (as of the official publications): every record found, page by page."""

from collections.abc import Iterator
from dataclasses import replace
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
    values,
)
from generator.watch.http import MEGABYTE, Answer, Downloads, ServiceFailed, Validators

_USUAL = CONVENTIONS.elements[ServiceKind.SRU.value]
_LARGEST = 20 * MEGABYTE
_DIGITS = 9
"""Of a number of records that can be meant."""


def read_results(downloads: Downloads, service: Service, dossier: Dossier, bookmark: Bookmark) -> Visit:
    """Every paper that the search finds from the bookmark on; none if the first page has not changed.

    It ends with a page that brings nothing new, or the last that the service counts: its number is an estimate.

    Raises ServiceFailed if the service does not answer as it should; its diagnostics come with HTTP 200.
    """
    start = _first(bookmark)
    before = bookmark.validators if start == 1 else Validators()
    first = before
    found: dict[str, Announcement] = {}
    failures: list[ServiceFailed] = []
    for _ in range(service.pages):
        address = _address(service, dossier, start)
        answer = downloads.get(address, _LARGEST, before if start == 1 else None)
        if answer.is_unchanged:
            return Visit((), bookmark)
        first = answer.validators if start == 1 else first
        response = root_of(answer, "searchRetrieveResponse")
        _refuse_diagnostics(response, answer)
        records = list(response.iter("record"))
        papers, faults = each_alone(records, partial(_announcement, answer=answer, service=service, dossier=dossier))
        is_new = any(paper.mark not in found for paper in papers)
        found |= {paper.mark: paper for paper in papers}
        failures += faults
        start += len(records)
        if not is_new or (start > _estimate(response) and len(records) < service.records):
            return Visit(tuple(found.values()), Bookmark("", first), failures=tuple(failures))
    return Visit(tuple(found.values()), Bookmark(str(start)), is_complete=False, failures=tuple(failures))


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


def _estimate(response: Element) -> int:
    """How many records there are, as far as the service knows; 0 if it does not say so."""
    total = next(values(response, ["numberOfRecords"]), "")
    return int(total) if total.isascii() and total.isdigit() and len(total) <= _DIGITS else 0


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
