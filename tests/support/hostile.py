"""Files that somebody might send to make the reader of YAML run without end, recurse or multiply."""

from collections.abc import Callable
from random import Random

HOSTILE: dict[str, Callable[[], str]] = {
    "open brackets": lambda: "[" * 100_000,
    "open braces": lambda: "{a: " * 100_000,
    "hyphens in a row": lambda: "- " * 100_000,
    "a file of three megabytes": lambda: "a" * 3_000_000,
    "more values than anybody writes": lambda: "- a\n" * 300_000,
    "keys of keys of keys": lambda: "? " * 100_000,
    "a binary file": lambda: "\x00" * 1_000_000,
    "a number word of a thousand parts": lambda: f"a: duurt {'honderd' * 1_100} dagen",
    "an e-mail address without end": lambda: f"a: duurt {'@.' * 3_000}",
    "a text as long as a book": lambda: f"a: {'duurt lang ' * 3_000}",
    "a key without end": lambda: f"{'a' * 500}: 1",
    "a bomb of aliases": lambda: bomb(levels=20),
}
"""The text of each, by what it is."""


def bomb(levels: int) -> str:
    """A text of some lines whose aliases stand for ten to the power of `levels` words."""
    lines = ['a0: &a0 ["word"]']
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, levels + 1)]
    return "\n".join(lines)


_PARTS = (
    "con", "AUX", "nul", "com1", "..", "../", "/etc/", "\\", "%2e%2e", "C:", "~",
    ".", "-", "--", "_", "#", "?", "a", "A",
    "sluis", "Sluis", "é", "e\u0301", "ß", "ss", "ﬁ", "fi", "ĳ", "ij", "İ", "i",
    "ı", "Ελλάδα", "日本", "🚢", "\u200b", "\u202e",
    "\x00", "\n", " ", "\u00a0", "0", "00", "1", "²", "½", "<b>", "&amp;", '"', "'",
    "{", "}", "content", "index.html", "nl",
    "editions", "latest", "brief", "map", "promises", "a" * 90,
)  # fmt: skip
"""Of what names are made: paths, devices, letters that look alike or are one in another form, words that pages use."""


def names(count: int, seed: int) -> list[str]:
    """So many names, no two of them alike; the same for the same seed."""
    chosen = Random(seed)
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(chosen.choices(_PARTS, k=chosen.randint(1, 6)))] = None
    return list(found)


_BITS = (
    "", " ", "\n", "\t", ":", ": ", "- ", "#", "'", '"', "{", "}", "[", "]", ",",
    "&a ", "*a", "!!python/object:os.system ", "|",
    ">", "?", "%", "@", "`", "---\n", "...", "\x00", "\x1b", "\ufeff", "\u202e",
    "\u2028", "é", "🚢", "\\", "\\x", "~", "null", "yes",
    "0", "-1", "1e999", "9" * 40, "2026-02-30", "2022-13", "9999-12-31", "..",
    "<<: ", "<script>", "id: x\n", "a" * 300, "[" * 60,
)  # fmt: skip
"""What is put in the place of something."""


def edited(text: str, chosen: Random) -> str:
    """The text after one to four edits: something put in, cut out, put twice, swapped or moved to another level."""
    for _ in range(chosen.randint(1, 4)):
        lines = text.splitlines(keepends=True) or [""]
        i, j = (chosen.randrange(len(lines)) for _ in range(2))
        at = chosen.randrange(len(text) + 1)
        to = min(len(text), at + chosen.choice((0, 1, 3, 20)))
        bit, way = chosen.choice(_BITS), chosen.randrange(7)
        if way == 0:
            text = text[:at] + bit + text[to:]
        elif way == 1:
            text = text[:at] + text[to:]
        else:
            lines[i : i + 1] = _rewritten(way, lines[i], lines[j], bit)
            text = "".join(lines)
    return text


def _rewritten(way: int, line: str, other: str, bit: str) -> list[str]:
    """What comes in the place of a line: nothing, another before it, more or less indentation, or another value."""
    key, colon, _ = line.partition(":")
    return [[], [other, line], [f"  {line}"], [line.lstrip(" ")], [f"{key}{colon} {bit}\n"]][way - 2]
