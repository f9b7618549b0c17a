"""What a person does with the pointer: waits until a thing stands still, then clicks it.

Keys only write where something must be written.
"""

from pathlib import Path

from tests.end_to_end.accessibility import Accessible
from tests.end_to_end.driver import Part, Program

BOTTOM = 760
"""What lies above is in view, with room to spare, on a screen of 900 pixels."""


def seen(program: Program, name: Part, role: str | None = None) -> Accessible:
    """Wait until such a part can be clicked and has stopped moving."""
    found: list[Accessible] = []

    def is_ready() -> bool:
        ready = {"showing", "enabled"}
        found[:] = [part for part in program.find_all(name, role) if ready <= part.states]
        return bool(found)

    program.wait_until(is_ready, f"{name!r} to be there for the pointer")
    places = [program.extents(found[0])]

    def stands_still() -> bool:
        places.append(program.extents(found[0]))
        return places[-1] == places[-2]

    program.wait_until(stands_still, f"{name!r} to stand still")
    return found[0]


def click(program: Program, name: Part, role: str = "push button", *, times: int = 1) -> None:
    """Click the middle of a part."""
    program.click_on(seen(program, name, role), times=times)


def choose(program: Program, menu: str, entry: Part) -> None:
    """Open a menu of the menu bar and click an entry."""
    click(program, menu, "menu item")
    click(program, entry, "menu item")


def show(program: Program, pane: str) -> None:
    """Click in the rail."""
    click(program, pane, "check box")
    program.wait_until(lambda: "checked" in program.states_of(pane, "check box"), f"the {pane}")


def write(program: Program, field: str, text: str) -> None:
    """Replace what stands in a line: a triple click marks it all."""
    click(program, field, "text", times=3)
    program.type_text(text)
    program.wait_for_text(field, text, "text")


def turn_wheel_to(program: Program, field: str, over: str) -> None:
    """Turn the wheel over one field of a form until another has come into view."""
    x, y = program.centre(over, "text")
    part = program.wait_for(field, "text")

    def has_come() -> bool:
        program.click(x, y, button=5)
        return program.extents(part)[1] < BOTTOM

    program.wait_until(has_come, f"{field} to come into view")


def name_file(program: Program, file: Path) -> None:
    """Answer the system's file dialog."""
    field = seen(program, "File name:", "text")
    program.wait_until(lambda: "focused" in program.states_of(field), "the file's name")
    program.key("ctrl+a")
    program.type_text(f"{file}\n")
