"""Which papers are new: asks every service, keeps what is known apart, fetches the files. Writes nothing.

Each service counts as a whole: if it fails, nothing that it told is told, and the next visit begins where this one did.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from generator.documents import Unreadable, is_page, tree_of
from generator.model import Atlas, Match, Service, ServiceKind, Stage, Watch
from generator.watch.announcement import Announcement, Bookmark, Visit, dossier_of, reason_of
from generator.watch.http import MEGABYTE, Answer, Downloads, NothingThere, ServiceFailed
from generator.watch.identifiers import Identity
from generator.watch.sru import read_results
from generator.watch.state import Cursor, Finding
from generator.watch.syncfeed import read_feed

_READERS = {ServiceKind.SYNCFEED: read_feed, ServiceKind.SRU: read_results}
_PDF_HEAD, _PDF_TAIL = 1024, 2048
"""Bytes within which a PDF begins and ends."""


@dataclass(frozen=True)
class Failure:
    """A service that could not be read."""

    service: str
    error: ServiceFailed


@dataclass(frozen=True)
class Watched:
    """What one visit to all services gave."""

    told: tuple[Finding, ...]
    """Papers that are new, or of which there is news."""
    failures: tuple[Failure, ...]
    remarks: tuple[str, ...]
    cursor: Cursor
    """For the next visit."""
    files: Mapping[str, bytes]
    """What was fetched, by name."""


def watch_services(
    watch: Watch, known: Sequence[Identity], cursor: Cursor, doors: Callable[[Service], Downloads], fetch: bool
) -> Watched:
    """What is new since the cursor and none of the `known` papers; without `fetch` no file is asked for."""
    failures: list[Failure] = []
    visitors = [_Visitor(watch, service, doors(service), fetch) for service in watch.services]
    visits = [(visitor, visitor.visit(cursor, failures)) for visitor in visitors]
    papers = [paper for visitor, visit in visits if visit for paper in visit.announcements if visitor.match(paper)]
    entered = _with_other_names(known, papers)
    memory = _Memory(cursor.told)
    bookmarks = {id: bookmark for id, bookmark in cursor.bookmarks.items() if id in {v.service.id for v in visitors}}
    remarks = []
    for visitor, visit in visits:
        if visit is None:
            continue
        try:
            memory = visitor.considered(visit, memory.copy(), entered)
        except ServiceFailed as error:
            failures.append(Failure(visitor.service.id, error))
            continue
        bookmarks[visitor.service.id] = visit.bookmark
        if not visit.is_complete:
            pages = f"{visitor.service.pages} page{'s' * (visitor.service.pages != 1)}"
            remarks.append(f"{visitor.service.id}: there is more after {pages}; the next visit goes on.")
    return Watched(
        tuple(memory.news.values()),
        tuple(failures),
        tuple(remarks),
        Cursor(bookmarks, tuple(memory.told)),
        dict(memory.files[index] for index in memory.news if index in memory.files),
    )


def _with_other_names(known: Sequence[Identity], papers: Sequence[Announcement]) -> Sequence[Identity]:
    """The known papers, each with all that any service calls it."""
    found = [identity for identity in known if any(identity.is_that_of(paper.identity) for paper in papers)]
    for paper in (*papers, *papers):  # what one service tells may be what joins it to another, which came before
        same = [identity for identity in found if identity.is_that_of(paper.identity)]
        found = [identity.joined(paper.identity) if identity in same else identity for identity in found]
    return found


def agent_of(atlas: Atlas) -> str:
    """How services may know who asks: the name of the project, and where it is published."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", atlas.title.en).strip("-")
    return f"{name}/1 (+{atlas.address})" if atlas.address else f"{name}/1 (looks for new papers)"


def _bookmark(cursor: Cursor, service: Service) -> Bookmark:
    """Where the last visit ended; the beginning if there was none, or it was to another host."""
    bookmark = cursor.bookmarks.get(service.id, Bookmark())
    has_moved = "://" in bookmark.next and urlsplit(bookmark.next).netloc != urlsplit(service.address).netloc
    return Bookmark() if has_moved else bookmark


class _Memory:
    """What was told before and in this visit. Papers that share a name are one."""

    def __init__(self, told: Iterable[Finding]) -> None:
        self.told = list(told)
        self.news: dict[int, Finding] = {}
        self.files: dict[int, tuple[str, bytes]] = {}

    def copy(self) -> "_Memory":
        twin = _Memory(self.told)
        twin.news, twin.files = dict(self.news), dict(self.files)
        return twin

    def find(self, identity: Identity) -> int | None:
        return next((i for i, finding in enumerate(self.told) if finding.paper.identity.is_that_of(identity)), None)

    def keep(self, index: int | None, finding: Finding) -> int:
        """Remembers the finding under all names that the paper ever had; gives its index."""
        if index is None:
            self.told.append(finding)
            return len(self.told) - 1
        self.told[index] = replace(finding, paper=_joined(finding.paper, self.told[index].paper))
        return index

    def tell(self, index: int | None, finding: Finding, content: bytes | None) -> None:
        """Keeps the finding and has it told, once however many services tell of it."""
        index = self.keep(index, finding)
        self.news[index] = self.told[index]
        if content is not None:
            self.files[index] = (finding.file, content)


@dataclass(frozen=True)
class _Visitor:
    """Reads one service."""

    watch: Watch
    service: Service
    downloads: Downloads
    fetch: bool

    def visit(self, cursor: Cursor, failures: list[Failure]) -> Visit | None:
        """What the service tells; None if it fails, and the failure is added to the list."""
        read, dossier = _READERS[self.service.kind], dossier_of(self.watch, self.service)
        try:
            return read(self.downloads, self.service, dossier, _bookmark(cursor, self.service))
        except ServiceFailed as error:
            failures.append(Failure(self.service.id, error))
            return None

    def considered(self, visit: Visit, memory: _Memory, known: Sequence[Identity]) -> _Memory:
        """The memory with what is new in the visit. Raises ServiceFailed if a file cannot be fetched."""
        latest = {paper.mark: paper for paper in visit.announcements}
        waiting = {finding.paper.mark: finding.paper for finding in memory.told if self._is_waiting(finding)}
        for paper in {**waiting, **latest}.values():
            if paper.is_withdrawn:
                self._withdraw(paper, memory)
            elif not self._is_old(paper) and not any(paper.identity.is_that_of(identity) for identity in known):
                self._consider(paper, memory)
        return memory

    def _is_waiting(self, finding: Finding) -> bool:
        return finding.stage is Stage.ANNOUNCED and finding.service == self.service.id and bool(finding.paper.files)

    def _consider(self, paper: Announcement, memory: _Memory) -> None:
        match = self.match(paper)
        if match is None:
            return
        index = memory.find(paper.identity)
        before = None if index is None else memory.told[index]
        if before and before.stage is Stage.TEXT and not _is_surer(match, before):
            memory.told[index or 0] = replace(before, paper=_joined(before.paper, paper))
            return
        surest = match if before is None or _is_surer(match, before) else before.match
        if before and before.match is Match.CERTAIN and match is Match.DOUBTFUL:
            paper = replace(paper, number=before.paper.number)
        finding, content = self._fetched(paper, surest, before)
        if before and (before.stage, before.match) == (finding.stage, finding.match):
            is_same = before.service == self.service.id
            memory.keep(index, finding if is_same else replace(before, paper=_joined(before.paper, paper)))
            return
        memory.tell(index, finding, content)

    def _withdraw(self, paper: Announcement, memory: _Memory) -> None:
        """Tells it of a paper that was told of before by the same service; others are of no concern."""
        index = memory.find(paper.identity)
        before = None if index is None else memory.told[index]
        if before and before.service == self.service.id and before.stage is not Stage.WITHDRAWN:
            memory.tell(index, replace(before, stage=Stage.WITHDRAWN, file="", address="", sha256=""), None)

    def match(self, paper: Announcement) -> Match | None:
        """How sure it is that the paper belongs to the dossier; None if nothing says so."""
        if paper.is_filed:
            return Match.CERTAIN
        is_titled = any(re.search(title, paper.title, re.IGNORECASE) for title in self.watch.titles)
        return Match.DOUBTFUL if is_titled else None

    def _is_old(self, paper: Announcement) -> bool:
        since = self.watch.since
        return bool(since and paper.published and paper.published.last < since.first)

    def _fetched(self, paper: Announcement, match: Match, before: Finding | None) -> tuple[Finding, bytes | None]:
        """The paper with its file, or with the one that was fetched before, or waiting for one."""
        bare = Finding(paper, match, Stage.ANNOUNCED, self.service.id)
        for kind, address in paper.files:
            address = self.downloads.on_this_host(address)
            if not self.fetch:
                return replace(bare, stage=Stage.TEXT, address=address), None
            try:
                answer = self.downloads.get(address, self.service.largest_mb * MEGABYTE)
            except NothingThere:
                continue
            _refuse_unless_whole(kind, answer)
            sha256 = hashlib.sha256(answer.content).hexdigest()
            name = f"{_slug(paper.number) or sha256[:16]}.{kind}"
            return replace(bare, stage=Stage.TEXT, file=name, address=address, sha256=sha256), answer.content
        if before and before.stage is Stage.TEXT:
            return replace(before, paper=replace(paper, files=before.paper.files), match=match), None
        return bare, None


def _is_surer(match: Match, before: Finding) -> bool:
    return (before.match, match) == (Match.DOUBTFUL, Match.CERTAIN)


def _joined(paper: Announcement, other: Announcement) -> Announcement:
    """The paper with what the other is called too."""
    return replace(paper, identity=paper.identity.joined(other.identity))


def _refuse_unless_whole(kind: str, answer: Answer) -> None:
    """Raises ServiceFailed if the content is another than the format says, or breaks off."""
    reason = next(_faults_of_pdf(answer.content) if kind == "pdf" else _faults_of_xml(answer.content), "")
    if reason:
        remedy = (
            "Open the address in a browser; a paper that is entered in data/references.yaml is not asked for again."
        )
        raise ServiceFailed(answer.address, reason, remedy)


def _faults_of_pdf(content: bytes) -> Iterator[str]:
    if b"%PDF-" not in content[:_PDF_HEAD]:
        yield "it sends something else where a PDF belongs"
    elif b"%%EOF" not in content[-_PDF_TAIL:]:
        yield "the PDF breaks off before its end"


def _faults_of_xml(content: bytes) -> Iterator[str]:
    try:
        if is_page(content):
            yield "it sends a web page where XML belongs"
            return
        tree_of(content)
    except Unreadable as error:
        yield f"the XML is not whole: {reason_of(error)}"


def _slug(number: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", number.lower()).strip("-")[:80]
