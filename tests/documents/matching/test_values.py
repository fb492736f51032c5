"""A number may be a value of an indicator if its unit, its scale and its size fit."""

import pytest

from generator.archive.archive import Archive
from generator.documents.matching.values import values_in
from generator.model.period import parse_period

DAY = parse_period("2024-02-01").last


def found(archive: Archive, indicator: str, text: str, *, is_counted: bool = True) -> dict[str, str]:
    (record,) = [known for known in archive.indicators if known.id == indicator]
    return values_in(archive, record, text, "nl", DAY, is_counted=is_counted)


@pytest.mark.parametrize(
    ("indicator", "text", "values"),
    [
        pytest.param("waiting-time", "gemiddeld 3,5 uur", ["3.5"], id="the unit fits"),
        pytest.param("waiting-time", "gemiddeld 3,5 dagen", [], id="another unit"),
        pytest.param("waiting-time", "gemiddeld 3,5", [], id="no unit"),
        pytest.param("waiting-time", "open van 72 uur", [], id="another size"),
        pytest.param("lock-trainings", "11 trainingen", ["11"], id="what is counted is named"),
        pytest.param("lock-trainings", "11 sluizen", [], id="something else is counted"),
        pytest.param("safety-checks", "14 veiligheidscontroles", ["14"], id="at the end of a compound"),
    ],
)
def test_which_numbers_may_be_a_value(small_archive: Archive, indicator: str, text: str, values: list[str]) -> None:
    assert list(found(small_archive, indicator, text).values()) == values


def test_where_it_is_plain_what_is_counted_any_word_will_do(small_archive: Archive) -> None:
    assert found(small_archive, "ships-counted", "9.700 schepen") == {}
    assert found(small_archive, "ships-counted", "9.700 schepen", is_counted=False) == {"9700": "9700"}
