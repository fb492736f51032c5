"""The ids that editors offer are those of the archive, each with what it stands for."""

import re

from generator.authoring.completions import LABEL, definitions, known_ids


def test_every_kind_of_id_is_told_in_the_order_of_the_archive(small_archive):
    known = known_ids(small_archive)

    assert {name: list(ids)[:2] for name, ids in known.items()} == {
        "citations": ["brief-2021-03-10#aanhef-1", "brief-2021-03-10#aanhef-2"],
        "passages": ["aanhef-1", "aanhef-2"],
        "sources": ["brief-2021-03-10", "meetnet-2021"],
        "themes": ["ferries", "locks"],
        "groups": [],
        "places": ["oosterdam", "westhaven"],
        "units": ["algorithms", "descriptions"],
        "dimensions": ["vessel", "season"],
        "bodies": ["network", "service"],
        "areas": ["locks"],
        "milestones": ["ferry-noordeiland", "electric-ferries"],
        "indicators": ["safety-checks", "safety-checks-total"],
        "key_figures": ["safety-checks", "safety-checks-total"],
        "records": ["jetty-without-permit", "jetty-refused"],
    }


def test_a_passage_is_told_with_its_section_length_and_figures(small_archive):
    told = known_ids(small_archive)["citations"]

    assert told["brief-2021-03-10#aanhef-1"] == "Aanhef – 4 words; dates 2021-03-10."
    assert told["brief-2021-03-10#aanhef-2"] == "Aanhef – 2 words; no figures."
    assert told["brief-2021-03-10#sluizen-2"] == "Sluizen – 28 words; numbers 4.50; dates 2022, 2020."


def test_a_passage_without_its_source_is_told_for_each_source_that_has_it(small_archive):
    told = known_ids(small_archive)["passages"]["sluizen-1"]
    having = [id for id, passages in small_archive.passages.items() if "sluizen-1" in passages]

    assert len(having) > 1
    assert re.findall(r"(\S+): Sluizen", told) == having


def test_every_id_is_offered_and_explained_once(small_archive):
    citations = definitions(small_archive)["citations"]
    explained = [entry["const"] for part in citations["then"]["allOf"] for entry in part["then"]["anyOf"]]
    offered = [snippet["bodyText"] for snippet in citations["defaultSnippets"]]

    assert offered == explained == list(known_ids(small_archive)["citations"])


def test_the_categories_of_a_dimension_stand_under_its_name(small_archive):
    of = definitions(small_archive)["of"]["properties"]

    assert {id: [snippet["bodyText"] for snippet in values["defaultSnippets"]] for id, values in of.items()} == {
        "vessel": ["ferry", "pontoon"],
        "season": ["summer", "winter"],
        "body": ["network", "service"],
        "area": ["locks"],
    }


def test_a_long_id_is_shown_with_its_end_which_tells_it_from_its_neighbours(small_archive):
    long = dict.fromkeys(["a" * 70 + "-1", "a" * 70 + "-2"])
    passage = small_archive.passages["verslag-2022"]["veren-1"]
    passages = {id: passage.model_copy(update={"id": id}) for id in long}
    small_archive.passages["verslag-2022"] = passages
    shown = [s["label"] for s in definitions(small_archive)["citations"]["defaultSnippets"] if "label" in s]

    assert [label[-4:] for label in shown] == ["aa-1", "aa-2"]
    assert max(map(len, shown)) <= LABEL
