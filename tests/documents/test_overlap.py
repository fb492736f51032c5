"""Seven words in a row that a source has too and that are no name are told where they stand; nothing else is."""

from pathlib import Path

import pytest

from generator.documents.overlap import RUN, copied

SENTENCE = "De brug bij Westhaven wordt in de loop van 2022 vernieuwd."
TEXTS = {"brief-a": ["Een andere zin, die niemand overneemt.", f"Vooraf: {SENTENCE}"], "brief-b": ["Nog iets."]}
HINT = "\n    Use your own words; a name of seven words belongs in data/names.yaml."
COPIED = f": 'de brug bij westhaven wordt in de' also occurs in brief-a{HINT}"


def told(root: Path, *names: str) -> list[str]:
    return [str(diagnostic) for diagnostic in copied(root, TEXTS, names)]


def write(root: Path, file: str, text: str) -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("file", "text", "place"),
    [
        pytest.param("content/over.md", f"# Over\n\nEerst dit.\n\n{SENTENCE}\n", "5:1", id="in a page"),
        pytest.param("content/over.md", f"Een zin ervoor.\n{SENTENCE}\n", "1:1", id="at its paragraph, not its line"),
        pytest.param("docs/deep/er.md", f"Er staat: {SENTENCE}", "1:1", id="in a folder of the documentation"),
        pytest.param("templates/page.html.j2", f"<b>\n\n  {SENTENCE}</b>", "3:1", id="in a template"),
        pytest.param("templates/page.js", f"// {SENTENCE}", "1:1", id="in a script"),
        pytest.param("content/page.css", f"/* {SENTENCE} */", "1:1", id="in a style sheet"),
        pytest.param("content/a.md", f"*{SENTENCE.upper()}*".replace(" ", " – "), "1:1", id="in other signs"),
        pytest.param("content/a.md", SENTENCE.replace(" ", "\n"), "1:1", id="broken over lines"),
        pytest.param("data/places.yaml", f'- name: {{nl: "Kade", en: "{SENTENCE}"}}\n', "1:26", id="in a text of data"),
        pytest.param("data/deep/er.yaml", f"- a:\n  - b\n  - {SENTENCE}\n", "3:5", id="in a list of data"),
        pytest.param(
            "data/tensions.yaml",
            "- text:\n    nl: >\n      De brug bij Westhaven\n      wordt in de loop van\n      2022 vernieuwd.\n",
            "2:9",
            id="in a text of data that goes on over lines",
        ),
        pytest.param(
            "data/tensions.yaml",
            '- text: {nl: "De brug bij Westhaven\n    wordt in de loop van 2022", en: No}\n',
            "1:14",
            id="in a quoted text of data that does",
        ),
    ],
)
def test_a_copied_sentence_is_told_where_it_stands(tmp_path: Path, file: str, text: str, place: str) -> None:
    write(tmp_path, file, text)

    assert told(tmp_path) == [f"{file}:{place}{COPIED}"]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        pytest.param("content/over.md", "De brug bij Westhaven wordt in 2023 breder.", id="six words in a row"),
        pytest.param("content/over.md", "De brug bij Westhaven\n\nwordt in de loop van 2022.", id="two paragraphs"),
        pytest.param(
            "data/places.yaml",
            '- name: {nl: "De brug bij Westhaven wordt", en: "in de loop van 2022 vernieuwd"}\n',
            id="two texts side by side",
        ),
        pytest.param("data/a.yaml", "id: de-brug-bij-westhaven-wordt-in-de-loop-van-2022\n", id="an id of its heading"),
        pytest.param("data/passages/brief-a.yaml", f"section: {SENTENCE}\n", id="an index of passages"),
        pytest.param("data/names.yaml", f"- name: {SENTENCE}\n", id="the list of names"),
        pytest.param("README.md", SENTENCE, id="what lies in none of the folders"),
        pytest.param("content/picture.svg", SENTENCE, id="a file that is no text of ours"),
        pytest.param("data/broken.yaml", f'a: "{SENTENCE}', id="YAML that cannot be read, which the check tells"),
    ],
)
def test_what_is_no_copy_is_not_told(tmp_path: Path, file: str, text: str) -> None:
    write(tmp_path, file, text)

    assert told(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "is_told"),
    [
        pytest.param("De brug bij Westhaven wordt in de loop van 2022 vernieuwd", False, id="the whole name"),
        pytest.param("DE BRUG – bij Westhaven – wordt in de loop van 2022 vernieuwd", False, id="in other signs"),
        pytest.param("De brug bij Westhaven wordt in het voorjaar vernieuwd", True, id="another name"),
        pytest.param("De brug bij Westhaven wordt in", True, id="a name of fewer words allows nothing"),
    ],
)
def test_a_name_that_is_listed_is_no_copy(tmp_path: Path, name: str, is_told: bool) -> None:
    write(tmp_path, "content/over.md", SENTENCE)

    assert told(tmp_path, name) == ([f"content/over.md:1:1{COPIED}"] if is_told else [])


def test_a_name_does_not_let_the_sentence_pass_in_which_it_stands(tmp_path: Path) -> None:
    write(tmp_path, "content/over.md", SENTENCE)

    assert told(tmp_path, "De brug bij Westhaven wordt in de") == [
        f"content/over.md:1:1: 'brug bij westhaven wordt in de loop' also occurs in brief-a{HINT}"
    ]


@pytest.mark.parametrize(
    ("file", "text", "place"),
    [
        pytest.param(
            "content/a.html",
            "De <b>brug</b> bij <a href='w'>West</a>haven<br>wordt in de <i>loop</i>.",
            "1:1",
            id="with tags",
        ),
        pytest.param("content/a.md", "De [brug](b.md) bij [Westhaven][w] wordt in de loop.", "1:1", id="with links"),
        pytest.param("content/a.md", "De ![brug](b.png) bij **West**haven wordt in de.", "1:1", id="and other marks"),
        pytest.param("content/a.md", "De brug[^1] bij Westhaven<sup>2</sup> wordt in de.", "1:1", id="with notes"),
        pytest.param("content/a.md", "De brug&nbsp;bij Westhaven wordt&#32;in de.", "1:1", id="with spaces of HTML"),
        pytest.param("content/a.md", "De\u00a0brug bij\u202fWesthaven wordt in de.", "1:1", id="with hard spaces"),
        pytest.param("content/a.md", "De brug bij West\u00adha&shy;ven wor\u200bdt in de.", "1:1", id="unseen signs"),
        pytest.param("templates/a.j2", "De brug {% if a %}bij{# w #} Westhaven{% endif %} wordt in de.", "1:1",
                     id="with signs of a template"),
        pytest.param("templates/a.j2", '<a title="De brug bij Westhaven wordt in de loop">b</a>', "1:1",
                     id="within a tag"),
        pytest.param("content/a.md", "<!-- De brug bij Westhaven wordt in de -->", "1:1", id="in a comment of HTML"),
        pytest.param("data/a.yaml", f"a: b\n# {SENTENCE}\n", "2:1", id="in a comment of data"),
        pytest.param("data/a.yaml", f"a: b  # Zie: {SENTENCE}\n", "1:7", id="in one beside a value"),
        pytest.param("data/a.yaml", "# De brug bij\n# Westhaven wordt\n  # in de\n", "1:1", id="in one over lines"),
        pytest.param("data/a.yaml", f"a: [\n# {SENTENCE}\n", "2:1", id="in one in a file that cannot be read"),
        pytest.param("data/a.yaml", "a: De\u00a0brug\u00a0bij\u00a0Westhaven\u00a0wordt\u00a0in\u00a0de\n", "1:4",
                     id="in a text of data with hard spaces alone"),
    ],
)  # fmt: skip
def test_a_copied_sentence_is_told_whatever_is_hidden_in_it(tmp_path: Path, file: str, text: str, place: str) -> None:
    write(tmp_path, file, text)

    assert told(tmp_path) == [f"{file}:{place}{COPIED}"]


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        pytest.param("Zo'n brug met accu's is er nu.", "Zo’n brug met accu‘s is er nu.", id="apostrophes"),
        pytest.param("Zoʼn brug met accu`s is er nu.", "Zo´n brug met accu′s is er nu.", id="of every kind"),
        pytest.param("Één coördinatie van zo veel officiële ideeën.",
                     "E\u0301e\u0301n coo\u0308rdinatie van zo veel officie\u0308le ideee\u0308n.", id="two signs"),
        pytest.param("De officiële ﬁets is niet van Æde.", "De officiële fiets is niet van æde.", id="joined letters"),
    ],
)  # fmt: skip
def test_the_same_letters_in_other_signs_are_a_copy(tmp_path: Path, theirs: str, ours: str) -> None:
    write(tmp_path, "content/a.md", ours)

    assert [*copied(tmp_path, {"brief": [theirs]}, ())]


def test_comments_that_other_lines_part_are_two_texts(tmp_path: Path) -> None:
    write(tmp_path, "data/a.yaml", "# De brug bij Westhaven\na: b\n# wordt in de loop van 2022\n")

    assert told(tmp_path) == []


def test_a_word_with_an_apostrophe_is_one_word(tmp_path: Path) -> None:
    write(tmp_path, "content/over.md", "Zo'n brug met accu's is er nu.")

    assert [*copied(tmp_path, {"brief": ["Zo'n brug met accu's is er nu."]}, ())]
    assert not [*copied(tmp_path, {"brief": ["Zo'n brug met accu's is er."]}, ())]


def test_each_text_that_was_copied_is_told_once_in_the_order_of_folders_and_files(tmp_path: Path) -> None:
    for file in ("docs/b.md", "docs/a.md", "content/c.md"):
        write(tmp_path, file, f"{SENTENCE}\n\n{SENTENCE} {SENTENCE}\n")

    assert told(tmp_path) == [
        f"{file}:{line}:1{COPIED}" for file in ("content/c.md", "docs/a.md", "docs/b.md") for line in (1, 3)
    ]


def test_without_any_of_the_folders_nothing_was_copied(tmp_path: Path) -> None:
    assert (RUN, told(tmp_path)) == (7, [])
