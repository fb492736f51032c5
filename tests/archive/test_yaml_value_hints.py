"""A text that ends too early or too late is told where its quote marks, brackets or commas must be mended."""

import pytest

from tests.archive.test_yaml_structure_hints import told


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param('nl: "Pier\nen: "Quay"\n', '1:5 unclosed-quote End it with ", as in "Pier"', id="no end mark"),
        pytest.param('{nl: "Pier, en: "Quay"}', '1:6 unclosed-quote End it with ", as in "Pier"',
                     id="no end mark between braces"),
        pytest.param('{nl: "Pier", en: "Quay}', '1:18 unclosed-quote End it with ", as in "Quay"',
                     id="no end mark before the brace"),
        pytest.param('nl: "De "oude" pier"\n',
                     '1:9 quote-inside Write \\" for a quote mark inside the text, or use ‘ and ’.',
                     id="a quote mark inside"),
        pytest.param("nl: 'zo'n pier'\n", '1:8 quote-inside Put the text in double quotes: "zo\'n pier"',
                     id="an apostrophe inside"),
        pytest.param("nl: Let op: nat\n", '1:5 colon-in-text Write nl: "Let op: nat"', id="a colon"),
        pytest.param("{nl: Let op: nat, en: x}", '1:6 colon-in-text Write "Let op: nat"',
                     id="a colon between braces"),
        pytest.param('{nl: "a" en: "b"}', "1:10 missing-comma Write , en:", id="no comma after quotes"),
        pytest.param("{nl: a en: b}", "1:8 missing-comma Write , en:", id="no comma without quotes"),
        pytest.param("a: {b: c\nd: e\n", "1:4 unclosed-bracket Write {b: c}", id="an open brace"),
        pytest.param("a: [b, c\nd: e\n", "1:4 unclosed-bracket Write [b, c]", id="an open bracket"),
        pytest.param("a: [b}\n", "1:4 unclosed-bracket Write ] where it ends.", id="a bracket closed by a brace"),
        pytest.param("a: [b]]\n", "1:7 unclosed-bracket Delete it, or add the opening one.", id="a bracket too many"),
        pytest.param("a: @b\n", '1:4 needs-quotes Write "@b"', id="an at sign in front"),
        pytest.param('a: [b] "c"\n', '1:4 needs-quotes Write "[b] \\"c\\""', id="a bracket in front"),
        pytest.param("a: “b”\n", '1:4 curly-quotes Write "b"', id="curly quotes"),
        pytest.param("a: [b-1 #c-2]\n", "1:9 cut-off Write b-1#c-2, without the space.",
                     id="a space in a citation"),
    ],
)  # fmt: skip
def test_a_slip_in_a_text_is_told_where_it_is_mended(text: str, says: str) -> None:
    assert told(text) == [says]


@pytest.mark.parametrize(
    "text",
    ["a: b # c", "a: [b, # c\n  d]", "a: 'b''c'", 'a: "b \\" c"', 'a: {b: "c", d: [e, {f: g}]} # h', "a: b#c", "a: :b"],
)
def test_what_is_right_is_no_slip(text: str) -> None:
    assert told(text) == []
