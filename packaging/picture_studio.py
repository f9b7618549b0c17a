"""Renders the scenes in one theme, each in both sizes, in this process. Started by pictures.py.

Each scene gets a window of its own on a copy of the sample data, at a fixed moment, so that it does
not matter what the one before did. What a scene is stands in picture_scenes.
"""

import faulthandler
import shutil
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType
from zoneinfo import ZoneInfo

from picture_desk import Desk, DeskClock, Scene, settle
from picture_scenes import SCENES
from PySide6.QtCore import QLocale, QPoint, QRect, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services import sample
from infoview_gui.services.bundle import make_services
from infoview_gui.store.store import Store
from infoview_gui.theme import Scheme, Theme
from infoview_gui.window import MainWindow
from infoview_gui.window.state import WindowState

ZONE = "Europe/Lisbon"
OPENED = datetime(2026, 11, 23, 13, 48, tzinfo=ZoneInfo(ZONE))
"""The Monday of the mock-ups."""
NOW = round(OPENED.timestamp() * 1000)
SIZES = {"1360": (1360, 860), "1000": (1000, 680)}
BEST_COMPRESSION = 0
HARMLESS = "This plugin does not support"
"""What Qt says of a platform without a window manager."""


@dataclass
class Complaints:
    """What went wrong during one scene: words of Qt, errors in slots, the scene itself."""

    found: list[str] = field(default_factory=list)

    def hear_qt(self, kind: QtMsgType, _context: object, text: str) -> None:
        """Take what Qt logs."""
        if kind is not QtMsgType.QtDebugMsg and not text.startswith(HARMLESS):
            self.found.append(f"Qt: {text}")

    def hear_slot(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Take what a slot raises."""
        self.found.append("".join(traceback.format_exception(kind, error, trace)))


def main(theme: str, folder: Path, suffix: str, wanted: tuple[str, ...]) -> int:
    """Render the scenes whose names begin as wanted, or all; return 1 if any failed.

    ``suffix`` ends the names of the files; one that ends in ``-rtl`` mirrors the program.
    """
    application = QApplication(sys.argv[:1])
    if suffix.endswith("-rtl"):
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    look = Theme(application, scheme=Scheme(theme))
    look.apply(application)
    complaints = Complaints()
    qInstallMessageHandler(complaints.hear_qt)
    sys.excepthook = complaints.hear_slot
    failed = taken = 0
    with tempfile.TemporaryDirectory() as scratch:
        database = _sample(Path(scratch))
        for scene in SCENES:
            for name, size in SIZES.items():
                if scene.name.startswith(wanted or ("",)):
                    picture = folder / f"{scene.name}-{theme}-{name}{suffix}.png"
                    taken += 1
                    failed += not _take(scene, look, size, picture, database, complaints)
    qInstallMessageHandler(None)
    print(f"{theme}: {taken - failed} pictures, {failed} failed", flush=True)  # noqa: T201
    return 1 if failed or not taken else 0


def _sample(scratch: Path) -> Path:
    """Return a database with the sample, to be copied."""
    path = scratch / "sample.db"
    store = Store(path)
    sample.fill(make_services(store, lambda: NOW), OPENED.date(), ZONE)
    store.close()
    return path


def _take(
    scene: Scene,
    look: Theme,
    size: tuple[int, int],
    picture: Path,
    database: Path,
    complaints: Complaints,
) -> bool:
    """Take one picture; False, with the reason said, if that failed."""
    complaints.found.clear()
    picture.unlink(missing_ok=True)
    try:
        with tempfile.TemporaryDirectory() as folder:
            _enter(scene, look, size, picture, database, Path(folder))
    except Exception:  # noqa: BLE001 - the others are still to be seen; the run fails in the end
        complaints.found.append(traceback.format_exc())
    for complaint in complaints.found:
        print(f"{picture.name}: {complaint}", file=sys.stderr, flush=True)  # noqa: T201
    return not complaints.found


def _enter(
    scene: Scene,
    look: Theme,
    size: tuple[int, int],
    picture: Path,
    database: Path,
    folder: Path,
) -> None:
    if not scene.empty:
        shutil.copyfile(database, folder / "infoview.db")
    with _desk(look, size, folder, band=scene.band) as desk:
        dialog = scene.enter(desk)
        image = _composed(desk.window, dialog)
        if not image.save(str(picture), "PNG", BEST_COMPRESSION):
            message = f"{picture} cannot be written"
            raise OSError(message)


@contextmanager
def _desk(look: Theme, size: tuple[int, int], folder: Path, *, band: bool) -> Iterator[Desk]:
    """Open a window of a size on the database in the folder."""
    clock, feed = DeskClock(NOW), ChangeFeed()
    store = Store(folder / "infoview.db", deliver=feed.deliver)
    store.subscribe(feed.announce)
    services = make_services(store, clock)
    times = LocalTime(clock, ZONE, QLocale("en_GB"))
    state = WindowState(folder / "window.json")
    window = MainWindow(look, services, feed, times, state, sample=band)
    window.resize(*size)
    window.show()
    settle()
    try:
        yield Desk(window, services, feed, clock, folder)
    finally:
        window.close()
        window.deleteLater()
        settle()
        store.close()
        feed.deleteLater()
        settle()


def _composed(window: QWidget, dialog: QWidget | None) -> QImage:
    """Return what is seen: the window, and the dialog over its middle with a hair line around."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    if dialog is None:
        return image
    front = dialog.grab()
    place = QRect(QPoint(), front.deviceIndependentSize().toSize())
    place.moveCenter(window.rect().center())
    painter = QPainter(image)
    painter.fillRect(window.rect(), QColor(0, 0, 0, 70))
    painter.drawPixmap(place.topLeft(), front)
    painter.setPen(QColor(128, 128, 128))
    painter.drawRect(place.adjusted(-1, -1, 0, 0))
    painter.end()
    return image


if __name__ == "__main__":
    faulthandler.enable()
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], tuple(sys.argv[4:])))
