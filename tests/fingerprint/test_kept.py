"""What is kept is made once, is never believed when it was damaged, and goes when nobody uses it."""

import os
import time
from pathlib import Path

import pytest

from generator.fingerprint.kept import is_own, kept_or_made, remove_unused

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
    kept = tmp_path / "kept"
    for name in ("used.svg", "unused.svg", "new.svg"):
        kept_or_made(kept / name, Maker())
    (kept / "killed.4711").write_bytes(b"<sv")
    for name in ("used.svg", "unused.svg", "killed.4711"):
        os.utime(kept / name, (0, time.time() - 40 * DAYS))
    kept_or_made(kept / "used.svg", Maker())
    remove_unused(tmp_path, "kept")

    assert sorted(file.name for file in kept.iterdir()) == ["new.svg", "used.svg"]


@pytest.mark.parametrize("link", [".atlas", ".atlas/checks"])
def test_nothing_is_removed_where_a_link_leads(tmp_path: Path, link: str) -> None:
    root, theirs = tmp_path / "project", tmp_path / "theirs" / Path(".atlas/checks").relative_to(link)
    theirs.mkdir(parents=True)
    (theirs / "a thesis").write_text("Years of work.", "utf-8")
    os.utime(theirs / "a thesis", (0, time.time() - 40 * DAYS))
    (root / link).parent.mkdir(parents=True)
    (root / link).symlink_to(tmp_path / "theirs")
    remove_unused(root, ".atlas/checks")

    assert (is_own(root, ".atlas/checks"), (theirs / "a thesis").exists()) == (False, True)


def test_where_nothing_was_kept_nothing_is_removed(tmp_path: Path) -> None:
    remove_unused(tmp_path, "none")

    assert list(tmp_path.iterdir()) == []
