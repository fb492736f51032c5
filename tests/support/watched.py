"""Visits to the stand-in by the real code, one after another, with the cursor written and read between them.

A story is what happens before the first visit and between it and the second; a third must always tell nothing.
"""

import hashlib
import math
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from generator.model.settings import Service, Watch
from generator.watch.http import Downloads
from generator.watch.identifiers import Identity
from generator.watch.output import failure_text
from generator.watch.state import Cursor, cursor_of, text_of
from generator.watch.watcher import Watched, watch_services
from tests.support.services import (
    DOSSIER,
    DOSSIER_ID,
    FEED,
    PAPER,
    PDF,
    PUBLISHED,
    SEARCH,
    House,
    Official,
    Paper,
    Publications,
    numbered,
)
from tests.support.stand_in import StandIn

FORMATS = {hashlib.sha256(PAPER).hexdigest(): "xml", hashlib.sha256(PDF).hexdigest(): "pdf"}


@dataclass
class Scene:
    """The stand-in with both services, and what the watcher remembers and waited."""

    server: StandIn
    house: House
    publications: Publications
    watch: dict[str, Any]
    """As it is written in data/atlas.yaml."""
    known: tuple[Identity, ...] = ()
    """Papers that the archive has."""
    newest: date | None = None
    """The day of the newest of them."""
    cursor: str = text_of(Cursor())
    waits: list[float] = field(default_factory=list)
    seconds_to_answer: dict[str, float] = field(default_factory=dict)
    """By id of a service: when it is given up; a minute, unless it stands here."""
    deadlines: dict[str, float] = field(default_factory=dict)
    """By id of a service: the seconds for all that is asked of it."""
    last: Watched | None = None

    def visit(self, fetch: bool = True) -> Watched:
        """One visit; the cursor is kept as text, as between two runs of the command."""

        def doors(service: Service) -> Downloads:
            timeout, seconds = self.seconds_to_answer.get(service.id, 60), self.deadlines.get(service.id, math.inf)
            return Downloads(service.address, "Tests/1", self.waits.append, timeout, seconds=seconds)

        watch = Watch.model_validate(self.watch)
        self.last = watch_services(watch, self.known, cursor_of(self.cursor), doors, fetch, newest=self.newest)
        self.cursor = text_of(self.last.cursor)
        return self.last

    def told(self) -> list[str]:
        """What a visit tells, a line for each paper: number, how sure, what there is of it, the format of the file."""
        return [
            " ".join(
                filter(
                    None,
                    (f.paper.number, f.match.value, f.stage.value, FORMATS.get(f.sha256, f.sha256), f"at {f.service}"),
                )
            )
            for f in self.visit().findings
        ]

    def failures(self) -> list[str]:
        """Of the last visit; columns depend on the port and are left out."""
        told = self.last.failures if self.last else ()
        return [re.sub(r"column \d+", "column …", failure_text(f).partition("\n")[0]) for f in told]

    def official(self) -> Official:
        """The official publications of the House, which it is asked for from now on."""
        self.service("house")["publications"] = self.server.home + PUBLISHED
        return Official(self.server)

    def service(self, id: str) -> dict[str, Any]:
        """Its settings, to be changed."""
        found: dict[str, Any] = next(entry for entry in self.watch["services"] if entry["id"] == id)
        return found


@contextmanager
def scene() -> Iterator[Scene]:
    """Both services, with nothing to tell yet."""
    with StandIn() as server:
        house = {
            "id": "house",
            "kind": "syncfeed",
            "address": f"{server.home}{FEED}?category=Document",
            "dossier": DOSSIER_ID,
        }
        publications = {
            "id": "publications",
            "kind": "sru",
            "address": server.home + SEARCH,
            "query": "w.dossiernummer=={dossier}",
            "records": "2",
        }
        watch = {"dossier": DOSSIER, "titles": [{"words": ["voortgangsbrief"]}], "services": [house, publications]}
        yield Scene(server, House(server), Publications(server), watch)


LETTER = Paper()
UNNUMBERED = replace(LETTER, dossiers=(), part="")
RESOURCE = f"/SyncFeed/2.0/Resources/{LETTER.id}"
XML = f"/frbr/officielepublicaties/kst/{DOSSIER}/kst-{DOSSIER}-7/1/xml/kst-{DOSSIER}-7.xml"
AT_HOUSE = [f"kst-{DOSSIER}-7 certain text pdf at house"]
AT_PUBLICATIONS = [f"kst-{DOSSIER}-7 certain text xml at publications"]

Change = Callable[[Scene], object]


def nothing(scene: Scene) -> None:
    """Nothing happens."""


def many(here: Scene, last: int) -> None:
    """Papers 1 to the last stand in the feed."""
    here.house.tell(*map(numbered, range(1, last + 1)))


def at(part: int) -> str:
    """One of them as it is told."""
    return f"kst-{DOSSIER}-{part} certain text pdf at house"


@dataclass(frozen=True)
class Story:
    """What happens before the first visit and between it and the second, and what each tells."""

    first: Change
    told: list[str]
    then: Change = nothing
    told_then: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    """What fails at the first visit; at the second, nothing may."""

    def is_seen(self) -> None:
        """Three visits: each tells what it must, and the last nothing. A service that failed keeps its bookmark."""
        with scene() as here:
            self.first(here)
            told, failed = here.told(), here.failures()
            left = {line.partition(":")[0] for line in failed} & cursor_of(here.cursor).bookmarks.keys()
            self.then(here)
            told_then, failed_then = here.told(), here.failures()
            told_at_last, failed_at_last = here.told(), here.failures()

        assert (told, failed, left) == (self.told, list(self.failed), set())
        assert (told_then, failed_then) == (list(self.told_then), [])
        assert (told_at_last, failed_at_last) == ([], [])


def setting(service: str, change: Change, **settings: object) -> Change:
    """The change, with other settings of a service."""

    def changed(here: Scene) -> None:
        here.service(service).update(settings)
        change(here)

    return changed
