"""Papers that a visit found → what a pull request would enter: passages, a stub of the source, and its text."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from generator.archive import Archive
from generator.documents import Unreadable, publication, read_source, source_stub, worklist_of
from generator.text import escaped

LONGEST_ID = 60


@dataclass(frozen=True)
class FoundPaper:
    """One row of what `atlas watch --format json` told."""

    number: str
    """Official number; this and the others are empty if not known."""
    title: str
    published: str
    match: str
    service: str
    page: str
    address: str
    file: str
    sha256: str


@dataclass(frozen=True)
class Proposal:
    """What one paper would enter."""

    paper: FoundPaper
    source: str
    """Id of the new source; empty if the paper cannot be read yet."""
    files: dict[str, str]
    """Texts by path relative to the project."""
    text: str
    """Its part of the text of the pull request, as Markdown."""


def proposed(archive: Archive, papers: Iterable[FoundPaper]) -> tuple[Proposal, ...]:
    """A proposal for each paper, in their order; one that cannot be read says why, and enters nothing."""
    found: list[Proposal] = []
    for paper in papers:
        taken = {*archive.sources, *(proposal.source for proposal in found)}
        found.append(_proposal(archive, paper, _source_id(paper, taken)))
    return tuple(found)


def text_of(proposals: Iterable[Proposal]) -> str:
    """The text of the pull request."""
    head = (
        "These papers are new. Where a text could be read, its passages and a stub of its source are in this branch; "
        "the work lists below say what to look at. What the services tell of a paper is not checked: look at it first, "
        "and close this request if it does not belong here."
    )
    return "\n\n".join([head, *(proposal.text for proposal in proposals)]) + "\n"


def _proposal(archive: Archive, paper: FoundPaper, source: str) -> Proposal:
    if not paper.file:
        return Proposal(paper, "", {}, _section(paper, "", "There is no text yet; it is offered again when there is."))
    if not paper.published:
        why = "The service tells no day of publication: read it by hand with `atlas ingest FILE --id … --published …`."
        return Proposal(paper, "", {}, _section(paper, "", why))
    told = {"title-nl": paper.title, "reference": paper.number, "url": paper.page}
    try:
        published = publication(archive, source, paper.published)
        read = read_source(Path(paper.file), source, published)
        stub = source_stub(source, published, {name: text or None for name, text in told.items()})
    except (Unreadable, ValueError) as error:
        return Proposal(paper, "", {}, _section(paper, "", f"Its file cannot be read: {escaped(str(error))}"))
    files = {f"data/passages/{source}.yaml": read.index, f"data/sources/{source}.yaml": stub}
    worklist = f"<details><summary>Work list</summary>\n\n{worklist_of(archive, read)}\n\n</details>"
    return Proposal(paper, source, files, _section(paper, source, worklist))


def _section(paper: FoundPaper, source: str, rest: str) -> str:
    facts = {
        "id of the source": f"`{source}`" if source else "",
        "number": escaped(paper.number),
        "published": escaped(paper.published),
        "belongs to the dossier": escaped(paper.match),
        "found at": escaped(paper.service),
        "page": escaped(paper.page),
        "file": escaped(paper.address),
        "SHA-256": escaped(paper.sha256),
    }
    rows = [f"| {name} | {value} |" for name, value in facts.items() if value]
    title = escaped(paper.title) or "Without a title"
    return "\n".join([f"## {title}", "", "| | |", "| --- | --- |", *rows, "", rest])


def _source_id(paper: FoundPaper, taken: set[str]) -> str:
    """Words of the title and the day; a number behind it if that is taken."""
    plain = unicodedata.normalize("NFKD", paper.title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain) or ["paper"]
    while len("-".join(words)) > LONGEST_ID and len(words) > 1:
        words.pop()
    id = "-".join([*words, paper.published])[: LONGEST_ID + 20].strip("-")
    return next(name for n in count(1) if (name := id if n == 1 else f"{id}-{n}") not in taken)
