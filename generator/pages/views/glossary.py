"""What the glossary prints: the terms that an edition knows, by initial."""

from dataclasses import dataclass

from generator.model import Locale, Term, file_of
from generator.pages.context import PageContext
from generator.pages.glossary_links import is_kept
from generator.pages.views.parts import Chip, EditLink, cited, edit_link
from generator.text import LANGUAGES


@dataclass(frozen=True)
class KeptName:
    """A name that is kept in the language of the sources."""

    language: str
    name: str
    explained: str
    """In the language of the page, in parentheses."""


@dataclass(frozen=True)
class TermView:
    """An entry of the glossary."""

    id: str
    former: tuple[str, ...]
    headword: str
    """The abbreviation, if there is one."""
    name: str | None
    """What the abbreviation stands for."""
    kept: KeptName | None
    text: str
    cites: tuple[Chip, ...]
    edit: EditLink | None


@dataclass(frozen=True)
class LetterView:
    """The terms under one initial."""

    letter: str
    headwords: str
    terms: tuple[TermView, ...]


@dataclass(frozen=True)
class GlossaryView:
    """The page of all terms, by headword."""

    title: str
    letters: tuple[LetterView, ...]


def glossary_view(context: PageContext) -> GlossaryView:
    """The terms that the edition knows, by headword."""
    terms = sorted(context.edition.terms, key=lambda term: _headword(term, context.locale).casefold())
    by_letter: dict[str, list[TermView]] = {}
    for term in terms:
        by_letter.setdefault(_headword(term, context.locale)[0].upper(), []).append(_term(term, context))
    letters = (
        LetterView(letter, " · ".join(term.headword for term in under), tuple(under))
        for letter, under in by_letter.items()
    )
    return GlossaryView(context.locale.say("nav.glossary"), tuple(letters))


def _term(term: Term, context: PageContext) -> TermView:
    locale = context.locale
    return TermView(
        id=term.id,
        former=context.former_ids("term", term.id),
        headword=_headword(term, locale),
        name=locale.text(term.term) if term.abbreviation else None,
        kept=_kept(term, locale),
        text=locale.text(term.text),
        cites=cited(term.cites, context),
        edit=edit_link(context, file_of(Term).path(), term.id),
    )


def _kept(term: Term, locale: Locale) -> KeptName | None:
    if not is_kept(term, locale):
        return None
    name = term.term[LANGUAGES[0]]
    return KeptName(LANGUAGES[0], name, locale.text(term.term).removeprefix(f"{name} "))


def _headword(term: Term, locale: Locale) -> str:
    return term.abbreviation or locale.text(term.term)
