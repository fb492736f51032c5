"""The page of a server that has no document is no document; a letter about such pages is one."""

import pytest

from generator.documents.block import Block, BlockKind, Unreadable
from generator.documents.files.error_pages import refuse_error_page


def blocks(*texts: str) -> list[Block]:
    return [Block(BlockKind.PARAGRAPH, text) for text in texts]


@pytest.mark.parametrize(
    "line",
    [
        "Error 503 Service Unavailable",
        "404 - Not Found",
        "502 Bad Gateway",
        "HTTP Status 500 – Internal Server Error",
        "Pagina niet gevonden",
        "De pagina die u zoekt kan niet worden gevonden.",
        "Dit document is niet meer beschikbaar",
        "Page not found",
        "The requested file could not be found.",
        "Access Denied",
    ],
)
def test_a_short_text_that_says_so_is_refused_with_that_line(line: str) -> None:
    with pytest.raises(Unreadable) as refused:
        refuse_error_page(blocks("Waterdienst", line, "Naar de voorpagina"))

    assert repr(line) in str(refused.value)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["404 schepen"], id="a number"),
        pytest.param(["Wie geen toegang heeft, vraagt die aan."], id="a sentence about access"),
        pytest.param(["Error 404", *["Het veer vaart elke dag heen en weer."] * 30], id="a longer text"),
        pytest.param(["In het veer is volgens de schipper het document niet gevonden dat hij zocht."], id="a sentence"),
    ],
)
def test_any_other_text_is_not(texts: list[str]) -> None:
    refuse_error_page(blocks(*texts))
