"""The public services as the stand-in plays them: a feed in Atom, with OData beside it, and a search by SRU 2.0."""

import json
import re
from dataclasses import dataclass, field, replace
from html import escape

from tests.support.pdf_files import plain_pdf
from tests.support.stand_in import Query, Reply, StandIn

DOSSIER, DOSSIER_ID = "99123", "5d3cf0f4-aaaa-4bbb-8ccc-000000099123"
"""An invented dossier: its number, and the id by which the feed refers to it."""
FEED, SEARCH, PUBLISHED = "/SyncFeed/2.0/Feed", "/sru", "/OData/v4/2.0/DocumentPublicatie"
PAPER = (
    b'<?xml version="1.0" encoding="utf-8"?>\n<officiele-publicatie><kamerstuk><stuk><titel>BRIEF</titel>'
    b"<tekst><al>De sluis bij Oosterdam is open.</al></tekst></stuk></kamerstuk></officiele-publicatie>\n"
)
PDF = plain_pdf("De sluis bij Oosterdam is open.")
MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}
TITLE = "Voortgangsbrief Waterdienst najaar 2026"


@dataclass(frozen=True)
class Paper:
    """A paper as both services may tell of it."""

    id: str = "11111111-1111-4111-8111-111111111111"
    """In the feed."""
    document: str = "2026D40001"
    """Its number in the feed."""
    title: str = TITLE
    day: str = "2026-09-24"
    dossiers: tuple[str, ...] = (DOSSIER_ID,)
    """As the feed refers to them; in the search, its number is DOSSIER if there is any."""
    part: str = "7"
    reference: str = ""
    is_deleted: bool = False
    formats: tuple[str, ...] = ("xml", "pdf")
    """Files that the search lists; the feed has the PDF or nothing."""
    file: str = ""
    """An address for the file, if not the usual one."""
    version: str = "2026-09-24T12:00:00"
    """When the feed says that it was changed."""

    @property
    def number(self) -> str:
        return f"kst-{DOSSIER}-{self.part}"


@dataclass
class House:
    """The feed: each paper stands where it was changed last; every entry says how to go on."""

    server: StandIn
    papers: list[tuple[int, Paper]] = field(default_factory=list)
    """With their tokens, oldest change first."""
    size: int = 2
    """Entries on a page."""
    prefix: str = ""
    """Of the elements of a record: `tk:` or nothing."""
    attributes: str = "tk:"
    """Before the names of attributes: `tk:` or nothing."""
    atom: str = ""
    """Of the elements of the feed: `a:` or nothing."""
    onward: str = ""
    """An address that every entry says to go on to, if not the right one."""
    base: str = ""
    """What its links begin with, up to the query."""
    encoding: str = "utf-8"
    token: int = 1000

    def __post_init__(self) -> None:
        self.server.pages[FEED] = self.page
        self.base = self.base or f"{self.server.home}{FEED}"

    def tell(self, *papers: Paper) -> None:
        """Lists papers as changed just now."""
        for paper in papers:
            self.token += 10
            kept = [told for told in self.papers if told[1].id != paper.id]
            self.papers = [*kept, (self.token, paper)]
            if not paper.file and "pdf" in paper.formats:
                self.server.keep(f"/SyncFeed/2.0/Resources/{paper.id}", PDF, "application/pdf")

    def page(self, query: Query) -> Reply:
        after = int(query.get("skiptoken", "0"))
        waiting = [told for told in self.papers if told[0] > after]
        here = waiting[: self.size]
        end = f'<{self.atom}link rel="resume" href="{self.address(here[-1][0] if here else after)}"/>'
        entries = "".join(self.entry(token, paper) for token, paper in here)
        space = "xmlns" if not self.atom else f"xmlns:{self.atom[:-1]}"
        text = (
            f'<?xml version="1.0" encoding="{self.encoding}"?>\n'
            f'<{self.atom}feed {space}="http://www.w3.org/2005/Atom"><{self.atom}title>Feed</{self.atom}title>'
            f"{'' if len(waiting) > self.size else end}{entries}</{self.atom}feed>"
        )
        return Reply(text.encode(self.encoding), kind="application/atom+xml")

    def address(self, token: int) -> str:
        return f"{self.base}?category=Document&amp;skiptoken={token}"

    def entry(self, token: int, paper: Paper) -> str:
        a, home = self.atom, self.server.home
        has_file = bool({"pdf", "docx", "odt"} & {*paper.formats})
        file = escape(paper.file or f"{home}/SyncFeed/2.0/Resources/{paper.id}")
        return (
            f"<{a}entry><{a}title>{paper.id}</{a}title><{a}id>{home}/SyncFeed/2.0/Entiteiten/{paper.id}</{a}id>"
            f"<{a}author><{a}name>House</{a}name></{a}author><{a}updated>{paper.version}</{a}updated>"
            f'<{a}category term="document"/>'
            f'<{a}link rel="next" href="{self.onward or self.address(token)}"/>'
            + (f'<{a}link rel="enclosure" href="{file}"/>' if has_file else "")
            + f'<{a}content type="application/xml">{self.record(paper)}</{a}content></{a}entry>'
        )

    def record(self, paper: Paper) -> str:
        p, mark = self.prefix, self.attributes
        default = "" if p else ' xmlns="http://www.tweedekamer.nl/xsd/tkData/v1-0"'
        space = f'{default} xmlns:tk="http://www.tweedekamer.nl/xsd/tkData/v1-0"'
        if paper.is_deleted:
            return f'<{p}document{space} {mark}id="{paper.id}" {mark}verwijderd="true"/>'
        dossiers = "".join(f'<{p}kamerstukdossier ref="{dossier}"/>' for dossier in paper.dossiers)
        kind = next((MEDIA[kind] for kind in MEDIA if kind in paper.formats), "text/plain")
        return (
            f'<{p}document{space} {mark}id="{paper.id}" {mark}verwijderd="false" {mark}bijgewerkt="{paper.version}"'
            f' {mark}contentType="{kind}">{dossiers}<{p}soort>Brief regering</{p}soort>'
            f"<{p}documentNummer>{paper.document}</{p}documentNummer><{p}titel>Waterdienst</{p}titel>"
            f"<{p}onderwerp>{escape(paper.title)}</{p}onderwerp><{p}datum>{paper.day}T00:00:00</{p}datum>"
            f"<{p}volgnummer>{paper.part or -1}</{p}volgnummer>"
            f"<{p}kenmerkAfzender>{paper.reference}</{p}kenmerkAfzender></{p}document>"
        )


@dataclass
class Official:
    """The official publications of papers of the House, which OData is asked for; the feed does not mention them."""

    server: StandIn
    rows: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    """Each with the id of its paper, in no order."""

    def __post_init__(self) -> None:
        self.server.pages[PUBLISHED] = self.page

    def publish(self, paper: Paper, *types: str, day: str = "2026-10-01") -> None:
        """Publishes files of a paper: Xml, Pdf, Html, Odt."""
        for type in types:
            id = f"{len(self.rows) + 1:08}-2222-4222-8222-222222222222"
            self.rows.append((paper.id, {"Id": id, "DocumentType": type, "PublicatieDatum": f"{day}T00:00:00+02:00"}))
            body = {"Xml": PAPER, "Pdf": PDF}.get(type, b"?")
            self.server.keep(f"{PUBLISHED}({id})/resource", body, "application/octet-stream")

    def page(self, query: Query) -> Reply:
        about = re.fullmatch(
            r"Verwijderd eq false and DocumentVersie/Document/Id eq ([0-9a-f-]{36})", query.get("$filter", "")
        )
        if not about or query.get("$orderby") != "PublicatieDatum desc":
            error = {"error": {"code": "", "message": "The query specified in the URI is not valid."}}
            return Reply(json.dumps(error).encode(), 400, "application/json")
        found = [row for paper, row in self.rows if paper == about[1]]
        found.sort(key=lambda row: str(row["PublicatieDatum"]), reverse=True)
        kept = [{name: row[name] for name in query["$select"].split(",")} for row in found]
        answer = {"@odata.context": f"{self.server.home}/OData/v4/2.0/$metadata#DocumentPublicatie", "value": kept}
        return Reply(json.dumps(answer).encode(), kind="application/json")


@dataclass
class Publications:
    """The search: every record of the dossier, page by page."""

    server: StandIn
    papers: list[Paper] = field(default_factory=list)
    prefix: str = "sru:"
    """Of the elements of the response: `sru:` or nothing."""
    total: int | str | None = None
    """The number of records, if another is told than there are."""

    def __post_init__(self) -> None:
        self.server.pages[SEARCH] = self.page

    def list(self, *papers: Paper) -> None:
        """Lists papers; one of the same number takes the place of the other. Their files are there."""
        for paper in papers:
            self.papers = [other for other in self.papers if other.part != paper.part] + [paper]
            for kind, body in (("xml", PAPER), ("pdf", PDF)):
                if kind in paper.formats:
                    self.server.keep(self.path(paper, kind), body, f"application/{kind}")

    def announce(self, paper: Paper) -> None:
        """Lists a paper, with the addresses of files that are not there yet."""
        self.papers.append(paper)

    def path(self, paper: Paper, kind: str) -> str:
        return f"/frbr/officielepublicaties/kst/{DOSSIER}/{paper.number}/1/{kind}/{paper.number}.{kind}"

    def page(self, query: Query) -> Reply:
        start, size = int(query["startRecord"]), int(query["maximumRecords"])
        here = self.papers[start - 1 : start - 1 + size]
        p, total = self.prefix, len(self.papers) if self.total is None else self.total
        space = f"xmlns:{p[:-1]}" if p else "xmlns"
        records = "".join(
            f"<{p}record><{p}recordSchema>http://standaarden.overheid.nl/sru/</{p}recordSchema><{p}recordData>"
            f"{self.record(paper)}</{p}recordData><{p}recordPosition>{n}</{p}recordPosition></{p}record>"
            for n, paper in enumerate(here, start)
        )
        return Reply(
            f'<?xml version="1.0" encoding="UTF-8"?>\n<{p}searchRetrieveResponse '
            f'{space}="http://docs.oasis-open.org/ns/search-ws/sruResponse"><{p}version>2.0</{p}version>'
            f"<{p}numberOfRecords>{total}</{p}numberOfRecords><{p}records>{records}</{p}records>"
            f"</{p}searchRetrieveResponse>".encode()
        )

    def record(self, paper: Paper) -> str:
        files = "".join(
            f'<gzd:itemUrl manifestation="{kind}">{escape(paper.file) or self.server.home + self.path(paper, kind)}'
            "</gzd:itemUrl>"
            for kind in ("metadata", *paper.formats)
        )
        return (
            '<gzd:gzd xmlns:gzd="http://standaarden.overheid.nl/sru" xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:overheidwetgeving="http://standaarden.overheid.nl/wetgeving/"><gzd:originalData>'
            "<overheidwetgeving:meta><overheidwetgeving:owmskern>"
            f"<dcterms:identifier>{paper.number}</dcterms:identifier>"
            f"<dcterms:title>Sluizen, veren en bruggen; Brief regering; {escape(paper.title)}</dcterms:title>"
            '<dcterms:type scheme="OVERHEIDop.Parlementair">Kamerstuk</dcterms:type>'
            "</overheidwetgeving:owmskern><overheidwetgeving:owmsmantel>"
            f"<dcterms:available>2026-10-01</dcterms:available><dcterms:date>{paper.day}</dcterms:date>"
            "</overheidwetgeving:owmsmantel><overheidwetgeving:tpmeta>"
            f"<overheidwetgeving:documenttitel>{escape(paper.title)}</overheidwetgeving:documenttitel>"
            f"<overheidwetgeving:dossiernummer>{DOSSIER if paper.dossiers else '36999'}"
            "</overheidwetgeving:dossiernummer>"
            f"<overheidwetgeving:ondernummer>{paper.part}</overheidwetgeving:ondernummer>"
            "</overheidwetgeving:tpmeta></overheidwetgeving:meta></gzd:originalData><gzd:enrichedData>"
            f"<gzd:preferredUrl>https://zoek.example.nl/{paper.number}.html</gzd:preferredUrl>{files}"
            "</gzd:enrichedData></gzd:gzd>"
        )


def diagnostics(message: str, details: str) -> Reply:
    """What SRU answers, with HTTP 200, to a search that it cannot do."""
    return Reply(
        '<?xml version="1.0"?>\n<sru:searchRetrieveResponse xmlns:sru="http://docs.oasis-open.org/ns/search-ws/'
        'sruResponse"><sru:version>2.0</sru:version><sru:numberOfRecords>0</sru:numberOfRecords><sru:diagnostics>'
        '<diag:diagnostic xmlns:diag="http://docs.oasis-open.org/ns/search-ws/diagnostic">'
        f"<diag:uri>info:srw/diagnostic/1/16</diag:uri><diag:details>{details}</diag:details>"
        f"<diag:message>{message}</diag:message></diag:diagnostic></sru:diagnostics>"
        "</sru:searchRetrieveResponse>".encode()
    )


def numbered(part: int) -> Paper:
    """One of many papers, told apart by its number."""
    return replace(Paper(), id=f"{part:08}-1111-4111-8111-111111111111", document=f"2026D5{part:04}", part=str(part),
                   title=f"{TITLE}, deel {part}")  # fmt: skip
