"""The commands about the documents: ingest, verify, coverage."""

from pathlib import Path

import click

from generator.cli.output import FOLDER, fail, reported, write_all


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--id", "source", required=True, help="The id of the source, as in data/sources/.")
@click.option("--published", default=None, help="Day or month of publication; needed for a new source.")
@click.option(
    "--kind",
    type=click.Choice(("letter", "annual-report", "implementation-report")),
    default=None,
    help="This and what follows is for data/sources/ of a new source; a letter if left out.",
)
@click.option("--title-nl", default=None)
@click.option("--title-en", default=None)
@click.option("--sender-nl", default=None)
@click.option("--sender-en", default=None)
@click.option("--reference", default=None)
@click.option("--covers", default=None, help="The period that it reports on.")
@click.option("--url", default=None)
@click.option(
    "--worklist", type=click.Path(dir_okay=False, path_type=Path), default=None, help="Writes the list there."
)
@click.option("--accept", is_flag=True, help="Overwrites passages that were read before and would change.")
@click.pass_obj
def ingest(root: Path, /, file: Path, source: str, worklist: Path | None, accept: bool, **told: str | None) -> None:
    """Reads a new letter (text, PDF, XML or HTML): writes its passages and prints the editor's work list."""
    from generator.archive import read_archive
    from generator.documents import Unreadable, changed_ids, publication, read_source, remarks, source_stub, worklist_of

    _refuse_place_of_list(worklist, file, root)
    with reported(root):
        archive = read_archive(root)
    try:
        published = publication(archive, source, told.pop("published"))
        texts = {name.replace("_", "-"): text for name, text in told.items()}
        stub = source_stub(source, published, texts)
        read = read_source(file, source, published)
    except (Unreadable, ValueError) as error:
        raise click.ClickException(f"{file.name}: {error}. Nothing was written.") from None
    changed = list(changed_ids(archive, read))
    if changed and not accept:
        click.echo("\n".join(map(str, changed)), err=True)
        count = "1 passage" if len(changed) == 1 else f"{len(changed)} passages"
        raise click.ClickException(f"{count} would change; nothing was written. Look, then use --accept.")
    written = {root / "data" / "passages" / f"{source}.yaml": read.index}
    if source not in archive.sources:
        written[root / "data" / "sources" / f"{source}.yaml"] = stub
    todo = worklist_of(archive, read)
    write_all({**written, **({worklist: todo} if worklist else {})})
    for remark in remarks(archive, source, texts):
        click.echo(remark, err=True)
    click.echo(todo)


@click.command()
@click.option("--sources", type=FOLDER, required=True, help="Folder with the documents, <source>.txt, .pdf, .xml …")
@click.pass_obj
def verify(root: Path, sources: Path) -> None:
    """Makes the passages of every held source anew and compares; looks for copied sentences; exit 1 if it finds any."""
    from generator.documents import differences
    from generator.pages import open_workspace

    with reported(root):
        workspace = open_workspace(root)
    found = list(differences(workspace.archive, root, sources))
    if found:
        fail(found, root)
    click.echo("Every passage is as it was read, and no sentence was copied.")


@click.command()
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table")
@click.pass_obj
def coverage(root: Path, form: str) -> None:
    """How far each source has been entered: passages cited, out of scope and open; numbers that no record carries."""
    from generator.checks import coverage_of
    from generator.cli.tallies import as_json, as_table
    from generator.pages import open_workspace

    with reported(root):
        workspace = open_workspace(root)
    covered = coverage_of(workspace.archive, workspace.editions[-1])
    click.echo(as_json(covered) if form == "json" else as_table(covered))


def _refuse_place_of_list(worklist: Path | None, file: Path, root: Path) -> None:
    """Nothing that an editor wrote or was sent is written over by a work list, nor does it lie among the data."""
    if not worklist:
        return
    place, why = worklist.resolve(), ""
    if place == file.resolve():
        why = "is the document itself"
    elif place.is_relative_to((root / "data").resolve()):
        why = "lies in data/, where only records and passages are kept"
    if why:
        raise click.BadParameter(f"{worklist} {why}; name another file", param_hint="--worklist")
