"""Rules for the observations of an indicator."""

from collections.abc import Iterator

from generator.archive import Archive
from generator.checks.registry import enforces
from generator.diagnostics import Diagnostic, Rule
from generator.editions import known_indicator
from generator.model import Basis


@enforces(Rule.PERIOD_NOT_OVER, Rule.READ_FROM_CHART, Rule.COMPUTED)
def observations_say_what_they_are(archive: Archive) -> Iterator[Diagnostic]:
    """A value for a period that had not ended has a note; a computed value has a formula."""
    for indicator in archive.indicators:
        for observation in indicator.observations:
            source = archive.sources.get(observation.cites[0].source)
            if source and observation.period.last > source.published.last and not observation.note:
                what = f"the period {observation.period.text!r} had not ended when {source.id} was published"
                hint = "State in `note` what the value is: a plan, a forecast, a count so far."
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
    written = [(theme.id, indicator) for theme in archive.themes.values() for indicator in theme.indicators]
    for theme, indicator in written:
        known = known_indicator(indicator, theme, archive.sources)
        restating = {id(o.record): o.restates for o in known.observations if o.restates} if known else {}
        outcomes = {id(o.record) for o in known.observations if o.outcome_of} if known else set()
        for observation in indicator.observations:
            before = restating.get(id(observation))
            earlier = before.cites[0].source if before else ""
            source = observation.cites[0].source
            if earlier == source or source not in archive.sources:
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
