"""The strip of the subjects of a theme: which documents mention each, for themes in which nothing was promised."""

from collections.abc import Iterable

from generator.charts.build import Chart, short_source
from generator.charts.data import StripGroup, StripRow
from generator.charts.strips import mentions_title, strip_of
from generator.charts.tidy import Row, each_once, given_by, tidy
from generator.editions import Edition, KnownObservation, KnownReport, KnownStatement, KnownTheme
from generator.model import Citation, Locale, Source, Thread


def threads_chart(theme: KnownTheme, edition: Edition, words: Locale, key: str) -> Chart | None:
    """Return a row for each thread of the theme with a mark for each document in it; None if it has no threads.

    Rows are in the order of the threads, marks oldest first.
    """
    threads = [(thread, _sources(thread, theme, edition)) for thread in theme.text.threads]
    if not threads:
        return None
    rows = tuple(
        StripRow(
            label=words.text(thread.title),
            words=words.say("strip.documents", n=len(sources)),
            id=f"thread-{thread.id}",
            marks=tuple((str(source.published.last), "mentioned") for source, _ in sources),
        )
        for thread, sources in threads
    )
    return Chart(
        key=key,
        title=mentions_title(edition, words),
        description=words.say("strip.mentions_sentence", n=len(threads)),
        plot=strip_of((StripGroup("", "", rows),), edition, words, of="threads"),
        columns=(words.say("theme.threads"), words.say("column.source")),
        rows=tuple(
            (words.text(thread.title), words.listed([short_source(s, words) for s, _ in sources]))
            for thread, sources in threads
        ),
        tidy=tidy(_mentioned(thread, source, cites, words) for thread, sources in threads for source, cites in sources),
        cites=each_once(cites for _, sources in threads for _, cites in sources),
    )


def _mentioned(thread: Thread, source: Source, cites: Iterable[Citation], words: Locale) -> Row:
    """What a mark stands for."""
    return {"thread": thread.id, "title": words.text(thread.title), **given_by(source, cites)}


def _sources(thread: Thread, theme: KnownTheme, edition: Edition) -> list[tuple[Source, list[Citation]]]:
    """The known sources of the members of a thread, oldest first, and the passages that the members cite of each."""
    members = {*thread.members}
    given: list[KnownStatement | KnownReport | KnownObservation] = [s for s in theme.statements if s.id in members]
    given += (r for m in theme.milestones if m.id in members for r in m.reports)
    given += (o for i in theme.indicators if i.id in members for o in i.observations)
    cites: dict[str, list[Citation]] = {}
    for one in given:
        cites.setdefault(one.source.id, []).extend(one.record.cites)
    return [(source, cites[source.id]) for source in edition.sources.values() if source.id in cites]
