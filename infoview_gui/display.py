"""Whether there is a screen to open a window on. Qt would abort the process where there is none."""

import os
import socket
import sys
from pathlib import Path

NO_DISPLAY = (
    "Infoview needs a screen: no X11 or Wayland display was found. Start it from a desktop "
    "session, or see “infoview-gui --help” for what works without a window."
)


def has_display() -> bool:
    """Tell whether an X11 or Wayland display answers; always on Windows and macOS."""
    if sys.platform in {"win32", "darwin"}:
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "").split(";")
    platforms = {one.partition(":")[0].partition("-")[0] for one in chosen if one}
    platforms = platforms or {"xcb", "wayland"}
    if platforms - {"xcb", "wayland"}:  # such as offscreen, which needs none
        return True
    return ("wayland" in platforms and _has_wayland()) or ("xcb" in platforms and _has_x11())


def _has_wayland() -> bool:
    """Whether a compositor listens; the variable may outlive it, as in a terminal left open."""
    if os.environ.get("WAYLAND_SOCKET"):
        return True
    name = os.environ.get("WAYLAND_DISPLAY", "")
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "")) / name  # the name may be a whole path
    return bool(name) and _connects(socket.AF_UNIX, str(path))


def _has_x11() -> bool:
    display = os.environ.get("DISPLAY", "")
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        return False
    return _answers(host.removeprefix("unix"), int(number))


def _answers(host: str, number: int) -> bool:
    """Whether an X server listens: at its socket in /tmp, its abstract one, or over the network."""
    if host and not host.startswith("/"):
        return _connects(socket.AF_INET, (host, 6000 + number))
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers put it
    return any(_connects(socket.AF_UNIX, place) for place in (path, f"\0{path}"))


def _connects(family: socket.AddressFamily, address: tuple[str, int] | str) -> bool:
    with socket.socket(family) as probe:
        probe.settimeout(2)
        try:
            probe.connect(address)
        except (OSError, OverflowError):  # the latter for a port beyond all
            return False
    return True
