"""What pages print of milestones: verdicts with what they are based on, tables, the scoreboard, who mentions what."""

from generator.pages.views.milestones.fates import FatesView, fates_view
from generator.pages.views.milestones.milestone import (
    MilestoneView,
    MoveView,
    milestone_view,
    move_view,
)
from generator.pages.views.milestones.outside import OutsideStepView, outside_step
from generator.pages.views.milestones.overview import MilestonesView, milestones_view
from generator.pages.views.milestones.said import SaidView, said_view
from generator.pages.views.milestones.scoreboard import ScoreboardView, owed_here, scoreboard_view
from generator.pages.views.milestones.silence import SilenceView, silence_view
from generator.pages.views.milestones.table import PromiseTable, promise_table, reason_of
from generator.pages.views.milestones.verdict import StateView, absence_notes, base_of, state_view

__all__ = [
    "FatesView",
    "MilestoneView",
    "MilestonesView",
    "MoveView",
    "OutsideStepView",
    "PromiseTable",
    "SaidView",
    "ScoreboardView",
    "SilenceView",
    "StateView",
    "absence_notes",
    "base_of",
    "fates_view",
    "milestone_view",
    "milestones_view",
    "move_view",
    "outside_step",
    "owed_here",
    "promise_table",
    "reason_of",
    "said_view",
    "scoreboard_view",
    "silence_view",
    "state_view",
]
