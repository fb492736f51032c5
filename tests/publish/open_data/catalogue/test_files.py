"""Every kind of file has a media type; one that has none is noticed."""

import pytest

from generator.publish.open_data.catalogue.files import described


def test_files_are_described_by_path() -> None:
    (first, second) = described({"b.csv": b"a\n", "a/b.parquet": b""})

    assert (first.path, first.bytes, second.path, second.bytes) == ("a/b.parquet", 0, "b.csv", 2)
    assert second.kind.media_type == "text/csv"


def test_a_kind_of_file_that_nobody_described_is_refused() -> None:
    with pytest.raises(KeyError):
        list(described({"a.exe": b""}))
