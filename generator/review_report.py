"""What readers will see change, as a text for editors: a summary in Markdown, and a page with pictures of charts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from generator.addresses import Address
from generator.change_views import ChangeGroup, change_groups
from generator.changes import Change, changes_between
from generator.library import Library
from generator.pages import pages_of
from generator.render import Renderer
from generator.reviewing import Review, Wording, review

LANGUAGE = "en"
"""In which the report speaks; what was reworded is shown in every language."""


WRITTEN_OTHERWISE = "written otherwise"


@dataclass(frozen=True)
class ChangedChart:
    """A chart of the newest edition that is drawn otherwise."""

    name: str
    before: str | None
    """The drawing as `<svg>`; None if there was none."""
    after: str | None


@dataclass(frozen=True)
class RewrittenLine:
    """One thing that published editions tell otherwise."""

    what: str
    before: str
    after: str
    editions: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """The report in its two forms."""

    markdown: str
    html: str


def report(before: Library, after: Library) -> Report:
    """What readers of `after` will see that readers of `before` did not, of the newest editions page by page."""
    found = review(before.archive, after.archive)
    old_pages, new_pages = _pages(before), _pages(after)
    charts = tuple(_charts(old_pages, new_pages))
    values = {
        "new_editions": [(edition.id, _groups(edition.id, after)) for edition in found.new_editions],
        "gone_editions": found.gone_editions,
        "rewritten": [_rewritten(change, editions) for change, editions in found.rewritten],
        "reworded": _by_name(found.wordings),
        "retouched": _retouched(found),
        "coverage": found.coverage,
        "added": sorted(set(new_pages) - set(old_pages)),
        "gone": sorted(set(old_pages) - set(new_pages)),
        "charts": charts,
        "otherwise": WRITTEN_OTHERWISE,
    }
    words = after.volume(Address(LANGUAGE, after.editions[-1].id, True)).words
    renderer = Renderer(after.root / "templates" / "report", words)
    markdown = renderer.page("summary.md.j2", str, **values, cell=_cell).markdown
    return Report(_tidy(markdown), renderer.page("charts.html.j2", str, **values).markdown)


def editions_compared(library: Library, earlier: str, later: str) -> str:
    """What the later edition knows otherwise than the earlier, by theme. Raises KeyError if there is none."""
    known = {edition.id: edition for edition in library.editions}
    changes = changes_between(known[earlier], known[later])
    words = library.volume(Address(LANGUAGE, later, False)).words
    renderer = Renderer(library.root / "templates" / "report", words)
    groups = change_groups(changes, known[later], words)
    return _tidy(renderer.page("editions.md.j2", str, groups=groups, earlier=earlier, later=later).markdown)


def with_pages_of(old: Library, new: Library, root: Path) -> Library:
    """The old data with today's phrases and templates, so that only what the data change differs."""
    return replace(old, root=root, archive=replace(old.archive, words=new.archive.words))


def _groups(edition: str, library: Library) -> tuple[ChangeGroup, ...]:
    """What a new edition tells, by theme."""
    known = {known.id: known for known in library.editions}[edition]
    words = library.volume(Address(LANGUAGE, edition, False)).words
    return change_groups(library.changes(known), known, words)


def _pages(library: Library) -> dict[str, dict[str, str]]:
    """The files of each page of the newest edition, by path."""
    volume = library.volume(Address(LANGUAGE, library.editions[-1].id, True))
    return {page.path: page.attachments for page in pages_of(volume)}


def _charts(before: dict[str, dict[str, str]], after: dict[str, dict[str, str]]) -> Iterator[ChangedChart]:
    old, new = ({name: svg for files in pages.values() for name, svg in files.items()} for pages in (before, after))
    for name in sorted({*old, *new}):
        if name.endswith(".svg") and old.get(name) != new.get(name):
            yield ChangedChart(name.removeprefix("figures/").removesuffix(".svg"), old.get(name), new.get(name))


def _rewritten(change: Change, editions: tuple[str, ...]) -> RewrittenLine:
    """Named by its id, because what is gone has no title any more."""
    key = change.key
    what = " ".join(filter(None, (key.subject.value, key.id, key.aspect)))
    old, new = change.old, change.new
    if old and new and old.shown == new.shown:
        return RewrittenLine(what, "", WRITTEN_OTHERWISE, editions)
    before = (old.shown or "stood there") if old else "–"
    after = (new.shown or "stands there") if new else "gone"
    return RewrittenLine(what, before, after, editions)


def _retouched(found: Review) -> list[str]:
    """Records in which something else than a text, value or date changed: a kind, a place, a citation."""
    named = " ".join(wording.name for wording in found.wordings)
    lines = [_rewritten(change, editions) for change, editions in found.rewritten if f"'{change.id}'" not in named]
    return [line.what for line in lines if line.after == WRITTEN_OTHERWISE]


def _by_name(wordings: Iterable[Wording]) -> list[tuple[str, list[Wording]]]:
    return [(name, list(texts)) for name, texts in groupby(wordings, key=lambda wording: wording.name)]


def _cell(text: str) -> str:
    """Text that neither ends a cell of a Markdown table nor is read as Markdown or HTML."""
    plain = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"\\{letter}" if letter in r"\`*_[]|~@#" else letter for letter in plain)


def _tidy(text: str) -> str:
    """Without the empty lines that a template leaves."""
    lines = [line.rstrip() for line in text.splitlines()]
    kept = [line for i, line in enumerate(lines) if line or (i and lines[i - 1])]
    return "\n".join(kept).strip() + "\n"
