"""The work list says of each passage what it may be about, with YAML to paste, and repeats no sentence of a source."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.documents.block import Block, BlockKind
from generator.documents.ingest import Ingestion, read_source
from generator.documents.passages import ExtractedPassage, passages_of
from generator.documents.worklist import Task, is_about, is_open, tasks_of, worklist_of
from generator.model.enums import Says
from generator.model.period import parse_period

NEW = "brief-2024-02-01"
LETTER = """\
Aan de voorzitter van de raad die over de vaarwegen gaat, en die om deze brief over de sluizen en de veren had gevraagd, bericht ik nu als volgt.

# Stand van zaken

In 2023 wachtte men gemiddeld 3,5 uur op een schutting, en dat is een kortere wachttijd dan in de jaren waarover eerder aan u is bericht; het doel was 4 uur.

Naar een Sluis bij Zuiderkade is vorig jaar opnieuw gekeken, maar een besluit over de vraag of zij er komt wordt niet eerder dan in mei 2025 genomen.

De laatste dieselmotor is op 12 januari 2024 vervangen, zodat op alle lijnen die de dienst zelf bevaart voortaan zonder uitstoot wordt gevaren.

Er is een onderveerman aangesteld die toezicht houdt op het oversteken, zonder dat de andere medewerkers daardoor ander werk hebben gekregen.

# Werk aan bruggen

Het schilderwerk is in achttien maanden gedaan, een kwartaal eerder dan was beloofd, doordat het in de zomer van dat jaar nauwelijks heeft geregend.
"""  # noqa: E501 - one line for each paragraph is the layout that is meant


@pytest.fixture
def ingestion(tmp_path: Path) -> Ingestion:
    (tmp_path / "letter.txt").write_text(LETTER, "utf-8")
    return read_source(tmp_path / "letter.txt", NEW, parse_period("2024-02-01"))


def passages_told(text: str, section: str = "Stand van zaken") -> tuple[ExtractedPassage, ...]:
    """The passages of a section with one paragraph."""
    blocks = [Block(BlockKind.HEADING, section, 1), Block(BlockKind.PARAGRAPH, text)]
    return passages_of(blocks, parse_period("2024-02-01").last)


def names(task: Task) -> tuple[str, list[str], list[str], list[str]]:
    milestones = [candidate.record.id for candidate in task.milestones]
    indicators = [candidate.record.id for candidate in task.indicators]
    return task.passage.id, [theme.id for theme in task.themes], milestones, indicators


def test_each_passage_gets_the_themes_milestones_and_indicators_that_it_may_be_about(
    small_archive: Archive, ingestion: Ingestion
) -> None:
    assert [names(task) for task in tasks_of(small_archive, ingestion)] == [
        ("aanhef-1", ["ferries", "locks"], [], []),
        ("stand-van-zaken-1", ["locks"], [], ["waiting-time"]),
        ("stand-van-zaken-2", ["locks"], ["lock-zuiderkade"], []),
        ("stand-van-zaken-3", [], ["electric-ferries"], []),
        ("stand-van-zaken-4", [], [], []),
        ("werk-aan-bruggen-1", [], [], []),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Het veer vaart weer.", True, id="a term of its own"),
        pytest.param("De veerdiensten varen weer.", True, id="the beginning of a word"),
        pytest.param("VEREN varen weer.", True, id="in capitals"),
        pytest.param("Het e-veer vaart weer.", True, id="behind a hyphen"),
        pytest.param("(veren) “veren” ’veren", True, id="behind a bracket or a quote"),
        pytest.param("De onderveerman vaart weer.", False, id="but not inside a word"),
        pytest.param("De brug gaat weer open.", False, id="and not where no term stands"),
    ],
)
def test_a_passage_is_about_a_theme_if_a_word_of_it_begins_with_a_term(
    small_archive: Archive, text: str, found: bool
) -> None:
    assert is_about(small_archive.themes["ferries"], passages_told(text)[0]) is found


def test_a_passage_is_about_what_the_heading_above_it_names(small_archive: Archive) -> None:
    passages = passages_told("De steiger wordt vernieuwd.", "Veren en steigers")

    assert is_about(small_archive.themes["ferries"], passages[0])
    assert not is_about(small_archive.themes["locks"], passages[0])


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        pytest.param("a.b", "a.b", True, id="its dot is a dot"),
        pytest.param("a.b", "axb", False, id="and no other sign"),
        pytest.param("veer (pont)", "een veer (pont) voer", True, id="its brackets are brackets"),
        pytest.param("overzetveer", "Overzetveren", False, id="its last letters count"),
    ],
)
def test_a_term_is_looked_for_letter_by_letter(small_archive: Archive, term: str, text: str, found: bool) -> None:
    theme = small_archive.themes["ferries"]
    theme = replace(theme, text=theme.text.model_copy(update={"terms": (term,)}))

    assert is_about(theme, passages_told(text)[0]) is found


def test_a_milestone_is_open_until_its_last_report_says_that_it_is_done_or_dropped(small_archive: Archive) -> None:
    milestones = [milestone for theme in small_archive.themes.values() for milestone in theme.milestones]

    assert {milestone.id: is_open(small_archive, milestone) for milestone in milestones} == {
        "ferry-noordeiland": False,
        "electric-ferries": True,
        "ticket-sales": True,
        "lock-oosterdam": False,
        "lock-westhaven": False,
        "lock-zuiderkade": True,
    }


def test_a_milestone_that_a_later_source_takes_up_again_is_open(small_archive: Archive) -> None:
    dropped = small_archive.themes["ferries"].milestones[0]
    again = dropped.reports[-1].model_copy(update={"says": Says.UNDER_WAY})

    assert is_open(small_archive, dropped.model_copy(update={"reports": (*dropped.reports, again)}))


def test_what_an_external_source_says_ends_no_milestone(small_archive: Archive) -> None:
    *_, lock = small_archive.themes["locks"].milestones
    told, relayed, official = lock.reports
    done_outside, done = (report.model_copy(update={"says": Says.DONE}) for report in (official, told))

    assert is_open(small_archive, lock.model_copy(update={"reports": (told, relayed, done_outside)}))
    assert is_open(small_archive, lock.model_copy(update={"reports": (done_outside,)}))
    assert not is_open(small_archive, lock.model_copy(update={"reports": (done, relayed)}))


def test_a_milestone_that_is_done_or_dropped_is_not_offered(small_archive: Archive, ingestion: Ingestion) -> None:
    passages = passages_told("De vernieuwing bij Oosterdam is af, en naar Noordeiland vaart geen veerdienst.")
    tasks = tasks_of(small_archive, replace(ingestion, passages=passages))

    assert [task.milestones for task in tasks] == [()]


def test_an_indicator_is_offered_only_where_there_are_numbers(small_archive: Archive, ingestion: Ingestion) -> None:
    counted = passages_told("De wachttijd bij de sluizen is gedaald tot 3,5 uur.")
    told = passages_told("De wachttijd bij de sluizen is gedaald.")
    tasks = tasks_of(small_archive, replace(ingestion, passages=counted + told))

    assert [names(task)[3] for task in tasks] == [["waiting-time"], []]


def test_the_likeliest_comes_first_and_no_more_than_three(small_archive: Archive, ingestion: Ingestion) -> None:
    theme = small_archive.themes["locks"]
    bridge = theme.milestones[2]
    titles = [
        "Brug",
        "Brug bij Oosterdam",
        "Brug bij Westhaven",
        "Brug bij Noordeiland",
        "Brug bij Oosterdam en Westhaven",
    ]
    bridges = tuple(
        bridge.model_copy(update={"id": f"b-{i}", "title": bridge.title.model_copy(update={"nl": title})})
        for i, title in enumerate(titles)
    )
    archive = replace(small_archive, themes={"locks": replace(theme, milestones=bridges)})
    passages = passages_told("De brug bij Oosterdam is breder dan de brug bij Westhaven.")
    tasks = tasks_of(archive, replace(ingestion, passages=passages))

    assert names(tasks[0])[2] == ["b-0", "b-1", "b-2"]


def test_the_work_list_reads_from_the_promising_passages_to_what_goes_unsaid(
    small_archive: Archive, ingestion: Ingestion
) -> None:
    lines = worklist_of(small_archive, ingestion).splitlines()

    assert lines[:3] == [
        f"# Work list of {NEW}, published 2024-02-01",
        "",
        "6 passages: 4 may concern a theme, 2 name none. Each ends up cited by a record, or in `out_of_scope` of the "
        "source with a reason.",
    ]
    assert [line for line in lines if line.startswith("## ")] == [
        "## aanhef-1 (29 words)",
        "## stand-van-zaken-1 (31 words)",
        "## stand-van-zaken-2 (28 words)",
        "## stand-van-zaken-3 (23 words)",
        "## Passages that name no theme",
        "## Standings",
        "## Themes that this source does not seem to mention",
        "## Open milestones that this source does not seem to mention",
    ]


def test_a_passage_is_shown_with_its_section_figures_and_one_stub_for_each_that_it_may_be_about(
    small_archive: Archive, ingestion: Ingestion
) -> None:
    worklist = worklist_of(small_archive, ingestion)
    section = worklist.partition("## stand-van-zaken-1 (31 words)\n")[2].partition("\n## ")[0]

    assert (
        section
        == """
Stand van zaken – figures: 3.5, 4, 2023

`data/themes/locks/statements.yaml`:

```yaml
- id: locks-
  when: 2023
  kind: # plan, progress, result, setback or context
  text:
    nl: ""
    en: ""
  cites: [brief-2024-02-01#stand-van-zaken-1]
```

`data/themes/locks/indicators.yaml`, a value of `waiting-time`:

```yaml
    - period: 2023
      value: # 3.5, 4
      cites: brief-2024-02-01#stand-van-zaken-1
```
"""
    )


def test_of_one_passage_and_one_word_the_work_list_speaks_in_the_singular(
    small_archive: Archive, ingestion: Ingestion
) -> None:
    lines = worklist_of(small_archive, replace(ingestion, passages=passages_told("Sluizen"))).splitlines()

    assert lines[2].startswith("1 passage: 1 may concern a theme, 0 name none.")
    assert "## stand-van-zaken-1 (1 word)" in lines


def test_what_the_source_does_not_seem_to_mention_stands_at_the_end(
    small_archive: Archive, ingestion: Ingestion
) -> None:
    passages = passages_told("De nieuwe kaartverkoop begint in mei 2025 bij het veer.")
    worklist = worklist_of(small_archive, replace(ingestion, passages=passages))

    assert (
        worklist.partition("`atlas new standing THEME`.")[2]
        == """

## Themes that this source does not seem to mention

- `locks`

## Open milestones that this source does not seem to mention

Each is shown the passages that come nearest; if none mentions it, that is written down.

- `atlas looked electric-ferries brief-2024-02-01` (ferries)
- `atlas looked lock-zuiderkade brief-2024-02-01` (locks)
"""
    )


@pytest.mark.parametrize(
    ("text", "unmentioned"),
    [
        pytest.param("Er is veel gebeurd.", ["ferries", "locks"], id="nothing is offered"),
        pytest.param("De laatste dieselmotor is vervangen.", ["locks"], id="a milestone is"),
        pytest.param("De wachttijd is 3,5 uur.", ["ferries"], id="an indicator is"),
    ],
)
def test_a_theme_of_which_something_is_offered_is_not_listed_as_unmentioned(
    small_archive: Archive, ingestion: Ingestion, text: str, unmentioned: list[str]
) -> None:
    worklist = worklist_of(small_archive, replace(ingestion, passages=passages_told(text)))
    section = worklist.partition("## Themes that this source does not seem to mention\n")[2].partition("\n## ")[0]

    assert section.split() == [word for theme in unmentioned for word in ("-", f"`{theme}`")]


def test_a_passage_that_names_no_theme_is_listed_with_its_figures(small_archive: Archive, ingestion: Ingestion) -> None:
    worklist = worklist_of(small_archive, ingestion)
    section = worklist.partition("## Passages that name no theme\n")[2].partition("\n## ")[0]

    assert section == (
        "\n- `stand-van-zaken-4`\n- `werk-aan-bruggen-1` – figures: 18\n\n"
        "Passages that are out of scope, for `data/sources/brief-2024-02-01.yaml`:\n\n```yaml\nout_of_scope:\n"
        "  - {passage: stand-van-zaken-4, why: }\n  - {passage: werk-aan-bruggen-1, why: }\n```\n"
    )
