"""The editor's work list of a new source: what each passage may be about, with YAML to paste. Quotes nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.archive import Archive
from generator.documents.ingest import Ingestion
from generator.documents.matching import IndicatorMatch, MilestoneMatch, OpenPromise, Work, WorkItem, work_of
from generator.documents.passages import ExtractedPassage
from generator.model import Indicator, Milestone, Source, Statement, file_of, parse_period
from generator.text import LANGUAGES, escape_gfm

_WORDS = 4
"""Words that are shown as the reason of a match."""
_SHOWN = 3
"""Nearest passages that are shown of an open milestone."""


def worklist_of(archive: Archive, ingestion: Ingestion, *, is_external: bool = False) -> str:
    """The work list as Markdown: passages that may concern a theme, the others, then what seems not to be mentioned.

    By what was known before its day. Of an external source only values and reports, because it accounts for nothing
    and proves no silence; `is_external` says so of one that is not in the archive yet.
    """
    work, known = work_of(archive, ingestion), archive.sources.get(ingestion.source)
    is_external = known.is_outside if known else is_external
    items = [replace(item, themes=()) for item in work.items] if is_external else work.items
    promising = [item for item in items if item.is_promising]
    others = [item for item in items if not item.is_promising]
    count = f"{_counted(len(items), 'passage')}: {len(promising)} may concern a"
    lines = [
        f"# Work list of {ingestion.source}, published {ingestion.published}",
        "",
        f"{count} figure or milestone, {len(others)} none. Only what carries a value or a report is cited."
        if is_external
        else f"{count} theme, {len(others)} name none. Each ends up cited by a record, or in `out_of_scope` of the "
        "source with a reason.",
        *(_FOREIGN if work.is_foreign else ()),
        *(line for item in promising for line in _item_lines(archive, item, ingestion)),
        "",
        "## Passages that seem to concern none" if is_external else "## Passages that name no theme",
        "",
        *(f"- `{item.passage.id}`{_figures(item.passage)}" for item in others),
        "",
    ]
    return "\n".join(lines if is_external else [*lines[:-1], *_to_account_for(work, others)])


_FOREIGN = ("", "**This document hardly mentions any theme.** Look first whether it belongs here.")


def _to_account_for(work: Work, others: Sequence[WorkItem]) -> Iterator[str]:
    """What remains to be done so that a document is entered completely."""
    yield from _left_out(work.source, others)
    yield from ("", "## Standings", "")
    yield (
        "Add a standing for each theme that the letter mentions; it opens the page from this edition on: "
        "`atlas new standing THEME`."
    )
    yield from (*_unsaid(work), "")


def _left_out(source: str, items: Sequence[WorkItem]) -> Iterator[str]:
    """The YAML for passages that are out of scope, without a reason where none is seen."""
    if not items:
        return
    yield from ("", f"Passages that are out of scope, for `{file_of(Source).path(source)}`:", "", "```yaml")
    yield "out_of_scope:"
    for item in items:
        yield f"  - {{passage: {item.passage.id}, why: {item.out_of_scope}}}"
    yield "```"


def _item_lines(archive: Archive, item: WorkItem, ingestion: Ingestion) -> Iterator[str]:
    passage = item.passage
    when = passage.dates[0] if passage.dates else ingestion.published.text
    page = f", page {passage.page}" if passage.page else ""
    yield from ("", f"## {passage.id} ({_counted(passage.words, 'word')}{page})", "")
    yield f"{escape_gfm(passage.section)}{_figures(passage)}"
    for theme in item.themes:
        yield from ("", f"`{file_of(Statement).path(theme.theme)}`:", "", "```yaml")
        yield from (f"- id: {theme.theme}-", f"  when: {when}")
        yield "  kind: # plan, progress, result, setback or context"
        yield from ("  text:", *(f'    {language}: ""' for language in LANGUAGES), f"  cites: [{item.citation}]", "```")
    for milestone in item.milestones:
        yield from _report_lines(item, milestone, ingestion)
    for indicator in item.indicators:
        yield from ("", f"{_score(indicator)}", "")
        yield from (f"`{file_of(Indicator).path(indicator.theme)}`, a value of `{indicator.indicator.id}`:", "")
        yield from ("```yaml", f"    - period: {when}", *_cell(archive, indicator.indicator))
        numbers = [indicator.value] if indicator.value else passage.numbers
        yield from (*_choice("      value", numbers), f"      cites: {item.citation}", "```")


def _report_lines(item: WorkItem, match: MilestoneMatch, ingestion: Ingestion) -> Iterator[str]:
    dates, milestone = item.passage.dates, match.milestone
    yield from ("", f"Perhaps: {match.claim}. {_score(match)}", "")
    yield from (f"`{file_of(Milestone).path(match.theme)}`, a report of `{milestone.id}`:", "")
    yield from ("```yaml", f"    - cites: {item.citation}")
    yield "      says: # announced, under-way, stalled, done, dropped"
    ahead = [date for date in dates if parse_period(date).last >= ingestion.published.first]
    yield from _choice("      due", ahead)
    past = [date for date in dates if date not in ahead]
    yield from (*([f"      # done: {', '.join(past)}"] if past else []), "```")


def _score(match: MilestoneMatch | IndicatorMatch) -> str:
    """How well it fits, and by which words."""
    return f"Match {match.score:.2f}: {', '.join(match.words[:_WORDS])}."


def _cell(archive: Archive, indicator: Indicator) -> Iterator[str]:
    """For an indicator with a breakdown: the categories of each dimension to choose from."""
    if indicator.breakdown:
        yield "      of:"
    for id in indicator.breakdown:
        values = archive.dimensions[id].values if id in archive.dimensions else ()
        yield f"        {id}: # {', '.join(category.id for category in values)}"


def _choice(key: str, figures: Sequence[str]) -> Iterator[str]:
    """The figure, if there is one; if there are several, a comment to choose from."""
    if len(figures) == 1:
        yield f"{key}: {figures[0]}"
    elif figures:
        yield f"{key}: # {', '.join(figures)}"


def _counted(n: int, noun: str) -> str:
    return f"{n} {noun}{'s' * (n != 1)}"


def _figures(passage: ExtractedPassage) -> str:
    figures = (*passage.numbers, *passage.dates)
    return f" – figures: {', '.join(figures)}" if figures else ""


def _unsaid(work: Work) -> Iterator[str]:
    """Themes and open milestones that no passage seems to be about."""
    yield from ("", "## Themes that this source does not seem to mention", "")
    yield from (f"- `{theme}`" for theme in work.silent_themes)
    yield from ("", "## Open milestones that this source does not seem to mention", "")
    yield from ("Each is shown the passages that come nearest; if none mentions it, that is written down.", "")
    for promise in work.promises:
        if not promise.is_matched:
            command = f"atlas looked {promise.milestone.id} {work.source}"
            yield f"- `{command}` ({promise.theme}): {_nearest(promise)}"


def _nearest(promise: OpenPromise) -> str:
    shown = (f"`{near.passage}` ({near.score:.2f})" for near in promise.nearest[:_SHOWN])
    return f"nearest {', '.join(shown)}" if promise.nearest else "not found"
