"""A style says of a paragraph what it is, itself or by the style on which it is based."""

from xml.etree.ElementTree import fromstring

import pytest

from generator.documents.docx.styles import Styles

CHAIN = '<s><style styleId="a"><basedOn val="b"/></style><style styleId="b"><basedOn val="a"/></style></s>'


@pytest.mark.parametrize(
    ("style", "rank"),
    [
        pytest.param('<name val="heading 2"/>', 2, id="by its name"),
        pytest.param('<name val="Kop 3"/>', 3, id="in Dutch"),
        pytest.param('<name val="Kopregel"/>', 0, id="but not a line at the head of a page"),
        pytest.param('<name val="heading 2"/><pPr><outlineLvl val="0"/></pPr>', 1, id="what it says comes first"),
        pytest.param('<pPr><outlineLvl val="12345678901234567890"/></pPr>', 1, id="a number that is none is none"),
    ],
)
def test_a_heading_has_a_rank(style: str, rank: int) -> None:
    styles = Styles(iter([fromstring(f'<s><style styleId="a">{style}</style></s>')]))

    assert styles.rank(fromstring('<p><pPr><pStyle val="a"/></pPr></p>')) == rank


@pytest.mark.parametrize("name", ["toc 1", "TOC Heading", "Inhopg 2"])
def test_lines_of_the_contents_are_known_by_the_name_of_their_style(name: str) -> None:
    styles = Styles(iter([fromstring(f'<s><style styleId="a"><name val="{name}"/></style></s>')]))

    assert styles.is_contents(fromstring('<p><pPr><pStyle val="a"/></pPr></p>'))


def test_styles_that_are_based_on_each_other_have_no_end_to_find() -> None:
    styles = Styles(iter([fromstring(CHAIN)]))
    paragraph = fromstring('<p><pPr><pStyle val="a"/></pPr></p>')

    assert (styles.rank(paragraph), styles.is_item(paragraph)) == (0, False)
