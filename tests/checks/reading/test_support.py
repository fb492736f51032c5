"""What a text says in words that its passages do not have, or that the other language does not."""

import pytest


@pytest.mark.parametrize(
    ("nl", "en", "cites", "rules"),
    [
        pytest.param(
            "De bodem bij Oosterdam bleek zachter.",
            "The ground at Oosterdam proved softer.",
            "verslag-2022#sluizen-1",
            [],
            id="what the passage says",
        ),
        pytest.param(
            "De bodem bij Oosterdam bleek niet zachter.",
            "The ground at Oosterdam did not prove softer.",
            "verslag-2022#sluizen-1",
            ["word-not-read"],
            id="a denial in both languages",
        ),
        pytest.param(
            "De vernieuwing van de sluis bij Oosterdam duurt korter dan voorzien.",
            "The renewal of the lock at Oosterdam takes less time than foreseen.",
            "verslag-2022#sluizen-1",
            ["word-not-read", "word-of-one-language"],
            id="the opposite",
        ),
        pytest.param(
            "De politie gaf negen trainingen voor sluiswachters.",
            "The police gave nine trainings for lock keepers.",
            "verslag-2022#mensen-1",
            [],
            id="a body that is in no list",
        ),
        pytest.param(
            "De Belastingdienst gaf negen trainingen voor sluiswachters.",
            "The tax administration gave nine trainings for lock keepers.",
            "verslag-2022#mensen-1",
            ["word-not-read"],
            id="another body",
        ),
        pytest.param(
            "De sluis bij Westhaven is zonder vertraging opengegaan.",
            "The lock at Westhaven opened with a delay.",
            "verslag-2022#sluizen-2",
            ["word-not-read", "word-of-one-language"],
            id="with in one language, without in the other",
        ),
        pytest.param(
            "De brief noemt geen datum voor de sluis bij Oosterdam.",
            "The letter gives no date for the lock at Oosterdam.",
            "verslag-2022#sluizen-1",
            [],
            id="what a document does not say",
        ),
    ],
)
def test_a_text_is_said_in_words_that_its_passage_has(said, nl, en, cites, rules):
    assert said(nl, en, cites) == rules


def test_a_word_of_another_sentence_of_the_passage_does_not_support_a_text(said):
    near = ("De bodem bij Oosterdam bleek niet zachter.", "The ground at Oosterdam did not prove softer.")
    far = ("Voor de steiger is geen vergunning verleend.", "No permit was given for the jetty.")

    assert said(*far, "verslag-2022#veren-1") == []
    assert said(*near, "verslag-2022#sluizen-1") == ["word-not-read"]
