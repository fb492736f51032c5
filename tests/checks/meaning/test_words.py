"""What words say: counted by concept, the longest phrase at a place, with words that only may say it."""

import tomllib
from importlib.resources import files

import pytest

from generator.checks.meaning.words import THINGS, WORDS, differing, lexicon, meaning_of, opposites, words_of


def differing_in(nl: str, en: str, table: str = WORDS) -> list[tuple[str, str, str]]:
    return list(differing({code: lexicon(code, table).said(text) for code, text in (("nl", nl), ("en", en))}))


@pytest.mark.parametrize(
    ("code", "text", "concept", "said"),
    [
        pytest.param("nl", "Er is geen veer.", "negation", (1, 1, 1), id="a word"),
        pytest.param("en", "It is no longer there.", "negation", (1, 1, 1), id="a phrase counts once"),
        pytest.param("nl", "Het aantal daalde fors.", "less", (1, 1, 1), id="a word with another ending"),
        pytest.param("nl", "Er waren ruim 200 veren.", "above", (1, 1, 1), id="a phrase with a number"),
        pytest.param("nl", "Er waren ruim twintig veren.", "above", (1, 1, 1), id="a phrase with a number in words"),
        pytest.param("nl", "Het was een zorgvuldiger veer.", "more", (0, 0, 1), id="a word with another beginning"),
        pytest.param("en", "The ferry reduced its fare.", "less", (1, 1, 1), id="the start of a word says it surely"),
        pytest.param("en", "Imports were high.", "import", (1, 1, 1), id="a whole word counts before its start"),
        pytest.param("nl", "Er varen nieuwe veren.", "new", (0, 1, 1), id="a word that mostly says it"),
        pytest.param("en", "They can sail and can moor.", "may", (1, 1, 2), id="what is said or not counts once"),
    ],
)
def test_a_text_says_what_its_words_say(code, text, concept, said):
    assert lexicon(code, WORDS).said(text)[concept] == said


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param("nl", "Er zijn onder meer veren.", id="a phrase that says nothing"),
        pytest.param("en", "It sailed in May 2024.", id="a month that is another word with a small letter"),
        pytest.param("nl", "Het veer valt onder een regeling.", id="an article is no number"),
    ],
)
def test_what_only_looks_like_it_says_nothing(code, text):
    assert not {"more", "may", "below"} & set(lexicon(code, WORDS).said(text))


def test_texts_differ_where_one_says_more_often_than_the_other_can():
    assert differing_in("Er is geen veer.", "There is a ferry.") == [("negation", "nl", "en")]


def test_texts_do_not_differ_where_a_word_may_say_it():
    assert differing_in("Er is te weinig ruimte.", "There is not enough room.") == []


@pytest.mark.parametrize(
    ("nl", "en", "told"),
    [
        pytest.param("Zij herstelt nieuwe sluizen.", "It repairs recently built locks.", [], id="without it"),
        pytest.param("Zij herstelt nieuwe sluizen.", "It repairs locks.", [], id="left out"),
        pytest.param(
            "Zij herstelt nieuwe sluizen.",
            "It repairs old locks.",
            [("new", "nl", "en"), ("old", "en", "nl")],
            id="the opposite",
        ),
    ],
)
def test_what_is_mostly_said_counts_where_the_other_says_the_opposite(nl, en, told):
    assert differing_in(nl, en) == told


@pytest.mark.parametrize(
    ("nl", "en", "told"),
    [
        pytest.param("De schippers varen; schippers slapen aan boord.", "The skippers sail.", [], id="no such thing"),
        pytest.param("Burgers varen; die burgers betalen.", "Citizens sail and pay.", [], id="once or twice"),
        pytest.param("Burgers varen.", "Companies sail.", ["citizens", "companies"], id="another thing"),
        pytest.param("De minister komt.", "The State Secretary comes.", ["minister", "state-secretary"], id="who acts"),
    ],
)
def test_what_one_language_names_the_other_names_too(nl, en, told):
    assert [thing for thing, _, _ in differing_in(nl, en, THINGS)] == told


@pytest.mark.parametrize("table", [WORDS, THINGS])
def test_every_concept_has_words_in_both_languages_each_in_one_list(table):
    for concept, entry in tomllib.loads(files("generator.checks.meaning").joinpath(table).read_text("utf-8")).items():
        for code in ("nl", "en"):
            words = [word for kind in ("sure", "mostly", "maybe") for word in entry[code].get(kind, ())]

            assert words, (concept, code)
            assert len(words) == len(set(words)), (concept, code)
            assert not set(entry[code]) - {"sure", "mostly", "maybe"}, (concept, code)


def test_every_opposite_has_the_first_as_its_opposite():
    assert {concept: opposites()[opposite] for concept, opposite in opposites().items()} == {
        concept: concept for concept in opposites()
    }


def test_a_concept_has_words_and_a_name_for_messages():
    assert "daal" in words_of("less", "nl")
    assert meaning_of("negation") == "a denial"
    assert meaning_of("companies", THINGS) == "companies"


def test_the_words_that_surely_say_a_concept_are_some_of_its_words():
    sure, all_ = words_of("less", "nl", only_sure=True), words_of("less", "nl")

    assert "kleiner" in sure
    assert set(sure) < set(all_)
