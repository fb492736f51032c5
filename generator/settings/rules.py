"""The rules over `mkdocs.yml`: each setting that the atlas cannot honour is refused, with what to do instead."""

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from generator.archive import Path as At
from generator.diagnostics import Diagnostic, Rule, did_you_mean
from generator.settings import known as keys
from generator.settings.known import Refusal, refused
from generator.settings.mkdocs_yml import CONTENT, PLUGIN, TRANSLATED, Settings, is_no, keyed, texts, value_at
from generator.settings.palettes import palette_is_known
from generator.text import LANGUAGES

_INPUTS = ("data", "content", "templates", "generator", "docs", "tests", "site")
"""Folders of the project which MkDocs, that empties the folder it writes to, must not be given."""
_OPTIONS = ("edition", "translations")
_NOWHERE: At = ("plugins", PLUGIN)
"""Where the options of the plugin would be, if it is not there."""


def diagnostics_in(settings: Settings) -> Iterator[Diagnostic]:
    """Every setting that cannot be honoured, and every one that is missing."""
    for rule in RULES:
        yield from rule(settings)


def _settings_are_known(settings: Settings) -> Iterator[Diagnostic]:
    yield from _keys(settings, (), keys.HONOURED, keys.REFUSED)
    yield from _keys(settings, ("extra",), None, keys.REFUSED_OF_EXTRA)


def _folders_are_those_of_the_project(settings: Settings) -> Iterator[Diagnostic]:
    folder = settings.values.get("docs_dir", "docs")
    if folder != CONTENT:
        why = Refusal("the pages that people write lie in content/", f"Write docs_dir: {CONTENT}")
        yield refused(settings, ("docs_dir",), f"docs_dir {folder!r}", why)
    written = str(settings.values.get("site_dir", "site"))
    if (Path(os.path.relpath(settings.root / written, settings.root)).parts or (".",))[0] in (".", *_INPUTS):
        why = Refusal("MkDocs empties it before it writes one edition there", "Write site_dir: .atlas/mkdocs")
        yield refused(settings, ("site_dir",), f"site_dir {written!r}", why)
    if is_no(settings.values.get("use_directory_urls")):
        why = Refusal("addresses of pages end in a slash, and stay what they are", "Delete it.")
        yield refused(settings, ("use_directory_urls",), "'use_directory_urls: false'", why)


def _the_theme_is_material(settings: Settings) -> Iterator[Diagnostic]:
    theme = settings.theme
    name = theme.get("name") or "mkdocs"
    if name != "material":
        why = Refusal("the templates extend those of Material for MkDocs", "Write name: material")
        yield refused(settings, ("theme", "name"), f"the theme {name!r}", why)
    folder = theme.get("custom_dir")
    if isinstance(folder, str) and not (settings.root / folder).is_dir():
        what, hint = f"custom_dir: there is no folder {folder!r}", "Make it, or delete the setting."
        yield Diagnostic(settings.place("theme", "custom_dir"), what, hint, rule=Rule.MISSING_FILE)
    if settings.language not in LANGUAGES:
        what = f"theme.language: {settings.language!r} has no words in data/words/"
        yield Diagnostic(settings.place("theme", "language"), what, did_you_mean("", LANGUAGES), rule=Rule.UNKNOWN_WORD)
    if "font" in theme and not is_no(theme["font"]):
        hint = "Write font: false; a font of your own lies in content/, where a style sheet of `extra_css` loads it."
        why = Refusal("readers would ask another host for it", hint)
        yield refused(settings, ("theme", "font"), "'font'", why, is_key=True)


def _the_look_is_known(settings: Settings) -> Iterator[Diagnostic]:
    yield from _keys(settings, ("theme",), keys.THEME, keys.REFUSED_OF_THEME)
    yield from palette_is_known(settings)
    for i, feature in enumerate(texts(settings.theme.get("features"))):
        at = ("theme", "features", i)
        if feature in keys.REFUSED_FEATURES:
            yield refused(settings, at, repr(feature), keys.REFUSED_FEATURES[feature])
        elif feature not in keys.FEATURES:
            hint = did_you_mean(feature, keys.FEATURES | keys.REFUSED_FEATURES.keys()) or "Delete it."
            what = f"Material has no feature {feature!r}"
            yield Diagnostic(settings.place(*at), what, hint, rule=Rule.UNKNOWN_WORD)
    for icon in keyed(settings.theme.get("icon")):
        if icon not in keys.ICONS:
            why = Refusal("no page shows this icon", f"Delete it; shown are {', '.join(sorted(keys.ICONS))}.")
            yield refused(settings, ("theme", "icon", icon), f"the icon {icon!r}", why, is_key=True)


def _plugins_are_the_atlas(settings: Settings) -> Iterator[Diagnostic]:
    if PLUGIN not in settings.plugins:
        what = f"the plugin {PLUGIN!r} is missing: without it MkDocs makes no page of the records"
        yield Diagnostic(settings.place("plugins"), what, f"Write - {PLUGIN} under `plugins`.", rule=Rule.MKDOCS)
    for name, at in settings.plugins.items():
        if name != PLUGIN:
            why = keys.REFUSED_PLUGINS.get(name.removeprefix("material/"), keys.OTHER_PLUGIN)
            yield refused(settings, at, f"the plugin {name!r}", why)


def _options_are_known(settings: Settings) -> Iterator[Diagnostic]:
    at = settings.plugins.get(PLUGIN, _NOWHERE)
    yield from _keys(settings, at, _OPTIONS, {})
    for language in settings.translations:
        path = (*at, "translations", language)
        if language not in LANGUAGES:
            what = f"translations: {language!r} has no words in data/words/"
            yield Diagnostic(settings.key_place(*path), what, did_you_mean("", LANGUAGES), rule=Rule.UNKNOWN_WORD)
        elif language == settings.language:
            why = Refusal("the file is written in that language as it is", "Write it above, and delete it here.")
            yield refused(settings, path, f"a translation into {language!r}", why, is_key=True)
        yield from _keys(settings, path, TRANSLATED, {})


def _names_are_in_every_language(settings: Settings) -> Iterator[Diagnostic]:
    at = settings.plugins.get(PLUGIN, _NOWHERE)
    for name in TRANSLATED:
        yield from _text(settings, (name,), required=name != "copyright")
        for language in LANGUAGES if settings.language in LANGUAGES else ():
            if language != settings.language:
                required = name != "copyright" and bool(settings.values.get(name))
                yield from _text(settings, (*at, "translations", language, name), required=required)


def _text(settings: Settings, at: At, *, required: bool) -> Iterator[Diagnostic]:
    """What is wrong with a text of the site, in the language of the file or, under `translations`, another."""
    *parents, name = at
    written = value_at(settings.values, at)
    if written and not isinstance(written, str):
        yield Diagnostic(settings.place(*at), f"{name} needs a text", f"Write {name}: and the text.", rule=Rule.SHAPE)
    elif not written and required and parents:
        what, hint = f"{name} is missing in {parents[-1]!r}", f"Add {name}: … under `translations: {parents[-1]}:`"
        yield Diagnostic(settings.place(*at), what, f"{hint} of the plugin {PLUGIN!r}.", rule=Rule.ONE_LANGUAGE)
    elif not written and required:
        what, hint = f"the key {name!r} is missing", f"Add {name}: … in {settings.language!r}."
        yield Diagnostic(settings.place(*at), what, hint, rule=Rule.MISSING_KEY)


def _addresses_lead_to_the_web(settings: Settings) -> Iterator[Diagnostic]:
    values = settings.values
    for name in ("site_url", "repo_url"):
        written = values.get(name)
        if written and not str(written).startswith(("https://", "http://")):
            what = f"{name}: {written!r} is not a web address"
            hint = f"Write {name}: https:// and the address."
            yield Diagnostic(settings.place(name), what, hint, rule=Rule.WEB_ADDRESS)
    edit = str(values.get("edit_uri") or "")
    if edit and not f"/{edit.rstrip('/')}".endswith(f"/{CONTENT}"):
        what = f"edit_uri: {edit!r} does not lead to the folder {CONTENT}/"
        hint = f"Write edit_uri: edit/main/{CONTENT}/, or as the host of the repository has it."
        yield Diagnostic(settings.place("edit_uri"), what, hint, rule=Rule.MKDOCS)
    if edit and not values.get("repo_url") and "://" not in edit:
        hint = "Add repo_url: https:// and the address of the repository."
        yield Diagnostic(settings.place("edit_uri"), "edit_uri needs repo_url", hint, rule=Rule.MISSING_KEY)


def _files_are_there(settings: Settings) -> Iterator[Diagnostic]:
    named: list[tuple[At, object]] = [(("theme", name), settings.theme.get(name)) for name in ("logo", "favicon")]
    for name in ("extra_css", "extra_javascript", "extra_templates"):
        entries = settings.values.get(name)
        for i, entry in enumerate(entries if isinstance(entries, list) else ()):
            at: At = (name, i, "path") if isinstance(entry, dict) else (name, i)
            named.append((at, value_at(settings.values, at)))
    for path, written in named:
        if isinstance(written, str):
            yield from _file(settings, path, written)


def _file(settings: Settings, at: At, written: str) -> Iterator[Diagnostic]:
    name = f"{at[0] if at[0] != 'theme' else at[1]}"
    if "//" in written:
        why = Refusal(
            "every reader would ask another host for it", f"Put the file into {CONTENT}/, and write its path."
        )
        yield refused(settings, at, f"{name} {written!r}", why)
        return
    folders = [CONTENT, "templates/theme", *texts([settings.theme.get("custom_dir")])]
    if not any((settings.root / folder / written).is_file() for folder in folders):
        hint = f"Put it there; the path starts inside {CONTENT}/ or `theme.custom_dir`."
        yield Diagnostic(settings.place(*at), f"{name}: there is no file {written!r}", hint, rule=Rule.MISSING_FILE)


def _keys(
    settings: Settings, at: At, known: Collection[str] | None, why: Mapping[str, Refusal]
) -> Iterator[Diagnostic]:
    """The keys at a path that are refused, and those that nothing reads; None if any other may be written."""
    for key in keyed(value_at(settings.values, at)):
        if key in why:
            yield refused(settings, (*at, key), repr(key), why[key], is_key=True)
        elif known is not None and key not in known:
            hint = did_you_mean(key, known) or "Delete it; values for templates of your own go under `extra`."
            what = f"the key {key!r} is not known here"
            yield Diagnostic(settings.key_place(*at, key), what, hint, rule=Rule.UNKNOWN_KEY)


RULES: tuple[Callable[[Settings], Iterator[Diagnostic]], ...] = (
    _settings_are_known,
    _folders_are_those_of_the_project,
    _the_theme_is_material,
    _the_look_is_known,
    _plugins_are_the_atlas,
    _options_are_known,
    _names_are_in_every_language,
    _addresses_lead_to_the_web,
    _files_are_there,
)
"""Each asks one thing of the settings."""
