"""Everything that an editor writes and that can hold a figure is a claim at its place, or there is a reason why not."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from generator.archive.archive import LANGUAGES, Archive
from generator.checks.claims import Claim, claims_of, uncited_texts
from generator.model import records, settings
from generator.model import source as sources
from generator.model.types import Bilingual, Number, Published, Record, Text, When
from tests.support.small import SMALL, Files

ArchiveFrom = Callable[[Files], Archive]

BRIDGES: Files = {
    "data/themes/bridges/theme.yaml": """\
title: {nl: "Bruggen", en: "Bridges"}
question: {nl: "Gaan ze open?", en: "Do they open?"}
terms: [brug]
map:
  title: {nl: "Waar ze liggen", en: "Where they lie"}
evolution:
  - cites: [verslag-2022#veren-1, brief-2021-03-10#veren-1]
    text: {nl: "Van plan naar brug.", en: "From plan to bridge."}
indicator_groups:
  - id: repairs
    title: {nl: "Samen", en: "Together"}
    members: [bridge-repairs, bridge-paint]
    why: {nl: "Omdat.", en: "Because."}
    differs: {nl: "Verf.", en: "Paint."}
    cites: [verslag-2022#veren-3]
threads:
  - id: renewal
    title: {nl: "Vernieuwing", en: "Renewal"}
    members: [bridge-renewed]
standings:
  - cites: [brief-2021-03-10#sluizen-1, brief-2021-03-10#veren-1]
    summary: {nl: "In het kort", en: "In short"}
    text: {nl: "In het lang.", en: "At length."}
""",
    "data/themes/bridges/statements.yaml": """\
- id: bridge-opened
  cites: [verslag-2022#veren-1]
  text:
    nl: "De brug is open."
    en: "The bridge is open."
  kind: result
  when: 2022-11
""",
    "data/themes/bridges/indicators.yaml": """\
- id: bridge-repairs
  title: {nl: "Herstel", en: "Repairs"}
  unit: million-euros
  definition: {nl: "Wat het kost.", en: "What it costs."}
  breaks:
    - {since: 2022, text: {nl: "Zonder verf.", en: "Without paint."}, cites: verslag-2022#veren-2}
  observations:
    - period: 2021
      value: 4.50
      target: 5
      cites: [brief-2021-03-10#sluizen-2, brief-2021-03-10#sluizen-1]
      note: {nl: "Een raming.", en: "An estimate."}
    - {period: 2022, value: 9, basis: computed, formula: 12 - 3, cites: verslag-2022#veren-3}
    - {period: 2022-H1, value: 7, basis: read-from-chart, note: {nl: "Figuur.", en: "Chart."}, cites: verslag-2022#veren-3}
""",  # noqa: E501 - a record on one line
    "data/themes/bridges/milestones.yaml": """\
- id: bridge-renewed
  title: {nl: "Nieuwe brug", en: "New bridge"}
  nature: promise
  owed_by: customs
  reports:
    - {cites: brief-2021-03-10#sluizen-2, says: announced, due: mid-2022}
    - {cites: brief-2021-03-10#sluizen-1, says: under-way, note: {nl: "Traag.", en: "Slow."}}
    - cites: verslag-2022#veren-1
      says: done
      done: 2022-12
      reason: {nl: "Te koud.", en: "Too cold."}
""",
}
"""A theme in which every field is written, and a value has each basis."""


CORRECTED = """\
- id: bridge-opened
  published: 2023-04-01
  of: [bridge]
  what: {nl: "Er stond 2021.", en: "It said 2021."}
  why: {nl: "Een tikfout.", en: "A typing error."}
"""


AMENDED = """\
- id: report-entered-late
  published: 2023-07-01
  sources: [verslag-2022]
  why: {nl: "Wij vonden het in 2023.", en: "We found it in 2023."}
"""


@pytest.fixture
def archive(archive_from: ArchiveFrom) -> Archive:
    """The small archive with the theme of the bridges and a heading of the home page."""
    atlas = (SMALL / "data/atlas.yaml").read_text("utf-8")
    heading = 'groups:\n  - {id: water, title: {nl: "Op het water", en: "On the water"}}\n'
    logs = {"data/corrections.yaml": CORRECTED, "data/amendments.yaml": AMENDED}
    return archive_from({**BRIDGES, "data/atlas.yaml": atlas + heading, **logs})


def told(claim: Claim) -> tuple[str, str, str]:
    """(where in its theme, what, on which passages)."""
    value = claim.value.nl if isinstance(claim.value, Bilingual) else str(claim.value)
    where = ".".join(str(step) for step in (Path(claim.record.file).stem, *claim.path))
    return where, value, " ".join(map(str, claim.cites))


def test_a_theme_claims_its_texts_values_and_dates(archive: Archive) -> None:
    letter, report = "brief-2021-03-10#sluizen-", "verslag-2022#veren-"

    assert [told(claim) for claim in claims_of(archive) if "bridges" in claim.record.file] == [
        ("theme.title", "Bruggen", ""),
        ("theme.question", "Gaan ze open?", ""),
        ("theme.map.title", "Waar ze liggen", ""),
        ("theme.standings.0.summary", "In het kort", f"{letter}1 brief-2021-03-10#veren-1"),
        ("theme.standings.0.text", "In het lang.", f"{letter}1 brief-2021-03-10#veren-1"),
        ("theme.evolution.0.text", "Van plan naar brug.", f"{report}1 brief-2021-03-10#veren-1"),
        ("theme.indicator_groups.0.title", "Samen", f"{report}3"),
        ("theme.indicator_groups.0.why", "Omdat.", f"{report}3"),
        ("theme.indicator_groups.0.differs", "Verf.", f"{report}3"),
        ("theme.threads.0.title", "Vernieuwing", ""),
        ("statements.0.when", "2022-11", f"{report}1"),
        ("statements.0.text", "De brug is open.", f"{report}1"),
        ("indicators.0.title", "Herstel", f"{letter}2 {letter}1"),
        ("indicators.0.definition", "Wat het kost.", f"{letter}2 {letter}1"),
        ("indicators.0.breaks.0.since", "2022", f"{report}2"),
        ("indicators.0.breaks.0.text", "Zonder verf.", f"{report}2"),
        ("indicators.0.observations.0.period", "2021", f"{letter}2 {letter}1"),
        ("indicators.0.observations.0.value", "4.50", f"{letter}2 {letter}1"),
        ("indicators.0.observations.0.target", "5", f"{letter}2 {letter}1"),
        ("indicators.0.observations.0.note", "Een raming.", f"{letter}2 {letter}1"),
        ("indicators.0.observations.1.period", "2022", f"{report}3"),
        ("indicators.0.observations.1.formula", "12 - 3", f"{report}3"),
        ("indicators.0.observations.2.period", "2022-H1", f"{report}3"),
        ("indicators.0.observations.2.note", "Figuur.", f"{report}3"),
        ("milestones.0.title", "Nieuwe brug", f"{letter}2 {letter}1"),
        ("milestones.0.reports.0.due", "mid-2022", f"{letter}2"),
        ("milestones.0.reports.1.note", "Traag.", f"{letter}1"),
        ("milestones.0.reports.2.done", "2022-12", f"{report}1"),
        ("milestones.0.reports.2.reason", "Te koud.", f"{report}1"),
    ]


def test_tensions_and_terms_claim_their_texts(archive: Archive) -> None:
    assert [told(claim)[::2] for claim in claims_of(archive) if "themes" not in claim.record.file] == [
        ("tensions.0.text", "meetnet-2021#wachttijd-1 verslag-2022#sluizen-3"),
        ("glossary.0.term", "brief-2021-03-10#sluizen-2"),
        ("glossary.0.text", "brief-2021-03-10#sluizen-2"),
        ("glossary.1.term", "verslag-2022#veren-3"),
        ("glossary.1.abbreviation", "verslag-2022#veren-3"),
        ("glossary.1.text", "verslag-2022#veren-3"),
    ]


def test_what_rests_on_no_passage_is_a_text_in_both_languages(archive: Archive) -> None:
    texts = list(uncited_texts(archive))

    assert {(type(claim.value), claim.cites) for claim in texts} == {(Bilingual, ())}
    assert [told(claim)[0] for claim in texts if claim.record.file in ("data/atlas.yaml", "data/categories.yaml")] == [
        "atlas.publisher", "atlas.groups.0.title",
        "categories.0.title", "categories.0.values.0.title", "categories.0.values.1.title",
        "categories.1.title", "categories.1.values.0.title", "categories.1.values.1.title",
        "categories.2.title", "categories.2.values.0.title", "categories.2.values.1.title",
        "categories.3.title", "categories.3.values.0.title",
    ]  # fmt: skip
    assert [told(claim)[0] for claim in texts if "-2022" in claim.record.file or "places" in claim.record.file] == [
        "krant-2022.title", "krant-2022.publisher",
        "verslag-2022.title", "verslag-2022.sender", "verslag-2022.note",
        "places.0.name", "places.1.name", "places.2.name",
    ]  # fmt: skip


def test_a_claim_stands_where_its_value_is_written(archive: Archive, tmp_path: Path) -> None:
    for claim in (*claims_of(archive), *uncited_texts(archive)):
        is_text = isinstance(claim.value, Bilingual)
        for language in LANGUAGES if is_text else [""]:
            place = claim.place(*([language] if is_text else []))
            written = str(getattr(claim.value, language) if is_text else claim.value)
            line = (tmp_path / place.file).read_text("utf-8").splitlines()[place.line - 1]

            assert line[place.column - 1 :].removeprefix('"').startswith(written)


def test_the_part_of_a_claim_is_the_field_that_claims(archive: Archive) -> None:
    assert {claim.part for claim in claims_of(archive)} == {
        "title", "question", "summary", "text", "when", "definition", "period", "value", "target", "formula", "note",
        "due", "done", "reason", "term", "abbreviation", "why", "since", "differs",
    }  # fmt: skip


def test_a_formula_is_claimed_with_the_value_that_it_must_come_to(archive: Archive) -> None:
    formulas = [(claim.value, claim.formula_of) for claim in claims_of(archive) if claim.formula_of is not None]

    assert formulas == [("12 - 3", Decimal(9)), ("12 + 7 + 3", Decimal(22))]


def test_a_value_is_at_the_scale_of_its_unit_and_nothing_else_is(archive: Archive) -> None:
    powers = [(claim.part, claim.power) for claim in claims_of(archive) if claim.power]

    assert powers == [("value", 6), ("target", 6)]


@pytest.mark.parametrize(
    ("unit", "power"),
    [("thousand-tonnes", 3), ("million-euros", 6), ("billion-euros", 9), ("euros", 0), ("millions", 0), ("per-bn", 0)],
)
def test_a_unit_names_its_scale_first(archive_from: ArchiveFrom, unit: str, power: int) -> None:
    file = "data/themes/bridges/indicators.yaml"
    archive = archive_from({**BRIDGES, file: str(BRIDGES[file]).replace("million-euros", unit)})

    assert [c.power for c in claims_of(archive) if "bridges" in c.record.file and c.part == "target"] == [power]


FIGURED = (Text, Bilingual, Number, When, Published)
"""Types of fields that can hold a figure."""
NOT_CLAIMED = {
    "Allowance.why": "our own reason, which no page shows",
    "Atlas.licence": "the name of a licence, which has a number",
    "Amendment.published": "the day on which editions were amended",
    "Correction.published": "the day on which the atlas was mended",
    "Document.number": "an official number, from a register",
    "Document.published": "from a register, or left out",
    "Document.sender": "from a register; both languages are compared",
    "Document.title": "from a register; both languages are compared",
    "Name.name": "copied from a source on purpose",
    "OutOfScope.why": "our own name for a kind of passage, in one language",
    "Place.lat": "from an atlas of the world, not from a source",
    "Place.lon": "from an atlas of the world, not from a source",
    "Source.covers": "stands on the document as a whole, and is evidence itself",
    "Source.published": "stands on the document as a whole, and is evidence itself",
    "Source.seen": "the day on which it was read, which stands in no document",
    "Source.reference": "stands on the document as a whole; the number of a paper is no figure",
    "ThemeText.terms": "words to search for; no page shows them",
    "Rendering.written": "words to compare; no page shows them",
    "Subject.title": "from a public list of subjects",
}
"""Fields that can hold a figure and are not claimed, each with the reason."""


def figured(annotation: Any) -> bool:
    return annotation in FIGURED or any(figured(inner) for inner in get_args(annotation))


def fields_of(claim: Claim) -> Iterator[str]:
    """The field that claims, as `Model.field`; of a formula the value that it is claimed for too."""
    model = type(claim.record).__name__
    yield f"{model}.{claim.part}"
    if claim.formula_of is not None:
        yield f"{model}.value"


def test_no_field_that_can_hold_a_figure_is_forgotten(archive: Archive) -> None:
    written_by_people = [
        model
        for module in (records, settings, sources)
        for model in vars(module).values()
        if isinstance(model, type) and issubclass(model, Record) and model.__module__ == module.__name__
        if model.__name__ not in ("Passage", "PassageIndex", "Watch", "TitleWords", "Service", "ElementNames")
    ]
    can = {
        f"{model.__name__}.{name}"
        for model in written_by_people
        for name, annotation in get_type_hints(model, include_extras=True).items()
        if name in model.model_fields and figured(annotation)
    }
    claimed = {field for claim in (*claims_of(archive), *uncited_texts(archive)) for field in fields_of(claim)}

    assert can - claimed == NOT_CLAIMED.keys()
