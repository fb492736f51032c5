"""How much of each source an edition has read: passages cited, out of scope and open, and numbers carried."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.archive import Archive, Theme, citing, entries_in, entry_of
from generator.checks.claims import Claim, claims_in
from generator.checks.evidence import evidence_of
from generator.checks.fact_check import Ledger
from generator.editions import Account, Edition, KnownTheme
from generator.model import Citation, Passage, Source


@dataclass(frozen=True)
class Coverage:
    """The reading of one held source."""

    source: str
    account: Account
    open: tuple[str, ...]
    """Ids of the passages that are neither cited nor out of scope, in reading order."""
    by_theme: dict[str, int]
    """How many passages the records of each theme cite; themes that cite none are left out."""
    numbers: int
    """Those that stand in its passages, each once per passage; what is out of scope does not count."""
    uncarried: dict[str, tuple[str, ...]]
    """By passage: the numbers that no record which cites the passage carries, as plain decimals.

    One of a table whose heading names a scale is carried written out too.
    """

    @property
    def carried(self) -> int:
        return self.numbers - sum(map(len, self.uncarried.values()))


@dataclass(frozen=True)
class Checked:
    """How many figures of the edition were looked up in their passages."""

    figures: int
    """Numbers and dates in texts, values and due dates, each language counted."""
    computed: int
    """Values that follow by a formula from numbers that stand in their passages."""


def coverage_of(archive: Archive, edition: Edition, among: Collection[str] | None = None) -> tuple[Coverage, ...]:
    """The reading of every held source that the edition knows, oldest first; `among` leaves out all other sources."""
    read = [id for id in edition.accounts if among is None or id in among]
    carried = _numbers_carried(archive, edition, read)
    return tuple(_of_source(archive, edition, id, carried) for id in read)


def checked_in(archive: Archive, edition: Edition) -> Checked:
    """The figures of the edition that the checks have found in their passages. All of them, or there is no edition."""
    ledger = Ledger(archive)
    claims = list(known_claims(edition))
    computed = sum(claim.formula_of is not None for claim in claims)
    return Checked(sum(ledger.count(claim) for claim in claims), computed)


def known_claims(edition: Edition) -> Iterator[Claim]:
    """Every claim that the edition knows."""
    for theme in edition.themes.values():
        yield from claims_in(entries_in(_as_written(theme)))
    yield from claims_in(map(entry_of, (*edition.tensions, *edition.terms)))


def _numbers_carried(archive: Archive, edition: Edition, sources: Collection[str]) -> dict[Citation, set[Decimal]]:
    """By citation of one of the sources: every number that a record citing it tells."""
    ledger = Ledger(archive)
    carried: dict[Citation, set[Decimal]] = {}
    for claim in known_claims(edition):
        cites = [citation for citation in claim.cites if citation.source in sources]
        numbers = ledger.numbers(claim) if cites else ()
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


def _not_among(told: set[Decimal], passage: Passage, source: Source) -> tuple[str, ...]:
    """The numbers of the passage that are not told as printed, nor at the scale that the heading of its table names."""
    bare = passage.model_copy(update={"numbers": ()})
    above = evidence_of(bare, source).numbers

    def is_told(number: str) -> bool:
        alone = evidence_of(bare.model_copy(update={"numbers": (number,)}), source).numbers
        return not told.isdisjoint(map(Decimal, {number, *(alone - above)}))

    return tuple(number for number in passage.numbers if not is_told(number))


def _passages_cited(theme: KnownTheme, source: str) -> set[str]:
    cited = [*(entry.cites for entry in citing(entries_in(_as_written(theme)))), *(t.cites for t in theme.tensions)]
    return {citation.passage for cites in cited for citation in cites if citation.source == source}


def _as_written(theme: KnownTheme) -> Theme:
    statements = tuple(known.record for known in theme.statements)
    indicators = tuple(known.record for known in theme.indicators)
    milestones = tuple(known.record for known in theme.milestones)
    return Theme(theme.id, theme.text, statements, indicators, milestones)
