"""A figure counts what is counted around it in the passage."""


def test_what_is_counted_stands_near_the_figure_in_the_passage(said):
    right = ("Er waren 12 controles in de zomer.", "There were 12 checks in summer.")
    wrong = ("Er waren 12 aanhoudingen in de zomer.", "There were 12 arrests in summer.")

    assert said(*right, "verslag-2022#veren-3") == []
    assert "figure-not-read" in said(*wrong, "verslag-2022#veren-3")


def test_a_figure_that_the_passage_writes_in_words_is_left_alone(said):
    text = ("Er waren 12 aanhoudingen.", "There were 12 arrests.")

    assert "figure-not-read" not in said(*text, "verslag-2022#mensen-1")
