"""What holds for all data, as models: `data/atlas.yaml`, dimensions of figures, places, names that sources have too."""

from typing import Self
from urllib.parse import urlsplit

from pydantic import Field, field_validator, model_validator

from generator.diagnostics import Miswritten, Rule
from generator.model.enums import PlaceKind, ServiceKind
from generator.model.types import Address, Bilingual, Count, Id, Number, PageAddress, Published, Record, Text, Texts


class Place(Record):
    """A port, region, airport, country or city."""

    id: Id
    name: Bilingual
    kind: PlaceKind
    lat: Number
    """Degrees north."""
    lon: Number
    """Degrees east."""


class Name(Record):
    """A name or fixed term of seven words or more that also occurs in a source: `data/names.yaml`."""

    id: Id
    name: Text
    """As printed in the source."""


class Category(Record):
    """One of the values of a dimension."""

    id: Id
    title: Bilingual


class Dimension(Record):
    """One way to break an indicator down, such as by substance."""

    id: Id
    title: Bilingual
    values: tuple[Category, ...] = Field(min_length=1)
    """In the order of tables and charts."""


class ElementNames(Record):
    """What a service calls things: elements of its records. What is left out is called as the public services do."""

    number: Texts | None = None
    """The official number of a paper, or several elements that may hold one."""
    title: Texts | None = None
    """The title; of several, the first that is there."""
    published: Texts | None = None
    """The day of the paper; of several, the first that is there."""
    dossier: Texts | None = None
    """The number of its dossier, or the id by which the service refers to it."""
    part: Texts | None = None
    """The number of the paper within its dossier."""
    reference: Texts | None = None
    """The reference of the sender."""
    sort: Texts | None = None
    """What sort of paper it is: a letter, a motion, the report of a debate."""


class Service(Record):
    """An official service that is asked for papers."""

    id: Id
    """Its name in `data/watch.json` and in reports of new papers."""
    kind: ServiceKind
    address: Address
    """Where it is asked; it and its files are on this host, no other is asked. A feed is first read from the day of the
    newest document to parliament that was entered."""
    query: Text | None = None
    """Of `sru`: the search, in CQL; `{dossier}` is replaced by the number of the dossier."""
    publications: Address | None = None
    """Of `syncfeed`: the OData resource with the official publications of papers, on the same host. It is asked for
    those of a paper of which the feed has no file, or one that cannot be fetched."""
    dossier: Text | None = None
    """How this service refers to the dossier, if not by its number."""
    pages: Count = 20
    """Pages that are asked for in one visit; the next visit goes on."""
    records: Count = 100
    """Of `sru`: records that are asked for on a page."""
    largest_mb: Count = 50
    """A larger file is refused."""
    names: ElementNames = ElementNames()

    @model_validator(mode="after")
    def _has_a_question_if_it_searches(self) -> Self:
        if self.kind is ServiceKind.SRU and self.query is None:
            what = f"{self.id!r} is searched and has no query"
            raise Miswritten(what, "write query: w.dossiernummer=={dossier}", Rule.WATCH)
        if self.kind is not ServiceKind.SRU and self.query is not None:
            raise Miswritten(f"{self.id!r} has a query, and only kind sru is searched", "delete it", Rule.WATCH)
        return self

    @model_validator(mode="after")
    def _has_publications_beside_its_feed(self) -> Self:
        if self.publications is None:
            return self
        if self.kind is not ServiceKind.SYNCFEED:
            what = f"{self.id!r} has publications, and only those of kind syncfeed are asked for"
            raise Miswritten(what, "delete them", Rule.WATCH)
        here, there = urlsplit(self.address).netloc, urlsplit(self.publications).netloc
        if here != there:
            what = f"the publications of {self.id!r} are at {there!r}, and no other host than {here!r} is asked"
            raise Miswritten(what, "write their address on that host", Rule.WATCH)
        return self


class TitleWords(Record):
    """Words by which the title of a paper is known; accents, capitals, hyphens and spaces do not count."""

    words: Texts
    """Each must be in the title: some words in a row, of which the last may go on, as `stand van zaken` does."""
    without: Texts = ()
    """None of these may be in it."""


class Watch(Record):
    """Which papers `atlas watch` looks for, and where."""

    dossier: Text
    """The number under which parliament files the papers."""
    titles: tuple[TitleWords, ...] = ()
    """By which titles papers may belong here while they bear no such number."""
    since: Published | None = None
    """A paper of before this day or month is not offered, however late a service lists it."""
    services: tuple[Service, ...] = Field(min_length=1)
    """They are asked in this order."""

    @field_validator("services")
    @classmethod
    def _are_told_apart(cls, services: tuple[Service, ...]) -> tuple[Service, ...]:
        ids = [service.id for service in services]
        repeated = sorted({id for id in ids if ids.count(id) > 1})
        if repeated:
            what = f"the id {repeated[0]!r} is used twice here"
            raise Miswritten(what, "give each service its own", Rule.WATCH)
        return services


class Group(Category):
    """A heading of the home page, under which related themes stand."""


class Subject(Record):
    """A subject in a public list of subjects."""

    address: Address
    """By which the list names it."""
    title: Bilingual


class Catalogue(Record):
    """How catalogues of open data file the atlas."""

    licence: Address
    """The address by which they know the licence."""
    themes: tuple[Subject, ...] = Field(min_length=1)
    """Subjects of the list of data themes of the European Union."""


MOVED = {
    "title": "site_name",
    "description": "site_description",
    "address": "site_url",
    "edit": "repo_url and edit_uri",
}
"""Keys that `data/atlas.yaml` had once, and the settings of `mkdocs.yml` that took their place."""


class Atlas(Record):
    """What holds for all data: `data/atlas.yaml`. The name of the site and its address are in `mkdocs.yml`."""

    publisher: Bilingual
    licence: Bilingual
    groups: tuple[Group, ...] = ()
    """Headings of the home page, in order. Where there are any, every theme names one."""
    catalogue: Catalogue | None = None
    """If left out, the open data is in no catalogue: `data/catalog.jsonld` is not written."""
    objections: PageAddress | None = None
    """Where readers object: a web address; if left out, the repository of `mkdocs.yml`. Every page leads there with the
    parameters `page`, `edition` and `record`."""
    watch: Watch | None = None

    @model_validator(mode="before")
    @classmethod
    def _without_what_moved(cls, written: object) -> object:
        """Data of a commit from before the keys moved can still be read and compared; see `open_workspace`."""
        return {k: v for k, v in written.items() if k not in MOVED} if isinstance(written, dict) else written
