"""What services tell becomes alike: the first value that is there, in the order in which it is looked for."""

import pytest

from generator.documents.xml_tree import tree_of
from generator.model.settings import ElementNames, Watch
from generator.watch.announcement import Dossier, announced, dossier_of, element_names, in_order, root_of, values
from generator.watch.http import Answer, ServiceFailed

NAMES = {name: (name,) for name in ("number", "title", "published", "dossier", "part", "reference", "sort")}
RECORD = """\
<record>
  <number/> <number>2026D40001</number> <number>kst-99123-7</number>
  <title> Een
    brief </title>
  <published>onbekend</published> <published>2026-09-24T00:00:00+02:00</published>
  <dossier>36 999</dossier> <dossier ref="abc"/>
  <part>7</part>
</record>"""


def test_single_and_repeated_elements_are_read_alike_and_empty_ones_are_not_there() -> None:
    record = tree_of(RECORD.encode())

    assert list(values(record, ["number"])) == ["2026D40001", "kst-99123-7"]
    assert list(values(record, ["none", "title"])) == ["Een brief"]
    assert list(values(record, ["dossier"])) == ["36 999", "abc"]


@pytest.mark.parametrize(
    ("dossier", "number", "is_filed"),
    [
        pytest.param(Dossier("99123", "abc"), "kst-99123-7", True, id="referred to by an id"),
        pytest.param(Dossier("36999", "36999"), "kst-36999-7", True, id="printed with a space"),
        pytest.param(Dossier("11111", "11111"), "2026D40001", False, id="another"),
    ],
)
def test_a_paper_is_filed_if_one_of_its_dossiers_is_ours(dossier: Dossier, number: str, is_filed: bool) -> None:
    paper = announced(tree_of(RECORD.encode()), NAMES, dossier, "house:1")

    assert (paper.number, paper.is_filed) == (number, is_filed)
    assert {"house:1", "2026d40001", "kst-99123-7"} <= paper.identity.names


def test_a_day_that_is_none_is_passed_over() -> None:
    paper = announced(tree_of(RECORD.encode()), NAMES, Dossier("1", "1"), "house:1")

    assert str(paper.published) == "2026-09-24"


def test_a_title_without_end_is_cut() -> None:
    record = tree_of(f"<record><title>{'zee ' * 1000}</title></record>".encode())

    assert len(announced(record, NAMES, Dossier("1", "1"), "house:1").title) == 500


def test_a_service_may_call_things_and_the_dossier_otherwise() -> None:
    watch = {
        "dossier": "99123",
        "services": [{"id": "house", "kind": "syncfeed", "address": "https://example.nl/", "dossier": "abc"}],
    }
    settings = Watch.model_validate(watch)

    assert element_names(ElementNames.model_validate({"title": "naam"}), NAMES) == {**NAMES, "title": ("naam",)}
    assert dossier_of(settings, settings.services[0]) == Dossier("99123", "abc")


def test_files_that_are_not_read_are_left_out_and_xml_comes_first() -> None:
    files = {"pdf": "a.pdf", "odt": "a.odt", "xml": "a.xml", "metadata": "m.xml"}

    assert in_order(files) == (("xml", "a.xml"), ("pdf", "a.pdf"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "its answer is incomplete: it is empty", id="nothing"),
        pytest.param(b"Service unavailable", "its answer is incomplete: it starts with 'Service unavailable', which is "
                     "neither XML nor HTML", id="a sentence"),
        pytest.param(b"<!DOCTYPE html><p>x", "it answered a web page instead of <feed>", id="a web page"),
        pytest.param(b"<error/>", "it answered <error> instead of <feed>", id="another element"),
        pytest.param(b"<feed><a></feed>", "its answer is incomplete: broken XML at line 1, column 12: mismatched tag",
                     id="broken"),
    ],
)  # fmt: skip
def test_an_answer_of_another_kind_is_told_as_what_it_is(content: bytes, said: str) -> None:
    with pytest.raises(ServiceFailed) as failed:
        root_of(Answer("https://example.nl/", content), "feed")

    assert failed.value.answered == said
