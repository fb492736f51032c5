"""The settings of MkDocs and of Material for MkDocs: which the atlas honours, and why it cannot honour the others.

A test holds these lists against the settings that the installed MkDocs and Material know.
"""

from dataclasses import dataclass

from generator.archive import Path as At
from generator.diagnostics import Diagnostic, Rule
from generator.settings.mkdocs_yml import Settings


@dataclass(frozen=True)
class Refusal:
    """Why a setting cannot be honoured, and what to do instead."""

    why: str
    hint: str


def refused(settings: Settings, at: At, name: str, why: Refusal, *, is_key: bool = False) -> Diagnostic:
    """The diagnostic of a setting that cannot be honoured, at its value, or at its key."""
    place = settings.key_place(*at) if is_key else settings.place(*at)
    return Diagnostic(place, f"{name} cannot be honoured: {why.why}", why.hint, rule=Rule.MKDOCS)


_SCRIPT = "it needs the script of Material, which the atlas does not load"
_MENU = "the menu is one row of links, the same on every page"
_DELETE = "Delete it."
_BLOCKS = "Delete it; a block or partial of your own goes into `theme.custom_dir`."
_PLACES = "Delete it; to keep a file from being published, move it out of content/."

HONOURED = frozenset(
    {
        "site_name", "site_description", "site_url", "repo_url", "repo_name", "edit_uri", "copyright", "theme",
        "docs_dir", "site_dir", "use_directory_urls", "extra_css", "extra_javascript", "extra_templates",
        "markdown_extensions", "hooks", "watch", "plugins", "extra", "strict", "validation", "dev_addr",
        "remote_branch", "remote_name",
    }
)  # fmt: skip
"""The settings of MkDocs that do here what they do there."""

REFUSED = {
    "nav": Refusal(
        "the menu is made from the records, the same in every edition",
        "Delete it. Its words stand under `nav` in data/words/; another menu goes into partials/header.html of a"
        " `theme.custom_dir`.",
    ),
    "pages": Refusal("MkDocs gave it up for `nav`, and the menu is made from the records", _DELETE),
    "exclude_docs": Refusal("every page is made from records, or from a file of content/ that has its name", _PLACES),
    "draft_docs": Refusal("every page is made from records, or from a file of content/ that has its name", _PLACES),
    "not_in_nav": Refusal("no menu is made from the files of content/", _DELETE),
    "site_author": Refusal(
        "the publisher is part of the open data, in every language", "Write it as `publisher` in data/atlas.yaml."
    ),
    "edit_uri_template": Refusal(
        "a page is made from several files, and each is edited where it lies", "Write edit_uri: edit/main/content/"
    ),
    "google_analytics": Refusal("no page asks another host or follows its readers", _DELETE),
    "INHERIT": Refusal("the settings of the atlas stand in one file", "Write those of the other file here."),
}
"""The settings of MkDocs that mean nothing here."""

THEME = frozenset({"name", "language", "palette", "logo", "favicon", "icon", "font", "custom_dir", "features"})
"""The settings of Material under `theme` that do here what they do there."""

REFUSED_OF_THEME = {
    "direction": Refusal("it follows from the language", _DELETE),
    "locale": Refusal("Material goes by `language`", "Write language: in its place."),
    "static_templates": Refusal(
        "the pages are those of the records", "List files that MkDocs shall fill in under `extra_templates`."
    ),
    "include_search_page": Refusal("the search is that of the atlas", _DELETE),
    "search_index_only": Refusal("the search is that of the atlas", _DELETE),
}

FEATURES = frozenset({"content.action.edit", "content.action.view"})
"""Those of Material's features that do here what they do there."""

REFUSED_FEATURES = {
    **dict.fromkeys(
        (
            "announce.dismiss", "content.code.annotate", "content.code.copy", "content.code.select",
            "content.footnote.tooltips", "content.tabs.link", "content.tooltips", "header.autohide",
            "navigation.instant", "navigation.instant.prefetch", "navigation.instant.preview",
            "navigation.instant.progress", "navigation.top", "navigation.tracking", "toc.follow",
        ),
        Refusal(_SCRIPT, _DELETE),
    ),
    **dict.fromkeys(
        (
            "navigation.expand", "navigation.footer", "navigation.indexes", "navigation.path", "navigation.prune",
            "navigation.sections", "navigation.tabs", "navigation.tabs.sticky",
        ),
        Refusal(_MENU, _BLOCKS),
    ),
    **dict.fromkeys(
        ("search.highlight", "search.share", "search.suggest"),
        Refusal("the search is that of the atlas, which has a page of its own", _DELETE),
    ),
    "toc.integrate": Refusal("the list of what is on a page stands above it, and there is no menu beside it", _DELETE),
}  # fmt: skip

ICONS = frozenset({"logo", "edit", "view", "admonition"})
"""The icons under `theme.icon` that stand on pages of the atlas."""

REFUSED_OF_EXTRA = {
    "analytics": Refusal("no page asks another host or follows its readers", _DELETE),
    "consent": Refusal("no page sets a cookie, so there is nothing to consent to", _DELETE),
    "alternate": Refusal("every page links to itself in the other language", _DELETE),
    "version": Refusal("editions are the versions: every page lists them", _DELETE),
    "generator": Refusal("no page says what it is made with", _DELETE),
    "homepage": Refusal("the name of the site leads to the home page of the edition", _BLOCKS),
    "tags": Refusal("records are sorted by theme and kind", _DELETE),
    "status": Refusal("no menu shows the pages one by one", _DELETE),
    "annotate": Refusal(_SCRIPT, _DELETE),
    "scope": Refusal(_SCRIPT, _DELETE),
    "polyfills": Refusal("its files come from another host", "List files of content/ under `extra_javascript`."),
}
"""What Material reads of `extra`; other names are free, for templates of your own. `social` does what it does there."""

REFUSED_PLUGINS = {
    "search": Refusal("the atlas has a search of its own, inside each edition", _DELETE),
    "i18n": Refusal(
        "the atlas is in every language of data/words/ as it is",
        "Delete it; names and descriptions in other languages go under `translations` of the plugin `atlas`.",
    ),
    "mike": Refusal("editions are the versions, and `atlas build` makes them all", _DELETE),
    "rss": Refusal("every edition and theme has a feed", _DELETE),
    "tags": Refusal("records are sorted by theme and kind", _DELETE),
    "redirects": Refusal("former addresses are kept by data/aliases.yaml", "Delete it, and write an alias there."),
    "macros": Refusal("files of content/ are Jinja templates as they are", _DELETE),
    "privacy": Refusal("no page asks another host", _DELETE),
    "minify": Refusal("it would run over every page of every edition", "Delete it; compress what the host sends."),
}
"""Plugins with a reason or a hint of their own."""
OTHER_PLUGIN = Refusal(
    "pages are made by `atlas` alone", "Delete it; what it does to a page can be done by a file under `hooks`."
)

COLOURS = (
    "red", "pink", "purple", "deep purple", "indigo", "blue", "light blue", "cyan", "teal", "green", "light green",
    "lime", "yellow", "amber", "orange", "deep orange",
)  # fmt: skip
"""What `theme.palette.accent` can be, and `primary` too."""
PRIMARY_COLOURS = (*COLOURS, "brown", "grey", "blue grey", "black", "white")
SCHEMES = ("default", "slate")
MEDIA = ("(prefers-color-scheme)", "(prefers-color-scheme: light)", "(prefers-color-scheme: dark)")
