"""What `make mutate` measures of changes of meaning, and the table that the method page shows."""

import tomllib

import pytest

from generator.pages.content import MEASURED
from tests.measure import meaning_kinds as kinds
from tests.measure.meaning_kinds import Place, swaps
from tests.measure.mutate_meaning import NAMED, Measure, file_of_table, look, mutants, table_of
from tests.support.small import ROOT

FILE = "data/themes/ferries/statements.yaml"


def changed(measure: Measure, nl: str, en: str) -> set[str]:
    """The rules that find something once the first statement of the ferries has these texts."""
    value = measure.archive.documents[FILE].value[0]
    place = Place(FILE, (0,), value)
    after = kinds.changed_at(place, ("text",), {"nl": nl, "en": en})
    return measure.caught_by(kinds.Mutant(place, after, "x"))


@pytest.mark.parametrize(
    ("pairs", "both_ways", "found"),
    [
        ([["meer", "minder"]], True, ["Er is minder."]),
        ([["minder", "meer"]], True, ["Er is minder."]),
        ([["minder", "meer"]], False, []),
        ([["is ", "is niet "]], False, ["Er is niet meer."]),
    ],
)
def test_a_word_takes_the_place_of_its_pair(pairs, both_ways, found):
    assert swaps("Er is meer.", pairs, both_ways) == found


def test_a_number_stays_where_the_words_around_it_change():
    assert swaps("Er zijn ruim 3 miljoen veren.", [["ruim #", "bijna #"]], False) == ["Er zijn bijna 3 miljoen veren."]


def test_a_change_is_found_by_the_rule_that_it_breaks(small_archive):
    measure = Measure(small_archive, look)
    text = small_archive.themes["ferries"].statements[0].text

    assert changed(measure, text["nl"], text["en"]) == set()
    assert "negation-differs" in changed(measure, text["nl"], text["en"].replace("No permit", "A permit"))
    assert "placeholder" in changed(measure, "xxx", text["en"])


def test_the_same_seed_makes_the_same_changes(small_archive):
    measure = Measure(small_archive, look)
    once, again = (
        [(kind, scope, [m.what for m in made]) for kind, scope, made in mutants(measure, 2)] for _ in range(2)
    )

    assert once == again
    assert len({kind for kind, _, _ in once}) >= 30
    assert {kind for kind, _, _ in once} == set(NAMED)


def test_the_table_has_a_line_for_each_kind_and_the_file_reads_back():
    rows = {"scale": {"one": [4, 3], "both": [2, 2]}, "markup": {"both": [5, 5]}}

    first, *_, last = (" ".join(line.split()) for line in table_of(rows).splitlines())
    assert first == "scale one: 3 of 4 (75%) both: 2 of 2 (100%)"
    assert last == "all all: 10 of 11 (91%)"
    assert [kind["id"] for kind in tomllib.loads(file_of_table(rows))["kinds"]] == ["scale", "markup"]


TABLE = {kind["id"]: kind for kind in tomllib.loads((ROOT / MEASURED).read_text("utf-8"))["kinds"]}


def test_the_table_of_the_method_page_has_every_kind():
    assert set(TABLE) == set(NAMED)


@pytest.mark.parametrize(
    ("ids", "scopes", "least"),
    [
        pytest.param(set(NAMED), {"one", "both"}, 0.6, id="all"),
        pytest.param(
            {
                *("negation-dropped", "negation-added", "more-less", "rose-fell", "before-after", "hedge-dropped"),
                *("hedge-added", "hedge-changed", "unit", "scale", "sign-in-text", "currency", "name"),
            },
            {"one"},
            0.95,
            id="in one language only",
        ),
        pytest.param({"languages-swapped", "one-text-twice"}, {"both"}, 0.95, id="languages"),
        pytest.param(
            {"unit", "scale", "sign-in-text", "value-sign", "currency", "percent-points", "unit-changed"},
            {"both"},
            0.85,
            id="unit, sign and currency",
        ),
        pytest.param(
            {"citation-same-figures", "citation-same-source", "citation-other-source"},
            {"both"},
            0.85,
            id="citations",
        ),
    ],
)
def test_the_table_of_the_method_page_keeps_what_was_reached(ids, scopes, least):
    counts = [TABLE[id][scope] for id in ids for scope in scopes & set(TABLE[id])]
    tried, found = (sum(count[i] for count in counts) for i in (0, 1))

    assert found >= least * tried
    assert tried >= 2000 or ids != set(NAMED)


def test_of_each_kind_that_is_not_always_found_the_page_says_why_in_both_languages():
    unexplained = [
        id
        for id, kind in TABLE.items()
        if any(kind[scope][0] > kind[scope][1] for scope in ("one", "both") if scope in kind)
        and set(kind.get("why", {})) != set(kinds.LANGUAGES)
    ]

    assert unexplained == []
