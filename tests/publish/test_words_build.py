"""Whatever the check accepts in the files of words can be built: edits at random, with a fixed seed."""

import random
import re
from pathlib import Path

from generator.diagnostics.diagnostic import InvalidData
from generator.pages.pages import pages_of
from generator.pages.workspace import open_workspace
from generator.text import LANGUAGES

EDITS = 40
VALUES = (
    "",
    "x",
    "{n}",
    "{due}",
    "{due.nope}",
    "{value[x]}",
    "{}",
    "{0}",
    "{n!r}",
    "{n:>9}",
    "{",
    "{{n}}",
    "<b>",
    "\\\\u00e9",
)


def edited(text: str, edit: int) -> str:
    """The text of a file of words after an edit at one place, which is the same in both languages."""
    chance = random.Random(edit)
    lines = text.split("\n")
    at = chance.randrange(1, len(lines) - 1)
    kind = chance.choice(("drop", "drop", "replace", "replace", "replace", "braces", "rename", "twice"))
    if kind == "drop":
        del lines[at]
    elif kind == "replace":
        lines[at] = re.sub(r'"[^"]*"', lambda _: f'"{chance.choice(VALUES)}"', lines[at], count=1)
    elif kind == "braces":
        lines[at] = lines[at].replace("{n}", chance.choice(VALUES)).replace("{due}", chance.choice(VALUES))
    elif kind == "rename":
        lines[at] = lines[at].replace(":", "s:", 1)
    else:
        lines.insert(at, lines[at])
    return "\n".join(lines)


def test_whatever_passes_the_check_builds(small_root: Path) -> None:
    files = [small_root / f"data/words/{code}.yaml" for code in LANGUAGES]
    refused = 0
    for edit in range(EDITS):
        before = [file.read_text("utf-8") for file in files]
        for file, text in zip(files, before, strict=True):
            file.write_text(edited(text, edit), "utf-8")
        try:
            open_workspace(small_root)
        except InvalidData:
            refused += 1
            for file, text in zip(files, before, strict=True):
                file.write_text(text, "utf-8")
    workspace = open_workspace(small_root)

    assert 5 < refused < EDITS - 5
    assert [len(list(pages_of(workspace.volume(address)))) > 20 for address in workspace.addresses[-2:]] == [True] * 2
