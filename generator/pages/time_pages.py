"""Pages that tell how things went: promises, changes, silence, the timeline, contradictions."""

from collections.abc import Iterator

from generator.charts import promises_chart
from generator.editions import KnownMilestone
from generator.pages import timeline_views as time_views
from generator.pages import views
from generator.pages.change_views import change_groups
from generator.pages.page import Maker, Page, SearchEntry
from generator.pages.urls import changes_path, milestone_path


class TimePages(Maker):
    """Makes the pages of one volume that tell how things went."""

    def milestones(self) -> Page:
        return self.page(
            "milestones",
            "milestones/",
            self.words.say("nav.milestones"),
            groups=time_views.promises_by_theme(self.edition),
            totals=time_views.totals_of(self.edition),
            flags=time_views.FLAGS,
            flags_of=time_views.flags_of,
        )

    def milestone(self, milestone: KnownMilestone) -> Page:
        title = self.words.text(milestone.record.title)
        key = f"{milestone.id}-promise"
        theme = self.edition.themes[milestone.theme]
        path = milestone_path(milestone.id)
        related = {m.id: m for m in self.edition.milestones}
        return self.page(
            "milestone",
            path,
            title,
            search=(SearchEntry(path, "milestone", title, self.words.text(theme.text.title)),),
            milestone=milestone,
            theme=theme,
            predecessors=[related[id] for id in milestone.predecessors],
            successors=[related[id] for id in milestone.successors],
            places=[self.edition.places[id] for id in milestone.record.places],
            figures=self.figures(
                promises_chart((milestone,), self.edition, self.words, key) if milestone.moves else None
            ),
        )

    def changes(self) -> Iterator[Page]:
        """What this edition changed, and what changed since each earlier one."""
        before = self.edition.earlier[0] if self.edition.earlier else None
        yield self._changes("changes/", before)
        for earlier in self.edition.earlier:
            yield self._changes(changes_path(earlier), earlier)

    def _changes(self, path: str, since: str | None) -> Page:
        changes = self.volume.history[since]
        names = {s.published.text: views.source_name(s, self.words) for s in reversed(self.edition.sources.values())}
        return self.page(
            "changes",
            path,
            self.words.say("nav.changes"),
            since=since,
            since_name=names.get(since or ""),
            names=names,
            newest=views.source_name(self.edition.source, self.words),
            groups=change_groups(changes, self.edition, self.words),
            counts=views.change_counts(changes),
        )

    def silence(self) -> Page:
        held = [source for source in self.edition.sources.values() if source.id in self.edition.accounts]
        ledger = time_views.silence_ledger(self.edition)
        return self.page("silence", "silence/", self.words.say("nav.silence"), ledger=ledger, held=held)

    def timeline(self) -> Page:
        return self.page(
            "timeline",
            "timeline/",
            self.words.say("nav.timeline"),
            years=time_views.timeline_columns(self.edition),
            rows=time_views.timeline_rows(self.edition),
            documents=time_views.document_columns(self.edition),
        )

    def tensions(self) -> Page:
        sources = {
            tension.id: [s for id, s in self.edition.sources.items() if id in {c.source for c in tension.cites}]
            for tension in self.edition.tensions
        }
        return self.page("tensions", "tensions/", self.words.say("nav.tensions"), between=sources)
