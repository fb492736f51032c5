"""What an editor shows while somebody writes in data/: asked of the language server that editors really run."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.archive.archive import read_archive
from generator.authoring.schema_files import changed
from generator.model.files import with_schema_line
from tests.support.language_server import LanguageServer, Offer
from tests.support.small import ROOT, lay_out_data

pytestmark = pytest.mark.slow
FOLDER = "data/themes/ferries"
CURSOR = "¦"
Place = tuple[str, int, int]


def write_schemas(root: Path) -> None:
    for path, text in changed(read_archive(root), root).items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """Over the small archive, whose schemas have been written."""
    root = lay_out_data(tmp_path_factory.mktemp("editor"))
    write_schemas(root)
    running = LanguageServer(root)
    yield running
    running.stop()


@pytest.fixture
def at(server: LanguageServer) -> Callable[[str, str], Place]:
    """Opens a file of a theme with its first line, and tells where the cursor stands in it."""

    def opened(kind: str, text: str) -> Place:
        file = f"{FOLDER}/{kind}.yaml"
        before, _, after = text.partition(CURSOR)
        server.open(file, with_schema_line(before + after, file))
        lines = before.split("\n")
        return file, len(lines), len(lines[-1])

    return opened


@pytest.fixture
def offers(server: LanguageServer, at: Callable[[str, str], Place]) -> Callable[[str, str], dict[str, Offer]]:
    return lambda kind, text: server.offers(*at(kind, text))


@pytest.fixture
def hover(server: LanguageServer, at: Callable[[str, str], Place]) -> Callable[[str, str], str]:
    return lambda kind, text: server.hover(*at(kind, text)).rpartition("\n\nSource: ")[0]


def explained(offered: dict[str, Offer]) -> dict[str, str]:
    return {label: offer.explained for label, offer in offered.items()}


def test_keys_are_offered_with_their_meaning_and_those_that_are_there_are_not(offers):
    offered = offers("statements", "- id: new-pier\n  ¦")

    assert {label: text for label, text in explained(offered).items() if label in ("id", "when", "kind", "places")} == {
        "when": "When the thing happened or is to happen, not when it was written.",
        "kind": "The kind of a statement.",
        "places": "Ids of data/places.yaml.",
    }
    assert offered["text"].written == "text:\n  nl: $1\n  en: $2"


def test_a_whole_record_is_offered_with_all_that_it_needs(offers):
    text = "- {id: a, when: 2022, kind: plan, text: {nl: A, en: A}, cites: verslag-2022#veren-1}\n¦"
    [offer] = offers("statements", text).values()

    assert offer.label == "- (array item) Statement"
    assert offer.written == "- id: $1\n  when: $2\n  kind: $3\n  text:\n    nl: $4\n    en: $5\n  cites: $6"


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        pytest.param(
            "statements",
            "- id: a\n  kind: ¦\n",
            {
                "plan": "What is intended.",
                "progress": "What is under way.",
                "result": "What was reached or happened.",
                "setback": "What failed, stalled or got worse.",
                "context": "What explains the rest.",
            },
            id="after the key",
        ),
        pytest.param(
            "milestones",
            "- id: a\n  reports:\n    - {cites: verslag-2022#veren-1, says: ¦}\n",
            {
                "announced": "It is to happen; nothing has begun.",
                "under-way": "Work on it has begun.",
                "stalled": "Work on it is on hold or waits for others.",
                "done": "It has happened; `done` holds when, if the source states it.",
                "dropped": "It will not happen.",
            },
            id="between braces",
        ),
        pytest.param(
            "milestones", "- id: a\n  reports:\n    - recalled: ¦\n", {"true": "", "false": ""}, id="of a switch"
        ),
    ],
)
def test_the_words_of_a_closed_set_are_offered_each_with_its_sentence(offers, kind, text, words):
    assert explained(offers(kind, text)) == words


@pytest.mark.parametrize(
    ("kind", "text", "id", "told"),
    [
        pytest.param("statements", "- cites: [¦]\n", "brief-2021-03-10#sluizen-1",
                     "Sluizen – 21 words; numbers 2; dates mid-2022.", id="a passage in brackets"),
        pytest.param("statements", "- cites:\n    - ¦\n", "brief-2021-03-10#aanhef-2",
                     "Aanhef – 2 words; no figures.", id="a passage in a list"),
        pytest.param("statements", "- cites: [brief-2021-03-10#sl¦]\n", "brief-2021-03-10#sluizen-2",
                     "Sluizen – 28 words; numbers 4.50; dates 2022, 2020.", id="a passage that is begun"),
        pytest.param("milestones", "- reports:\n    - {cites: ¦}\n", "brief-2021-03-10#sluizen-1",
                     "Sluizen – 21 words; numbers 2; dates mid-2022.", id="one passage alone"),
        pytest.param("statements", "- places: [¦]\n", "westhaven", "Westhaven (port).", id="a place"),
        pytest.param("theme", "related: [¦]\n", "locks", "Sluizen / Locks.", id="a theme"),
        pytest.param("theme", "key_figures: [¦]\n", "ferry-noordeiland",
                     "Veerdienst naar Noordeiland / Ferry to Noordeiland (theme ferries).", id="a key figure"),
        pytest.param("milestones", "- lineage:\n    - {of: [¦]}\n", "ticket-sales",
                     "Nieuwe kaartverkoop / New ticket sales (theme ferries).", id="a milestone"),
        pytest.param("theme", "alone: [¦]\n", "jetty-refused", "Statement (theme ferries).", id="a record"),
        pytest.param("indicators", "- unit: ¦\n", "hours", "Printed as: uur / hours.", id="a unit"),
        pytest.param("indicators", "- breakdown: [¦]\n", "vessel", "Vaartuig / Vessel.", id="a dimension"),
        pytest.param("indicators", "- observations:\n    - of: {vessel: ¦}\n", "ferry", "Veerboot / Ferry.",
                     id="a category of that dimension"),
    ],
)  # fmt: skip
def test_ids_that_exist_are_offered_with_what_they_stand_for(offers, kind, text, id, told):
    offered = offers(kind, text)

    assert (offered[id].explained, offered[id].written) == (told, id)
    assert [label for label in offered if "undefined" in label or label == "null"] == []


def test_of_a_dimension_only_its_own_categories_are_offered(offers):
    offered = offers("indicators", "- observations:\n    - of: {season: ¦}\n")

    assert explained(offered) == {"summer": "Zomer / Summer.", "winter": "Winter."}


def test_a_passage_out_of_scope_is_offered_with_the_source_it_stands_in(server):
    file = "data/sources/brief-2021-03-10.yaml"
    server.open(file, with_schema_line("out_of_scope:\n  - {passage: , why: a}\n", file))
    told = server.offers(file, 2, 14)["sluizen-1"].explained

    assert "brief-2021-03-10: Sluizen – 21 words; numbers 2; dates mid-2022." in told


def test_forms_of_dates_are_offered(offers):
    assert list(offers("statements", "- when: ¦\n")) == [
        "2026-06-11", "2026-Q3", "early-2026", "spring-2026", "2026-06/2026-09", "2026-06/P2Y", "2028/.."
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        pytest.param("statements", "- id: a\n  wh¦en: 2022\n",
                     "When the thing happened or is to happen, not when it was written.", id="a key"),
        pytest.param("statements", "- id: a\n  te¦xt: {nl: A, en: A}\n",
                     "For example: \\{nl: \"De noordelijke sluis ging", id="an example of a text"),
        pytest.param("statements", "- id: a\n  kind: pl¦an\n", "* `plan`: What is intended.", id="a closed word"),
        pytest.param("statements", "- cites: [brief-2021-03-10#slui¦zen-1]\n",
                     "Sluizen – 21 words; numbers 2; dates mid-2022.", id="a citation in a list"),
        pytest.param("milestones", "- reports:\n    - {cites: brief-2021-03-10#slui¦zen-1}\n",
                     "Sluizen – 21 words; numbers 2; dates mid-2022.", id="a citation alone"),
        pytest.param("statements", "- places: [west¦haven]\n", "Westhaven (port).", id="a place"),
        pytest.param("theme", "related: [lo¦cks]\n", "Sluizen / Locks.", id="a theme"),
    ],
)  # fmt: skip
def test_what_the_pointer_rests_on_is_explained(hover, kind, text, shown):
    assert shown in hover(kind, text)


def test_of_many_passages_only_the_one_under_the_pointer_is_explained(hover):
    told = hover("statements", "- cites: [brief-2021-03-10#slui¦zen-1]\n")

    assert told == "#### Statement\n\nSluizen – 21 words; numbers 2; dates mid-2022."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("kinde: plan", "3: Property kinde is not allowed.", id="a key that is misspelt"),
        pytest.param("when: 3-5-2022", "3: needs a date: 2026-06-11, 2026-06, ", id="a Dutch date"),
        pytest.param("kind: resultaat", '3: Value is not accepted. Valid values: "plan", ', id="an unknown word"),
        pytest.param("cites: [veren-1]", "3: needs a citation: source#passage", id="a citation without its source"),
        pytest.param("cites: []", "3: Array has too few items. Expected 1 or more.", id="no citation"),
        pytest.param("places: Westhaven", '3: Incorrect type. Expected "array".', id="a text for a list"),
        pytest.param("text: {nl: Een steiger}", '3: Missing property "en".', id="one language"),
        pytest.param("places: [West haven]", "3: needs an id: lower-case words joined by hyphens", id="no id"),
    ],
)
def test_what_has_the_wrong_shape_is_underlined(server, text, said):
    told = server.open(
        f"{FOLDER}/statements.yaml", with_schema_line(f"- id: a\n  {text}\n", f"{FOLDER}/statements.yaml")
    )

    assert [message for message in told if message.startswith(said)] != []


def test_an_id_that_the_list_does_not_have_yet_is_not_underlined(server):
    file = f"{FOLDER}/statements.yaml"
    text = "- {id: a, when: 2022, kind: plan, text: {nl: A, en: A}, places: [new], cites: [new-letter#new-1]}\n"

    assert server.open(file, with_schema_line(text, file)) == []


def test_the_largest_files_of_the_archive_are_taken_as_they_are(tmp_path):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    write_schemas(tmp_path)
    running = LanguageServer(tmp_path)
    files = sorted((tmp_path / "data").rglob("*.yaml"), key=lambda path: -path.stat().st_size)[:12]
    said = [line for file in files for line in running.open(str(file.relative_to(tmp_path)), file.read_text("utf-8"))]
    running.stop()

    assert said == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("data/atlas.yaml", "kinde: a\n"),
        ("data/places.yaml", "- kinde: a\n"),
        ("data/sources/new.yaml", "kinde: a\n"),
        ("data/themes/new/milestones.yaml", "- kinde: a\n"),
    ],
)
def test_a_file_that_does_not_name_its_schema_is_known_by_its_name(server, file, text):
    assert [message for message in server.open(file, text) if "kinde" in message] != []


def test_a_file_whose_first_line_names_no_schema_is_left_alone(server):
    assert server.open(f"{FOLDER}/other.yaml", "- kinde: plan\n") == []
