"""What is said when a task is kept: where it stands now, or when it will. Knows no widgets."""

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.practice.routine.rows import SHOWN_AHEAD
from infoview_gui.services.learned import TaskDraft


def kept_words(task: TaskDraft, times: LocalTime, done: str) -> str:
    """Return where a task is found; ``done`` is what became of it: "kept", "changed"."""
    if task.due is None:
        return f"The task is {done}: without a date it stands at the end of To do on Today."
    comes_up = task.due - SHOWN_AHEAD
    if comes_up <= times.today():
        return f"The task is {done}: it is under To do on Today."
    due, day = (times.day_words(one, "dddd d MMMM") for one in (task.due, comes_up))
    return f"The task is {done}. It is due on {due} and comes up on Today from {day}."
