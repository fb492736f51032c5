"""What readers will see change between two states of the data, and what may not change in silence."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.archive.archive import Archive, read_archive
from generator.authoring.compare import review, unlogged
from generator.checks.coverage import coverage_of
from generator.editions.history import Editions
from generator.pages.workspace import Workspace
from tests.support.small import SITE, SMALL, Files, lay_out_data

LOCKS = "data/themes/locks/milestones.yaml"
INDEX = "data/passages/verslag-2022.yaml"
TRAININGS = "data/themes/locks/indicators.yaml"
STATEMENTS = "data/themes/locks/statements.yaml"


def written(file: str, *changes: tuple[str, str]) -> str:
    text = (SMALL / file).read_text("utf-8")
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after, 1)
    return text


@pytest.fixture
def both(tmp_path: Path) -> Callable[[Files], tuple[Archive, Archive]]:
    """The small archive as it stands, and overlaid with some files."""

    def made(files: Files) -> tuple[Archive, Archive]:
        (tmp_path / "old").mkdir()
        (tmp_path / "new").mkdir()
        return read_archive(lay_out_data(tmp_path / "old")), read_archive(lay_out_data(tmp_path / "new", files))

    return made


def opened(archives: tuple[Archive, Archive]) -> tuple[Workspace, Workspace]:
    """The two archives as they are compared."""
    old, new = (Workspace(SMALL, archive, SITE, Editions(archive)) for archive in archives)
    return old, new


CORRECTED = """\
- id: looked-again
  published: 2023-07-01
  of: [{of}]
  what: {{nl: "Er stond iets anders.", en: "It said something else."}}
  why: {{nl: "Een leesfout.", en: "A misreading."}}
"""
OTHER_DUE = {LOCKS: written(LOCKS, ("due: mid-2022", "due: 2022"))}
OTHER_DAY = {LOCKS: written(LOCKS, ("done: 2022-11-15", "done: 2022-11"))}
OTHER_VALUE = {TRAININGS: written(TRAININGS, ("value: 4", "value: 5"))}
RENAMED = {LOCKS: written(LOCKS, ("id: lock-zuiderkade", "id: lock-zuid"))}


@pytest.mark.parametrize(
    ("files", "told"),
    [
        pytest.param({}, [], id="what stays as it is"),
        pytest.param(
            {STATEMENTS: written(STATEMENTS, ("en: \"", "en: \"Now, "))}, [], id="a text that is worded otherwise"
        ),
        pytest.param(
            OTHER_DUE,
            ["the first due date of 'lock-oosterdam' was mid-2022 in the edition of 2021-03-10, and would be 2022",
             "the latest due date of 'lock-oosterdam' was mid-2022 in the edition of 2021-03-10, and would be 2022"],
            id="a due date",
        ),
        pytest.param(
            OTHER_DAY,
            ["the day it was done of 'lock-westhaven' was 2022-11-15 in the edition of 2023-02, and would be 2022-11"],
            id="the day on which something was done",
        ),
        pytest.param({**OTHER_DUE, "data/corrections.yaml": CORRECTED.format(of="lock-oosterdam")}, [],
                     id="a due date with a correction"),
        pytest.param(
            {**OTHER_DAY, "data/corrections.yaml": CORRECTED.format(of="lock-oosterdam")},
            ["the day it was done of 'lock-westhaven' was 2022-11-15 in the edition of 2023-02, and would be 2022-11"],
            id="a correction of something else",
        ),
        pytest.param(RENAMED, ["the milestone 'lock-zuiderkade' was removed, and links to it would break"],
                     id="a record that got another id"),
        pytest.param(
            {**RENAMED, "data/aliases.yaml": "- {kind: milestone, was: lock-zuiderkade, became: lock-zuid}\n"},
            [],
            id="a record that got another id, with an alias",
        ),
        pytest.param(
            {"data/sources/brief-2023-06-20.yaml": written("data/sources/brief-2023-06-20.yaml",
                                                            ("published: 2023-06-20", "published: 2023-06-21"))},
            ["the edition 2023-06-20 would be removed: readers cite it"],
            id="the day of an edition",
        ),
        pytest.param(
            {INDEX: written(INDEX, ('figures: ["12 ', 'figures: ["over 12 '))},
            ["the passages of 'verslag-2022' changed, and nothing says why"],
            id="passages, even with a seal that fits",
        ),
        pytest.param(
            {INDEX: written(INDEX, ("passages:", "read_again: [\"a better file came\"]\npassages:"))},
            [],
            id="passages that were read again for a reason",
        ),
        pytest.param({INDEX: written(INDEX, ("sha256:", "# A note.\nsha256:"))}, [], id="a comment"),
    ],
)  # fmt: skip
def test_what_was_published_does_not_change_in_silence(both, files, told):
    assert [diagnostic.message for diagnostic in unlogged(*both(files))] == told


def test_a_value_that_changes_needs_a_correction(both):
    (diagnostic,) = unlogged(*both(OTHER_VALUE))

    assert (diagnostic.location.file, "was 4" in diagnostic.message, "would be 5" in diagnostic.message) == (
        TRAININGS,
        True,
        True,
    )
    assert "log it in data/corrections.yaml with this id under `of`" in diagnostic.hint


def test_what_a_new_document_tells_is_no_mistake_of_ours(tmp_path):
    """The state of affairs before the last letter, against the whole."""
    last = "brief-2023-06-20"
    before = lay_out_data(tmp_path)
    for folder in ("sources", "passages"):
        (before / "data" / folder / f"{last}.yaml").unlink()
    old = read_archive(before)
    (tmp_path / "new").mkdir()
    new = read_archive(lay_out_data(tmp_path / "new"))

    assert list(unlogged(old, new)) == []


def test_a_change_is_told_once_with_the_editions_that_it_is_in(both):
    found = review(*opened(both(OTHER_DUE))).rewritten

    assert [(c.key.id, c.key.aspect, c.old.shown, c.new.shown, editions) for c, editions in found][:1] == [
        ("lock-oosterdam", "", "mid-2022", "2022", ("2021-03-10", "2023-02", "2023-06-20"))
    ]


def test_what_is_worded_otherwise_is_told_by_language(both):
    found = review(*opened(both({STATEMENTS: written(STATEMENTS, ('en: "', 'en: "Now, '))})))

    assert [(w.name, w.part, w.after.startswith("Now, ")) for w in found.wordings] == [
        ("statement 'two-locks-renewed'", "text.en", True)
    ]


def test_nothing_differs_from_itself(both):
    found = review(*opened(both({})))

    assert (found.new_editions, found.gone_editions, found.rewritten, found.wordings, found.coverage) == ((),) * 5


@pytest.mark.parametrize(
    ("files", "differ"),
    [
        pytest.param({STATEMENTS: written(STATEMENTS, ('en: "', 'en: "Now, '))}, [], id="a text with the same figures"),
        pytest.param(OTHER_VALUE, ["brief-2021-03-10"], id="a value that its passage does not hold"),
    ],
)
def test_the_reading_of_a_document_differs_only_if_what_is_cited_or_carried_does(both, files, differ):
    before, after = both(files)
    found = review(*opened((before, after))).coverage
    whole = [{c.source: c for c in coverage_of(a, Editions(a)[-1])} for a in (before, after)]

    assert [source for source, *_ in found] == differ
    assert [pair for _, *pair in found] == [[old_and_new[source] for old_and_new in whole] for source, *_ in found]


LATE = {
    "data/sources/nota-2022.yaml": """\
id: nota-2022
kind: letter
title: {nl: "Nota 2022", en: "Note 2022"}
published: 2022-03
sender: {nl: "de minister van Water", en: "Minister for Water"}
""",
    "data/passages/nota-2022.yaml": """\
source: nota-2022
published: 2022-03
sha256: d58527f6bd6cc09836b2b48566f4a617b03657125086c1b6eb596b7122729f58
passages:
  - {id: sluizen-1, section: "Sluizen", words: 4, hash: "c81ac32ff669463c", numbers: [], dates: []}
""",
}
AMENDED = """\
- id: note-entered-late
  published: 2023-07-01
  sources: [nota-2022]
  why: {nl: "De nota was ons niet bekend.", en: "We did not know the note."}
"""


def test_a_document_that_is_entered_late_needs_an_amendment(both):
    (diagnostic,) = unlogged(*both(LATE))

    assert diagnostic.location.file == "data/sources/nota-2022.yaml"
    assert diagnostic.message == (
        "'nota-2022' of 2022-03 would change editions that were published: 2023-02, 2023-06-20"
    )
    assert "data/amendments.yaml" in diagnostic.hint


def test_with_an_amendment_it_needs_nothing_more(both):
    assert list(unlogged(*both({**LATE, "data/amendments.yaml": AMENDED}))) == []
