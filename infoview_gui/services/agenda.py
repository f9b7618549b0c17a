"""What Today shows first: the next conversation and what is due."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from infoview_gui.practice.follow_ups import Status
from infoview_gui.services import reading
from infoview_gui.services.due_row import DueRow
from infoview_gui.services.records import ConversationRow
from infoview_gui.store.store import Store

if TYPE_CHECKING:
    from infoview_gui.services.routine import Routine

_SOMETHING = """
SELECT EXISTS (SELECT 1 FROM conversation) OR EXISTS (SELECT 1 FROM letter)
    OR EXISTS (SELECT 1 FROM task) OR EXISTS (SELECT 1 FROM insight)
    OR EXISTS (SELECT 1 FROM person WHERE keep_in_touch NOT IN ('', 'never'))
"""


class Agenda:
    """Reads what is next and due; the engine is loaded when there is something to tell it of."""

    def __init__(
        self, store: Store, clock: Callable[[], int], routine: Callable[[], "Routine"]
    ) -> None:
        self._store = store
        self._clock = clock
        self._routine = routine

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

    def due(self, *, holidays: bool = True) -> list[DueRow]:
        """Return what is to do, the most pressing first; ``holidays`` as in ``Routine.due``."""
        return self._routine().due(holidays=holidays) if self._has_facts() else []

    def outlook(self) -> list[DueRow]:
        """Return what is due now or later, if nothing happens until then."""
        return self._routine().outlook() if self._has_facts() else []

    def _has_facts(self) -> bool:
        """Say whether anything can be due: a new address book is not looked through."""
        return bool(self._store.connection().execute(_SOMETHING).get)
