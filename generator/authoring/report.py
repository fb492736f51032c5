"""The report of a pull request: what readers will see change, as a summary in GFM for editors."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from textwrap import shorten

from markupsafe import Markup

from generator.archive import Archive
from generator.authoring.changed_charts import ChangedChart, changed_charts
from generator.authoring.compare import Review, Wording, review
from generator.editions import Change, Key, changes_between
from generator.model import Locale
from generator.pages import ChangeGroup, Renderer, Workspace, change_groups, paths_of
from generator.text import EDITORS_LANGUAGE, LANGUAGES, escape_gfm, escape_gfm_html

QUIET = ("silent", "overdue")
"""Kinds of change caused by what a new letter does not mention: they are folded below what it says."""


@dataclass(frozen=True)
class RewrittenLine:
    """One change in published editions."""

    theme: str
    """Title of the theme; empty for what belongs to no theme."""
    what: str
    """What happened: a kind of change, `changed`, or `removed`."""
    label: str
    """Title or text of the record, with its id."""
    before: str
    after: str
    editions: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """The report of a pull request."""

    markdown: str
    charts: tuple[ChangedChart, ...]
    """The changed charts, in the order of `changed_charts`."""


def report(before: Workspace, after: Workspace) -> Report:
    """Return what readers of `after` will see differently from readers of `before`.

    Pages and charts are those of the newest editions. No page is rendered and no chart is drawn.
    """
    found = review(before, after)
    old_pages, new_pages = (set(paths_of(workspace.editions[-1])) for workspace in (before, after))
    charts = changed_charts(before, after)
    names = {**_names(before.archive), **_names(after.archive)}
    aliases = [alias for id, alias in after.archive.aliases.items() if id not in before.archive.aliases]
    renamed = _renamed((change for change, _ in found.rewritten), {alias.was: alias.became for alias in aliases})
    rewritten = [(c, editions) for c, editions in found.rewritten if not _is_same(c) and c.key not in renamed]
    values = {
        "new_editions": [(edition.id, _groups(edition.id, after)) for edition in found.new_editions],
        "gone_editions": found.gone_editions,
        "rewritten": _by_theme(_rewritten(change, editions, names) for change, editions in rewritten),
        "reworded": _by_name(found.wordings),
        "languages": [(name, sum(w.part.endswith(f".{name}") for w in found.wordings)) for name in LANGUAGES],
        "retouched": [_named(change, names) for change, _ in found.rewritten if _is_retouched(change, found)],
        "coverage": found.coverage,
        "corrections": [c for id, c in after.archive.corrections.items() if id not in before.archive.corrections],
        "renamed": aliases,
        "quiet": QUIET,
        "added": sorted(new_pages - old_pages),
        "gone": sorted(old_pages - new_pages),
        "charts": [(key, list(changed)) for key, changed in groupby(charts, key=lambda chart: chart.key)],
    }
    return Report(_markdown(after, "summary.md.j2", **values), charts)


def editions_compared(workspace: Workspace, earlier: str, later: str) -> str:
    """Return the differences between two editions as GFM, by theme.

    `earlier` and `later` are ids. Raises KeyError if there is no such edition.
    """
    known = {edition.id: edition for edition in workspace.editions}
    changes = changes_between(known[earlier], known[later])
    groups = change_groups(changes, known[later], _words(workspace))
    return _markdown(workspace, "editions.md.j2", groups=groups, earlier=earlier, later=later)


def with_pages_of(old: Workspace, new: Workspace, root: Path) -> Workspace:
    """Return `old` with the phrases of `new` and the templates of `root`, so that only changes of the data differ."""
    return replace(old, root=root, archive=replace(old.archive, words=new.archive.words))


def _groups(edition: str, workspace: Workspace) -> tuple[ChangeGroup, ...]:
    """Return the changes that a new edition brings, by theme."""
    known = {known.id: known for known in workspace.editions}[edition]
    return change_groups(workspace.past.changes(known), known, _words(workspace))


def _words(workspace: Workspace) -> Locale:
    return Locale(EDITORS_LANGUAGE, workspace.archive.words[EDITORS_LANGUAGE])


def _markdown(workspace: Workspace, template: str, **values: object) -> str:
    """Render a template; its `gfm`, and `html` in folded summaries, escape what people wrote."""
    renderer = Renderer(workspace.root / "templates" / "report", _words(workspace))
    safe = {"gfm": lambda text: Markup(escape_gfm(text)), "html": lambda text: Markup(escape_gfm_html(text))}
    return _tidy(renderer.page(template, str, **safe, **values).markdown)


def _names(archive: Archive) -> dict[tuple[str, str], str]:
    """Return the titles or texts of records, by subject and id."""
    names: dict[tuple[str, str], str] = {}
    for theme in archive.themes.values():
        names["theme", theme.id] = names["standing", theme.id] = theme.text.title[EDITORS_LANGUAGE]
        names |= {("statement", record.id): record.text[EDITORS_LANGUAGE] for record in theme.statements}
        names |= {("indicator", record.id): record.title[EDITORS_LANGUAGE] for record in theme.indicators}
        names |= {("milestone", record.id): record.title[EDITORS_LANGUAGE] for record in theme.milestones}
    names |= {("tension", tension.id): tension.text[EDITORS_LANGUAGE] for tension in archive.tensions.values()}
    names |= {("term", term.id): term.term[EDITORS_LANGUAGE] for term in archive.terms.values()}
    return names | {("source", source.id): source.title[EDITORS_LANGUAGE] for source in archive.sources.values()}


def _named(change: Change, names: dict[tuple[str, str], str]) -> str:
    name = shorten(names.get((change.subject, change.id), ""), 90, placeholder=" …")
    return f"{name} ({' '.join(filter(None, (change.subject, change.id, change.key.aspect)))})"


def _is_same(change: Change) -> bool:
    """Whether readers see the same date or figure as before: then it is only written otherwise."""
    return bool(change.old and change.new and change.old.shown == change.new.shown)


def _renamed(changes: Iterable[Change], became: dict[str, str]) -> set[Key]:
    """The keys of what is gone and what is new only because a record got another id: they show the same."""
    known = list(changes)
    added = {(c.key.subject, c.id, c.key.aspect): c for c in known if not c.old}
    renamed: set[Key] = set()
    for change in known:
        new = added.get((change.key.subject, became.get(change.id, ""), change.key.aspect))
        if change.old and not change.new and new and new.new and new.new.shown == change.old.shown:
            renamed |= {change.key, new.key}
    return renamed


def _rewritten(change: Change, editions: tuple[str, ...], names: dict[tuple[str, str], str]) -> RewrittenLine:
    old, new = change.old, change.new
    what = "changed" if old and new else change.kind.value if new else "removed"
    theme = names.get(("theme", change.theme or ""), "")
    before, after = (fact.shown or "" if fact else "" for fact in (old, new))
    return RewrittenLine(theme, what, _named(change, names), before, after, editions)


def _by_theme(lines: Iterable[RewrittenLine]) -> list[tuple[str, list[RewrittenLine]]]:
    """Group the lines by title of the theme; lines without a theme come last, with an empty title."""
    in_order = sorted(lines, key=lambda line: (not line.theme, line.theme, line.what))
    return [(theme, list(found)) for theme, found in groupby(in_order, key=lambda line: line.theme)]


def _is_retouched(change: Change, found: Review) -> bool:
    """Whether something other than a text, value or date changed: a kind, a place, a citation."""
    return _is_same(change) and not any(f"'{change.id}'" in wording.name for wording in found.wordings)


def _by_name(wordings: Iterable[Wording]) -> list[tuple[str, list[Wording]]]:
    return [(name, list(texts)) for name, texts in groupby(wordings, key=lambda wording: wording.name)]


def _tidy(text: str) -> str:
    """Remove the repeated empty lines that a template leaves."""
    lines = [line.rstrip() for line in text.splitlines()]
    kept = [line for i, line in enumerate(lines) if line or (i and lines[i - 1])]
    return "\n".join(kept).strip() + "\n"
