"""The passages of a new document, each with what it may be about; the open promises, each with its nearest passages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.archive import Archive
from generator.documents.ingest import Ingestion
from generator.documents.matching.claims import claim_of
from generator.documents.matching.items import (
    IndicatorMatch,
    MilestoneMatch,
    NearPassage,
    OpenPromise,
    ThemeMatch,
    Work,
    WorkItem,
)
from generator.documents.matching.known import Known, known_before
from generator.documents.matching.likeness import Likeness, wording_of
from generator.documents.matching.measures import Measuring
from generator.documents.matching.scope import out_of_scope
from generator.documents.matching.scores import (
    WEIGHTS,
    AllWeights,
    Pairs,
    Scores,
    around,
    beside_others,
    scored,
)
from generator.documents.passages import OPENING, ExtractedPassage
from generator.model import Citation, Milestone

_LIKELY, _FEW = 0.5, 0.25
"""The score that is likelier than not, and the share of passages with such a theme in a document that belongs here."""
_NEAREST = 5
_NEAR = 0.02
"""The score from which a passage is shown as near to an open promise."""


def work_of(archive: Archive, ingestion: Ingestion) -> Work:
    """What is to be done with a document that was read, by what was known before its day of publication."""
    known = known_before(archive, ingestion.source, ingestion.published)
    return Matcher(Measuring(Likeness(known, ingestion))).work()


M = TypeVar("M", ThemeMatch, MilestoneMatch, IndicatorMatch)


def _likeliest(matches: Iterable[M]) -> tuple[M, ...]:
    return tuple(sorted(matches, key=lambda match: -match.score))


@dataclass(frozen=True)
class Matcher:
    """Matches one document with what was known."""

    measuring: Measuring
    weights: AllWeights = WEIGHTS

    @property
    def known(self) -> Known:
        """What was known before the document."""
        return self.measuring.likeness.known

    @property
    def document(self) -> Ingestion:
        """The document."""
        return self.measuring.likeness.document

    @cached_property
    def themes_alone(self) -> Scores:
        """The score of each passage for each theme, by themselves."""
        return scored(self.weights.themes, self.measuring.themes.pairs)

    @cached_property
    def milestones_measured(self) -> Pairs:
        """The measures of each passage and milestone, with the score of its theme."""
        theme_of = {milestone.id: theme for theme, milestone in self.known.milestones}
        return {
            id: {m: {**measures, "theme": self.themes_alone[id][theme_of[m]]} for m, measures in of.items()}
            for id, of in self.measuring.milestones.pairs.items()
        }

    @cached_property
    def milestones_compared(self) -> Pairs:
        """The score of each passage and milestone by themselves, beside others."""
        return beside_others(scored(self.weights.milestones, self.milestones_measured))

    @cached_property
    def milestones(self) -> Scores:
        """The score of each passage for each milestone with which it has something in common."""
        return scored(self.weights.milestones_in_context, self.milestones_compared)

    @cached_property
    def promised(self) -> Scores:
        """The highest score of the milestones and indicators of each theme for each passage."""
        theme_of = {record.id: theme for theme, record in self.known.records}
        found: dict[str, dict[str, float]] = {}
        for id, scores in self.milestones.items():
            best = found.setdefault(id, {})
            shares = {indicator: value.share for indicator, value in self.measuring.values[id].items()}
            for record, value in (*scores.items(), *shares.items()):
                best[theme_of[record]] = max(value, best.get(theme_of[record], 0.0))
        return found

    @cached_property
    def themes_compared(self) -> Pairs:
        """The score of each passage and theme by themselves, beside others, and what is promised and around it."""
        sections = {passage.id: passage.section for passage in self.document.passages}
        near = around(self.themes_alone, sections, OPENING)
        return {
            id: {
                theme: {**measures, "around": near[id][theme], "promise": self.promised[id].get(theme, 0.0)}
                for theme, measures in of.items()
            }
            for id, of in beside_others(self.themes_alone).items()
        }

    @cached_property
    def themes(self) -> Scores:
        """The score of each passage for each theme."""
        return scored(self.weights.themes_in_context, self.themes_compared)

    @cached_property
    def _least_of_theme(self) -> float:
        """The score from which a theme is offered: where a document is about something else, only what is likely."""
        scope = out_of_scope(self.document.passages)
        most = [max(of.values(), default=0.0) for id, of in self.themes.items() if id not in scope]
        belongs = sum(value >= _LIKELY for value in most) >= _FEW * len(most)
        return self.weights.thresholds.themes if belongs else _LIKELY

    def work(self) -> Work:
        """Every passage with what it may be about, every open milestone with its nearest passages."""
        scope = out_of_scope(self.document.passages)
        items = tuple(self._item(passage, scope.get(passage.id, "")) for passage in self.document.passages)
        spoken = {theme for item in items for theme in item.mentioned}
        matched = {match.milestone.id for item in items for match in item.milestones}
        return Work(
            self.document.source,
            self.document.published,
            items,
            tuple(self._promise(t, m, scope, is_matched=m.id in matched) for t, m in self.known.open),
            tuple(theme for theme in self.known.themes if theme not in spoken),
        )

    def _item(self, passage: ExtractedPassage, reason: str) -> WorkItem:
        citation = Citation(self.document.source, passage.id)
        if reason:
            return WorkItem(citation, passage, reason)
        return WorkItem(
            citation,
            passage,
            "",
            _likeliest(self._themes(passage)),
            _likeliest(self._milestones(passage)),
            _likeliest(self._indicators(passage)),
        )

    def _themes(self, passage: ExtractedPassage) -> Iterator[ThemeMatch]:
        for theme, value in self.themes[passage.id].items():
            if value >= self._least_of_theme:
                yield ThemeMatch(theme, value, self.measuring.themes.terms_in(passage, theme))

    def _milestones(self, passage: ExtractedPassage) -> Iterator[MilestoneMatch]:
        for theme, milestone in self.known.milestones:
            value = self.milestones[passage.id].get(milestone.id, 0.0)
            if value >= self.weights.thresholds.milestones:
                yield self._match(passage, theme, milestone, value)

    def _match(self, passage: ExtractedPassage, theme: str, milestone: Milestone, value: float) -> MilestoneMatch:
        code = self.document.language
        claim = claim_of(passage.text, wording_of(milestone.title[code], code), code, self.document.published)
        due = next((report.due for report in reversed(milestone.reports) if report.due), None)
        words = self._words(milestone, passage)
        return MilestoneMatch(theme, milestone, value, words, claim.says, claim.due, claim.done, due)

    def _words(self, milestone: Milestone, passage: ExtractedPassage) -> tuple[str, ...]:
        return self.measuring.likeness.words_in(self.measuring.titles.words[milestone.id].stems, passage)

    def _indicators(self, passage: ExtractedPassage) -> Iterator[IndicatorMatch]:
        for theme, indicator in self.known.indicators:
            value = self.measuring.values[passage.id].get(indicator.id)
            if value and value.share >= self.weights.thresholds.indicators:
                stems = self.measuring.titles.words[indicator.id].stems
                words = self.measuring.likeness.words_in(stems, passage)
                number = next(iter(value.of.values())) if len(value.of) == 1 else None
                period = passage.dates[0] if passage.dates else None
                yield IndicatorMatch(theme, indicator, value.share, words, number, period)

    def _promise(self, theme: str, milestone: Milestone, scope: Mapping[str, str], *, is_matched: bool) -> OpenPromise:
        read = [passage for passage in self.document.passages if passage.id not in scope]
        scored = [(self.milestones[passage.id].get(milestone.id, 0.0), passage) for passage in read]
        nearest = sorted((pair for pair in scored if pair[0] >= _NEAR), key=lambda pair: -pair[0])[:_NEAREST]
        near = tuple(NearPassage(p.id, value, self._words(milestone, p)) for value, p in nearest)
        return OpenPromise(theme, milestone, near, is_matched)
