"""Signs that are not what they look like are found where they are, with what to write instead."""

import unicodedata

import pytest

from generator.text.hidden import hidden_in, with_plain_letters

JOINED = {*range(0xFB00, 0xFB07), 0x132, 0x133}
UNSEEN = [
    *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070),
    0x34F, 0x61C, 0x115F, 0x180E, 0x3164, 0xFE0F,
    0xFEFF, 0xFFA0, 0xFFF9, 0x1D173, 0xE0041, 0xE0100, 0x00, 0x1B, 0x7F, 0x9F,
]  # fmt: skip


@pytest.mark.parametrize("code", UNSEEN, ids=hex)
def test_what_cannot_be_seen_is_found_where_it_is(code: int) -> None:
    hidden = hidden_in(f"kade {chr(code)}haven")

    assert hidden
    assert (hidden.offset, hidden.what) == (5, f"the character U+{code:04X} is not allowed")
    assert hidden.hint.endswith("Delete it.")


@pytest.mark.parametrize("code", sorted(JOINED), ids=hex)
def test_letters_in_one_sign_are_found_and_split(code: int) -> None:
    hidden = hidden_in(f"kade pro{chr(code)}el")

    assert hidden
    assert (hidden.offset, hidden.what) == (8, f"the character U+{code:04X} is not allowed")
    assert hidden.hint.endswith(f'Write "pro{unicodedata.normalize("NFKC", chr(code))}el".')


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        pytest.param("douane\u00adcontrole", "douanecontrole", id="a soft hyphen"),
        pytest.param("Curac\u0327ao", "Curaçao", id="a cedilla apart"),
        pytest.param("officie\u0308le", "officiële", id="a diaeresis apart"),
        pytest.param("e\u0301e\u0301n", "één", id="two accents apart"),
        pytest.param("\u212bland", "Åland", id="a sign of measure for a letter"),
        pytest.param("\ufb03ciënt pro\ufb01el van het \u0132", "fficiënt profiel van het IJ", id="ligatures"),
    ],
)
def test_a_text_is_written_with_plain_letters_and_then_accepted(written: str, plain: str) -> None:
    assert with_plain_letters(written) == plain
    assert hidden_in(written)
    assert hidden_in(plain) is None


@pytest.mark.parametrize("text", ["", "Curaçao: 1.094 miljoen – € 5", "naïeve coöperatie’s “één”", "½ · ¼ m²"])
def test_what_is_written_plainly_is_left_as_it_is(text: str) -> None:
    assert (hidden_in(text), with_plain_letters(text)) == (None, text)
