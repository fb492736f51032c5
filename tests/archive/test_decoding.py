"""The bytes of a file → its text, or where it is not UTF-8."""

import pytest

from generator.archive.decoding import decoded
from generator.diagnostics.diagnostic import InvalidData


def test_a_file_is_read_as_utf_8_and_a_byte_order_mark_is_no_part_of_it() -> None:
    assert decoded("\ufeffé\r\n".encode(), "a.yaml") == "é\r\n"

    with pytest.raises(InvalidData, match=r"a\.yaml:2:1: the file is not UTF-8"):
        decoded(b"a\n\xe9", "a.yaml")
