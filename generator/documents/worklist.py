"""The editor's work list of a new source: what each passage may be about, with YAML to paste. Quotes nothing."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.archive import Archive, Theme
from generator.documents.ingest import Ingestion
from generator.documents.passages import ExtractedPassage
from generator.model import Citation, Indicator, Milestone, Says, Source, Statement, file_of, parse_period
from generator.text import LANGUAGES, escape_gfm

_STEM = 7
"""Two words that share so many first letters count as the same: `vergunning` and `vergunningen`."""
_SHORTEST = 4
_MOST = 3
_ENDED = (Says.DONE, Says.DROPPED)


@dataclass(frozen=True)
class Candidate:
    """A milestone or indicator that a passage may be about."""

    theme: str
    record: Milestone | Indicator
    stems: frozenset[str]


@dataclass(frozen=True)
class Task:
    """One passage and what it may be about."""

    passage: ExtractedPassage
    themes: tuple[Theme, ...]
    """Ids of the themes of which a term occurs in it."""
    milestones: tuple[Candidate, ...]
    """Not yet done or dropped, the likeliest first."""
    indicators: tuple[Candidate, ...]


def tasks_of(archive: Archive, ingestion: Ingestion) -> tuple[Task, ...]:
    """A task for each passage, in reading order."""
    code = ingestion.language
    milestones = [_candidate(t, m, code) for t in archive.themes.values() for m in t.milestones if is_open(archive, m)]
    indicators = [_candidate(t, i, code) for t in archive.themes.values() for i in t.indicators]
    tasks = []
    for passage in ingestion.passages:
        themes = tuple(theme for theme in archive.themes.values() if is_about(theme, passage))
        likely = [_likely(passage, candidates) for candidates in (milestones, indicators)]
        tasks.append(Task(passage, themes, likely[0], likely[1] if passage.numbers else ()))
    return tuple(tasks)


def is_open(archive: Archive, milestone: Milestone) -> bool:
    """Whether the milestone is open: the last report to parliament says neither done nor dropped."""
    cited = ((archive.sources.get(report.cites[0].source), report) for report in milestone.reports)
    says = [report.says for source, report in cited if not (source and source.is_outside)]
    return not says or says[-1] not in _ENDED


def is_about(theme: Theme, passage: ExtractedPassage) -> bool:
    """Whether a term of the theme occurs in the passage or in a heading above it, at the start of a word."""
    text = f"{passage.section} {passage.text}"
    return any(re.search(rf"(?<!\w){re.escape(term)}", text, re.IGNORECASE) for term in theme.text.terms)


def _candidate(theme: Theme, record: Milestone | Indicator, code: str) -> Candidate:
    return Candidate(theme.id, record, _stems(record.title[code]))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in re.findall(r"[^\W\d_]+", text.lower()) if len(word) >= _SHORTEST)


def _likely(passage: ExtractedPassage, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The few candidates that share at least half of their rare words with the passage, the most likely first."""
    said = _stems(f"{passage.section} {passage.text}")
    common = Counter(stem for candidate in candidates for stem in candidate.stems)

    def share(candidate: Candidate) -> float:
        weight = {stem: 1 / common[stem] for stem in candidate.stems}
        return sum(weight[stem] for stem in candidate.stems & said) / (sum(weight.values()) or 1)

    shares = [(share(candidate), candidate) for candidate in candidates]
    likely = sorted((pair for pair in shares if pair[0] >= 0.5), key=lambda pair: -pair[0])
    return tuple(candidate for _, candidate in likely[:_MOST])


def worklist_of(archive: Archive, ingestion: Ingestion, *, is_external: bool = False) -> str:
    """The work list as Markdown: passages that may concern a theme, the others, then what seems not to be mentioned.

    Of an external source only values and reports, because it accounts for nothing and proves no silence; `is_external`
    says so of one that is not in the archive yet.
    """
    tasks, known = tasks_of(archive, ingestion), archive.sources.get(ingestion.source)
    is_external = known.is_outside if known else is_external
    if is_external:
        tasks = tuple(replace(task, themes=()) for task in tasks)
    promising = [task for task in tasks if task.themes or task.milestones or task.indicators]
    others = [task for task in tasks if task not in promising]
    count = f"{_counted(len(tasks), 'passage')}: {len(promising)} may concern a"
    lines = [
        f"# Work list of {ingestion.source}, published {ingestion.published}",
        "",
        f"{count} figure or milestone, {len(others)} none. Only what carries a value or a report is cited."
        if is_external
        else f"{count} theme, {len(others)} name none. Each ends up cited by a record, or in `out_of_scope` of the "
        "source with a reason.",
        *(line for task in promising for line in _task_lines(archive, task, ingestion)),
        "",
        "## Passages that seem to concern none" if is_external else "## Passages that name no theme",
        "",
        *(f"- `{task.passage.id}`{_figures(task.passage)}" for task in others),
        "",
    ]
    return "\n".join(lines if is_external else [*lines[:-1], *_to_account_for(archive, ingestion, tasks, others)])


def _to_account_for(
    archive: Archive, ingestion: Ingestion, tasks: Sequence[Task], others: Sequence[Task]
) -> Iterator[str]:
    """What remains to be done so that a document is entered completely."""
    yield from _left_out(ingestion, [task.passage for task in others])
    yield from ("", "## Standings", "")
    yield (
        "Add a standing for each theme that the letter mentions; it opens the page from this edition on: "
        "`atlas new standing THEME`."
    )
    yield from (*_unsaid(archive, ingestion.source, tasks), "")


def _left_out(ingestion: Ingestion, passages: Sequence[ExtractedPassage]) -> Iterator[str]:
    """The YAML for passages that are out of scope, each still without its reason."""
    if not passages:
        return
    yield from (
        "",
        f"Passages that are out of scope, for `{file_of(Source).path(ingestion.source)}`:",
        "",
        "```yaml",
        "out_of_scope:",
    )
    yield from (f"  - {{passage: {passage.id}, why: }}" for passage in passages)
    yield "```"


def _task_lines(archive: Archive, task: Task, ingestion: Ingestion) -> Iterator[str]:
    passage = task.passage
    citation = Citation(ingestion.source, passage.id)
    when = passage.dates[0] if passage.dates else ingestion.published.text
    yield from ("", f"## {passage.id} ({_counted(passage.words, 'word')})", "")
    yield f"{escape_gfm(passage.section)}{_figures(passage)}"
    for theme in task.themes:
        yield from ("", f"`{file_of(Statement).path(theme.id)}`:", "", "```yaml")
        yield from (f"- id: {theme.id}-", f"  when: {when}", "  kind: # plan, progress, result, setback or context")
        yield from ("  text:", *(f'    {language}: ""' for language in LANGUAGES), f"  cites: [{citation}]", "```")
    for candidate in task.milestones:
        yield from ("", f"`{file_of(Milestone).path(candidate.theme)}`, a report of `{candidate.record.id}`:", "")
        yield from ("```yaml", f"    - cites: {citation}", "      says: # announced, under-way, stalled, done, dropped")
        ahead = [date for date in passage.dates if parse_period(date).last >= ingestion.published.first]
        yield from _choice("      due", ahead)
        past = [date for date in passage.dates if date not in ahead]
        yield from (*([f"      # done: {', '.join(past)}"] if past else []), "```")
    for candidate in task.indicators:
        yield from ("", f"`{file_of(Indicator).path(candidate.theme)}`, a value of `{candidate.record.id}`:", "")
        yield from ("```yaml", f"    - period: {when}", *_cell(archive, candidate.record))
        yield from (*_choice("      value", passage.numbers), f"      cites: {citation}", "```")


def _cell(archive: Archive, record: Milestone | Indicator) -> Iterator[str]:
    """For an indicator with a breakdown: the categories of each dimension to choose from."""
    breakdown = record.breakdown if isinstance(record, Indicator) else ()
    if breakdown:
        yield "      of:"
    for id in breakdown:
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


def _unsaid(archive: Archive, source: str, tasks: Sequence[Task]) -> Iterator[str]:
    """Themes and open milestones that no passage seems to be about."""
    spoken = {theme.id for task in tasks for theme in task.themes}
    spoken |= {candidate.theme for task in tasks for candidate in (*task.milestones, *task.indicators)}
    touched = {candidate.record.id for task in tasks for candidate in task.milestones}
    silent = [theme for theme in archive.themes.values() if theme.id not in spoken]
    yield from ("", "## Themes that this source does not seem to mention", "")
    yield from (f"- `{theme.id}`" for theme in silent)
    yield from ("", "## Open milestones that this source does not seem to mention", "")
    yield from ("Each is shown the passages that come nearest; if none mentions it, that is written down.", "")
    for theme in archive.themes.values():
        for milestone in theme.milestones:
            if is_open(archive, milestone) and milestone.id not in touched:
                yield f"- `atlas looked {milestone.id} {source}` ({theme.id})"
