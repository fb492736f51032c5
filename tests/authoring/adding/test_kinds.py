"""Each kind of record that can be added knows its file, and says what it is."""

import pytest

from generator.authoring.adding.kinds import KINDS, RecordKind
from generator.model.files import FILES

ALONE = {"atlas.yaml", "passages/<source>.yaml", "categories.yaml", "names.yaml", "allowed.yaml"}
"""Files to which nothing is added one by one."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_says_in_a_line_what_it_is(kind: RecordKind) -> None:
    assert kind.about and "\n" not in kind.about


def test_something_can_be_added_to_every_file_that_grows() -> None:
    assert {file.pattern for file in FILES} - {kind.file.pattern for kind in KINDS} == ALONE
