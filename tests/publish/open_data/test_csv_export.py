"""The columns of a table follow from the types of its rows, and its cells from their values."""

import csv
import io
from datetime import date
from decimal import Decimal

from generator.editions.milestones import State, Timing
from generator.editions.outcomes import ScheduleKind, Support
from generator.editions.verdicts import Outcome
from generator.model.enums import Basis, Nature, Owner, Says, SourceStanding, Weight
from generator.publish.open_data.csv_export import (
    MILESTONES,
    OBSERVATIONS,
    MilestoneRow,
    ObservationRow,
    columns_of,
    csv_of,
)
from generator.publish.open_data.values import Citation, Date, Text

MID_2022 = Date(text="mid-2022", first=date(2022, 5, 1), last=date(2022, 8, 31), edtf="2022-38")


def cells(text: str) -> dict[str, str]:
    (row,) = csv.DictReader(io.StringIO(text))
    return row


def test_a_date_has_three_columns_and_a_text_one_for_each_language():
    row = MilestoneRow(
        id="lock", theme="locks", title=Text({"nl": 'De "sluis"', "en": "The lock, renewed"}), first_due=MID_2022,
        latest_due=MID_2022, done=None, state=State.DONE, timing=Timing.LATE, slip_days=-3, moves=0, silent_since=None,
        nature=Nature.PROMISE, owed_by=Owner.EU, weight=Weight.LEAD, measurable=True, last_says=Says.DONE,
        support=Support.SEEN, schedule=ScheduleKind.LATE, schedule_days=3, outcome=Outcome.KEPT_LATE, absent=None,
        looked_in=("report", "letter"), read=5, unread=17,
    )  # fmt: skip

    assert cells(csv_of(MILESTONES, [row])) == {
        "id": "lock", "theme": "locks", "title_nl": 'De "sluis"', "title_en": "The lock, renewed",
        "first_due": "mid-2022", "first_due_first": "2022-05-01", "first_due_last": "2022-08-31",
        "latest_due": "mid-2022", "latest_due_first": "2022-05-01", "latest_due_last": "2022-08-31",
        "done": "", "done_first": "", "done_last": "",
        "state": "done", "timing": "late", "slip_days": "-3", "moves": "0", "silent_since": "",
        "nature": "promise", "owed_by": "eu", "weight": "lead", "measurable": "True", "last_says": "done",
        "support": "seen", "schedule": "late", "schedule_days": "3", "outcome": "kept-late", "absent": "",
        "looked_in": "report letter", "read": "5", "unread": "17",
    }  # fmt: skip


def test_a_list_stands_in_one_column_and_a_number_keeps_its_decimals():
    cites = tuple(Citation(source="letter", passage=f"locks-{i}") for i in (1, 2))
    row = ObservationRow(
        indicator="wait", theme="locks", period=MID_2022, of={"lock": "east", "ship": "barge"}, unit="minutes",
        value=Decimal("4.20"), qualifier=None, target=Decimal("4"), basis=Basis.STATED, current=True, restates=None,
        cites=cites, standing=SourceStanding.RELAYED, counted_by="network", area=None,
    )  # fmt: skip
    told = cells(csv_of(OBSERVATIONS, [row]))

    assert [told[name] for name in ("of", "value", "target", "current", "restates", "cites")] == [
        "lock=east ship=barge",
        "4.20",
        "4",
        "True",
        "",
        "letter#locks-1 letter#locks-2",
    ]
    assert [told[name] for name in ("standing", "counted_by", "area")] == ["relayed", "network", ""]  # fmt: skip


def test_a_table_without_rows_still_names_its_columns():
    assert csv_of(MILESTONES, []) == f"{','.join(columns_of(MILESTONES))}\n"
