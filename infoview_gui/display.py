"""Whether there is a screen to open a window on. Qt would abort the process where there is none."""

import os
import socket
import sys

NO_DISPLAY = (
    "Infoview needs a screen: no X11 or Wayland display was found. Start it from a desktop "
    "session, or see “infoview-gui --help” for what works without a window."
)


def has_display() -> bool:
    """Tell whether an X11 or Wayland display answers; always on Windows and macOS."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("WAYLAND_DISPLAY"):
        return True
    if os.environ.get("QT_QPA_PLATFORM", "xcb").partition(":")[0] not in {"xcb", "wayland", ""}:
        return True
    display = os.environ.get("DISPLAY", "")
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        return False
    return _answers(host.removeprefix("unix"), int(number))


def _answers(host: str, number: int) -> bool:
    """Whether an X server listens: at its socket in /tmp, its abstract one, or over the network."""
    if host and not host.startswith("/"):
        places: list[tuple[int, tuple[str, int] | str]] = [(socket.AF_INET, (host, 6000 + number))]
    else:
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers put it
        places = [(socket.AF_UNIX, path), (socket.AF_UNIX, f"\0{path}")]
    for family, address in places:
        with socket.socket(family) as probe:
            probe.settimeout(2)
            try:
                probe.connect(address)
            except OSError:
                continue
            return True
    return False
