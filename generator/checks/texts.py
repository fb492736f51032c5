"""Rules for texts: the fixed phrases of the pages, summaries, and statements that can be read by themselves."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from string import Formatter

from generator.archive import Archive
from generator.checks.registry import enforces
from generator.diagnostics import Diagnostic, Rule
from generator.model import PHRASES, Indicator, Milestone, Statement, Weight
from generator.text import LANGUAGES, language, table_in


@enforces(Rule.PHRASES)
def phrases_match(archive: Archive) -> Iterator[Diagnostic]:
    """Both languages have the same phrases, and each is a text."""
    keys = {code: dict(_phrase_keys(archive.words[code])) for code in LANGUAGES}
    for code, other in (LANGUAGES, LANGUAGES[::-1]):
        for path in keys[other].keys() - keys[code].keys():
            place = archive.documents[PHRASES.path(other)].key_place(*path)
            yield Diagnostic(
                place,
                f"the phrase {'.'.join(path)!r} is missing in {PHRASES.path(code)}",
                "Add it there, or remove it here.",
                rule=Rule.PHRASES,
            )
    for code in LANGUAGES:
        for path, phrase in keys[code].items():
            if phrase is None or isinstance(phrase, list):
                at = archive.documents[PHRASES.path(code)].place(*path)
                hint = "Write a text in double quotes."
                yield Diagnostic(at, f"the phrase {'.'.join(path)!r} is not a text", hint, rule=Rule.PHRASES)


@enforces(Rule.BRACES)
def phrases_name_the_same(archive: Archive) -> Iterator[Diagnostic]:
    """Phrases have the same names in braces in both languages."""
    ours, theirs = (dict(_phrase_keys(archive.words[language])) for language in LANGUAGES)
    for path in ours.keys() & theirs.keys():
        named = [_names(str(phrases[path])) for phrases in (ours, theirs)]
        if named[0] == named[1] and None not in named:
            continue
        at = archive.documents[PHRASES.path(LANGUAGES[0])].place(*path)
        braces = " and ".join(
            f"{', '.join(sorted(names)) or 'nothing'} in {language!r}"
            if names is not None
            else f"a single brace in {language!r}"
            for language, names in zip(LANGUAGES, named, strict=True)
        )
        what = f"the phrase {'.'.join(path)!r} has different names in braces: {braces}"
        hint = "Write the same names in braces in both languages."
        yield Diagnostic(at, what, hint, rule=Rule.BRACES)


@enforces(Rule.PHRASES, Rule.BRACES)
def phrases_are_known(archive: Archive) -> Iterator[Diagnostic]:
    """Every phrase that the pages show is written, and no other; its braces have only values that it is given."""
    known = _known_phrases() | _forms_of_units(archive)
    written = {code: dict(_phrase_keys(archive.words[code])) for code in LANGUAGES}
    yield from _missing_phrases(archive, known, {path for phrases in written.values() for path in phrases})
    groups: dict[tuple[str, ...], list[str]] = {}
    for path in known:
        groups.setdefault(path[:-1], []).append(path[-1])
    in_both = set.intersection(*(set(phrases) for phrases in written.values()))
    for code, phrases in written.items():
        document = archive.documents[PHRASES.path(code)]
        for path, phrase in phrases.items():
            given, name = known.get(path), repr(".".join(path))
            if parts := groups.get(path):
                hint = f'Write {path[-1]}: {{{parts[0]}: "…", …}}.'
                what = f"the phrase {name} has parts, and a text stands in their place"
                yield Diagnostic(document.place(*path), what, hint, rule=Rule.PHRASES)
            elif given is None and path in in_both:
                hint = "Remove it; what a new page shows is named in generator/checks/phrases.toml."
                at, what = document.key_place(*path), f"no page shows the phrase {name}"
                yield Diagnostic(at, what, hint, rule=Rule.PHRASES)
            elif given is not None and (unknown := (_names(str(phrase)) or frozenset()) - given):
                what = f"the phrase {name} is not given {_braced(unknown)}"
                hint = f"Values that it is given: {_braced(given) or 'none'}."
                yield Diagnostic(document.place(*path), what, hint, rule=Rule.BRACES)


def _missing_phrases(
    archive: Archive, known: Iterable[tuple[str, ...]], written: set[tuple[str, ...]]
) -> Iterator[Diagnostic]:
    """One diagnostic for all phrases or groups of phrases that no language has in one group."""
    begun = {path[:n] for path in written for n in range(len(path) + 1)}
    missing: dict[tuple[str, ...], dict[str, None]] = {}
    for path in known:
        if path not in begun and not any(path[:n] in written for n in range(len(path))):
            there = max(n for n in range(len(path)) if path[:n] in begun)
            missing.setdefault(path[:there], {})[".".join(path[: there + 1])] = None
    for group, names in missing.items():
        at = archive.documents[PHRASES.path(LANGUAGES[0])].place(*group)
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        what = f"missing in all languages: {', '.join(map(repr, list(names)[:_SHOWN]))}{more}"
        yield Diagnostic(at, what, "The pages show it; write it.", rule=Rule.PHRASES)


def _braced(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))


_SHOWN = 3


def _forms_of_units(archive: Archive) -> dict[tuple[str, ...], frozenset[str]]:
    """Two forms of each unit that a language has: anybody may add a unit."""
    groups = [words.get("units") for words in archive.words.values()]
    units = {unit for group in groups if isinstance(group, dict) for unit in group}
    return {("units", unit, form): frozenset() for unit in sorted(units) for form in ("one", "other")}


@cache
def _known_phrases() -> dict[tuple[str, ...], frozenset[str]]:
    """The phrases that the pages show, by their path, each with the names of the values that it is given."""
    table = table_in("generator.checks", "phrases.toml")
    return {tuple(key.split(".")): frozenset(names.split()) for key, names in table.items()}


@cache
def _names(phrase: str) -> frozenset[str] | None:
    """What stands in braces, with whatever is said of its form; None if a brace has no partner."""
    try:
        found = [part for part in Formatter().parse(phrase) if part[1] is not None]
    except ValueError:
        return None
    return frozenset(f"{name}{f'!{sort}' if sort else ''}{f':{form}' if form else ''}" for _, name, form, sort in found)


def _phrase_keys(phrases: dict[str, object], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    for key, phrase in phrases.items():
        if isinstance(phrase, dict):
            yield from _phrase_keys(phrase, (*path, key))
        else:
            yield (*path, key), phrase


@enforces(Rule.TOO_LONG)
def summaries_fit(archive: Archive) -> Iterator[Diagnostic]:
    """A standing's summary fits on one line of a card."""
    for theme in archive.themes.values():
        for standing in theme.text.standings:
            for code in LANGUAGES:
                length = len(standing.summary[code])
                if length > MAX_SUMMARY:
                    place = standing.place("summary", code)
                    yield Diagnostic(
                        place,
                        f"the summary has {length} characters; at most {MAX_SUMMARY} fit on its line",
                        "Shorten it; details belong in `text`.",
                        rule=Rule.TOO_LONG,
                    )


@enforces(Rule.TOO_LONG)
def evolutions_are_short(archive: Archive) -> Iterator[Diagnostic]:
    """How a theme evolved is said in a few words."""
    for theme in archive.themes.values():
        for evolution in theme.text.evolution:
            for code in LANGUAGES:
                words = len(evolution.text[code].split())
                if words > MAX_EVOLUTION:
                    what = f"the evolution has {words} words; at most {MAX_EVOLUTION} are read at a glance"
                    hint = "Say from what to what, and leave out the rest."
                    yield Diagnostic(evolution.place("text", code), what, hint, rule=Rule.TOO_LONG)


@enforces(Rule.THREAD)
def threads_share_nothing(archive: Archive) -> Iterator[Diagnostic]:
    """A record is in one thread of its theme, or is listed under `alone`, and not twice."""
    for theme in archive.themes.values():
        text, listed = theme.text, dict[str, str]()
        lists = [(f"thread {thread.id!r}", thread.members, thread, "members") for thread in text.threads]
        for name, members, record, key in [*lists, ("`alone`", text.alone, text, "alone")]:
            for number, member in enumerate(members):
                if member in listed:
                    what = f"{member!r} is in {name} and already in {listed[member]}"
                    place = record.place(key, number)
                    yield Diagnostic(place, what, "Keep it where a reader looks for it.", rule=Rule.THREAD)
                listed.setdefault(member, name)


def remarks_on(archive: Archive) -> list[Diagnostic]:
    """Remarks on what is no violation: a person decides. In the order of the archive, statements first."""
    return [*_dependent_statements(archive), *_without_thread(archive)]


def _without_thread(archive: Archive) -> Iterator[Diagnostic]:
    """The lead and normal records of a theme with threads that are in none of them and not listed under `alone`."""
    for theme in archive.themes.values():
        listed = {id for thread in theme.text.threads for id in thread.members} | {*theme.text.alone}
        records: tuple[Statement | Milestone | Indicator, ...] = (
            *theme.statements,
            *theme.milestones,
            *theme.indicators,
        )
        for record in records if listed else ():
            if record.weight is not Weight.MINOR and record.id not in listed:
                what = f"{record.id!r} is in no thread of theme {theme.id!r}"
                hint = "Add it to `members` of a thread in theme.yaml, or to `alone`."
                yield Diagnostic(record.place("id"), what, hint, rule=Rule.THREAD)


def _dependent_statements(archive: Archive) -> list[Diagnostic]:
    """The statements that begin with a word that refers to another sentence.

    Each statement has an address, a row and a search hit of its own, where nothing stands before it.
    """
    return [
        Diagnostic(
            statement.place("text", code),
            f"statement {statement.id!r} begins with {opening!r}, which refers to another sentence",
            "A statement is also shown alone: name the thing.",
            rule=Rule.STANDS_ALONE,
        )
        for theme in archive.themes.values()
        for statement in theme.statements
        for code in LANGUAGES
        if (opening := _back_reference(statement.text[code], code))
    ]


def _back_reference(text: str, code: str) -> str:
    """How the text begins if that refers to another sentence, else empty. `IT` is not `it`."""
    found = _back_references(code).match(text[:1].lower() + text[1:])
    return text[: found.end()].strip() if found else ""


@cache
def _back_references(code: str) -> re.Pattern[str]:
    return re.compile("|".join(language(code).back_references))


MAX_SUMMARY = 90
MAX_EVOLUTION = 60
