"""What an editor does with a document under review: each act is checked, written at once, and can be taken back.

What is written is what `atlas new` and `atlas looked` write, and nothing else; no text of the document is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.archive import Archive, read_archive
from generator.authoring.adding import (
    KINDS,
    Draft,
    Fault,
    RecordKind,
    answered,
    asked_of,
    drafted,
    fault_in,
    fault_with,
    spot_of,
    with_search,
)
from generator.authoring.review.changed import Before, alone, with_file, with_record
from generator.authoring.review.paper import Paper
from generator.authoring.review.proposals import Proposal, blank, id_from, proposals_of
from generator.authoring.review.steps import State, Step, searched, steps_of, unsearched_in
from generator.diagnostics import Diagnostic, InvalidData, Location, Rule, did_you_mean
from generator.documents import NearPassage, Search, WorkItem, work_of
from generator.model import Citation, Looked, Milestone
from generator.text import EDITORS_LANGUAGE

Write = Callable[[dict[Path, str | bytes]], None]
"""Writes texts to files, all or none."""
KIND = {kind.name: kind for kind in KINDS}
NEW = ("statement", "report", "observation", "milestone", "indicator", "standing")
"""The kinds of records that a passage may become."""


@dataclass
class Desk:
    """A review of one document."""

    root: Path
    source: str
    archive: Archive
    paper: Paper
    write: Write
    items: Mapping[str, WorkItem]
    """What each passage may be about, by its id."""
    unsearched: tuple[str, ...]
    """Ids of the milestones that somebody had still to look for in the document when the review began."""
    _undo: list[tuple[str, str]] = field(default_factory=list)
    """(file, text before it) of each change, the latest last."""
    _stamp: tuple[int, int] = (0, 0)
    _judged: Before | None = None

    @property
    def steps(self) -> tuple[Step, ...]:
        """All that there is to settle, in order."""
        return steps_of(self.archive, self.source, self.unsearched)

    def proposals(self, step: Step) -> tuple[Proposal, ...]:
        """What a step may become, the likeliest first."""
        if step.kind == "standing":
            return (blank(self.archive, "standing", step.id),)
        if step.kind == "milestone":
            near = self.near(step.id)
            cites = (Citation(self.source, near[0].passage.id),) if near else ()
            return (blank(self.archive, "report", step.id, *cites),)
        return proposals_of(self.archive, self.items[step.id]) if step.id in self.items else ()

    def near(self, milestone: str) -> tuple[NearPassage, ...]:
        """The passages of the document that come nearest to a milestone. Raises LookupError if it does not exist."""
        return Search(self.archive).nearest(self._milestone(milestone), self.source)

    def completed(self, kind: str, answers: Mapping[str, str]) -> dict[str, str]:
        """The answers, with an id made of the English text or title where one is needed and none is given."""
        text = answers.get(f"text-{EDITORS_LANGUAGE}") or answers.get(f"title-{EDITORS_LANGUAGE}") or ""
        has_id = any(question.option == "id" for _, question in asked_of(KIND[kind]))
        if not has_id or answers.get("id") or not text:
            return dict(answers)
        return {**answers, "id": id_from(text, frozenset().union(*self.archive.ids.values()))}

    def faults(self, kind: str, of: str, answers: Mapping[str, str]) -> tuple[Fault, ...]:
        """Why a record is refused, as far as it can be seen from it alone; empty if nothing is wrong with it.

        Raises LookupError, with a sentence, if there is nothing of the name `of` to add it to.
        """
        of_kind, wrong = KIND[kind], _faults_of(KIND[kind], answers)
        spot = spot_of(self.archive, of_kind, of)
        if wrong:
            return wrong
        draft = alone(spot, answered(of_kind, of, answers))
        try:
            after, id = with_record(self.archive, of_kind, spot, draft)
        except InvalidData as error:
            return _worded(of_kind, draft, error.diagnostics)
        return _worded(of_kind, draft, self._before().problems_brought(after, _theme_of(draft.file), id))

    def accept(self, kind: str, of: str, answers: Mapping[str, str]) -> tuple[Fault, ...]:
        """Writes a record if nothing is wrong with it and its theme; else returns what is.

        Raises LookupError as `faults` does, and InvalidData if the data have become unreadable.
        """
        self.refresh()
        of_kind, found = KIND[kind], self.faults(kind, of, answers)
        if found:
            return found
        spot = spot_of(self.archive, of_kind, of)
        draft = drafted(self.root, self.archive, spot, answered(of_kind, of, answers))
        after = with_file(self.archive, draft.file, draft.text)
        brought = self._before().problems_brought(after, _theme_of(draft.file))
        if not brought:
            self._put(draft.file, draft.text)
        return _worded(of_kind, draft, brought)

    def leave_out(self, passage: str, why: str) -> str:
        """Writes that a passage is out of scope; returns why it cannot be, or an empty text."""
        self.refresh()
        state = next((step.state for step in self.steps if step.name == f"passage/{passage}"), None)
        if state is not State.OPEN:
            return f"{passage} is {state.value if state else 'no passage of this document'}."
        kind, answers = KIND["out-of-scope"], {"passage": passage, "why": why.strip()}
        if wrong := _faults_of(kind, answers):
            return wrong[0].diagnostic.message
        draft = drafted(self.root, self.archive, spot_of(self.archive, kind, self.source), answers)
        self._put(draft.file, draft.text)
        return ""

    def not_there(self, milestone: str, words: str = "", *, by_hand: bool = False) -> str:
        """Writes that a milestone was looked for in the document and is not in it; returns why it cannot be, if so."""
        self.refresh()
        record, search = self._milestone(milestone), Search(self.archive)
        state = searched(record, self.source)
        if state is not State.OPEN:
            return f"{milestone} is {state.value}."
        near = search.nearest(record, self.source)
        looked_for = tuple(filter(None, map(str.strip, words.split(",")))) or search.suggested_words(record)
        seen = tuple(found.passage.id for found in near if found.is_near or found in near[:3])
        entry = Looked.model_construct(source=self.source, words=looked_for, passages_seen=seen, by_hand=by_hand)
        try:
            self._put(record.file, with_search(self.root, self.archive, record, entry))
        except ValueError as error:
            return f"{error}."
        return ""

    def undo(self) -> str:
        """Takes back the latest change; returns the path of its file, or an empty text if there is none."""
        if not self._undo:
            return ""
        file, text = self._undo.pop()
        self.write({self.root / file: text})
        self.archive = read_archive(self.root)
        self._stamp = _stamp_of(self.root)
        return file

    def refresh(self) -> None:
        """Reads the data again if somebody else changed a file since. Raises InvalidData if they are unreadable."""
        stamp = _stamp_of(self.root)
        if stamp != self._stamp:
            self.archive, self._stamp = read_archive(self.root), stamp
            self._undo.clear()

    def _before(self) -> Before:
        """The archive as it is, with what was found wrong with it since it changed."""
        if self._judged is None or self._judged.archive is not self.archive:
            self._judged = Before(self.archive)
        return self._judged

    def _put(self, file: str, text: str) -> None:
        path = self.root / file
        if path.is_file():
            self._undo.append((file, path.read_text("utf-8")))
        self.write({path: text})
        self.archive, self._stamp = with_file(self.archive, file, text), _stamp_of(self.root)

    def _milestone(self, id: str) -> Milestone:
        found = {milestone.id: milestone for milestone in self.archive.milestones}
        if id not in found:
            raise LookupError(f"{id!r} is not in any milestones.yaml. {did_you_mean(id, found)}")
        return found[id]


def opened_desk(root: Path, archive: Archive, source: str, paper: Paper, write: Write) -> Desk:
    """The desk for a review of a source, whose document is at hand; `write` writes texts to files, all or none."""
    items = {item.passage.id: item for item in work_of(archive, paper.reading).items}
    return Desk(root, source, archive, paper, write, items, unsearched_in(archive, source), _stamp=_stamp_of(root))


def written_record(kind: str, of: str) -> str:
    """The sentence that a record was written."""
    return f"Written: {'an' if kind[0] in 'aeiou' else 'a'} {kind} of {of}."


def _faults_of(kind: RecordKind, answers: Mapping[str, str]) -> tuple[Fault, ...]:
    """What is wrong with answers one by one."""
    found = []
    for model, question in asked_of(kind):
        written = answers.get(question.option, "").strip()
        what = fault_in(model, question, written) if written else "an answer is needed" * question.needed
        if what:
            diagnostic = Diagnostic(Location(kind.file.name, 1, 1), what, rule=Rule.MISSING_KEY)
            found.append(Fault((question.option,), f"--{question.option}", diagnostic))
    return tuple(found)


def _worded(kind: RecordKind, draft: Draft, diagnostics: tuple[Diagnostic, ...]) -> tuple[Fault, ...]:
    return tuple(fault_with(kind, draft, diagnostic) for diagnostic in diagnostics)


def _theme_of(file: str) -> str:
    return file.split("/")[2]


def _stamp_of(root: Path) -> tuple[int, int]:
    """How many files of data there are, and when the last of them was written."""
    written = [file.stat().st_mtime_ns for file in (root / "data").rglob("*.yaml")]
    return len(written), max(written, default=0)
