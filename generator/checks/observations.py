"""Rules for the observations of an indicator."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from generator.archive import Archive
from generator.checks.registry import enforces
from generator.diagnostics import Diagnostic, Rule
from generator.editions import KnownIndicator, known_indicator, weight_of
from generator.model import Basis, Dimension, Indicator, Observation, Period, Qualifier, file_of


@enforces(Rule.PERIOD_NOT_OVER, Rule.READ_FROM_CHART, Rule.COMPUTED)
def observations_say_what_they_are(archive: Archive) -> Iterator[Diagnostic]:
    """A value for a period that had not ended has a note; a computed value has a formula."""
    for indicator in archive.indicators:
        for observation in indicator.observations:
            source = archive.sources.get(observation.cites[0].source)
            if source and observation.period.last > source.published.last and not observation.note:
                what = f"the period {observation.period.text!r} had not ended when {source.id} was published"
                hint = (
                    "Of a count, write the months or days that were counted; of a plan or a forecast, say so in `note`."
                )
                yield Diagnostic(observation.place("period"), what, hint, rule=Rule.PERIOD_NOT_OVER)
            if observation.basis is Basis.READ_FROM_CHART and not observation.note:
                what = f"an observation of {indicator.id!r} is read from a chart, but has no `note`"
                hint = "State in `note` which chart, and how it was read."
                yield Diagnostic(observation.place("basis"), what, hint, rule=Rule.READ_FROM_CHART)
            if (observation.formula is None) is (observation.basis is Basis.COMPUTED):
                what = f"an observation of {indicator.id!r} is {observation.basis.value}"
                what += " but has no formula" if observation.formula is None else " but has a formula"
                hint = "Write both `basis: computed` and `formula`, or neither."
                yield Diagnostic(observation.place(), what, hint, rule=Rule.COMPUTED)


@enforces(Rule.READ_FROM_CHART)
def charts_were_read(archive: Archive) -> Iterator[Diagnostic]:
    """A value is read from a chart of a source of which at least a fragment was read."""
    for indicator in archive.indicators:
        for observation in indicator.observations:
            source = archive.sources.get(observation.cites[0].source)
            if observation.basis is Basis.READ_FROM_CHART and source and not source.has_passages:
                what = f"an observation of {indicator.id!r} is read from a chart in {source.id}, which was not read"
                hint = "Ingest what there is of it, or remove the value."
                yield Diagnostic(observation.place("value"), what, hint, rule=Rule.READ_FROM_CHART)


@enforces(Rule.SECOND_VALUE)
def a_source_gives_one_value(archive: Archive) -> Iterator[Diagnostic]:
    """A source gives one value for each period of an indicator."""
    for indicator in archive.indicators:
        seen: set[object] = set()
        for observation in indicator.observations:
            source = observation.cites[0].source
            cell = (source, observation.period.text, tuple(sorted(observation.of.items())))
            if cell in seen:
                what = f"{source} gives {indicator.id!r} a second value for {observation.period.text}"
                hint = "Delete one, or record a contradiction in data/tensions.yaml."
                yield Diagnostic(observation.place(), what, hint, rule=Rule.SECOND_VALUE)
            seen.add(cell)


@enforces(Rule.CHANGED_VALUE, Rule.NOTHING_CHANGED)
def differences_are_explained(archive: Archive) -> Iterator[Diagnostic]:
    """A value that differs from that of an earlier source states why, unless that was a forecast; no other does."""
    for indicator, known in _compared(archive):
        restating = {id(o.record): o.restates for o in known.observations if o.restates}
        outcomes = {id(o.record) for o in known.observations if o.outcome_of}
        for observation in indicator.observations:
            before = restating.get(id(observation))
            earlier = before.cites[0].source if before else ""
            source = observation.cites[0].source
            if earlier == source or source not in archive.sources:
                continue
            if before and weight_of(archive.sources[earlier]) != weight_of(archive.sources[source]):
                continue
            if before and not observation.because:
                what = f"{indicator.id!r} is {observation.value} for {observation.period.text}, but {earlier} "
                what += f"says {before.value}"
                hint = "Add because: revision (the source corrects itself), definition or our-error."
                yield Diagnostic(observation.place("value"), what, hint, rule=Rule.CHANGED_VALUE)
            elif observation.because and not before:
                why = "no earlier source gives another value"
                if id(observation) in outcomes:
                    why = "the value before it was a forecast, of which it is the outcome"
                what = f"an observation of {indicator.id!r} has `because`, but {why}"
                yield Diagnostic(observation.place("because"), what, "Remove it.", rule=Rule.NOTHING_CHANGED)


@enforces(Rule.CONTRADICTS)
def standings_agree(archive: Archive) -> Iterator[Diagnostic]:
    """A figure of lower standing that contradicts any of higher standing for the same period is shown as a tension."""
    for indicator, known in _compared(archive):
        for lesser, greater in combinations(known.observations, 2):
            if lesser.cell != greater.cell or weight_of(lesser.source) == weight_of(greater.source):
                continue
            if lesser.is_forecast and not greater.is_forecast:
                continue
            one, other = lesser.record, greater.record
            if not _agree(one, other) and not _is_told(archive, indicator, one, other):
                what = f"{lesser.source.id} gives {indicator.id!r} {one.value} for {one.period}, but "
                what += f"{greater.source.id}, which has more weight, {other.value}"
                hint = "Add a tension with this indicator that cites both to data/tensions.yaml."
                yield Diagnostic(one.place("value"), what, hint, rule=Rule.CONTRADICTS)


def _compared(archive: Archive) -> Iterator[tuple[Indicator, KnownIndicator]]:
    """The indicators with all their values; not those of a source of which it is not known how much it weighs."""
    for indicator in archive.indicators:
        cited = [archive.sources.get(observation.cites[0].source) for observation in indicator.observations]
        known = known_indicator(indicator, "", archive.sources)
        if known and all(weight_of(source) for source in cited if source):
            yield indicator, known


def _is_told(archive: Archive, indicator: Indicator, *values: Observation) -> bool:
    """Whether a tension that readers see beside the indicator cites a passage of each of the values."""
    shown = (t for t in archive.tensions.values() if t.is_shown and indicator.id in t.indicators)
    return any(all(set(value.cites) & set(tension.cites) for value in values) for tension in shown)


def _agree(one: Observation, other: Observation) -> bool:
    """Whether both values can be true, with the words by which each of them is hedged."""
    (lowest, highest), (low, high) = _meant(one), _meant(other)
    return lowest <= high and low <= highest


def _meant(observation: Observation) -> tuple[Decimal, Decimal]:
    """The lowest and the highest value that the observation may mean."""
    value, margin = observation.value, abs(observation.value) * _ABOUT
    match observation.qualifier:
        case Qualifier.ABOUT:
            return value - margin, value + margin
        case Qualifier.MORE_THAN | Qualifier.AT_LEAST:
            return value, Decimal("Infinity")
        case Qualifier.LESS_THAN:
            return Decimal("-Infinity"), value
        case None:
            return value, value


_ABOUT = Decimal("0.05")
"""The share of a value within which another is still about it."""


@enforces(Rule.COUNTED_BODY)
def a_series_counts_one_thing(archive: Archive) -> Iterator[Diagnostic]:
    """A series says who counts and where; a value that was counted by another body or elsewhere comes after a break."""
    for indicator in archive.indicators:
        outside = [o for o in indicator.observations if _is_outside(archive, o)]
        for name in ("counted_by", "area"):
            if outside and getattr(indicator, name) is None:
                what = f"{indicator.id!r} has a value of the external source {outside[0].cites[0].source}, but no "
                what += f"`{name}`"
                hint = f"Add it, with a category of that dimension in {file_of(Dimension).path()}."
                yield Diagnostic(indicator.place("id"), what, hint, rule=Rule.COUNTED_BODY)
            for observation in indicator.observations:
                own = getattr(observation, name)
                apart = own is not None and own != getattr(indicator, name)
                if apart and not any(b.since.first <= observation.period.first for b in indicator.breaks):
                    what = f"the value of {indicator.id!r} for {observation.period} has {name} {own!r}, and the line "
                    what += "does not break before it"
                    hint = f"Add a break since {observation.period} or earlier, or write another indicator."
                    yield Diagnostic(observation.place(name), what, hint, rule=Rule.COUNTED_BODY)


@enforces(Rule.MIXED_PERIODS)
def a_series_has_one_step(archive: Archive) -> Iterator[Diagnostic]:
    """Whole years and parts of years are not in one series with external values."""
    for indicator in archive.indicators:
        if not any(_is_outside(archive, observation) for observation in indicator.observations):
            continue
        first = indicator.observations[0].period
        for observation in indicator.observations[1:]:
            if abs(_days(observation.period) - _days(first)) > _UNEVEN:
                what = f"{indicator.id!r} has a value for {observation.period} beside one for {first}"
                hint = "Half-years or quarters and years are two indicators."
                yield Diagnostic(observation.place("period"), what, hint, rule=Rule.MIXED_PERIODS)


def _is_outside(archive: Archive, observation: Observation) -> bool:
    source = archive.sources.get(observation.cites[0].source)
    return source is not None and source.is_outside


def _days(period: Period) -> int:
    return (period.last - period.first).days


_UNEVEN = 4
"""Days by which two halves, quarters or years differ in length at most."""


@enforces(Rule.BREAKDOWN)
def breakdowns_are_whole(archive: Archive) -> Iterator[Diagnostic]:
    """Every observation has one category for each dimension of its indicator, and no other."""
    for indicator in archive.indicators:
        for observation in indicator.observations:
            if set(observation.of) != set(indicator.breakdown):
                wanted = ", ".join(indicator.breakdown) or "none: it has no `breakdown`"
                what = f"an observation of {indicator.id!r} has the dimensions {', '.join(observation.of) or 'none'}"
                hint = f"Dimensions of this indicator: {wanted}."
                yield Diagnostic(observation.place("of"), what, hint, rule=Rule.BREAKDOWN)
