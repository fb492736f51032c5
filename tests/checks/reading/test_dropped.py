"""An expectation stays one."""


def test_what_a_passage_expects_is_no_fact(said):
    fact = (
        "De vernieuwde sluis bij Oosterdam is medio 2022 gereed.",
        "The renewed lock at Oosterdam is ready in mid-2022.",
    )
    kept = (
        "De vernieuwde sluis bij Oosterdam is naar verwachting medio 2022 gereed.",
        "The renewed lock at Oosterdam is expected to be ready in mid-2022.",
    )

    assert said(*fact, "brief-2021-03-10#sluizen-1") == ["figure-not-read"]
    assert said(*kept, "brief-2021-03-10#sluizen-1") == []


def test_a_sentence_of_its_own_is_compared_with_none(said):
    assert said("Er varen schepen.", "Ships sail.", "brief-2021-03-10#sluizen-1") == []
