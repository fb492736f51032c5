"""What is kept is made once, is never believed when it was damaged, and goes when nobody uses it."""

import os
import time
from pathlib import Path

import pytest

from generator.fingerprint.kept import kept_or_made, remove_unused

DAYS = 86_400


class Maker:
    """Counts how often it makes the content."""

    def __init__(self, content: bytes = b"<svg/>") -> None:
        self.content, self.times = content, 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.content


@pytest.mark.parametrize("content", [b"", b"\0\xff" * 3, b"<svg/>"], ids=["nothing", "bytes", "text"])
def test_what_was_made_once_is_not_made_again(tmp_path: Path, content: bytes) -> None:
    make = Maker(content)
    got = [kept_or_made(tmp_path / "deeper/a.svg", make) for _ in range(3)]

    assert (got, make.times) == ([content] * 3, 1)
    assert [file.name for file in (tmp_path / "deeper").iterdir()] == ["a.svg"]


HARM = {
    "emptied": lambda written: b"",
    "cut short": lambda written: written[:-1],
    "another of the same size": lambda written: written.replace(b"<svg/>", b"<SVG/>"),
    "with a script": lambda written: b"<svg onload='x'/>" + written[6:],
    "what an older program kept": lambda written: b"<svg/>",
}


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
def test_what_is_not_as_it_was_written_is_made_again(tmp_path: Path, harm) -> None:
    file, make = tmp_path / "a.svg", Maker()
    kept_or_made(file, make)
    whole = file.read_bytes()
    file.write_bytes(harm(whole))

    assert kept_or_made(file, make) == b"<svg/>"
    assert (make.times, file.read_bytes()) == (2, whole)


def test_what_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        kept_or_made(tmp_path / "a.svg", lambda: bytes(1 // 0))

    assert list(tmp_path.iterdir()) == []


def test_what_nobody_used_for_a_month_goes_and_what_is_used_stays(tmp_path: Path) -> None:
    for name in ("used.svg", "unused.svg", "new.svg"):
        kept_or_made(tmp_path / name, Maker())
    (tmp_path / "killed.4711").write_bytes(b"<sv")
    for name in ("used.svg", "unused.svg", "killed.4711"):
        os.utime(tmp_path / name, (0, time.time() - 40 * DAYS))
    kept_or_made(tmp_path / "used.svg", Maker())
    remove_unused(tmp_path)

    assert sorted(file.name for file in tmp_path.iterdir()) == ["new.svg", "used.svg"]


def test_where_nothing_was_kept_nothing_is_removed(tmp_path: Path) -> None:
    remove_unused(tmp_path / "none")

    assert list(tmp_path.iterdir()) == []
