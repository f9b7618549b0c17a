"""The same thing to do has the same words on Today, in the calendar and in a notice."""

from infoview_gui.panes.calendar.due_days import DueDays
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.due_title import due_title
from tests.panes.settable_clock import SettableClock

DAY = 24 * 3_600_000


def test_calendar_and_today_say_the_same(
    services: Services, times: LocalTime, clock: SettableClock
) -> None:
    lena = services.people.add(PersonDraft(name="Lena Ek"))
    for name in ("Ben Ito", "Kenji Mori"):
        person = services.people.add(PersonDraft(name=name, introduced_by=lena))
        talk = services.conversations.schedule(
            ConversationDraft(people=(person,), starts_at=clock.now - DAY)
        )
        services.conversations.happened(talk, clock.now - DAY, 15)
        services.conversations.thank(talk)
    amara = services.people.add(PersonDraft(name="Amara Okafor"))
    services.conversations.schedule(
        ConversationDraft(people=(amara,), starts_at=clock.now + 3 * DAY)
    )
    clock.advance(hours=48)
    titles = {due_title(row) for row in services.agenda.due()}
    assert titles == {
        "Confirm the conversation with Amara Okafor",
        "Tell Lena Ek how it went with Ben Ito and Kenji Mori",
    }
    due = DueDays(services, times)
    days = {times.local(row.due.due_at).date() for row in services.agenda.due()}
    assert {line.text for day in days for line in due.lines(day)} == titles
