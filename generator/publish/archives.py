"""Packs an edition in one language into a zip that is read from a folder, without a server; same bytes each time."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from posixpath import dirname, join, normpath
from zipfile import BadZipFile, ZipFile

from generator.editions import Edition
from generator.fingerprint import files_in
from generator.model import Locale
from generator.pages import Address, Workspace, archive_path, relative
from generator.publish.packing import Member, digest_of, members_of, pack

SUMS = "SHA256SUMS"
"""The file of checksums, inside an archive; `sha256sum -c` reads it."""
_LICENCES = {"LICENSE-texts-and-data.txt": "LICENSES/CC-BY-4.0.txt", "LICENSE-typefaces.txt": "LICENSES/OFL-1.1.txt"}
"""Names in an archive, and the files of the project."""
_LINK = re.compile(r'( (?:href|src|action)=")([^"]*)(")')
_HEAD_LINK = re.compile(r'<link rel="(?:canonical|alternate|preload)"[^>]*>\n?')
"""To other addresses of the page, of which an archive has none; and to what browsers load ahead from a server only."""
_LEFT_OUT = re.compile(r"/figures/[^/]+\.png$|/atlas\.zip$")
"""Pictures, which would be half of an archive that has the same drawings as SVG; and the archive of its own tables."""
_ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#)", re.IGNORECASE)


def archive_key(key: str, edition: str, made: Path, root: Path) -> bytes:
    """A hash of all that an archive is made from: `key` is that of its volume, `made` the finished site.

    The data are in both languages, so they change also where the volume does not.
    """
    sheets = sorted(path.name.encode() for path in (made / "assets").glob("*.css"))
    folder = made / "data" / edition
    data = ((folder / path).read_bytes() for path in sorted(path for path, _ in files_in(folder)))
    return hashlib.sha256(b"\0".join([key.encode(), *sheets, *_licences(root).values(), *data])).hexdigest().encode()


def _licences(root: Path) -> dict[str, bytes]:
    """Those that the project has, by their names in an archive."""
    return {name: (root / file).read_bytes() for name, file in _LICENCES.items() if (root / file).is_file()}


def key_of(archive: Path) -> bytes:
    """What an archive was made from; nothing if it is not there or cannot be read."""
    try:
        with ZipFile(archive) as packed:
            return packed.comment
    except (OSError, BadZipFile):
        return b""


def write_archive(workspace: Workspace, address: Address, made: Path, key: bytes, before: Sequence[Path] = ()) -> None:
    """Write the archive of the volume at a dated address of the finished site `made`, with `key` as its comment.

    It has the pages, their assets and the open data of the edition at their paths on the site, so that links between
    them stay as they are but for folders, which become their `index.html`; and a file of checksums. What is the same
    file as in a site of `before` is taken from its archive as it is packed there.
    """
    about, at, site = _about(workspace, address), archive_path(address), workspace.site.address
    files, name = dict(_files(address, made)), Path(at).stem
    taken = next(filter(None, (_taken(place, at, files) for place in before)), {})
    contents: dict[str, bytes | Member] = {
        path: taken[path] if path in taken else _packed(path, file, files, site) for path, file in files.items()
    }
    contents |= _licences(workspace.root)
    contents |= {"README.txt": _readme(about).encode(), "index.html": _entrance(about, address).encode()}
    sums = "".join(f"{digest_of(content)}  {path}\n" for path, content in sorted(contents.items()))
    contents[SUMS] = sums.encode()
    (made / at).parent.mkdir(exist_ok=True)
    pack(made / at, name, dict(sorted(contents.items())), about.edition.as_of, key)


def _taken(site: Path, at: str, files: dict[str, Path]) -> dict[str, Member]:
    """The members of the archive of an earlier site that would be packed again as they are; it had the same files.

    With other files in it the links of a page may lead elsewhere.
    """
    members = members_of(site / at, SUMS)
    own = {"README.txt", "index.html", *_LICENCES}
    if members.keys() - own != files.keys():
        return {}
    return {path: members[path] for path, file in files.items() if _is_same(file, site / path)}


def _is_same(one: Path, other: Path) -> bool:
    return other.exists() and one.samefile(other)


def _files(address: Address, made: Path) -> Iterator[tuple[str, Path]]:
    """What lies on the site and belongs to the edition, by its path there; not the page of wrong addresses."""
    for folder in (address.root, f"data/{address.edition}/", "assets/"):
        for path in sorted(f"{folder}{path}" for path, _ in files_in(made / folder)):
            if path != f"{address.root}404.html" and not _LEFT_OUT.search(path):
                yield path, made / path


def _packed(path: str, file: Path, files: dict[str, Path], site: str | None) -> bytes:
    """The file as it is in the archive."""
    if not path.endswith(".html"):
        return file.read_bytes()
    return page_in_folder(file.read_text("utf-8"), path, files, site).encode()


def page_in_folder(page: str, path: str, files: dict[str, Path], site: str | None) -> str:
    """The page at `path` as it works in a folder that holds `files`: a link to a folder leads to the page in it.

    What is not in the folder is linked to on the site at the address `site`, or is no link if there is none. All that
    a page needs otherwise in a folder than on a server is put into it here.
    """

    def linked(link: re.Match[str]) -> str:
        start, target, end = link.groups()
        if _ELSEWHERE.match(target):
            return link[0]
        place, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", target, re.DOTALL).groups()  # type: ignore[union-attr]
        full = normpath(join(dirname(path), place)) if place else path
        is_folder = not place or place.endswith("/") or place.endswith("..")
        there = f"{full}/index.html" if place and is_folder else full
        if there in files:
            return f"{start}{relative(path, there)}{mark}{rest}{end}"
        return f"{start}{site}{full}{'/' if is_folder else ''}{mark}{rest}{end}" if site else ""

    return _LINK.sub(linked, _HEAD_LINK.sub("", page))


@dataclass(frozen=True)
class _About:
    """What an archive says of itself."""

    edition: Edition
    locale: Locale
    name: str
    licence: str


def _about(workspace: Workspace, address: Address) -> _About:
    [edition] = (edition for edition in workspace.editions if edition.id == address.edition)
    locale = Locale(address.language, workspace.archive.words[address.language])
    return _About(edition, locale, locale.text(workspace.site.name), locale.text(workspace.archive.atlas.licence))


def _readme(about: _About) -> str:
    locale = about.locale
    return "\n".join(
        [
            about.name,
            locale.say("archive.edition", day=locale.as_of(about.edition.source.published)),
            "",
            locale.say("archive.open"),
            locale.say("archive.outside"),
            locale.say("archive.sums", file=SUMS),
            locale.say("archive.licence", licence=about.licence),
            locale.say("frame.compiled"),
            "",
        ]
    )


def _entrance(about: _About, address: Address) -> str:
    """The page at the top of the archive, which leads to the home page of the edition."""
    name, home = escape(about.name), f"{address.root}index.html"
    return (
        f'<!doctype html>\n<html lang="{about.locale.language}">\n<meta charset="utf-8">\n<title>{name}</title>\n'
        f'<meta http-equiv="refresh" content="0; url={home}">\n<p><a href="{home}">{name}</a></p>\n</html>\n'
    )
