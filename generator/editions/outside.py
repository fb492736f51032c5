"""What external sources add to an edition, kept apart from all that the documents to parliament say.

States, outcomes, silence, counts and sentences are derived without it: an edition from which it is left out is the
same edition. It is known from the day on which it was published, like everything else.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.archive import Archive, Theme
from generator.editions.knowledge import Knowledge
from generator.editions.milestones import KnownReport
from generator.editions.vintages import KnownIndicator, known_indicator
from generator.model import Citation, Milestone, Source, Tension


@dataclass(frozen=True)
class OutsideReports:
    """What external sources say of one milestone."""

    milestone: Milestone
    """With these reports alone. No document to parliament need mention it."""
    reports: tuple[KnownReport, ...]
    """Oldest first. Never empty."""

    @property
    def slip_days(self) -> int | None:
        """From the first due date among them to the latest; None if they give fewer than two."""
        dues = [report.record.due for report in self.reports if report.record.due]
        return (dues[-1].last - dues[0].last).days if len(dues) > 1 else None


@dataclass(frozen=True)
class OutsideOfTheme:
    """What external sources add to one theme."""

    series: tuple[KnownIndicator, ...]
    """The indicators of which they give a value, with all values that are known, those of parliament's too."""
    milestones: tuple[OutsideReports, ...]
    tensions: tuple[Tension, ...]
    """Places where documents differ, of which one is external."""


def outside_of_theme(archive: Archive, theme: Theme, known: Knowledge) -> OutsideOfTheme:
    """What the external sources that are known add to the theme."""
    every = {**known.sources, **known.outside}
    published = {id: source for id, source in archive.sources.items() if id in every}
    indicators = (known_indicator(indicator, theme.id, published) for indicator in theme.indicators)
    tensions = (tension for tension in archive.tensions.values() if theme.id in tension.themes)
    return OutsideOfTheme(
        series=tuple(i for i in indicators if i and any(o.source.is_outside for o in i.observations)),
        milestones=tuple(_reports_on(theme, known)),
        tensions=tuple(tension for tension in tensions if tension.is_shown and _adds(tension.cites, known, every)),
    )


def _reports_on(theme: Theme, known: Knowledge) -> Iterator[OutsideReports]:
    for milestone in theme.milestones:
        cited = ((known.outside.get(report.cites[0].source), report) for report in milestone.reports)
        reports = tuple(KnownReport(source, report) for source, report in cited if source)
        if reports:
            update = {"reports": tuple(report.record for report in reports), "looked": (), "lineage": ()}
            yield OutsideReports(milestone.model_copy(update=update), reports)


def _adds(cites: tuple[Citation, ...], known: Knowledge, every: dict[str, Source]) -> bool:
    """Whether all that is cited is known, and something of it is external."""
    return all(c.source in every for c in cites) and any(c.source in known.outside for c in cites)
