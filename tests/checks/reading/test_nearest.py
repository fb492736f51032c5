"""The sentences of a passage that a text is about."""

from generator.checks.reading.nearest import nearest, nearest_of_each

PASSAGE = "De sluis is in mei gereed. De veren varen niet. De brug bij de sluis volgt in mei."


def test_the_nearest_sentences_are_those_with_the_same_words_in_the_order_of_the_passage():
    assert (
        nearest((PASSAGE,), "De sluis is gereed.", "nl")
        == "De sluis is in mei gereed.\nDe brug bij de sluis volgt in mei."
    )


def test_each_sentence_of_a_text_has_its_own():
    assert nearest((PASSAGE,), "Veren varen; de sluis is in mei gereed.", "nl").startswith("De sluis is in mei gereed.")
    assert "De veren varen niet." in nearest((PASSAGE,), "Veren varen; de sluis is in mei gereed.", "nl")


def test_a_sentence_that_says_much_more_is_not_what_a_text_says():
    long = "De veren varen volgens de kapitein op alle dagen van het jaar tussen negen uur en half elf in de avond."

    assert list(nearest_of_each((PASSAGE,), "De veren varen.", "nl")) == [("De veren varen.", "De veren varen niet.")]
    assert list(nearest_of_each((long,), "Zij varen.", "nl")) == []


def test_without_passages_nothing_is_near():
    assert nearest((), "De sluis.", "nl") == ""
    assert list(nearest_of_each((), "De sluis.", "nl")) == []
