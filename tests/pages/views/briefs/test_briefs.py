"""A brief says what the page says: the same answer, and the address of its edition, which stays."""

from generator.charts import answer
from generator.pages.views.briefs.briefs import changes_brief, theme_brief
from generator.pages.views.theme import theme_view
from tests.support.views import context_with, small_context


def test_a_brief_gives_the_answer_of_its_page():
    context = small_context()
    for theme in context.edition.mentioned:
        view, brief = theme_view(theme, context), theme_brief(theme, context)

        assert (brief.title, brief.question, brief.answer) == (view.title, view.question, view.answer.text)
        assert brief.answer == answer(theme.milestones, context.locale)


def test_a_brief_is_the_same_at_both_addresses_of_its_edition(small_archive):
    dated, latest = context_with(small_archive), context_with(small_archive, latest=True)
    address = f"en/editions/{dated.edition.id}/themes/locks/"

    assert theme_brief(dated.edition.themes["locks"], dated) == theme_brief(latest.edition.themes["locks"], latest)
    assert changes_brief(dated) == changes_brief(latest)
    assert theme_brief(latest.edition.themes["locks"], latest).address.endswith(address)


def test_the_brief_of_the_first_edition_knows_nothing_before_it_and_nothing_later(small_archive):
    context = context_with(small_archive, edition=0)
    brief = changes_brief(context)
    marks = {mark for row in brief.table.rows for mark in row.marks} if brief.table else set()

    assert brief.title == f"[changes.new_in {brief.title.partition(' ')[2].removesuffix(']')}]"
    assert [mark for mark in marks if mark > str(context.edition.as_of)] == []
