"""Why one had better not write now, in a sentence. Pure functions; knows no widgets.

The user decides; nothing is forbidden.
"""

from collections.abc import Iterable

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.practice.routine.warnings import WarningKind
from infoview_gui.services.routine import Warned


def warning_words(warned: Warned, person_id: int, times: LocalTime) -> str:
    """Return the sentence; ``person_id`` is whom a message would go to."""
    warn = warned.warn
    if warn.kind is WarningKind.DO_NOT_CONTACT:
        return "They are marked “do not contact”."
    if warn.kind is WarningKind.THIRD_MESSAGE:
        last = "" if warn.at is None else f", the last of {times.date_text(warn.at)}"
        return f"Two messages are without an answer{last}. A third would be one too many."
    name = "Somebody" if warned.person is None else warned.person.name
    where = warned.employer or "Their employer"
    if warn.kind is WarningKind.PLANNED:
        when = "" if warn.at is None else f" {times.moment_text(warn.at)}"
        return f"{where} is occupied: a conversation with {name} is planned{when}."
    asked = "" if warn.at is None else f" {times.day_text(warn.at)}"
    until = "" if warn.until is None else f" Leave it until {times.date_text(warn.until)}."
    if warn.person_id == person_id:
        return f"You wrote to them{asked}; an answer may still come.{until}"
    return f"{where} is occupied: {name} was asked{asked} and may still answer.{until}"


def all_words(found: Iterable[Warned], person_id: int, times: LocalTime) -> str:
    """Return all of them, one a line."""
    return "\n".join(warning_words(one, person_id, times) for one in found)
