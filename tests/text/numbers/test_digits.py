"""A number in digits is read as its language writes it; what else it may mean is given beside it."""

import pytest

from generator.text.numbers.digits import Digits, in_digits


def found(text: str, code: str = "nl") -> list[tuple[str, str, tuple[str, ...]]]:
    """Each number with the characters that it was read from, and what else it may mean."""
    return [(number.form, text[number.start : number.end], number.others) for number in in_digits(text, code)]


def test_a_number_stands_where_its_sign_and_its_scale_stand() -> None:
    assert list(in_digits("Dus -/- 3,50 mln euro.", "nl")) == [Digits("-3500000", 4, 16)]


@pytest.mark.parametrize(
    ("text", "code", "numbers"),
    [
        pytest.param("k€ 25", "nl", [("25000", "k€ 25", ())], id="a scale before the currency"),
        pytest.param("25 k€", "nl", [("25000", "25 k", ())], id="a scale before the currency behind the number"),
        pytest.param("€ 2 ton", "nl", [("200000", "€ 2 ton"[2:], ())], id="a ton of money"),
        pytest.param("€2 ton", "en", [("2", "2", ())], id="which is Dutch"),
        pytest.param("€3-4m", "en", [("3000000", "3", ()), ("4000000", "4m", ())], id="a letter behind a range"),
        pytest.param("3-4m", "en", [("3", "3", ()), ("4", "4m", ())], id="a unit behind a range"),
    ],
)
def test_a_scale_is_found_where_it_may_stand(text: str, code: str, numbers: list[tuple[str, str, object]]) -> None:
    assert found(text, code) == numbers


@pytest.mark.parametrize(
    ("text", "code", "others"),
    [
        pytest.param("1,500 kilo", "nl", [("1.500", ("1500",))], id="a comma in Dutch"),
        pytest.param("1.500 kilos", "en", [("1.500", ("1500",))], id="a point in English"),
        pytest.param("1.500", "nl", [("1500", ())], id="a point in Dutch separates thousands"),
        pytest.param("1,500", "en", [("1500", ())], id="as a comma does in English"),
        pytest.param("0,125", "nl", [("0.125", ())], id="nothing in front is a decimal"),
        pytest.param("2,771 mld", "nl", [("2771000000", ())], id="so is what has a scale"),
        pytest.param("1.500%", "en", [("1.500", ())], id="or is a share"),
        pytest.param("12 345", "nl", [("12", ("12345",)), ("345", ())], id="two cells or one number"),
        pytest.param("12 345 67", "nl", [("12", ()), ("345", ()), ("67", ())], id="more cells"),
        pytest.param("12 345 Wet", "nl", [("12", ()), ("345", ())], id="the number of a paper"),
        pytest.param("20 (15)", "nl", [("20", ()), ("15", ("-15",))], id="brackets in a row"),
        pytest.param("5% (3%)", "nl", [("5", ()), ("3", ("-3",))], id="of shares"),
        pytest.param("37 (3%)", "nl", [("37", ()), ("3", ())], id="the share that a number is"),
        pytest.param("zo (15) is", "nl", [("15", ())], id="brackets in a sentence"),
    ],
)
def test_a_second_reading_is_given_beside_the_first(text: str, code: str, others: list[tuple[str, object]]) -> None:
    assert [(form, other) for form, _, other in found(text, code)] == others


def test_each_cell_that_may_be_part_of_one_number_stands_in_the_place_of_all() -> None:
    assert [words for _, words, _ in found("Noord 12 345")] == ["12 345", "12 345"]
