"""The rules over `theme.palette`: its colours and schemes are known to Material, or to a style sheet of the project."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from generator.archive import Path as At
from generator.diagnostics import Diagnostic, Rule, did_you_mean, nearest
from generator.settings import known as keys
from generator.settings.known import Refusal, refused
from generator.settings.mkdocs_yml import CONTENT, Settings, keyed, texts

_KEYS = ("scheme", "primary", "accent", "media", "toggle")
_TOGGLE = {"icon": "what the button shows", "name": "what the button does"}
_CUSTOM = "custom"
"""The colour that a style sheet of one's own gives."""


def palette_is_known(settings: Settings) -> Iterator[Diagnostic]:
    """What is wrong in the palette, which is one, or a list of those that readers can choose from."""
    written = settings.theme.get("palette")
    if written is not None and not isinstance(written, dict | list):
        hint = "Write keys under it: scheme, primary, accent."
        yield Diagnostic(settings.place("theme", "palette"), "palette needs keys with values", hint, rule=Rule.SHAPE)
    if isinstance(written, dict) and "toggle" in written:
        why = Refusal("there is no other palette to switch to", "Write a list of two, each with its scheme and toggle.")
        yield refused(settings, ("theme", "palette", "toggle"), "'toggle'", why, is_key=True)
    for at, palette in palettes_in(written):
        yield from _palette(settings, at, palette)


def palettes_in(written: object) -> Sequence[tuple[At, dict[str, Any]]]:
    """Each palette with its path, whether one is written or a list."""
    if isinstance(written, dict):
        return ((("theme", "palette"), written),)
    listed = enumerate(written) if isinstance(written, list) else ()
    return tuple((("theme", "palette", i), keyed(entry)) for i, entry in listed)


def _palette(settings: Settings, at: At, palette: dict[str, Any]) -> Iterator[Diagnostic]:
    for key in palette:
        if key not in _KEYS:
            place, hint = settings.key_place(*at, key), did_you_mean(key, _KEYS)
            yield Diagnostic(place, f"the key {key!r} is not known here", hint, rule=Rule.UNKNOWN_KEY)
    yield from _word(settings, (*at, "primary"), palette, (*keys.PRIMARY_COLOURS, _CUSTOM))
    yield from _word(settings, (*at, "accent"), palette, (*keys.COLOURS, _CUSTOM))
    yield from _word(settings, (*at, "media"), palette, keys.MEDIA)
    yield from _word(settings, (*at, "scheme"), palette, (*keys.SCHEMES, *_own_schemes(settings, palette)))
    if "toggle" in palette and isinstance(at[-1], int):
        yield from _toggle(settings, (*at, "toggle"), keyed(palette["toggle"]))


def _word(settings: Settings, at: At, palette: dict[str, Any], known: Collection[str]) -> Iterator[Diagnostic]:
    name = str(at[-1])
    if name in palette and str(palette[name]).replace("-", " ") not in {word.replace("-", " ") for word in known}:
        what = f"{name}: {palette[name]!r} is not one of the words for it"
        near = nearest(str(palette[name]), known)
        hint = f"Did you mean {near!r}?" if near else f"Known: {', '.join(known)}"
        if name == "scheme" and not near:
            hint += ". A scheme of your own is a rule for [data-md-color-scheme] in a file of `extra_css`."
        yield Diagnostic(settings.place(*at), what, hint, rule=Rule.UNKNOWN_WORD)


def _own_schemes(settings: Settings, palette: dict[str, Any]) -> Iterator[str]:
    """The name of the scheme, if a style sheet of the project's own has a rule for it."""
    scheme = palette.get("scheme")
    for name in texts(settings.values.get("extra_css")):
        file = settings.root / CONTENT / name
        if isinstance(scheme, str) and file.is_file():
            text = file.read_text("utf-8", errors="replace").replace('"', "").replace("'", "")
            if f"[data-md-color-scheme={scheme}]" in text:
                yield scheme


def _toggle(settings: Settings, at: At, toggle: dict[str, Any]) -> Iterator[Diagnostic]:
    for key in _TOGGLE:
        if not isinstance(toggle.get(key), str):
            what, hint = f"the key {key!r} is missing", f"Add {key}: {_TOGGLE[key]}."
            yield Diagnostic(settings.place(*at), what, hint, rule=Rule.MISSING_KEY)
