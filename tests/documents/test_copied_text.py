"""A text copied from a page, hard-wrapped and without blank lines, has its headings and paragraphs; so has its XML."""

from datetime import date

from generator.documents.passages import passages_of
from generator.documents.plain_text import read_text
from generator.documents.reader import blocks_of

DAY = date(2026, 12, 18)
COPIED = """\
Brief regering : Derde vaarbrief 2026
88 123 Sluizen
Nr. 4 BRIEF VAN DE MINISTER VAN VAARWEGEN
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Oosterdam, 18 december 2026
Hierbij ontvangt u de derde vaarbrief van 2026. Daarin leest u over de sluizen en de
veren van de Waterdienst, en over de vragen die het lid Brugman in het debat van 3
september jl. stelde.
a. Sluizen
Wachten en varen
In het voorjaar begon de dienst een proef om de sluizen van de
Zuiderkade vaker te openen. In mei gingen zij 512 keer open, dat is 98% van het aantal.
b. Veren
Over de veren sprak de dienst met de schippers van Noordeiland, met de gemeenten en:
– de bond van schippers, die in het voorjaar van 2026 zijn plannen bekend
maakte;
– de bond van reizigers.
"""


def test_headings_items_and_paragraphs_are_blocks() -> None:
    assert [(block.kind.value[0], block.text[:40]) for block in read_text(COPIED).blocks] == [
        ("p", "Brief regering : Derde vaarbrief 2026"),
        ("h", "88 123 Sluizen"),
        ("h", "Nr. 4 BRIEF VAN DE MINISTER VAN VAARWEGE"),
        ("h", "Aan de Voorzitter van de Tweede Kamer de"),
        ("h", "Oosterdam, 18 december 2026"),
        ("p", "Hierbij ontvangt u de derde vaarbrief va"),
        ("h", "a. Sluizen"),
        ("h", "Wachten en varen"),
        ("p", "In het voorjaar begon de dienst een proe"),
        ("h", "b. Veren"),
        ("p", "Over de veren sprak de dienst met de sch"),
        ("i", "de bond van schippers, die in het voorja"),
        ("i", "de bond van reizigers."),
    ]


def test_a_sentence_within_it_is_whole() -> None:
    texts = [block.text for block in read_text(COPIED).blocks]

    assert texts[8].endswith(
        "van de Zuiderkade vaker te openen. In mei gingen zij 512 keer open, dat is 98% van het aantal."
    )
    assert texts[11] == "de bond van schippers, die in het voorjaar van 2026 zijn plannen bekend maakte;"


TEXT = """\
88123 Sluizen

Nr. 4 Brief van de minister van Vaarwegen

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Oosterdam, 18 december 2026

Hierbij ontvangt u de derde vaarbrief van 2026 over wat er op het water gebeurt.

Veren

In 2026 voeren er 512 veren.
"""
XML = """<?xml version="1.0"?><officiele-publicatie><kamerstuk>
<dossier><dossiernummer><dossiernr>88 123</dossiernr></dossiernummer><titel>Sluizen</titel></dossier><stuk>
<stuknr>Nr. <ondernummer>4</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER VAN VAARWEGEN</titel>
<algemeen><vrije-tekst><tekst><al>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</al>
<al>Oosterdam, 18 december 2026</al>
<al>Hierbij ontvangt u de derde vaarbrief van 2026 over wat er op het water gebeurt.</al>
<tussenkop kopopmaak="vet">Veren</tussenkop><al>In 2026 voeren er 512 veren.</al>
</tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>"""


def test_a_short_letter_without_salutation_has_the_passages_of_its_xml() -> None:
    read, published = (passages_of(blocks_of(text.encode()), DAY) for text in (TEXT, XML))

    assert [(p.id, p.hash) for p in read] == [(p.id, p.hash) for p in published]
    assert [p.id for p in read] == [*(f"aanhef-{n}" for n in range(1, 6)), "veren-1"]


def test_headings_right_below_each_other_at_the_beginning_of_a_report_stay_headings() -> None:
    report = "# Jaarverslag\n\n## 1. Sluizen\n\nEr zijn er 11.\n"

    assert [p.id for p in passages_of(blocks_of(report.encode()), DAY)] == ["sluizen-1"]
