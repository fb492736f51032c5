"""What is kept of what checks found: it is used again only where nothing changed, and changes no verdict."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from generator.archive import Archive, Entry, entries
from generator.archive.archive import read_archive
from generator.checks.meaning.rules import remarks_on_meaning
from generator.checks.registry.check import Check
from generator.checks.registry.findings import Finder, Finding, Findings
from generator.checks.run import FACT_CHECK
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model import Statement
from tests.support.small import lay_out_data

FOUND = Diagnostic(Location("f", 1, 1), "what", "Do.", rule=Rule.NAME_DIFFERS)


class Looking:
    """Finds something in each statement, or nothing, and notes what it was shown."""

    def __init__(self, finds: bool = False) -> None:
        self.finds = finds
        self.seen: list[Entry] = []

    def prepare(self, archive: Archive) -> Finder:
        """As a check does."""

        def find(shown: Iterable[Entry]) -> Iterator[Finding]:
            for entry in shown:
                self.seen.append(entry)
                if self.finds and isinstance(entry.record, Statement):
                    yield Finding(entry.name, FOUND)

        return find


def looked_at(archive: Archive, folder: Path, finds: bool = False, keeps: bool = True) -> list[str]:
    """The names of the records that are looked at, in their order."""
    looking = Looking(finds)
    list(Findings(archive, folder).of(looking.prepare, keeps_problems=keeps))
    return [entry.name for entry in looking.seen]


def test_without_a_folder_everything_is_looked_at(small_archive: Archive) -> None:
    looking = Looking()
    list(Findings(small_archive).of(looking.prepare, keeps_problems=True))

    assert looking.seen == list(entries(small_archive))


def test_each_record_is_in_one_part(small_archive: Archive, tmp_path: Path) -> None:
    seen = looked_at(small_archive, tmp_path / "kept")

    assert sorted(seen) == sorted(entry.name for entry in entries(small_archive))


def test_what_is_as_it_was_is_not_looked_at_and_what_was_found_is_said_again(
    small_archive: Archive, tmp_path: Path
) -> None:
    first, again = Looking(finds=True), Looking(finds=True)
    found = [
        list(Findings(small_archive, tmp_path / "kept").of(one.prepare, keeps_problems=True)) for one in (first, again)
    ]

    assert found[0] == found[1] != []
    assert again.seen == []


def test_what_is_wrong_is_looked_at_again(small_archive: Archive, tmp_path: Path) -> None:
    looked_at(small_archive, tmp_path / "kept", finds=True, keeps=False)
    again = looked_at(small_archive, tmp_path / "kept", finds=True, keeps=False)

    assert again and all(name not in again for name in ("the atlas", "term 'ebis'"))


def test_a_folder_that_cannot_be_written_changes_nothing(small_archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")

    assert looked_at(small_archive, tmp_path / "file") == looked_at(small_archive, tmp_path / "file") != []


STATEMENTS, SOURCE = "data/themes/ferries/statements.yaml", "data/sources/brief-2023-06-20.yaml"
GLOSSARY, INDEX = "data/glossary.yaml", "data/passages/krant-2022.yaml"


def changed(root: Path, name: str) -> Archive:
    """The archive with one more blank line at the end of a file: all that it says is as before."""
    file = root / name
    file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    return read_archive(root)


@pytest.mark.parametrize(
    ("name", "themes"),
    [(STATEMENTS, {"ferries"}), (SOURCE, {"ferries", "locks"}), (GLOSSARY, {"ferries", "locks"}), (INDEX, {"locks"})],
)
def test_what_depends_on_a_file_that_changed_is_looked_at_again(tmp_path: Path, name: str, themes: set[str]) -> None:
    root = lay_out_data(tmp_path)
    archive = read_archive(root)
    looked_at(archive, root / "kept")
    again = looked_at(changed(root, name), root / "kept")

    assert {id for id in archive.themes if f"theme {id!r}" in again} == themes


@pytest.mark.parametrize(
    "check", [*FACT_CHECK, remarks_on_meaning], ids=lambda check: getattr(check, "name", "remarks")
)
def test_what_is_kept_changes_no_verdict(
    check: Check | Callable[[Archive, Findings], list[Diagnostic]],
    small_archive: Archive,
    broken_archives: list[Archive],
    tmp_path: Path,
) -> None:
    list(check(small_archive, Findings(small_archive, tmp_path / "kept")))
    kept = [sorted(check(archive, Findings(archive, tmp_path / "kept"))) for archive in broken_archives]
    fresh = [sorted(check(archive, Findings(archive))) for archive in broken_archives]

    assert kept == fresh
    assert any(fresh)
