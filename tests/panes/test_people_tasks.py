"""What is to be done for a person stands in their timeline, in words."""

from datetime import date

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people.wording import timeline_entries
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from tests.panes.settable_clock import SettableClock


def test_open_tasks_come_first_and_done_ones_when_they_were_done(
    services: Services, times: LocalTime, clock: SettableClock
) -> None:
    kenji = services.people.add(PersonDraft(name="Kenji Mori"))
    add = services.learned.add_task
    add("Some time", None, kenji)
    add("Send the paper", date(2026, 11, 27), kenji)
    add("For nobody", date(2026, 11, 26))
    clock.advance(hours=1)
    services.learned.set_done(add("Call him", date(2026, 11, 24), kenji), done=True)
    entries = timeline_entries(reading.timeline(kenji), times, "")
    assert [(one.title, one.detail) for one in entries[:3]] == [
        ("Send the paper", "To do by Fri 27 Nov"),
        ("Some time", "To do"),
        ("Call him", "Done · Today, 11:00"),
    ]
