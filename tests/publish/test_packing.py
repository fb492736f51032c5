"""Zips of which a part is taken from an earlier one are the same to the byte as those that are packed from nothing."""

import hashlib
from datetime import date
from zipfile import ZipFile

import pytest

from generator.publish.packing import Member, digest_of, members_of, pack

DAY = date(2026, 6, 11)
CONTENTS = {"a/é.txt": b"one" * 1000, "b.txt": b"", "c.bin": bytes(range(256)) * 300}


def packed(folder, name, contents):
    sums = "".join(f"{digest_of(content)}  {path}\n" for path, content in contents.items()).encode()
    pack(folder / name, "inside", {**contents, "SUMS": sums}, DAY, b"key")
    return folder / name


def test_what_is_taken_from_another_zip_is_packed_as_it_would_be(tmp_path):
    other = packed(tmp_path, "old.zip", {**CONTENTS, "b.txt": b"before"})
    members = members_of(other, "SUMS")
    mixed = packed(tmp_path, "mixed.zip", {path: members[path] if path != "b.txt" else b"" for path in CONTENTS})

    assert mixed.read_bytes() == packed(tmp_path, "new.zip", CONTENTS).read_bytes()
    assert ZipFile(mixed).testzip() is None
    assert {entry.filename: ZipFile(mixed).read(entry) for entry in ZipFile(mixed).infolist()} == {
        **{f"inside/{path}": content for path, content in CONTENTS.items()},
        "inside/SUMS": ZipFile(mixed).read("inside/SUMS"),
    }


def test_a_member_has_the_digest_that_the_zip_gives_of_it(tmp_path):
    members = members_of(packed(tmp_path, "old.zip", CONTENTS), "SUMS")

    assert {path: member.digest for path, member in members.items()} == {
        path: hashlib.sha256(content).hexdigest() for path, content in CONTENTS.items()
    }
    assert all(isinstance(member, Member) for member in members.values())


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(None, id="no file"),
        pytest.param(b"", id="an empty file"),
        pytest.param(b"PK\x03\x04" + b"\0" * 60, id="the beginning of one"),
    ],
)
def test_of_what_is_no_zip_nothing_is_taken(tmp_path, written):
    if written is not None:
        (tmp_path / "old.zip").write_bytes(written)

    assert members_of(tmp_path / "old.zip", "SUMS") == {}


def test_of_a_zip_without_digests_nothing_is_taken(tmp_path):
    assert members_of(packed(tmp_path, "old.zip", CONTENTS), "OTHER") == {}
