"""The archive is whole, says how to check that, and is the same whenever it is made."""

import io
import json
from datetime import date
from hashlib import sha256
from zipfile import ZipFile

import frictionless

from generator.publish.open_data.catalogue.archive import zip_of

DAY = date(2023, 6, 20)
HASH = sha256(b"id\n").hexdigest()


def test_it_holds_every_file_and_their_hashes() -> None:
    with ZipFile(io.BytesIO(zip_of({"b.csv": b"id\n", "a.json": b"{}"}, DAY))) as archive:
        assert archive.namelist() == ["a.json", "b.csv", "SHA256SUMS"]
        assert archive.read("SHA256SUMS").decode().splitlines()[1] == f"{HASH}  b.csv"
        assert {entry.date_time for entry in archive.infolist()} == {(2023, 6, 20, 0, 0, 0)}


def test_it_is_the_same_in_whatever_order_files_come() -> None:
    assert zip_of({"b.csv": b"1", "a.csv": b"2"}, DAY) == zip_of({"a.csv": b"2", "b.csv": b"1"}, DAY)


def test_the_archive_of_an_edition_is_a_valid_package_by_itself(exports, tmp_path) -> None:
    with ZipFile(io.BytesIO(exports["small"]["2023-06-20"]["atlas.zip"])) as archive:
        archive.extractall(tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))

    assert (report.valid, report.stats["errors"]) == (True, 0)
    assert json.loads((tmp_path / "atlas.json").read_text("utf-8"))["edition"]["latest"] is False
