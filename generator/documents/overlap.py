"""Finds texts that repeat a sentence of a source: seven words in a row that are not a name are a copy.

Each text is compared twice: as written, and as rendered, without tags, addresses of links and invisible signs.
"""

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from generator.archive import Document, Value, read_yaml
from generator.diagnostics import Diagnostic, InvalidData, Location, Rule
from generator.documents.plain_text import visible
from generator.model import Name, PassageIndex, file_of

RUN = 7
"""Number of words in a row that two texts may not share."""
FOLDERS = ("data", "content", "templates", "docs")
_TEXTS = frozenset({".yaml", ".md", ".j2", ".html", ".js", ".css"})
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘‛ʼʹ′`´＇", "'"))
_UNSEEN = re.compile(
    r"<sup>\d+</sup>|</?(?:a|abbr|b|cite|code|dfn|em|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>"
    r"|\[\^[^\[\]]*\]|!?\[(?=[^\[\]]*\]\s?[(\[])|\](?:\([^()]*\)|\s?\[[^\[\]]*\])|\*+|~~"
)
"""Markup that does not separate words: inline tags, footnote numbers, and everything of a link but its text."""
_PARTING = re.compile(r"<[^<>]*>|\{(?:\{[^{}]*\}|%[^%]*%|#[^#]*#)\}")
_COMMENT = re.compile(r"(?:^|(?<=\s))#+ ?(?P<said>.*)")

Run = tuple[str, ...]


def copied(root: Path, texts: Mapping[str, Sequence[str]], names: Sequence[str]) -> Iterator[Diagnostic]:
    """A diagnostic for each text under `root` that shares a run of words with a source, unless it is a name.

    `texts` are the passages of each source; `names` the names and fixed terms that both may contain. The indexes of
    passages and the list of names are not examined.
    """
    theirs = {run: source for source, passages in texts.items() for text in passages for run in _runs(text)}
    allowed = {run for name in names for run in _runs(name)}
    for file in _our_files(root):
        for place, text in _texts_in(file, root):
            runs = (run for reading in (text, _seen(text)) for run in _runs(reading))
            shared = next((run for run in runs if run in theirs and run not in allowed), None)
            if shared:
                what = f"{' '.join(shared)!r} also occurs in {theirs[shared]}"
                yield Diagnostic(
                    place,
                    what,
                    "Use your own words; a name of seven words belongs in data/names.yaml.",
                    rule=Rule.COPIED,
                )


def _runs(text: str) -> Iterator[Run]:
    """Every run of words in a text; `zo'n` is one word, and neither case nor the kind of apostrophe counts."""
    folded = unicodedata.normalize("NFKC", visible(" ".join(text.split())).translate(_APOSTROPHES)).lower()
    words = _WORD.findall(folded)
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def _seen(text: str) -> str:
    """The text of HTML or Markdown as rendered."""
    return html.unescape(_PARTING.sub(" ", _UNSEEN.sub("", text)))


def _our_files(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            ours = file.parent != root / file_of(PassageIndex).folder and file != root / file_of(Name).path()
            if file.suffix in _TEXTS and ours:
                yield file


def _texts_in(file: Path, root: Path) -> Iterator[tuple[Location, str]]:
    """The texts of a file with their locations, each on its own, so that no run spans two of them."""
    name, text = file.relative_to(root).as_posix(), file.read_text("utf-8")
    if file.suffix != ".yaml":
        yield from _paragraphs(name, text)
        return
    yield from _comments(name, text)
    try:
        document = read_yaml(text, name)
    except InvalidData:
        return
    yield from _scalars(document, document.value, ())


def _paragraphs(name: str, text: str) -> Iterator[tuple[Location, str]]:
    line = 1
    for paragraph in re.split(r"(\n\s*\n)", text):
        if paragraph.strip():
            yield Location(name, line, 1), paragraph
        line += paragraph.count("\n")


def _comments(name: str, text: str) -> Iterator[tuple[Location, str]]:
    """The comments of a file; those on successive lines are one."""
    found = enumerate(map(_COMMENT.search, text.split("\n")), 1)
    for _, lines in groupby(found, lambda line: line[1] is None):
        comments = [(number, comment) for number, comment in lines if comment]
        if comments:
            number, first = comments[0]
            yield Location(name, number, first.start() + 1), " ".join(comment["said"] for _, comment in comments)


def _scalars(document: Document, value: Value, path: tuple[str | int, ...]) -> Iterator[tuple[Location, str]]:
    """Every text in a value; ids and citations are left out, since they are made of headings."""
    if isinstance(value, str) and len(_seen(value).split()) > 1:
        yield document.place(*path), value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _scalars(document, inner, (*path, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _scalars(document, inner, (*path, i))
