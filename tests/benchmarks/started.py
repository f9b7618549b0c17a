"""Starts the small programs as processes and reads what they report."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_PROGRAMS = Path(__file__).parent / "programs"
_ROOT = Path(__file__).parents[2]
_LONGEST_S = 120
_SETTLED_MS = "1500"


@dataclass(frozen=True)
class Start:
    """One start: ms from the process to the painted window, MiB (RSS) once it is at rest.

    PSS would depend on which other programs of Qt happen to run.
    """

    painted_ms: float
    memory: float
    scrolled: float


def bare_window(environment: Mapping[str, str]) -> Start:
    """Open an empty QMainWindow."""
    return _start(environment, "bare_window.py", "300")


def our_window(environment: Mapping[str, str], data: Path, *words: str) -> Start:
    """Open the program on the data of a folder."""
    return _start(environment, "our_window.py", str(data), _SETTLED_MS, *words)


def _start(environment: Mapping[str, str], program: str, *arguments: str) -> Start:
    command = [sys.executable, str(_PROGRAMS / program), *arguments]
    begun = time.perf_counter_ns()
    ended = subprocess.run(
        command, env=dict(environment), capture_output=True, text=True, timeout=_LONGEST_S,
        check=False,
    )  # fmt: skip
    told = {line.split()[0]: line.split()[1:] for line in ended.stdout.splitlines()}
    assert {"painted", "memory"} <= told.keys(), ended.stdout + ended.stderr
    return Start(
        (int(told["painted"][0]) - begun) / 1e6,
        int(told["memory"][1]) / 1024,
        int(told.get("scrolled", ["0", "0"])[1]) / 1024,
    )


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Yield the environment of a start: under Xvfb where there is one, else off the screen.

    Compiled modules are kept, as they are for every user.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_QPA")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    kept["PYTHONPATH"] = str(_ROOT)
    if shutil.which("Xvfb") is None:
        yield kept | {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1400x900x24",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        display = told.readline().strip()
    try:
        yield kept | {"DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()
