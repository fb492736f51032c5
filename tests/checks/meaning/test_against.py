"""What a record says that its passages do not: remarks, which a person decides on."""

import pytest

from generator.archive import entries
from generator.checks.meaning.against import against_passages
from generator.checks.meaning.names import Names
from generator.checks.meaning.passages import Passages
from generator.diagnostics import Rule
from tests.support.small import SMALL

MILESTONES = "data/themes/ferries/milestones.yaml"
LOCKS = "data/themes/locks/statements.yaml"


def rules_in(archive, name: str) -> list[Rule]:
    """The rules that find something in the entries of that name."""
    passages, names = Passages(archive), Names(tuple(archive.renderings.values()))
    chosen = [entry for entry in entries(archive) if entry.name == name]
    return [finding.diagnostic.rule for entry in chosen for finding in against_passages(passages, names, entry)]


@pytest.fixture
def rules_of(archive_from):
    """The rules that find something in one statement of the small archive."""

    def found(nl: str, cites: str) -> list[Rule]:
        text = f'{{nl: "{nl}", en: "The lock."}}'
        written = f"- {{id: s, when: 2022, kind: context, text: {text}, cites: [{cites}]}}\n"
        return rules_in(archive_from({LOCKS: written}), "statement 's'")

    return found


@pytest.mark.parametrize(
    ("nl", "cites", "rules"),
    [
        pytest.param("De bodem bleek zachter.", "verslag-2022#sluizen-1", [], id="what the passage says"),
        pytest.param(
            "De bodem bij Oosterdam bleek zachter.",
            "verslag-2022#mensen-1",
            [Rule.NAME_NOT_IN_PASSAGE],
            id="a name of another passage",
        ),
        pytest.param(
            "De bodem bij Westhaven bleek zachter.",
            "verslag-2022#sluizen-1",
            [Rule.NAME_NOT_IN_PASSAGE],
            id="another name",
        ),
        pytest.param(
            "De bodem bij Oosterdam bleek niet zachter.",
            "verslag-2022#sluizen-1",
            [Rule.DENIAL_NOT_IN_PASSAGE],
            id="a denial",
        ),
        pytest.param(
            "De nieuwe kaartverkoop begint na maart 2023 of nadat de laatste dieselmotor vervangen is.",
            "verslag-2022#veren-2",
            [],
            id="an opposite that the passage has no word for",
        ),
        pytest.param(
            "De sluis bij Westhaven is voordat zij af was weer opengegaan; sindsdien wordt er eerder geschut.",
            "verslag-2022#sluizen-2",
            [],
            id="words for both",
        ),
    ],
)
def test_a_statement_is_held_against_its_passages(rules_of, nl, cites, rules):
    assert rules_of(nl, cites) == rules


def test_more_where_the_passage_has_only_less_is_the_opposite(rules_of):
    assert Rule.OPPOSITE_OF_PASSAGE in rules_of("De vernieuwing bij Oosterdam duurt korter.", "verslag-2022#sluizen-1")


@pytest.mark.parametrize(
    ("says", "cites", "rules"),
    [
        ("stalled", "verslag-2022#veren-1", []),
        ("stalled", "verslag-2022#sluizen-1", [Rule.DENIAL_NOT_IN_PASSAGE]),
        ("dropped", "verslag-2022#sluizen-1", [Rule.DENIAL_NOT_IN_PASSAGE]),
        ("under-way", "verslag-2022#sluizen-1", []),
    ],
)
def test_a_passage_has_a_word_for_what_is_stalled_or_dropped(archive_from, says, cites, rules):
    written = (SMALL / MILESTONES).read_text("utf-8")
    old = "cites: verslag-2022#veren-1, says: stalled"
    assert old in written
    archive = archive_from({MILESTONES: written.replace(old, f"cites: {cites}, says: {says}")})

    assert rules_in(archive, "a report of milestone 'ferry-noordeiland'") == rules


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        pytest.param("sluis bij Westhaven", "sluis bij Westhaven", [], id="as it was"),
        pytest.param("sluis bij Westhaven", "sluis bij Oosterwijk", [Rule.NAME_NOT_IN_PASSAGE], id="another name"),
        pytest.param("sluis bij Westhaven", "sluis door de Waterdienst", [], id="whose document it is"),
    ],
)
def test_a_title_names_what_a_passage_of_its_reports_names(archive_from, old, new, rules):
    file = "data/themes/locks/milestones.yaml"
    written = (SMALL / file).read_text("utf-8")
    archive = archive_from({file: written.replace(old, new, 1)})

    assert rules_in(archive, "milestone 'lock-westhaven'") == rules
