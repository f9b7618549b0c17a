"""What Today shows: the next conversation, what is due, the week. Facts in, rules applied."""

from collections.abc import Callable
from dataclasses import dataclass

from infoview_gui.practice import follow_ups
from infoview_gui.practice.follow_ups import Due, Status, Talk
from infoview_gui.services import reading
from infoview_gui.services.records import ConversationRow


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something to do about a conversation."""

    due: Due
    conversation: ConversationRow


class Agenda:
    """Reads what is next and what is due now."""

    def __init__(self, clock: Callable[[], int]) -> None:
        self._clock = clock

    def next_conversation(self) -> ConversationRow | None:
        """Return the one that runs, else the next planned one that is not over yet."""
        rows = reading.open_conversations()
        running = [row for row in rows if row.status == Status.RUNNING]
        ahead = [
            row
            for row in rows
            if row.status == Status.PLANNED
            and row.starts_at is not None
            and row.starts_at + row.minutes * 60_000 > self._clock()
        ]
        return next(iter(running + ahead), None)

    def due(self) -> list[DueRow]:
        """Return what is to do, the most pressing first."""
        rows = {row.id: row for row in reading.open_conversations()}
        found = follow_ups.due([_talk(row) for row in rows.values()], self._clock())
        return [DueRow(due, rows[due.conversation_id]) for due in found]


def _talk(row: ConversationRow) -> Talk:
    return Talk(
        conversation_id=row.id,
        person_ids=() if row.person is None else (row.person.id,),
        starts_at=row.starts_at,
        minutes=row.minutes,
        status=Status(row.status),
        ended_at=row.ended_at,
        thanked_at=row.thanked_at,
        thanks_waived_at=row.thanks_waived_at,
    )
