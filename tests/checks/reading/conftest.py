"""What verify says of a changed record of the small archive, whose documents are in tests/cases/small/texts/."""

import pytest

from generator.archive.archive import read_archive
from generator.checks.reading.rules import against_texts
from generator.documents.verify import readings, texts_of
from tests.support.small import SMALL, lay_out_data

LOCKS = "data/themes/locks/statements.yaml"


def statement(nl: str, en: str, cites: str) -> dict[str, str]:
    """The statements of the locks: only this one."""
    text = f'{{nl: "{nl}", en: "{en}"}}'
    return {LOCKS: f"- {{id: s, when: 2022, kind: context, text: {text}, cites: [{cites}]}}\n"}


@pytest.fixture
def told(tmp_path_factory):
    """The rules and messages of what is found once some files are as given."""

    def found(files: dict[str, str]) -> list[tuple[str, str]]:
        archive = read_archive(lay_out_data(tmp_path_factory.mktemp("told"), files))
        read = texts_of(readings(archive, [SMALL / "texts"]))
        return [(diagnostic.rule.value, diagnostic.message) for diagnostic in against_texts(archive, read)]

    return found


@pytest.fixture
def said(told):
    """The rules that find something in one statement with these texts and this citation."""
    return lambda nl, en, cites: sorted({rule for rule, _ in told(statement(nl, en, cites))})
