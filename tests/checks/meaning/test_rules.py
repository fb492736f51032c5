"""The rules on meaning over a whole archive."""

from generator.checks.meaning.rules import figures_are_said_alike, languages_mean_the_same, remarks_on_meaning

STATEMENTS = "data/themes/locks/statements.yaml"


def test_the_small_archive_is_in_order_and_gets_no_remark(small_archive):
    assert [*languages_mean_the_same(small_archive), *figures_are_said_alike(small_archive)] == []
    assert remarks_on_meaning(small_archive) == []


def test_a_citation_moved_to_another_passage_gets_a_remark(archive_from):
    text = '{nl: "De bodem bleek zachter.", en: "The ground proved softer."}'
    written = f"- {{id: s, when: 2022, kind: context, text: {text}, cites: [verslag-2022#mensen-1]}}\n"
    remarks = remarks_on_meaning(archive_from({STATEMENTS: written}))

    assert {remark.rule.value for remark in remarks} >= {"unlike-passage", "nearer-passage"}


def test_a_remark_that_is_allowed_is_not_made(archive_from):
    text = '{nl: "De bodem bleek zachter.", en: "The ground proved softer."}'
    written = f"- {{id: s, when: 2022, kind: context, text: {text}, cites: [verslag-2022#mensen-1]}}\n"
    allowed = "".join(f'- {{of: s, rule: {rule}, why: "x"}}\n' for rule in ("unlike-passage", "nearer-passage"))
    remarks = remarks_on_meaning(archive_from({STATEMENTS: written, "data/allowed.yaml": allowed}))

    assert not {remark.rule.value for remark in remarks} & {"unlike-passage", "nearer-passage", "allowed"}
