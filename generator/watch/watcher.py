"""Queries every service for new papers and fetches their files. Writes nothing.

Each service and each paper stands alone. Of a service that fails nothing is known, and the next visit starts where this
one did; a paper whose file fails waits, and the next visit asks for its file again. Where a feed has no file of a
paper, its official publications are asked for.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from urllib.parse import urlsplit

from generator.model import Match, Service, ServiceKind, Stage, Watch
from generator.text import is_device
from generator.watch.announcement import FORMATS, Announcement, Bookmark, Visit, dossier_of
from generator.watch.faults import refuse_unless_whole
from generator.watch.http import MEGABYTE, Downloads, NothingThere, ServiceFailed
from generator.watch.identifiers import Identity
from generator.watch.publications import published_files
from generator.watch.sru import read_results
from generator.watch.state import Cursor, Finding
from generator.watch.syncfeed import read_feed, start_of
from generator.watch.titles import is_titled

_READERS = {ServiceKind.SYNCFEED: read_feed, ServiceKind.SRU: read_results}


@dataclass(frozen=True)
class Failure:
    """A service, or one of its papers, that could not be read."""

    service: str
    error: ServiceFailed
    paper: str = ""
    """The number or title of the paper; empty if it is the service, or if not even that is known."""


@dataclass(frozen=True)
class Watched:
    """The result of one visit to all services."""

    findings: tuple[Finding, ...]
    """Papers that are new or have changed since the last visit."""
    failures: tuple[Failure, ...]
    remarks: tuple[str, ...]
    cursor: Cursor
    """The state for the next visit."""
    files: Mapping[str, bytes]
    """The contents of fetched files, by file name."""


def watch_services(
    watch: Watch,
    known: Sequence[Identity],
    cursor: Cursor,
    doors: Callable[[Service], Downloads],
    fetch: bool,
    *,
    newest: date | None = None,
) -> Watched:
    """The papers that are new since the cursor and not among the `known` ones.

    A feed that was never read is read from the day of the `newest` known paper on, or from `since` of the watch if that
    is later. `doors` gives the downloads of a service. Without `fetch`, no file is requested. A service that fails is
    among the failures of the result; nothing is raised.
    """
    failures: list[Failure] = []
    visitors = [_Visitor(watch, service, doors(service), fetch, newest) for service in watch.services]
    visits = [(visitor, visitor.visit(cursor, failures)) for visitor in visitors]
    papers = [paper for visitor, visit in visits if visit for paper in visit.announcements if visitor.match(paper)]
    entered = _with_other_names(known, papers)
    memory = _Memory(cursor.findings)
    bookmarks = {id: bookmark for id, bookmark in cursor.bookmarks.items() if id in {v.service.id for v in visitors}}
    remarks = []
    for visitor, visit in visits:
        if visit is None:
            continue
        failures += [Failure(visitor.service.id, error) for error in visit.failures]
        visitor.consider(visit, memory, entered, failures)
        bookmarks[visitor.service.id] = visit.bookmark
        if not visit.is_complete:
            remarks.append(_more(visitor.service))
    return Watched(
        tuple(memory.news.values()),
        tuple(failures),
        tuple(remarks),
        Cursor(bookmarks, tuple(memory.known)),
        dict(memory.files[index] for index in memory.news if index in memory.files),
    )


def _more(service: Service) -> str:
    pages = f"{service.pages} page{'s' * (service.pages != 1)}"
    return f"{service.id}: there are more results after {pages}; the next visit continues there."


def _with_other_names(known: Sequence[Identity], papers: Sequence[Announcement]) -> Sequence[Identity]:
    """The known papers, each with every name that any service has for it."""
    found = [identity for identity in known if any(identity.matches(paper.identity) for paper in papers)]
    for paper in (*papers, *papers):  # a name from one service may link two papers of services read before it
        same = [identity for identity in found if identity.matches(paper.identity)]
        found = [identity.joined(paper.identity) if identity in same else identity for identity in found]
    return found


def _bookmark(cursor: Cursor, service: Service) -> Bookmark:
    """Where the last visit ended; the start if there was none, or if the service has moved to another host."""
    bookmark = cursor.bookmarks.get(service.id, Bookmark())
    has_moved = "://" in bookmark.next and urlsplit(bookmark.next).netloc != urlsplit(service.address).netloc
    return Bookmark() if has_moved else bookmark


class _Memory:
    """The papers reported before and in this visit. Papers that share a name are the same."""

    def __init__(self, known: Iterable[Finding]) -> None:
        self.known = list(known)
        self.news: dict[int, Finding] = {}
        self.files: dict[int, tuple[str, bytes]] = {}

    def find(self, identity: Identity) -> int | None:
        return next((i for i, finding in enumerate(self.known) if finding.paper.identity.matches(identity)), None)

    def keep(self, index: int | None, finding: Finding) -> int:
        """Stores the finding under every name that the paper ever had, and returns its index."""
        if index is None:
            self.known.append(finding)
            return len(self.known) - 1
        self.known[index] = replace(finding, paper=_joined(finding.paper, self.known[index].paper))
        return index

    def report(self, index: int | None, finding: Finding, content: bytes | None) -> None:
        """Stores the finding and reports it, once however many services list it."""
        index = self.keep(index, finding)
        self.news[index] = self.known[index]
        if content is not None:
            self.files[index] = (finding.file, content)


@dataclass(frozen=True)
class _Visitor:
    """Reads one service."""

    watch: Watch
    service: Service
    downloads: Downloads
    fetch: bool
    newest: date | None
    """The day of the newest known paper."""

    def visit(self, cursor: Cursor, failures: list[Failure]) -> Visit | None:
        """The papers that the service lists; None if it fails, and the failure is appended to `failures`."""
        read, dossier = _READERS[self.service.kind], dossier_of(self.watch, self.service)
        try:
            bookmark = _bookmark(cursor, self.service)
            day = max((day for day in (self.newest, self.watch.since and self.watch.since.first) if day), default=None)
            if day and not bookmark.next and self.service.kind is ServiceKind.SYNCFEED:
                bookmark = start_of(self.downloads, self.service, day)
            return read(self.downloads, self.service, dossier, bookmark)
        except ServiceFailed as error:
            failures.append(Failure(self.service.id, error))
            return None

    def consider(self, visit: Visit, memory: _Memory, known: Sequence[Identity], failures: list[Failure]) -> None:
        """Stores the new papers of the visit; a paper whose file cannot be fetched waits, and is among the failures."""
        latest = {paper.mark: paper for paper in visit.announcements}
        waiting = {finding.paper.mark: finding.paper for finding in memory.known if self._is_waiting(finding)}
        for paper in {**waiting, **latest}.values():
            is_entered = any(paper.identity.matches(identity) for identity in known)
            if paper.is_withdrawn:
                self._withdraw(paper, memory)
            elif not self._is_old(paper) and not (is_entered and memory.find(paper.identity) is None):
                self._consider(paper, memory, failures)

    def _wait(self, paper: Announcement, memory: _Memory) -> None:
        """Remembers a paper whose file failed; one of which there is a file already stays as it is."""
        match, index = self.match(paper), memory.find(paper.identity)
        if match and index is None:
            memory.keep(None, Finding(paper, match, Stage.ANNOUNCED, self.service.id))
        elif index is not None and memory.known[index].stage is Stage.ANNOUNCED:
            memory.keep(index, replace(memory.known[index], paper=paper, service=self.service.id))

    def _is_waiting(self, finding: Finding) -> bool:
        has_a_way = bool(finding.paper.files or self.service.publications)
        return finding.stage is Stage.ANNOUNCED and finding.service == self.service.id and has_a_way

    def _consider(self, paper: Announcement, memory: _Memory, failures: list[Failure]) -> None:
        match = self.match(paper)
        if match is None:
            return
        index = memory.find(paper.identity)
        before = None if index is None else memory.known[index]
        if before and before.stage is Stage.TEXT and not _is_surer(match, before) and not self._has_more(paper, before):
            memory.known[index or 0] = replace(before, paper=_joined(before.paper, paper))
            return
        surest = match if before is None or _is_surer(match, before) else before.match
        if before and before.match is Match.CERTAIN and match is Match.DOUBTFUL:
            paper = replace(paper, number=before.paper.number)
        fetched = self._fetched(paper, surest, before, failures)
        if fetched is None:
            self._wait(paper, memory)
            return
        finding, content = fetched
        is_known = before and (before.stage, before.match) == (finding.stage, finding.match)
        if before and is_known and (content is None or finding.sha256 == before.sha256):
            is_same = before.service == self.service.id
            memory.keep(index, finding if is_same else replace(before, paper=_joined(before.paper, paper)))
            return
        memory.report(index, finding, content)

    def _has_more(self, paper: Announcement, before: Finding) -> bool:
        """Whether a paper of which there is a file is listed with a better one, or its service has changed it."""
        held = before.file.rpartition(".")[2]
        is_better = any(_rank(kind) < _rank(held) for kind, _ in paper.files)
        is_same = before.service == self.service.id and before.paper.mark == paper.mark
        return is_better or (is_same and bool(paper.files) and paper.version != before.paper.version)

    def _withdraw(self, paper: Announcement, memory: _Memory) -> None:
        """Reports the withdrawal of a paper that the same service listed before; others are ignored."""
        index = memory.find(paper.identity)
        before = None if index is None else memory.known[index]
        if before and before.service == self.service.id and before.stage is not Stage.WITHDRAWN:
            memory.report(index, replace(before, stage=Stage.WITHDRAWN, file="", address="", sha256=""), None)

    def match(self, paper: Announcement) -> Match | None:
        """How certain it is that the paper belongs to the dossier; None if nothing indicates it."""
        if paper.is_filed:
            return Match.CERTAIN
        return Match.DOUBTFUL if any(is_titled(paper.title, wanted) for wanted in self.watch.titles) else None

    def _is_old(self, paper: Announcement) -> bool:
        since = self.watch.since
        return bool(since and paper.published and paper.published.last < since.first)

    def _fetched(
        self, paper: Announcement, match: Match, before: Finding | None, failures: list[Failure]
    ) -> tuple[Finding, bytes | None] | None:
        """The paper with its file, with the file fetched before, or announced without one; and the new content, if any.

        Where no file that is listed is there, or one fails, those that are published officially are asked for. What
        fails is appended to `failures`. None if a listed file fails and no other is there.
        """
        bare, count = Finding(paper, match, Stage.ANNOUNCED, self.service.id), len(failures)
        found = self._first_there(lambda: paper.files, bare, failures)
        has_failed = len(failures) > count
        if not found and self.fetch:
            found = self._first_there(partial(published_files, self.downloads, self.service, paper), bare, failures)
        if found or has_failed:
            return found
        if before and before.stage is Stage.TEXT:
            return replace(before, paper=replace(paper, files=before.paper.files), match=match), None
        return bare, None

    def _first_there(
        self, files: Callable[[], Iterable[tuple[str, str]]], bare: Finding, failures: list[Failure]
    ) -> tuple[Finding, bytes | None] | None:
        """The paper with the first of its files that is there, and its content; None if none is there, or it fails."""
        try:
            for kind, address in files():
                address = self.downloads.on_this_host(address)
                if not self.fetch:
                    return replace(bare, stage=Stage.TEXT, address=address), None
                try:
                    answer = self.downloads.get(address, self.service.largest_mb * MEGABYTE)
                except NothingThere:
                    continue
                refuse_unless_whole(kind, answer)
                sha256 = hashlib.sha256(answer.content).hexdigest()
                name = f"{file_stem(bare.paper.number, sha256)}.{kind}"
                return replace(bare, stage=Stage.TEXT, file=name, address=address, sha256=sha256), answer.content
        except ServiceFailed as error:
            failures.append(Failure(self.service.id, error, bare.paper.number or bare.paper.title))
        return None


def _is_surer(match: Match, before: Finding) -> bool:
    return (before.match, match) == (Match.DOUBTFUL, Match.CERTAIN)


def _joined(paper: Announcement, other: Announcement) -> Announcement:
    """The paper with the names of the other added."""
    return replace(paper, identity=paper.identity.joined(other.identity))


def _rank(kind: str) -> int:
    """How good a format is, from 0; one that is not known is the worst."""
    return FORMATS.index(kind) if kind in FORMATS else len(FORMATS)


def file_stem(number: str, sha256: str) -> str:
    """The name of a fetched file without its ending: its official number, with its hash if no file can have that name.

    Numbers that differ in more than case never share a file, unless it is the same to the byte.
    """
    slug = re.sub(r"[^a-z0-9]+", "-", number.lower()).strip("-")[:80]
    is_whole = slug == number.lower() and not is_device(slug)
    return slug if is_whole and slug else "-".join(filter(None, (slug, sha256[:16])))
