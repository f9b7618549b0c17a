"""Which day is read from a line of the notes, in words, while the line is typed.

Pure functions. Must not know the editor or the bar that shows the words.
"""

from collections.abc import Collection
from datetime import date

from infoview_gui.panes.dialogs.learned_words import day_first, due_words
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.practice import marks
from infoview_gui.practice.due_dates import read_day
from infoview_gui.practice.marks import MarkKind


def day_reading(
    line: str, begun_at: int | None, times: LocalTime, enabled: Collection[MarkKind]
) -> tuple[str, str]:
    """Return words and their tone: "due Friday 27 November"; empty for a line without a day.

    Counted from the day on which the line was begun, as the debrief does.
    """
    mark = marks.parse(line, frozenset(enabled)) if line.startswith(MarkKind.TODO.sign) else None
    if mark is None or not mark.due:
        return "", ""
    day = read_day(mark.due, _begun(begun_at, times), day_first=day_first(times))
    if day is None:
        return f"No day can be read from “{mark.due}”", "amber"
    return f"due {due_words(day.isoformat(), times)}", "blue"


def _begun(begun_at: int | None, times: LocalTime) -> date:
    return times.today() if begun_at is None else times.local(begun_at).date()
