"""The passages of a new document, each with what it may be about; the open promises, each with its nearest passages."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

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
from generator.documents.matching.likeness import Likeness, Wording, wording_of
from generator.documents.matching.scope import out_of_scope
from generator.documents.passages import ExtractedPassage
from generator.model import Citation, Indicator, Milestone

_MATCHED = 0.42
"""The score of a milestone from which a passage is thought to report on it."""
_NEAR = 0.15
_VALUED = 0.5
_MOST = 3
_NEAREST = 5


def work_of(archive: Archive, ingestion: Ingestion) -> Work:
    """What is to be done with a document that was read, by what was known before its day of publication."""
    known = known_before(archive, ingestion.source, ingestion.published)
    return _Matcher(ingestion, known, Likeness(known, ingestion)).work()


@dataclass(frozen=True)
class _Matcher:
    document: Ingestion
    known: Known
    likeness: Likeness

    def work(self) -> Work:
        scope = out_of_scope(self.document.passages)
        milestones = self._milestones()
        items = tuple(self._item(passage, scope.get(passage.id, ""), milestones) for passage in self.document.passages)
        spoken = {match.theme for item in items for match in item.themes}
        return Work(
            self.document.source,
            self.document.published,
            items,
            tuple(self._promise(theme, milestone, milestones, items) for theme, milestone in self.known.open),
            tuple(theme for theme in self.known.themes if theme not in spoken),
        )

    def _item(self, passage: ExtractedPassage, reason: str, scores: dict[str, dict[str, float]]) -> WorkItem:
        citation = Citation(self.document.source, passage.id)
        if reason:
            return WorkItem(citation, passage, reason)
        found = [(theme, milestone, scores[milestone.id][passage.id]) for theme, milestone in self.known.milestones]
        likely = sorted((match for match in found if match[2] >= _MATCHED), key=lambda match: -match[2])
        milestones = tuple(self._match(passage, *match) for match in likely[:_MOST])
        return WorkItem(
            citation, passage, "", tuple(self._themes(passage)), milestones, tuple(self._indicators(passage))
        )

    def _milestones(self) -> dict[str, dict[str, float]]:
        """The score of each known milestone for each passage, by their ids."""
        scores: dict[str, dict[str, float]] = {}
        for _, milestone in self.known.milestones:
            words = self._words(milestone)
            scores[milestone.id] = {p.id: self._score(milestone, words, p.id) for p in self.document.passages}
        return scores

    def _score(self, milestone: Milestone, words: Wording, passage: str) -> float:
        covered = self.likeness.covered(words, passage)
        if not covered:
            return 0.0
        pieced = self.likeness.pieced(words, passage)
        cited = {citation for report in milestone.reports for citation in report.cites}
        alike = max((self.likeness.alike(passage, citation) for citation in cited), default=0.0)
        return 0.45 * covered + 0.2 * pieced + 0.35 * math.sqrt(covered * alike)

    def _words(self, record: Milestone | Indicator) -> Wording:
        return wording_of(record.title[self.document.language], self.document.language)

    def _match(self, passage: ExtractedPassage, theme: str, milestone: Milestone, score: float) -> MilestoneMatch:
        words = self._words(milestone)
        claim = claim_of(passage.text, words, self.document.language, self.document.published)
        due = next((report.due for report in reversed(milestone.reports) if report.due), None)
        found = self.likeness.words_in(words, passage)
        return MilestoneMatch(theme, milestone, score, found, claim.says, claim.due, claim.done, due)

    def _themes(self, passage: ExtractedPassage) -> Iterator[ThemeMatch]:
        text = f"{passage.section} {passage.text}"
        for id, theme in self.known.archive.themes.items():
            terms = "|".join(re.escape(term) for term in theme.text.terms)
            words = dict.fromkeys(found[0] for found in re.finditer(rf"(?<!\w)(?:{terms})\w*", text, re.IGNORECASE))
            if words:
                yield ThemeMatch(id, 1.0, tuple(words))

    def _indicators(self, passage: ExtractedPassage) -> Iterator[IndicatorMatch]:
        for theme, indicator in self.known.indicators if passage.numbers else ():
            words = self._words(indicator)
            score = self.likeness.covered(words, passage.id)
            if score >= _VALUED:
                value = passage.numbers[0] if len(passage.numbers) == 1 else None
                period = passage.dates[0] if passage.dates else None
                yield IndicatorMatch(theme, indicator, score, self.likeness.words_in(words, passage), value, period)

    def _promise(
        self, theme: str, milestone: Milestone, scores: dict[str, dict[str, float]], items: tuple[WorkItem, ...]
    ) -> OpenPromise:
        matched = any(match.milestone.id == milestone.id for item in items for match in item.milestones)
        best = sorted(self.document.passages, key=lambda passage: -scores[milestone.id][passage.id])[:_NEAREST]
        nearest = tuple(
            NearPassage(passage.id, score, self.likeness.words_in(self._words(milestone), passage))
            for passage in best
            if (score := scores[milestone.id][passage.id]) >= _NEAR
        )
        return OpenPromise(theme, milestone, nearest, matched)
