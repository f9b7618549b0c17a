"""One running program, worked as a person would: by what its controls are called, keys, pointer.

Whatever is looked for is waited for, until a deadline that suits a slow machine, and no longer than
the program lives.
"""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.end_to_end.accessibility import Accessibility, Accessible
from tests.end_to_end.hands import Hands
from tests.end_to_end.screen import Screen, ending_with_us

PATIENCE_S = 20.0
START_S = 60.0
STEP_S = 0.05
PROJECT = Path(__file__).parents[2]
_GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
picture = application.primaryScreen().grabWindow(0)
sys.exit(not picture.save(sys.argv[1]))
"""

Part = str | re.Pattern[str] | Accessible
"""A part of the window: by its accessible name, by a pattern within the name, or as found."""


class Program:
    """One running process and its windows."""

    def __init__(self, screen: Screen, eyes: Accessibility, command: Sequence[str],
                 environment: Mapping[str, str], log: Path) -> None:  # fmt: skip
        self._screen = screen
        self._eyes = eyes
        self._log = log
        self._hands = Hands(screen)
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                ending_with_us(*command),
                cwd=PROJECT,
                env={**screen.environment, **environment},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    # What is there now

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def output(self) -> str:
        """All that it wrote to standard output and standard error until now."""
        return self._log.read_text("utf-8", "replace")

    def find_all(self, name: Part, role: str | None = None) -> list[Accessible]:
        """Every part that is there now, in reading order. Entries of closed menus count, last."""
        if isinstance(name, Accessible):
            return [name]
        if isinstance(name, str):
            return self._eyes.search(self.pid, name, role=role)
        return self._eyes.search(self.pid, pattern=name.pattern, role=role)

    def find(self, name: Part, role: str | None = None) -> Accessible:
        """The first such part that is there now; LookupError when there is none."""
        found = self.find_all(name, role)
        if not found:
            raise LookupError(f"no {role or 'part'} named {name!r}")
        return found[0]

    def is_shown(self, name: Part, role: str | None = None) -> bool:
        """Whether such a part is on the screen now."""
        return any("showing" in self._eyes.states(part) for part in self.find_all(name, role))

    def text_of(self, name: Part, role: str | None = None) -> str:
        """The text in a field, else its value, else its name."""
        return self._eyes.text(self.wait_for(name, role))

    def description_of(self, name: Part, role: str | None = None) -> str:
        """What is said of a part beside its name, such as where the keys are in it."""
        return self._eyes.description(self.wait_for(name, role))

    def states_of(self, name: Part, role: str | None = None) -> frozenset[str]:
        """Such as checked, enabled, expanded, focused, selected."""
        return self._eyes.states(self.wait_for(name, role))

    def rows_of(self, table: Part) -> list[list[str]]:
        """The cells of a table by rows, without headers; for tables of up to 1,000 cells."""
        return self._eyes.rows(self.wait_for(table))

    def tree(self) -> str:
        """All that accessibility sees, for a person who looks for the reason of a failure."""
        return self._eyes.tree(self.pid)

    def screenshot(self, path: Path) -> Path:
        """Save a picture of the whole screen as PNG."""
        done = self._screen.run(sys.executable, "-c", _GRAB, str(path))
        assert done.returncode == 0, done.stderr
        return path

    # Waiting

    def wait_until(
        self, condition: Callable[[], object], what: str, seconds: float = PATIENCE_S
    ) -> None:
        """Wait until a condition is true; AssertionError after the time or when it has ended."""
        end = time.monotonic() + seconds
        while True:
            try:
                if condition():
                    return
            except LookupError:  # what was asked for came and went
                pass
            late = time.monotonic() > end
            assert not late, f"waited {seconds:.0f} s for {what}, in vain"
            try:
                code = self._process.wait(STEP_S)
            except subprocess.TimeoutExpired:
                continue
            raise AssertionError(f"ended with {code} before {what}\n{self.output}")

    def wait_for(
        self, name: Part, role: str | None = None, seconds: float = PATIENCE_S
    ) -> Accessible:
        """Wait until such a part is there, and return it."""
        found: list[Accessible] = []

        def look() -> bool:
            found[:] = self.find_all(name, role)
            return bool(found)

        self.wait_until(look, f"{role or 'a part'} named {name!r}", seconds)
        return found[0]

    def wait_until_gone(
        self, name: Part, role: str | None = None, seconds: float = PATIENCE_S
    ) -> None:
        """Wait until no such part is on the screen."""
        self.wait_until(lambda: not self.is_shown(name, role), f"{name!r} to disappear", seconds)

    def wait_for_text(self, name: Part, text: str, role: str | None = None) -> None:
        """Wait until a field holds exactly this text."""
        seen = [""]

        def reads() -> bool:
            seen[0] = self._eyes.text(self.find(name, role))
            return seen[0] == text

        try:
            self.wait_until(reads, f"{name!r} to read {text!r}")
        except AssertionError as error:
            raise AssertionError(f"{error}; it reads {seen[0]!r}") from None

    def wait_for_window(self, seconds: float = START_S) -> None:
        """Wait until it has a window on the screen, and that window has the keyboard."""
        self.wait_until(self._has_window, "the window", seconds)
        self.wait_until(self._has_keyboard, "the window to be the active one", seconds)

    def _has_window(self) -> bool:
        return any(
            "showing" in part.states
            for role in ("frame", "dialog", "window")
            for part in self._eyes.search(self.pid, role=role)
        )

    def _has_keyboard(self) -> bool:
        active = self._screen.run("xdotool", "getactivewindow", "getwindowpid")
        if active.stdout.strip() == str(self.pid):
            return True
        self._screen.run(
            "xdotool", "search", "--onlyvisible", "--pid", str(self.pid), "windowactivate"
        )
        return False

    # Doing

    def press(self, name: Part, role: str | None = None) -> None:
        """Press a button or an entry of a menu (even of a closed one), toggle a check box."""
        part = self.wait_for(name, role)
        self.wait_until(lambda: "enabled" in self._eyes.states(part), f"{name!r} to be enabled")
        if not self._eyes.press(part):
            self.click_on(part)

    def set_text(self, name: Part, text: str, role: str | None = None) -> None:
        """Replace the text of a field at once, without keys."""
        self._eyes.set_text(self.wait_for(name, role), text)

    def focus(self, name: Part, role: str | None = None) -> None:
        """Give a part the keyboard, and wait until it has it."""
        part = self.wait_for(name, role)
        self._eyes.focus(part)
        self.wait_until(lambda: "focused" in self._eyes.states(part), f"{name!r} to be focused")

    def key(self, *combinations: str) -> None:
        """Press real keys by their X names: ``key("ctrl+z")``, ``key("Down", "Return")``."""
        self._hands.key(*combinations)

    def type_text(self, text: str) -> None:
        """Type with real keys, any letters, into whatever has the keyboard."""
        self._hands.type_text(text)

    def extents(self, name: Part, role: str | None = None) -> tuple[int, int, int, int]:
        """x, y, width and height of a part on the screen in pixels."""
        return self._eyes.extents(self.wait_for(name, role))

    def centre(self, name: Part, role: str | None = None) -> tuple[int, int]:
        """The middle of a part on the screen."""
        x, y, width, height = self.extents(name, role)
        return x + width // 2, y + height // 2

    def click(self, x: int, y: int, *, button: int = 1, times: int = 1) -> None:
        """Click with the real pointer."""
        self._hands.click(x, y, button=button, times=times)

    def click_on(
        self, name: Part, role: str | None = None, *, button: int = 1, times: int = 1
    ) -> None:
        """Click the middle of a part with the real pointer; 3 is the right button."""
        self.click(*self.centre(name, role), button=button, times=times)

    def drag(self, start: tuple[int, int], stop: tuple[int, int]) -> None:
        """Drag with the real pointer from one place on the screen to another."""
        self._hands.drag(start, stop)

    def carry(self, start: tuple[int, int], stop: tuple[int, int]) -> None:
        """Drag without letting go: ``let_go`` does."""
        self._hands.carry(start, stop)

    def let_go(self) -> None:
        """Let go of what is being dragged."""
        self._hands.let_go()

    # The end

    def wait(self, seconds: float = PATIENCE_S) -> int:
        """Wait until it ends by itself; its exit status."""
        return self._process.wait(seconds)

    def terminate(self, seconds: float = PATIENCE_S) -> int:
        """Send SIGTERM, wait until it has ended; its exit status."""
        self._process.terminate()
        return self._process.wait(seconds)

    def kill(self) -> None:
        """Send SIGKILL to it and whatever it started, and wait until it has gone."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self._process.wait()

    @property
    def is_running(self) -> bool:
        """Whether the process is there."""
        return self._process.poll() is None
