"""A talk that was held at another time than planned stands where it truly was, everywhere."""

from datetime import date, datetime, timedelta

import pytest

from infoview_gui.panes.calendar.entries import entry_of
from infoview_gui.panes.interviews.header import when_text
from infoview_gui.panes.interviews.sections import sections
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people.wording import timeline_entries
from infoview_gui.panes.today.wording import week_entry, week_tip
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.found import FoundKind
from infoview_gui.services.records import ConversationRow
from tests.panes.settable_clock import SettableClock

MINUTE = 60_000
TODAY = date(2026, 11, 24)  # it is 10:00 in Berlin


@pytest.fixture
def person(services: Services) -> int:
    return services.people.add(PersonDraft(name="Amara Okafor"))


@pytest.fixture
def talk(services: Services, clock: SettableClock, person: int) -> int:
    """Planned for 14:00, and the clock stands at 14:20."""
    at = clock.now + 240 * MINUTE
    clock.now = at + 20 * MINUTE
    return services.conversations.schedule(ConversationDraft(people=(person,), starts_at=at))


def _held(services: Services, clock: SettableClock, talk: int, minutes: int = 21) -> None:
    services.talking.start(talk)
    clock.now += minutes * MINUTE
    services.talking.end(talk)


def _row(times: LocalTime, day: date = TODAY) -> ConversationRow:
    (row,) = reading.conversations_between(
        times.midnight(day), times.midnight(day + timedelta(days=1))
    )
    return row


def test_the_calendar_shows_when_it_was(
    services: Services, clock: SettableClock, times: LocalTime, talk: int
) -> None:
    _held(services, clock, talk)

    entry = entry_of(_row(times), times)

    assert entry is not None
    assert entry.start == datetime(2026, 11, 24, 14, 20)  # noqa: DTZ001 - as it is displayed
    assert entry.minutes == 21
    assert entry.about == "talked, thank · planned 14:00"


def test_one_that_runs_stands_where_it_began(
    services: Services, times: LocalTime, person: int, talk: int
) -> None:
    services.talking.start(talk)

    entry = entry_of(_row(times), times)
    assert entry is not None
    assert entry.start.time().isoformat() == "14:20:00"
    assert entry.about == "talking now · planned 14:00"
    (item, *_more) = timeline_entries(reading.timeline(person), times, "")
    assert (item.title, item.detail) == ("In conversation now", "Since 14:20 · planned 14:00")


def test_the_timeline_the_list_and_the_week_agree(
    services: Services, clock: SettableClock, times: LocalTime, person: int, talk: int
) -> None:
    _held(services, clock, talk)

    items = timeline_entries(reading.timeline(person), times, "")
    assert ("You talked, 21 min", "Today, 14:20 · planned 14:00") in [
        (item.title, item.detail) for item in items
    ]
    (section,) = sections(reading.open_conversations(), [], times)
    assert section.entries[0].held == "Today 14:20–14:41, planned 14:00"
    assert week_entry(_row(times), times) == "14:20 Okafor"
    assert "14:20–14:41 · planned 14:00" in week_tip(_row(times), times)
    record = reading.conversation(talk)
    assert record is not None
    assert when_text(record, times) == "14:20, planned 14:00"


def test_what_happened_on_another_day_is_on_that_day(
    services: Services, clock: SettableClock, times: LocalTime, talk: int
) -> None:
    services.conversations.happened(talk, clock.now - 24 * 60 * MINUTE, 30)

    entry = entry_of(_row(times, date(2026, 11, 23)), times)

    assert entry is not None
    assert entry.start.date() == date(2026, 11, 23)
    assert entry.about == "talked, thank · planned Tue 24 Nov 14:00"
    midnight = times.midnight(TODAY)
    assert not reading.conversations_between(midnight, midnight + 24 * 60 * MINUTE)


def test_a_little_late_is_as_planned(
    services: Services, clock: SettableClock, times: LocalTime, talk: int
) -> None:
    clock.now -= 18 * MINUTE
    _held(services, clock, talk)

    entry = entry_of(_row(times), times)
    assert entry is not None
    assert entry.start.time().isoformat() == "14:02:00"
    assert "planned" not in entry.about


def test_undoing_the_start_brings_the_plan_back(
    services: Services, times: LocalTime, talk: int
) -> None:
    services.talking.start(talk)
    services.store.undo()

    entry = entry_of(_row(times), times)
    assert entry is not None
    assert entry.start.time().isoformat() == "14:00:00"


def test_the_next_step_of_one_that_runs_is_when_it_began(
    services: Services, clock: SettableClock, person: int, talk: int
) -> None:
    services.talking.start(talk)
    detail = reading.person(person)
    assert detail is not None
    assert detail.next_at == clock.now

    services.store.undo()
    detail = reading.person(person)
    assert detail is not None
    assert detail.next_at == clock.now - 20 * MINUTE


def test_the_search_tells_when_it_was_and_finds_it_on_its_day(
    services: Services, clock: SettableClock, times: LocalTime, talk: int
) -> None:
    began = clock.now - 24 * 60 * MINUTE
    services.conversations.happened(talk, began, 30)

    for words, hits in (("amara", 1), ("yesterday", 1), ("today", 0)):
        groups = services.finding.find(words, times.zone)
        found = [
            one for group in groups for one in group.items if one.kind is FoundKind.CONVERSATION
        ]
        assert [one.at for one in found] == [began] * hits, words
