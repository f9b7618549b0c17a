"""A pill that opens a menu; when something is chosen in it, a × clears it. Knows not what."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from infoview_gui.theme import Theme, repolish
from infoview_gui.widgets.labels import plain_tool_tip
from infoview_gui.widgets.mirror import mirrored, mirrored_corner

_MARK = 12
_RIGHT = 8
_CLEARS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_OPENS = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DropPill(QPushButton):
    """``clicked`` asks to open; Down does too. Delete and a click on the × ask to clear."""

    clear_requested = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget, *, clears: bool = True) -> None:
        super().__init__(name, parent)
        self._theme = theme
        self._name = name
        self._clears = clears
        self._on = False
        self._shown: tuple[str, str] | None = None
        self.setProperty("kind", "pill")
        self.setProperty("menu", True)
        self.setAutoDefault(False)
        self.show_chosen("")
        theme.changed.connect(self.update)

    def show_chosen(self, short: str, whole: str = "") -> None:
        """Say what is chosen: ``short`` on the pill, ``whole`` in the tool tip; "" for nothing."""
        if (short, whole) == self._shown:
            return
        self._shown = (short, whole)
        self._on = bool(short)
        self.setText((short or self._name).replace("&", "&&"))
        # Who speaks to the program says what stands on the pill, so that is in its name.
        begin = short if short and short not in whole and self._name in short else self._name
        said = f"{begin}: {whole or short}" if short else self._name
        self.setAccessibleName(said)
        clear = " (Delete clears it)" if self._on and self._clears else ""
        self.setToolTip(plain_tool_tip(f"{said}{clear}") if self._on else "")
        self.setProperty("on", self._on)
        repolish(self)
        self.updateGeometry()

    @property
    def on(self) -> bool:
        """Whether something is chosen."""
        return self._on

    def _mark_area(self) -> QRect:
        width = _MARK + 2 * _RIGHT - 4
        return mirrored(self, QRect(self.width() - width, 0, width, self.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill and its mark."""
        super().paintEvent(event)
        icon = "x" if self._on and self._clears else "chevron-down"
        painter = QPainter(self)
        corner = QPoint(self.width() - _RIGHT - _MARK, (self.height() - _MARK) // 2)
        ratio = self.devicePixelRatioF()
        ink = "accent" if self._on else "muted"
        corner = mirrored_corner(self, corner, _MARK)
        painter.drawPixmap(corner, self._theme.pixmap(icon, ink, _MARK, ratio))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Clear with a click on the ×."""
        inside = self._mark_area().contains(event.position().toPoint())
        if self._on and self._clears and inside and event.button() == Qt.MouseButton.LeftButton:
            self.setDown(False)
            self.clear_requested.emit()
            event.accept()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter and Down, clear with Delete."""
        if event.key() in _OPENS and not event.isAutoRepeat():
            self.click()
        elif event.key() in _CLEARS and self._on and self._clears:
            self.clear_requested.emit()
        else:
            super().keyPressEvent(event)
