"""A passage is known again by the hash of its words, whatever their layout, and named after its heading."""

import hashlib

import pytest

from generator.documents.passages import hash_of, slug_of


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("de sluis is open", id="case"),
        pytest.param("De  sluis\nis\u00a0open", id="spaces and lines"),
        pytest.param("De sluis – is: ‘open’!", id="punctuation"),
        pytest.param("De sluis is o\u00adpen", id="hyphens that show only at the end of a line"),
    ],
)
def test_a_hash_ignores_layout_and_case(other: str) -> None:
    assert hash_of(other) == hash_of("De sluis is open")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("officiële ﬁets", "officie\u0308le fiets", id="ligatures and accents in two characters"),
        pytest.param("10² m", "102 m", id="raised digits"),
    ],
)
def test_a_hash_ignores_how_a_letter_is_stored(one: str, other: str) -> None:
    assert hash_of(one) == hash_of(other)


@pytest.mark.parametrize("other", ["De sluis is dicht", "De sluis is open 2", "Sluis de is open", ""])
def test_a_hash_changes_with_the_words(other: str) -> None:
    assert hash_of(other) != hash_of("De sluis is open")


def test_a_hash_is_that_of_the_letters_and_digits_in_lower_case() -> None:
    assert hash_of("A-b, 1!") == hashlib.sha256(b"ab1").hexdigest()[:16]


@pytest.mark.parametrize(
    ("heading", "slug"),
    [
        pytest.param("Sluizen en veren", "sluizen-en-veren", id="words joined by hyphens"),
        pytest.param("Coördinatie ‘op zee’ (m.b.t. 2022)", "coordinatie-op-zee-m-b-t-2022",
                     id="letters and digits only"),
        pytest.param("een twee drie vier vijf zes zeven acht negen", "een-twee-drie-vier-vijf-zes-zeven-acht",
                     id="at most eight words"),
    ],
)  # fmt: skip
def test_the_name_of_a_section_is_made_of_its_heading(heading: str, slug: str) -> None:
    assert slug_of(heading) == slug
