"""Does a text of ours repeat a sentence of a source? Seven words in a row that are no name are a copy."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.problems import InvalidData, Place, Problem
from generator.yaml_lines import Document, Value, read_yaml

RUN = 7
"""Words in a row that two texts may not share."""
FOLDERS = ("data", "content", "templates", "docs")
_TEXTS = frozenset({".yaml", ".md", ".j2", ".html", ".js", ".css"})
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Run = tuple[str, ...]


def copied(root: Path, texts: Mapping[str, Sequence[str]], names: Sequence[str]) -> Iterator[Problem]:
    """A problem for each text under `root` that shares a run of words with a source and is none of the names.

    `texts` are the passages of each source; `names` the names and fixed terms that may stand in both. The indexes of
    passages and the list of names are not looked at.
    """
    theirs = {run: source for source, passages in texts.items() for text in passages for run in _runs(text)}
    allowed = {run for name in names for run in _runs(name)}
    for file in _our_files(root):
        for place, text in _texts_in(file, root):
            shared = next((run for run in _runs(text) if run in theirs and run not in allowed), None)
            if shared:
                what = f"{' '.join(shared)!r} stands so in {theirs[shared]}"
                yield Problem(place, what, "Say it in your own words; a name of seven words goes in data/names.yaml.")


def _runs(text: str) -> Iterator[Run]:
    """Every run of words in a text; `zo'n` is one word, and case does not count."""
    words = _WORD.findall(text.lower())
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def _our_files(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            ours = file.parent != root / "data" / "passages" and file != root / "data" / "names.yaml"
            if file.suffix in _TEXTS and ours:
                yield file


def _texts_in(file: Path, root: Path) -> Iterator[tuple[Place, str]]:
    """The texts of a file with their places, each on its own, so that two that stand side by side make no run."""
    name, text = file.relative_to(root).as_posix(), file.read_text("utf-8")
    if file.suffix != ".yaml":
        yield from _paragraphs(name, text)
        return
    try:
        document = read_yaml(text, name)
    except InvalidData:
        return
    yield from _scalars(document, document.value, ())


def _paragraphs(name: str, text: str) -> Iterator[tuple[Place, str]]:
    line = 1
    for paragraph in re.split(r"(\n\s*\n)", text):
        if paragraph.strip():
            yield Place(name, line, 1), paragraph
        line += paragraph.count("\n")


def _scalars(document: Document, value: Value, path: tuple[str | int, ...]) -> Iterator[tuple[Place, str]]:
    """Every text inside; ids and citations are made of headings and are no texts."""
    if isinstance(value, str) and " " in value:
        yield document.place(*path), value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _scalars(document, inner, (*path, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _scalars(document, inner, (*path, i))
