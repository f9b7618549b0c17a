"""Which question a line of the notes answers. Pure; knows no questions, only when they were ticked.

A question is ticked as it is asked (F6). What is written down from then on belongs to it, until the
next one is ticked. What was written before the talk or after it belongs to none.
"""

from collections.abc import Sequence

from infoview_gui.practice.countdown import line_phase
from infoview_gui.practice.course import Event


def answered(
    events: Sequence[Event], asked_at: Sequence[int | None], moment: int | None
) -> int | None:
    """Return the place in ``asked_at`` of the question that was being asked at that moment.

    ``asked_at`` has the moment of each question's tick, None for one that was not asked. None is
    returned before the first tick and outside the talk. Of two ticked at one moment the later in
    the list is the one being asked.
    """
    if moment is None or line_phase(events, moment) != "during":
        return None
    ticks = [(at, place) for place, at in enumerate(asked_at) if at is not None and at <= moment]
    return max(ticks)[1] if ticks else None
