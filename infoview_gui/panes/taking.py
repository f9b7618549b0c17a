"""What is said when a proposed time was taken or let go.

Knows no widget.
"""

from typing import TYPE_CHECKING

from infoview_gui.panes import planning
from infoview_gui.panes.clashes import clash_words
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.practice.letters_times import number_word
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services

if TYPE_CHECKING:
    from infoview_gui.services.offers import Gone, Taken

NOT_PROPOSED = "This time is not proposed any more; nothing was changed."
_BACK = "Ctrl+Z takes it back."


def take(services: Services, times: LocalTime, conversation_id: int) -> str:
    """Make a proposed time the conversation and return what is to be said of it."""
    taken = services.offers.take(conversation_id)
    return NOT_PROPOSED if taken is None else taken_words(services, times, taken)


def taken_words(services: Services, times: LocalTime, taken: "Taken") -> str:
    """Return with whom and when it is now, here and there, what was let go, and what clashes."""
    record = reading.conversation(taken.conversation_id)
    if record is None or record.starts_at is None:
        return NOT_PROPOSED
    at, zones = record.starts_at, planning.zones_of(record.people)
    agreed = f"Agreed with {record.title}: {planning.when(times, at, zones)}"
    gone = _let_go(taken.let_go)
    clash = clash_words(services, times, at, record.minutes, conversation=record.id)
    odd = planning.odd_hours(times, at, record.minutes, zones)
    return " ".join(part for part in (f"{agreed}{gone}. {_BACK}", clash, odd) if part)


def let_go_words(name: str, gone: "Gone") -> str:
    """Return "The two times proposed to Wei Chen are let go, with 3 lines of notes."."""
    along = f", with {gone.along}" if gone.along else ""
    if gone.times == 1:
        return f"The time proposed to {name} is let go{along}."
    return f"The {number_word(gone.times)} times proposed to {name} are let go{along}."


def _let_go(count: int) -> str:
    if not count:
        return ""
    return "; the other time is let go" if count == 1 else (
        f"; the {number_word(count)} other times are let go")  # fmt: skip
