"""Rules over more than one record; each rule is a function that yields Problems, and all are asked every time."""

from collections.abc import Callable, Iterable, Iterator

from generator.archive import LANGUAGES, Archive
from generator.kinds import Basis, SourceKind
from generator.problems import InvalidData, Place, Problem, did_you_mean
from generator.records import Indicator, Source
from generator.references import Cited, cited_records, plain_references

Rule = Callable[[Archive], Iterator[Problem]]


def check(archive: Archive) -> Archive:
    """The archive unchanged if every rule is content; otherwise raises InvalidData with all problems."""
    problems = problems_in(archive)
    if problems:
        raise InvalidData(problems)
    return archive


def problems_in(archive: Archive) -> list[Problem]:
    """Every problem that any rule finds."""
    return [problem for rule in RULES for problem in rule(archive)]


def citations_exist(archive: Archive) -> Iterator[Problem]:
    """Rule 1: a reader must be able to open the passage behind every record."""
    for cited in cited_records(archive):
        for i, citation in enumerate(cited.cites):
            source, _, passage = citation.partition("#")
            place = cited.place(archive, "cites", i)
            if source not in archive.sources:
                what = f"{cited.name} cites {source!r}, which is not in data/sources/"
                yield Problem(place, what, did_you_mean(source, archive.sources))
            elif archive.sources[source].held and passage not in archive.passages.get(source, {}):
                what = f"{cited.name} cites {citation!r}, but that source has no such passage"
                yield Problem(place, what, _nearest_passage(passage, archive.passages.get(source, {})))


def _nearest_passage(passage: str, known: Iterable[str]) -> str:
    stem = passage.rpartition("-")[0]
    same = sorted(
        int(number) for head, _, number in (id.rpartition("-") for id in known) if head == stem and number.isdigit()
    )
    if stem and same:
        if len(same) == 1:
            return f"Its section has only {stem}-{same[0]}."
        return f"Its section goes from {stem}-{same[0]} to {stem}-{same[-1]}."
    return did_you_mean(passage, known)


def one_source_each(archive: Archive) -> Iterator[Problem]:
    """A report, observation or standing is what one source says."""
    for cited in cited_records(archive):
        if cited.of_one_source and len({citation.partition("#")[0] for citation in cited.cites}) > 1:
            what = f"{cited.name} cites more than one source"
            yield Problem(cited.place(archive, "cites"), what, "Write one entry for each source.")


def oldest_first(archive: Archive) -> Iterator[Problem]:
    """Reports and standings stand in the order in which their sources were published."""
    order = {id: i for i, id in enumerate(archive.sources)}
    previous: Cited | None = None
    for cited in cited_records(archive):
        comparable = cited.of_one_source and previous and cited.siblings == previous.siblings
        if comparable and previous and _rank(cited, order) < _rank(previous, order):
            ours, theirs = cited.cites[0].partition("#")[0], previous.cites[0].partition("#")[0]
            what = f"{cited.name} of {ours} stands after that of {theirs}, which was published later"
            yield Problem(cited.place(archive, "cites"), what, "Put the oldest source first.")
        previous = cited if cited.ordered else None


def _rank(cited: Cited, order: dict[str, int]) -> int:
    return order.get(cited.cites[0].partition("#")[0], len(order))


def references_exist(archive: Archive) -> Iterator[Problem]:
    """Every id of a place, theme, indicator, milestone, unit or category that a record names is known."""
    for reference in plain_references(archive):
        if reference.id not in reference.known:
            what = f"{reference.name} names {reference.id!r}, which is not in {reference.where}"
            yield Problem(reference.place, what, did_you_mean(reference.id, reference.known))


def ids_are_unique(archive: Archive) -> Iterator[Problem]:
    """An id is an address: unique over all themes; what stands on a theme's page shares no id with its sections."""
    milestones: dict[str, str] = {}
    anchors = dict.fromkeys(ANCHORS, "sections of a page") | dict.fromkeys(archive.sources, "sources")
    for theme in archive.themes.values():
        for kind, taken in (("statements", anchors), ("indicators", anchors), ("milestones", milestones)):
            for i, record in enumerate(getattr(theme, kind)):
                place = archive.place(f"themes/{theme.id}/{kind}.yaml", i, "id")
                yield from _taken(record.id, f"{kind} of {theme.id!r}", taken, place)
    for i, id in enumerate(archive.tensions):
        yield from _taken(id, "tensions", anchors, archive.place("tensions.yaml", i, "id"))


def _taken(id: str, where: str, taken: dict[str, str], place: Place) -> Iterator[Problem]:
    if id in taken:
        yield Problem(place, f"the id {id!r} is already used among the {taken[id]}", "Choose another.")
    taken.setdefault(id, where)


def reports_are_consistent(archive: Archive) -> Iterator[Problem]:
    """Only what is done has a day on which it was done, and no source tells of what lies beyond it."""
    for theme in archive.themes.values():
        for i, milestone in enumerate(theme.milestones):
            for j, report in enumerate(milestone.reports):
                source = archive.sources.get(report.cites[0].partition("#")[0])
                place = archive.place(f"themes/{theme.id}/milestones.yaml", i, "reports", j, "done")
                if report.done and report.says.value != "done":
                    what = f"a report of milestone {milestone.id!r} has `done` but says {report.says.value!r}"
                    yield Problem(place, what, "Write `says: done`, or leave `done` out.")
                elif report.done and source and report.done.first > source.published.last:
                    what = f"done {report.done.text!r} lies after the day {source.id} was published"
                    yield Problem(place, what, "If it is a promise, write `due`.")


def observations_say_what_they_are(archive: Archive) -> Iterator[Problem]:
    """A value for a period that had not ended says why; a computed one says how."""
    for theme, i, indicator in _indicators(archive):
        for j, observation in enumerate(indicator.observations):
            where = (f"themes/{theme}/indicators.yaml", i, "observations", j)
            source = archive.sources.get(observation.cites[0].partition("#")[0])
            if source and observation.period.last > source.published.last and not observation.note:
                what = f"the period {observation.period.text!r} had not ended when {source.id} was published"
                yield Problem(
                    archive.place(*where, "period"), what, "Say in `note` what the value is: a plan, a forecast."
                )
            if (observation.formula is None) is (observation.basis is Basis.COMPUTED):
                what = f"an observation of {indicator.id!r} is {observation.basis.value}"
                what += " but has no formula" if observation.formula is None else " but has a formula"
                yield Problem(archive.place(*where), what, "`basis: computed` and `formula` go together.")


def a_source_gives_one_value(archive: Archive) -> Iterator[Problem]:
    """No source gives two values for one period of one indicator."""
    for theme, i, indicator in _indicators(archive):
        seen: set[object] = set()
        for j, observation in enumerate(indicator.observations):
            source = observation.cites[0].partition("#")[0]
            cell = (source, observation.period.text, tuple(sorted(observation.of.items())))
            if cell in seen:
                what = f"{source} gives {indicator.id!r} a second value for {observation.period.text}"
                place = archive.place(f"themes/{theme}/indicators.yaml", i, "observations", j)
                yield Problem(place, what, "Keep one; enter a contradiction in data/tensions.yaml.")
            seen.add(cell)


def _indicators(archive: Archive) -> Iterator[tuple[str, int, Indicator]]:
    for theme in archive.themes.values():
        for i, indicator in enumerate(theme.indicators):
            yield theme.id, i, indicator


def breakdowns_are_whole(archive: Archive) -> Iterator[Problem]:
    """Every observation of a broken-down indicator names one category per dimension; others name none."""
    for theme in archive.themes.values():
        for i, indicator in enumerate(theme.indicators):
            for j, observation in enumerate(indicator.observations):
                if set(observation.of) != set(indicator.breakdown):
                    place = archive.place(f"themes/{theme.id}/indicators.yaml", i, "observations", j, "of")
                    wanted = ", ".join(indicator.breakdown) or "none: it has no `breakdown`"
                    what = (
                        f"an observation of {indicator.id!r} names the dimensions {', '.join(observation.of) or 'none'}"
                    )
                    yield Problem(place, what, f"Dimensions of this indicator: {wanted}.")


def sources_are_whole(archive: Archive) -> Iterator[Problem]:
    """A held source has passages, an index has a source, and what is out of scope exists."""
    if all(source.kind is SourceKind.EXTERNAL for source in archive.sources.values()):
        what = "data/sources/ holds no letter or report, so there is no edition to build"
        yield Problem(archive.place("atlas.yaml"), what, "Write data/sources/<id>.yaml.")
    for source in archive.sources.values():
        known = archive.passages.get(source.id)
        file = f"sources/{source.id}.yaml"
        if source.held and known is None:
            what = f"{source.id} is held, but data/passages/{source.id}.yaml is missing"
            yield Problem(archive.place(file, "id"), what, "Run `atlas ingest`, or write `held: false`.")
        yield from _out_of_scope_problems(archive, source, known or {}, file)
    for id in archive.passages:
        if id not in archive.sources:
            yield Problem(archive.place(f"passages/{id}.yaml", "source"), f"{id!r} is not in data/sources/")


def _out_of_scope_problems(archive: Archive, source: Source, known: Iterable[str], file: str) -> Iterator[Problem]:
    for i, entry in enumerate(source.out_of_scope):
        if source.held and entry.passage not in known:
            what = f"{source.id} has no passage {entry.passage!r}"
            yield Problem(
                archive.place(file, "out_of_scope", i, "passage"), what, _nearest_passage(entry.passage, known)
            )


def nothing_cited_is_out_of_scope(archive: Archive) -> Iterator[Problem]:
    """A passage either carries something or it does not."""
    out = {f"{s.id}#{entry.passage}" for s in archive.sources.values() for entry in s.out_of_scope}
    for cited in cited_records(archive):
        for i, citation in enumerate(cited.cites):
            if citation in out:
                what = f"{cited.name} cites {citation!r}, which its source lists as out of scope"
                yield Problem(cited.place(archive, "cites", i), what, "Remove it from `out_of_scope`.")


def summaries_fit(archive: Archive) -> Iterator[Problem]:
    """A standing's summary fits on one line of a card."""
    for theme in archive.themes.values():
        for i, standing in enumerate(theme.text.standings):
            for language in LANGUAGES:
                length = len(getattr(standing.summary, language))
                if length > MAX_SUMMARY:
                    place = archive.place(f"themes/{theme.id}/theme.yaml", "standings", i, "summary", language)
                    yield Problem(place, f"the summary has {length} characters; at most {MAX_SUMMARY} fit on its line")


def tensions_have_two_sides(archive: Archive) -> Iterator[Problem]:
    """A contradiction stands between two passages."""
    for i, tension in enumerate(archive.tensions.values()):
        if len(set(tension.cites)) < 2:
            yield Problem(
                archive.place("tensions.yaml", i, "cites"), f"tension {tension.id!r} cites one passage; it needs two"
            )


def phrases_match(archive: Archive) -> Iterator[Problem]:
    """Both languages have the same phrases."""
    keys = {language: dict(_phrase_keys(archive.words[language])) for language in LANGUAGES}
    for language, other in (LANGUAGES, LANGUAGES[::-1]):
        for path in keys[other].keys() - keys[language].keys():
            place = archive.documents[f"data/words/{other}.yaml"].key_place(*path)
            yield Problem(place, f"the phrase {'.'.join(path)!r} is missing in data/words/{language}.yaml")
    for language in LANGUAGES:
        for path, phrase in keys[language].items():
            if phrase is None or isinstance(phrase, list):
                at = archive.place(f"words/{language}.yaml", *path)
                yield Problem(at, f"the phrase {'.'.join(path)!r} is not a text")


def _phrase_keys(phrases: dict[str, object], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    for key, phrase in phrases.items():
        if isinstance(phrase, dict):
            yield from _phrase_keys(phrase, (*path, key))
        else:
            yield (*path, key), phrase


def themes_are_tidy(archive: Archive) -> Iterator[Problem]:
    """A page opens with at most four key figures, and a theme is not its own neighbour."""
    for theme in archive.themes.values():
        file = f"themes/{theme.id}/theme.yaml"
        if len(theme.text.key_figures) > MAX_KEY_FIGURES:
            what = (
                f"theme {theme.id!r} has {len(theme.text.key_figures)} key figures; at most {MAX_KEY_FIGURES} are shown"
            )
            yield Problem(
                archive.place(file, "key_figures", MAX_KEY_FIGURES), what, "Keep those that a reader wants first."
            )
        if theme.id in theme.text.related:
            at = archive.place(file, "related", theme.text.related.index(theme.id))
            yield Problem(at, f"theme {theme.id!r} is related to itself", "Remove it.")


def places_are_on_earth(archive: Archive) -> Iterator[Problem]:
    """Degrees north lie between -90 and 90, degrees east between -180 and 180."""
    for i, place in enumerate(archive.places.values()):
        for name, most in (("lat", 90), ("lon", 180)):
            degrees = getattr(place, name)
            if abs(degrees) > most:
                what = f"{name} of {place.id!r} is {degrees}; it lies between -{most} and {most}"
                yield Problem(archive.place("places.yaml", i, name), what, "Perhaps a decimal point is missing.")


MAX_SUMMARY = 90
MAX_KEY_FIGURES = 4
ANCHORS = ("content", "standing", "tensions", "promised", "places", "indicators", "said", "related")
"""Ids of the sections of a theme's page."""

RULES: tuple[Rule, ...] = (
    citations_exist,
    one_source_each,
    oldest_first,
    references_exist,
    ids_are_unique,
    reports_are_consistent,
    observations_say_what_they_are,
    a_source_gives_one_value,
    breakdowns_are_whole,
    sources_are_whole,
    nothing_cited_is_out_of_scope,
    summaries_fit,
    themes_are_tidy,
    places_are_on_earth,
    tensions_have_two_sides,
    phrases_match,
)
