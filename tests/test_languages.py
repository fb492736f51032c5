"""No language and no country is named in code: what is known of them stands in data files beside it."""

import ast
import re
from collections.abc import Iterator

import pytest

from generator.text.language import EDITORS_LANGUAGE, LANGUAGES, months_of
from tests.support.small import ROOT

MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in sorted((ROOT / "generator").rglob("*.py"))
}
WORDS = re.compile(r"[^\W\d_]+")
STOPS = frozenset(
    WORDS.findall(
        "aan aanhef als bij bijlage blz dat deze douane een geachte het hoofdstuk inhoud kamer kamerstuk kop maar naar "
        "niet noot ook pagina tot uit van voor werd wordt worden zijn"
    )
)
"""Words of Dutch that no message in English holds."""
CODES = re.compile(rf"(?<![^\W_])(?:{'|'.join(LANGUAGES)})(?![^\W_])")
MONTHS = {month for code in LANGUAGES if code != EDITORS_LANGUAGE for month in months_of(code)}
OWN_MONTHS = set(months_of(EDITORS_LANGUAGE))
"""Those that a message to editors may name within a sentence."""


def literals(module: str) -> Iterator[tuple[int, str]]:
    """Line and text of each string in a module that is not a docstring."""
    tree = ast.parse(MODULES[module].read_text("utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def foreign_in(text: str) -> set[str]:
    """The code of a language, a word of Dutch, or a month in a string of code."""
    words = set(WORDS.findall(text))
    dutch = {word for word in words if word.lower() in STOPS}
    return {*CODES.findall(text), *dutch, *(words & MONTHS), *({text.strip()} & OWN_MONTHS)}


def test_no_code_names_a_language_or_speaks_dutch() -> None:
    found = {
        f"{module}, line {line}: {text!r}": words
        for module in MODULES
        for line, text in literals(module)
        if (words := foreign_in(text))
    }

    assert found == {}


@pytest.mark.parametrize("text", ["nl", "text_en", "1 januari", "June", "^Geachte "])
def test_a_language_code_a_month_and_a_word_of_dutch_are_seen(text: str) -> None:
    assert foreign_in(text) != set()
