"""The main job in the real window with the pointer, killed and started again after every step."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.driver import Program
from tests.end_to_end.pointer import choose, click, name_file, seen, show, turn_wheel_to, write
from tests.end_to_end.story import Session, connections

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(300)]

AMARA, BEN, JOANNA = "Amara Okafor", "Ben Ito", "Joanna Wiśniewska"
ENTRY = re.compile(f"^{AMARA}, [A-Z][a-z]+day ")
"""An entry of the calendar, as a screen reader is told of it."""
HEADING = re.compile(r"^\d.* \d{4}$")
"""The days that the calendar shows, such as “23–27 November 2026”."""
HOURS_WIDTH = 60
"""Pixels that the hours take at the left of the week."""
TUESDAY, WEDNESDAY = 1, 2


@pytest.fixture
def session(desktop: Desktop, tmp_path: Path) -> Session:
    return Session(desktop, tmp_path / "data")


def test_from_the_empty_program_to_the_exported_card(session: Session, tmp_path: Path) -> None:
    _import(session, connections(tmp_path))
    _add_a_person(session)
    _sort(session)
    _edit_a_person(session)
    _delete_a_person(session)
    _plan(session)
    _move(session)
    _resize(session)
    _talk_until_the_pause(session)
    _go_on_after_the_pause(session)
    _close(session)
    _thank(session)
    _export(session, tmp_path / "out.vcf")


# -- the steps


def _import(session: Session, file: Path) -> None:
    program = session.program
    click(program, "Import contacts")
    name_file(program, file)
    program.wait_for("Import 3 people", "push button")
    assert session.names() == []  # nothing is written yet
    click(program, "Import 3 people")
    click(program, "Close")
    program.wait_for(BEN, "table cell")
    assert len(session.names()) == 3

    choose(program, "Edit", re.compile("^Undo Import"))
    session.wait_for(lambda: session.names() == [], "the import to be undone")
    choose(program, "Edit", re.compile("^Redo Import"))
    session.wait_for(lambda: len(session.names()) == 3, "the import again")


def _add_a_person(session: Session) -> None:
    program = session.again()
    show(program, "People")
    program.wait_for(BEN, "table cell")
    click(program, "New person")
    program.wait_for("New person", "dialog")
    write(program, "Name", JOANNA)
    write(program, "Company", "Acme Water")
    click(program, "Add person")
    session.wait_for(lambda: JOANNA in session.names(), "the new person")
    program.wait_for(JOANNA, "table cell")


def _sort(session: Session) -> None:
    program = session.program
    upwards = ["Acme Water", "Northern Lights Co-op", "Northwind Energy", "Northwind Energy"]
    click(program, "Company and role", "column header")
    _wait_for_order(program, upwards)
    x, y = program.centre(seen(program, "Company and role", "column header"))
    program.click(x - 20, y)  # at the same place so soon it would be a double click
    _wait_for_order(program, upwards[::-1])


def _wait_for_order(program: Program, companies: list[str]) -> None:
    table = program.wait_for("People", "table")
    program.wait_until(
        lambda: [row[1].partition(",")[0] for row in program.rows_of(table)] == companies,
        f"the order {companies}",
    )


def _edit_a_person(session: Session) -> None:
    program = session.again()
    show(program, "People")
    click(program, AMARA, "table cell")
    program.wait_for(AMARA, "label")
    click(program, "Edit")
    channel = session.person(AMARA)["channel"]
    write(program, "Role", "Director of Grid Analytics")
    turn_wheel_to(program, "Tags", over="Role")
    write(program, "Tags", "energy")
    click(program, "Done")
    session.wait_for(
        lambda: session.person(AMARA)["role"] == "Director of Grid Analytics", "the new role"
    )
    program.wait_for("Role: Director of Grid Analytics. Edit", "push button")
    assert session.person(AMARA)["tags"] == ["energy"]
    assert session.person(AMARA)["channel"] == channel  # the wheel passed over its list


def _delete_a_person(session: Session) -> None:
    program = session.again()
    show(program, "People")
    click(program, BEN, "table cell")
    program.wait_for(BEN, "label")
    choose(program, "Person", "Delete")
    program.wait_until_gone(BEN, "table cell")
    session.wait_for(lambda: BEN not in session.names(), "the person to go")
    choose(program, "Edit", re.compile("^Undo Delete"))
    program.wait_for(BEN, "table cell")
    session.wait_for(lambda: BEN in session.names(), "the person to come back")


def _show_week(program: Program, *, planned: bool = True) -> None:
    """Show the week of the conversation, or next week while there is none.

    Five days, whatever day today is: at a weekend the calendar begins with seven.
    """
    show(program, "Calendar")
    click(program, "5 days", "check box")
    for turns in range(3):
        if program.is_shown(ENTRY) if planned else turns == 1:
            return
        days = seen(program, HEADING, "label").name
        click(program, "Next week")
        program.wait_until_gone(days, "label")
    raise AssertionError("the conversation is in none of three weeks")


def _place(program: Program, day: int, hour: float) -> tuple[int, int]:
    """Where on the screen that hour of a day of the week is; day 0 is Monday."""
    left, top, width, height = program.extents("Entries", "filler")  # as high as a whole day
    x = left + HOURS_WIDTH + (width - HOURS_WIDTH) / 5 * (day + 0.5)
    y = top + height * hour / 24
    _, first, _, room = program.extents("Week", "filler")
    assert first + 50 < y < first + room, f"{hour} o’clock is not in view"
    return round(x), round(y)


def _hour(talk: dict[str, Any]) -> tuple[int, str]:
    """The day of the week and the time at which it begins."""
    starts_at = datetime.fromisoformat(talk["starts_at"])
    return starts_at.weekday(), f"{starts_at:%H:%M}"


def _plan(session: Session) -> None:
    program = session.again()
    _show_week(program, planned=False)
    program.drag(_place(program, TUESDAY, 10.1), _place(program, TUESDAY, 10.4))
    program.wait_for("New conversation", "dialog")
    write(program, "With", "amara")
    x, y, _, height = program.extents("With", "text")
    program.click(x + 60, y + height + 20)  # the first of the list that has opened below
    program.wait_for(f"Remove {AMARA}")
    click(program, "Plan conversation")
    session.wait_for_talk(people=[AMARA], minutes=30, status="planned")
    assert _hour(session.talk()) == (TUESDAY, "10:00")
    program.wait_for(ENTRY)


def _move(session: Session) -> None:
    program = session.again()
    _show_week(program)
    before = session.talk()["starts_at"]
    x, y = program.centre(seen(program, ENTRY))
    left, top = _place(program, TUESDAY, 10)
    right, bottom = _place(program, WEDNESDAY, 13.5)
    program.drag((x, y), (x + right - left, y + bottom - top))
    session.wait_for(lambda: _hour(session.talk()) == (WEDNESDAY, "13:30"), "the other day")
    assert session.talk()["minutes"] == 30
    choose(program, "Edit", re.compile("^Undo Move"))
    session.wait_for_talk(starts_at=before)
    choose(program, "Edit", re.compile("^Redo Move"))
    session.wait_for(lambda: _hour(session.talk()) == (WEDNESDAY, "13:30"), "the other day again")


def _resize(session: Session) -> None:
    program = session.again()
    _show_week(program)
    x, y, width, height = program.extents(seen(program, ENTRY))
    edge = (x + width // 2, y + height - 3)
    _, lower = _place(program, WEDNESDAY, 13.75)
    _, upper = _place(program, WEDNESDAY, 13.5)
    program.drag(edge, (edge[0], edge[1] + lower - upper))
    session.wait_for_talk(minutes=45)
    assert _hour(session.talk()) == (WEDNESDAY, "13:30")
    choose(program, "Edit", re.compile("^Undo"))
    session.wait_for_talk(minutes=30)


def _talk_until_the_pause(session: Session) -> None:
    program = session.again()
    show(program, "Interviews")
    click(program, "Start")
    session.wait_for_talk(status="running")
    click(program, "Notes", "text")
    program.type_text("Half from weather science\n! They ask for fore")
    _tick(session, 0)
    program.type_text("casts")  # a click in the questions has not taken the keyboard
    notes = "Half from weather science\n! They ask for forecasts"
    program.wait_for_text("Notes", notes, "text")
    click(program, "Pause")
    program.wait_for("Resume", "push button")
    session.wait_for_talk(note=notes)

    program = session.again(after_minutes=7)  # the clock stood still
    program.wait_for(re.compile(f"^Paused, (30|29) minutes left, with {AMARA}$"))
    assert program.text_of("Notes", "text") == notes
    talk = session.talk()
    assert [event["kind"] for event in talk["events"]] == ["started", "paused"]
    assert [line["phase"] for line in talk["lines"]] == ["during", "during"]
    assert talk["lines"][1]["mark"] == "!"


def _tick(session: Session, number: int) -> None:
    """Tick a question in its check box."""
    words = session.talk()["questions"][number]["text"]
    click(session.program, re.compile(f"^{re.escape(words)}"), "check box")
    session.wait_for(
        lambda: session.talk()["questions"][number]["asked_s"] is not None, "the question's tick"
    )


def _go_on_after_the_pause(session: Session) -> None:
    program = session.program
    click(program, "Resume")
    program.wait_for("Pause", "push button")
    session.wait_for(lambda: len(session.talk()["events"]) == 3, "the clock to go on")
    program = session.again(after_minutes=28)
    program.wait_for(re.compile(f"^Begin to close, [12] minutes? left, with {AMARA}$"))
    x, y, width, height = program.extents("Notes", "text")
    program.click(x + width // 2, y + height // 2)
    program.key("ctrl+End", "Return")
    program.type_text("Ask Ben too")
    session.wait_for(lambda: len(session.talk()["lines"]) == 3, "the late line")
    late = session.talk()["lines"][2]
    assert late["text"] == "Ask Ben too"
    assert 28 * 60 <= late["elapsed_s"] < 30 * 60


def _close(session: Session) -> None:
    program = session.again(after_minutes=2.5)
    program.wait_for("Thirty minutes are up", "label")
    click(program, "They chose to go on: +5 min")
    session.wait_for(lambda: len(session.talk()["events"]) == 4, "the minutes they gave")
    program = session.again()
    program.wait_for(re.compile(f"^Going on by their choice, 5 minutes left, with {AMARA}$"))
    click(program, "End")
    session.wait_for_talk(status="done")
    kinds = [(event["kind"], event["minutes"], event["by"]) for event in session.talk()["events"]]
    assert kinds == [
        ("started", None, "user"),
        ("paused", None, "user"),
        ("resumed", None, "user"),
        ("extended", 5, "them"),
        ("closed", None, "user"),
    ]
    assert session.person(AMARA)["stage"] == "talked"


def _thank(session: Session) -> None:
    program = session.again()
    show(program, "Today")
    click(program, "Mark as sent")
    program.wait_until_gone("Mark as sent", "push button")
    session.wait_for(lambda: session.talk()["thanked_at"] is not None, "the thanks")
    choose(program, "Edit", re.compile("^Undo"))
    program.wait_for("Mark as sent", "push button")
    assert session.talk()["thanked_at"] is None
    click(program, "Mark as sent")
    program.wait_until_gone("Mark as sent", "push button")
    session.wait_for(lambda: session.talk()["thanked_at"] is not None, "the thanks")
    assert session.person(AMARA)["stage"] == "thanked"


def _export(session: Session, out: Path) -> None:
    program = session.again()
    assert not program.is_shown("Mark as sent", "push button")
    show(program, "People")
    write(program, "Filter people", "okafor")
    program.wait_until_gone(BEN, "table cell")
    click(program, "Export")
    click(program, "The one person shown", "radio button")
    click(program, "vCard, for an address book", "radio button")
    click(program, "Shareable", "radio button")
    click(program, "Save as…")
    name_file(program, out)
    session.wait_for(out.exists, "the exported file")
    card = out.read_text("utf-8")
    for wanted in ("VERSION:3.0", f"FN:{AMARA}", "TITLE:Director of Grid Analytics"):
        assert wanted in card
    for private in ("weather", "energy\r\n", "CATEGORIES", "thanked"):
        assert private not in card
    assert card.count("BEGIN:VCARD") == 1
    assert program.terminate() == 0
