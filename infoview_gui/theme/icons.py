"""Icons that follow the theme: an SVG is tinted and drawn when it is first seen, at its size.

Knows the SVG files and colours; not which icon means what.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap

from infoview_gui import resources

Colouring = Callable[[str], QColor]


@lru_cache(maxsize=256)
def svg_text(name: str) -> str:
    """Return the text of ``resources/icons/NAME.svg``; FileNotFoundError for an unknown name."""
    return icon_file(name).read_text(encoding="utf-8")


def icon_file(name: str) -> Path:
    """Return where the icon called ``name`` lies."""
    return resources.folder() / "icons" / f"{name}.svg"


def tinted_svg(name: str, colour: QColor, stroke_width: float | None = None) -> bytes:
    """Return the SVG of an icon in one colour, with another stroke width (of 24) if given."""
    text = svg_text(name).replace("currentColor", colour.name())
    if stroke_width is not None:
        text = text.replace('stroke-width="2"', f'stroke-width="{stroke_width}"')
    return text.encode("utf-8")


def draw_icon(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    """Draw an icon into a new pixmap of ``size`` logical pixels for a screen of ``ratio``."""
    # Imported when the first icon is drawn: a start that shows none pays nothing.
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    side = max(1, round(size * ratio))
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(tinted_svg(name, colour)))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def widened(drawn: QPixmap, size: QSize, ratio: float) -> QPixmap:
    """Return the icon in a wider pixmap, away from the text: a button so gets its gap."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    gap = size.width() - round(drawn.width() / drawn.devicePixelRatio())
    painter.drawPixmap(gap if mirrored else 0, 0, drawn)
    painter.end()
    return pixmap


class IconPainter:
    """Draws and remembers pixmaps; the colours of the moment come from ``colouring``."""

    def __init__(self, colouring: Colouring) -> None:
        self._colouring = colouring
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._engines: list[QIconEngine] = []

    def keep(self, engine: QIconEngine) -> QIconEngine:
        """Hold an engine that Qt draws with: PySide would free it meanwhile."""
        self._engines.append(engine)
        return engine

    def pixmap(self, name: str, token: str, size: int, ratio: float) -> QPixmap:
        """Return the icon as a square of ``size`` logical pixels, drawn once per colour."""
        colour = self._colouring(token)
        key = (name, colour.name(), size, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = draw_icon(name, colour, size, ratio)
        return found


class TintedIconEngine(QIconEngine):
    """An icon that asks for its colour each time it is drawn, so it follows the theme by itself."""

    def __init__(self, painter: IconPainter, name: str, token: str) -> None:
        super().__init__()
        self._painter = painter
        self._name = name
        self._token = token

    def clone(self) -> QIconEngine:
        """Return a copy, as QIcon wants before it changes an icon."""
        return self._painter.keep(TintedIconEngine(self._painter, self._name, self._token))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon for ``size`` device pixels."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802 - Qt calls it
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """Return the icon, ``scale`` being the device pixel ratio of the screen."""
        del state
        if size.isEmpty():  # a button that has no room yet
            return QPixmap()
        side = min(size.width(), size.height())
        drawn = self._painter.pixmap(self._name, self._token_for(mode), side, scale)
        return drawn if size.width() == side else widened(drawn, size, scale)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon in the middle of ``rect``."""
        del state
        side = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatioF()
        corner = QPoint(
            rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2
        )
        painter.drawPixmap(
            corner, self._painter.pixmap(self._name, self._token_for(mode), side, ratio)
        )

    def _token_for(self, mode: QIcon.Mode) -> str:
        return "disabled" if mode == QIcon.Mode.Disabled else self._token
