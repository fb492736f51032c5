"""Does a text of ours repeat a sentence of a source? Seven words in a row that are no name are a copy.

A text is read twice: as written, and as a reader sees it, without tags, links and signs that are not seen.
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

RUN = 7
"""Words in a row that two texts may not share."""
FOLDERS = ("data", "content", "templates", "docs")
_TEXTS = frozenset({".yaml", ".md", ".j2", ".html", ".js", ".css"})
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘‛ʼʹ′`´＇", "'"))
_UNSEEN = re.compile(
    r"<sup>\d+</sup>|</?(?:a|abbr|b|cite|code|dfn|em|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>"
    r"|\[\^[^\[\]]*\]|!?\[(?=[^\[\]]*\]\s?[(\[])|\](?:\([^()]*\)|\s?\[[^\[\]]*\])|\*+|~~"
)
"""What parts no words: tags within a line, numbers of footnotes, and all of a link but its text."""
_PARTING = re.compile(r"<[^<>]*>|\{[{%#].*?[#%}]\}", re.DOTALL)
_COMMENT = re.compile(r"(?:^|(?<=\s))#+ ?(?P<said>.*)")

Run = tuple[str, ...]


def copied(root: Path, texts: Mapping[str, Sequence[str]], names: Sequence[str]) -> Iterator[Diagnostic]:
    """A problem for each text under `root` that shares a run of words with a source and is none of the names.

    `texts` are the passages of each source; `names` the names and fixed terms that may stand in both. The indexes of
    passages and the list of names are not looked at.
    """
    theirs = {run: source for source, passages in texts.items() for text in passages for run in _runs(text)}
    allowed = {run for name in names for run in _runs(name)}
    for file in _our_files(root):
        for place, text in _texts_in(file, root):
            runs = (run for reading in (text, _seen(text)) for run in _runs(reading))
            shared = next((run for run in runs if run in theirs and run not in allowed), None)
            if shared:
                what = f"{' '.join(shared)!r} stands so in {theirs[shared]}"
                yield Diagnostic(
                    place,
                    what,
                    "Say it in your own words; a name of seven words goes in data/names.yaml.",
                    rule=Rule.COPIED,
                )


def _runs(text: str) -> Iterator[Run]:
    """Every run of words in a text; `zo'n` is one word, and neither case nor the kind of apostrophe counts."""
    folded = unicodedata.normalize("NFKC", visible(" ".join(text.split())).translate(_APOSTROPHES)).lower()
    words = _WORD.findall(folded)
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def _seen(text: str) -> str:
    """The text of a page or of Markdown as a reader sees it."""
    return html.unescape(_PARTING.sub(" ", _UNSEEN.sub("", text)))


def _our_files(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            ours = file.parent != root / "data" / "passages" and file != root / "data" / "names.yaml"
            if file.suffix in _TEXTS and ours:
                yield file


def _texts_in(file: Path, root: Path) -> Iterator[tuple[Location, str]]:
    """The texts of a file with their places, each on its own, so that two that stand side by side make no run."""
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
    """The comments of a file; those on lines that follow each other are one."""
    found = enumerate(map(_COMMENT.search, text.split("\n")), 1)
    for _, lines in groupby(found, lambda line: line[1] is None):
        comments = [(number, comment) for number, comment in lines if comment]
        if comments:
            number, first = comments[0]
            yield Location(name, number, first.start() + 1), " ".join(comment["said"] for _, comment in comments)


def _scalars(document: Document, value: Value, path: tuple[str | int, ...]) -> Iterator[tuple[Location, str]]:
    """Every text inside; ids and citations are made of headings and are no texts."""
    if isinstance(value, str) and len(_seen(value).split()) > 1:
        yield document.place(*path), value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _scalars(document, inner, (*path, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _scalars(document, inner, (*path, i))
