"""The strip of the subjects of a theme: which documents mention each, for themes in which nothing was promised."""

from generator.charts.build import Chart, short_source
from generator.charts.data import StripGroup, StripRow
from generator.charts.strips import mentions_title, strip_of
from generator.editions import Edition, KnownTheme
from generator.model import Locale, Source, Thread


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
            marks=tuple((str(source.published.last), "mentioned") for source in sources),
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
            (words.text(thread.title), words.listed([short_source(s, words) for s in sources]))
            for thread, sources in threads
        ),
    )


def _sources(thread: Thread, theme: KnownTheme, edition: Edition) -> list[Source]:
    """The known sources of the members of a thread, oldest first."""
    members = {*thread.members}
    ids = {s.source.id for s in theme.statements if s.id in members}
    ids |= {r.source.id for m in theme.milestones if m.id in members for r in m.reports}
    ids |= {o.source.id for i in theme.indicators if i.id in members for o in i.observations}
    return [source for source in edition.sources.values() if source.id in ids]
