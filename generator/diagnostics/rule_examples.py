"""Examples of each rule, read from examples.toml in this package, for `atlas explain`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from textwrap import indent

from generator.diagnostics.rules import Rule


@dataclass(frozen=True)
class Example:
    """Lines of one file, wrong and right; or what to do, for a rule that no lines can show."""

    file: str = ""
    """Path relative to data/."""
    wrong: str = ""
    right: str = ""
    do: str = ""
    """What to do; empty where there are lines."""


def explanation(rule: Rule) -> str:
    """Several lines of text: what the rule requires and why, then a wrong and a right example, or what to do."""
    example = examples()[rule]
    if example.do:
        return f"{rule}\n\n{rule.meaning}\n\n{example.do}"
    wrong, right = (indent(lines, "    ", lambda _: True) for lines in (example.wrong, example.right))
    return f"{rule}\n\n{rule.meaning}\n\nWrong, in data/{example.file}:\n\n{wrong}\n\nRight:\n\n{right}"


@cache
def examples() -> dict[Rule, Example]:
    """The example of each rule, in the order of the file.

    Raises KeyError for an unknown rule, TypeError for an unknown key.
    """
    written = tomllib.loads((files("generator.diagnostics") / "examples.toml").read_text("utf-8"))
    return {_rule(name): Example(**example) for name, example in written.items()}


def _rule(name: str) -> Rule:
    return {rule.value: rule for rule in Rule}[name]
