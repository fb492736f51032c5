"""What search finds → the script that search reads."""

import json
from collections.abc import Iterable

from generator.editions import Edition
from generator.model import Locale
from generator.pages.page import SearchEntry
from generator.pages.urls import FixedPage, theme_path
from generator.text import language


def search_index(entries: Iterable[SearchEntry], edition: Edition, locale: Locale) -> str:
    """A script that gives search its rows as columns: paths, kinds, numbers of groups, titles, texts, weights.

    Columns weigh a tenth less than rows once they are compressed. Beside them stand the words for the kinds, the groups
    as `[title, path]`, the stemmer of the language, and whether it writes words together to make others, in which
    search then looks too.
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
        "columns": [
            [entry.path for entry in rows],
            [entry.kind for entry in rows],
            [groups.index(entry.group) for entry in rows],
            [entry.title for entry in rows],
            [entry.text for entry in rows],
            [entry.weight.value for entry in rows],
        ],
    }
    return f"atlasSearch.found = {json.dumps(found, ensure_ascii=False, separators=(',', ':'))};\n"
