"""A long invented letter of the Waterdienst as structure, so that every kind of file can be made of it and read back.

`LETTER` is what the writer meant. A test renders it (printed as PDF, as official XML, as a web page, as plain text),
reads the file, and compares what it got with `expected_blocks()`: the same letter whatever the file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from generator.documents.block import Block, BlockKind


@dataclass(frozen=True)
class Part:
    """One heading, paragraph, list item or table row as its writer meant it."""

    kind: BlockKind
    text: str
    """`[^1]` stands where the first of its notes is called; a tab stands between the cells of a row."""
    level: int = 0
    """Of a heading: 1 is outermost. Of an item: 1, or 2 in a list within a list. Else 0."""
    notes: tuple[str, ...] = ()
    """The footnotes that it calls, in order. `[^1]` is the first of the part; numbers on paper run on (`numbered`)."""
    mark: str = ""
    """Of an item: what is printed before it, "•", "–" or a number such as "2." or "b)"."""

    @property
    def cells(self) -> tuple[str, ...]:
        """Of a row: what stands in its columns."""
        return tuple(self.text.split("\t"))


WRITTEN = """\
p Geachte voorzitter,
p Met deze brief praat ik u bij over de sluizen, veren en bruggen van de Waterdienst. Sinds mijn vorige brief van 26 mei jl. is er veel gebeurd: er zijn 28.000 schuttingen verricht, twee veren hebben een nieuwe motor gekregen en de brug bij Westhaven is dagelijks open. Het jaarverslag[^1] dat u eerder kreeg, vertelt daar meer over.
n Waterdienst, Jaarverslag 2025, Oosterdam 2026, bladzijde 14 tot en met 17.
p In het afgelopen halfjaar heb ik sluiswachters, schippers en brugwachters gesproken. Zij vroegen vooral om duidelijkheid: wanneer is welk werk klaar, en wat merken zij ervan? Die vragen beantwoord ik hieronder zo precies als nu mogelijk is.
h1 1 Hoe het ervoor staat met de sluizen
p De Waterdienst beheert 11 sluizen. Daarvan zijn er 9 van de 11 geheel vernieuwd; de twee die overblijven, bij Noordeiland en bij Zuiderveld, volgen in 2027 en 2028. Het werk kost over alle jaren samen € 18,1 miljard, waarvan € 2,4 miljard in 2026 wordt uitgegeven.
h2 1.1 Wachttijden
p Een schip wachtte in het eerste kwartaal van 2026 gemiddeld 3,75 uur op een schutting. Dat is 0,5 uur korter dan een jaar eerder. De afspraak is dat 95% van de schepen binnen 4 uur door de sluis is; in maart haalde de dienst 98,9%, en over het hele kwartaal 96,2%.
p De verkorting komt door drie maatregelen:
i1 • de sluizen bij Oosterdam en Westhaven worden sinds 1 februari 2026 vanuit één verkeerspost bediend, zodat de wachters elkaar kunnen vervangen;
i1 • schippers melden zich 24 uur van tevoren met een app[^1], die 6.400 keer is opgehaald;
n De app heet Schut en is er in het Nederlands, Duits en Frans.
i1 • op drukke dagen varen sleepboten mee, die een schip dat stilvalt binnen een kwartier wegslepen.
p Voor de pleziervaart geldt een eigen regeling. Jachten schutten van 1 april tot 1 oktober op vaste tijden, en wie buiten die tijden komt, vaart mee met het eerstvolgende vrachtschip. Er kwamen hierover 312 klachten binnen, tegen 540 in 2024. Dat vind ik nog te veel. Ik laat daarom voor het einde van het derde kwartaal van 2026 onderzoeken of een extra schutting in de avond haalbaar is.
h2 1.2 Onderhoud dat is uitgesteld en waarom dat niet langer kan wachten tot na de volgende winter
p Door de lage waterstand van vorig jaar is het onderhoud aan vier sluisdeuren uitgesteld. De deuren zijn inmiddels nagekeken door een onafhankelijk bureau[^1]. Het bureau noemt de toestand matig en raadt aan het werk niet langer dan anderhalf jaar te laten liggen. Ik neem dat advies over: de deuren worden tussen 15 september 2026 en 1 maart 2027 een voor een uit het water gehaald.
n Bureau Peilschaal, Toestand van vier sluisdeuren, 3 februari 2026.
p De vaarweg blijft in die tijd open. Per sluis is er steeds één kolk in bedrijf, waardoor de doorvaart ongeveer een derde trager gaat. Met de binnenvaart is afgesproken dat schepen met bederfelijke lading voorgaan. Die afspraak wordt elke maand geëvalueerd.
h1 2 Veren
p Op zeven plaatsen vaart een veer van de dienst. Samen zetten zij in 2025 ruim 1,3 miljoen reizigers over, 4% meer dan in 2024. Het oudste veer dateert van 1961 en is aan vervanging toe.
h2 2.1 Elektrisch varen
p Vier veren worden elektrisch. Het veer bij Oosterdam vaart sinds 12 januari jl. zonder uitstoot; de beide veren bij Westhaven volgen medio 2027 en het veer naar Noordeiland uiterlijk op 31 december 2028. De coördinatie ligt bij één projectbureau, dat efficiënt kan inkopen omdat de vier schepen dezelfde accu's krijgen.
p De kosten vallen hoger uit dan geraamd. In de begroting voor 2025 stond een bedrag van € 41,5 miljoen; de laatste raming komt uit op € 47,2 miljoen. Het verschil van € 5,7 miljoen heeft twee oorzaken:
i1 1. de prijs van accu's steeg tussen januari en juni 2025 met 11%;
i1 2. bij de steiger van Noordeiland bleek de bodem vervuild, zodat eerst 8.200 m³ slib moet worden afgevoerd;
i1 3. de laadpalen moeten op een hogere spanning werken dan het net nu kan leveren, waarvoor twee kabels nodig zijn:
i2 – een kabel van 3,2 kilometer onder de vaargeul door, die in het najaar van 2026 wordt gelegd;
i2 – een kabel over land, die er al ligt maar nog moet worden gekeurd.
i1 4. een reserveaccu voor elk veer was niet begroot.
p Van deze kosten draagt de provincie 30%. De overige 70% betaal ik uit de reserve van de dienst, die daarmee daalt tot € 12,9 miljoen. De Tweede Kamer heeft daar bij de voorjaarsnota mee ingestemd.
h2 2.2 Bezetting
p Aan boord van de veren werken 184 mensen. Voor een betrouwbare dienstregeling zijn er 205 nodig, en het verloop is hoog: vorig jaar vertrokken 31 schippers, van wie er 19 met pensioen gingen. De wervingscampagne die in november is begonnen, leverde 64 sollicitaties en 22 aanstellingen op. De eerste groep van deze nieuwe schippers heeft de opleiding in mei afgerond[^1] en vaart nu onder begeleiding mee. Naar verwachting is de bezetting in de loop van 2027 op peil.
n De opleiding duurt zes maanden en telt 40 vaardagen. Wie al een groot vaarbewijs heeft, is vrijgesteld van het eerste deel en begint in de vierde maand.
p Tot die tijd vervallen er soms afvaarten. In 2025 was dat 1,8% van alle afvaarten, tegen 2,6% het jaar ervoor. Reizigers krijgen hun kaartje terug als zij langer dan een halfuur moeten wachten, en dat bedrag wordt voortaan automatisch overgemaakt.
h1 3 Bruggen en tunnels
p Over de vaarwegen liggen 63 bruggen die open kunnen. De Waterdienst heeft ze tussen 2021 en 2025 alle 63 laten keuren. Bij 58 bruggen was alles in orde; bij 5 bruggen zijn scheuren gevonden, en die rijden nu met een lagere snelheid open en dicht.
h2 3.1 Storingen
p Het aantal storingen daalde van 1.104 in 2023 naar 866 in 2025. De tabel hieronder laat zien waar ze voorkwamen en hoelang de brug gemiddeld dicht bleef voor het verkeer op de weg.
r Soort brug\tStoringen in 2024\tStoringen in 2025\tGemiddelde duur
r Ophaalbrug\t402\t371\t22 minuten
r Draaibrug\t288\t240\t35 minuten
r Basculebrug met twee kleppen, waaronder de brug bij Westhaven\t301\t219\t41 minuten
r Vlotbrug\t48\t36\t1 uur en 10 minuten
r Totaal\t1.039\t866\t31 minuten
p De meeste storingen ontstaan in de besturing. Een kwart heeft een simpele oorzaak: een slagboom die is aangereden, een sensor die vuil is of een kabel die door knaagdieren is beschadigd. Zulke gebreken worden binnen een dag hersteld. Ernstiger zijn de fouten in de programmatuur, die bij 17 bruggen nog uit 1998 stamt. De leverancier ondersteunt deze programmatuur tot 1 juli 2027[^1], en de vervanging is daarom naar voren gehaald.
n Brief van de leverancier aan de Waterdienst van 9 april 2026, kenmerk W-2026-118.
h2 3.2 Bediening op afstand
p Van de 63 bruggen worden er 41 op afstand bediend. Dat gebeurt vanuit drie posten, waar camera's en luidsprekers het zicht en gehoor van de brugwachter vervangen. De Inspectie heeft de werkwijze getoetst[^1] en 14 aanbevelingen gedaan. Daarvan zijn er 10 uitgevoerd. De vier andere gaan over de roosters en worden besproken met de ondernemingsraad, die voor de zomer[^2] een oordeel geeft.
n Inspectie Vaarwegen, Zien en gezien worden: onderzoek naar bediening op afstand van beweegbare bruggen, 2025.
n De raad vergadert op 18 juni en op 2 juli 2026.
p De belangrijkste aanbevelingen zijn:
i1 a) laat een wachter nooit meer dan drie bruggen tegelijk bedienen;
i1 b) vervang camera's die ouder zijn dan zeven jaar, ook als zij nog werken, en houd er per post twee op voorraad;
i1 c) oefen tweemaal per jaar met de hulpdiensten.
p Bij één brug is de bediening op afstand weer gestaakt. Fietsers bij de Molenbrug zagen de slagbomen te laat, en er gebeurden in vijf maanden drie ongelukken. Sinds 4 maart zit er weer een wachter in het brughuis. Of dat zo blijft, hangt af van een proef met waarschuwingslichten in het wegdek die begin 2027 wordt afgesloten.
h1 4 Digitale dienstverlening en gegevens: wat schippers er nu al van merken en wat er nog moet gebeuren
p De Waterdienst heeft 37 systemen. Een deel is verouderd, en de samenhang ontbreekt. Met het programma Heldere Vaart worden ze in vier jaar teruggebracht tot 21. In 2026 is daarvoor € 6,3 miljoen beschikbaar.
h2 4.1 Het loket
p Sinds het voorjaar van 2025 vragen schippers ontheffingen aan bij één digitaal loket. Het loket verving elf formulieren op papier. In het eerste jaar zijn 9.870 aanvragen gedaan, waarvan 87% binnen twee werkdagen is afgehandeld. Een vergelijkbare aanvraag kostte in 2023 nog bijna 9 dagen.
p Niet alles gaat goed. Het loket was in de nacht van 3 op 4 april onbereikbaar, doordat een certificaat was verlopen. Ook melden gebruikers dat zij hun gegevens telkens opnieuw moeten invullen. De officiële klachtenregeling leverde 148 reacties op, en uit een enquête onder 1.250 schippers blijkt dat 71% tevreden is; het doel was 80%. In het vierde kwartaal komt er een nieuwe versie die gegevens bewaart en met een elektronische handtekening werkt.
h2 4.2 Gegevens delen
p Waterstanden, doorvaarthoogten en wachttijden zijn vrij te gebruiken. Per dag worden die gegevens zo'n 210.000 keer opgehaald door routeplanners, onderzoekers en havens. Drie afspraken zorgen ervoor dat dit veilig gebeurt:
i1 – gegevens over afzonderlijke schepen worden na 48 uur gewist en zijn nooit openbaar;
i1 – wie meer dan 1.000 verzoeken per uur doet, maakt zich bekend;
i1 – elk jaar kijkt een onafhankelijke deskundige mee, voor het laatst op 11 december 2025.
p De functionaris voor gegevensbescherming heeft de derde afspraak onderzocht en adviseert de termijn van 48 uur te handhaven, ook nu de politie om een langere termijn heeft gevraagd. Ik volg dat advies. Met de politie is afgesproken dat zij in een concreet onderzoek binnen die 48 uur kan vragen om gegevens te bewaren.
h1 5 Personeel en veiligheid
p Bij de Waterdienst werken 2.915 mensen, onder wie 640 vrouwen. Het ziekteverzuim daalde van 6,4% naar 5,9%, maar is in de verkeersposten met 7,7% onverminderd hoog. De nachtdiensten vallen zwaar. Vanaf 1 september 2026 geldt een nieuw rooster waarin niemand meer dan drie nachten achter elkaar werkt. De bonden hebben daar op 30 maart mee ingestemd, al noemen zij het een eerste stap.
h2 5.1 Ongevallen
p In 2025 gebeurden er 23 ongevallen waarbij medewerkers gewond raakten, drie minder dan in 2024. Eén medewerker is overleden. Hij viel op 8 oktober bij het onderhoud aan de sluis van Zuiderveld in een lege kolk. Zijn dood heeft ons zeer geraakt. De Arbeidsinspectie heeft het onderzoek in februari afgerond en stelt dat de leuning tijdelijk was weggehaald zonder dat er een vervangende afzetting stond. De dienst heeft de werkinstructie aangepast en alle ploegen opnieuw geïnstrueerd.
h2 5.2 Agressie
p Brugwachters en veerlieden worden vaker uitgescholden en bedreigd. Er zijn 97 meldingen gedaan, waarvan er 12 tot aangifte hebben geleid. Elke ploeg heeft nu een vertrouwenspersoon, en op vijf plekken hangen camera's. Daarnaast begint in het tweede kwartaal van 2026 voor hen een training van twee dagen, waarvoor 430 medewerkers zich hebben aangemeld.
h1 6 Planning en geld
p Hieronder staat wat u de komende tijd kunt verwachten. Waar een datum is verschoven ten opzichte van mijn vorige brief, licht ik dat toe.
r Onderwerp\tGereed\tToelichting
r Sluis Noordeiland\teind 2027\tongewijzigd
r Sluis Zuiderveld\tvoorjaar 2028\twas oktober 2027; de aanbesteding is mislukt en wordt overgedaan
r Veren Westhaven\tmedio 2027\tongewijzigd
r Kabel onder de vaargeul\t1 november 2026\twas 1 augustus 2026
p De totale uitgaven komen in 2026 uit op € 3,06 miljard, 2% boven de begroting. De overschrijding wordt gedekt uit de tolgelden, die door het drukke scheepvaartverkeer € 74 miljoen hoger zijn dan verwacht. In de najaarsnota kom ik daarop terug.
h1 7 Tot slot
p Er is in korte tijd veel verbeterd, en dat is te danken aan de mensen op het water en in de posten. Tegelijk blijft het werk kwetsbaar zolang een tiende van de vacatures openstaat. In december ontvangt u van mij de volgende brief. Daarin bericht ik u ook over de uitkomst van de proef bij de Molenbrug en over het onderzoek naar een schutting in de avond.
p Hoogachtend,
p De directeur-generaal van de Waterdienst,
p A. van der Sluijs-Oeverman
"""  # noqa: E501 - one line for each part
"""A line for each part: its kind (`h1`, `p`, `i1` with a mark, `r`) and text; under it, its notes (`n`)."""
_KINDS = {"h": BlockKind.HEADING, "p": BlockKind.PARAGRAPH, "i": BlockKind.ITEM, "r": BlockKind.ROW}
_CALL = re.compile(r"\[\^(\d)\]")


def _parts() -> Iterator[Part]:
    lines = WRITTEN.splitlines()
    for number, line in enumerate(lines):
        word, text = line.split(" ", 1)
        if word == "n":
            continue
        mark, text = text.split(" ", 1) if word[0] == "i" else ("", text)
        notes = []
        for following in lines[number + 1 :]:
            if not following.startswith("n "):
                break
            notes.append(following[2:])
        yield Part(_KINDS[word[0]], text, int(word[1:] or 0), tuple(notes), mark)


LETTER: tuple[Part, ...] = tuple(_parts())


def numbered() -> tuple[Part, ...]:
    """The same letter with its notes numbered as on paper, from 1 to the last: `[^1]`, `[^2]`, `[^3]`…"""
    before = accumulate((len(part.notes) for part in LETTER), initial=0)
    return tuple(replace(part, text=_counted_on(part.text, notes)) for part, notes in zip(LETTER, before, strict=False))


def _counted_on(text: str, before: int) -> str:
    return _CALL.sub(lambda call: f"[^{before + int(call[1])}]", text)


def expected_blocks() -> tuple[Block, ...]:
    """What every reader makes of the letter: calls taken out, notes at the end of the block that calls them."""
    return tuple(_block(part) for part in LETTER)


def _block(part: Part) -> Block:
    text = " ".join([_CALL.sub("", part.text).replace("\t", " "), *part.notes])
    return Block(part.kind, text, part.level if part.kind is BlockKind.HEADING else 0)
