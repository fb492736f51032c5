"""Terms in running text: each links to the glossary where a page first uses it; abbreviations are spelt out there."""

import re
from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from generator.model import Locale, Term
from generator.pages.urls import term_path
from generator.text import LANGUAGES, shared

_PARENTHESIS = re.compile(r"\s?\(([^()]*)\)$")


class Glossary:
    """The terms of an edition in one language, ready to be found in texts."""

    def __init__(self, terms: Iterable[Term], locale: Locale) -> None:
        self.spelt: dict[str, tuple[Term, str]] = {}
        """By abbreviation: its term, and the full name without parentheses."""
        self.named: dict[str, Term] = {}
        """By name in lower case."""
        self.foreign: dict[str, str] = {}
        """By the id of a term whose name is kept in the language of the sources, and explained: that name."""
        for term in terms:
            name = locale.text(term.term)
            plain = _PARENTHESIS.sub("", name)
            if is_kept(term, locale):
                self.foreign[term.id] = plain
            if term.abbreviation:
                self.spelt.setdefault(term.abbreviation, (term, _PARENTHESIS.sub(r", \1", name)))
            if term.linked and plain != term.abbreviation:
                self.named.setdefault(plain.casefold(), term)
        self.pattern = _pattern(self.spelt, self.named)


class Glosser:
    """Links the terms of one page: each at its first use, in the order in which texts are asked for."""

    def __init__(self, glossary: Glossary, link: Callable[[str], str]) -> None:
        self.glossary = glossary
        self.link = link
        self.used: set[str] = set()

    def __call__(self, written: str) -> Markup:
        """The text, safe to print, with its first uses of terms linked."""
        parts: list[Markup] = []
        end = 0
        for found in self.glossary.pattern.finditer(written):
            linked = self._linked(found, written)
            if linked:
                parts += [escape(written[end : found.start()]), linked]
                end = found.end()
        return Markup("").join([*parts, escape(written[end:])])

    def _linked(self, found: re.Match[str], written: str) -> Markup | None:
        """None if the page used the term before, and its name is of the language of the page."""
        word = found[0]
        if found["short"]:
            term, meaning = self.glossary.spelt[word]
        else:
            term, meaning = self.glossary.named[found["name"].casefold()], ""
        foreign = self.glossary.foreign.get(term.id, "")
        shown = _in_its_language(word) if foreign and found["name"] else escape(word)
        if term.id in self.used:
            return shown if foreign and found["name"] else None
        self.used.add(term.id)
        entry = Markup('<a class="term" href="{}">{}</a>').format(self.link(term_path(term.id)), shown)
        if not meaning or meaning.casefold() in written.casefold():
            return entry
        spelt = _in_its_language(foreign) + meaning.removeprefix(foreign) if foreign else escape(meaning)
        return entry + Markup(' <span class="spelt">({})</span>').format(spelt)


def is_kept(term: Term, locale: Locale) -> bool:
    """Whether its name is kept in the language of the sources, with an explanation behind it in parentheses."""
    is_other = locale.language != LANGUAGES[0]
    return is_other and locale.text(term.term).startswith(f"{term.term[LANGUAGES[0]]} (")


def _in_its_language(name: str) -> Markup:
    """The name, to be read out in the language of the sources."""
    return Markup('<span lang="{}">{}</span>').format(LANGUAGES[0], name)


def _pattern(spelt: Iterable[str], named: Iterable[str]) -> re.Pattern[str]:
    """Abbreviations as written, names whatever their capitals; of two that begin together the longer is found."""
    short = "|".join(map(re.escape, sorted(spelt, key=len, reverse=True))) or "(?!)"
    names = "|".join(map(re.escape, sorted(named, key=len, reverse=True))) or "(?!)"
    return re.compile(rf"(?<![\w-])(?:(?P<short>{short})|(?i:(?P<name>{names}){shared().term_endings}))(?![\w-])")
