"""`atlas looked`: walks an editor through the passages nearest to a milestone, and writes that it is not in them."""

import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NoReturn

import click

from generator.cli.output import FOLDER, example, reported, write_all

Texts = Mapping[tuple[str, str], str]
"""The text of passages by source and passage."""
_ASK = "Which of these mentions it? Type its number; Enter if none does"


@click.command(
    epilog=example(
        "atlas looked",
        "atlas looked ferry-electric letter-2026-06-11",
        "atlas looked ferry-electric letter-2026-06-11 --none --words ferry,battery",
    )
)
@click.argument("milestone", required=False)
@click.argument("source", required=False)
@click.option("--none", "none", is_flag=True, help="None of the passages mentions it: write that, without asking.")
@click.option("--words", default=None, help="What was looked for, separated by commas; the rarest words of its title.")
@click.option("--by-hand", is_flag=True, help="The whole document was read for it.")
@click.option("--sources", type=FOLDER, default=None, help="Folder of the documents: shows the passages themselves.")
@click.pass_obj
def looked(
    root: Path,
    /,
    milestone: str | None,
    source: str | None,
    *,
    none: bool,
    words: str | None,
    by_hand: bool,
    sources: Path | None,
) -> None:
    """Look for a milestone in later documents, and record where it is not.

    Without MILESTONE, lists what nobody has looked for yet. Without SOURCE, goes through every later document that does
    not report on it. Shows the nearest passages; if none mentions the milestone, writes so into its file.
    """
    from generator.archive import read_archive
    from generator.documents import quoted

    with reported(root):
        archive = read_archive(root)
        texts = {(c.source, c.passage): text for c, text in quoted(archive, sources).items()} if sources else {}
    if milestone is None:
        _list_open(root)
        return
    if milestone not in (known := {record.id for record in archive.milestones}):
        _unknown(milestone, known, "any milestones.yaml")
    if source is not None and source not in archive.passages:
        _unknown(source, archive.passages, "data/passages/")
    for later in [source] if source else list(_to_search(root, milestone)):
        _walk(root, milestone, later, texts, none=none, words=words, by_hand=by_hand)


def _unknown(name: str, known: Collection[str], where: str) -> NoReturn:
    from generator.diagnostics import did_you_mean

    raise click.ClickException(f"{name!r} is not in {where}. {did_you_mean(name, known)} Nothing was written.")


def _list_open(root: Path) -> None:
    """Prints each milestone and document that somebody must still look at, what is past its date first."""
    from generator.archive import read_archive
    from generator.editions import AbsenceKind, State, newest_edition

    edition = newest_edition(read_archive(root))
    waiting = [
        (known.state is not State.OVERDUE, known.id, source.id)
        for known in (edition.milestones if edition else ())
        if known.absence and known.absence.kind is AbsenceKind.NOT_LOOKED
        for source in known.absence.later
        if source.id not in {by.id for by, _ in known.absence.looked}
    ]
    for is_ahead, id, source_id in sorted(waiting):
        click.echo(f"atlas looked {id} {source_id}{'' if is_ahead else '  # its date has passed'}")
    click.echo(f"{len(waiting)} to look at." if waiting else "Everything was looked for.", err=True)


def _to_search(root: Path, id: str) -> Iterator[str]:
    """Every later source of which the newest edition knows neither a report nor a search."""
    from generator.archive import read_archive
    from generator.editions import newest_edition

    edition = newest_edition(read_archive(root))
    known = next((m for m in edition.milestones if m.id == id), None) if edition else None
    if known and known.absence:
        searched = {by.id for by, _ in known.absence.looked}
        yield from (source.id for source in known.absence.later if source.id not in searched)


def _walk(root: Path, id: str, source: str, texts: Texts, *, none: bool, words: str | None, by_hand: bool) -> None:
    """Shows the passages of one source, asks unless `none`, and writes the search if none mentions the milestone."""
    from generator.archive import read_archive
    from generator.authoring import with_search
    from generator.documents import Search
    from generator.model import Looked

    archive = read_archive(root)
    record = next(record for record in archive.milestones if record.id == id)
    search = Search(archive)
    near = search.nearest(record, source)
    click.echo(f"{record.id} in {source}:")
    for number, found in enumerate(near, 1):
        passage = found.passage
        click.echo(f"  {number}. {passage.id} ({passage.section}, {passage.words} words): {', '.join(found.words[:6])}")
        text = texts.get((source, passage.id))
        if text:
            click.echo(click.wrap_text(text, 100, "     ", "     "))
    if not near:
        click.echo("  No passage has a rare word of it.")
    if not none:
        chosen = _asked(len(near)) if sys.stdin.isatty() else None
        if chosen is None:
            click.echo("Nothing was written. Run it again with --none if none of these mentions it.", err=True)
            return
        if chosen:
            click.echo(_report_of(id, record.file, source, near[chosen - 1].passage.id))
            return
    looked_for = tuple(filter(None, map(str.strip, words.split(",")))) if words else search.suggested_words(record)
    seen = tuple(found.passage.id for found in near if found.is_near or found in near[:3])
    entry = Looked.model_construct(source=source, words=looked_for, passages_seen=seen, by_hand=by_hand)
    try:
        write_all({root / record.file: with_search(root, archive, record, entry)})
    except ValueError as error:
        raise click.ClickException(f"{error}. Nothing was written.") from None


def _asked(count: int) -> int | None:
    """The number of the passage that mentions it; 0 for none."""
    answer = click.prompt(_ASK, default="", show_default=False, err=True).strip()
    if answer in ("", "0"):
        return 0
    if answer.isdigit() and int(answer) <= count:
        return int(answer)
    click.echo(f"{answer!r} is not one of the numbers.", err=True)
    return None


def _report_of(id: str, file: str, source: str, passage: str) -> str:
    """A report to paste, or the lineage that takes its place."""
    return (
        f"Nothing was written. Add a report to {id} in {file}:\n\n"
        f"    - {{cites: {source}#{passage}, says: }}  # announced, under-way, stalled, done or dropped\n\n"
        "or, if the passage mentions what it is a step or part of, a lineage:\n\n"
        f"    - {{kind: part-of, of: [], cites: {source}#{passage}}}"
    )
