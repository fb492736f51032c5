"""Every comment of a file is found, and belongs to what it stands above, beside or below."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.yaml_comments import Comments, comments_of, reads_otherwise


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        pytest.param("a: 1\n", Comments(), id="none"),
        pytest.param(
            'a: "# no" # yes\nb#: c#d\n', Comments(beside={("a",): "# yes"}), id="a number sign in a text is none"
        ),
        pytest.param("# a\n\n# b\na: 1\n", Comments(("# a",), above={("a",): ("# b",)}), id="of the file, of a key"),
        pytest.param("a:\n# b\n# c\n  - 1\n", Comments(above={("a", 0): ("# b", "# c")}), id="above an entry"),
        pytest.param("a: # b\n  - 1 # c\n", Comments(beside={("a",): "# b", ("a", 0): "# c"}), id="beside a key"),
        pytest.param("- a: [1,\n  2] # b\n", Comments(beside={(0, "a"): "# b"}), id="beside the end of a list"),
        pytest.param(
            "- a: [1, # b\n  2]\n- {c: 3} # d\n",
            Comments(beside={(0, "a", 0): "# b", (1,): "# d"}),
            id="beside an entry between brackets, and a record",
        ),
        pytest.param("- # a\n  b: 1\n", Comments(above={(0,): ("# a",)}), id="behind a lone hyphen: above"),
        pytest.param(
            "a: # b\n  'c' # d\n",
            Comments(above={("a",): ("# b",)}, beside={("a",): "# d"}),
            id="two beside one value: the first goes above",
        ),
        pytest.param(
            "a: | # b\n  # c\n  d\n# e\n", Comments(beside={("a",): "# b"}, last=("# e",)), id="none in a block of text"
        ),
        pytest.param(
            "- a:\n    - 1\n    # b\n  # c\n- d\n",
            Comments(below={(0, "a", 0): ("# b",), (0, "a"): ("# c",)}),
            id="below the end of a list, by its indent",
        ),
        pytest.param("a: 1\n# b\n", Comments(last=("# b",)), id="at the end"),
        pytest.param("# a\n\n# b", Comments(last=("# a", "# b")), id="nothing else"),
        pytest.param("--- # a\nb: 1\n", Comments(above={("b",): ("# a",)}), id="behind the sign of a document"),
    ],
)
def test_a_comment_belongs_to(text: str, comments: Comments) -> None:
    assert comments_of(text) == comments


@given(text=st.text(st.sampled_from("#é𝄞 'ab"), max_size=12))
def test_the_text_of_a_comment_is_kept(text: str) -> None:
    assert comments_of(f"a: '𝄞' # {text}\nb: 1").beside == {("a",): f"# {text}".rstrip()}


@pytest.mark.parametrize(
    ("word", "otherwise"),
    [("no", True), ("On", True), ("2024", True), ("1e3", False), ("2024-01-01", True), ("null", True), ("none", False)],
)
def test_a_word_that_yaml_takes_for_something_else_is_known(word: str, otherwise: bool) -> None:
    assert reads_otherwise(word) is otherwise
