"""An example of each rule, from examples.toml beside this module: what `atlas explain` shows."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from textwrap import indent

from generator.diagnostics.rules import Rule


@dataclass(frozen=True)
class Example:
    """Lines of one file, wrong and right; or what to do, of a rule that no lines can show."""

    file: str = ""
    """Below data/."""
    wrong: str = ""
    right: str = ""
    do: str = ""
    """The way out; empty where there are lines."""


def explanation(rule: Rule) -> str:
    """What the rule asks and why, with an example of it wrong and put right, or what to do."""
    example = examples()[rule]
    if example.do:
        return f"{rule}\n\n{rule.meaning}\n\n{example.do}"
    wrong, right = (indent(lines, "    ", lambda _: True) for lines in (example.wrong, example.right))
    return f"{rule}\n\n{rule.meaning}\n\nWrong, in data/{example.file}:\n\n{wrong}\n\nRight:\n\n{right}"


@cache
def examples() -> dict[Rule, Example]:
    """By rule, in the order of the file. Raises KeyError for an unknown rule, TypeError for an unknown key."""
    written = tomllib.loads((files("generator.diagnostics") / "examples.toml").read_text("utf-8"))
    return {_rule(name): Example(**example) for name, example in written.items()}


def _rule(name: str) -> Rule:
    return {rule.value: rule for rule in Rule}[name]
