"""Scenes of every view of the calendar with nothing, a little and much in the days it shows."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from picture_desk import Desk, Scene, settle, until

from infoview_gui.panes.places import CALENDAR
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.engagement_records import NETWORKING, EngagementDraft
from infoview_gui.settings import CalendarShown

_MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
_VIEWS = {
    "day": "Show one day",
    "work-week": "Show the work week",
    "week": "Show the whole week",
    "month": "Show the month",
    "agenda": "Show the agenda",
}
_NAMES = (
    "Amara Okafor", "Joanna Wiśniewska", "Олена Коваленко", "Maximiliane Freifrau von Hohenstein",
    "Kenji Mori", "נועה לוי", "Anders Berg", "Li Wei", "Sofía Álvarez de la Fuente", "Bo",
)  # fmt: skip
_ZONES = ("", "America/New_York", "Asia/Tokyo", "", "Europe/Berlin")
_STATES = ("planned", "proposed", "planned", "cancelled", "planned", "missed")
_LENGTHS = (15, 15, 30, 15, 60)
_FOREIGN = (
    ("DTSTART;VALUE=DATE:20261126", "SUMMARY:School holiday"),
    ("DTSTART;VALUE=DATE:20261123", "DTEND;VALUE=DATE:20261125", "SUMMARY:Fair in the old town"),
    ("DTSTART:20261123T100000Z", "DTEND:20261123T120000Z", "SUMMARY:Evening class prep"),
    ("DTSTART:20261125T130000Z", "DTEND:20261125T143000Z", "SUMMARY:Dentist", "LOCATION:Rua 12"),
)  # fmt: skip


def _crowded(view: str, count: int, desk: Desk) -> None:
    _plan(desk, count, days=1 if view == "day" else 5 if view == "work-week" else 7)
    if count > 5:
        _beside(desk)
    desk.show(CALENDAR)
    desk.press(_VIEWS[view])
    settle()


def _plan(desk: Desk, count: int, days: int) -> None:
    """Plan so many; close together, so that some share their time."""
    people = [
        desk.services.people.add(PersonDraft(name=name, zone=_ZONES[place % len(_ZONES)]))
        for place, name in enumerate(_NAMES[: max(1, min(count, len(_NAMES)))])
    ] if count else []  # fmt: skip
    for number in range(count):
        day, place = number % days, number // days
        start = _MONDAY + timedelta(days=day, hours=9, minutes=15 * ((place * 7 + day) % 40))
        draft = ConversationDraft(people=(people[number % len(people)],), way="link")
        draft.starts_at = round(start.timestamp() * 1000)
        draft.link = "https://zoom.us/j/1"
        draft.minutes = _LENGTHS[number % len(_LENGTHS)]
        draft.status = _STATES[number % len(_STATES)]
        desk.services.conversations.schedule(draft)


def _beside(desk: Desk) -> None:
    """Put an event, an appointment and another calendar beside them."""
    evening, noon = (round((_MONDAY + timedelta(hours=n)).timestamp() * 1000) for n in (18, 12))
    add = desk.services.engagements.add
    place = "Hub Criativo"
    meetup = EngagementDraft(
        title="Meetup of analysts", kind=NETWORKING, starts_at=evening, minutes=120, place=place
    )
    add(meetup)
    add(EngagementDraft(title="Lunch with Rui", starts_at=noon, minutes=45))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "X-WR-CALNAME:Home"]
    for number, event in enumerate(_FOREIGN):
        lines += ["BEGIN:VEVENT", f"UID:{number}@home", *event, "END:VEVENT"]
    path = desk.write("Home.ics", "\r\n".join([*lines, "END:VCALENDAR", ""]))
    files = desk.services.calendar_files
    desk.window.import_files([path])
    until(lambda: files.shown == (CalendarShown(str(path)),), "the other calendar")
    until(lambda: files.state(str(path)) is not None, "what is in it")


def _scene(view: str, count: int) -> Scene:
    enter: Callable[[Desk], None] = partial(_crowded, view, count)
    return Scene(f"calendar-{view}-{count}", enter, empty=True)


SCENES = tuple(_scene(view, count) for view in _VIEWS for count in (0, 5, 50))
