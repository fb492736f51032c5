"""The type of a check: a function over the whole archive, with the rules that it enforces."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.archive import Archive
from generator.diagnostics import Diagnostic, Rule


@dataclass(frozen=True)
class Check:
    """One check. Calling it yields a diagnostic for each violation of its rules, in no particular order."""

    find: Callable[[Archive], Iterator[Diagnostic]]
    rules: tuple[Rule, ...]
    """The rules that its diagnostics may have."""

    def __call__(self, archive: Archive) -> Iterator[Diagnostic]:
        """The violations in the archive."""
        return self.find(archive)

    @property
    def name(self) -> str:
        """The name of its function."""
        return self.find.__name__

    @property
    def sentence(self) -> str:
        """What is true of an archive in which it finds nothing: the docstring of its function."""
        return self.find.__doc__ or ""


def enforces(*rules: Rule) -> Callable[[Callable[[Archive], Iterator[Diagnostic]]], Check]:
    """A decorator that turns a function into a check; only those in `checks.run.RULES` are run."""
    return lambda find: Check(find, rules)
