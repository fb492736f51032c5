"""What a style sheet can select is read from the start tags of pages, and from the words of scripts."""

import pytest

from generator.publish.style.markup_names import Names, names_in


@pytest.mark.parametrize(
    ("page", "selectors"),
    [
        pytest.param("<p>a</p>", {"p"}, id="an element"),
        pytest.param("<BR/><hr>", {"br", "hr"}, id="in lower case, with or without a slash"),
        pytest.param(
            '<a class="chip  term" id="x">', {"a", "[class]", ".chip", ".term", "[id]", "#x"}, id="classes, an id"
        ),
        pytest.param(
            "<a class='chip' id=x hidden>", {"a", "[class]", ".chip", "[id]", "#x", "[hidden]"}, id="other quotes"
        ),
        pytest.param('<p id="a&amp;b">', {"p", "[id]", "#a&b"}, id="a reference in a value"),
        pytest.param('<p title="a > b" lang=nl>', {"p", "[title]", "[lang]"}, id="a sign that does not end the tag"),
        pytest.param("1 < 2, a<b", set(), id="no tag"),
        pytest.param(
            '<body data-md-color-primary="deep-purple">',
            {"body", "[data-md-color-primary]", "[data-md-color-primary=deep-purple]"},
            id="the palette with its values",
        ),
    ],
)
def test_the_simple_selectors_of_a_page_are_those_of_its_start_tags(page: str, selectors: set[str]) -> None:
    assert names_in([page]).selectors == selectors


def test_every_word_of_a_script_may_be_a_name() -> None:
    assert names_in([], ["item.className = 'tag is-new';"]).words == {"item", "className", "tag", "is-new"}


def test_custom_properties_are_found_where_they_are_used() -> None:
    used = names_in(
        ['<path fill="var(--chart-line,#000)">--not-in-text'], ["style.color = 'var(--ink)'"], ["p{color:var(--own)}"]
    )

    assert used.properties == {"--chart-line", "--ink", "--own"}


def test_equal_pages_are_no_more_than_one() -> None:
    assert names_in(["<p>", "<p>"]) == names_in(["<p>"]) == Names(frozenset({"p"}), frozenset(), frozenset())
