"""A screen of its own: X server, window manager, session bus and accessibility bus.

Everything that it starts ends with it, and with the test process should that be killed. It knows
nothing of the program that is shown on it.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

SYSTEM_PYTHON = "/usr/bin/python3"
REGISTRY = "/usr/libexec/at-spi2-registryd"
ACCESSIBILITY_BUS = "/usr/share/defaults/at-spi2/accessibility.conf"
START_S = 30.0
STEP_S = 0.02

# A session bus on which nothing is started by name: no portals, keyrings or settings daemons.
_SESSION_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
"""
# Openbox without its own keys and menus, so that every key reaches the program.
_WINDOW_MANAGER = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><raiseOnFocus>yes</raiseOnFocus></focus>
  <desktops><number>1</number><popupTime>0</popupTime></desktops>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <mouse>
    <dragThreshold>1</dragThreshold>
    <context name="Client">
      <mousebind button="Left" action="Press">
        <action name="Focus"/><action name="Raise"/>
      </mousebind>
    </context>
  </mouse>
</openbox_config>
"""
_OWN = ("DISPLAY", "WAYLAND_", "XDG_", "DBUS_", "AT_SPI_", "QT_", "SESSION_MANAGER", "XAUTHORITY")


def missing() -> list[str]:
    """What this machine lacks for end-to-end tests, as a person would look for it."""
    lacks = [name for name in ("Xvfb", "xdotool", "openbox", "xkbcomp") if not shutil.which(name)]
    lacks += [] if shutil.which("dbus-daemon") else ["dbus-daemon"]
    if not (Path(REGISTRY).exists() and Path(ACCESSIBILITY_BUS).exists()):
        lacks.append("at-spi2-core")
    probe = [SYSTEM_PYTHON, "-c", "from gi.repository import Gio"]
    if subprocess.run(probe, capture_output=True, check=False).returncode:
        lacks.append("python3-pyatspi")
    return lacks


class Screen:
    """1400 by 900 pixels under Xvfb with Openbox; `environment` leads a process to it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        self.environment = self._neutral_environment()
        try:
            self.environment["DISPLAY"] = self._start_x_server()
            self._start_session_bus()
            self._start_accessibility()
            self._start_window_manager()
        except BaseException:
            self.close()
            raise

    def _neutral_environment(self) -> dict[str, str]:
        home = self._folder / "home"
        kept = {k: v for k, v in os.environ.items() if not k.startswith(_OWN)}
        kept |= {
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "LANG": "C.UTF-8",
            "TZ": "Europe/Lisbon",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_SCALE_FACTOR": "1",
            "QT_FONT_DPI": "96",
            "NO_AT_BRIDGE": "1",  # Openbox's own toolkit stays off the bus
        }
        for kind in ("config", "data", "cache", "state", "runtime"):
            path = home / kind
            path.mkdir(mode=0o700, parents=True)
            kept["XDG_RUNTIME_DIR" if kind == "runtime" else f"XDG_{kind.upper()}_HOME"] = str(path)
        return kept

    def _start_x_server(self) -> str:
        reading, writing = os.pipe()
        size = ("-screen", "0", "1400x900x24")
        options = ("-nolisten", "tcp", "-noreset", "-displayfd", str(writing))
        self._start("Xvfb", *size, *options, pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            number = pipe.readline().decode().strip()
        if not number:
            raise RuntimeError(f"Xvfb did not start: {self._log('Xvfb')}")
        return f":{number}"

    def _start_session_bus(self) -> None:
        settings = self._folder / "session-bus.conf"
        settings.write_text(_SESSION_BUS, "utf-8")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus("session-bus", settings)

    def _start_accessibility(self) -> None:
        address = self._start_bus("accessibility-bus", Path(ACCESSIBILITY_BUS))
        self.environment["AT_SPI_BUS_ADDRESS"] = address
        self._start(REGISTRY)

    def _start_bus(self, name: str, settings: Path) -> str:
        reading, writing = os.pipe()
        told = (f"--config-file={settings}", "--nofork", f"--print-address={writing}")
        self._start("dbus-daemon", *told, pass_fds=(writing,), log=name)
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            address = pipe.readline().decode().strip()
        if not address:
            raise RuntimeError(f"dbus-daemon did not start: {self._log(name)}")
        return address

    def _start_window_manager(self) -> None:
        settings = self._folder / "openbox.xml"
        settings.write_text(_WINDOW_MANAGER, "utf-8")
        manager = self._start("openbox", "--config-file", str(settings), "--sm-disable")
        for _ in _until(START_S):
            # Answers once a window manager has told the X server that it is there.
            if not self.run("xdotool", "get_desktop").returncode:
                return
            if manager.poll() is not None:
                break
            _pause(manager)
        raise RuntimeError(f"openbox did not start: {self._log('openbox')}")

    def _start(
        self, program: str, *arguments: str, pass_fds: tuple[int, ...] = (), log: str = ""
    ) -> subprocess.Popen[bytes]:
        with (self._folder / f"{log or Path(program).name}.log").open("wb") as output:
            process = subprocess.Popen(
                ending_with_us(program, *arguments),
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                pass_fds=pass_fds,
                start_new_session=True,
            )
        self._processes.append(process)
        return process

    def _log(self, name: str) -> str:
        return (self._folder / f"{name}.log").read_text("utf-8", "replace")

    def run(
        self, *command: str, given: str = "", folder: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a short command on this screen; its failure is left to the caller."""
        return subprocess.run(
            command,
            env=self.environment,
            cwd=folder,
            input=given,
            capture_output=True,
            text=True,
            timeout=START_S * 2,
            check=False,
        )

    def close(self) -> None:
        """End everything that was started, the last first."""
        for process in reversed(self._processes):
            end(process)
        self._processes.clear()


def ending_with_us(program: str, *arguments: str) -> list[str]:
    """The command, told to end when the process that started it is gone, even by SIGKILL."""
    return ["setpriv", "--pdeathsig", "TERM", program, *arguments]


def end(process: subprocess.Popen[bytes], grace_s: float = 5.0) -> None:
    """Ask a process to end, make it end, and wait until it has."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(grace_s)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def python_without_venv(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for the system's Python, which must not read ours."""
    return {k: v for k, v in environment.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}


def _until(seconds: float) -> Iterator[int]:
    yield from range(int(seconds / STEP_S))


def _pause(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(STEP_S)
    except subprocess.TimeoutExpired:
        return
