"""Rules for the fixed phrases of the pages."""

from collections.abc import Iterator
from string import Formatter

from generator.archive import Archive
from generator.checks.registry import enforces
from generator.diagnostics import Diagnostic, Rule
from generator.model import PHRASES
from generator.text import LANGUAGES


@enforces(Rule.PHRASES)
def phrases_match(archive: Archive) -> Iterator[Diagnostic]:
    """Both languages have the same phrases, and each is a text."""
    keys = {language: dict(_phrase_keys(archive.words[language])) for language in LANGUAGES}
    for language, other in (LANGUAGES, LANGUAGES[::-1]):
        for path in keys[other].keys() - keys[language].keys():
            place = archive.documents[PHRASES.path(other)].key_place(*path)
            yield Diagnostic(
                place,
                f"the phrase {'.'.join(path)!r} is missing in {PHRASES.path(language)}",
                "Add it there, or remove it here.",
                rule=Rule.PHRASES,
            )
    for language in LANGUAGES:
        for path, phrase in keys[language].items():
            if phrase is None or isinstance(phrase, list):
                at = archive.documents[PHRASES.path(language)].place(*path)
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
