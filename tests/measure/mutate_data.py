"""Mutation proof: changes every digit of every figure and date in `data/`, one at a time, and counts what is caught.

`make mutate` runs all of it, in memory; a sample is in `make test`. What is mutated is the YAML as read, not what the
program makes of it, so that no value can be left out by being overlooked. A value that was let pass counts as another
figure of the passage only if it stands in the index of that passage, which is looked up here without the checks.

Not changed, because nothing is cited there: what a source says of itself (its file in data/sources/), names of places
and categories, coordinates, and the atlas as a whole.
"""

import copy
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

from generator.archive.archive import Archive, Theme, read_archive
from generator.archive.validate import read_record
from generator.archive.yaml_loader import Document
from generator.checks.claims import claims_of
from generator.checks.fact_check import FactChecker
from generator.diagnostics.diagnostic import InvalidData
from generator.model.milestone import Milestone
from generator.model.period import Period, Precision, parse_period
from generator.model.records import Bilingual, Indicator, Record, Statement, Tension, Term, ThemeText
from generator.model.source import Passage
from generator.text.quantities import QuantityKind, forms, quantities_in

NOT_FIGURES = {
    "id", "cites", "related", "key_figures", "places", "of", "unit", "breakdown", "themes", "terms", "map",
    "milestones", "indicators", "source", "words", "passages_seen", "counted_by", "area",
}  # fmt: skip
"""Keys of names: a digit in them is part of an address, whose change other rules catch."""
DATES = {"when", "period", "due", "done", "since"}
NUMBERS = {"value", "target"}
"""Fields whose one value can become another figure of the passage; a text is told apart by its other language."""
POWERS = {"thousand": 3, "million": 6, "billion": 9}
"""Of ten, by the beginning of a unit."""
SCALES = {"1000", "1000000", "1000000000"}
"""Numbers in the heading of a table that say in what its figures are given."""
MODELS: dict[str, type[Record]] = {
    "theme": ThemeText,
    "statements": Statement,
    "indicators": Indicator,
    "milestones": Milestone,
    "tensions": Tension,
    "glossary": Term,
}
NO_TEXT = ThemeText(title=Bilingual(nl="x", en="x"), question=Bilingual(nl="x", en="x"), terms=())
Steps = tuple[str | int, ...]


class Outcome(Enum):
    """What became of a change."""

    CAUGHT = "caught"
    ANOTHER_FIGURE = "another figure of the cited passage"
    """Nobody can tell without reading the sentence; citing narrowly makes these few."""
    MISSED = "missed"


@dataclass(frozen=True)
class Change:
    """One digit of one value of one record, and what to put in its place."""

    file: str
    record: Steps
    path: Steps
    """Within the record."""
    position: int
    digit: str


@dataclass(frozen=True)
class Mutation:
    """A change and what became of it."""

    where: str
    """`file:line:column` of the value."""
    before: str
    """The figure with what stands around it."""
    after: str
    outcome: Outcome


def mutations(archive: Archive, every: int = 1) -> Iterator[Mutation]:
    """Each change of one digit of a figure or date, or each `every`-th of them."""
    for n, change in enumerate(_changes(archive)):
        if n % every == 0:
            yield _mutation(archive, change)


def _changes(archive: Archive) -> Iterator[Change]:
    for file, record in _records(archive):
        for path, text in _scalars(_at(archive.documents[file].value, record)):
            for position, written in enumerate(text):
                if written in "0123456789" and _is_in_figure(text, position):
                    others = "0123456789".replace(written, "")
                    yield from (Change(file, record, path, position, digit) for digit in others)


def _records(archive: Archive) -> Iterator[tuple[str, Steps]]:
    """Every record that rests on sources: its file and its place in it."""
    for theme in archive.themes.values():
        yield f"data/themes/{theme.id}/theme.yaml", ()
        for kind in ("statements", "indicators", "milestones"):
            yield from ((f"data/themes/{theme.id}/{kind}.yaml", (i,)) for i in range(len(getattr(theme, kind))))
    yield from (("data/tensions.yaml", (i,)) for i in range(len(archive.tensions)))
    yield from (("data/glossary.yaml", (i,)) for i in range(len(archive.terms)))


def _at(value: Any, path: Steps) -> Any:
    for part in path:
        value = value[part]
    return value


def _scalars(value: Any, path: Steps = ()) -> Iterator[tuple[Steps, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in NOT_FIGURES:
                yield from _scalars(inner, (*path, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _scalars(inner, (*path, i))


def _is_in_figure(text: str, position: int) -> bool:
    """Whether the digit is part of a figure rather than of a name such as `ICS2`, `mbo-3` or `v4.0`."""
    start = position
    while start and (text[start - 1].isalnum() or text[start - 1] in "-."):
        start -= 1
    return not re.match(r"(?!(?:early|mid|late|end|before)-|[QH][1-4])[^\W\d_]", text[start : position + 1])


def _mutation(archive: Archive, change: Change) -> Mutation:
    document = archive.documents[change.file]
    before = _at(document.value, (*change.record, *change.path))
    after = before[: change.position] + change.digit + before[change.position + 1 :]
    value = copy.deepcopy(_at(document.value, change.record))
    _at(value, change.path[:-1])[change.path[-1]] = after
    where = str(document.place(*change.record, *change.path))
    around = slice(max(0, change.position - 12), change.position + 12)
    return Mutation(where, before[around], after[around], _outcome(archive, change, value))


def _outcome(archive: Archive, change: Change, value: Any) -> Outcome:
    """What the checks make of the changed record, alone in an archive with all passages."""
    try:
        record = read_record(Document(change.file, value, {}), _model(change.file))
    except InvalidData:
        return Outcome.CAUGHT
    alone = _alone(archive, change.file, record)
    checker = FactChecker(alone)
    if any(True for claim in claims_of(alone) for _ in (*checker.missing(claim), *checker.disagreements(claim))):
        return Outcome.CAUGHT
    return Outcome.ANOTHER_FIGURE if _stands_in_passages(archive, value, change.path) else Outcome.MISSED


def _stands_in_passages(archive: Archive, record: Any, path: Steps) -> bool:
    """Whether the value at `path` is a figure of the passages cited beside it, by their indexes alone."""
    field, holder = path[-1], _at(record, path[:-1])
    if field not in DATES | NUMBERS:
        return False
    cites = [holder["cites"]] if isinstance(holder["cites"], str) else holder["cites"]
    cited = [citation.split("#") for citation in cites]
    passages = [archive.passages[source][id] for source, id in cited if archive.sources[source].has_passages]
    if field in NUMBERS:
        power = POWERS.get(record["unit"].partition("-")[0], 0)
        return any(_is_printed(holder[field], power, passage) for passage in passages)
    sources = [archive.sources[source] for source, _ in cited]
    named = [
        date
        for passage in passages
        for date in (*passage.dates, *passage.relative, *_in_heading(passage, QuantityKind.DATE))
    ]
    named += [number for passage in passages for number in passage.numbers if re.fullmatch(r"(19|20)\d\d", number)]
    if field in ("when", "period"):
        named += [date.text for source in sources for date in (source.published, source.covers) if date]
    return _is_named(parse_period(holder[field]), list(map(parse_period, named)))


def _is_printed(value: str, power: int, passage: Passage) -> bool:
    """Whether the number, whose unit is ten to the `power`, stands in the passage, digit by digit if that is none."""
    in_heading = _in_heading(passage, QuantityKind.NUMBER)
    printed = {*passage.numbers, *passage.soft, *passage.dates, *in_heading}
    scales = [*map(int, SCALES.intersection(in_heading)), *([1] if power else [])]
    written_out = {Decimal(number) * scale for number in passage.numbers for scale in scales}
    return (power == 0 and value in printed) or Decimal(value) * 10**power in written_out


def _in_heading(passage: Passage, kind: QuantityKind) -> tuple[str, ...]:
    return forms(quantities_in(passage.section, "nl", date(2000, 1, 1)), kind)


def _is_named(told: Period, named: list[Period]) -> bool:
    """Whether one of the periods is the one told or lies within it; of an interval, whether both its ends are."""
    if told.ends and all(_is_named(end, named) for end in told.ends):
        return True
    is_exact = told.precision in (Precision.THIRD, Precision.BEFORE_SUMMER, Precision.INTERVAL)
    within = [date for date in named if not is_exact and told.first <= date.first and date.last <= told.last]
    return bool(within) or told.text in {date.text for date in named}


def _model(file: str) -> type[Record]:
    return MODELS[Path(file).stem]


def _alone(archive: Archive, file: str, record: Any) -> Archive:
    """The archive with this one record and no other."""
    kind = Path(file).stem
    nothing = {"themes": {}, "tensions": {}, "terms": {}}
    if kind in ("tensions", "glossary"):
        return replace(archive, **{**nothing, {"glossary": "terms"}.get(kind, kind): {record.id: record}})
    empty = Theme(Path(file).parent.name, NO_TEXT, (), (), ())
    theme = replace(empty, **({"text": record} if kind == "theme" else {kind: (record,)}))
    return replace(archive, **{**nothing, "themes": {theme.id: theme}})


def main(root: Path) -> int:
    """Prints the count, and every change that was not caught; 1 if one was missed."""
    found = list(mutations(read_archive(root)))
    for outcome in (Outcome.MISSED, Outcome.ANOTHER_FIGURE):
        for mutation in found:
            if mutation.outcome is outcome:
                print(f"{mutation.where}: {mutation.before} → {mutation.after} is {outcome.value}")
    counts = Counter(mutation.outcome for mutation in found)
    another, missed = counts[Outcome.ANOTHER_FIGURE], counts[Outcome.MISSED]
    print(f"{len(found)} changes of one digit: {counts[Outcome.CAUGHT]} caught, {missed} missed,")
    print(f"{another} ({another / len(found):.1%}) became another figure of the cited passage.")
    print(f"Caught of those that could be: {counts[Outcome.CAUGHT] / (len(found) - another):.2%}")
    print("Not changed, for nothing is cited there: sources' own titles and dates, names of places, coordinates.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).parents[2]))
