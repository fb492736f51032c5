"""A check is a function over the whole archive that says which rules it upholds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.archive import Archive
from generator.diagnostics import Diagnostic, Rule


@dataclass(frozen=True)
class Check:
    """One check; calling it yields what goes against its rules, in no promised order."""

    find: Callable[[Archive], Iterator[Diagnostic]]
    rules: tuple[Rule, ...]
    """What its diagnostics may name."""

    def __call__(self, archive: Archive) -> Iterator[Diagnostic]:
        """What the archive holds against the rules."""
        return self.find(archive)

    @property
    def name(self) -> str:
        """The name of its function."""
        return self.find.__name__

    @property
    def sentence(self) -> str:
        """What holds where it finds nothing."""
        return self.find.__doc__ or ""


def upholds(*rules: Rule) -> Callable[[Callable[[Archive], Iterator[Diagnostic]]], Check]:
    """Makes a check of a function; `checks.run.RULES` lists it, so that it is asked."""
    return lambda find: Check(find, rules)
