"""What editors allow with a reason, in data/allowed.yaml: findings of rules on meaning that are right as they are."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.archive import Archive
from generator.checks.registry.findings import Finding
from generator.diagnostics import Diagnostic, Rule


def not_allowed(archive: Archive, findings: Iterable[Finding], rules: Iterable[Rule]) -> Iterator[Diagnostic]:
    """The findings that nobody allowed, and a problem for each allowance of one of the `rules` that allows nothing."""
    found = set()
    for finding in findings:
        found.add(finding.key)
        if finding.key not in archive.allowances:
            way_out = (
                f"If it is right, allow it in data/allowed.yaml: of: {finding.id}, rule: {finding.diagnostic.rule}."
            )
            yield replace(finding.diagnostic, hint=f"{finding.diagnostic.hint} {way_out}")
    names = {rule.value for rule in rules}
    for key, allowance in archive.allowances.items():
        if allowance.rule in names and key not in found:
            what = f"{allowance.rule!r} finds nothing in {allowance.of!r} that would have to be allowed"
            yield Diagnostic(allowance.place("rule"), what, "Delete this entry.", rule=Rule.ALLOWED)


def unknown_rules(archive: Archive, rules: Iterable[Rule]) -> Iterator[Diagnostic]:
    """A problem for each allowance of what is no rule on meaning."""
    names = sorted(rule.value for rule in rules)
    for allowance in archive.allowances.values():
        if allowance.rule not in names:
            what = f"{allowance.rule!r} is no rule on meaning, whose findings may be allowed"
            yield Diagnostic(allowance.place("rule"), what, f"Known: {', '.join(names)}", rule=Rule.ALLOWED)
