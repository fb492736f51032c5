"""Kinds of change of meaning: how each changes a record as it is written, in one language or in both."""

import copy
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from generator.archive.archive import Archive
from generator.model.enums import Nature, Owner, Qualifier, Says, StatementKind

WORDS = tomllib.loads(Path(__file__).with_name("meaning_words.toml").read_text("utf-8"))
NUMBER = r"((?:€ ?)?\d[\d.,]*(?: (?:miljoen|miljard|million|billion|extra))?)"
LANGUAGES = ("nl", "en")
Steps = tuple[str | int, ...]


@dataclass(frozen=True)
class Place:
    """A record as it is written: its file, its number in it, its value."""

    file: str
    record: Steps
    value: Any

    def with_value(self, value: Any) -> "Place":
        return Place(self.file, self.record, value)


@dataclass(frozen=True)
class Mutant:
    """A record in which one thing means something else."""

    place: Place
    changed: Place
    what: str
    """What was changed into what, for people."""


def texts_of(value: Any, path: Steps = ()) -> Iterator[tuple[Steps, dict[str, str]]]:
    """Every text in both languages in a record."""
    if isinstance(value, dict):
        if set(value) == set(LANGUAGES):
            yield path, value
        else:
            for key, inner in value.items():
                yield from texts_of(inner, (*path, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from texts_of(inner, (*path, i))


def at(value: Any, path: Steps) -> Any:
    """What stands at the path."""
    for step in path:
        value = value[step]
    return value


def changed_at(place: Place, path: Steps, new: Any) -> Place:
    """The record with something else at the path."""
    value = copy.deepcopy(place.value)
    at(value, path[:-1])[path[-1]] = new
    return place.with_value(value)


def _pattern(word: str) -> str:
    start, end = r"(?<!\w)" if word[0].isalnum() else "", r"(?!\w)" if word[-1].isalnum() else ""
    return start + re.escape(word).replace(r"\#", NUMBER) + end


def swaps(text: str, pairs: Sequence[Sequence[str]], both_ways: bool) -> list[str]:
    """The text with one word replaced by its pair, in every way that is possible."""
    ways = [(a, b) for a, b in pairs] + [(b, a) for a, b in pairs if both_ways and b]
    found = []
    for old, new in ways:
        put = new.replace("#", r"\1")
        for match in re.finditer(_pattern(old), text):
            found.append(text[: match.start()] + match.expand(put) + text[match.end() :])
    return [one for one in found if one != text]


ONE_WAY = {"negation-dropped", "negation-added", "expectation-dropped", "hedge-dropped", "currency", "percent-points",
           "unit", "scale", "actor", "name"}  # fmt: skip


def in_words(kind: str, scope: str, places: Sequence[Place], random: Random) -> Iterator[Mutant]:
    """Records with a word changed in the text of one language (`nl`, `en`) or in that of both (`both`)."""
    for place in places:
        texts = list(texts_of(place.value))
        random.shuffle(texts)
        for path, text in texts:
            ways = {code: swaps(text[code], WORDS[kind][code], kind not in ONE_WAY) for code in LANGUAGES}
            chosen = LANGUAGES if scope == "both" else (scope,)
            if all(ways[code] for code in chosen):
                new = dict(text)
                first = random.randrange(min(len(ways[code]) for code in chosen))
                new |= {code: ways[code][first] for code in chosen}
                yield Mutant(place, changed_at(place, path, new), f"{kind}: {new[chosen[0]][:120]}")
                break


FIGURE = re.compile(r"(?<![\w.,-])\d[\d.,]*\d|(?<![\w.,-])\d(?![\w.,])")


def figures_swapped(scope: str, places: Sequence[Place], random: Random) -> Iterator[Mutant]:
    """Two figures of a text that take each other's place."""
    for place in places:
        for path, text in texts_of(place.value):
            chosen = LANGUAGES if scope == "both" else (scope,)
            found = {code: list(FIGURE.finditer(text[code])) for code in chosen}
            if all(len({m.group() for m in found[code]}) > 1 for code in chosen):
                i, j = sorted(random.sample(range(min(map(len, found.values()))), 2))
                new = text | {code: _exchanged(text[code], found[code][i], found[code][j]) for code in chosen}
                if all(new[code] != text[code] for code in chosen):
                    yield Mutant(place, changed_at(place, path, new), f"figures swapped: {new[chosen[0]][:120]}")
                    break


def _exchanged(text: str, one: re.Match[str], two: re.Match[str]) -> str:
    middle = text[one.end() : two.start()]
    return text[: one.start()] + two.group() + middle + one.group() + text[two.end() :]


def languages_changed(scope: str, places: Sequence[Place], random: Random) -> Iterator[Mutant]:
    """The languages swapped (`both`), or the text of one in place of the other's."""
    for place in places:
        texts = [
            (path, text) for path, text in texts_of(place.value) if text["nl"] != text["en"] and path[-1] != "term"
        ]
        if texts:
            path, text = random.choice(texts)
            new = {"nl": text["en"], "en": text["nl"]} if scope == "both" else {"nl": text[scope], "en": text[scope]}
            yield Mutant(place, changed_at(place, path, new), f"languages: {text['nl'][:60]}")


def hedges_added(scope: str, places: Sequence[Place], random: Random) -> Iterator[Mutant]:
    """`bijna` and `almost` before a figure that has no hedge."""
    words = {"nl": ["bijna ", "ruim ", "circa "], "en": ["almost ", "more than ", "about "]}
    for place in places:
        for path, text in texts_of(place.value):
            chosen = LANGUAGES if scope == "both" else (scope,)
            spots = {code: _bare(text[code]) for code in chosen}
            if all(spots.values()):
                n = random.randrange(3)
                new = dict(text)
                for code in chosen:
                    new[code] = text[code][: spots[code][0]] + words[code][n] + text[code][spots[code][0] :]
                yield Mutant(place, changed_at(place, path, new), f"hedge added: {new[chosen[0]][:120]}")
                break


def _bare(text: str) -> list[int]:
    """Where figures that are no years stand without a hedge."""
    hedge = (
        r"(?:ruim|bijna|circa|ongeveer|dan|minste|zo'n|rond|almost|about|over|some|around|least|than|nearly|to|tot) $"
    )
    spots = [m.start() for m in re.finditer(r"(?<![\w.,/-])(?:€ ?)?\d[\d.,]*\d(?: (?:miljoen|million|kg)|%)?", text)]
    years = {m.start() for m in re.finditer(r"(?:19|20)\d\d(?![\d.,%])", text)}
    months = "[jfmasond][a-z]{2,}"
    days = {m.start() for m in re.finditer(rf"\d\d? {months} 20", text, re.IGNORECASE)}
    return [spot for spot in spots if spot not in years | days and not re.search(hedge, text[:spot])]


def years_moved(archive: Archive, places: Sequence[Place], random: Random) -> Iterator[Mutant]:
    """A year in both languages that becomes another year of the cited passages."""
    for place in places:
        cites = place.value.get("cites") if isinstance(place.value, dict) else None
        if not cites or "text" not in place.value:
            continue
        cited = [c.split("#") for c in ([cites] if isinstance(cites, str) else cites)]
        known = {date[:4] for s, p in cited for date in archive.passages.get(s, {}).get(p, _NOTHING).dates
                 if re.match(r"20\d\d", date)}  # fmt: skip
        text = place.value["text"]
        for year in sorted(known):
            others = sorted(known - {year})
            if others and all(re.search(rf"\b{year}\b", text[code]) for code in LANGUAGES):
                other = random.choice(others)
                new = {code: re.sub(rf"\b{year}\b", other, text[code], count=1) for code in LANGUAGES}
                yield Mutant(place, changed_at(place, ("text",), new), f"{year} → {other}: {new['nl'][:90]}")
                break


class _NOTHING:
    dates: tuple[str, ...] = ()


def field_changed(field: str, others: Sequence[str], places: Sequence[Place], random: Random) -> Iterator[Mutant]:
    """A word of a closed set, at any depth of a record, that becomes another of the set."""
    for place in places:
        spots = [path for path, value in _fields(place.value, field) if isinstance(value, str)]
        if spots:
            path = random.choice(spots)
            old = at(place.value, path)
            new = random.choice([word for word in others if word != old])
            yield Mutant(place, changed_at(place, path, new), f"{field}: {old} → {new}")


def _fields(value: Any, field: str, path: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == field:
                yield (*path, key), inner
            yield from _fields(inner, field, (*path, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _fields(inner, field, (*path, i))


def entries_of(field: str, others: Sequence[str], places: Sequence[Place], random: Random) -> Iterator[Mutant]:
    """One entry of a list, such as `places`, that becomes another."""
    for place in places:
        for path, listed in _fields(place.value, field):
            if isinstance(listed, list) and listed:
                old = listed[0]
                new = random.choice([word for word in others if word not in listed])
                yield Mutant(place, changed_at(place, (*path, 0), new), f"{field}: {old} → {new}")
                break


SAYS = [word.value for word in Says]
KINDS = [word.value for word in StatementKind]
NATURES = [word.value for word in Nature]
OWNERS = [word.value for word in Owner]
QUALIFIERS = [word.value for word in Qualifier]
Make = Callable[[Archive, Sequence[Place], Random], Iterator[Mutant]]
