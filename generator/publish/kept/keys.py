"""Workspace → keys: hashes of all that volumes, pages and open data are made from, so that what is equal is kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.diagnostics import InvalidData
from generator.editions import Edition
from generator.fingerprint import Named, machinery, text_hash
from generator.pages import Address, Frames, Origins, Planned, Volume, Workspace, data_path, lines_of, trail_of
from generator.publish.kept.said import Said
from generator.settings import CONTENT, read_settings
from generator.text import LANGUAGES


@dataclass(frozen=True)
class Keys:
    """Of everything that is built of one workspace."""

    volumes: Mapping[str, str]
    """By the root of each: a hash of all that its pages are made from. It holds nothing of later editions."""
    frames: Mapping[str, str]
    """By the root of each volume: a hash of what may be on any of its pages, whatever the page is about."""
    data: Mapping[str, str]
    """By edition: a hash of all that its open data are made from, in both languages."""


def files_named_in(root: Path) -> Named:
    """Files that the settings name, besides those that always count; none if the settings cannot be read."""
    try:
        settings = read_settings(root)
    except InvalidData:
        return Named()
    return Named(settings.named_files, settings.variables)


def keys_of(workspace: Workspace, named: Named) -> Keys:
    """The keys of all volumes, their pages and the open data."""
    archive = workspace.archive
    atlas = archive.atlas.model_copy(update={"watch": None})
    common = text_hash(machinery(workspace.root, named), repr(workspace.site), repr(atlas), repr(archive.dimensions))
    words = {language: repr(phrases) for language, phrases in archive.words.items()}
    volumes, frames = {}, {}
    for language in LANGUAGES:
        said, until, (written, anchors) = Said(language), "", _content(workspace.root, language)
        for edition in workspace.editions:
            until = text_hash(until, said(edition), _beside(workspace, edition))
            frame = said(
                edition.sources, edition.outside, edition.terms, edition.amendments, _passages(workspace, edition)
            )
            for address in (a for a in workspace.addresses if (a.edition, a.language) == (edition.id, language)):
                key = text_hash(common, words[language], repr(address))
                volumes[address.root] = text_hash(key, until, written)
                frames[address.root] = text_hash(key, frame, anchors)
    return Keys(volumes, frames, dict(_of_data(workspace, text_hash(common, *words.values()))))


def _content(root: Path, language: str) -> tuple[str, str]:
    """What people write for the pages of a language, and of that what any page may show or link to.

    That is every line with an anchor, and every file that is no page.
    """
    pages, others = [], []
    for file in sorted((root / CONTENT).rglob("*")):
        if file.is_file() and file.suffix != ".md":
            others.append(text_hash(file.relative_to(root).as_posix(), file.read_bytes().hex()))
        elif file.is_file() and file.parent.name == language:
            pages.append(file.read_text("utf-8", "replace"))
    anchors = [line for line in "\n".join(pages).splitlines() if "#" in line]
    return text_hash(*pages, *others), text_hash(*anchors, *others)


def _beside(workspace: Workspace, edition: Edition) -> str:
    """What the pages of an edition show that is not in its records, in any language.

    Lines of files are among it only if it is known where files are edited; see `lines_of`.
    """
    lines = lines_of(workspace.archive, edition) if workspace.site.edit else {}
    return repr((workspace.quoted(edition), _passages(workspace, edition), lines))


def _passages(workspace: Workspace, edition: Edition) -> str:
    return repr({id: workspace.archive.passages.get(id) for id in edition.sources | edition.outside})


def _of_data(workspace: Workspace, common: str) -> Iterator[tuple[str, str]]:
    said, until = Said(), ""
    for edition in workspace.editions:
        until = text_hash(until, said(edition), _passages(workspace, edition))
        yield edition.id, text_hash(common, until, str(edition is workspace.editions[-1]))


class PageKeys:
    """The keys of the pages of one volume; `frame` is the hash of what may be on any of them."""

    def __init__(self, volume: Volume, frame: str) -> None:
        self.volume, self.frame = volume, frame
        self.frames = Frames(volume)
        self.origins = Origins(volume.archive, volume.edition, volume.locale.language, volume.site.edit)

    def __call__(self, plan: Planned, shown: str) -> str:
        """The key of a page: a hash of all that is printed on it, of which `shown` is not of its address."""
        path = plan.path
        beside = (
            self.origins.of_page(path),
            trail_of(path, plan.title, self.volume),
            self.volume.days.get(path),
            self.frames.editions_with(path),
        )
        return text_hash(self.frame, shown, repr(beside))


def shown_of(plan: Planned, picture: str | None, address: Address) -> str:
    """A hash of what a page shows at each address of its edition; `picture` shows it if it has none itself.

    The data to which it links at the one address are those to which it links at the other.
    """
    shown = repr((plan.path, plan.title, plan.view, plan.brief, plan.moved_to, picture))
    here, dated = data_path(address, ""), data_path(replace(address, latest=False), "")
    return text_hash(shown.replace(here, dated), plan.written)
