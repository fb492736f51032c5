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
        "404",
        "Forbidden",
        "Helaas, deze pagina bestaat niet",
        "We kunnen de pagina niet vinden die u zoekt.",
        "Deze pagina is verwijderd of verplaatst",
        "We can’t find the page you’re looking for",
        "The requested URL /brief.pdf was not found on this server.",
        "This document is no longer available.",
        "Wegens onderhoud is deze website tijdelijk niet bereikbaar.",
        "The site is down for maintenance",
        "Er is een technische fout opgetreden",
        "Oops, something went wrong!",
        "Bevestig dat u geen robot bent.",
        "Verify you are human",
        "Just a moment...",
        "Inloggen",
        "Please sign in to continue.",
        "Enable JavaScript and cookies to continue",
        "Accepteer cookies om deze website te bekijken.",
        "Object moved to here.",
        "U heeft geen toegang tot deze pagina.",
        "The requested URL was rejected. Please consult with your administrator.",
        "Er zijn geen resultaten gevonden.",
        "Uw sessie is verlopen.",
    ],
)
def test_a_short_text_that_says_so_is_refused_with_that_line(line: str) -> None:
    with pytest.raises(Unreadable) as refused:
        refuse_error_page(blocks("Waterdienst", line, "Naar de voorpagina"))

    assert repr(line) in str(refused.value)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["404 schepen", "450"], id="a number"),
        pytest.param(["In 2025 zijn 404 schepen niet gevonden"], id="a number that something else was not found"),
        pytest.param(["De sluis is tijdelijk niet beschikbaar.", "De klep is verplaatst."], id="what is no page"),
        pytest.param(["Wie zich aanmeldt of inlogt, krijgt bericht."], id="a sentence about signing in"),
        pytest.param(["Wie geen toegang heeft, vraagt die aan."], id="a sentence about access"),
        pytest.param(["Error 404", *["Het veer vaart elke dag heen en weer."] * 30], id="a longer text"),
        pytest.param(["In het veer is volgens de schipper het document niet gevonden dat hij zocht."], id="a sentence"),
    ],
)
def test_any_other_text_is_not(texts: list[str]) -> None:
    refuse_error_page(blocks(*texts))
