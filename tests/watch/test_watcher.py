"""What is new at the services and what is not: each story is visits to a stand-in, of which the last tells nothing."""

from dataclasses import replace
from hashlib import sha256

import pytest

from generator.watch.identifiers import Identity
from tests.support.docx_files import docx, paragraph, run
from tests.support.services import DOSSIER, DOSSIER_ID, FEED, PAPER, PDF, TITLE, numbered
from tests.support.watched import (
    AT_HOUSE,
    AT_PUBLICATIONS,
    LETTER,
    RESOURCE,
    UNNUMBERED,
    XML,
    Change,
    Scene,
    Story,
    at,
    many,
    nothing,
    setting,
)

ENTERED = (Identity(frozenset({LETTER.number})),)
DOCX = docx(paragraph(run("De sluis bij Oosterdam is open.")))
DOCX_AT_HOUSE = [f"kst-{DOSSIER}-7 certain text {sha256(DOCX).hexdigest()} at house"]
PADDED = PDF + b"\0" * 37_380
TITLED = frozenset({f"{TITLE.lower()} | 2026-09-24"})


def told_in_style(**style: str) -> Change:
    def tell(here: Scene) -> None:
        for name, value in style.items():
            setattr(here.house, name, value)
        many(here, 3)

    return tell


def lose_cursor(here: Scene) -> None:
    here.known = ENTERED  # the editor has entered the letter
    here.cursor = '{"papers": [], "services": {}}'


def put_on_waiting_list(here: Scene) -> None:
    here.publications.announce(LETTER)


def print_docx(here: Scene) -> None:
    here.house.tell(replace(LETTER, formats=("docx",)))
    here.server.keep(RESOURCE, DOCX, "application/octet-stream")


def print_files(here: Scene) -> None:
    here.publications.list(LETTER)


STORIES = {
    # What a service may tell, and in which shape
    "an empty feed and an empty search tell of nothing": Story(nothing, []),
    "a letter in the feed is new, once": Story(lambda s: s.house.tell(LETTER), AT_HOUSE),
    "a letter in the search is new, once, and its XML is preferred": Story(
        lambda s: s.publications.list(LETTER), AT_PUBLICATIONS
    ),
    "a feed goes on after its last entry, and resumes on its last page": Story(
        lambda s: many(s, 5), [at(n) for n in range(1, 6)]
    ),
    "a feed resumes where it ended": Story(
        lambda s: many(s, 3), [at(1), at(2), at(3)], lambda s: s.house.tell(numbered(4)), (at(4),)
    ),
    "elements of the feed may bear a prefix": Story(told_in_style(prefix="tk:"), [at(1), at(2), at(3)]),
    "attributes of the feed may bear no prefix": Story(told_in_style(attributes=""), [at(1), at(2), at(3)]),
    "Atom itself may bear a prefix": Story(told_in_style(atom="a:"), [at(1), at(2), at(3)]),
    "links of the feed may be relative": Story(told_in_style(base="Feed"), [at(1), at(2), at(3)]),
    "a feed need not be UTF-8": Story(told_in_style(encoding="iso-8859-1"), [at(1), at(2), at(3)]),
    "a feed may be UTF-16": Story(told_in_style(encoding="utf-16"), [at(1), at(2), at(3)]),
    "an answer may be packed": Story(
        lambda s: (s.house.tell(LETTER), s.server.fail(FEED, s.house.page({}).zipped())), AT_HOUSE
    ),
    "a search may bear no prefix": Story(
        lambda s: (setattr(s.publications, "prefix", ""), s.publications.list(LETTER)), AT_PUBLICATIONS
    ),
    "a paper may bear several dossiers": Story(
        lambda s: s.house.tell(replace(LETTER, dossiers=("another-dossier", DOSSIER_ID))), AT_HOUSE
    ),
    "a feed may write the number of the dossier itself": Story(
        setting("house", lambda s: s.house.tell(replace(LETTER, dossiers=(DOSSIER,))), dossier=DOSSIER), AT_HOUSE
    ),
    "elements may be called otherwise": Story(
        setting(
            "publications",
            lambda s: s.publications.list(LETTER),
            names={"title": ["nothing", "documenttitel"], "dossier": "dossiernummer"},
        ),
        AT_PUBLICATIONS,
    ),
    "a search that has more than one page is read to its end": Story(
        lambda s: s.publications.list(*map(numbered, range(1, 6))),
        [f"kst-{DOSSIER}-{n} certain text xml at publications" for n in range(1, 6)],
    ),
    "a search that finds one more tells of that one": Story(
        lambda s: s.publications.list(numbered(1), numbered(2)),
        [f"kst-{DOSSIER}-{n} certain text xml at publications" for n in (1, 2)],
        lambda s: s.publications.list(numbered(3)),
        (f"kst-{DOSSIER}-3 certain text xml at publications",),
    ),
    # Which papers belong to the dossier
    "a paper of another dossier with another title is none of ours": Story(
        lambda s: s.house.tell(replace(LETTER, title="Iets anders", dossiers=("x",))), []
    ),
    "a paper without dossier is doubtful if its title says so": Story(
        lambda s: s.house.tell(UNNUMBERED), ["2026D40001 doubtful text pdf at house"]
    ),
    "a doubtful paper is told again, once, when it gets its number": Story(
        lambda s: s.house.tell(UNNUMBERED),
        ["2026D40001 doubtful text pdf at house"],
        lambda s: s.house.tell(LETTER),
        tuple(AT_HOUSE),
    ),
    "a doubtful paper is told again, once, when the search finds it with its number": Story(
        lambda s: s.house.tell(UNNUMBERED),
        ["2026D40001 doubtful text pdf at house"],
        lambda s: s.publications.list(LETTER),
        tuple(AT_PUBLICATIONS),
    ),
    "a title that changes to one of ours is noticed": Story(
        lambda s: s.house.tell(replace(UNNUMBERED, title="Brief")),
        [],
        lambda s: s.house.tell(UNNUMBERED),
        ("2026D40001 doubtful text pdf at house",),
    ),
    "two services that tell of one paper are one new paper, with the surer and better": Story(
        lambda s: (s.house.tell(UNNUMBERED), s.publications.list(LETTER)), AT_PUBLICATIONS
    ),
    "two services that know one paper by its number are one new paper": Story(
        lambda s: (s.house.tell(LETTER), s.publications.list(replace(LETTER, title="Anders gespeld"))), AT_PUBLICATIONS
    ),
    "the service that is doubtful adds nothing to the one that is sure": Story(
        lambda s: s.publications.list(LETTER), AT_PUBLICATIONS, lambda s: s.house.tell(UNNUMBERED)
    ),
    "a paper of two services stays one when one of them gives it another title": Story(
        lambda s: (s.watch["services"].reverse(), s.publications.list(LETTER), s.house.tell(UNNUMBERED)),
        AT_PUBLICATIONS,
        lambda s: s.house.tell(replace(UNNUMBERED, title="Voortgangsbrief, gewijzigd", reference="2026-0000123")),
    ),
    "a paper stays one when the service that was the first to tell it gives it another title": Story(
        lambda s: (s.house.tell(UNNUMBERED), s.publications.list(LETTER)),
        AT_PUBLICATIONS,
        lambda s: s.house.tell(replace(UNNUMBERED, title="Voortgangsbrief, gewijzigd")),
    ),
    # What is not new
    "a paper that the archive knows by its number is not new": Story(
        lambda s: (setattr(s, "known", ENTERED), s.house.tell(LETTER)), []
    ),
    "a paper that the archive knows by the sender's reference is not new": Story(
        lambda s: (
            setattr(s, "known", (Identity(frozenset({"2026-0000123"})),)),
            s.house.tell(replace(UNNUMBERED, reference="2026-0000123")),
        ),
        [],
    ),
    "a paper that the archive knows by its title and day is not new": Story(
        lambda s: (
            setattr(s, "known", (Identity(frozenset(), TITLED),)),
            s.publications.list(LETTER),
        ),
        [],
    ),
    "a paper that is known by its number at one service is known at the other by its title": Story(
        lambda s: (
            setattr(s, "known", ENTERED),
            s.house.tell(UNNUMBERED),
            s.publications.list(LETTER),
        ),
        [],
    ),
    "two papers of one title and day are two if each has its number": Story(
        lambda s: (
            setattr(s, "known", (Identity(frozenset({f"kst-{DOSSIER}-6"}), TITLED),)),
            s.publications.list(LETTER),
        ),
        AT_PUBLICATIONS,
        lambda s: s.publications.list(replace(LETTER, part="8")),
        (f"kst-{DOSSIER}-8 certain text xml at publications",),
    ),
    "an old paper that is listed again is not new": Story(
        lambda s: (s.watch.update(since="2026-09-01"), s.house.tell(replace(LETTER, day="2019-03-04"))), []
    ),
    "a paper of the first day that is looked for is new": Story(
        lambda s: (s.watch.update(since="2026-09-24"), s.house.tell(LETTER)), AT_HOUSE
    ),
    "a told paper that is listed again is not new": Story(
        lambda s: s.house.tell(LETTER), AT_HOUSE, lambda s: s.house.tell(LETTER)
    ),
    "a lost cursor starts anew and offers nothing that was entered": Story(
        lambda s: (s.house.tell(LETTER), s.publications.list(LETTER)), AT_PUBLICATIONS, lose_cursor
    ),
    "a service that moved to another host is read from its beginning, and nothing is told twice": Story(
        lambda s: s.house.tell(LETTER),
        AT_HOUSE,
        lambda s: setattr(s, "cursor", s.cursor.replace("127.0.0.1", "old.example.nl")),
    ),
    # What there is of a paper
    "a paper of which no file is listed is announced, and told again when there is one": Story(
        lambda s: s.publications.list(replace(LETTER, formats=())),
        [f"kst-{DOSSIER}-7 certain announced at publications"],
        print_files,
        tuple(AT_PUBLICATIONS),
    ),
    "a paper whose listed file is not there yet is announced, and told again when it is": Story(
        put_on_waiting_list,
        [f"kst-{DOSSIER}-7 certain announced at publications"],
        lambda s: s.server.keep(XML, PAPER),
        tuple(AT_PUBLICATIONS),
    ),
    "a paper of the feed whose file comes later is asked for though the feed is silent": Story(
        lambda s: (s.house.tell(LETTER), s.server.pages.pop(RESOURCE)),
        [f"kst-{DOSSIER}-7 certain announced at house"],
        lambda s: s.server.keep(RESOURCE, PDF, "application/pdf"),
        tuple(AT_HOUSE),
    ),
    "a PDF is fetched whatever follows its end": Story(
        lambda s: (s.house.tell(LETTER), s.server.keep(RESOURCE, PADDED, "application/pdf")),
        [f"kst-{DOSSIER}-7 certain text {sha256(PADDED).hexdigest()} at house"],
    ),
    "an announced paper is told once while it waits": Story(
        put_on_waiting_list, [f"kst-{DOSSIER}-7 certain announced at publications"]
    ),
    "a paper that is announced at one service and printed at another has its text": Story(
        lambda s: (s.house.tell(replace(UNNUMBERED, formats=())), s.publications.list(LETTER)), AT_PUBLICATIONS
    ),
    "a paper that has a PDF only is offered with that, and again with the XML": Story(
        lambda s: s.publications.list(replace(LETTER, formats=("pdf",))),
        [f"kst-{DOSSIER}-7 certain text pdf at publications"],
        print_files,
        tuple(AT_PUBLICATIONS),
    ),
    "a paper that comes as docx is offered with that, and again with the PDF": Story(
        lambda s: print_docx(s), DOCX_AT_HOUSE, lambda s: s.house.tell(LETTER), tuple(AT_HOUSE)
    ),
    "a paper that was entered is offered again when it comes in a better format": Story(
        lambda s: print_docx(s),
        DOCX_AT_HOUSE,
        lambda s: (setattr(s, "known", ENTERED), s.publications.list(LETTER)),
        tuple(AT_PUBLICATIONS),
    ),
    "a paper that was entered is not offered again in a format that is no better": Story(
        lambda s: s.publications.list(LETTER),
        AT_PUBLICATIONS,
        lambda s: (setattr(s, "known", ENTERED), s.house.tell(LETTER)),
    ),
    "a paper that the service changed is fetched again, and told if its file is another": Story(
        lambda s: s.house.tell(LETTER),
        AT_HOUSE,
        lambda s: (s.house.tell(replace(LETTER, version="2")), s.server.keep(RESOURCE, PADDED, "application/pdf")),
        (f"kst-{DOSSIER}-7 certain text {sha256(PADDED).hexdigest()} at house",),
    ),
    "a paper that the service changed is not told if its file is the same": Story(
        lambda s: s.house.tell(LETTER), AT_HOUSE, lambda s: s.house.tell(replace(LETTER, version="2"))
    ),
    "a file of a kind that is not read is no text": Story(
        lambda s: s.house.tell(replace(LETTER, formats=("odt",))), [f"kst-{DOSSIER}-7 certain announced at house"]
    ),
    "a paper that waits at one service and is announced at another is still waited for": Story(
        lambda s: (
            s.house.tell(LETTER),
            s.server.pages.pop(RESOURCE),
            s.publications.list(replace(LETTER, formats=())),
        ),
        [f"kst-{DOSSIER}-7 certain announced at house"],
        lambda s: s.server.keep(RESOURCE, PDF, "application/pdf"),
        tuple(AT_HOUSE),
    ),
    "a paper that was announced with its number is certain wherever its text is found": Story(
        lambda s: (s.watch["services"].reverse(), s.publications.list(replace(LETTER, formats=()))),
        [f"kst-{DOSSIER}-7 certain announced at publications"],
        lambda s: s.house.tell(UNNUMBERED),
        (f"kst-{DOSSIER}-7 certain text pdf at house",),
    ),
    "a paper whose text was found before it had a number is certain with that text": Story(
        lambda s: s.house.tell(UNNUMBERED),
        ["2026D40001 doubtful text pdf at house"],
        lambda s: s.publications.list(replace(LETTER, formats=())),
        (f"kst-{DOSSIER}-7 certain text pdf at house",),
    ),
}


@pytest.mark.parametrize("story", [pytest.param(story, id=rule) for rule, story in STORIES.items()])
def test_each_visit_tells_what_is_new_since_the_one_before(story: Story) -> None:
    story.is_seen()
