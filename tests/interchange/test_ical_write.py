"""Calendar files we write: read back equal, by us and by a library that is not ours."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.interchange.ical_read import parse_calendar
from infoview_gui.interchange.ical_write import (
    REQUEST,
    Mailbox,
    Meeting,
    calendar_text,
    is_address,
)

NOW = 1_795_442_400_000  # 23 November 2026, 14:00 UTC
QUARTER = 15 * 60_000
ZONES = (
    *("Europe/Berlin", "America/New_York", "Asia/Kolkata"),
    *("Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "America/Sao_Paulo"),
)
TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from('\n,;\\:"'), max_size=120
)


def meeting(**values: object) -> Meeting:
    usual: dict[str, object] = {
        "uid": "8dce93e7",
        "start": NOW,
        "end": NOW + QUARTER,
        "summary": "Conversation with Joanna Wiśniewska",
    }
    return Meeting(**{**usual, **values})  # type: ignore[arg-type]


def by_library(text: str) -> icalendar.Event:
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert not event.errors
    return event  # type: ignore[no-any-return]


@given(summary=TEXTS, place=TEXTS, description=TEXTS)
def test_any_text_is_read_back_equal(summary: str, place: str, description: str) -> None:
    text = calendar_text([meeting(summary=summary, place=place, description=description)], NOW)

    event = by_library(text)
    assert str(event["SUMMARY"]) == summary
    assert str(event.get("LOCATION", "")) == place
    assert str(event.get("DESCRIPTION", "")) == description
    reading = parse_calendar(text)
    assert reading is not None
    assert reading.events[0].summary == summary.strip()[:400]


@given(summary=TEXTS)
def test_no_line_is_longer_than_75_octets_nor_cut_within_a_letter(summary: str) -> None:
    text = calendar_text([meeting(summary=summary)], NOW)

    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


@pytest.mark.parametrize("zone", ["", *ZONES])
@pytest.mark.parametrize("month", range(1, 13))
def test_the_moment_is_the_same_with_the_rules_of_the_file_alone(zone: str, month: int) -> None:
    start = round(datetime(2026, month, 28, 23, 30, tzinfo=UTC).timestamp() * 1000)
    text = calendar_text([meeting(start=start, end=start + QUARTER, zone=zone)], NOW)
    # Under a name that nobody knows only what the file says of it can be followed.
    unknown = text.replace(f"TZID={zone}", "TZID=Here").replace(f"TZID:{zone}", "TZID:Here")

    assert by_library(text)["DTSTART"].dt.astimezone(UTC).timestamp() * 1000 == start
    for content in (text, unknown):
        reading = parse_calendar(content)
        assert reading is not None
        key = reading.events[0].start.key
        assert isinstance(key, int)
        assert key * 1000 == start
        assert not reading.doubts


def test_the_rules_of_a_zone_end_with_the_meetings() -> None:
    text = calendar_text([meeting(zone="Europe/Berlin")], NOW)

    assert "RRULE" not in text
    assert text.count("BEGIN:DAYLIGHT") + text.count("BEGIN:STANDARD") == 3


def test_an_invitation_names_who_asks_and_who_is_asked() -> None:
    text = calendar_text(
        [
            meeting(
                organizer=Mailbox('Jo "the" Doe', "jo@example.org"),
                attendees=(
                    Mailbox("Wiśniewska, Joanna", "j@example.org"),
                    Mailbox("Mallory", "m@example.org\r\nATTENDEE:mailto:x@example.org"),
                ),
                sequence=3,
            )
        ],
        NOW,
        REQUEST,
    )

    event = by_library(text)
    assert "METHOD:REQUEST\r\n" in text
    assert str(event["ORGANIZER"]) == "mailto:jo@example.org"
    assert event["ORGANIZER"].params["CN"] == "Jo 'the' Doe"
    assert str(event["ATTENDEE"]) == "mailto:j@example.org"
    assert event["ATTENDEE"].params["CN"] == "Wiśniewska, Joanna"
    assert event["SEQUENCE"] == 3
    assert "x@example.org" not in text


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "https://x.example/\r\nX:1", "file:///etc"]
)
def test_only_links_of_the_web_become_one(link: str) -> None:
    assert "URL" not in by_library(calendar_text([meeting(link=link)], NOW))


def test_an_address_is_one_address() -> None:
    assert is_address("jo@example.org")
    for text in ("", "jo", "a@x, b@x", "a@x\nb", "<a@x.example>", "a@b@c"):
        assert not is_address(text)


def test_a_library_agrees_about_the_wall_time() -> None:
    event = by_library(calendar_text([meeting(zone="America/New_York")], NOW))

    assert event["DTSTART"].dt == datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("America/New_York"))
