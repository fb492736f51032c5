"""Rules for texts: the fixed phrases of the pages, summaries, and statements that can be read by themselves."""

import re
from collections.abc import Iterator
from functools import cache
from string import Formatter

from generator.archive import Archive
from generator.checks.registry import enforces
from generator.diagnostics import Diagnostic, Rule
from generator.model import PHRASES, Indicator, Milestone, Statement, Weight
from generator.text import LANGUAGES, language


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


def _names(phrase: str) -> set[str] | None:
    """The names in braces; None if a brace has no partner."""
    try:
        return {name for _, name, _, _ in Formatter().parse(phrase) if name is not None}
    except ValueError:
        return None


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
