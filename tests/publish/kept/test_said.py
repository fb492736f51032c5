"""Hashes of what records say: the same for whoever reads one language, until something in that language changes."""

import pytest

from generator.archive.archive import read_archive
from generator.editions.history import Editions
from generator.model.types import Bilingual
from generator.publish.kept.said import Said
from tests.publish.test_build import made
from tests.support.small import lay_out_data

DUTCH, ENGLISH = Bilingual(nl="sluis", en="lock"), Bilingual(nl="sluis", en="gate")


@pytest.mark.parametrize(
    ("language", "same"),
    [
        pytest.param("nl", True, id="who reads Dutch sees no difference"),
        pytest.param("en", False, id="who reads English does"),
        pytest.param(None, False, id="who reads both does"),
    ],
)
def test_a_text_counts_in_its_language(language, same):
    assert (Said(language)(DUTCH) == Said(language)(ENGLISH)) is same


@pytest.mark.parametrize(
    "values",
    [
        pytest.param((("a", "b"), ("a|b",)), id="two values and one that holds the sign between them"),
        pytest.param((("a",), ("a", "")), id="nothing and an empty value"),
        pytest.param(({"a": 1}, {"a": 2}), id="a value by its name"),
        pytest.param(({"a", "b"}, {"a", "c"}), id="sets"),
        pytest.param((1, "1"), id="a number and its digits"),
    ],
)
def test_what_differs_has_another_hash(values):
    one, other = values

    assert Said("nl")(one) != Said("nl")(other)
    assert Said("nl")(one) == Said("nl")(one)


def test_where_a_record_is_written_is_no_part_of_what_it_says(tmp_path):
    editions = []
    for name, above in (("one", ""), ("two", "# What is said of locks.\n\n")):
        folder = lay_out_data(made(tmp_path / name))
        file = folder / "data/themes/locks/statements.yaml"
        file.write_text(above + file.read_text("utf-8"), "utf-8")
        editions.append(Editions(read_archive(folder))[-1])
    lines = [edition.themes["locks"].statements[0].record.place("id").line for edition in editions]

    assert lines[0] != lines[1]
    assert Said("nl")(editions[0]) == Said("nl")(editions[1])
