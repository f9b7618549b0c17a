"""The calendar with the pointer alone: drawn, moved, stretched, dropped, taken back, killed.

The program's clock is set from outside: it is the Tuesday morning of the pictures.
"""

import re
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from infoview_gui.services.clock import STAGE
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.driver import Program
from tests.end_to_end.pointer import click, seen, show
from tests.end_to_end.staged import StagedTime
from tests.end_to_end.story import Session
from tests.end_to_end.week import (
    FRED,
    MONA,
    Talk,
    Week,
    beside,
    card,
    cell,
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

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(180)]

ZONE = "Europe/Lisbon"
MONDAY = datetime(2026, 11, 23)  # noqa: DTZ001 - days and hours here are wall times
AMARA, BEN, CLEO = "Amara Okafor", "Ben Ito", "Cleo Waits"
WAITS = f"{CLEO}, waiting for a time"
USUAL = 15
"""Minutes of a conversation, where nobody says other ones."""


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A wall time in November 2026."""
    return MONDAY.replace(day=day, hour=hour, minute=minute)


@pytest.fixture
def session(desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    data = tmp_path / "data"
    time = StagedTime(moment(at(24, 8), ZONE), 1)
    monkeypatch.setenv(STAGE, time.environment[STAGE])  # for what the test itself stores
    known(data, ZONE, [*landmarks(MONDAY), Talk(CLEO)], AMARA, BEN)
    session = Session(desktop, data, time.environment)
    show(session.program, "Calendar")
    show_as(session.program, "5 days")
    return session


def test_a_week_and_a_month_by_pointer(session: Session, tmp_path: Path) -> None:
    week = Week(session.program, MONDAY)
    _draw(session, week)
    _drag_and_give_up(session, week, tmp_path)
    _move(session, week)
    _stretch(session, week)
    _double_click(session, week)
    _drop_who_waits(session, week)
    _still_there(session, show_as_month=False)
    _move_in_the_month(session)
    _double_click_in_the_month(session)
    _still_there(session, show_as_month=True)
    assert session.program.terminate() == 0


# -- the steps


def _plan_with(program: Program, name: str) -> None:
    """Say in the dialog that has opened with whom it is."""
    program.wait_for("New conversation", "dialog")
    click(program, "With", "text")
    program.type_text(name.partition(" ")[0].lower())
    program.key("Return")
    program.wait_for(f"Remove {name}")
    click(program, "Plan conversation")
    program.wait_until_gone("New conversation", "dialog")


def _draw(session: Session, week: Week) -> None:
    """A drag over empty hours makes a conversation of that length."""
    program = session.program
    program.drag(week.place(at(24, 10, 5)), week.place(at(24, 10, 40)))
    _plan_with(program, AMARA)
    seen(program, card(AMARA, at(24, 10)))
    after = [("2026-11-24 10:00", 45)]
    wait_for_plans(session, AMARA, ZONE, *after)
    take_back_and_again(session, AMARA, ZONE, [], after)
    seen(program, card(AMARA, at(24, 10)))


def _drag_and_give_up(session: Session, week: Week, folder: Path) -> None:
    """While one drags, the new place is shown and nothing is stored; Escape leaves all as it was.

    The time is painted, so it is looked for in a picture of the screen.
    """
    program, before = session.program, plans(session, AMARA, ZONE)
    name = card(AMARA, at(24, 10))
    program.click(*grip(program, name))  # the ring of the chosen card does not count below
    empty = _picture(program, week, folder)
    program.carry(grip(program, name), _there(program, week, name))
    program.wait_until(lambda: _picture(program, week, folder) != empty, "the place to be shown")
    assert plans(session, AMARA, ZONE) == before
    program.key("Escape")
    program.wait_until(lambda: _picture(program, week, folder) == empty, "all as it was")
    program.let_go()

    edge = lower_edge(program, name)
    program.carry(edge, beside(edge, week.way(at(24, 10), at(24, 10, 30))))
    program.key("Escape")
    program.let_go()
    # What comes next is the same drag once more: nothing is left of the one that was given up.
    assert plans(session, AMARA, ZONE) == before
    assert program.is_shown(name)


def _there(program: Program, week: Week, name: str) -> tuple[int, int]:
    """Where the card is dragged to: from Tuesday at 10:00 to Wednesday at 13:30."""
    return beside(grip(program, name), week.way(at(24, 10), at(25, 13, 30)))


def _picture(program: Program, week: Week, folder: Path) -> QImage:
    """What is painted from 13:15 to 14:30 on Wednesday."""
    x, top = week.place(at(25, 13, 15))
    _, bottom = week.place(at(25, 14, 30))
    shot = QImage(str(program.screenshot(folder / "screen.png")))
    return shot.copy(QRect(x - 40, top, 80, bottom - top))


def _move(session: Session, week: Week) -> None:
    program, name = session.program, card(AMARA, at(24, 10))
    program.drag(grip(program, name), _there(program, week, name))
    seen(program, card(AMARA, at(25, 13, 30)))
    seen(program, re.compile("^Moved to Wed 25 Nov 13:30"), "label")
    after = [("2026-11-25 13:30", 45)]
    wait_for_plans(session, AMARA, ZONE, *after)
    take_back_and_again(session, AMARA, ZONE, [("2026-11-24 10:00", 45)], after)
    seen(program, card(AMARA, at(25, 13, 30)))
    program.wait_until_gone(name)


def _stretch(session: Session, week: Week) -> None:
    program, name = session.program, card(AMARA, at(25, 13, 30))
    edge = lower_edge(program, name)
    program.drag(edge, beside(edge, week.way(at(25, 13), at(25, 13, 15))))
    after = [("2026-11-25 13:30", 60)]
    wait_for_plans(session, AMARA, ZONE, *after)
    seen(program, re.compile("^Now 60 minutes, 13:30–14:30"), "label")
    take_back_and_again(session, AMARA, ZONE, [("2026-11-25 13:30", 45)], after)


def _double_click(session: Session, week: Week) -> None:
    program = session.program
    program.click(*week.place(at(26, 12, 5)), times=2)
    _plan_with(program, BEN)
    after = [("2026-11-26 12:00", USUAL)]
    wait_for_plans(session, BEN, ZONE, *after)
    take_back_and_again(session, BEN, ZONE, [], after)
    seen(program, card(BEN, at(26, 12)))


def _drop_who_waits(session: Session, week: Week) -> None:
    """A card of the left column gets the hour on which it is dropped."""
    program, waiting = session.program, [("", USUAL)]
    program.carry(grip(program, WAITS), week.place(at(27, 11, 35)))
    program.key("Escape")
    program.let_go()
    assert plans(session, CLEO, ZONE) == waiting
    assert not program.is_shown("Change the conversation", "dialog")  # nor was it a click

    program.drag(grip(program, WAITS), week.place(at(27, 11, 35)))
    after = [("2026-11-27 11:30", USUAL)]
    wait_for_plans(session, CLEO, ZONE, *after)
    seen(program, card(CLEO, at(27, 11, 30)))
    program.wait_until_gone(WAITS)
    program.key("ctrl+z")
    seen(program, WAITS)
    assert plans(session, CLEO, ZONE) == waiting
    program.key("ctrl+shift+z")
    wait_for_plans(session, CLEO, ZONE, *after)


def _still_there(session: Session, *, show_as_month: bool) -> None:
    """Killed without a warning, and started again: the same cards, in the view that was left."""
    before = {name: plans(session, name, ZONE) for name in (AMARA, BEN, CLEO, MONA, FRED)}
    program = session.again()
    show(program, "Calendar")
    assert {name: plans(session, name, ZONE) for name in before} == before
    if show_as_month:
        show_as(program, "Month")
    for name, times in before.items():
        for start, _ in times:
            when = datetime.fromisoformat(start)
            seen(program, f"{name}" if show_as_month else card(name, when))


def _move_in_the_month(session: Session) -> None:
    """To another day, at the same time of day."""
    program = session.program
    show_as(program, "Month")
    before = [("2026-11-25 13:30", 60)]
    start, stop = cell(program, at(25, 0)), cell(program, at(19, 0))
    way = (
        program.extents(stop)[0] - program.extents(start)[0],
        program.extents(stop)[1] - program.extents(start)[1],
    )
    at_first = grip(program, AMARA)
    program.carry(at_first, beside(at_first, way))
    program.key("Escape")
    program.let_go()
    assert plans(session, AMARA, ZONE) == before

    program.drag(at_first, beside(at_first, way))
    after = [("2026-11-19 13:30", 60)]
    wait_for_plans(session, AMARA, ZONE, *after)
    take_back_and_again(session, AMARA, ZONE, before, after)
    seen(program, re.compile("^Thursday 19 November, 1 entry"))


def _double_click_in_the_month(session: Session) -> None:
    program, first = session.program, plans(session, BEN, ZONE)
    x, y, width, height = program.extents(cell(program, at(18, 0)))
    program.click(x + width // 2, y + height - 12, times=2)
    _plan_with(program, BEN)
    session.wait_for(lambda: len(plans(session, BEN, ZONE)) == 2, "one more")
    (new,) = set(plans(session, BEN, ZONE)) - set(first)
    assert new[0].startswith("2026-11-18 ")
    take_back_and_again(session, BEN, ZONE, first, sorted([*first, new]))
