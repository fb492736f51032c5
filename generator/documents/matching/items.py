"""What is to be done with a new document: passages with what they may be about, open promises with their passages."""

from dataclasses import dataclass

from generator.documents.passages import ExtractedPassage
from generator.model import Citation, Indicator, Milestone, Period, Says


@dataclass(frozen=True)
class ThemeMatch:
    """A theme that a passage may be about."""

    theme: str
    score: float
    """From 0 to 1; comparable between passages and themes."""
    words: tuple[str, ...]
    """Words of the passage for which it is thought so, the weightiest first."""


@dataclass(frozen=True)
class MilestoneMatch:
    """A milestone that a passage may report on, and what it seems to say of it."""

    theme: str
    milestone: Milestone
    """As it was known before the document: with the reports of earlier ones only."""
    score: float
    words: tuple[str, ...]
    says: Says
    """The kind of report that is proposed."""
    due: str | None = None
    """The date ahead that the passage names, in the form of the data."""
    done: str | None = None
    """The date past that it names, if it says that the thing is done."""
    was_due: Period | None = None
    """The date that was last known."""

    @property
    def claim(self) -> str:
        """The proposal in words: `same promise, date moved from 2025-Q4 to 2026`."""
        if self.says is Says.DONE:
            return f"done, {self.done}" if self.done else "done"
        if self.due and self.was_due and self.due != self.was_due.text:
            return f"same promise, date moved from {self.was_due.text} to {self.due}"
        return f"same promise, {self.says.value}" + (f", due {self.due}" if self.due else "")


@dataclass(frozen=True)
class IndicatorMatch:
    """A known indicator of which a passage may give a value."""

    theme: str
    indicator: Indicator
    score: float
    words: tuple[str, ...]
    value: str | None
    """The number that fits its unit; None if none or several do."""
    period: str | None
    """The date in the passage that the value may be of; None if it names none."""


@dataclass(frozen=True)
class WorkItem:
    """One passage of a new document and what it may be about; the likeliest first."""

    citation: Citation
    passage: ExtractedPassage
    out_of_scope: str
    """Why it seems to carry nothing, such as `salutation`; empty if it may carry something."""
    themes: tuple[ThemeMatch, ...] = ()
    milestones: tuple[MilestoneMatch, ...] = ()
    indicators: tuple[IndicatorMatch, ...] = ()

    @property
    def mentioned(self) -> frozenset[str]:
        """The themes that it may be about, by themselves or by a milestone or indicator."""
        matches: tuple[ThemeMatch | MilestoneMatch | IndicatorMatch, ...]
        matches = (*self.themes, *self.milestones, *self.indicators)
        return frozenset(match.theme for match in matches)

    @property
    def is_promising(self) -> bool:
        """Whether it may be about anything that is known."""
        return bool(self.themes or self.milestones or self.indicators)


@dataclass(frozen=True)
class NearPassage:
    """A passage of the new document that comes near to an open promise."""

    passage: str
    """Its id."""
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True)
class OpenPromise:
    """A milestone that was open on the eve of the document, with the passages that come nearest to it."""

    theme: str
    milestone: Milestone
    nearest: tuple[NearPassage, ...]
    """The nearest first; empty if it was not found."""
    is_matched: bool
    """Whether a passage is thought to report on it."""


@dataclass(frozen=True)
class Work:
    """Everything that an editor has to settle for a new document."""

    source: str
    published: Period
    items: tuple[WorkItem, ...]
    """In reading order."""
    promises: tuple[OpenPromise, ...]
    """In the order of the themes."""
    silent_themes: tuple[str, ...]
    """Themes that no passage seems to be about."""

    @property
    def is_foreign(self) -> bool:
        """Whether it hardly mentions any theme: it is probably about something else."""
        read = [item for item in self.items if not item.out_of_scope]
        few = sum(item.is_promising for item in read) < _FEW * len(read)
        return few and bool(self.silent_themes)


_FEW = 0.25
"""The share of its passages that are about a theme in a document that belongs to the atlas, at least."""
