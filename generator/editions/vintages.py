"""What an edition knows of an indicator: its observations, which are current, and which restate an earlier one."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.model import Indicator, Observation, Precision, Source, SourceStanding

Cell = tuple[str, tuple[tuple[str, str], ...]]
"""What a value is about: the period as written, and the categories of a breakdown."""


@dataclass(frozen=True)
class KnownObservation:
    """An observation with the source that gave it and its place among the vintages of its cell."""

    source: Source
    record: Observation
    current: bool
    """Whether it is the latest of its cell. One that only repeats the value takes the place of the one before."""
    restated: bool
    """Whether a later known source gives another value for the same cell."""
    restates: Observation | None
    """The observation that it corrects: the one before it, if that had another value and was no forecast."""
    outcome_of: Observation | None
    """The forecast that it is the outcome of: the one before it, if that was a forecast and it is none."""

    @property
    def is_forecast(self) -> bool:
        """Whether the value was given before its period had ended."""
        return is_forecast(self.record, self.source)

    @property
    def cell(self) -> Cell:
        return _cell(self.record)


@dataclass(frozen=True)
class KnownIndicator:
    """An indicator as an edition knows it."""

    record: Indicator
    """As written, without the observations of later sources."""
    theme: str
    observations: tuple[KnownObservation, ...]
    """Sorted by period, then by the order of writing, then lesser and older sources first. Never empty."""

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def current(self) -> tuple[KnownObservation, ...]:
        """One observation per cell, by period."""
        return tuple(observation for observation in self.observations if observation.current)

    @property
    def given_again(self) -> tuple[tuple[KnownObservation, KnownObservation], ...]:
        """Of each cell with several values, by period: that which was published first and that which was last."""
        cells = [list(given) for _, given in groupby(self.observations, key=lambda observation: observation.cell)]
        by_day = [sorted(given, key=lambda observation: observation.source.published.last) for given in cells]
        return tuple((given[0], given[-1]) for given in by_day if len(given) > 1)


def is_forecast(observation: Observation, source: Source) -> bool:
    """Whether the value was given before its period had ended.

    An interval that ends in the month in which the source was published was counted up to that day.
    """
    period, day = observation.period, source.published.last
    end = period.ends[1] if period.ends else None
    counted = end is not None and end.precision is Precision.MONTH and end.first <= day
    return period.last > day and not counted


def known_indicator(record: Indicator, theme: str, sources: Mapping[str, Source]) -> KnownIndicator | None:
    """The indicator as known from `sources` (by id, oldest first); None if none of them gives a value."""
    order = list(sources)
    cited = [(observation.cites[0].source, observation) for observation in record.observations]
    cells: dict[Cell, list[tuple[Source, Observation]]] = {}
    for source, observation in sorted(
        ((s, o) for s, o in cited if s in sources), key=lambda pair: (weight_of(sources[pair[0]]), order.index(pair[0]))
    ):
        cells.setdefault(_cell(observation), []).append((sources[source], observation))
    known = [known for vintages in cells.values() for known in _vintages(vintages)]
    written = {_cell(observation): i for i, observation in reversed(list(enumerate(record.observations)))}
    known.sort(key=lambda o: (o.record.period.first, o.record.period.last, written[o.cell]))
    breaks = tuple(broken for broken in record.breaks if all(citation.source in sources for citation in broken.cites))
    pruned = record.model_copy(update={"observations": tuple(o.record for o in known), "breaks": breaks})
    return KnownIndicator(pruned, theme, tuple(known)) if known else None


def weight_of(source: Source) -> int:
    """Which values replace which: relayed ones never official ones, nor either those in documents to parliament.

    0 for an external source that does not say what its standing is.
    """
    return _WEIGHTS.index(source.standing) if source.is_outside else len(_WEIGHTS)


_WEIGHTS = (None, SourceStanding.RELAYED, SourceStanding.OFFICIAL)


def _vintages(vintages: list[tuple[Source, Observation]]) -> list[KnownObservation]:
    """The observations of one cell: the last is current, and each restates the one before if the value differs."""
    known = []
    for i, (source, observation) in enumerate(vintages):
        before = vintages[i - 1][1] if i else None
        differs = before is not None and before.value != observation.value
        was_forecast = before is not None and is_forecast(before, vintages[i - 1][0])
        outcome = was_forecast and not is_forecast(observation, source)
        forecast = is_forecast(observation, source)
        restated = any(
            after.value != observation.value and (is_forecast(after, by) or not forecast)
            for by, after in vintages[i + 1 :]
        )
        known.append(
            KnownObservation(
                source,
                observation,
                current=i == len(vintages) - 1,
                restated=restated,
                restates=before if differs and not outcome else None,
                outcome_of=before if outcome else None,
            )
        )
    return known


def _cell(observation: Observation) -> Cell:
    return observation.period.text, tuple(sorted(observation.of.items()))
