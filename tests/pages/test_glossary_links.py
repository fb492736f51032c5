"""Terms in running text: linked where a page first uses them, spelt out, and never inside another word."""

from typing import Any

import pytest

from generator.model.locale import Locale
from generator.model.records import Term
from generator.pages.glossary_links import Glossary, Glosser


def term(id: str, name: str, short: str | None = None, **more: Any) -> Term:
    both = {"nl": name, "en": name}
    return Term.model_validate({"id": id, "term": both, "abbreviation": short, "text": both, "cites": "a#b-1", **more})


TERMS = (
    term("quay", "Quay"),
    term("deep-quay", "Deep quay"),
    term("lms", "Lock Management System", "LMS"),
    term("board", "Waterraad (water board)", "WR"),
    term("pilot", "Pilot", linked="false"),
    term("x-ray", "R&D scan", linked="true"),
)


def glosser() -> Glosser:
    return Glosser(Glossary(TERMS, Locale("en", {})), lambda path: f"../{path}")


def told(*texts: str) -> str:
    page = glosser()
    return " / ".join(str(page(text)) for text in texts)


def linked(id: str, word: str) -> str:
    return f'<a class="term" href="../glossary/#{id}">{word}</a>'


@pytest.mark.parametrize(
    ("texts", "printed"),
    [
        pytest.param(["A quay."], f"A {linked('quay', 'quay')}.", id="a name links, whatever its capitals"),
        pytest.param(["Two quays."], f"Two {linked('quay', 'quays')}.", id="and in the plural"),
        pytest.param(["A quayside."], "A quayside.", id="but not as a part of another word"),
        pytest.param(["A non-quay."], "A non-quay.", id="nor of a compound"),
        pytest.param(
            ["A quay, a quay."], f"A {linked('quay', 'quay')}, a quay.", id="only its first use on a page links"
        ),
        pytest.param(
            ["One quay.", "Another quay."], f"One {linked('quay', 'quay')}. / Another quay.", id="also over texts"
        ),
        pytest.param(
            ["The deep quay."], f"The {linked('deep-quay', 'deep quay')}.", id="of two names the longer is meant"
        ),
        pytest.param(
            ["In LMS.", "In LMS."],
            f'In {linked("lms", "LMS")} <span class="spelt">(Lock Management System)</span>. / In LMS.',
            id="an abbreviation is spelt out once",
        ),
        pytest.param(
            ["The lock management system (LMS)."],
            f"The {linked('lms', 'lock management system')} (LMS).",
            id="unless the text does so itself",
        ),
        pytest.param(["An lms."], "An lms.", id="an abbreviation is one in its own capitals only"),
        pytest.param(
            ["By WR."],
            f'By {linked("board", "WR")} <span class="spelt">(Waterraad, water board)</span>.',
            id="what stands in parentheses follows a comma",
        ),
        pytest.param(["A pilot."], "A pilot.", id="a word of everyday life does not link"),
        pytest.param(
            ["An R&D scan <b>"],
            f"An {linked('x-ray', 'R&amp;D scan')} &lt;b&gt;",
            id="what looks like HTML is text",
        ),
    ],
)
def test_a_term_links_to_the_glossary_at_its_first_use(texts: list[str], printed: str) -> None:
    assert told(*texts) == printed


KEPT = Term.model_validate(
    {
        "id": "board",
        "term": {"nl": "Waterraad", "en": "Waterraad (water board)"},
        "abbreviation": "WR",
        "text": {"nl": "Raad.", "en": "Board."},
        "cites": "a#b-1",
    }
)
DUTCH = '<span lang="nl">Waterraad</span>'


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        pytest.param("The Waterraad.", f"The {linked('board', DUTCH)}.", id="where it is linked"),
        pytest.param(
            "The Waterraad, the Waterraad.", f"The {linked('board', DUTCH)}, the {DUTCH}.", id="and wherever it is used"
        ),
        pytest.param(
            "The WR.",
            f'The {linked("board", "WR")} <span class="spelt">({DUTCH}, water board)</span>.',
            id="and where an abbreviation is spelt out",
        ),
    ],
)
def test_a_dutch_name_in_an_english_text_is_marked(text, printed):
    page = Glosser(Glossary([KEPT], Locale("en", {})), lambda path: f"../{path}")

    assert str(page(text)) == printed


def test_a_dutch_name_in_a_dutch_text_is_not_marked():
    page = Glosser(Glossary([KEPT], Locale("nl", {})), lambda path: f"../{path}")

    assert str(page("De Waterraad.")) == f"De {linked('board', 'Waterraad')}."
