"""What words say: counted by concept, the longest phrase at a place, with words that only may say it."""

import pytest

from generator.checks.meaning.words import differing, lexicon, meaning_of, opposites, words_of


@pytest.mark.parametrize(
    ("code", "text", "concept", "said"),
    [
        pytest.param("nl", "Er is geen veer.", "negation", (1, 1), id="a word"),
        pytest.param("en", "It is no longer there.", "negation", (1, 1), id="a phrase counts once"),
        pytest.param("nl", "Het aantal daalde fors.", "less", (1, 1), id="a word with another ending"),
        pytest.param("nl", "Er waren ruim 200 veren.", "above", (1, 1), id="a phrase with a number"),
        pytest.param("nl", "Er waren ruim twintig veren.", "above", (1, 1), id="a phrase with a number in words"),
    ],
)
def test_a_text_says_what_its_words_say(code, text, concept, said):
    assert lexicon(code).said(text)[concept] == said


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param("nl", "Er zijn onder meer veren.", id="a phrase that says nothing"),
        pytest.param("en", "It sailed in May 2024.", id="a month that is another word with a small letter"),
    ],
)
def test_what_only_looks_like_it_says_nothing(code, text):
    assert not {"more", "may"} & set(lexicon(code).said(text))


def test_texts_differ_where_one_says_more_often_than_the_other_can():
    said = {
        code: lexicon(code).said(text) for code, text in {"nl": "Er is geen veer.", "en": "There is a ferry."}.items()
    }

    assert list(differing(said)) == [("negation", "nl", "en")]


def test_texts_do_not_differ_where_a_word_may_say_it():
    texts = {"nl": "Er is te weinig ruimte.", "en": "There is not enough room."}

    assert list(differing({code: lexicon(code).said(text) for code, text in texts.items()})) == []


def test_every_opposite_has_the_first_as_its_opposite():
    assert {concept: opposites()[opposite] for concept, opposite in opposites().items()} == {
        concept: concept for concept in opposites()
    }


def test_a_concept_has_words_and_a_name_for_messages():
    assert "daal" in words_of("less", "nl")
    assert meaning_of("negation") == "a denial"
