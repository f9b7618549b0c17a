"""The mini countdown on a real desktop: on top, beside the keyboard, and where it was left."""

import json
from pathlib import Path

import pytest

from infoview_gui.paths import find_paths
from tests.end_to_end.accessibility import Accessible
from tests.end_to_end.desktop import Desktop
from tests.end_to_end.driver import Program
from tests.end_to_end.story import Session, plan

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(120)]

WIDTH, HEIGHT = 376, 90


def _kept(state: Path) -> list[int]:
    corner: list[int] = json.loads(state.read_text("utf-8")).get("mini", {}).get("corner")
    return corner


def _is_near(corner: list[int], place: tuple[int, int, int, int]) -> bool:
    return bool(corner) and max(abs(corner[0] - place[0]), abs(corner[1] - place[1])) < 8


@pytest.fixture
def session(desktop: Desktop, tmp_path: Path) -> Session:
    """A talk that has begun, with the keyboard in its notes, and the mini countdown."""
    data = tmp_path / "data"
    plan(data, "Amara Okafor")
    session = Session(desktop, data)
    session.program.key("ctrl+4")
    session.program.wait_for("Notes", "text")
    session.program.key("F5")
    session.wait_for_talk(status="running")
    session.program.key("F12")
    session.program.wait_for("Back to Infoview", "push button")
    return session


def _place(program: Program) -> tuple[int, int, int, int]:
    """x, y, width and height; by its button, as there is a menu entry of its name."""
    x, y, width, height = program.extents("Back to Infoview", "push button")
    right, middle = x + width, y + height // 2
    return right + 10 - WIDTH, middle - HEIGHT // 2, WIDTH, HEIGHT


def _inside(program: Program, name: str) -> Accessible:
    left, top, width, height = _place(program)
    for part in program.find_all(name, "push button"):
        x, y = program.centre(part)
        if left <= x <= left + width and top <= y <= top + height:
            return part
    raise LookupError(name)


def test_it_stays_on_top_and_the_keyboard_stays_in_the_notes(session: Session) -> None:
    program = session.program
    program.type_text("Team of 14")
    program.wait_for_text("Notes", "Team of 14", "text")
    program.click_on("Notes", "text")  # the window comes forward, below it
    program.key("ctrl+End")
    pause = _inside(program, "Pause")
    program.click(*program.centre(pause))
    session.wait_for(lambda: len(session.talk()["events"]) == 2, "the pause")
    program.type_text(", half from science")
    program.wait_for_text("Notes", "Team of 14, half from science", "text")
    program.wait_for("Resume", "push button")


def test_it_stands_where_it_was_dragged_to_also_after_a_kill(session: Session) -> None:
    program = session.program
    x, y, _, _ = _place(program)
    grip = (x + 100, y + 12)  # beside the words
    program.drag(grip, (grip[0] - 400, grip[1] + 300))
    program.wait_until(
        lambda: abs(_place(program)[0] - (x - 400)) < 30, "the mini countdown to be elsewhere"
    )
    place = _place(program)
    state = find_paths(session.data).config / "window.json"
    program.wait_until(
        lambda: state.exists() and _is_near(_kept(state), place), "its place to be kept"
    )
    program = session.again()
    program.wait_for("Pause", "push button")
    program.key("F12")
    program.wait_for("Back to Infoview", "push button")
    program.wait_until(lambda: _place(program) == place, "it to stand there again")
    program.key("F12")
    program.wait_until_gone("Back to Infoview", "push button")
