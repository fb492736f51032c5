"""Files that somebody might send to make the reader of YAML run without end, recurse or multiply."""

from collections.abc import Callable

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
