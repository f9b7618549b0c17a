"""What comes from outside: a file of another calendar, and the clocks that change on a Sunday."""

import re
import sys
from datetime import datetime
from pathlib import Path

import pytest

from infoview_gui.services.clock import STAGE
from tests.end_to_end import stand_in
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.pointer import seen, show
from tests.end_to_end.staged import StagedTime
from tests.end_to_end.story import Session
from tests.end_to_end.week import (
    MONA,
    Talk,
    Week,
    beside,
    card,
    grip,
    known,
    landmarks,
    lower_edge,
    moment,
    plans,
    show_as,
    take_back_and_again,
    wait_for_plans,
)

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(150)]

LISBON, BERLIN = "Europe/Lisbon", "Europe/Berlin"
AMARA = "Amara Okafor"
MONDAY = datetime(2026, 11, 23)  # noqa: DTZ001 - days and hours here are wall times
AUTUMN = datetime(2026, 10, 19)  # noqa: DTZ001 - in Berlin it ends with the change of clocks
DENTIST = """BEGIN:VCALENDAR\r
VERSION:2.0\r
BEGIN:VEVENT\r
UID:dentist@home.example\r
DTSTART;TZID=Europe/Lisbon:20261125T{hour}0000\r
DTEND;TZID=Europe/Lisbon:20261125T{hour}4500\r
SUMMARY:Dentist\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:fair@home.example\r
DTSTART;VALUE=DATE:20261126\r
SUMMARY:Fair\r
END:VEVENT\r
END:VCALENDAR\r
"""
FAIR = re.compile("^Fair, Thursday 26 November")


def _started(
    desktop: Desktop, data: Path, talks: list[Talk], now: datetime, zone: str
) -> tuple[Session, StagedTime]:
    time = StagedTime(moment(now, zone), 1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(STAGE, time.environment[STAGE])  # for what the test itself stores
        known(data, zone, talks)
    session = Session(desktop, data, {**time.environment, "TZ": zone})
    show(session.program, "Calendar")
    return session, time


def test_a_file_of_another_program(desktop: Desktop, tmp_path: Path) -> None:
    file, data = tmp_path / "Home.ics", tmp_path / "data"
    file.write_text(DENTIST.format(hour=11), "utf-8", newline="")
    data.mkdir()
    (data / "settings.toml").write_text(f'[[calendars]]\npath = "{file}"\n', "utf-8")
    now = MONDAY.replace(hour=8)
    session, _ = _started(desktop, data, landmarks(MONDAY), now, LISBON)
    program = session.program
    show_as(program, "5 days")
    before, after = MONDAY.replace(day=25, hour=11), MONDAY.replace(day=25, hour=13)
    seen(program, card("Dentist", before))
    seen(program, FAIR)
    week = Week(program, MONDAY)

    _cannot_be_moved(session, week, card("Dentist", before))
    assert file.read_text("utf-8") == DENTIST.format(hour=11).replace("\r\n", "\n")

    # Another program comes to the front, and writes the file; ours shows it when it is back.
    command = (sys.executable, stand_in.__file__)
    other = desktop.start(data_dir=tmp_path / "other", command=command)
    program.wait_until(
        lambda: "active" not in program.states_of("Infoview", "frame"), "ours to be behind"
    )
    file.write_text(DENTIST.format(hour=13), "utf-8", newline="")
    other.kill()
    program.wait_for_window()
    seen(program, card("Dentist", after))
    program.wait_until_gone(card("Dentist", before))
    seen(program, FAIR)

    program = session.again()
    show(program, "Calendar")
    seen(program, card("Dentist", after))
    assert plans(session, MONA, LISBON) == [("2026-11-23 09:00", 60)]
    assert program.terminate() == 0


def _cannot_be_moved(session: Session, week: Week, name: str) -> None:
    """Neither dragged nor stretched, nor by keys; it is said whose it is."""
    program = session.program
    whose = "This is from “Home”: it is changed in its own program."
    hour = week.way(MONDAY.replace(hour=10), MONDAY.replace(hour=11))
    program.drag(grip(program, name), beside(grip(program, name), hour))
    seen(program, whose, "label")
    program.drag(lower_edge(program, name), beside(lower_edge(program, name), hour))
    program.click(*grip(program, name))
    program.key("ctrl+Down", "shift+Down", "Delete")
    program.key("ctrl+z")  # there is nothing to take back
    assert program.is_shown(name)
    assert plans(session, MONA, LISBON) == [("2026-11-23 09:00", 60)]


def test_across_the_change_of_clocks(desktop: Desktop, tmp_path: Path) -> None:
    """The wall time stays; the moment, and with it the time at their place, does not."""
    saturday, sunday = AUTUMN.replace(day=24, hour=10), AUTUMN.replace(day=25, hour=10)
    amara = Talk(AMARA, saturday, 45, zone="America/New_York")
    now = AUTUMN.replace(hour=8)
    session, _ = _started(desktop, tmp_path / "data", [*landmarks(AUTUMN), amara], now, BERLIN)
    program = session.program
    show_as(program, "Week")
    week = Week(program, AUTUMN)
    assert plans(session, AMARA, "UTC") == [("2026-10-24 08:00", 45)]

    program.drag(
        grip(program, card(AMARA, saturday)),
        beside(grip(program, card(AMARA, saturday)), week.way(saturday, sunday)),
    )
    after = [("2026-10-25 09:00", 45)]
    wait_for_plans(session, AMARA, "UTC", *after)
    seen(program, re.compile("^Moved to Sun 25 Oct 10:00, 05:00 in New York"), "label")
    seen(program, card(AMARA, sunday))
    take_back_and_again(session, AMARA, "UTC", [("2026-10-24 08:00", 45)], after)

    _by_key_and_word(session)

    program = session.again()
    show(program, "Calendar")
    show_as(program, "Week")
    seen(program, card(AMARA, sunday))
    assert plans(session, AMARA, "UTC") == after
    assert program.terminate() == 0


def _by_key_and_word(session: Session) -> None:
    """A day back and forth by key; then to an hour that comes twice, which is said."""
    program, sunday = session.program, AUTUMN.replace(day=25, hour=10)
    program.click(*grip(program, card(AMARA, sunday)))
    program.key("ctrl+Left")
    wait_for_plans(session, AMARA, "UTC", ("2026-10-24 08:00", 45))
    seen(program, card(AMARA, sunday.replace(day=24)))
    program.key("ctrl+Right")
    wait_for_plans(session, AMARA, "UTC", ("2026-10-25 09:00", 45))
    seen(program, card(AMARA, sunday))

    program.key("F2")
    seen(program, "New time", "text")
    program.type_text("sun 2:30")
    seen(program, re.compile("^Sunday 25 October, 02:30 .*comes twice"), "label")
    program.key("Return")
    wait_for_plans(session, AMARA, "UTC", ("2026-10-25 00:30", 45))
    seen(program, card(AMARA, sunday.replace(hour=2, minute=30)))
    take_back_and_again(
        session, AMARA, "UTC", [("2026-10-25 09:00", 45)], [("2026-10-25 00:30", 45)]
    )
    program.key("ctrl+z")
    wait_for_plans(session, AMARA, "UTC", ("2026-10-25 09:00", 45))
