"""What the pages of a review show: one step with the passage and the records that may be made of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.archive import Archive, citing, entries, entries_in
from generator.authoring.adding import Fault, Question, asked_of
from generator.authoring.review.desk import KIND, NEW, Desk
from generator.authoring.review.paper import Paper
from generator.authoring.review.proposals import Proposal, blank
from generator.authoring.review.steps import State, Step
from generator.documents import ExtractedPassage
from generator.text import EDITORS_LANGUAGE, LANGUAGES

_LONG = ("text", "reason", "note", "definition", "why", "summary")
"""Options that take a sentence or more."""
_AROUND = 60
"""Points of the page that are shown above and below a passage."""
_MOST_REASONS = 8


@dataclass(frozen=True)
class FieldView:
    """One answer of a form."""

    option: str
    label: str
    language: str
    """Of what is written; empty if it is no text of a language."""
    about: str
    value: str
    choices: tuple[str, ...]
    is_long: bool
    is_needed: bool
    faults: tuple[str, ...]


@dataclass(frozen=True)
class FormView:
    """A record that may be made."""

    number: int
    """From 1; pressing it leads to the form."""
    kind: str
    of: str
    about: str
    claim: str
    """What the passage seems to say of it; empty if that is not known."""
    fields: tuple[FieldView, ...]
    """What is needed or known."""
    more: tuple[FieldView, ...]
    """The rest."""
    faults: tuple[str, ...]
    """What is wrong with the record as a whole."""


@dataclass(frozen=True)
class PictureView:
    """A part of a page on which a passage is printed."""

    page: int
    width: float
    height: float
    top: float
    """Where the part begins, in points from the top of the page."""
    shown: float
    """How high the part is."""
    box: tuple[float, float, float, float] | None
    """Left, top, width and height of the passage."""


@dataclass(frozen=True)
class PassageView:
    """A passage of the document at hand."""

    id: str
    section: str
    text: str
    """Empty if the document at hand does not have the passage."""
    figures: str
    pictures: tuple[PictureView, ...] = ()
    words: str = ""
    """Of a passage that is near: what it has in common."""


@dataclass(frozen=True)
class StepView:
    """One step of a review."""

    title: str
    step: Step
    is_open: bool
    position: str
    previous: str
    """Names of steps; empty at the ends."""
    next: str
    next_open: str
    passages: tuple[PassageView, ...]
    """The passage; of a milestone, those that come nearest; of a standing, those that its theme cites."""
    language: str
    cited_by: tuple[str, ...]
    """The records that cite the passage, and where they are."""
    forms: tuple[FormView, ...]
    reason: str
    """Why the passage seems to be out of scope; empty if it may carry something."""
    reasons: tuple[str, ...]
    """Why passages are out of scope, the most frequent first."""
    kinds: tuple[str, ...] = NEW
    ids: tuple[str, ...] = field(default=(), repr=False)
    """What a new record may be added to."""


@dataclass(frozen=True)
class Filled:
    """A form as it was sent, with what is wrong with it."""

    proposal: Proposal
    faults: tuple[Fault, ...] = ()


def step_view(desk: Desk, step: Step, filled: Filled | None = None) -> StepView:
    """What the page of a step shows; a form that was `filled` in comes first."""
    steps = desk.steps
    names = [each.name for each in steps]
    at = names.index(step.name)
    later = (*steps[at + 1 :], *steps[:at])
    source = desk.archive.sources[desk.source]
    return StepView(
        title=source.title[EDITORS_LANGUAGE],
        step=step,
        is_open=step.state is State.OPEN,
        position=f"{at + 1} of {len(steps)}, {sum(each.state is State.OPEN for each in steps)} open",
        previous=names[at - 1] if at else "",
        next=names[at + 1] if at + 1 < len(names) else "",
        next_open=next((each.name for each in later if each.state is State.OPEN), ""),
        passages=_passages(desk, step),
        language=source.language,
        cited_by=_citing(desk.archive, f"{desk.source}#{step.id}") if step.kind == "passage" else (),
        forms=_forms(desk, step, filled),
        reason=desk.items[step.id].out_of_scope if step.kind == "passage" and step.id in desk.items else "",
        reasons=reasons_of(desk.archive),
        ids=tuple(sorted({*desk.archive.themes, *_ids(desk.archive)})),
    )


def reasons_of(archive: Archive) -> tuple[str, ...]:
    """Why passages are out of scope, the most frequent first."""
    given = Counter(entry.why for source in archive.sources.values() for entry in source.out_of_scope)
    return tuple(why for why, _ in given.most_common(_MOST_REASONS))


def _ids(archive: Archive) -> set[str]:
    return {record.id for record in archive.milestones} | {record.id for record in archive.indicators}


def _citing(archive: Archive, citation: str) -> tuple[str, ...]:
    found = (cited for cited in citing(entries(archive)) if citation in map(str, cited.cites))
    return tuple(f"{cited.name} ({cited.record.place()})" for cited in found)


def _passages(desk: Desk, step: Step) -> tuple[PassageView, ...]:
    if step.kind == "passage":
        return (_passage(desk, step.id, is_pictured=True),)
    if step.kind == "milestone":
        return tuple(_passage(desk, near.passage.id, ", ".join(near.words)) for near in desk.near(step.id))
    theme = desk.archive.themes[step.id]
    cites = (citation for cited in citing(entries_in(theme)) for citation in cited.cites)
    ids = (citation.passage for citation in cites if citation.source == desk.source)
    return tuple(_passage(desk, id) for id in dict.fromkeys(ids))


def _passage(desk: Desk, id: str, words: str = "", *, is_pictured: bool = False) -> PassageView:
    kept, read = desk.archive.passages[desk.source][id], desk.paper.passages.get(id)
    figures = ", ".join((*map(str, kept.numbers), *map(str, kept.dates)))
    pictures = tuple(_pictures(desk.paper, read)) if read and is_pictured else ()
    return PassageView(id, kept.section, read.text if read else "", figures, pictures, words)


def _pictures(paper: Paper, passage: ExtractedPassage) -> Sequence[PictureView]:
    if not (paper.has_pages and passage.page):
        return ()
    boxes = paper.boxes(passage)
    if not boxes:
        page = paper.picture(passage.page)
        return (PictureView(passage.page, page.width, page.height, 0, page.height, None),)
    views = []
    for box in boxes:
        page = paper.picture(box.page)
        top = max(0.0, box.top - _AROUND)
        shown = min(page.height, box.bottom + _AROUND) - top
        place = (box.left - 2, box.top, box.right - box.left + 4, box.bottom - box.top)
        views.append(PictureView(box.page, page.width, page.height, top, shown, place))
    return views


def _forms(desk: Desk, step: Step, filled: Filled | None) -> tuple[FormView, ...]:
    proposals = [proposal for proposal in desk.proposals(step) if not (filled and _is_same(proposal, filled.proposal))]
    forms = [*([filled] if filled else []), *map(Filled, proposals)]
    return tuple(_form(number, form) for number, form in enumerate(forms, 1))


def _is_same(proposal: Proposal, other: Proposal) -> bool:
    return (proposal.kind, proposal.of) == (other.kind, other.of)


def _form(number: int, filled: Filled) -> FormView:
    proposal = filled.proposal
    asked = [question for _, question in asked_of(KIND[proposal.kind])]
    fields = {question.option: _field(question, proposal.answers, filled.faults) for question in asked}
    first = {option for option, view in fields.items() if view.is_needed or view.value or view.faults}
    first |= {question.option for question in asked if question.option.rpartition("-")[0] in ("text", "title")}
    whole = tuple(_said(fault) for fault in filled.faults if not fault.options)
    return FormView(
        number,
        proposal.kind,
        proposal.of,
        proposal.about,
        proposal.claim,
        tuple(view for option, view in fields.items() if option in first),
        tuple(view for option, view in fields.items() if option not in first),
        whole,
    )


def _field(question: Question, answers: Mapping[str, str], faults: Sequence[Fault]) -> FieldView:
    name, _, code = question.option.rpartition("-")
    language = code if code in LANGUAGES else ""
    label = f"{name} ({language})" if language else question.option.replace("-", " ")
    return FieldView(
        question.option,
        label[:1].upper() + label[1:],
        language,
        " ".join(filter(None, (question.about, question.separator_hint))),
        answers.get(question.option, ""),
        question.words,
        (name if language else question.option) in _LONG,
        question.needed and question.option != "id",
        tuple(_said(fault) for fault in faults if question.option in fault.options),
    )


def _said(fault: Fault) -> str:
    return " ".join(filter(None, (f"{fault.diagnostic.message}.", fault.diagnostic.hint)))


def asked_form(desk: Desk, kind: str, of: str, step: Step) -> Filled:
    """An empty form for a record of a kind that was asked for. Raises KeyError if there is no such kind or place."""
    if kind not in NEW:
        raise KeyError(kind)
    cites = [proposal.answers["cites"] for proposal in desk.proposals(step) if "cites" in proposal.answers][:1]
    made = blank(desk.archive, kind, of)
    answers = {"cites": f"{desk.source}#{step.id}" if step.kind == "passage" else "".join(cites)}
    return Filled(Proposal(made.kind, made.of, made.about, answers))
