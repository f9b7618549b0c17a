"""Asks accessibility_server.py, which runs under the system's Python. It waits for nothing."""

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.end_to_end.screen import SYSTEM_PYTHON, end, ending_with_us, python_without_venv

_PROJECT = Path(__file__).parents[2]
_SERVER = "tests.end_to_end.accessibility_server"


@dataclass(frozen=True)
class Accessible:
    """One part of a window, as it was when it was found."""

    who: tuple[str, str]
    name: str
    role: str
    states: frozenset[str]


class GoneError(LookupError):
    """The part does not exist any more, or cannot do what was asked of it."""


class Accessibility:
    """The server process and its pipes."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._server = subprocess.Popen(
            ending_with_us(SYSTEM_PYTHON, "-Es", "-m", _SERVER),
            cwd=_PROJECT,
            env=python_without_venv(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        try:
            self._ask("ping")
        except BaseException:
            self.close()
            raise

    def _ask(self, verb: str, **arguments: object) -> Any:  # noqa: ANN401 (as JSON gives it)
        if self._server.stdin is None or self._server.stdout is None:
            raise RuntimeError("the accessibility server has no pipes")
        self._server.stdin.write(json.dumps({"do": verb, **arguments}).encode() + b"\n")
        self._server.stdin.flush()
        line = self._server.stdout.readline()
        if not line:
            raise RuntimeError("the accessibility server ended")
        reply = json.loads(line)
        if "error" in reply:
            raise GoneError(f"{verb}: {reply['error']}")
        return reply["answer"]

    def search(
        self,
        pid: int,
        name: str | None = None,
        *,
        pattern: str | None = None,
        role: str | None = None,
    ) -> list[Accessible]:
        """All with that name, or matching the pattern, and that role; what shows comes first."""
        found = self._ask("search", pid=pid, name=name, pattern=pattern, role=role)
        parts = [
            Accessible(tuple(one["who"]), one["name"], one["role"], frozenset(one["states"]))
            for one in found
        ]
        return sorted(parts, key=lambda part: "showing" not in part.states)

    def tree(self, pid: int) -> str:
        """All that can be seen, as indented lines."""
        return str(self._ask("tree", pid=pid))

    def states(self, part: Accessible) -> frozenset[str]:
        """Its states now, such as focused, checked, selected, enabled."""
        return frozenset(self._ask("states", who=part.who))

    def press(self, part: Accessible) -> bool:
        """Do what a click does; False when it has no such action."""
        return bool(self._ask("press", who=part.who))

    def text(self, part: Accessible) -> str:
        """The text in it, else its value, else its name."""
        return str(self._ask("text", who=part.who))

    def description(self, part: Accessible) -> str:
        """What a screen reader says of it beside its name, such as where the keys are in it."""
        return str(self._ask("description", who=part.who))

    def rows(self, part: Accessible) -> list[list[str]]:
        """The cells of a table by rows, without headers."""
        return [[str(cell) for cell in row] for row in self._ask("rows", who=part.who)]

    def set_text(self, part: Accessible, text: str) -> None:
        """Replace the text without keys."""
        self._ask("set_text", who=part.who, text=text)

    def focus(self, part: Accessible) -> None:
        """Give it the keyboard."""
        self._ask("focus", who=part.who)

    def extents(self, part: Accessible) -> tuple[int, int, int, int]:
        """x, y, width and height on the screen in pixels."""
        x, y, width, height = self._ask("extents", who=part.who)
        return x, y, width, height

    def close(self) -> None:
        """End the server."""
        for pipe in (self._server.stdin, self._server.stdout):
            if pipe is not None:
                pipe.close()
        end(self._server)
