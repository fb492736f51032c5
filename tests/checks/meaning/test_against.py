"""What a record says that its passages do not: remarks, which a person decides on."""

import pytest

from generator.archive import citing, entries
from generator.checks.meaning.against import against_passages
from generator.checks.meaning.names import Names
from generator.checks.meaning.passages import Passages
from generator.diagnostics import Rule

LOCKS = "data/themes/locks/statements.yaml"


@pytest.fixture
def rules_of(archive_from):
    """The rules that find something in one statement of the small archive."""

    def found(nl: str, cites: str) -> list[Rule]:
        text = f'{{nl: "{nl}", en: "The lock."}}'
        written = f"- {{id: s, when: 2022, kind: context, text: {text}, cites: [{cites}]}}\n"
        archive = archive_from({LOCKS: written})
        names = Names(tuple(archive.renderings.values()))
        (entry,) = (entry for entry in citing(entries(archive)) if entry.name == "statement 's'")
        return [finding.diagnostic.rule for finding in against_passages(Passages(archive), names, entry)]

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
