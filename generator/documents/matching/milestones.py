"""What is measured of each pair of a passage and a milestone: by its title, and by what was reported on it before."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.documents.matching.likeness import Titles, words_of
from generator.documents.matching.scores import Pairs
from generator.documents.passages import OPENING, ExtractedPassage
from generator.model import Citation, Milestone, Says, Statement

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LEAST = (0.1, 0.12, 0.08)
"""A pair is measured if it has so much of the title, is so like what was cited, or so like what was said of it."""
_SAME = 0.4
"""The share of the title in a statement from which it is about the milestone that cites the same passage."""


@dataclass(frozen=True)
class Milestones:
    """Measures every pair of a passage of a new document and a milestone that was known."""

    titles: Titles

    @cached_property
    def pairs(self) -> Pairs:
        """The measures of each passage and each milestone with which it has something in common, by the ids of both."""
        return {passage.id: dict(self._measured(passage)) for passage in self.titles.likeness.document.passages}

    def _measured(self, passage: ExtractedPassage) -> Iterator[tuple[str, dict[str, float]]]:
        stems, alike = self.titles.likeness.read[passage.id].stems, self.titles.likeness.alike[passage.id]
        for _, milestone in self.titles.likeness.known.milestones:
            cites = (alike.get(c, 0.0) for report in milestone.reports for c in report.cites)
            covered = self.titles.covered(self.titles.words[milestone.id], stems)
            common = (covered, max(cites, default=0.0), self._like_said[passage.id].get(milestone.id, 0.0))
            if any(value >= least for value, least in zip(common, _LEAST, strict=True)):
                yield milestone.id, self._pair(passage, milestone, *common)

    def _pair(
        self, passage: ExtractedPassage, milestone: Milestone, covered: float, cited: float, said: float
    ) -> dict[str, float]:
        titles, reports = self.titles, milestone.reports
        title, code = titles.words[milestone.id], titles.likeness.document.language
        common = title.stems & titles.likeness.read[passage.id].stems
        dates = {date for report in reports for date in (report.due, report.done) if date}
        return {
            "title and cited": covered * cited,
            "pieces": titles.pieced(title, passage.id),
            "said": said,
            "rarest": max((titles.telling[stem] for stem in common), default=0.0) / 10,
            "other year": float(not set(_YEAR.findall(milestone.title[code])) <= _years_in(passage)),
            "same date": float(any(date.text in passage.dates for date in dates)),
            "reports": math.log(len(reports) + 1),
            "never ahead": float(all(report.says is Says.DONE for report in reports)),
            "opening": float(passage.section == OPENING and self._has_headings),
        }

    @cached_property
    def _has_headings(self) -> bool:
        return any(passage.section != OPENING for passage in self.titles.likeness.document.passages)

    @cached_property
    def _like_said(self) -> Mapping[str, Mapping[str, float]]:
        """How alike each passage is to all that earlier records say of a milestone, by the ids of both."""
        about: defaultdict[Citation, list[tuple[str, Statement]]] = defaultdict(list)
        for theme, statement in self.titles.likeness.known.statements:
            for citation in statement.cites:
                about[citation].append((theme, statement))
        milestones = self.titles.likeness.known.milestones
        return self.titles.likeness.nearest({m.id: self._said_of(theme, m, about) for theme, m in milestones})

    def _said_of(
        self, theme: str, milestone: Milestone, about: Mapping[Citation, list[tuple[str, Statement]]]
    ) -> frozenset[str]:
        """The words of its title, of notes and reasons of its reports, and of statements that are about the same."""
        code, title = self.titles.likeness.document.language, self.titles.words[milestone.id]
        notes = (text[code] for report in milestone.reports for text in (report.note, report.reason) if text)
        cites = {citation for report in milestone.reports for citation in report.cites}
        texts = {s.text[code] for c in cites for of, s in about.get(c, ()) if of == theme}
        said = (words_of(text, code) for text in texts)
        same = (stems for stems in said if self.titles.covered(title, stems) >= _SAME)
        return title.stems.union(*same, *(words_of(note, code) for note in notes))


def _years_in(passage: ExtractedPassage) -> set[str]:
    return {
        *_YEAR.findall(f"{passage.section} {passage.text}"),
        *(year for d in passage.dates for year in _YEAR.findall(d)),
    }
