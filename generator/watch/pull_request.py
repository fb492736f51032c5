"""New papers → the files and text of a pull request: passages, a stub of the source, a work list."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from generator.archive import Archive
from generator.documents import Unreadable, publication, read_source, source_stub, worklist_of
from generator.model import PassageIndex, Source, file_of
from generator.text import LANGUAGES, escape_gfm
from generator.watch.folded import MOST, fitted, parts_of

LONGEST_ID = 60


@dataclass(frozen=True)
class FoundPaper:
    """One row of the output of `atlas watch --format json`."""

    number: str
    """Official number; this and the other fields are empty if not known."""
    title: str
    published: str
    match: str
    service: str
    page: str
    address: str
    file: str
    sha256: str
    id: str = ""
    """The id of the source, if somebody gave it one."""


@dataclass(frozen=True)
class Proposal:
    """What a pull request would add for one paper."""

    paper: FoundPaper
    source: str
    """Id of the new source; empty if the paper cannot be read yet."""
    files: dict[str, str]
    """Texts by path relative to the project."""
    text: str
    """Its part of the text of the pull request, as Markdown, without the work list."""
    worklist: str = ""
    """Empty if the paper cannot be read yet."""

    @property
    def file(self) -> str:
        """The name of the file with the work list in full; empty if there is none."""
        return f"work-list-{self.source}.md" if self.worklist else ""


def proposed(archive: Archive, papers: Iterable[FoundPaper]) -> tuple[Proposal, ...]:
    """A proposal for each paper, in their order; the text of one that cannot be read says why, and it has no files."""
    found: list[Proposal] = []
    for paper in papers:
        taken = {*archive.sources, *(proposal.source for proposal in found)}
        found.append(_proposal(archive, paper, paper.id or _source_id(paper, taken)))
    return tuple(found)


def text_of(proposals: Sequence[Proposal], most: int = MOST) -> str:
    """The text of the pull request, of at most so many characters: what does not fit is named as a file."""
    head = (
        "These papers are new. For each text that could be read, this branch holds passages and a stub of its source; "
        "`atlas review` goes through it passage by passage, and the work lists below say the same. What the services "
        "say of a paper is not verified: check first whether it belongs here, and close this request if it does not."
    )
    texts = [head, *(proposal.text for proposal in proposals)]
    left = most - sum(len(text) + 2 for text in texts)
    lists = [proposal for proposal in proposals if proposal.worklist]
    for n, proposal in enumerate(lists):
        where = (
            f"What does not fit is in `{proposal.file}`, among the files that the run which opened this request keeps."
        )
        shown = fitted(parts_of(proposal.worklist), left // (len(lists) - n) - 2, where)
        left -= len(shown) + 2
        texts[1 + proposals.index(proposal)] += f"\n\n{shown}"
    return "\n\n".join(texts) + "\n"


def _proposal(archive: Archive, paper: FoundPaper, source: str) -> Proposal:
    if not paper.file:
        return Proposal(
            paper, "", {}, _section(paper, "", "There is no text yet; the paper is reported again when there is.")
        )
    if not paper.published:
        why = "The service gives no day of publication: ingest the file with `atlas ingest FILE --id … --published …`."
        return Proposal(paper, "", {}, _section(paper, "", why))
    known = {f"title-{LANGUAGES[0]}": paper.title, "reference": paper.number, "url": paper.page}
    try:
        published = publication(archive, source, paper.published)
        read = read_source(Path(paper.file), source, published)
        stub = source_stub(source, published, {name: text or None for name, text in known.items()})
    except (Unreadable, ValueError) as error:
        return Proposal(paper, "", {}, _section(paper, "", f"Its file cannot be read: {escape_gfm(str(error))}"))
    files = {file_of(PassageIndex).path(source): read.index, file_of(Source).path(source): stub}
    return Proposal(paper, source, files, _section(paper, source, ""), worklist_of(archive, read))


def _section(paper: FoundPaper, source: str, rest: str) -> str:
    facts = {
        "id of the source": f"`{source}`" if source else "",
        "number": escape_gfm(paper.number),
        "published": escape_gfm(paper.published),
        "belongs to the dossier": escape_gfm(paper.match),
        "found at": escape_gfm(paper.service),
        "page": escape_gfm(paper.page),
        "file": escape_gfm(paper.address),
        "SHA-256": escape_gfm(paper.sha256),
    }
    rows = [f"| {name} | {value} |" for name, value in facts.items() if value]
    title = escape_gfm(paper.title) or "Without a title"
    return "\n".join([f"## {title}", "", "| | |", "| --- | --- |", *rows, "", rest]).rstrip()


def _source_id(paper: FoundPaper, taken: set[str]) -> str:
    """The words of the title and the day; with a number if that id is taken."""
    plain = unicodedata.normalize("NFKD", paper.title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain) or ["paper"]
    while len("-".join(words)) > LONGEST_ID and len(words) > 1:
        words.pop()
    id = "-".join([*words, paper.published])[: LONGEST_ID + 20].strip("-")
    return next(name for n in count(1) if (name := id if n == 1 else f"{id}-{n}") not in taken)
