"""Workspace → the key of each volume: a hash of all that it is made from, so that what did not change is kept."""

from pathlib import Path

from generator.diagnostics import InvalidData
from generator.editions import Edition
from generator.fingerprint import Named, machinery, text_hash
from generator.pages import Workspace, lines_of, paths_of
from generator.settings import read_settings


def files_named_in(root: Path) -> Named:
    """Files that the settings name, besides those that always count; none if the settings cannot be read."""
    try:
        settings = read_settings(root)
    except InvalidData:
        return Named()
    return Named(settings.named_files, settings.variables)


def keys_of(workspace: Workspace, named: Named) -> dict[str, str]:
    """By the root of each volume: a hash of all that it is made from."""
    common = text_hash(machinery(workspace.root, named), _frame_of_all(workspace))
    known = {edition.id: _known(workspace, edition) for edition in workspace.editions}
    words = {language: repr(phrases) for language, phrases in workspace.archive.words.items()}
    return {a.root: text_hash(common, known[a.edition], words[a.language], repr(a)) for a in workspace.addresses}


def _frame_of_all(workspace: Workspace) -> str:
    """What every volume shows that is not of its own edition: of the site, and which pages the other editions have."""
    archive = workspace.archive
    atlas = archive.atlas.model_copy(update={"watch": None})
    parts = (workspace.site, archive.dimensions, atlas, sorted(workspace.followed))
    return text_hash(
        *map(repr, parts), *(f"{edition.id} {sorted(paths_of(edition))}" for edition in workspace.editions)
    )


def _known(workspace: Workspace, edition: Edition) -> str:
    """A hash of what an edition knows, in any language.

    Lines of files are among it only if it is known where files are edited; see `lines_of`.
    """
    archive = workspace.archive
    index = {id: archive.passages.get(id) for id in edition.sources | edition.outside}
    lines = lines_of(archive, edition) if workspace.site.edit else {}
    return text_hash(*map(repr, (edition, workspace.quoted(edition), index, lines)))
