"""A work list is folded theme by theme, in full as far as it fits, and never ends in the middle of anything."""

import pytest

from generator.watch.proposal.folded import fitted, parts_of

YAML = "```yaml\n- id: locks-\n```"
LIST = f"""\
# Work list of x, published 2026-06-03

3 passages: 2 may concern a theme.

## sluizen-1 (12 words)

Sluizen – figures: 3, 2025

`data/themes/locks/statements.yaml`:

{YAML}

`data/themes/locks/milestones.yaml`, a report of `lock-east`:

{YAML}

## veren-1 (9 words)

Veren

`data/themes/ferries/statements.yaml`:

{YAML}

## sluizen-2 (12 words)

Sluizen

`data/themes/locks/indicators.yaml`, a value of `wait`:

{YAML}

## Passages that name no theme

- `aanhef-1`
- `aanhef-2`
"""


def test_passages_are_gathered_by_theme_and_other_sections_follow() -> None:
    assert [part.title for part in parts_of(LIST)] == [
        "", "ferries: 1 passage", "locks: 2 passages", "Passages that name no theme"
    ]  # fmt: skip


def test_a_passage_in_one_line_has_its_figures_and_what_it_may_be_about() -> None:
    locks = parts_of(LIST)[2]

    assert locks.short.splitlines() == [
        "- `sluizen-1` (12 words): Sluizen – figures: 3, 2025; a report of `lock-east`",
        "- `sluizen-2` (12 words): Sluizen; a value of `wait`",
    ]


def test_all_is_in_full_where_it_fits() -> None:
    text = fitted(parts_of(LIST), 10_000, "The rest is in x.md.")

    assert (text.count(YAML), text.count("<details>"), "x.md" in text) == (4, 3, False)


@pytest.mark.parametrize("most", range(40, 1400, 20))
def test_within_any_limit_nothing_is_cut_in_the_middle(most: int) -> None:
    text = fitted(parts_of(LIST), most, "The rest is in x.md.")

    assert len(text) <= most
    assert text.count("<details>") == text.count("</details>")
    assert text.count("```") % 2 == 0
    for line in text.replace("### ", "## ").splitlines():
        assert line in LIST or line.startswith(("<", "- `sluizen", "- `veren", "The rest", "2 lines"))
