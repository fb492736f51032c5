"""What pages show of `theme.palette`: the schemes that a reader can choose from, and a button for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model import Locale

OWN = "atlas"
"""The name of the colours that pages have by themselves, for a palette that names none."""
_DARK = "slate"
_SYSTEM = "(prefers-color-scheme)"
Palette = Mapping[str, Any]


@dataclass(frozen=True)
class PaletteButton:
    """A palette, and the button that leads on to the next one while it shows."""

    media: str
    """The media query for which the palette is meant; empty if for any."""
    tone: str
    """`light` or `dark`; empty if the system decides."""
    colours: Mapping[str, str]
    """`scheme`, `primary` and `accent`, as Material names them; none if pages have their own."""
    name: str
    """What the button does; empty if the palette has none."""
    label: str
    icon: str | None = None
    """Of Material, shown in place of the label."""


def palettes_of(written: Any) -> tuple[Palette, ...]:
    """The palettes of `theme.palette`, each with all its colours named; none if pages have their own."""
    listed: list[Palette] = written if isinstance(written, list) else [written] if written else []
    return tuple({"scheme": "default", "primary": OWN, "accent": OWN, **palette} for palette in listed)


def color_scheme(palettes: Sequence[Palette]) -> str:
    """The schemes in which a page can be shown, for the meta tag `color-scheme`: both if the system decides."""
    if not palettes or any(palette.get("media") for palette in palettes):
        return "light dark"
    return _tone(palettes[0])


def palette_buttons(palettes: Sequence[Palette], locale: Locale, *, is_language_of_names: bool) -> list[PaletteButton]:
    """A button for each palette; those of our own light and dark if none is written.

    The names in `mkdocs.yml` are in one language: in another, a button says what all of them do.
    """
    switch = locale.say("frame.theme_switch")
    if not palettes:
        return [
            PaletteButton(f"(prefers-color-scheme: {tone})", tone, {}, switch, locale.say(f"frame.theme_{other}"))
            for tone, other in (("light", "dark"), ("dark", "light"))
        ]
    if len(palettes) == 1:
        return []
    return [_button(palette, "" if is_language_of_names else switch) for palette in palettes]


def _button(palette: Palette, name: str) -> PaletteButton:
    toggle, media = palette.get("toggle") or {}, palette.get("media", "")
    colours = {key: palette[key].replace(" ", "-") for key in ("scheme", "primary", "accent")}
    shown = (name or toggle["name"]) if toggle else ""
    return PaletteButton(media, "" if media == _SYSTEM else _tone(palette), colours, shown, shown, toggle.get("icon"))


def _tone(palette: Palette) -> str:
    return "dark" if palette["scheme"] == _DARK else "light"
