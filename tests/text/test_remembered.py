"""What was found in a text is found once, also by the next process; what is kept changes nothing that is found."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from generator.text import remembered
from generator.text.quantities import REMEMBERED, quantities_in
from generator.text.remembered import Remembered


def remembering() -> "Remembered[tuple[int, ...]]":
    return Remembered(list, tuple)


class Finder:
    """Finds the same each time, and counts how often it looks."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> tuple[int, ...]:
        self.times += 1
        return (1, 2)


def test_it_is_looked_for_once_and_not_again_in_the_next_process(tmp_path: Path) -> None:
    find = Finder()
    for process in (remembering(), remembering()):
        with process.kept_in(tmp_path):
            assert [process(find, "a text", "nl") for _ in range(2)] == [(1, 2)] * 2

    assert find.times == 1


def test_all_that_is_given_counts(tmp_path: Path) -> None:
    known, find = remembering(), Finder()
    with known.kept_in(tmp_path):
        for given in (("a", "nl"), ("a", "en"), ("b", "nl"), ("an", "l")):
            known(find, *given)

    assert find.times == 4


def test_what_is_kept_is_added_to(tmp_path: Path) -> None:
    find = Finder()
    for texts in (("a",), ("b",), ("a", "b")):
        known = remembering()
        with known.kept_in(tmp_path):
            for text in texts:
                known(find, text)

    assert find.times == 2


def test_what_was_found_is_kept_where_something_else_is_wrong(tmp_path: Path) -> None:
    first, again, find = remembering(), remembering(), Finder()
    with suppress(LookupError), first.kept_in(tmp_path):
        first(find, "a")
        raise LookupError
    with again.kept_in(tmp_path):
        again(find, "a")

    assert find.times == 1


def test_what_was_damaged_is_found_again(tmp_path: Path) -> None:
    find = Finder()
    for _ in range(2):
        known = remembering()
        with known.kept_in(tmp_path):
            known(find, "a")
        (file,) = tmp_path.iterdir()
        file.write_bytes(b"{}")

    assert find.times == 2


def test_what_was_found_first_is_forgotten_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "_MOST", 2)
    first, find = remembering(), Finder()
    with first.kept_in(tmp_path):
        for text in "abc":
            first(find, text)
    again = remembering()
    with again.kept_in(tmp_path):
        again(find, "b"), again(find, "c")
        assert find.times == 3
        again(find, "a")
        assert find.times == 4


def test_where_nothing_can_be_written_it_is_found_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    known = remembering()
    with known.kept_in(tmp_path / "file"):
        assert known(Finder(), "a") == (1, 2)


def test_figures_that_were_kept_are_those_that_are_read(tmp_path: Path) -> None:
    texts = [("Op 3 mei 2024 waren er ruim 1.200 controles, -3,5% minder.", "nl"), ("One in three of 28,000.", "en")]
    day = date(2024, 6, 24)
    fresh = [quantities_in.__wrapped__(text, code, day) for text, code in texts]
    with REMEMBERED.kept_in(tmp_path):
        again = [quantities_in.__wrapped__(text, code, day) for text, code in texts]

    assert again == fresh and all(fresh)
