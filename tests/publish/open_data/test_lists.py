"""The lists that records refer to hold what an edition names, and nothing that only a later one does."""

from generator.publish.open_data.lists import lists_of


def test_units_have_a_name_for_one_and_for_more_in_both_languages(libraries) -> None:
    library = libraries["real"]
    units = {unit.id: unit for unit in lists_of(library.editions[-1], library.archive.words)["units"]}

    assert (units["vacancies"].one.root, units["vacancies"].other.root) == (
        {"nl": "vacature", "en": "vacancy"},
        {"nl": "vacatures", "en": "vacancies"},
    )


def test_an_edition_lists_only_what_it_names(libraries) -> None:
    library = libraries["real"]
    first, last = (lists_of(edition, library.archive.words) for edition in (library.editions[0], library.editions[-1]))
    counts = {key: (len(first[key]), len(last[key])) for key in last}

    assert {key: earlier < later for key, (earlier, later) in counts.items()} == dict.fromkeys(counts, True)


def test_who_counts_and_where_are_categories_too(libraries) -> None:
    library = libraries["small"]
    named = {(c.dimension, c.id) for c in lists_of(library.editions[-1], library.archive.words)["categories"]}

    assert {("body", "network"), ("area", "locks")} <= named
