"""A text is in its language, finished and plain; whole records are in tests/cases/refused/."""

import pytest

from generator.checks.claims import Claim
from generator.checks.meaning.written import in_other_language, unwritten
from generator.diagnostics import Rule
from generator.model.records import Bilingual, Map


def claim_of(nl: str, en: str) -> Claim:
    text = Bilingual.model_validate({"nl": nl, "en": en})
    return Claim("the map", text, (), Map(title=text), "title")


@pytest.mark.parametrize(
    ("nl", "en", "rules"),
    [
        ("De veren varen.", "The ferries sail.", []),
        ("TODO", "The ferries sail.", [Rule.PLACEHOLDER]),
        ("De veren ???", "The ferries sail.", [Rule.PLACEHOLDER]),
        ("De <b>veren</b>", "The ferries", [Rule.MARKUP]),
        ("De [veren](x)", "The **ferries**", [Rule.MARKUP, Rule.MARKUP]),
        ("Veren & ponten, 3 * 4", "Ferries & barges, 3 * 4", []),
    ],
)
def test_what_is_unfinished_or_marked_is_told(nl, en, rules):
    assert [diagnostic.rule for diagnostic in unwritten(claim_of(nl, en))] == rules


@pytest.mark.parametrize(
    ("nl", "en", "told"),
    [
        ("Het veer vaart naar het eiland.", "The ferry sails to the island.", 0),
        ("The ferry sails to the island.", "Het veer vaart naar het eiland.", 2),
        ("Het veer vaart naar het eiland.", "Het veer vaart naar het eiland.", 1),
        ("Smart seals", "Smart seals", 0),
        ("Liaison in Washington", "Liaison in Washington", 0),
    ],
)
def test_a_text_in_the_other_language_is_told(nl, en, told):
    assert len(list(in_other_language(claim_of(nl, en)))) == told
