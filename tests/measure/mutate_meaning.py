"""What the checks catch of changes of meaning: a seeded table by kind, for `make mutate` and the method page.

With the documents at hand, in SOURCES="folder …", a second count says what `atlas verify` catches besides.
"""

import os
import sys
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from generator.archive.archive import Archive, Theme, read_archive
from generator.archive.validate import read_record
from generator.archive.yaml_loader import Document
from generator.checks.claims import claims_of
from generator.checks.fact_check import FactChecker
from generator.checks.meaning.passages import Passages
from generator.checks.meaning.records import first_to_say, off_theme, said_twice
from generator.checks.meaning.rules import remarks_on_meaning
from generator.checks.reading.rules import against_texts
from generator.checks.reading.support import Read
from generator.checks.run import RULES
from generator.checks.texts import remarks_on
from generator.diagnostics.diagnostic import Diagnostic, InvalidData
from generator.diagnostics.rules import Rule
from generator.documents.verify import readings, texts_of
from generator.pages.content import MEASURED
from tests.measure import meaning_kinds as kinds
from tests.measure import meaning_moves as moves
from tests.measure.meaning_kinds import Mutant, Place
from tests.measure.mutate_data import MODELS, _at, _records

SEED = 18
COUNT = 40
"""Mutants of each kind and scope."""
NAMED = tomllib.loads(Path(__file__).with_name("meaning_kinds.toml").read_text("utf-8"))
"""By kind: what it is called on the method page, and why not all of it can be found."""
STATIC = {"phrases_match", "phrases_name_the_same", "what_is_past_was_looked_for", "corrections_name_records",
          "aliases_lead_somewhere", "sources_are_whole", "indexes_are_sealed",
          "searches_are_of_what_was_read"}  # fmt: skip
"""Rules that ask nothing of the meaning of a record, and take time."""
Seen = frozenset[tuple[str, str]]


@dataclass
class Measure:
    """Runs the rules on a changed record, alone in the archive."""

    archive: Archive
    looks: Callable[[Archive], list[Diagnostic]]
    _before: dict[tuple[str, kinds.Steps], Seen] = field(default_factory=dict)

    def __post_init__(self) -> None:
        bare = {"out_of_scope": (), "note": None}
        sources = {id: source.model_copy(update=bare) for id, source in self.archive.sources.items()}
        nothing: dict[str, Any] = {"themes": {}, "tensions": {}, "terms": {}, "allowances": {}, "dimensions": {}}
        self._passages = Passages(self.archive)
        self._empty = replace(self.archive, **nothing, sources=sources, corrections={})

    def caught_by(self, mutant: Mutant) -> set[str]:
        """The rules that find something in the changed record that they did not find before."""
        key = (mutant.place.file, mutant.place.record)
        if key not in self._before:
            self._before[key] = self._seen(mutant.place) or frozenset()
        after = self._seen(mutant.changed)
        if after is None:
            return {"unreadable"}
        return {rule for rule, _ in after - self._before[key]}

    def accepts(self, place: Place) -> bool:
        """Whether the checks of figures alone accept the record."""
        alone = self._alone(place)
        if alone is None:
            return False
        checker = FactChecker(alone)
        claims = list(claims_of(alone))
        return not any(True for claim in claims for _ in (*checker.missing(claim), *checker.disagreements(claim)))

    def _seen(self, place: Place) -> Seen | None:
        alone = self._alone(place)
        if alone is None:
            return None
        found = [d for d in self.looks(alone) if d.rule not in (Rule.OFF_THEME, Rule.SAID_TWICE)]
        return frozenset((d.rule.value, d.message) for d in [*found, *self._beside(place, alone)])

    def _beside(self, place: Place, alone: Archive) -> Iterator[Diagnostic]:
        """What the rules on records beside each other find in a statement among all others of the archive."""
        name = Path(place.file).parent.name
        for statement in alone.statements:
            theme = self.archive.themes[name]
            others = tuple(one for one in theme.statements if one.id != statement.id)
            beside = replace(theme, statements=(*others, statement))
            whole = replace(self.archive, themes={**self.archive.themes, name: beside})
            findings = (
                *said_twice(beside, statement, first_to_say(whole)),
                *off_theme(self._passages, beside, statement),
            )
            yield from (finding.diagnostic for finding in findings)

    def _alone(self, place: Place) -> Archive | None:
        try:
            record: Any = read_record(Document(place.file, place.value, {}), MODELS[Path(place.file).stem])
        except InvalidData:
            return None
        kind, name = Path(place.file).stem, Path(place.file).parent.name
        written = str(place.value)
        named = {
            name: {id: record for id, record in getattr(self._empty, name).items() if id in written}
            for name in ("sources", "passages", "indexes", "references")
        }
        empty = replace(self._empty, **named)
        if kind in ("tensions", "glossary"):
            return replace(empty, **{{"glossary": "terms"}.get(kind, kind): {record.id: record}})
        whole = self.archive.themes[name].text
        text = whole.model_copy(update={"standings": (), "evolution": (), "threads": (), "alone": (),
                                        "indicator_groups": (), "key_figures": (), "related": ()})  # fmt: skip
        theme = replace(Theme(name, text, (), (), ()), **({"text": record} if kind == "theme" else {kind: (record,)}))
        return replace(empty, themes={name: theme})


def look(archive: Archive) -> list[Diagnostic]:
    """What `atlas check` tells of an archive, remarks included."""
    found = [diagnostic for rule in RULES if rule.name not in STATIC for diagnostic in rule(archive)]
    return [*found, *remarks_on(archive), *remarks_on_meaning(archive)]


def mutants(measure: Measure, count: int, seed: int = SEED) -> Iterator[tuple[str, str, list[Mutant]]]:
    """By kind and scope (`nl`, `en`, `both`): as many mutants as asked for, or as there can be."""
    for kind, scope, make in _all(measure):
        random = Random(f"{seed} {kind} {scope}")
        places = _places(measure.archive, kind)
        random.shuffle(places)
        yield kind, scope, list(islice(make(places, random), count))


Make = Callable[[Sequence[Place], Random], Iterator[Mutant]]


def _all(measure: Measure) -> Iterator[tuple[str, str, Make]]:
    for scope in ("nl", "en", "both"):
        for kind in kinds.WORDS:
            yield kind, scope, partial(kinds.in_words, kind, scope)
        yield "figures-swapped", scope, partial(kinds.figures_swapped, scope)
        yield "hedge-added", scope, partial(kinds.hedges_added, scope)
        yield "sign-in-text", scope, partial(moves.signs_in_texts, scope)
        yield (
            "languages-swapped" if scope == "both" else "one-text-twice",
            "both",
            partial(kinds.languages_changed, scope),
        )
    archive, accepts = measure.archive, measure.accepts
    yield "year-moved", "both", partial(kinds.years_moved, archive)
    for where in ("same-figures", "same-source", "other-source"):
        yield f"citation-{where}", "both", partial(moves.citations_moved, archive, where, accepts)
    yield "text-replaced", "both", lambda places, random: moves.texts_replaced(places, accepts, random)
    yield "another-theme", "both", partial(moves.themes_changed, list(archive.themes))
    yield "said-twice", "both", moves.said_twice
    yield "announced-after-done", "both", moves.announced_after_done
    yield "value-sign", "both", moves.values_signed
    yield "value-of-another", "both", partial(moves.values_of_other_figures, archive, accepts)
    units = sorted(archive.words["en"]["units"])
    for field_, others in (("says", kinds.SAYS), ("kind", kinds.KINDS), ("nature", kinds.NATURES),
                           ("owed_by", kinds.OWNERS), ("qualifier", kinds.QUALIFIERS), ("unit", units)):  # fmt: skip
        yield f"{field_}-changed", "both", partial(kinds.field_changed, field_, others)
    yield "place-changed", "both", partial(kinds.entries_of, "places", list(archive.places))
    yield "unfinished", "both", partial(moves.texts_unfinished, ["TODO", "xxx", "...", "#, TODO", "…"])
    yield "markup", "both", partial(moves.texts_unfinished, ["**#**", "<b>#</b>", "# [x](y)", "&nbsp;#"])


ONLY = {"text-replaced": "statements", "another-theme": "statements", "said-twice": "statements",
        "kind-changed": "statements", "year-moved": "statements"}  # fmt: skip


def _places(archive: Archive, kind: str) -> list[Place]:
    found = [Place(file, record, _at(archive.documents[file].value, record)) for file, record in _records(archive)]
    return [place for place in found if ONLY.get(kind, "") in place.file]


def verified(texts: Read) -> Callable[[Archive], list[Diagnostic]]:
    """What `atlas check` and `atlas verify` tell of an archive together, by the texts of its passages."""
    return lambda archive: [*look(archive), *against_texts(archive, texts)]


def measured(measure: Measure, count: int) -> tuple[dict[str, dict[str, list[int]]], list[str]]:
    """By kind and scope (`one` language or `both`) how many were tried and found; and what was missed."""
    rows: dict[str, dict[str, list[int]]] = {}
    missed: list[str] = []
    for kind, scope, made in mutants(measure, count):
        for mutant in made:
            row = rows.setdefault(kind, {}).setdefault("both" if scope == "both" else "one", [0, 0])
            is_told = bool(measure.caught_by(mutant))
            row[0] += 1
            row[1] += is_told
            if not is_told:
                missed.append(f"{kind}, {scope}: {mutant.what}")
    return rows, missed


def table_of(rows: Mapping[str, Mapping[str, Sequence[int]]]) -> str:
    """The table as text: a line for each kind, then the totals."""
    lines = [f"{kind:24}  " + "  ".join(map(_told, scopes.items())) for kind, scopes in rows.items()]
    for name in ("one", "both", "all"):
        counts = [row for scopes in rows.values() for scope, row in scopes.items() if name in (scope, "all")]
        lines.append(f"{'all':24}  {_told((name, [sum(count[i] for count in counts) for i in (0, 1)]))}")
    return "\n".join(lines)


def _told(scope: tuple[str, Sequence[int]]) -> str:
    name, (tried, found) = scope
    return f"{name}: {found} of {tried} ({found / max(1, tried):.0%})"


def file_of_table(rows: Mapping[str, Mapping[str, Sequence[int]]]) -> str:
    """The text of content/changes-of-meaning.toml, which the method page shows."""
    lines = ["# What the checks tell of changes of meaning: written by `make mutate`, shown on the method page."]
    lines += [f"# Seed {SEED}; of each kind how many were tried and found, in one language (`one`) and in both."]
    for kind, scopes in rows.items():
        named = NAMED[kind]
        lines += ["", "[[kinds]]", f'id = "{kind}"', *(f'{code} = "{named[code]}"' for code in kinds.LANGUAGES)]
        lines += [f"{name} = {list(counts)}" for name, counts in scopes.items()]
        lines += [f'why.{code} = "{text}"' for code, text in named.get("why", {}).items()]
    return "\n".join(lines) + "\n"


def main(root: Path, count: int = COUNT, folders: Sequence[Path] = ()) -> int:
    """Prints what was not found and the table; without documents, writes the table for the method page."""
    started = time.process_time()
    archive = read_archive(root)
    looks = verified(texts_of(readings(archive, folders))) if folders else look
    rows, missed = measured(Measure(archive, looks), count)
    print("\n".join([*missed, table_of(rows)]))
    print(
        f"{sum(found[0] for scopes in rows.values() for found in scopes.values())} changes of {len(rows)} kinds,",
        end=" ",
    )
    print(f"in {time.process_time() - started:.0f} seconds of processor time.")
    if not folders:
        (root / MEASURED).write_text(file_of_table(rows), "utf-8")
    return 0


if __name__ == "__main__":
    documents = [Path(folder) for folder in os.environ.get("SOURCES", "").split()]
    sys.exit(main(Path(__file__).parents[2], int((*sys.argv[1:], COUNT)[0]), documents))
