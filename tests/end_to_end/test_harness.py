"""The harness itself, tried on a small stand-in."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.driver import Program

_STAND_IN = (sys.executable, str(Path(__file__).with_name("stand_in.py")))

Start = Callable[[], Program]


@pytest.fixture
def start(desktop: Desktop, tmp_path: Path) -> Start:
    return lambda: desktop.start(data_dir=tmp_path, command=_STAND_IN)


def test_typed_letters_arrive_and_survive_a_kill(start: Start) -> None:
    names = ["Amara Okafor", "Joanna Wiśniewska 😀", "- <b>“C++” & O'Brien</b> 東京"]
    program = start()
    program.focus("Name")
    for name in names:
        program.type_text(name + "\n")
    program.wait_for(names[-1], "table cell")
    program.kill()
    program = start()
    program.wait_for(names[-1], "table cell")
    assert [row[0] for row in program.rows_of("People")] == names


def test_buttons_menus_and_dialogs_are_pressed(start: Start) -> None:
    program = start()
    program.set_text("Name", "Amara")
    program.press("Add person", "push button")
    program.wait_for("Amara", "table cell")
    program.focus("Add person")
    program.key("ctrl+z")
    program.wait_until_gone("Amara")
    program.press(re.compile("^Ask"))
    program.press("Yes")
    program.wait_for("answered", "label")
    assert not program.is_shown("Question", "dialog")


def test_the_pointer_clicks_and_drags(start: Start) -> None:
    program = start()
    program.click_on("Sorting", "page tab")
    program.wait_for("first", "list item")
    x, y, _, height = program.extents("third", "list item")
    program.drag(program.centre("first", "list item"), (x + 20, y + height - 2))
    program.wait_until(
        lambda: (
            [part.name for part in program.find_all(re.compile("."), "list item")]
            == ["second", "third", "first"]
        ),
        "the first to be the last",
    )
    program.click_on("Edit", "menu item")
    program.wait_until(lambda: program.is_shown("Undo adding"), "the menu")
    program.key("Escape")
    program.wait_until(lambda: not program.is_shown("Undo adding"), "the menu to close")
    assert "selected" in program.states_of("Sorting", "page tab")


def test_notes_keep_their_lines(start: Start) -> None:
    program = start()
    program.click_on("Note")
    program.type_text("one\n\n    Überraschung\n😀")
    program.wait_for_text("Note", "one\n\n    Überraschung\n😀")
    assert "focused" in program.states_of("Note")


def test_what_is_not_on_the_screen_is_not_found(start: Start) -> None:
    program = start()
    with pytest.raises(LookupError):
        program.find("On the hidden page")
    with pytest.raises(AssertionError, match="waited 0 s"):
        program.wait_for("Nobody", seconds=0.2)
    assert "On the hidden page" in program.tree()


def test_a_picture_of_the_screen(start: Start, tmp_path: Path) -> None:
    picture = start().screenshot(tmp_path / "screen.png")
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_a_program_that_ends_is_not_waited_for(desktop: Desktop, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="ended with 3"):
        desktop.start("--fail", data_dir=tmp_path, command=_STAND_IN)
    with pytest.raises(AssertionError, match="met an error"):
        desktop.close()
    desktop.programs.clear()
