"""The calendar with keys alone; where they are is what a screen reader is told.

The program's clock is set from outside: it is the Monday morning of the pictures.
"""

import re
from datetime import datetime
from pathlib import Path

import pytest

from infoview_gui.services.clock import STAGE
from tests.end_to_end.accessibility import Accessible
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.driver import Program
from tests.end_to_end.staged import StagedTime
from tests.end_to_end.story import Session
from tests.end_to_end.week import (
    FRED,
    MONA,
    Plan,
    Talk,
    card,
    known,
    landmarks,
    moment,
    plans,
    take_back_and_again,
    wait_for_plans,
)

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(180)]

ZONE = "Europe/Lisbon"
MONDAY = datetime(2026, 11, 23)  # noqa: DTZ001 - days and hours here are wall times
AMARA, BEN, CLEO = "Amara Okafor", "Ben Ito", "Cleo Waits"
WAITS = f"{CLEO}, waiting for a time"
_ANY = re.compile("")
VIEWS = {
    "1": ("Day", "Week"),
    "2": ("5 days", "Week"),
    "3": ("Week", "Week"),
    "4": ("Month", "Month"),
    "5": ("Agenda", "Agenda"),
}
"""Behind Alt: which view it chooses, and what has the keyboard then."""


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A wall time in November 2026."""
    return MONDAY.replace(day=day, hour=hour, minute=minute)


@pytest.fixture
def session(desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    data = tmp_path / "data"
    time = StagedTime(moment(at(23, 8), ZONE), 1)
    monkeypatch.setenv(STAGE, time.environment[STAGE])  # for what the test itself stores
    amara = Talk(AMARA, at(24, 10), 30, zone="America/New_York")
    known(data, ZONE, [*landmarks(MONDAY), amara, Talk(CLEO)], BEN)
    session = Session(desktop, data, time.environment)
    _go_to_the_calendar(session.program)
    return session


def test_a_week_by_keys(session: Session) -> None:
    _every_view(session)
    _every_entry(session)
    _move_and_stretch(session)
    _type_a_time(session)
    _copy_and_paste(session)
    _delete(session)
    _plan_in_a_slot(session)
    _still_there(session, AMARA, BEN, MONA, FRED)
    assert session.program.terminate() == 0


def test_who_waits_by_keys(session: Session) -> None:
    """Tab leads to who waits, who is given a time by typing it; and back to the week."""
    program = session.program
    for key in ("Tab", "shift+Tab"):
        _tab_to(program, WAITS, key)
        _tab_to(program, "Week", key)
    _tab_to(program, WAITS)
    program.key("F2")
    _wait_for_focus(program, "New time")
    program.type_text("thu 11:00\n")
    wait_for_plans(session, CLEO, ZONE, ("2026-11-26 11:00", 15))
    _wait_for_words(program, f"{CLEO}, ")
    program.wait_until_gone(WAITS)
    take_back_and_again(session, CLEO, ZONE, [("", 15)], [("2026-11-26 11:00", 15)])
    _still_there(session, CLEO)


# -- the steps


def _go_to_the_calendar(program: Program) -> None:
    program.key("ctrl+3", "alt+2")
    _wait_for_focus(program, "Week")


def _has_keys(program: Program, name: str, role: str | None = None) -> bool:
    return any("focused" in part.states for part in program.find_all(name, role))


def _wait_for_focus(program: Program, name: str) -> None:
    program.wait_until(lambda: _has_keys(program, name), f"the keyboard to be in {name}")


def _told(program: Program, view: str = "Week") -> str:
    """What is said of the place at which the keys are."""
    if view == "Agenda":
        parts = program.find_all(_ANY, "list item")
        return next((part.name for part in parts if "focused" in part.states), "")
    parts = [part for part in program.find_all(view, "filler") if "focused" in part.states]
    return program.description_of(parts[0]) if parts else ""


def _wait_for_words(program: Program, words: str, view: str = "Week") -> None:
    said = [""]

    def says() -> bool:
        said[0] = _told(program, view)
        return words in said[0]

    try:
        program.wait_until(says, f"“{words}” to be said")
    except AssertionError as error:
        raise AssertionError(f"{error}; it was “{said[0]}”") from None


def _every_view(session: Session) -> None:
    program = session.program
    for digit, (name, view) in VIEWS.items():
        program.key(f"alt+{digit}")
        program.wait_until(
            lambda name=name: "checked" in program.states_of(name, "check box"), f"the {name}"
        )
        _wait_for_focus(program, view)


def _every_entry(session: Session) -> None:
    """One key leads from entry to entry, in every view."""
    program = session.program
    for digit, key in (("2", "j"), ("3", "shift+Right"), ("4", "shift+Right"), ("5", "Down")):
        program.key(f"alt+{digit}", "ctrl+t")
        view = VIEWS[digit][1]
        _wait_for_focus(program, view)
        program.key("Home")
        met: list[str] = []

        def is_last(met: list[str] = met, view: str = view, key: str = key) -> bool:
            met.append(_told(program, view))
            program.key(key)
            return any(one.startswith(FRED) for one in met)

        program.wait_until(is_last, f"{FRED} to be reached in the {view}")
        for name in (MONA, AMARA, FRED):
            assert any(one.startswith(name) for one in met), (view, name, met)
    program.key("alt+2")
    _wait_for_focus(program, "Week")


def _tab_to(program: Program, name: str, key: str = "Tab") -> None:
    """Press Tab, or Shift+Tab, until a part has the keyboard; once round the window at most."""
    can_have_it = {"focusable", "showing"}
    stops = [part for part in program.find_all(_ANY) if can_have_it <= part.states]

    def focused() -> list[Accessible]:
        return [part for part in stops if "focused" in program.states_of(part)]

    for _ in stops:
        now = focused()
        if any(part.name == name for part in now):
            return
        program.key(key)
        program.wait_until(lambda now=now: focused() not in ([], now), "the keyboard to go on")
    raise AssertionError(f"{key} does not lead to {name}")


def _choose(program: Program, name: str) -> None:
    """Go from entry to entry of the week until somebody's is reached."""
    program.key("ctrl+t", "Home")

    def is_reached() -> bool:
        if _told(program).startswith(name):
            return True
        program.key("j")
        return False

    program.wait_until(is_reached, f"{name} to be reached")


def _move_and_stretch(session: Session) -> None:
    """By a quarter of an hour, a day, five minutes; each is one step back."""
    program = session.program
    _choose(program, AMARA)
    steps: list[tuple[str, Plan]] = [
        ("ctrl+Down", ("2026-11-24 10:15", 30)),
        ("ctrl+Right", ("2026-11-25 10:15", 30)),
        ("ctrl+Up", ("2026-11-25 10:00", 30)),
        ("shift+Down", ("2026-11-25 10:00", 35)),
        ("shift+Up", ("2026-11-25 10:00", 30)),
        ("ctrl+Left", ("2026-11-24 10:00", 30)),
    ]
    for key, after in steps:
        program.key(key)
        wait_for_plans(session, AMARA, ZONE, after)
        _wait_for_words(program, f"{AMARA}, ")
    program.wait_for(card(AMARA, at(24, 10)), "push button")
    program.key("ctrl+z")
    wait_for_plans(session, AMARA, ZONE, ("2026-11-25 10:00", 30))
    program.key("ctrl+shift+z")
    wait_for_plans(session, AMARA, ZONE, ("2026-11-24 10:00", 30))


def _type_a_time(session: Session) -> None:
    """The reading is shown, with the time at their place, before Enter takes it."""
    program, before = session.program, ("2026-11-24 10:00", 30)
    program.key("F2")
    _wait_for_focus(program, "New time")
    program.type_text("tue 14:30")
    program.wait_for(re.compile("^Tuesday 24 November, 14:30 · 09:30 in New York$"), "label")
    assert plans(session, AMARA, ZONE) == [before]
    program.key("Escape")
    _wait_for_focus(program, "Week")
    assert plans(session, AMARA, ZONE) == [before]

    program.key("F2")
    _wait_for_focus(program, "New time")
    program.type_text("tue 14:30\n")
    after = ("2026-11-24 14:30", 30)
    wait_for_plans(session, AMARA, ZONE, after)
    _wait_for_focus(program, "Week")
    _wait_for_words(program, f"{AMARA}, ")
    take_back_and_again(session, AMARA, ZONE, [before], [after])


def _copy_and_paste(session: Session) -> None:
    program, first = session.program, ("2026-11-24 14:30", 30)
    _choose(program, AMARA)
    program.key("ctrl+c", "Right")
    _wait_for_words(program, "Wednesday 25 November, 14:30, nothing planned")
    program.key("ctrl+v")
    both = [first, ("2026-11-25 14:30", 30)]
    wait_for_plans(session, AMARA, ZONE, *both)
    _wait_for_words(program, f"{AMARA}, ")
    take_back_and_again(session, AMARA, ZONE, [first], both)


def _delete(session: Session) -> None:
    program, first = session.program, ("2026-11-24 14:30", 30)
    program.wait_for(card(AMARA, at(25, 14, 30)), "push button")
    _choose(program, AMARA)
    program.key("Delete")
    second = ("2026-11-25 14:30", 30)
    wait_for_plans(session, AMARA, ZONE, second)
    program.wait_until_gone(card(AMARA, at(24, 14, 30)))
    take_back_and_again(session, AMARA, ZONE, [first, second], [second])
    program.key("ctrl+z")
    wait_for_plans(session, AMARA, ZONE, first, second)


def _plan_in_a_slot(session: Session) -> None:
    """The arrows lead to an empty time, Enter plans there, Enter opens what is planned."""
    program = session.program
    _choose(program, FRED)
    program.key(*["Left"] * 1)
    _wait_for_words(program, "Thursday 26 November, 15:00, nothing planned")
    program.key(*["Up"] * 4)
    _wait_for_words(program, "Thursday 26 November, 14:00, nothing planned")
    program.key("Return")
    program.wait_for("New conversation", "dialog")
    program.type_text("ben")
    program.wait_for_text("With", "ben", "text")
    program.key("Return")
    program.wait_for(f"Remove {BEN}")
    program.key("Return")
    program.wait_until_gone("New conversation", "dialog")
    after = ("2026-11-26 14:00", 15)
    wait_for_plans(session, BEN, ZONE, after)
    _wait_for_words(program, f"{BEN}, ")
    take_back_and_again(session, BEN, ZONE, [], [after])
    _choose(program, BEN)
    program.key("Return")
    program.wait_for("Change the conversation", "dialog")
    program.key("Escape")
    program.wait_until_gone("Change the conversation", "dialog")


def _still_there(session: Session, *names: str) -> None:
    before = {name: plans(session, name, ZONE) for name in names}
    program = session.again()
    _go_to_the_calendar(program)
    assert {name: plans(session, name, ZONE) for name in before} == before
    for name, times in before.items():
        for start, _ in times:
            program.wait_for(card(name, datetime.fromisoformat(start)), "push button")
