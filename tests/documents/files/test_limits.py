"""A foreign file is read in bounded time and memory, or refused in one line."""

import os
import signal
from pathlib import Path

import pytest

from generator.documents.block import Unreadable
from generator.documents.files.limits import MAX_BYTES, bytes_of, within_limits
from generator.documents.pdf.reader import read_pdf
from tests.support.pdf_files import nested_pdf


def endless() -> None:
    while True:
        pass


def deep(depth: int = 0) -> int:
    return deep(depth + 1)


def refused() -> None:
    raise Unreadable("it is no letter")


def test_what_is_read_within_limits_is_returned() -> None:
    assert within_limits(lambda: ("two", "passages")) == ("two", "passages")


def test_a_file_that_is_refused_is_refused_for_its_own_reason() -> None:
    with pytest.raises(Unreadable, match=r"^it is no letter$"):
        within_limits(refused)


def test_what_never_ends_is_ended() -> None:
    with pytest.raises(
        Unreadable, match=r"^reading it takes more than 1 seconds of processor time, as no letter does$"
    ):
        within_limits(endless, seconds=1)


def test_what_needs_more_memory_than_there_is_gets_none() -> None:
    with pytest.raises(Unreadable, match=r"^reading it takes more than 3 GB of memory, as no letter does$"):
        within_limits(lambda: len(bytearray(10**12)))


def test_what_is_nested_without_end_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"^its parts are nested deeper than those of any letter$"):
        within_limits(deep)


def test_a_reader_that_breaks_down_does_not_take_the_program_with_it() -> None:
    with pytest.raises(Unreadable, match=r"^reading it ended the reader itself \(signal 15\); save it again"):
        within_limits(lambda: os.kill(os.getpid(), signal.SIGTERM))


def test_a_pdf_whose_forms_multiply_is_ended() -> None:
    with pytest.raises(Unreadable, match=r"^reading it takes more than 1 seconds of processor time"):
        within_limits(lambda: read_pdf(nested_pdf("Een brief.", depth=26)), seconds=1)


def test_a_file_larger_than_any_letter_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "letter.pdf").open("wb") as file:
        file.truncate(MAX_BYTES * 5)

    with pytest.raises(Unreadable, match=r"^the file has 500,000,000 bytes; at most 100,000,000 are read$"):
        bytes_of(tmp_path / "letter.pdf")
