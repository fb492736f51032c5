"""Records cite the passages that say what they say: remarks, which a person decides on."""

import pytest

from generator.archive import citing, entries
from generator.checks.meaning.cited import cites_others, use_of
from generator.checks.meaning.passages import Passages
from generator.diagnostics import Rule
from generator.model import Term

LOCKS = "data/themes/locks/statements.yaml"


@pytest.fixture
def rules_of(archive_from):
    """The rules that find something in one record of the small archive."""

    def found(file: str, written: str, name: str) -> list[Rule]:
        archive = archive_from({file: written})
        (entry,) = (entry for entry in citing(entries(archive)) if entry.name == name)
        return [finding.diagnostic.rule for finding in cites_others(Passages(archive), entry)]

    return found


def statement(nl: str, *cites: str) -> tuple[str, str, str]:
    text = f'{{nl: "{nl}", en: "The lock."}}'
    return (
        LOCKS,
        f"- {{id: s, when: 2022, kind: context, text: {text}, cites: [{', '.join(cites)}]}}\n",
        "statement 's'",
    )


def term(nl: str, cites: str) -> tuple[str, str, str]:
    text = '{nl: "Woord voor iets.", en: "Word for something."}'
    written = f'- {{id: t, term: {{nl: "{nl}", en: "x"}}, text: {text}, cites: [{cites}]}}\n'
    return "data/glossary.yaml", written, "term 't'"


@pytest.mark.parametrize(
    ("record", "rules"),
    [
        pytest.param(statement("De bodem bleek zachter.", "verslag-2022#sluizen-1"), [], id="the passage that says it"),
        pytest.param(
            statement("De bodem bleek zachter.", "verslag-2022#mensen-1"),
            [Rule.UNLIKE_PASSAGE, Rule.NEARER_PASSAGE],
            id="another passage of the source",
        ),
        pytest.param(
            statement("De bodem bleek zachter.", "brief-2021-03-10#veren-1"),
            [Rule.UNLIKE_PASSAGE],
            id="a passage of a source that does not know its words",
        ),
        pytest.param(
            statement(
                "De bodem bleek zachter. Er is geen vergunning voor de steiger.",
                "verslag-2022#sluizen-1",
                "verslag-2022#veren-1",
            ),
            [],
            id="a sentence of each passage",
        ),
        pytest.param(
            statement(
                "De bodem bleek zachter. Er is geen vergunning voor de steiger.",
                "verslag-2022#sluizen-1",
                "verslag-2022#mensen-1",
            ),
            [Rule.UNLIKE_PASSAGE, Rule.NEARER_PASSAGE],
            id="one of two passages says nothing of it",
        ),
        pytest.param(term("Kaartverkoop", "verslag-2022#veren-2"), [], id="a term that the passage uses"),
        pytest.param(
            term("Kaartverkoop", "verslag-2022#mensen-1"), [Rule.UNLIKE_PASSAGE], id="a term that it does not use"
        ),
    ],
)
def test_a_record_is_held_against_each_passage_that_it_cites(rules_of, record, rules):
    assert rules_of(*record) == rules


def test_each_side_of_a_tension_has_its_passage(rules_of):
    text = (
        '{nl: "Een bron noemt een wachttijd van 4,20 uur; een andere spreekt van steigers en vergunningen.", en: "x"}'
    )

    def written(second: str) -> str:
        cites = f"verslag-2022#sluizen-3, verslag-2022#{second}"
        return f"- {{id: t, kind: wording, themes: [locks], text: {text}, cites: [{cites}]}}\n"

    assert rules_of("data/tensions.yaml", written("veren-1"), "tension 't'") == []
    assert rules_of("data/tensions.yaml", written("mensen-1"), "tension 't'") == [Rule.UNLIKE_PASSAGE]


def named(nl: str, abbreviation: str | None = None) -> Term:
    return Term.model_validate(
        {
            "id": "t",
            "term": {"nl": nl, "en": "x"},
            "text": {"nl": "x", "en": "x"},
            "cites": ["verslag-2022#veren-2"],
            **({"abbreviation": abbreviation} if abbreviation else {}),
        }
    )


@pytest.mark.parametrize(
    ("written", "passage", "uses"),
    [
        pytest.param(named("Dieselmotor"), "veren-2", True, id="the word itself"),
        pytest.param(named("Pont"), "veren-3", True, id="a plural"),
        pytest.param(named("Zomerpont"), "veren-3", True, id="a compound of which both parts are there"),
        pytest.param(named("Motorwagen (dieselmotor)"), "veren-2", True, id="one of two names"),
        pytest.param(named("Motorwagen", "Dieselmotor"), "veren-2", True, id="its short form"),
        pytest.param(named("Sluizen"), "sluizen-2", True, id="a heading"),
        pytest.param(named("Dieselmotor"), "veren-1", False, id="another passage"),
        pytest.param(named("De en het"), "veren-1", False, id="only words that are everywhere"),
    ],
)
def test_a_passage_uses_a_term_in_some_form(small_archive, written, passage, uses):
    index = Passages(small_archive).index("verslag-2022")

    assert (use_of(written, index, passage) > 0.5) is uses


def test_of_a_term_of_several_words_some_are_a_part(small_archive):
    index = Passages(small_archive).index("verslag-2022")

    assert 0 < use_of(named("Nachtelijke kaartverkoop"), index, "veren-2") < 1
