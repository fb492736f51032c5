"""New papers → the files and text of a pull request: passages, a stub of the source, a work list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.archive import Archive
from generator.documents import Unreadable, publication, read_source, source_stub, worklist_of
from generator.model import PassageIndex, Source, file_of
from generator.text import escape_gfm
from generator.watch.identifiers import entered_as, identity_of
from generator.watch.proposal.drafts import SourceDraft, draft_of
from generator.watch.proposal.folded import MOST, fitted, parts_of


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
    reference: str = ""
    """Of the sender."""
    sort: str = ""
    """What sort of paper it is, as the service says."""


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
        draft = draft_of(archive, paper.title, paper.published, taken)
        found.append(_proposal(archive, paper, replace(draft, id=paper.id) if paper.id else draft))
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


def _proposal(archive: Archive, paper: FoundPaper, draft: SourceDraft) -> Proposal:
    source = draft.id
    if not paper.file:
        return Proposal(
            paper, "", {}, _section(paper, "", "There is no text yet; the paper is reported again when there is.")
        )
    if not paper.published:
        why = "The service gives no day of publication: ingest the file with `atlas ingest FILE --id … --published …`."
        return Proposal(paper, "", {}, _section(paper, "", why))
    if known_as := _entered_as(archive, paper):
        return Proposal(paper, "", {}, _section(paper, "", _BETTER.format(known_as)))
    known = {**draft.given, "reference": paper.reference or paper.number, "url": paper.page}
    try:
        published = publication(archive, source, paper.published)
        read = read_source(Path(paper.file), source, published)
        stub = source_stub(source, published, {name: text or None for name, text in known.items()})
    except (Unreadable, ValueError) as error:
        return Proposal(paper, "", {}, _section(paper, "", f"Its file cannot be read: {escape_gfm(str(error))}"))
    files = {file_of(PassageIndex).path(source): read.index, file_of(Source).path(source): stub}
    return Proposal(paper, source, files, _section(paper, source, _origin(draft)), worklist_of(archive, read))


_BETTER = (
    "It was entered as `{0}` from another file, and this one is better or newer. Fetch it, and run "
    "`atlas ingest FILE --id {0} --accept --move --why …`: citations follow passages that are read under another id, "
    "and none is lost."
)


def _entered_as(archive: Archive, paper: FoundPaper) -> str:
    try:
        identity = identity_of(paper.number, paper.reference, paper.title, paper.published)
    except ValueError:
        return ""
    return "" if paper.id else entered_as(archive, identity)


def _origin(draft: SourceDraft) -> str:
    file = file_of(Source).path(draft.id)
    return f"Titles and sender in `{file}` follow `{draft.model}`: check them." if draft.model else ""


def _section(paper: FoundPaper, source: str, rest: str) -> str:
    facts = {
        "id of the source": f"`{source}`" if source else "",
        "number": escape_gfm(paper.number),
        "reference": escape_gfm(paper.reference),
        "sort": escape_gfm(paper.sort),
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
