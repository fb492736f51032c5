"""A change of an index by hand is seen, whatever it changes; its layout and its comments are no part of it."""

import pytest

from generator.archive.yaml_loader import read_yaml
from generator.documents.index.seal import seal_of, sealed
from tests.support.small import SMALL

INDEX = (SMALL / "data/passages/verslag-2022.yaml").read_text("utf-8")


def test_the_seal_is_of_everything_but_itself() -> None:
    seal = INDEX.splitlines()[-1].removeprefix("seal: ")

    assert seal_of(read_yaml(INDEX, "x.yaml").value) == seal
    assert sealed(INDEX) == INDEX
    assert sealed(INDEX.replace(seal, "0" * 64)) == INDEX


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("numbers: []", 'numbers: ["7"]', id="a figure that is invented"),
        pytest.param("words: 2", "words: 3", id="a count"),
        pytest.param("sha256: ", "sha256: 0", id="the hash of the document"),
        pytest.param('figures: ["12 ', 'figures: ["over 12 ', id="a hedge"),
        pytest.param("passages:", 'read_again: ["x"]\npassages:', id="a reason"),
    ],
)
def test_whatever_is_changed_breaks_it(before: str, after: str) -> None:
    changed = INDEX.replace(before, after, 1)

    assert changed != INDEX
    assert seal_of(read_yaml(changed, "x.yaml").value) != seal_of(read_yaml(INDEX, "x.yaml").value)


def test_a_comment_and_another_order_of_keys_leave_it_whole() -> None:
    source, published, *rest = INDEX.splitlines(keepends=True)
    moved = "".join(["# A note.\n", published, source, *rest])

    assert seal_of(read_yaml(moved, "x.yaml").value) == seal_of(read_yaml(INDEX, "x.yaml").value)
