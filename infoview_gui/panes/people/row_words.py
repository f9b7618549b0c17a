"""Puts into words what a row of the People table shows. Knows no widgets."""

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import capital
from infoview_gui.practice import follow_ups
from infoview_gui.practice.follow_ups import NextStep, StepKind
from infoview_gui.practice.stages import Stage

STAGE_TONES = {
    Stage.KNOWN: "",
    Stage.ASKED: "amb",
    Stage.ANSWERED: "acc",
    Stage.SCHEDULED: "blu",
    Stage.TALKED: "grn",
    Stage.THANKED: "vio",
    Stage.IN_TOUCH: "acc",
    Stage.NOT_NOW: "",
    Stage.DO_NOT_CONTACT: "red",
}


def next_words(kind: str, at: int | None, text: str, times: LocalTime) -> str:
    """Return the next step as the table shows it; empty when there is none.

    ``text`` are the words of a task.
    """
    if kind not in set(StepKind):
        return ""
    step = NextStep(StepKind(kind), at, text)
    return follow_ups.words(step, times.clock(), times.zone, times.day_words, times.clock_text)


def last_words(last_at: int, added_at: int, times: LocalTime) -> str:
    """Return the day of the last contact; empty while a person was only added."""
    if last_at <= added_at:
        return ""
    day = capital(times.day_text(last_at))
    return f"{day}, planned" if last_at > times.clock() else day
