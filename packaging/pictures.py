"""Renders every scene of the program into a folder: `make pictures`. Needs no screen.

Starts one process for each theme (picture_studio), and refreshes the few pictures that README
shows. A scene that fails, or makes Qt complain, fails the run. With ``--rtl`` everything is as it
is where people read from right to left, with ``--scale 1.5`` as on a finer screen.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

THEMES = ("light", "dark")
IN_README = {
    "today-light-1360.png": "today.png",
    "people-light-1360.png": "people.png",
    "call-closing-light-1360.png": "interview.png",
}
LARGEST_IN_README = 200_000
BEST_COMPRESSION = 0
"""Qt's quality of a PNG: the lower, the smaller."""
HERE = Path(__file__).resolve().parent


def main() -> int:
    """Render everything, or the scenes that are named; return 1 if any failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=HERE.parent / "pictures")
    parser.add_argument("--rtl", action="store_true", help="from right to left")
    parser.add_argument("--scale", type=float, default=1.0, help="pixels of a logical pixel")
    parser.add_argument("scenes", nargs="*", help="only scenes whose name begins so")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        environment = _environment(Path(scratch), chosen.scale)
        runs = [_start(theme, chosen, environment) for theme in THEMES]
        failed = [run for run in runs if run.wait()]
    if failed:
        return 1
    if not chosen.scenes and not chosen.rtl and chosen.scale == 1:
        _refresh_readme(chosen.folder)
    return 0


def _environment(scratch: Path, scale: float) -> dict[str, str]:
    """Return what names the platform to draw on: no screen, but as large as a usual one."""
    file = scratch / "screen.json"
    width, height = round(1920 * scale), round(1080 * scale)
    screen = {"name": "pictures", "x": 0, "y": 0, "width": width, "height": height}
    file.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    platform = f"offscreen:configfile={file}"
    return {
        **os.environ,
        "QT_QPA_PLATFORM": platform,
        "QT_SCALE_FACTOR": str(scale),
        # Which words are marked must not depend on the dictionaries of this machine.
        "PYENCHANT_LIBRARY_PATH": str(scratch / "none"),
    }


def _start(
    theme: str, chosen: argparse.Namespace, environment: dict[str, str]
) -> "subprocess.Popen[bytes]":
    scale = "" if chosen.scale == 1 else f"-{chosen.scale:.0%}".rstrip("%")
    suffix = scale + ("-rtl" if chosen.rtl else "")
    words = [theme, str(chosen.folder), suffix, *chosen.scenes]
    command = [sys.executable, str(HERE / "picture_studio.py"), *words]
    return subprocess.Popen(command, env=environment)  # noqa: S603 - a file beside this one


def _refresh_readme(folder: Path) -> None:
    for source, target in IN_README.items():
        path = HERE / "pictures" / target
        _save_small(folder / source, path)
        size = path.stat().st_size
        if size > LARGEST_IN_README:
            message = f"{target} has {size:,} bytes, more than {LARGEST_IN_README:,}"
            raise SystemExit(message)


def _save_small(source: Path, target: Path) -> None:
    """Write a picture with its 256 commonest colours, which is a third of the size."""
    from PySide6.QtGui import QImage  # noqa: PLC0415 - the themes are rendered in other processes

    image = QImage(str(source)).convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(image.constBits()).cast("I")
    table = [colour for colour, _count in Counter(pixels).most_common(256)]
    few = image.convertToFormat(QImage.Format.Format_Indexed8, table)
    few.save(str(target), "PNG", BEST_COMPRESSION)


if __name__ == "__main__":
    sys.exit(main())
