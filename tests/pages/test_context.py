"""The context of a volume: what its pages share, worked out once."""

import pytest

from tests.support.views import small_context


@pytest.mark.parametrize(
    ("kind", "id", "former"),
    [
        pytest.param("statement", "soft-ground", ("ground-soft",), id="a record that was renamed"),
        pytest.param("statement", "lock-oosterdam", (), id="another kind of record has its own ids"),
        pytest.param("theme", "ferries", ("gone",), id="a theme takes over the ids of records that are gone"),
        pytest.param("milestone", "electric-ferries", (), id="nothing was called otherwise"),
    ],
)
def test_former_ids_of_a_record_are_known_by_its_kind(kind, id, former):
    assert small_context().former_ids(kind, id) == former


def test_how_much_is_entered_is_known_of_every_source_that_is_held():
    context = small_context()

    assert list(context.coverage) == ["brief-2021-03-10", "verslag-2022", "brief-2023-06-20"]
    assert (context.checked.figures, context.checked.computed) == (68, 1)
