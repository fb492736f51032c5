"""What search finds → the script that search reads."""

import json
from collections.abc import Iterable

from generator.editions import Edition
from generator.model import Locale
from generator.pages.page import SearchEntry
from generator.pages.urls import FixedPage, theme_path
from generator.text import language


def search_index(entries: Iterable[SearchEntry], edition: Edition, locale: Locale) -> str:
    """A script that gives search its rows: `[path, kind, number of the group, title, text, weight]`.

    Beside them stand the words for the kinds, the groups as `[title, path]`, the stemmer of the language, and
    whether it writes words together to make others, in which search then looks too.
    """
    names = {theme_path(theme.id): locale.text(theme.text.title) for theme in edition.mentioned}
    for page in (FixedPage.SOURCES, FixedPage.PLACES, FixedPage.GLOSSARY):
        names[page.value] = locale.say(f"nav.{page.name.lower()}")
    names[FixedPage.HOME.value] = locale.say("search.pages")
    groups, rows = list(names), list(entries)
    spoken = language(locale.language)
    found = {
        "stems": spoken.stems,
        "compounds": spoken.numbers.compound == "joined",
        "kinds": {kind: locale.say(f"found.{kind}") for kind in sorted({entry.kind for entry in rows})},
        "groups": [[names[path], path] for path in groups],
        "rows": [[e.path, e.kind, groups.index(e.group), e.title, e.text, e.weight.value] for e in rows],
    }
    return f"atlasSearch.found = {json.dumps(found, ensure_ascii=False, separators=(',', ':'))};\n"
