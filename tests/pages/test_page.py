"""A volume: one edition in one language at one address."""

from tests.support.views import small_context


def test_the_changes_of_a_volume_are_those_since_the_edition_before_it():
    volume = small_context().volume

    assert volume.changes == volume.history[volume.edition.earlier[0]]
    assert [edition.id for edition, _ in volume.steps] == ["2023-06-20", "2023-02", "2021-03-10"]
