"""The dates of a brief: the same rows as the strip, what to ask about first, each date in words."""

from generator.charts.data import StripPlot
from generator.charts.edition import theme_charts
from generator.pages.views.briefs.rows import due_in_words, table_of
from tests.support.bridges import FIRST, bridges
from tests.support.described import named, report
from tests.support.phrases import WORDS
from tests.support.views import context_with

OWED = {"nature": "promise", "owed_by": "customs"}
MOVED = [report("first", "announced", due="2030"), report("second", "under-way", due="2031")]
MILESTONES = [
    {"id": "kept", "title": named("Kept"), **OWED, "reports": [report("first", "done", due="2020", done="2020-05")]},
    {"id": "minor", "title": named("Minor"), **OWED, "weight": "minor", "reports": MOVED},
    {"id": "lead", "title": named("Lead"), **OWED, "weight": "lead", "reports": MOVED},
    {"id": "past", "title": named("Past"), **OWED, "reports": [report("first", "announced", due="2021")]},
]


def table():
    context = context_with(bridges(statements=[FIRST], milestones=MILESTONES))
    strip, *_ = theme_charts(context.edition.themes["bridges"], context.edition, context.locale)
    assert strip and isinstance(strip.plot, StripPlot)
    return table_of(strip.plot, context)


def test_what_to_ask_about_comes_first_and_of_one_fate_what_leads():
    assert [row.title for row in table().rows] == ["Past", "Lead", "Minor", "Kept"]


def test_a_row_has_every_date_in_the_order_in_which_it_was_given():
    [lead] = (row for row in table().rows if row.title == "Lead")

    assert lead.bands == (("2030-01-01", "2030-12-31"), ("2031-01-01", "2031-12-31"))
    assert lead.due == "[brief.moved 2031 2030]"
    assert len(lead.marks) == 2


def test_what_was_given_no_date_has_none_in_words():
    assert due_in_words(None, WORDS) == ""
