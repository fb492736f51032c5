"""What a document does not say keeps its denial."""

import pytest

from generator.checks.claims import claims_of
from generator.checks.sense.silence import denial_lost
from tests.checks.reading.conftest import statement


@pytest.mark.parametrize(
    ("nl", "en", "codes"),
    [
        ("De bron zegt niet bij welke sluis.", "The source does not say at which lock.", 0),
        ("De bron zegt bij welke sluis.", "The source does say at which lock.", 2),
        ("De brief legt uit waarvoor.", "The letter does not explain what for.", 1),
        ("De brief zegt dat de sluis opengaat.", "The letter says that the lock opens.", 0),
    ],
)
def test_a_denial_that_is_lost_is_found(archive_from, nl, en, codes):
    archive = archive_from(statement(nl, en, "verslag-2022#sluizen-1"))

    assert len([d for claim in claims_of(archive) for d in denial_lost(claim)]) == codes
