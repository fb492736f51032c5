"""The open data of an edition as files: beside the pages of the whole site, and of a site of that edition alone."""

from collections.abc import Mapping, Sequence

from generator.editions import Edition
from generator.model import Locale
from generator.pages import Workspace
from generator.publish.open_data.catalogue import catalogue_of, dataset_of, index_of, zip_of
from generator.publish.open_data.json_export import (
    atlas_of,
    changes_json,
    dumped,
    edition_row,
    editions_json,
    editions_until,
    sourced_changes,
)
from generator.publish.open_data.model import Atlas, atlas_schema
from generator.publish.open_data.tables import (
    TABLES,
    About,
    Cell,
    Table,
    cells_of,
    csv_of,
    package_of,
    parquet_of,
    tables_of,
    workbook_of,
)
from generator.text import LANGUAGES

ARCHIVE = "atlas.zip"
"""The file that holds all the others, but for those that say the same as a CSV."""
_MARK = ('"latest": true', '"latest": false')
"""In the archive, which never changes, no edition is marked as the latest."""


def data_of(edition: Edition, workspace: Workspace) -> dict[str, bytes]:
    """The files of the open data of one edition, by path inside its folder."""
    about, atlas = about_of(workspace), atlas_of(edition, workspace)
    tables = _tables(atlas, edition, workspace)
    files = {f"{table.name}.csv": csv_of(table, cells) for table, cells in tables.items()}
    texts = {
        "atlas.json": dumped(atlas),
        "atlas.schema.json": dumped(atlas_schema(about.address)),
        "changes.json": changes_json(edition, workspace.past.since(edition)),
        "datapackage.json": dumped(package_of(atlas, about, files)),
    }
    files |= {name: text.encode() for name, text in texts.items()}
    archive = zip_of({**files, "atlas.json": texts["atlas.json"].replace(*_MARK, 1).encode()}, edition.as_of)
    files |= {f"parquet/{table.name}.parquet": parquet_of(table, cells) for table, cells in tables.items()}
    for words in about.words.values():
        files[f"atlas-{words.language}.xlsx"] = workbook_of(tables, words, about.lines(edition, words), edition.as_of)
    files[ARCHIVE] = archive
    return {**files, "dataset.jsonld": dumped(dataset_of(edition, files, about)).encode()}


def _tables(atlas: Atlas, edition: Edition, workspace: Workspace) -> dict[Table, list[tuple[Cell, ...]]]:
    archive, sources = workspace.archive, edition.sources | edition.outside
    editions = [edition_row(e, False) for e in editions_until(edition, workspace)]
    changes = sourced_changes(workspace.past.changes(edition), edition)
    passages = {id: archive.passages.get(id, {}) for id in sources}
    rows = tables_of(atlas, editions, changes, sources, passages)
    return {table: cells_of(rows[table]) for table in TABLES}


def about_of(workspace: Workspace) -> About:
    """What the descriptions say of the site."""
    site, atlas = workspace.site, workspace.archive.atlas
    texts = {
        "title": site.name,
        "description": site.description,
        "publisher": atlas.publisher,
        "licence": atlas.licence,
    }
    return About(
        **{name: {code: text[code] for code in LANGUAGES} for name, text in texts.items()},
        licence_address=atlas.catalogue.licence if atlas.catalogue else None,
        address=site.address or "",
        words={code: Locale(code, phrases) for code, phrases in workspace.archive.words.items()},
    )


def listing_of(files: Sequence[tuple[Edition, Mapping[str, bytes]]], workspace: Workspace) -> dict[str, str]:
    """What stands above the folders of the editions, by path inside data/: lists of all editions and their files.

    `files` are those of each edition, oldest first.
    """
    texts = {"editions.json": editions_json(edition for edition, _ in files), "index.json": dumped(index_of(files))}
    about, atlas, site = about_of(workspace), workspace.archive.atlas, workspace.site
    if atlas.catalogue:
        contact = atlas.objections or site.repository or site.address or "../"
        texts["catalog.jsonld"] = dumped(catalogue_of(files, about, atlas.catalogue, contact=contact))
    return texts


def folders_of(edition: Edition, workspace: Workspace) -> tuple[str, ...]:
    """The folders of data/ in which the edition stands: the newest in two."""
    return (edition.id, "latest") if edition is workspace.editions[-1] else (edition.id,)
