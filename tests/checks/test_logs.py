"""A correction names what there is or was, and an alias leads in one step from what is no more to what is."""

from collections.abc import Callable

import pytest

from generator.archive.archive import Archive
from generator.checks.logs import (
    aliases_lead_somewhere,
    amendments_name_late_sources,
    corrections_are_of_what_was_published,
    corrections_name_records,
    passages_of,
)
from generator.diagnostics.rules import Rule
from tests.support.small import Files

Read = Callable[[Files], Archive]
RENAMED = "- {kind: milestone, was: lock-east, became: lock-oosterdam}\n"


def correction(*of: str, day: str = "2023-01-05") -> str:
    texts = 'what: {nl: "Een jaar te vroeg.", en: "A year early."}\n  why: {nl: "Een tikfout.", en: "A typo."}'
    return f"- id: early\n  published: {day}\n  of: [{', '.join(of)}]\n  {texts}\n"


@pytest.mark.parametrize(
    "id",
    [
        pytest.param("locks", id="a theme"),
        pytest.param("two-locks-renewed", id="a statement"),
        pytest.param("waiting-time", id="an indicator"),
        pytest.param("lock-oosterdam", id="a milestone"),
        pytest.param("lock-east", id="what was renamed since"),
    ],
)
def test_what_is_or_was_there_can_be_corrected(archive_from: Read, id: str) -> None:
    archive = archive_from({"data/corrections.yaml": correction(id), "data/aliases.yaml": RENAMED})

    assert list(corrections_name_records(archive)) == []


def test_each_id_that_a_correction_cannot_name_is_reported_at_its_place(archive_from: Read) -> None:
    archive = archive_from({"data/corrections.yaml": correction("locks", "oosterdam", "lock-oosterdm")})

    assert [(str(found), found.rule) for found in corrections_name_records(archive)] == [
        (
            "data/corrections.yaml:3:15: correction 'early' names 'oosterdam', which is not a theme, statement, "
            "indicator or milestone\n    Did you mean 'lock-oosterdam'?",
            Rule.UNKNOWN_ID,
        ),
        (
            "data/corrections.yaml:3:26: correction 'early' names 'lock-oosterdm', which is not a theme, statement, "
            "indicator or milestone\n    Did you mean 'lock-oosterdam'?",
            Rule.UNKNOWN_ID,
        ),
    ]


@pytest.mark.parametrize(
    ("id", "day", "problems"),
    [
        pytest.param("lock-oosterdam", "2021-03-10", 0, id="on the day of the first edition"),
        pytest.param("lock-oosterdam", "2021-03-09", 1, id="the day before it"),
        pytest.param("lock-oosterdam", "2021-03", 0, id="in the month of it"),
        pytest.param("locks", "2021-03-09", 1, id="of a theme"),
        pytest.param("lock-east", "2021-03-09", 1, id="of what was renamed since"),
        pytest.param("jetty-refused", "2021-03-10", 1, id="of what a later document brought"),
        pytest.param("jetty-refused", "2031-01-01", 0, id="of a day to come, which no data can tell"),
    ],
)
def test_a_correction_is_dated_no_earlier_than_what_it_corrects(
    archive_from: Read, id: str, day: str, problems: int
) -> None:
    archive = archive_from({"data/corrections.yaml": correction(id, day=day), "data/aliases.yaml": RENAMED})

    assert len(list(corrections_are_of_what_was_published(archive))) == problems


@pytest.mark.parametrize(
    ("alias", "found"),
    [
        pytest.param("{kind: milestone, was: lock-east, became: lock-oosterdam}", [], id="to a record of its kind"),
        pytest.param("{kind: milestone, was: lock-east, became: locks}", [], id="to a theme"),
        pytest.param("{kind: passage, source: verslag-2022, was: veren-9, became: veren-1}", [], id="of a passage"),
        pytest.param(
            "{kind: passage, source: brief-2021-03-10, was: veren-9, became: veren-3}",
            [(Rule.UNKNOWN_ID, "the alias of passage 'veren-9' leads to 'veren-3', which is not a passage or a theme")],
            id="to a passage of another source",
        ),
        pytest.param(
            "{kind: passage, was: veren-9, became: nothing}",
            [(Rule.ALIAS, "the alias of passage 'veren-9' has no `source`")],
            id="of a passage of no source, of which nothing else can be said",
        ),
        pytest.param(
            "{kind: place, source: verslag-2022, was: east, became: oosterdam}",
            [(Rule.ALIAS, "the alias of place 'east' has a `source`")],
            id="of something else that has a source",
        ),
        pytest.param(
            "{kind: milestone, was: lock-westhaven, became: noordeiland}",
            [
                (Rule.ALIAS, "the milestone 'lock-westhaven' still exists, so it needs no alias"),
                (
                    Rule.UNKNOWN_ID,
                    "the alias of milestone 'lock-westhaven' "
                    "leads to 'noordeiland', which is not a milestone or a theme",
                ),
            ],
            id="of what is there, to a record of another kind",
        ),
    ],
)
def test_an_alias_leads_from_what_is_no_more_to_what_is(
    archive_from: Read, alias: str, found: list[tuple[Rule, str]]
) -> None:
    archive = archive_from({"data/aliases.yaml": f"- {alias}\n"})

    assert [(problem.rule, problem.message) for problem in aliases_lead_somewhere(archive)] == found


def test_a_source_that_is_not_there_has_no_passages(archive_from: Read) -> None:
    archive = archive_from(
        {
            "data/aliases.yaml": "- {kind: passage, source: verslag, was: a-1, became: a-2}\n"
            "- {kind: passage, source: brief-2021-03-10, was: veren-9, became: veren-1}\n"
        }
    )
    known = [passages_of(archive, alias) for alias in archive.aliases.values()]

    assert known == [
        set(),
        {"aanhef-1", "aanhef-2", "sluizen-1", "sluizen-2", "sluizen-3", "veren-1", "tot-slot-1"},
    ]


SAME_DAY = """\
id: annex-2023
kind: letter
title: {nl: "Bijlage", en: "Annex"}
published: 2023-06-20
sender: {nl: "de minister van Water", en: "Minister for Water"}
"""


@pytest.mark.parametrize(
    ("source", "day", "amends"),
    [
        pytest.param("verslag-2022", "2023-07-01", True, id="one that is older than an edition"),
        pytest.param("annex-2023", "2023-07-01", True, id="one of the day of an edition, which knows it too"),
        pytest.param("verslag-2022", "2023-06-20", False, id="on the day on which that edition came out"),
        pytest.param("brief-2023-06-20", "2024-01-01", False, id="one whose edition is the newest, which was new"),
    ],
)
def test_an_amendment_names_a_source_that_a_published_edition_took_up(archive_from, source, day, amends):
    texts = '{nl: "Het was ons niet bekend.", en: "We did not know it."}'
    amendment = f"- id: late\n  published: {day}\n  sources: [{source}]\n  why: {texts}\n"
    sources = {"data/sources/annex-2023.yaml": SAME_DAY} if source == "annex-2023" else {}
    archive = archive_from({**sources, "data/amendments.yaml": amendment})

    assert [found.rule for found in amendments_name_late_sources(archive)] == ([] if amends else [Rule.AMENDMENT])
