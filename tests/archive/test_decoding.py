"""The bytes of a file → its text, or where it is not UTF-8."""

import os
from pathlib import Path

import pytest

from generator.archive.decoding import decoded, strange_in
from generator.diagnostics.diagnostic import InvalidData


def test_a_file_is_read_as_utf_8_and_a_byte_order_mark_is_no_part_of_it() -> None:
    assert decoded("\ufeffé\r\n".encode(), "a.yaml") == "é\r\n"

    with pytest.raises(InvalidData, match=r"a\.yaml:2:1: the file is not UTF-8"):
        decoded(b"a\n\xe9", "a.yaml")


def entries(folder: Path) -> list[str]:
    return [f"{told.location.file}: {told.message}" for told in strange_in(folder)]


def test_plain_files_and_folders_may_lie_in_data(tmp_path: Path) -> None:
    (tmp_path / "data" / "themes").mkdir(parents=True)
    (tmp_path / "data" / "atlas.yaml").write_text("a: b\n")
    (tmp_path / "data" / "also.yaml").symlink_to("atlas.yaml")

    assert entries(tmp_path / "data") == []


def test_what_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "statements.yaml").mkdir(parents=True)
    os.mkfifo(data / "milestones.yaml")
    (data / "aux.yaml").write_text("")
    (data / "places.yaml").write_text("")
    (data / "Places.yaml").write_text("")
    (data / "link.yaml").symlink_to("/etc/hostname")
    (data / "folder").symlink_to(tmp_path)

    assert entries(data) == [
        "data/aux.yaml: Windows has no file of this name, which is that of a device",
        "data/folder: this is a link to a place outside data/",
        "data/link.yaml: this is a link to a place outside data/",
        "data/milestones.yaml: this is neither a file nor a folder",
        "data/places.yaml: its name differs from data/Places.yaml only in capitals",
        "data/statements.yaml: this is a folder, and must be a file",
    ]
