"""Themes at the edge of what a page can hold: very many promises, long titles, no dates, one document, one edition."""

from tests.support.small import Files

MANY = 80
"""How many dated promises the fullest theme has."""
LONG_NL = (
    "Vernieuwing van de brugbedieningsinstallatiebesturing en de rivierwaterstandsmeetstations in de noordelijke "
    "havens en elders"
)
LONG_EN = (
    "Renewal of the installations that operate the bridges and of the stations that measure the water in northern "
    "ports and so"
)
"""Titles of 120 characters or a few more, one with a word that is wider than half a phone."""
ANNOUNCED = "{cites: verslag-2022#veren-2, says: announced, due: late-2023}"
NEW = "{cites: brief-2023-06-20#veren-2, says: announced, due: 2024-06-30}"
LATER = "{cites: brief-2023-06-20#veren-2, says: under-way, due: 2024-06-30}"


def _theme(title: str, english: str = "") -> str:
    return f"""title: {{nl: "{title}", en: "{english or title}"}}
question: {{nl: "Wat is hier beloofd?", en: "What was promised here?"}}
terms: ["veer"]
"""


def _milestone(id: str, title: str, *reports: str, english: str = "") -> str:
    said = "\n".join(f"    - {report}" for report in reports)
    return f"""- id: {id}
  title: {{nl: "{title}", en: "{english or title}"}}
  nature: promise
  owed_by: customs
  reports:
{said}
"""


def _statement(id: str, cites: str, when: str) -> str:
    return f"""- id: {id}
  when: {when}
  kind: context
  text: {{nl: "Er varen veren op de rivier.", en: "Ferries sail on the river."}}
  cites: [{cites}]
"""


def _many() -> str:
    """Most are only in the newest document, so that only one edition has pages of them; of the others dates moved."""
    letters = "abcdefghij"
    names = [f"{a}{b}" for a in letters for b in letters][:MANY]
    title, english = "Vernieuwing van het veer met de naam", "Renewal of the ferry with the name"
    return "\n".join(
        _milestone(
            f"ferry-{name}",
            f"{title} {name.upper()}",
            *((ANNOUNCED, LATER) if n % 4 == 0 else (NEW,)),
            english=f"{english} {name.upper()}",
        )
        for n, name in enumerate(names)
    )


EXTREME: Files = {
    "data/themes/crowded/theme.yaml": _theme("Vol", "Crowded"),
    "data/themes/crowded/milestones.yaml": _many(),
    "data/themes/lengthy/theme.yaml": _theme(LONG_NL, LONG_EN),
    "data/themes/lengthy/milestones.yaml": _milestone("lengthy-one", LONG_NL, ANNOUNCED, LATER, english=LONG_EN),
    "data/themes/timeless/theme.yaml": _theme("Tijdloos", "Timeless"),
    "data/themes/timeless/milestones.yaml": "\n".join(
        _milestone(
            f"timeless-{name}", f"Zonder dag {name[0].upper()}", *reports, english=f"Without a day {name[0].upper()}"
        )
        for name, reports in {
            "first": ["{cites: verslag-2022#veren-2, says: announced}"],
            "again": [
                "{cites: verslag-2022#veren-2, says: announced}",
                "{cites: brief-2023-06-20#veren-2, says: under-way}",
            ],
        }.items()
    ),
    "data/themes/lonely/theme.yaml": _theme("Eenzaam", "Lonely"),
    "data/themes/lonely/statements.yaml": _statement("lonely-ferries", "verslag-2022#veren-2", "2023-03"),
    "data/themes/lonely/milestones.yaml": _milestone(
        "lonely-engine", "Laatste motor", ANNOUNCED, english="Last engine"
    ),
    "data/themes/newborn/theme.yaml": _theme("Nieuw", "New"),
    "data/themes/newborn/statements.yaml": _statement("newborn-ferries", "brief-2023-06-20#veren-2", "2024-06-30"),
}
"""To be laid over the small archive."""
