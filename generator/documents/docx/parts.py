"""An untrusted docx → the trees of its parts; refuses what is damaged, locked or larger than any letter."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.documents.block import Unreadable
from generator.documents.xml_tree import attribute, tree_of

MAX_PART = 20_000_000
"""Bytes of a part at most; that of a report of 300 pages has some 5 million."""
_RELATIONS = "_rels/.rels"


class Parts:
    """The parts of a docx, found by their relation to its main document."""

    def __init__(self, content: bytes) -> None:
        """Open a docx. Raises Unreadable if it is damaged or has no document."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            raise Unreadable("the docx is damaged and cannot be opened; fetch it again") from None
        self._names = frozenset(self._zip.namelist())
        self._main = next(self._targets("", _RELATIONS, "officeDocument"), "word/document.xml")
        folder, _, name = self._main.rpartition("/")
        self._folder, self._relations = folder, f"{folder}/_rels/{name}.rels"
        if self._main not in self._names:
            raise Unreadable("the docx has no document in it; fetch it again")

    @property
    def document(self) -> Element:
        """The main document. Raises Unreadable if it is no XML, or too large."""
        return self._tree(self._main)

    def related(self, kind: str) -> Iterator[Element]:
        """Yield the parts that the document refers to as such a kind: `styles`, `footnotes`, `header`."""
        for name in self._targets(self._folder, self._relations, kind):
            if name in self._names:
                yield self._tree(name)

    def _targets(self, folder: str, relations: str, kind: str) -> Iterator[str]:
        if relations in self._names:
            for relation in self._tree(relations):
                if attribute(relation, "Type").endswith(f"/{kind}") and attribute(relation, "TargetMode") != "External":
                    target = attribute(relation, "Target")
                    yield posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")

    def _tree(self, name: str) -> Element:
        try:
            with self._zip.open(name) as part:
                content = part.read(MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError):
            raise Unreadable(f"the part {name} of the docx is damaged or locked; fetch the docx again") from None
        if len(content) > MAX_PART:
            raise Unreadable(f"the part {name} of the docx has more than {MAX_PART} bytes, so it is no letter")
        return tree_of(content, "docx")
