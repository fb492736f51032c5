"""The coverage of each source by an edition: passages cited, out of scope and open, and numbers carried over."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.archive import Archive, Theme, citing, entries_in, entry_of
from generator.checks.claims import Claim, claims_in
from generator.checks.evidence import evidence_of
from generator.checks.fact_check import FactChecker
from generator.editions import Account, Edition, KnownTheme
from generator.model import Citation, Passage, Source


@dataclass(frozen=True)
class Coverage:
    """The coverage of one held source."""

    source: str
    account: Account
    open: tuple[str, ...]
    """Ids of the passages that are neither cited nor out of scope, in reading order."""
    by_theme: dict[str, int]
    """The number of passages that the records of each theme cite; without themes that cite none."""
    numbers: int
    """The count of distinct numbers in each of its passages, except passages out of scope."""
    uncarried: dict[str, tuple[str, ...]]
    """By passage id: the numbers, as plain decimals, that no record citing the passage has.

    In a table whose heading has a scale, a number is also carried if a record has it multiplied by that scale.
    """

    @property
    def carried(self) -> int:
        return self.numbers - sum(map(len, self.uncarried.values()))


@dataclass(frozen=True)
class Checked:
    """How many figures of an edition from the documents to parliament were checked against their passages."""

    figures: int
    """Numbers and dates in texts, values and due dates, each language counted."""
    computed: int
    """Values that are the result of a formula over numbers in their passages."""


def coverage_of(archive: Archive, edition: Edition, among: Collection[str] | None = None) -> tuple[Coverage, ...]:
    """The coverage of each held source of the edition, oldest first; only of the ids in `among`, if given."""
    read = [id for id in edition.accounts if among is None or id in among]
    carried = _numbers_carried(archive, edition, read)
    return tuple(_of_source(archive, edition, id, carried) for id in read)


def checked_in(archive: Archive, edition: Edition) -> Checked:
    """The counts of figures in the edition. The archive must have passed the checks, so that all were verified."""
    checker = FactChecker(archive)
    claims = list(known_claims(edition))
    computed = sum(claim.formula_of is not None for claim in claims)
    return Checked(sum(checker.count(claim) for claim in claims), computed)


def known_claims(edition: Edition) -> Iterator[Claim]:
    """Every claim known in the edition: those of its themes, then of tensions and terms."""
    for theme in edition.themes.values():
        yield from claims_in(entries_in(_as_written(theme)))
    yield from claims_in(map(entry_of, (*edition.tensions, *edition.terms)))


def _numbers_carried(archive: Archive, edition: Edition, sources: Collection[str]) -> dict[Citation, set[Decimal]]:
    """By citation of one of the sources: every number of the records that cite it."""
    checker = FactChecker(archive)
    carried: dict[Citation, set[Decimal]] = {}
    for claim in known_claims(edition):
        cites = [citation for citation in claim.cites if citation.source in sources]
        numbers = checker.numbers(claim) if cites else ()
        for citation in cites:
            carried.setdefault(citation, set()).update(numbers)
    return carried


def _of_source(archive: Archive, edition: Edition, id: str, carried: dict[Citation, set[Decimal]]) -> Coverage:
    out = {entry.passage for entry in edition.sources[id].out_of_scope}
    cited = {theme.id: _passages_cited(theme, id) for theme in edition.themes.values()}
    everywhere = set().union(*cited.values())
    within = [passage for passage in archive.passages[id].values() if passage.id not in out]
    uncarried = {
        passage.id: _not_among(carried.get(Citation(id, passage.id), set()), passage, edition.sources[id])
        for passage in within
    }
    return Coverage(
        source=id,
        account=edition.accounts[id],
        open=tuple(passage.id for passage in within if passage.id not in everywhere),
        by_theme={theme: len(passages) for theme, passages in cited.items() if passages},
        numbers=sum(len(passage.numbers) for passage in within),
        uncarried={passage: numbers for passage, numbers in uncarried.items() if numbers},
    )


def _not_among(known: set[Decimal], passage: Passage, source: Source) -> tuple[str, ...]:
    """The numbers of the passage that are not among `known`, as printed or at the scale of its table."""
    bare = passage.model_copy(update={"numbers": ()})
    above = evidence_of(bare, source).numbers

    def is_known(number: str) -> bool:
        alone = evidence_of(bare.model_copy(update={"numbers": (number,)}), source).numbers
        return not known.isdisjoint(map(Decimal, {number, *(alone - above)}))

    return tuple(number for number in passage.numbers if not is_known(number))


def _passages_cited(theme: KnownTheme, source: str) -> set[str]:
    cited = [*(entry.cites for entry in citing(entries_in(_as_written(theme)))), *(t.cites for t in theme.tensions)]
    return {citation.passage for cites in cited for citation in cites if citation.source == source}


def _as_written(theme: KnownTheme) -> Theme:
    statements = tuple(known.record for known in theme.statements)
    indicators = tuple(known.record for known in theme.indicators)
    milestones = tuple(known.record for known in theme.milestones)
    return Theme(theme.id, theme.text, statements, indicators, milestones)
