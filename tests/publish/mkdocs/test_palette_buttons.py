"""What a page shows of the palettes: the schemes it can be shown in, and a button that leads from each to the next."""

import pytest

from generator.archive.archive import Archive
from generator.model.locale import Locale
from generator.publish.mkdocs.palette_buttons import PaletteButton, color_scheme, palette_buttons, palettes_of

LIGHT, DARK = "(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"
TOGGLE = {"icon": "material/weather-night", "name": "Donker"}


@pytest.fixture
def locale(small_archive: Archive) -> Locale:
    return Locale("nl", small_archive.words["nl"])


def buttons(written: object, locale: Locale, *, theirs: bool = True) -> list[PaletteButton]:
    return palette_buttons(palettes_of(written), locale, is_language_of_names=theirs)


@pytest.mark.parametrize(
    ("written", "schemes"),
    [
        pytest.param(None, "light dark", id="of our own, as the system has it"),
        pytest.param({}, "light dark", id="nothing written is our own"),
        pytest.param({"primary": "teal"}, "light", id="one palette, light as Material has it"),
        pytest.param({"scheme": "slate"}, "dark", id="one palette, dark"),
        pytest.param([{"scheme": "slate"}, {"scheme": "default"}], "dark", id="the first of several"),
        pytest.param([{"media": LIGHT}, {"media": DARK, "scheme": "slate"}], "light dark", id="one for each system"),
    ],
)
def test_a_page_can_be_shown_in_the_schemes_of_its_palettes(written: object, schemes: str) -> None:
    assert color_scheme(palettes_of(written)) == schemes


def test_without_a_palette_there_is_a_button_between_light_and_dark(locale: Locale) -> None:
    switch = "Wisselen tussen licht en donker"

    assert buttons(None, locale) == [
        PaletteButton(LIGHT, "light", {}, switch, "Donker"),
        PaletteButton(DARK, "dark", {}, switch, "Licht"),
    ]


def test_one_palette_has_no_button(locale: Locale) -> None:
    assert buttons({"primary": "teal"}, locale) == []


def test_of_several_each_has_the_button_of_its_toggle(locale: Locale) -> None:
    written = [
        {"media": LIGHT, "primary": "deep purple", "toggle": TOGGLE},
        {"media": DARK, "scheme": "slate", "accent": "lime"},
    ]
    first = {"scheme": "default", "primary": "deep-purple", "accent": "atlas"}
    second = {"scheme": "slate", "primary": "atlas", "accent": "lime"}

    assert buttons(written, locale) == [
        PaletteButton(LIGHT, "light", first, "Donker", "Donker", "material/weather-night"),
        PaletteButton(DARK, "dark", second, "", ""),
    ]


def test_a_palette_that_follows_the_system_has_no_tone_of_its_own(locale: Locale) -> None:
    written = [
        {"media": "(prefers-color-scheme)", "toggle": TOGGLE},
        {"media": LIGHT},
        {"media": DARK, "scheme": "slate"},
    ]

    assert [button.tone for button in buttons(written, locale)] == ["", "light", "dark"]


def test_in_another_language_a_button_says_what_all_of_them_do(locale: Locale) -> None:
    written = [{"toggle": TOGGLE}, {"scheme": "slate", "toggle": TOGGLE}]

    assert {button.name for button in buttons(written, locale, theirs=False)} == {"Wisselen tussen licht en donker"}
