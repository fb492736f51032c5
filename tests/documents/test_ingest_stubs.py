"""The file of a new source says what was told and leaves the rest to fill in; one that is there stays as it is."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.archive import Archive
from generator.archive.yaml_loader import read_yaml
from generator.checks.run import check
from generator.diagnostics.diagnostic import InvalidData
from generator.documents.block import Block, BlockKind
from generator.documents.index.writing import index_of
from generator.documents.ingest import remarks, source_stub
from generator.documents.passages import passages_of
from generator.model.period import parse_period
from generator.text.hidden import hidden_in
from tests.support.small import Files

NEW, OLD, NOT_HELD = "brief-2024-02-01", "brief-2021-03-10", "meetnet-2021"
DAY = parse_period("2024-02-01")
TOLD = {
    "kind": "annual-report",
    "title-nl": "Voortgangsbrief 2024",
    "title-en": "Progress letter 2024",
    "sender-nl": "de minister van Water",
    "sender-en": "Minister for Water",
    "reference": "W-2024-3",
    "covers": "2023-H2",
    "url": "https://waterdienst.example/brief",
}
SCHEMA = "# yaml-language-server: $schema=../schema/source.json\n"
INDEX = index_of(NEW, "2024-02-01", passages_of([Block(BlockKind.PARAGRAPH, "De sluis is open.")], DAY.last), "0" * 64)


def test_the_file_of_a_source_of_which_all_was_told_says_all() -> None:
    assert source_stub(NEW, DAY, TOLD) == (
        f"{SCHEMA}id: {NEW}\n"
        "kind: annual-report\n"
        'title: {nl: "Voortgangsbrief 2024", en: "Progress letter 2024"}\n'
        "published: 2024-02-01\n"
        'sender: {nl: "de minister van Water", en: "Minister for Water"}\n'
        'reference: "W-2024-3"\n'
        "covers: 2023-H2\n"
        "url: https://waterdienst.example/brief\n"
    )


def test_what_was_not_told_of_a_source_is_left_empty_or_out() -> None:
    assert source_stub(NEW, parse_period("2024-02"), {"title-nl": "Voortgangsbrief", "covers": None}) == (
        f'{SCHEMA}id: {NEW}\nkind: letter\ntitle:\n  nl: "Voortgangsbrief"\n  en:\npublished: 2024-02\n'
        "sender:\n  nl:\n  en:\n"
    )


@pytest.mark.parametrize(
    ("told", "says"),
    [
        pytest.param({"covers": "winter 2023"}, "'winter 2023' is not a date form; write ", id="a period that is none"),
        pytest.param(
            {"url": "waterdienst.example/brief"},
            "url: 'waterdienst.example/brief' is not a web address",
            id="an address that is none",
        ),
        pytest.param({"title-nl": " "}, "nl: the text is empty", id="a title of nothing but a space"),
        pytest.param(
            {"kind": "rumour"}, "kind: 'rumour' is not one of the allowed words", id="a kind that there is not"
        ),
        pytest.param({"reference": "W\u200b-1"}, "the character U+200B is not allowed", id="what cannot be seen"),
    ],
)
def test_what_cannot_stand_in_the_file_of_a_source_is_refused(told: dict[str, str], says: str) -> None:
    with pytest.raises(ValueError) as refused:
        source_stub(NEW, DAY, told)

    assert str(refused.value).startswith(says)


def test_the_full_file_of_a_source_is_in_order(archive_from: Callable[[Files], Archive]) -> None:
    stub = source_stub(NEW, DAY, TOLD)
    archive = check(archive_from({f"data/passages/{NEW}.yaml": INDEX, f"data/sources/{NEW}.yaml": stub}))
    source = archive.sources[NEW]

    assert (source.title.nl, source.title.en) == ("Voortgangsbrief 2024", "Progress letter 2024")
    assert (source.sender.nl, source.sender.en) == ("de minister van Water", "Minister for Water")
    assert (source.kind.value, source.reference, source.url) == ("annual-report", TOLD["reference"], TOLD["url"])
    assert (source.published, source.covers) == (DAY, parse_period("2023-H2"))


def test_each_text_that_is_missing_is_asked_for_at_its_place(archive_from: Callable[[Files], Archive]) -> None:
    stub = source_stub(NEW, DAY, {})
    with pytest.raises(InvalidData) as refused:
        archive_from({f"data/passages/{NEW}.yaml": INDEX, f"data/sources/{NEW}.yaml": stub})

    hint = "Write a value, or remove the key if it is optional."
    assert [str(diagnostic) for diagnostic in refused.value.diagnostics] == [
        f"data/sources/{NEW}.yaml:5:6: nl is empty\n    {hint}",
        f"data/sources/{NEW}.yaml:6:6: en is empty\n    {hint}",
        f"data/sources/{NEW}.yaml:9:6: nl is empty\n    {hint}",
        f"data/sources/{NEW}.yaml:10:6: en is empty\n    {hint}",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('Brief over "Sluizen en veren"', id="double quotes"),
        pytest.param("Zo'n brief over accu's", id="single quotes"),
        pytest.param("Sluizen: de stand van zaken", id="a colon"),
        pytest.param("Sluizen # veren", id="a hash sign"),
        pytest.param("C:\\brief\\nieuw", id="backslashes"),
        pytest.param("- [sluizen, {veren}] & *bruggen* | 50% > 40% @ `kade`", id="signs that mean something in YAML"),
        pytest.param("Coördinatie – één “brief” van € 5", id="letters and signs beyond ASCII"),
        pytest.param("2024-02-01", id="a date"),
        pytest.param("no", id="a word that YAML takes for a switch"),
        pytest.param("~", id="a sign that YAML takes for nothing"),
    ],
)
def test_a_text_stays_itself_in_the_file_of_a_source(text: str) -> None:
    stub = source_stub(NEW, DAY, {"title-nl": text, "sender-en": text, "reference": text})
    read = read_yaml(stub, "stub.yaml").value

    assert isinstance(read, dict)
    assert (read["title"], read["sender"]) == ({"nl": text, "en": None}, {"nl": None, "en": text})
    assert read["reference"] == text


SEEN = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"))).filter(str.strip)


@given(SEEN.filter(lambda text: hidden_in(text) is None))
def test_any_text_that_can_be_seen_stays_itself_in_the_file_of_a_source(text: str) -> None:
    stub = source_stub(NEW, DAY, {"title-nl": text})
    read = read_yaml(stub, "stub.yaml").value

    assert isinstance(read, dict)
    assert read["title"] == {"nl": text, "en": None}


def test_a_source_that_is_new_needs_no_remark(small_archive: Archive) -> None:
    assert list(remarks(small_archive, NEW, TOLD)) == []


def test_a_source_that_is_held_and_of_which_nothing_was_told_needs_none_either(small_archive: Archive) -> None:
    assert list(remarks(small_archive, OLD, {"title-nl": None, "url": None})) == []


def test_what_was_told_of_a_source_that_is_there_already_is_said_to_be_left_out(small_archive: Archive) -> None:
    assert list(remarks(small_archive, OLD, {"kind": "letter", "title-nl": None, "covers": "2023"})) == [
        f"data/sources/{OLD}.yaml already exists and is not changed; ignored: --kind, --covers."
    ]


def test_a_letter_that_was_not_held_is_asked_to_be_so_from_now_on(archive_from: Callable[[Files], Archive]) -> None:
    file = f"data/sources/{NEW}.yaml"
    archive = archive_from({file: source_stub(NEW, DAY, TOLD) + "held: false\n"})

    assert list(remarks(archive, NEW, {})) == [
        f"{file} says `held: false`; change it to `held: true`, now that its text has been read, "
        "or to `held: partial` if that is only a fragment."
    ]


def test_an_external_source_that_was_not_held_is_a_fragment_from_now_on(small_archive: Archive) -> None:
    assert list(remarks(small_archive, NOT_HELD, {})) == [
        f"data/sources/{NOT_HELD}.yaml says `held: false`; change it to `held: partial`."
    ]


OUTSIDE = {
    "kind": "external",
    "title-nl": "Meer schepen",
    "title-en": "More ships",
    "publisher-nl": "De Krant",
    "publisher-en": "De Krant",
    "standing": "relayed",
    "seen": "2024-03-05",
    "language": "en",
}


def test_the_file_of_an_external_source_says_who_published_it_and_when_it_was_seen_and_that_it_is_a_fragment() -> None:
    assert source_stub(NEW, DAY, OUTSIDE) == (
        f"{SCHEMA}id: {NEW}\n"
        "kind: external\n"
        'title: {nl: "Meer schepen", en: "More ships"}\n'
        "published: 2024-02-01\n"
        'publisher: {nl: "De Krant", en: "De Krant"}\n'
        "standing: relayed\n"
        "seen: 2024-03-05\n"
        "held: partial\n"
        "language: en\n"
    )


def test_the_full_file_of_an_external_source_is_in_order(archive_from: Callable[[Files], Archive]) -> None:
    passages = passages_of([Block(BlockKind.PARAGRAPH, "The lock is open.")], DAY.last, "en")
    index = index_of(NEW, "2024-02-01", passages, "0" * 64, "en")
    stub = source_stub(NEW, DAY, OUTSIDE)
    archive = check(archive_from({f"data/passages/{NEW}.yaml": index, f"data/sources/{NEW}.yaml": stub}))

    assert archive.sources[NEW].is_outside
    assert archive.sources[NEW].seen == parse_period("2024-03-05")


@pytest.mark.parametrize(
    ("told", "says"),
    [
        pytest.param({"standing": None}, "an external source needs --standing", id="no standing"),
        pytest.param({"seen": ""}, "an external source needs --seen", id="no day on which it was seen"),
        pytest.param({"standing": None, "seen": None}, "an external source needs --standing and --seen", id="neither"),
        pytest.param({"sender-nl": "de minister"},
                     "--sender-nl is of documents to parliament; an external source has a publisher", id="a sender"),
        pytest.param({"kind": None}, "--standing is of external sources; add --kind external", id="a letter with one"),
        pytest.param({"kind": "letter", "standing": None}, "--seen is of external sources; add --kind external",
                     id="a letter that was seen"),
        pytest.param({"kind": "annual-report", "standing": None, "seen": None},
                     "--publisher-nl is of external sources; add --kind external", id="a report with a publisher"),
        pytest.param({"seen": "2024"}, "seen: '2024' must be a day or a month", id="seen in a year"),
        pytest.param({"standing": "rumour"}, "standing: 'rumour' is not one of the allowed words", id="no standing"),
    ],
)  # fmt: skip
def test_what_an_external_source_needs_and_what_only_it_has_is_told_apart(told: dict[str, str], says: str) -> None:
    with pytest.raises(ValueError) as refused:
        source_stub(NEW, DAY, OUTSIDE | told)

    assert str(refused.value).startswith(says)
