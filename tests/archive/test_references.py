"""Every place where a record names another is found, so that no rule can overlook one."""

from generator.archive.archive import Archive
from generator.archive.references import citing, entries, entry_of, plain_references
from generator.model import IndicatorGroup, Milestone
from tests.support.small import SMALL


def citations_in(value: object) -> list[str]:
    """Everything under a key `cites` of a document, however deep."""
    if isinstance(value, list):
        return [citation for entry in value for citation in citations_in(entry)]
    if not isinstance(value, dict):
        return []
    own = value.get("cites") or []
    inner = [citation for entry in value.values() for citation in citations_in(entry)]
    return ([own] if isinstance(own, str) else list(own)) + inner


def test_every_citation_that_is_written_is_found_once_in_its_file(small_archive: Archive) -> None:
    found: dict[str, list[str]] = {}
    for cited in citing(entries(small_archive)):
        found.setdefault(cited.record.file, []).extend(map(str, cited.cites))
    documents = {name: document for name, document in small_archive.documents.items() if "/words/" not in name}
    written = {name: citations_in(document.value) for name, document in documents.items()}

    assert found == {name: citations for name, citations in written.items() if citations}


def test_a_citation_is_placed_where_it_is_written(small_archive: Archive) -> None:
    elsewhere = []
    for cited in citing(entries(small_archive)):
        lines = (SMALL / cited.record.file).read_text("utf-8").splitlines()
        for i, citation in enumerate(cited.cites):
            place = cited.record.place("cites", i)
            if not lines[place.line - 1][place.column - 1 :].startswith(str(citation)):
                elsewhere.append(str(place))

    assert elsewhere == []


def test_a_message_names_a_record_in_words() -> None:
    named = [entry_of(kind.model_construct(id="staff")).name for kind in (IndicatorGroup, Milestone)]

    assert named == ["indicator group 'staff'", "milestone 'staff'"]


def test_standings_and_reports_are_ordered_and_the_rest_is_free(small_archive: Archive) -> None:
    ordered = {cited.name.split("'")[0].strip() for cited in citing(entries(small_archive)) if cited.is_ordered}

    assert ordered == {"a standing of theme", "a report of milestone"}


def test_every_id_that_a_record_names_is_found(small_archive: Archive) -> None:
    named = {(reference.name, reference.id) for reference in plain_references(small_archive)}

    assert named == {
        ("theme 'ferries'", "locks"),
        ("theme 'locks'", "ferries"),
        ("theme 'locks'", "waiting-time"),
        ("theme 'locks'", "lock-oosterdam"),
        ("indicator 'safety-checks'", "checks"),
        ("indicator 'safety-checks'", "vessel"),
        ("indicator 'safety-checks'", "season"),
        ("indicator 'safety-checks'", "ferry"),
        ("indicator 'safety-checks'", "pontoon"),
        ("indicator 'safety-checks'", "summer"),
        ("indicator 'safety-checks'", "winter"),
        ("indicator 'safety-checks-total'", "checks"),
        ("indicator 'waiting-time'", "hours"),
        ("indicator 'lock-trainings'", "trainings"),
        ("indicator 'ships-counted'", "vessels"),
        ("indicator 'ships-counted'", "network"),
        ("indicator 'ships-counted'", "locks"),
        ("statement 'jetty-without-permit'", "noordeiland"),
        ("statement 'jetty-refused'", "noordeiland"),
        ("statement 'two-locks-renewed'", "oosterdam"),
        ("statement 'two-locks-renewed'", "westhaven"),
        ("statement 'soft-ground'", "oosterdam"),
        ("statement 'remote-control'", "oosterdam"),
        ("milestone 'ferry-noordeiland'", "noordeiland"),
        ("milestone 'lock-oosterdam'", "oosterdam"),
        ("milestone 'lock-westhaven'", "westhaven"),
        ("tension 'waiting-time-2021'", "locks"),
    }
