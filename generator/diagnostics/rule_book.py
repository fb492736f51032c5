"""What each rule requires and an example of it, read from rules.toml in this package, for `atlas explain`."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import indent

from generator.diagnostics.rules import Rule


@dataclass(frozen=True)
class Explained:
    """What a rule means, with lines of one file, wrong and right; or what to do, for a rule that no lines can show."""

    means: str
    """One or two sentences, for somebody who is new to the project."""
    file: str = ""
    """Path relative to data/."""
    wrong: str = ""
    right: str = ""
    do: str = ""
    """What to do; empty where there are lines."""


def explanation(rule: Rule) -> str:
    """Several lines of text: what the rule requires and why, then a wrong and a right example, or what to do."""
    rule_is = rule_book()[rule]
    if rule_is.do:
        return f"{rule}\n\n{rule_is.means}\n\n{rule_is.do}"
    wrong, right = (indent(lines, "    ", lambda _: True) for lines in (rule_is.wrong, rule_is.right))
    return f"{rule}\n\n{rule_is.means}\n\nWrong, in data/{rule_is.file}:\n\n{wrong}\n\nRight:\n\n{right}"


@cache
def rule_book() -> dict[Rule, Explained]:
    """Every rule explained, in the order of the file.

    Raises KeyError for an unknown rule, TypeError for an unknown key.
    """
    import tomllib

    written = tomllib.loads(Path(__file__).with_name("rules.toml").read_text("utf-8"))
    return {_rule(name): Explained(**explained) for name, explained in written.items()}


def _rule(name: str) -> Rule:
    return {rule.value: rule for rule in Rule}[name]
