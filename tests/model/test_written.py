"""A record knows where it is written, and says the same wherever that is."""

from generator.archive.validate import read_records
from generator.archive.yaml_loader import read_yaml
from generator.diagnostics.diagnostic import Location
from generator.model.settings import Dimension
from generator.model.written import NOWHERE

SHIPS = """\
- id: ship
  title: {nl: "Schip", en: "Ship"}
  values:
    - id: ferry
      title: {nl: "Veer", en: "Ferry"}
"""


def dimension(text: str) -> Dimension:
    [record] = read_records(read_yaml(text, "data/categories.yaml"), Dimension)
    return record


def test_a_record_and_those_inside_it_know_where_they_are_written() -> None:
    ship = dimension(SHIPS)
    [ferry] = ship.values

    assert (ship.file, ship.path, ship.place()) == (
        "data/categories.yaml",
        (0,),
        Location("data/categories.yaml", 1, 3),
    )
    assert (ferry.path, ferry.place("title", "en").line) == ((0, "values", 0), 5)


def test_what_is_not_written_is_placed_at_its_nearest_parent() -> None:
    assert dimension(SHIPS).place("values", 3, "title").line == 4


def test_records_that_say_the_same_are_equal_wherever_they_are_written() -> None:
    lower = dimension(f"# Kinds of ship.\n{SHIPS}")

    assert lower == dimension(SHIPS)
    assert repr(lower) == repr(dimension(SHIPS))
    assert lower.place().line == 2


def test_a_copy_of_a_record_is_written_where_the_record_is() -> None:
    ship = dimension(SHIPS)

    assert ship.model_copy(update={"id": "boat"}).place("title") == ship.place("title")


def test_a_record_that_was_not_read_is_nowhere() -> None:
    made = Dimension.model_validate(dimension(SHIPS).model_dump(include={"id"}) | {
        "title": {"nl": "a", "en": "b"}, "values": [{"id": "c", "title": {"nl": "a", "en": "b"}}]
    })  # fmt: skip

    assert made.place("title") == NOWHERE.place() == Location("", 1, 1)
