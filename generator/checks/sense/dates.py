"""A statement is about the time that it gives."""

import re
from collections.abc import Iterator
from datetime import date

from generator.archive import Archive, source_of
from generator.checks.registry import Finding
from generator.checks.sense.order import is_year_of_a_name
from generator.diagnostics import Diagnostic, Rule
from generator.model import Statement, StatementKind
from generator.text import EDITORS_LANGUAGE

_YEAR = re.compile(r"(?<![\d.,€-])(?:19|20)\d\d(?![\d.,]*\d|%)")
_PAST = (StatementKind.PROGRESS, StatementKind.RESULT, StatementKind.SETBACK)


def of_another_year(statement: Statement) -> Iterator[Finding]:
    """That a statement names years, but not one of its `when`; years in names, as in `Visie 2035`, do not count."""
    text = statement.text[EDITORS_LANGUAGE]
    years = [found.group() for found in _YEAR.finditer(text) if not is_year_of_a_name(text, found)]
    first, last = statement.when.first.year, statement.when.last.year
    if years and not any(first <= int(year) <= last for year in years):
        what = (
            f"statement {statement.id!r} is of {statement.when}, and its text names {', '.join(dict.fromkeys(years))}"
        )
        hint = "Correct the year, or `when`."
        yield Finding(
            f"statement {statement.id!r}", Diagnostic(statement.place("when"), what, hint, rule=Rule.OTHER_YEAR)
        )


def not_yet(archive: Archive, statement: Statement) -> Iterator[Diagnostic]:
    """That a statement reports a result, progress or setback of a time after its newest source was published."""
    sources = [source_of(archive, citation) for citation in statement.cites]
    newest = max((source.published.last for source in sources if source), default=date.max)
    if statement.kind in _PAST and statement.when.first > newest:
        what = f"statement {statement.id!r} is a {statement.kind.value} of {statement.when}"
        what += ", after its sources were published"
        hint = "What is to come is `kind: plan`."
        yield Diagnostic(statement.place("kind"), what, hint, rule=Rule.NOT_YET)
