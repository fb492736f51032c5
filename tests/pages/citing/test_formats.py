"""Citations: as people read them and as reference managers do."""

import json
from dataclasses import replace

import bibtexparser
import pytest
import rispy

from generator.model.period import parse_period
from generator.pages.citing.formats import Citable, bibtex, csl_json, in_words, ris
from tests.support.phrases import WORDS

CITED = Citable(
    "theme-locks", "Locks & more: 100% {of} them_~^\\", "The editors", "The atlas", parse_period("2023-06-20"),
    "https://example.org/en/editions/2023-06-20/themes/locks/", "en",
)  # fmt: skip
PERIODS = [("2023-06-20", [2023, 6, 20]), ("2024-05", [2024, 5]), ("2021", [2021])]


def test_in_words_it_is_author_date_title_site_edition_and_address():
    assert in_words(replace(CITED, title="Locks"), WORDS) == (
        "The editors (2023, 20 June). Locks. The atlas, edition of 20 June 2023. "
        "https://example.org/en/editions/2023-06-20/themes/locks/"
    )


@pytest.mark.parametrize(("edition", "parts"), PERIODS)
def test_the_date_is_as_sharp_as_that_of_the_edition(edition, parts):
    cited = replace(CITED, edition=parse_period(edition))
    entry = bibtexparser.parse_string(bibtex(cited, WORDS)).entries[0]
    record = rispy.loads(ris(cited, WORDS))[0]

    assert json.loads(csl_json(cited, WORDS))[0]["issued"] == {"date-parts": [parts]}
    assert entry.fields_dict["date"].value == edition
    assert [int(part) for part in record["date"].split("/") if part] == parts


def test_a_reference_manager_reads_what_it_must():
    entry = bibtexparser.parse_string(bibtex(CITED, WORDS)).entries[0]
    record = rispy.loads(ris(CITED, WORDS))[0]
    item = json.loads(csl_json(CITED, WORDS))[0]

    assert (entry.key, entry.entry_type) == ("theme-locks-2023-06-20", "online")
    assert entry.fields_dict["url"].value == record["urls"][0] == item["URL"] == CITED.address
    assert entry.fields_dict["author"].value == "{The editors}"
    assert (record["authors"], item["author"]) == (["The editors"], [{"literal": "The editors"}])
    assert record["title"] == item["title"] == CITED.title


def test_signs_that_tex_would_obey_are_escaped():
    title = bibtexparser.parse_string(bibtex(CITED, WORDS)).entries[0].fields_dict["title"].value

    assert title == r"{Locks \& more: 100\% \{of\} them\_\textasciitilde{}\textasciicircum{}\textbackslash{}}"
