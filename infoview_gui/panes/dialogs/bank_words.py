"""The words of the question bank: how often something was asked, and by whom it was answered."""

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import dotted
from infoview_gui.services.question_bank import Entry
from infoview_gui.services.records import ConversationRecord


def asked_before(by: str, record: ConversationRecord) -> str:
    """Return "asked Amara Okafor’s employer before"; empty when nobody was."""
    first = record.people[0].name if record.people else ""
    if by == "person":
        return f"asked {record.title} before"
    return f"asked {first}’s employer before" if by and first else ""


def times_asked(entry: Entry, times: LocalTime) -> str:
    """Return "asked 3 times, last time Tue 17 Nov"; empty for a question that was never asked."""
    if not entry.asked or entry.last_asked_at is None:
        return ""
    when = times.day_text(entry.last_asked_at)
    if entry.asked == 1:
        return f"asked once, {when}"
    often = "twice" if entry.asked == 2 else f"{entry.asked} times"
    return f"asked {often}, last time {when}"


def caption(entry: Entry, times: LocalTime) -> str:
    """Return what stands below a question: category, whose it is, how often it was asked."""
    own = "" if entry.own_id is None else "your own"
    return dotted(entry.question.category.label, own, times_asked(entry, times))
