"""25 October 2026 in Berlin: 02:00 to 03:00 comes twice, an hour apart."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from infoview_gui.panes.calendar import CalendarPane
from infoview_gui.panes.calendar.clock_changes import change_words
from infoview_gui.panes.calendar.keys import EngagementKey
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.engagement_records import EngagementDraft
from infoview_gui.widgets.week_layout import at_minute
from tests.panes.calendar.desk import week
from tests.panes.settable_clock import SettableClock

SUNDAY = date(2026, 10, 25)
FIRST = round(datetime(2026, 10, 25, 0, 30, tzinfo=UTC).timestamp() * 1000)
"""02:30 when it comes first; the second is an hour later."""
HOUR, MINUTE = 3_600_000, 60_000
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def talk(services: Services) -> int:
    person = services.people.add(PersonDraft(name="Amara Okafor"))
    draft = ConversationDraft(people=(person,), starts_at=FIRST, minutes=30)
    return services.conversations.schedule(draft)


def starts_at(conversation_id: int) -> int | None:
    record = reading.conversation(conversation_id)
    assert record is not None
    return record.starts_at


def test_it_is_as_long_and_as_high_as_it_lasts(pane: CalendarPane, talk: int) -> None:
    pane.show_item(talk)

    (piece,) = (one for one in week(pane)._pieces if one.entry.key == talk)
    half_an_hour = week(pane).hour_height() / 2
    assert piece.entry.minutes == 30
    assert piece.box.height == pytest.approx(half_an_hour, abs=3)
    assert piece.entry.about == "until the second 02:00"


def test_the_reader_hears_when_it_truly_ends(pane: CalendarPane, talk: int) -> None:
    pane.show_item(talk)
    told = week(pane).accessibleDescription()
    assert "02:30–02:00" in told
    assert "until the second 02:00" in told


def test_an_appointment_is_told_the_same_way(pane: CalendarPane, services: Services) -> None:
    made = services.engagements.add(EngagementDraft(title="Night train", starts_at=FIRST))
    pane.show_engagement(made)
    shown = week(pane).chosen_entry()
    assert shown is not None
    assert shown.key == EngagementKey(made)
    assert (shown.end, shown.clock_end) == (at_minute(SUNDAY, 210), at_minute(SUNDAY, 150))
    assert "until the second 02:30" in shown.about


def test_every_quarter_is_reached_by_key_and_back_again(pane: CalendarPane, talk: int) -> None:
    pane.show_item(talk)
    for count in range(1, 9):
        QTest.keyClick(week(pane), Qt.Key.Key_Down, CTRL)
        assert starts_at(talk) == FIRST + count * 15 * MINUTE
    assert pane._times.time_text(starts_at(talk) or 0) == "03:30"
    for count in range(7, -1, -1):
        QTest.keyClick(week(pane), Qt.Key.Key_Up, CTRL)
        assert starts_at(talk) == FIRST + count * 15 * MINUTE


@pytest.mark.parametrize(
    ("words", "later"),
    [
        ("the second 02:30", HOUR),
        ("second 2:30", HOUR),
        ("an hour later", HOUR),
        ("30 min later", 30 * MINUTE),
        ("25 oct 2:30", 0),
        ("25 oct the second 2:45", HOUR + 15 * MINUTE),
    ],
)
def test_it_is_reached_by_typing(
    pane: CalendarPane, talk: int, clock: SettableClock, words: str, later: int
) -> None:
    clock.now = FIRST - 24 * HOUR
    pane.show_item(talk)
    QTest.keyClick(week(pane), Qt.Key.Key_F2)
    field = pane._page.move_field
    QTest.keyClicks(field.line, words)
    which = "second" if later else "first"
    assert f"comes twice on that day: the {which} one is meant" in field.reading.text()
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert starts_at(talk) == FIRST + later


def test_a_second_that_never_comes_is_said(times: LocalTime) -> None:
    ordinary = datetime(2026, 11, 24, 14, 30, fold=1)  # noqa: DTZ001 - a wall time
    assert change_words(times, ordinary) == "14:30 comes only once on that day"
    skipped = datetime(2026, 3, 29, 2, 30, fold=1)  # noqa: DTZ001 - a wall time
    assert times.local(times.moment(skipped)) == skipped + timedelta(hours=1)


def test_the_length_is_said_with_the_true_end(times: LocalTime) -> None:
    assert times.span_text(FIRST, 30) == "02:30–the second 02:00"
    assert times.span_text(FIRST + HOUR, 15) == "02:30–02:45"
