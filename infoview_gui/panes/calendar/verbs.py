"""What can be done to a conversation from the calendar, each with the sentence that says it.

Calls services; knows no widget. Moments are ms since 1970 UTC.
"""

from collections.abc import Callable

from infoview_gui.panes import planning
from infoview_gui.panes.calendar.clip import Clip
from infoview_gui.panes.calendar.entries import stays
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.records import ConversationRecord


class CalendarVerbs:
    """Moves, stretches, settles and deletes conversations."""

    def __init__(self, services: Services, times: LocalTime, say: Callable[[str], None]) -> None:
        self._services, self._times, self._say = services, times, say

    def move(self, conversation_id: int, starts_at: int, change: str = "") -> bool:
        """Move to another time and say the new one; False when it stays where it was.

        ``change`` says what a change of the clocks made of the time that was asked for.
        """
        record = reading.conversation(conversation_id)
        if record is None or self._refuses(record):
            return False
        self._services.conversations.change(conversation_id, starts_at=starts_at)
        zones = planning.zones_of(record.people)
        moved = f"Moved to {planning.when(self._times, starts_at, zones)}"
        moved = f"{moved}. {change}" if change else moved
        self._say_with_warnings(moved, record, starts_at, record.minutes)
        return True

    def paste_copy(self, record: ConversationRecord, starts_at: int, clip: Clip) -> int:
        """Plan another conversation like one; return its id and say when it is."""
        made = clip.paste_copy(record, starts_at)
        zones = planning.zones_of(record.people)
        planned = f"Planned again for {planning.when(self._times, starts_at, zones)}"
        copy = reading.conversation(made) or record
        self._say_with_warnings(planned, copy, starts_at, copy.minutes)
        return made

    def stretch(self, conversation_id: int, minutes: int) -> bool:
        """Agree on other minutes and say them; False when they stay."""
        record = reading.conversation(conversation_id)
        if record is None or record.starts_at is None or self._refuses(record):
            return False
        self._services.conversations.change(conversation_id, minutes=minutes)
        span = self._times.span_text(record.starts_at, minutes)
        self._say_with_warnings(f"Now {minutes} minutes, {span}", record, record.starts_at, minutes)
        return True

    def refuse(self, conversation_id: int) -> None:
        """Say why the time of this one stays."""
        record = reading.conversation(conversation_id)
        if record is not None:
            self._refuses(record)

    def delete(self, conversation_id: int) -> None:
        """Delete and say what went with it."""
        title = self._services.conversations.title(conversation_id)
        along = self._services.conversations.goes_with(conversation_id)
        self._services.conversations.delete(conversation_id)
        what = f"{title} and {along}" if along else title
        self._say(f"Deleted {what}. Ctrl+Z brings it back.")

    def cancel(self, conversation_id: int) -> None:
        """It will not take place."""
        title = self._services.conversations.title(conversation_id)
        self._services.conversations.cancel(conversation_id)
        self._say(f"Cancelled {title}.")

    def missed(self, conversation_id: int) -> None:
        """They did not come."""
        title = self._services.conversations.title(conversation_id)
        self._services.conversations.missed(conversation_id)
        self._say(f"They did not come: {title}.")

    def take_up(self, conversation_id: int) -> None:
        """Plan a cancelled or missed one again."""
        title = self._services.conversations.title(conversation_id)
        self._services.conversations.replan(conversation_id)
        self._say(f"Taken up again: {title}.")

    def start(self, conversation_id: int) -> None:
        """Start the countdown; raises NotNow when another one runs."""
        self._services.talking.start(conversation_id)

    def _refuses(self, record: ConversationRecord) -> bool:
        why = stays(record.status)
        if why:
            self._say(why)
        return bool(why)

    def _say_with_warnings(
        self, said: str, record: ConversationRecord, starts_at: int, minutes: int
    ) -> None:
        zones = planning.zones_of(record.people)
        rows = reading.clashes(starts_at, minutes, record.id)
        busy = self._services.calendar_files.busy(starts_at, minutes, self._times.zone_name)
        warnings = (
            planning.clash_words(self._times, rows, busy),
            planning.odd_hours(self._times, starts_at, minutes, zones),
        )
        text = ". ".join((said, *(warning.rstrip(".") for warning in warnings if warning)))
        self._say(text)
