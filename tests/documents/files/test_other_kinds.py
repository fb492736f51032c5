"""Data and messages are refused by what they are; a letter with commas and a letterhead is a letter."""

import pytest

from generator.documents.block import Unreadable
from generator.documents.files.other_kinds import refuse_other_text

LETTER = "Van: de waterdienst\nAan: de Kamer\nDatum: 3 juni 2026\nOnderwerp: sluizen\n\nDe sluis is open.\n"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param('{"sluizen": [{"naam": "Oosterdam"}]}', "JSON", id="an object"),
        pytest.param(' [1, 2, {"a": null}]\n', "JSON", id="a list"),
        pytest.param("sluis;jaar;aantal\nOost;2025;12\nWest;2025;13\nNoord;2025;9\n", "CSV", id="semicolons"),
        pytest.param('sluis,jaar,aantal\n"Oost, oud",2025,12\nWest,2025,13\nNoord,2025,9\n', "CSV", id="commas"),
        pytest.param(
            "Return-Path: <a@water.example>\nReceived: by mx\nSubject: sluizen\n\nDe sluis is open.",
            "an e-mail message",
            id="a message as servers keep it",
        ),
        pytest.param(
            "Van: Waterdienst\nVerzonden: maandag 3 juni 2026 10:12\nAan: Kamer\nOnderwerp: sluis\n\nOpen.",
            "an e-mail message",
            id="a message as it is printed",
        ),
        pytest.param(
            "**Van:** Waterdienst\n**Verzonden:** maandag 3 juni\n**Aan:** Kamer\n**Onderwerp:** sluis\n\nOpen.",
            "an e-mail message",
            id="with its labels in bold",
        ),
        pytest.param(
            "-----Oorspronkelijk bericht-----\nVan: Waterdienst\nVerzonden: maandag 3 juni\nOnderwerp: sluis\n\nOpen.",
            "an e-mail message",
            id="that was passed on",
        ),
        pytest.param(
            "Onderwerp: sluis\nVan: Waterdienst <a@water.example>\nDatum: 3 juni 2026 10:12\nAan: Kamer\n\nOpen.",
            "an e-mail message",
            id="in another order, by the address of the sender",
        ),
        pytest.param(
            "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n<p>Open.</p>",
            "an e-mail message",
            id="a page saved as a message",
        ),
        pytest.param('{"sluis": "Oost"}\n{"sluis": "West"}\n', "JSON", id="an object on each line"),
        pytest.param('{"sluis": "Oosterdam", "tekst": "De sluis is', "JSON", id="an object that is broken off"),
    ],
)
def test_what_is_no_document_is_refused_with_what_it_is(text: str, what: str) -> None:
    with pytest.raises(Unreadable, match=f"the file is {what}, not a document"):
        refuse_other_text(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LETTER, id="a memorandum"),
        pytest.param("[Concept] De sluis is open.\n\n[1] Zie bijlage.", id="brackets"),
        pytest.param("{concept}\n\nDe sluis is open.", id="braces"),
        pytest.param("Sluis, brug, veer.\nPont, boot, kade.\n", id="few lines with commas"),
        pytest.param(
            "\n".join(["Het veer, dat al jaren bij Oosterdam vaart en dat iedereen kent, is na een lange verbouwing "
                       "klaar, en vaart weer elke dag van de vroege ochtend tot de late avond heen en weer."] * 5),
            id="sentences with as many commas each",
        ),
        pytest.param("Sluis\t2025\t12\nBrug\t2025\t13\nPont\t2025\t14\nKade\t2025\t9", id="a table in a text"),
        pytest.param("Oost; West; Noord", id="one line"),
    ],
)  # fmt: skip
def test_a_text_is_no_data(text: str) -> None:
    refuse_other_text(text)
