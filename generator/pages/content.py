"""Pages that people write in Markdown: `content/<language>/<name>.md`."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.archive import MAX_WORD, decoded, hidden_signs
from generator.diagnostics import Diagnostic, InvalidData, Location, Rule
from generator.model import Locale
from generator.pages.context import PageContext, context_of
from generator.pages.follow import Follow, follow
from generator.pages.page import Page
from generator.pages.render import Planned, link_from, sign, site_link_from
from generator.pages.search import page_entry
from generator.pages.urls import Address, FixedPage, archive_path, calendar_path, data_path, feed_path
from generator.pages.views import Link, source_link
from generator.pages.workspace import Workspace
from generator.text import LANGUAGES


@dataclass(frozen=True)
class CoverageView:
    """How much of one source is entered."""

    source: Link
    accounted: int
    """Passages that are cited or out of scope."""
    passages: int
    carried: int
    """Numbers in its passages that a record which cites them carries."""
    numbers: int


@dataclass(frozen=True)
class ChangesView:
    """How many changes of one kind, made on purpose, the checks tell."""

    kind: str
    one: str
    """Of those in one language only: `38 of 40`; empty where it cannot be in one alone."""
    both: str
    """Of those in both languages, or in what has no language; empty where none was made."""
    why: str
    """Why not all of them; empty where nobody knows better."""


@dataclass(frozen=True)
class ContentView:
    """What may stand in double braces in a page of `content/`."""

    edition: str
    """The day or month of the edition."""
    licence: str
    archive: str | None
    """The path on the site of the edition as one file; None on a site of one edition, which has none."""
    coverage: tuple[CoverageView, ...]
    """Of every source that is held, oldest first."""
    checked: str
    """How many numbers and dates were looked up in their passages."""
    computed: str | None
    """How many values are computed; None if there are none."""
    is_one_computed: bool
    changes: tuple[ChangesView, ...]
    """By kind of change of meaning; none where it was not measured."""
    changes_one: str
    """Of all of them in one language only; empty where none was made."""
    changes_both: str
    objections: str | None
    """The address to which readers object; None if there is none."""
    follow: Follow | None


CONTENT = ("data", "method", "accessibility")
"""The names of the pages."""


def content_problems(workspace: Workspace) -> Iterator[Diagnostic]:
    """What keeps the pages of the newest edition from being made, in each language."""
    newest, context = workspace.editions[-1], None
    for language in LANGUAGES:
        context = context_of(workspace.volume(Address(language, newest.id, latest=True)), context)
        for name in CONTENT:
            try:
                content_page(planned_content(context, name), context)
            except InvalidData as error:
                yield from error.diagnostics


def planned_content(context: PageContext, name: str) -> Planned:
    """The page of that name with the values that may be filled in; the first line of its file is its title.

    Raises InvalidData if the file is missing.
    """
    path, written = f"{name}/", _written(context, name)
    title = written.partition("\n")[0].lstrip("# ")
    return Planned(path, title, content_view(context), (page_entry(path, title),), written=written)


def content_page(plan: Planned, context: PageContext, picture: str | None = None) -> Page:
    """The page with its values filled in. Raises InvalidData if it names a value that there is not."""
    path, title, name = plan.path, plan.title, plan.path.rstrip("/")
    site, address = site_link_from(path, context), context.volume.address
    rendered = context.renderer.content(
        plan.written,
        _file(context, name),
        link_from(path, context),
        view=plan.view,
        data=lambda of: site(data_path(address, of)),
        site=site,
    )
    if problems := list(_too_much(rendered.markdown, _file(context, name), _TIMES_FILLED_IN)):
        raise InvalidData(problems)
    files = sign(rendered, path, title, context)
    return Page(path, title, rendered.markdown, rendered.blocks, files, picture)


def _file(context: PageContext, name: str) -> str:
    return f"content/{context.locale.language}/{name}.md"


def _written(context: PageContext, name: str) -> str:
    file = _file(context, name)
    if not (context.volume.root / file).is_file():
        hint = "Add the file: every page of content/ exists in both languages."
        raise InvalidData([Diagnostic(Location(file, 1, 1), "the file is missing", hint, rule=Rule.CONTENT)])
    text = decoded((context.volume.root / file).read_bytes(), file)
    if problems := [*hidden_signs(text, file), *_too_much(text, file), *_too_deep(text, file)]:
        raise InvalidData(problems)
    return text


def _too_much(text: str, file: str, times: int = 1) -> Iterator[Diagnostic]:
    """What is longer than Markdown reads in a time that anybody waits; filled in, a text may be some times as long."""
    if len(text) > times * MAX_PAGE:
        what = f"the page has {len(text):,} characters; at most {times * MAX_PAGE:,} are read"
        yield Diagnostic(Location(file, 1, 1), what, "Write it shorter.", rule=Rule.TOO_LARGE)
        return
    start = 1
    for lines in _EMPTY_LINE.split(text):
        block = lines.lstrip()
        brackets, at = block.count("[") + block.count("<"), start + lines[: -len(block) or None].count("\n")
        for count, most, of in ((len(block), MAX_BLOCK, "characters"), (brackets, MAX_BRACKETS, "opening brackets")):
            if count > times * most:
                what = f"{count:,} {of} stand here without an empty line; at most {times * most:,} are read"
                hint = "Set an empty line, or write less."
                yield Diagnostic(Location(file, at if times == 1 else 1, 1), what, hint, rule=Rule.TOO_LARGE)
        start += lines.count("\n") + 1


def _too_deep(text: str, file: str) -> Iterator[Diagnostic]:
    """Lines with a word that is none, or with more lists and quotations within each other than anybody writes."""
    for number, line in enumerate(text.split("\n"), 1):
        if max(map(len, line.split()), default=0) > MAX_WORD:
            what = f"more than {MAX_WORD} characters stand here without a space"
            yield Diagnostic(Location(file, number, 1), what, "Look for a missing space.", rule=Rule.TOO_LARGE)
        elif _DEEP.match(line):
            what = f"this is nested more than {MAX_DEEP} deep"
            yield Diagnostic(Location(file, number, 1), what, "Nest it less.", rule=Rule.TOO_LARGE)


MAX_PAGE = 50_000
"""Characters of a page."""
MAX_BLOCK = 3_000
"""Characters without an empty line between them: Markdown takes four times as long for one that is twice as long."""
MAX_BRACKETS = 200
"""Opening brackets of links and tags in such a block: behind each, its end is looked for."""
_TIMES_FILLED_IN = 5
MAX_DEEP = 10
"""Lists and quotations within each other."""
_EMPTY_LINE = re.compile(r"\n(?=[ \t]*\n)")
_DEEP = re.compile(rf"(?:[ \t]{{0,4}}(?:>|[-*+]|\d{{1,9}}[.)])){{{MAX_DEEP + 1}}}|[ \t]{{{4 * MAX_DEEP + 1}}}")


def content_view(context: PageContext) -> ContentView:
    """What the pages that people write can say of the edition."""
    locale, checked, sources = context.locale, context.checked, context.edition.sources
    measured = _measured(context)
    return ContentView(
        edition=locale.period(context.edition.source.published),
        licence=locale.text(context.archive.atlas.licence),
        archive=None if context.volume.address.alone else archive_path(context.volume.address),
        coverage=tuple(
            CoverageView(
                source_link(sources[entry.source], locale),
                entry.account.accounted,
                entry.account.passages,
                entry.carried,
                entry.numbers,
            )
            for entry in context.coverage.values()
        ),
        checked=locale.number(checked.figures),
        computed=locale.number(checked.computed) if checked.computed else None,
        is_one_computed=checked.computed == 1,
        changes=tuple(_changes(kind, locale) for kind in measured),
        changes_one=_share([kind.get("one", (0, 0)) for kind in measured], locale),
        changes_both=_share([kind.get("both", (0, 0)) for kind in measured], locale),
        objections=context.archive.atlas.objections or context.volume.site.repository,
        follow=follow(
            context.volume, feed=feed_path(), moved=feed_path(FixedPage.MILESTONES.value), calendar=calendar_path()
        ),
    )


def _measured(context: PageContext) -> list[dict[str, Any]]:
    """What `make mutate` wrote of each kind of change, in its order; nothing if it wrote nothing."""
    file = context.volume.root / MEASURED
    return list(tomllib.loads(file.read_text("utf-8"))["kinds"]) if file.is_file() else []


def _changes(kind: dict[str, Any], locale: Locale) -> ChangesView:
    one, both = (_share([kind[scope]], locale) if scope in kind else "" for scope in ("one", "both"))
    return ChangesView(str(kind[locale.language]), one, both, str(kind.get("why", {}).get(locale.language, "")))


def _share(counts: Sequence[Sequence[int]], locale: Locale) -> str:
    """`38 of 40`, of how many were tried and found; empty if none was tried."""
    tried, found = (sum(count[i] for count in counts) for i in (0, 1))
    return locale.say("of_tried", found=found, tried=tried) if tried else ""


MEASURED = "content/changes-of-meaning.toml"
"""The file in which `make mutate` writes what the checks tell of changes of meaning."""
