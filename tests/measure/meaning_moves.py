"""Kinds of change of meaning that move something: citations, texts, records."""

import copy
import re
from collections.abc import Callable, Iterator, Sequence
from random import Random

from generator.archive.archive import Archive
from tests.measure.meaning_kinds import LANGUAGES, Mutant, Place, _fields, at, changed_at, texts_of

Accepts = Callable[[Place], bool]
"""Whether the checks of figures alone accept a record."""
TRIES = 25


def citations_moved(
    archive: Archive, where: str, accepts: Accepts, places: Sequence[Place], random: Random
) -> Iterator[Mutant]:
    """A citation of another passage: `same-figures`, `same-source` or `other-source`.

    With the same figures it is one of the same source with which all figures of the record are still found.
    """
    for place in places:
        spots = list(_fields(place.value, "cites"))
        if not spots:
            continue
        path, cites = random.choice(spots)
        listed = [cites] if isinstance(cites, str) else list(cites)
        source, _, old = listed[0].partition("#")
        if source not in archive.passages:
            continue
        for new in _candidates(archive, where, source, {c.partition("#")[2] for c in listed}, random):
            changed = changed_at(place, path, new if isinstance(cites, str) else [new, *listed[1:]])
            if where == "same-source" or accepts(changed):
                yield Mutant(place, changed, f"{source}#{old} → {new}")
                break


def _candidates(archive: Archive, where: str, source: str, cited: set[str], random: Random) -> list[str]:
    if where == "other-source":
        sources = [id for id in archive.passages if id != source and not archive.sources[id].is_outside]
        source, cited = random.choice(sources), set()
    known = [id for id in archive.passages[source] if id not in cited]
    return [f"{source}#{id}" for id in random.sample(known, min(TRIES, len(known)))]


def texts_replaced(places: Sequence[Place], accepts: Accepts, random: Random) -> Iterator[Mutant]:
    """A text in both languages replaced by that of another record of the kind, with which its figures are found."""
    texts = [(place, path, text) for place in places for path, text in texts_of(place.value) if path[-1] == "text"]
    for place, path, text in texts:
        for _, _, other in random.sample(texts, min(TRIES, len(texts))):
            changed = changed_at(place, path, dict(other))
            if other != text and accepts(changed):
                yield Mutant(place, changed, f"text: {other['nl'][:90]}")
                break


def themes_changed(themes: Sequence[str], places: Sequence[Place], random: Random) -> Iterator[Mutant]:
    """A record in the folder of another theme."""
    for place in places:
        theme = place.file.split("/")[2]
        other = random.choice([id for id in themes if id != theme])
        changed = Place(place.file.replace(f"/{theme}/", f"/{other}/"), place.record, place.value)
        yield Mutant(place, changed, f"{theme} → {other}")


def said_twice(places: Sequence[Place], random: Random) -> Iterator[Mutant]:
    """A second statement with the text of the first, a word of it left out."""
    for place in places:
        value = copy.deepcopy(place.value)
        value["id"] = f"{value['id']}-again"
        for code in LANGUAGES:
            words = value["text"][code].split(" ")
            value["text"][code] = " ".join(words[:-2] + words[-1:])
        yield Mutant(place, Place(place.file, (-1,), value), f"again: {value['text']['nl'][:90]}")


def announced_after_done(places: Sequence[Place], random: Random) -> Iterator[Mutant]:
    """A milestone of which an older source says that it is done and a newer one that it is to come."""
    for place in places:
        reports = place.value.get("reports", [])
        if len(reports) > 1 and "due" not in reports[0] and not any(r.get("says") == "done" for r in reports[:-1]):
            first = changed_at(place, ("reports", 0, "says"), "done")
            yield Mutant(place, changed_at(first, ("reports", -1, "says"), "announced"), "done, then announced")


def values_signed(places: Sequence[Place], random: Random) -> Iterator[Mutant]:
    """A value with the other sign."""
    for place in places:
        spots = [path for path, value in _fields(place.value, "value") if str(value) != "0"]
        if spots:
            path = random.choice(spots)
            old = str(at(place.value, path))
            new = old.removeprefix("-") if old.startswith("-") else f"-{old}"
            yield Mutant(place, changed_at(place, path, new), f"value: {old} → {new}")


def signs_in_texts(scope: str, places: Sequence[Place], random: Random) -> Iterator[Mutant]:
    """A figure of a text with a minus before it."""
    for place in places:
        for path, text in texts_of(place.value):
            chosen = LANGUAGES if scope == "both" else (scope,)
            spots = {code: [m.start() for m in re.finditer(r"(?<![\w.,/€-])\d[\d.,]*(?: ?%| kg)", text[code])]
                     for code in chosen}  # fmt: skip
            if all(spots.values()):
                new = text | {code: f"{text[code][: spots[code][0]]}-{text[code][spots[code][0] :]}" for code in chosen}
                yield Mutant(place, changed_at(place, path, new), f"sign: {new[chosen[0]][:90]}")
                break


def values_of_other_figures(
    archive: Archive, accepts: Accepts, places: Sequence[Place], random: Random
) -> Iterator[Mutant]:
    """A value that becomes another number of the passages that it cites."""
    for place in places:
        for i, observation in enumerate(place.value.get("observations", [])):
            cites = observation.get("cites", [])
            listed = [cites] if isinstance(cites, str) else cites
            cited = [c.split("#") for c in listed]
            known = [n for s, p in cited if p in archive.passages.get(s, {}) for n in archive.passages[s][p].numbers]
            for new in random.sample(known, len(known)):
                changed = changed_at(place, ("observations", i, "value"), new)
                if new != str(observation["value"]) and accepts(changed):
                    yield Mutant(place, changed, f"value: {observation['value']} → {new}")
                    break


def texts_unfinished(written: Sequence[str], places: Sequence[Place], random: Random) -> Iterator[Mutant]:
    """A text with a mark of what is not finished, or with markup."""
    for place in places:
        texts = list(texts_of(place.value))
        if texts:
            path, text = random.choice(texts)
            code, mark = random.choice(LANGUAGES), random.choice(written)
            new = text | {code: mark.replace("#", text[code])}
            yield Mutant(place, changed_at(place, path, new), new[code][:60])
