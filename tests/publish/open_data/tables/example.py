"""A table with a column of every kind."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from generator.editions import Timing
from generator.publish.open_data.tables.table import Table
from generator.publish.open_data.values import Citation, Citations, Date, Exported, Id, Number, Text


class Row(Exported):
    id: Id
    due: Date | None
    title: Text
    value: Number | None
    moves: Annotated[int, Field(ge=0)]
    open: bool
    timing: Timing | None
    cites: Citations


TABLE = Table("locks", Row, key=("id",))
MID_2022 = Date(text="mid-2022", first=date(2022, 5, 1), last=date(2022, 8, 31), edtf="2022-38")
FULL = Row(
    id="lock", due=MID_2022, title=Text({"nl": "Sluis", "en": "Lock"}), value=Decimal("4.20"), moves=3, open=True,
    timing=Timing.LATE, cites=(Citation(source="letter", passage="p-1"), Citation(source="letter", passage="p-2")),
)  # fmt: skip
EMPTY = FULL.model_copy(update={"due": None, "value": None, "timing": None})
