"""A figure of an external source replaces none of more weight, contradicts none in silence, and says what it counts."""

import pytest

from generator.checks.observations import (
    a_series_counts_one_thing,
    a_series_has_one_step,
    differences_are_explained,
    standings_agree,
)
from tests.checks.test_observations import FILE, FIRST, REVISED, SECOND, THIRD, WAITING, said, value, waiting

RELAYED, OFFICIAL = "krant-2022#aanhef-1", "meetnet-2023#aanhef-1"


@pytest.mark.parametrize(
    "observations",
    [
        pytest.param([value("5", RELAYED), value("4", OFFICIAL)], id="an official value after a relayed one"),
        pytest.param([value("5", OFFICIAL), value("4", THIRD)], id="one told to parliament after an official one"),
        pytest.param([value("5", FIRST), value("4", OFFICIAL)], id="an official one after one told to parliament"),
    ],
)
def test_a_value_of_another_standing_is_no_revision(archive_from, observations):
    assert said(differences_are_explained(waiting(archive_from, *observations))) == []


ABOUT, MORE, LEAST, LESS = (f"qualifier: {word}" for word in ("about", "more-than", "at-least", "less-than"))


@pytest.mark.parametrize(
    ("relayed", "official", "agree"),
    [
        pytest.param("100", "100.0", True, id="the same"),
        pytest.param("100", "101", False, id="another, and neither is hedged"),
        pytest.param(f"100 {ABOUT}", "105", True, id="about is within five per cent of what was relayed"),
        pytest.param(f"100 {ABOUT}", "95", True, id="below it too"),
        pytest.param(f"100 {ABOUT}", "105.1", False, id="about is no more than that"),
        pytest.param(f"100 {ABOUT}", "94.9", False, id="nor less"),
        pytest.param(f"-100 {ABOUT}", "-104", True, id="about a value below zero"),
        pytest.param(f"100 {MORE}", "250", True, id="more than"),
        pytest.param(f"100 {MORE}", "99", False, id="not more than"),
        pytest.param(f"100 {LEAST}", "250", True, id="at least"),
        pytest.param(f"100 {LEAST}", "99", False, id="less than at least"),
        pytest.param(f"100 {LESS}", "2", True, id="less than"),
        pytest.param(f"100 {LESS}", "101", False, id="not less than"),
        pytest.param("250", f"100 {MORE}", True, id="what the official body hedges itself"),
        pytest.param("99", f"100 {MORE}", False, id="what is outside what the official body hedges"),
        pytest.param(f"100 {ABOUT}", f"110 {ABOUT}", True, id="two that may both be between"),
        pytest.param(f"100 {LESS}", f"101 {MORE}", False, id="two that have nothing in common"),
    ],
)
def test_a_relayed_value_contradicts_an_official_one_unless_their_words_leave_room(
    archive_from, relayed, official, agree
):
    (one, _, how), (other, _, hedge) = relayed.partition(" "), official.partition(" ")
    archive = waiting(archive_from, value(one, RELAYED, more=how), value(other, OFFICIAL, more=hedge))
    contradiction = f"krant-2022 gives 'waiting-time' {one} for 2020, but meetnet-2023, which has more weight, {other}"

    assert said(standings_agree(archive)) == ([] if agree else [contradiction])


@pytest.mark.parametrize(
    ("observations", "diagnostics"),
    [
        pytest.param([value("5", OFFICIAL), value("4", THIRD)],
                     ["meetnet-2023 gives 'waiting-time' 5 for 2020, but brief-2023-06-20, which has more weight, 4"],
                     id="an official value against one told to parliament"),
        pytest.param([value("5", OFFICIAL), value("4", FIRST)],
                     ["meetnet-2023 gives 'waiting-time' 5 for 2020, but brief-2021-03-10, which has more weight, 4"],
                     id="also if it came later"),
        pytest.param([value("5", RELAYED), value("4", RELAYED), value("4", OFFICIAL)],
                     ["krant-2022 gives 'waiting-time' 5 for 2020, but meetnet-2023, which has more weight, 4"],
                     id="one of two relayed values, though the other agrees"),
        pytest.param([value("4", RELAYED), value("4", OFFICIAL), value("5", THIRD)],
                     ["krant-2022 gives 'waiting-time' 4 for 2020, but brief-2023-06-20, which has more weight, 5",
                      "meetnet-2023 gives 'waiting-time' 4 for 2020, but brief-2023-06-20, which has more weight, 5"],
                     id="against each that has more weight"),
        pytest.param([value("5", SECOND), value("4", THIRD)], [], id="two that were told to parliament"),
        pytest.param([value("5", RELAYED), value("4", OFFICIAL, "2021")], [], id="values of two periods"),
    ],
)  # fmt: skip
def test_only_another_standing_and_the_same_period_make_a_contradiction(archive_from, observations, diagnostics):
    assert said(standings_agree(waiting(archive_from, *observations))) == diagnostics


TENSION = """\
- id: ships-of-2020
  kind: {kind}
  themes: [locks]
  indicators: [{indicator}]
  text: {{nl: "Zij verschillen.", en: "They differ."}}
  cites: [{cites}]
"""


@pytest.mark.parametrize(
    ("kind", "indicator", "cites", "is_told"),
    [
        pytest.param("contradiction", "waiting-time", f"{RELAYED}, {OFFICIAL}", True, id="both of them, beside it"),
        pytest.param("definition", "waiting-time", f"{RELAYED}, {OFFICIAL}", True, id="as two definitions"),
        pytest.param("wording", "waiting-time", f"{RELAYED}, {OFFICIAL}", False, id="as what pages do not show"),
        pytest.param("contradiction", "lock-trainings", f"{RELAYED}, {OFFICIAL}", False, id="beside another one"),
        pytest.param("contradiction", "waiting-time", f"{THIRD}, {OFFICIAL}", False, id="one of them and a third"),
    ],
)
def test_a_contradiction_is_in_order_once_readers_see_a_tension_that_cites_both(
    archive_from, kind, indicator, cites, is_told
):
    written = (
        WAITING
        + "  observations:\n"
        + "".join(f"    - {{{observation}}}\n" for observation in (value("5", RELAYED), value("4", OFFICIAL)))
    )
    tension = TENSION.format(kind=kind, indicator=indicator, cites=cites)
    archive = archive_from({FILE: written, "data/tensions.yaml": tension})

    assert (said(standings_agree(archive)) == []) is is_told


SOURCE = """\
id: {id}
kind: {kind}
title: {{nl: "Schepen", en: "Ships"}}
published: {published}
"""


@pytest.mark.parametrize(
    ("id", "kind", "published", "more"),
    [
        pytest.param("krant-2022", "external", "2022-11-15", "", id="a relayed source without its standing"),
        pytest.param("meetnet-2023", "external", "2023-03-01", "", id="an official source without its standing"),
        pytest.param("brief-2023-06-20", "letter", "2023-06-20", "standing: relayed\n", id="a letter with one"),
    ],
)
def test_a_standing_that_is_missing_or_misplaced_is_one_mistake_and_not_two(archive_from, id, kind, published, more):
    first = [value("5", RELAYED), value("5", OFFICIAL, "2021"), value("4", OFFICIAL)] if kind == "external" else []
    told = [value("3", SECOND, "2019"), value("2", THIRD, "2019", REVISED)]
    lines = "".join(f"    - {{{observation}}}\n" for observation in (*first, *told))
    source = SOURCE.format(id=id, kind=kind, published=published) + more
    archive = archive_from({FILE: f"{WAITING}  observations:\n{lines}", f"data/sources/{id}.yaml": source})

    assert said(standings_agree(archive)) + said(differences_are_explained(archive)) == []


BROKEN = """\
  breaks:
    - {{since: {since}, text: {{nl: "Anders.", en: "Otherwise."}}, cites: meetnet-2023#aanhef-1}}
"""
WITHOUT = "'waiting-time' has a value of the external source meetnet-2023, but no `{}`"
UNBROKEN = "the value of 'waiting-time' for 2021 has {}, and the line does not break before it"


@pytest.mark.parametrize(
    ("fields", "value_of_2021", "diagnostics"),
    [
        pytest.param("", value("5", SECOND, "2021"), [], id="what parliament was told need not say it"),
        pytest.param("", value("5", OFFICIAL, "2021"), [WITHOUT.format("counted_by"), WITHOUT.format("area")],
                     id="neither who counts nor where"),
        pytest.param("counted_by: network", value("5", OFFICIAL, "2021"), [WITHOUT.format("area")], id="not where"),
        pytest.param("counted_by: network, area: locks", value("5", OFFICIAL, "2021"), [], id="both"),
        pytest.param("counted_by: network, area: locks", value("5", OFFICIAL, "2021", "counted_by: network"), [],
                     id="the same body, said once more"),
        pytest.param("counted_by: network, area: locks", value("5", OFFICIAL, "2021", "counted_by: agency"),
                     [UNBROKEN.format("counted_by 'agency'")], id="another body without a break"),
        pytest.param("counted_by: network, area: locks", value("5", OFFICIAL, "2021", "area: harbour"),
                     [UNBROKEN.format("area 'harbour'")], id="another area without a break"),
        pytest.param("counted_by: network, area: locks, since: 2021",
                     value("5", OFFICIAL, "2021", "counted_by: agency"), [], id="another body from a break on"),
        pytest.param("counted_by: network, area: locks, since: 2022",
                     value("5", OFFICIAL, "2021", "counted_by: agency"), [UNBROKEN.format("counted_by 'agency'")],
                     id="another body before a break"),
    ],
)  # fmt: skip
def test_a_series_with_outside_values_says_who_counts_and_where(archive_from, fields, value_of_2021, diagnostics):
    given = dict(field.split(": ") for field in fields.split(", ") if field)
    breaks = BROKEN.format(since=given.pop("since")) if "since" in given else ""
    lines = "".join(f"  {name}: {category}\n" for name, category in given.items()) + breaks
    written = f"{WAITING}{lines}  observations:\n    - {{{value('4', FIRST)}}}\n    - {{{value_of_2021}}}\n"

    found = [diagnostic.message for diagnostic in a_series_counts_one_thing(archive_from({FILE: written}))]
    assert [message for message in found if "waiting-time" in message] == diagnostics


MIXED = "'waiting-time' has a value for {} beside one for {}"


@pytest.mark.parametrize(
    ("source", "periods", "diagnostics"),
    [
        pytest.param(OFFICIAL, ["2020", "2021"], [], id="years, of which one is a leap year"),
        pytest.param(OFFICIAL, ["2020-H1", "2020-H2", "2021-H1"], [], id="half-years"),
        pytest.param(OFFICIAL, ["2020-Q1", "2020-Q3"], [], id="quarters"),
        pytest.param(OFFICIAL, ["2020-01", "2020-02"], [], id="months"),
        pytest.param(OFFICIAL, ["2020", "2021-H1"], [MIXED.format("2021-H1", "2020")], id="a half-year among years"),
        pytest.param(OFFICIAL, ["2020-Q1", "2020-H2"], [MIXED.format("2020-H2", "2020-Q1")],
                     id="a half-year among quarters"),
        pytest.param(SECOND, ["2020", "2021-H1"], [], id="as parliament was told"),
    ],
)  # fmt: skip
def test_a_series_with_outside_values_has_one_length_of_period(archive_from, source, periods, diagnostics):
    archive = waiting(archive_from, *(value("4", source, period) for period in periods))

    assert [diagnostic.message for diagnostic in a_series_has_one_step(archive)] == diagnostics
