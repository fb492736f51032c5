"""Contexts in which views are made, with phrases that show their key: `[state.done]`, `[home.sources 3]`."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from string import Formatter
from tempfile import TemporaryDirectory
from typing import Any

from generator.archive.archive import Archive, read_archive
from generator.archive.yaml_loader import read_yaml
from generator.editions.history import Editions
from generator.editions.milestones import KnownMilestone
from generator.model.citation import Citation
from generator.pages.context import PageContext, context_of
from generator.pages.urls import Address
from generator.pages.views.changes import changes_view, corrections_view
from generator.pages.views.glossary import glossary_view
from generator.pages.views.home import home_view
from generator.pages.views.indicators import indicators_view
from generator.pages.views.lists import places_view, tensions_view
from generator.pages.views.milestones.milestone import milestone_view
from generator.pages.views.milestones.overview import milestones_view
from generator.pages.views.milestones.silence import silence_view
from generator.pages.views.sources import source_view, sources_view
from generator.pages.views.theme import theme_view
from generator.pages.views.timeline import timeline_view
from generator.pages.workspace import Workspace
from tests.support.small import ROOT, SITE, SMALL, lay_out_data

REFERENCE = ROOT / "tests" / "pages" / "views" / "reference"
"""Views of the small archive as they were reviewed, by the name of their test."""
QUOTED = {Citation("verslag-2022", "veren-1"): "Voor de steiger is nog geen vergunning verleend."}
EDITED = replace(SITE, edit="https://example.org/edit/")
ADDED = {
    "data/atlas.yaml": f"""{(SMALL / "data/atlas.yaml").read_text("utf-8")}
groups:
  - {{id: land, title: {{nl: "Op het land", en: "On land"}}}}
  - {{id: water, title: {{nl: "Op het water", en: "On the water"}}}}
""",
    "data/themes/locks/theme.yaml": f"""{(SMALL / "data/themes/locks/theme.yaml").read_text("utf-8")}group: water
""",
    "data/themes/ferries/milestones.yaml": f"""{(SMALL / "data/themes/ferries/milestones.yaml").read_text("utf-8")}
- id: ticket-machines
  title: {{nl: "Kaartautomaten", en: "Ticket machines"}}
  nature: promise
  owed_by: ministry
  measurable: false
  why: {{nl: "Hoeveel automaten het zijn, blijft open.", en: "How many machines it is remains open."}}
  lineage:
    - {{kind: renamed, of: [ticket-sales], cites: brief-2023-06-20#veren-2}}
    - {{kind: part-of, of: [electric-ferries], cites: brief-2023-06-20#veren-2}}
  reports:
    - {{cites: brief-2023-06-20#veren-2, says: announced}}
- id: plan-for-the-locks
  title: {{nl: "Plan voor de sluizen", en: "Plan for the locks"}}
  nature: promise
  owed_by: state-secretary
  reports:
    - {{cites: brief-2021-03-10#sluizen-3, says: announced}}
    - {{cites: register#plan-2022, says: done, done: 2022-05-06, basis: exists-unread}}
""",
    "data/corrections.yaml": """\
- id: lock-renamed
  published: 2023-02-06
  of: [lock-east, lock-trainings, soft-ground, unknown]
  what: {nl: "De plaats was verkeerd.", en: "The place was wrong."}
  why: {nl: "Een leesfout.", en: "A misreading."}
""",
    "data/amendments.yaml": """\
- id: report-entered-late
  published: 2023-07-01
  sources: [verslag-2022]
  why: {nl: "Het verslag was ons niet bekend.", en: "We did not know the report."}
  as_published: https://example.org/archive/2023-06-20.zip
""",
    "data/aliases.yaml": """\
- {kind: milestone, was: lock-east, became: lock-oosterdam}
- {kind: statement, was: ground-soft, became: soft-ground}
- {kind: statement, was: gone, became: ferries}
- {kind: place, was: oosterhaven, became: oosterdam}
- {kind: term, was: locking, became: lockage}
- {kind: tension, was: waiting-2021, became: waiting-time-2021}
- {kind: indicator, was: waiting, became: waiting-time}
- {kind: passage, source: verslag-2022, was: ponten-1, became: veren-1}
""",
    "data/references.yaml": """\
- id: plan-2020
  title: {nl: "Plan voor de sluizen", en: "Plan for the locks"}
  published: 2020-05-06
  sender: {nl: "de Waterdienst", en: "the Waterway Service"}
  number: "12 345, nr. 6"
  url: https://example.org/plan-2020
  cites: [verslag-2022#sluizen-1]
- id: plan-2022
  title: {nl: "Plan voor de sluizen", en: "Plan for the locks"}
  published: 2022-05-06
- id: plan-undated
  title: {nl: "Een ander plan", en: "Another plan"}
  described: true
  cites: [verslag-2022#sluizen-1]
""",
}
"""What the small archive lacks: places of editing, groups, lineage, a correction, former ids, documents not held."""

_AS_WRITTEN = ("units", "qualifiers", "periods", "and")
"""Phrases of which tests read the words: how numbers and periods are printed."""
_OURS = {"days": "{n} days", "units": {"posts": {"one": " post", "other": " posts"}}}


def context_with(
    archive: Archive, *, edition: int = -1, language: str = "en", latest: bool = False, **volume: Any
) -> PageContext:
    """The context of one edition of the archive: by default the newest, in English, under its date.

    `volume` are values of the volume that are not those of a workspace, such as `quotations`.
    """
    phrases = {name: _phrases(name) for name in archive.words}
    units = {name: {**phrases[name]["units"], **archive.words[name].get("units", {})} for name in archive.words}
    words = {name: {**phrases[name], **_OURS, "units": {**units[name], **_OURS["units"]}} for name in phrases}
    archive = replace(archive, words=words)
    editions = Editions(archive)
    address = Address(language, editions[edition].id, latest)
    return context_of(replace(Workspace(ROOT, archive, EDITED, editions).volume(address), **volume))


@cache
def small_context(edition: int = -1, language: str = "en") -> PageContext:
    """The context of an edition of the small archive, to which `ADDED` is added."""
    with TemporaryDirectory() as folder:
        archive = read_archive(lay_out_data(Path(folder), ADDED))
    return context_with(archive, edition=edition, language=language, quotations=QUOTED)


@cache
def _phrases(language: str) -> dict[str, Any]:
    written = read_yaml((ROOT / f"data/words/{language}.yaml").read_text("utf-8"), language).value
    return {key: phrase if key in _AS_WRITTEN else _keyed(phrase, key) for key, phrase in written.items()}


def _keyed(phrase: Any, path: str) -> Any:
    """The phrase as its key and the values that it is given, in brackets; of a plural, both forms alike."""
    if isinstance(phrase, dict) and set(phrase) == {"one", "other"}:
        return dict.fromkeys(phrase, _keyed(phrase["other"], path))
    if isinstance(phrase, dict):
        return {key: _keyed(part, f"{path}.{key}") for key, part in phrase.items()}
    names = dict.fromkeys(name for _, name, _, _ in Formatter().parse(str(phrase)) if name)
    return "[" + " ".join([path, *(f"{{{name}}}" for name in names)]) + "]"


def written(view: Any) -> str:
    """The view as text, in which a chart is its key: what it shows has tests of its own."""

    def shown(fields: list[tuple[str, Any]]) -> dict[str, Any]:
        values = dict(fields)
        return {"key": values["key"]} if "plot" in values else values

    return json.dumps(asdict(view, dict_factory=shown), ensure_ascii=False, indent=1) + "\n"


CASES: dict[str, Callable[[PageContext], Any]] = {
    "changes-first": lambda c: changes_view(None, c),
    "changes-since-2021": lambda c: changes_view("2021-03-10", c),
    "corrections": corrections_view,
    "glossary": glossary_view,
    "home": home_view,
    "indicators": indicators_view,
    "milestone-done": lambda c: milestone_view(_milestone("lock-oosterdam", c), c),
    "milestone-dropped": lambda c: milestone_view(_milestone("ferry-noordeiland", c), c),
    "milestone-renamed": lambda c: milestone_view(_milestone("ticket-machines", c), c),
    "milestone-silent": lambda c: milestone_view(_milestone("lock-zuiderkade", c), c),
    "milestone-under-way": lambda c: milestone_view(_milestone("electric-ferries", c), c),
    "milestone-was-renamed": lambda c: milestone_view(_milestone("ticket-sales", c), c),
    "milestones": milestones_view,
    "places": places_view,
    "silence": silence_view,
    "source-annual-report": lambda c: source_view(c.edition.sources["verslag-2022"], c),
    "source-letter": lambda c: source_view(c.edition.sources["brief-2023-06-20"], c),
    "source-not-held": lambda c: source_view(c.edition.outside["meetnet-2021"], c),
    "source-outside": lambda c: source_view(c.edition.outside["krant-2022"], c),
    "sources": sources_view,
    "tensions": tensions_view,
    "theme-ferries": lambda c: theme_view(c.edition.themes["ferries"], c),
    "theme-locks": lambda c: theme_view(c.edition.themes["locks"], c),
    "timeline": timeline_view,
}
"""Views of the newest edition of the small archive that have a reference, by its name."""


def _milestone(id: str, context: PageContext) -> KnownMilestone:
    return next(milestone for milestone in context.edition.milestones if milestone.id == id)


def view_of(case: str) -> str:
    """The view of that case as it is made now, as text."""
    return written(CASES[case](small_context()))


def reviewed(case: str) -> str:
    """The view of that case as it was reviewed, as text."""
    return (REFERENCE / f"{case}.json").read_text("utf-8")


if __name__ == "__main__":  # writes the references, to be reviewed in the difference of the commit
    for name in CASES:
        (REFERENCE / f"{name}.json").write_text(view_of(name), "utf-8")
