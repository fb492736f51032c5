"""What verify finds may be allowed with a reason; a document that is not at hand is not missed."""

from generator.checks.reading.rules import against_texts
from tests.checks.reading.conftest import statement

WRONG = statement(
    "De bodem bij Oosterdam bleek niet zachter.",
    "The ground at Oosterdam did not prove softer.",
    "verslag-2022#sluizen-1",
)
ALLOWED = '- {of: s, rule: word-not-read, why: "The next passage says it."}\n'


def test_a_finding_is_allowed_with_a_reason(told):
    assert told(WRONG | {"data/allowed.yaml": ALLOWED}) == []


def test_an_allowance_that_allows_nothing_is_reported_where_all_documents_are_at_hand(told, archive_from):
    files = {"data/allowed.yaml": ALLOWED.replace("of: s,", "of: soft-ground,")}

    assert [rule for rule, _ in told(files)] == ["allowed"]
    assert against_texts(archive_from(files), {}) == []
