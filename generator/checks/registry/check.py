"""The type of a check: a function over the whole archive, with the rules that it enforces."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps

from generator.archive import Archive
from generator.checks.registry.allowed import not_allowed
from generator.checks.registry.findings import Finder, Findings
from generator.diagnostics import Diagnostic, Rule


@dataclass(frozen=True)
class Check:
    """One check. Calling it yields a diagnostic for each violation of its rules, in no particular order."""

    find: Callable[[Findings], Iterator[Diagnostic]]
    rules: tuple[Rule, ...]
    """The rules that its diagnostics may have."""

    def __call__(self, archive: Archive, findings: Findings | None = None) -> Iterator[Diagnostic]:
        """The violations in the archive, of which `findings` has what may be known already."""
        return self.find(findings or Findings(archive))

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

    def check(find: Callable[[Archive], Iterator[Diagnostic]]) -> Check:
        @wraps(find)
        def in_archive(findings: Findings) -> Iterator[Diagnostic]:
            return find(findings.archive)

        return Check(in_archive, rules)

    return check


def enforces_by_record(*rules: Rule, allowable: bool = False) -> Callable[[Callable[[Archive], Finder]], Check]:
    """A decorator for a function that returns what looks at records by themselves: see `Findings`.

    What is found of `allowable` rules may be allowed in data/allowed.yaml.
    """

    def check(prepare: Callable[[Archive], Finder]) -> Check:
        @wraps(prepare)
        def in_records(findings: Findings) -> Iterator[Diagnostic]:
            found = findings.of(prepare, keeps_problems=allowable)
            if allowable:
                return not_allowed(findings.archive, found, rules)
            return (finding.diagnostic for finding in found)

        return Check(in_records, (*rules, Rule.ALLOWED) if allowable else rules)

    return check
