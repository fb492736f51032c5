"""Rules for what a milestone is, for what was looked for, and for what the register of unread documents can prove."""

from collections.abc import Iterator

from generator.archive import Archive, citing, entries
from generator.checks.registry import enforces
from generator.diagnostics import Diagnostic, Rule, did_you_mean
from generator.documents import Search
from generator.editions import KnownMilestone, State, newest_edition
from generator.model import Looked, Milestone, Nature, Report, ReportBasis, Says, is_registered


@enforces(Rule.NATURE)
def natures_are_whole(archive: Archive) -> Iterator[Diagnostic]:
    """A promise or step is owed by somebody."""
    for milestone in archive.milestones:
        if milestone.nature is not Nature.EVENT and milestone.owed_by is None:
            what = f"milestone {milestone.id!r} is a {milestone.nature.value}, and nobody owes it"
            hint = "Add owed_by: customs, state-secretary, ministry, parliament, eu or other."
            yield Diagnostic(milestone.place("nature"), what, hint, rule=Rule.NATURE)


@enforces(Rule.MEASURABLE)
def vague_promises_say_why(archive: Archive) -> Iterator[Diagnostic]:
    """A milestone that cannot be judged says why, and only such a one does."""
    for milestone in archive.milestones:
        if not milestone.measurable and milestone.why is None:
            what = f"milestone {milestone.id!r} is not measurable, and does not say why"
            hint = "Add why: what the source leaves open."
            yield Diagnostic(milestone.place("measurable"), what, hint, rule=Rule.MEASURABLE)
        elif milestone.measurable and milestone.why:
            what = f"milestone {milestone.id!r} says why it cannot be measured, but is measurable"
            hint = "Write measurable: false, or remove `why`."
            yield Diagnostic(milestone.place("why"), what, hint, rule=Rule.MEASURABLE)


@enforces(Rule.LOOKED)
def searches_are_of_what_was_read(archive: Archive) -> Iterator[Diagnostic]:
    """A search names a held document to parliament, its passages, each once, and none that reports on the milestone."""
    for milestone in archive.milestones:
        reporting = {report.cites[0].source for report in milestone.reports}
        for number, looked in enumerate(milestone.looked):
            yield from _of_search(archive, milestone, looked, reporting, number)


def _of_search(
    archive: Archive, milestone: Milestone, looked: Looked, reporting: set[str], number: int
) -> Iterator[Diagnostic]:
    passages = archive.passages.get(looked.source)
    what, hint = "", ""
    if passages is None:
        what = f"the search for {milestone.id!r} is of {looked.source!r}, which has no passages"
        hint = did_you_mean(looked.source, [id for id in archive.passages if not _is_outside(archive, id)])
    elif _is_outside(archive, looked.source):
        what = f"the search for {milestone.id!r} is of {looked.source!r}, which is external and proves no silence"
        hint = "Delete this search."
    elif looked.source in reporting:
        what = f"{milestone.id!r} was looked for in {looked.source}, which reports on it"
        hint = "Delete this search, or the report."
    elif looked.source in [entry.source for entry in milestone.looked[:number]]:
        what, hint = f"{looked.source} is listed again in the searches for {milestone.id!r}", "Join the two."
    if what:
        yield Diagnostic(looked.place("source"), what, hint, rule=Rule.LOOKED)
    for i, passage in enumerate(looked.passages_seen):
        if passages is not None and passage not in passages:
            what = f"the search for {milestone.id!r} names the passage {passage!r}, which {looked.source} does not have"
            place = looked.place("passages_seen", i)
            yield Diagnostic(place, what, did_you_mean(passage, passages), rule=Rule.LOOKED)


def _is_outside(archive: Archive, source: str) -> bool:
    return source in archive.sources and archive.sources[source].is_outside


@enforces(Rule.NEAR_PASSAGE)
def near_passages_were_seen(archive: Archive) -> Iterator[Diagnostic]:
    """A passage that has much in common with a milestone was seen by whoever looked for it in that source."""
    search = Search(archive)
    for milestone in archive.milestones:
        for looked in milestone.looked:
            near = [found.passage.id for found in search.nearest(milestone, looked.source) if found.is_near]
            unseen = [id for id in near if id not in looked.passages_seen]
            if unseen:
                what = f"{milestone.id!r} is said not to be in {looked.source}, but {unseen[0]!r} has much in common"
                hint = f"Run `atlas looked {milestone.id} {looked.source}`, then add a report or the passage as seen."
                yield Diagnostic(looked.place("passages_seen"), what, hint, rule=Rule.NEAR_PASSAGE)


@enforces(Rule.NOT_LOOKED)
def what_is_past_was_looked_for(archive: Archive) -> Iterator[Diagnostic]:
    """What has passed its date without a word was looked for in every later letter and annual report."""
    records = {milestone.id: milestone for milestone in archive.milestones}
    edition = newest_edition(archive)
    for known in edition.milestones if edition else ():
        missing = _not_searched(known)
        if known.state is State.OVERDUE and missing:
            what = f"{known.id!r} has passed its date, and nobody has looked for it in {' or '.join(missing)}"
            hint = f"Run `atlas looked {known.id} {missing[0]}`: add a report, a lineage, or what was looked for."
            yield Diagnostic(records[known.id].place("id"), what, hint, rule=Rule.NOT_LOOKED)


def _not_searched(known: KnownMilestone) -> list[str]:
    if known.absence is None or known.absence.spoken_of:
        return []
    searched = {source.id for source, _ in known.absence.looked}
    return [source.id for source in known.absence.later if source.id not in searched]


@enforces(Rule.EXISTENCE_ONLY)
def the_register_proves_existence(archive: Archive) -> Iterator[Diagnostic]:
    """The register is cited only by a report that something is done, on the day of the document or without a day."""
    for milestone in archive.milestones:
        for report in milestone.reports:
            cites_register = any(map(is_registered, report.cites))
            is_existence = report.basis is ReportBasis.EXISTS_UNREAD
            document = archive.references.get(report.cites[0].passage) if cites_register else None
            what, key = "", "basis"
            if cites_register != is_existence:
                what = "cites the register without `basis: exists-unread`" if cites_register else "has that basis"
                what = f"a report of {milestone.id!r} {what}"
                what += "" if cites_register else " and cites what was read"
            elif is_existence and report.says is not Says.DONE:
                what, key = f"a report of {milestone.id!r} says {report.says.value!r} by a document not read", "says"
            elif is_existence and document and report.done and report.done != document.published:
                what, key = f"a report of {milestone.id!r} is done on another day than its document", "done"
            if what:
                hint = "That a document exists proves only that it was published, on its day."
                yield Diagnostic(report.place(key), what, hint, rule=Rule.EXISTENCE_ONLY)
    yield from _elsewhere(archive)


def _elsewhere(archive: Archive) -> Iterator[Diagnostic]:
    for entry in citing(entries(archive)):
        for i, citation in enumerate(entry.cites):
            if is_registered(citation) and not isinstance(entry.record, Report):
                what = f"{entry.name} cites {str(citation)!r}, a document that was not read"
                hint = "Only a report of a milestone may, to say that the document exists."
                yield Diagnostic(entry.record.place("cites", i), what, hint, rule=Rule.EXISTENCE_ONLY)
