"""Where a test starts the program, and where nothing is left when the test is over."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.end_to_end.accessibility import Accessibility, GoneError
from tests.end_to_end.driver import PROJECT, Program
from tests.end_to_end.screen import Screen

THE_PROGRAM = (sys.executable, "-m", "infoview_gui")


class Desktop:
    """Where programs are started; ends those that still run when the test is over."""

    def __init__(self, screen: Screen, eyes: Accessibility, folder: Path) -> None:
        self._screen = screen
        self._eyes = eyes
        self._folder = folder
        self.programs: list[Program] = []

    def start(
        self,
        *arguments: str,
        data_dir: Path,
        command: Sequence[str] = THE_PROGRAM,
        environment: Mapping[str, str] | None = None,
        wait: bool = True,
    ) -> Program:
        """Start the program and wait until its window has the keyboard.

        With `wait` false it returns at once, for a start that is expected to end by itself.
        """
        log = self._folder / f"program-{len(self.programs) + 1}.log"
        whole = [*command, "--data-dir", str(data_dir), *arguments]
        program = Program(self._screen, self._eyes, whole, environment or {}, log)
        self.programs.append(program)
        if wait:
            program.wait_for_window()
        return program

    def run(self, *arguments: str, data_dir: Path) -> subprocess.CompletedProcess[str]:
        """Run the program's command line, such as ``run("export", "out.csv", data_dir=…)``.

        It runs in the project's folder: give files by their whole path.
        """
        command = (*THE_PROGRAM, "--data-dir", str(data_dir), *arguments)
        return self._screen.run(*command, folder=PROJECT)

    def evidence(self, folder: Path) -> dict[str, str]:
        """What a person needs to see why a test failed; pictures are saved into the folder."""
        shown: dict[str, str] = {}
        for number, program in enumerate(self.programs, start=1):
            shown[f"output of program {number}"] = program.output
            if not program.is_running:
                continue
            folder.mkdir(parents=True, exist_ok=True)
            try:
                shown[f"window of program {number}"] = program.tree()
                shown["screenshot"] = str(program.screenshot(folder / f"{number}.png"))
            except (GoneError, AssertionError, subprocess.TimeoutExpired) as error:
                shown["nothing to see"] = str(error)
        return shown

    def close(self) -> None:
        """Kill what still runs; AssertionError when a program met an error uncaught."""
        for program in self.programs:
            program.kill()
        broken = [p.output for p in self.programs if "Traceback (most recent" in p.output]
        assert not broken, "the program met an error:\n" + "\n".join(broken)
