"""The open data of an edition as files: beside the pages of the whole site, and of a site of that edition alone."""

from generator.editions import Edition
from generator.pages import Workspace
from generator.publish.open_data.json_export import changes_json, export
from generator.text import EDITORS_LANGUAGE


def data_of(edition: Edition, workspace: Workspace) -> dict[str, str]:
    """The files of the open data of one edition, by name."""
    is_latest, title = edition is workspace.editions[-1], workspace.site.name[EDITORS_LANGUAGE]
    files = export(edition, workspace.archive, workspace.changes(edition), is_latest, title=title)
    return {**files, "changes.json": changes_json(edition, workspace.history(edition))}


def folders_of(edition: Edition, workspace: Workspace) -> tuple[str, ...]:
    """The folders of data/ in which the edition stands: the newest in two."""
    return (edition.id, "latest") if edition is workspace.editions[-1] else (edition.id,)
