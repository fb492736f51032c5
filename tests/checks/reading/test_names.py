"""Names in titles and definitions are in the passages, or in the titles of their sources."""

from tests.checks.reading.test_figures import INDICATORS, changed

OLD = '{nl: "Wachttijd bij de sluizen", en: "Waiting time at the locks"}'


def test_a_title_names_what_its_passages_name(told):
    right = changed(INDICATORS, OLD, '{nl: "Wachttijd bij de Waterdienst", en: "Waiting time at the Waterway Service"}')
    wrong = changed(INDICATORS, OLD, '{nl: "Wachttijd bij Antwerpen", en: "Waiting time at Antwerp"}')

    assert told(right) == []
    assert told(wrong) == [
        ("name-not-read", "title of indicator 'waiting-time' names 'Antwerpen', which its passages do not")
    ]
