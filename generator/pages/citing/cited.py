"""Page of an edition → its citation, with the files that hold it for reference managers."""

from generator.pages.citing.formats import Citable, bibtex, csl_json, in_words, ris
from generator.pages.page import Volume
from generator.pages.views import CiteView, Link

_FORMATS = {"BibTeX": ("bib", bibtex), "RIS": ("ris", ris), "CSL-JSON": ("csl.json", csl_json)}
_OF_ONE = ("themes/", "milestones/", "sources/")
"""Folders whose pages are about one thing each."""


def is_citable(path: str) -> bool:
    """Whether the page at the path has files to cite it: that of the edition, of a theme, a milestone or a source."""
    folder, _, rest = path.partition("/")
    return not path or (f"{folder}/" in _OF_ONE and bool(rest))


def cite(volume: Volume, title: str, path: str, file: str) -> tuple[CiteView, dict[str, str | bytes]]:
    """Return how to cite what stands at `path` under that title, and the files; their names begin with `file`."""
    words, key = volume.locale, file.rpartition("cite")[0].strip("/").replace("/", "-") or "atlas"
    cited = Citable(
        key=key,
        title=title,
        author=words.text(volume.archive.atlas.publisher),
        site=words.text(volume.site.name),
        edition=volume.edition.source.published,
        address=volume.dated(path),
        language=words.language,
    )
    files: dict[str, str | bytes] = {f"{file}.{end}": made(cited, words) for end, made in _FORMATS.values()}
    links = tuple(Link(f"{file}.{end}", name) for name, (end, _) in _FORMATS.items())
    return CiteView(in_words(cited, words), links), files
