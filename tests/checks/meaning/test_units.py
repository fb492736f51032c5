"""The figures of a text with what they are given in."""

import pytest

from generator.checks.meaning.units import units_of, unlike


@pytest.mark.parametrize(
    ("code", "text", "pairs"),
    [
        pytest.param("nl", "Het kostte € 3,5 miljoen.", [("35", "euro")], id="a sign before"),
        pytest.param("nl", "Het kostte 3,5 miljoen euro.", [("35", "euro")], id="a word after the scale"),
        pytest.param("en", "It rose by 3.5%.", [("35", "percent")], id="a sign after"),
        pytest.param("en", "It took three hours.", [("3", "hour")], id="a number in words"),
        pytest.param("nl", "In 2024 kwamen er 12 zendingen.", [("12", "consignment")], id="what is counted"),
        pytest.param("nl", "In 2024 kwam er een veer.", [], id="a year has none"),
    ],
)
def test_a_figure_has_the_unit_beside_it(code, text, pairs):
    assert list(units_of(code).pairs(text).elements()) == pairs


@pytest.mark.parametrize(
    ("nl", "en", "told"),
    [
        ("Het kostte € 3.", "It cost $3.", [("euro", "nl"), ("dollar", "en")]),
        ("Het steeg met 3%.", "It rose by 3 percentage points.", [("percent", "nl"), ("percentage-point", "en")]),
        ("Het kostte € 3.", "It cost 3.", [("euro", "nl")]),
        ("Er kwamen 3 zendingen.", "There came 3 checks.", [("consignment", "nl"), ("check", "en")]),
        ("Er kwamen 3 zendingen.", "There came 3.", []),
        ("Er kwamen 3 zendingen.", "There came 3 consignments.", []),
    ],
)
def test_another_unit_is_told_and_a_counted_thing_may_be_left_out(nl, en, told):
    pairs = {"nl": units_of("nl").pairs(nl), "en": units_of("en").pairs(en)}

    assert [(unit, code) for (_, unit), code, _ in unlike(pairs)] == told
