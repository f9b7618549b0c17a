"""A tag of a person: a pill that can be pressed to edit all of them. Changes nothing."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from infoview_gui.panes.people.fact_parts import EditKey
from infoview_gui.theme import Theme
from infoview_gui.widgets.chip import chip_size, draw_chip
from infoview_gui.widgets.labels import plain_tool_tip


class TagButton(QPushButton):
    """Looks like a chip, with a ring when it has the focus."""

    edit_requested = Signal(str)

    def __init__(self, theme: Theme, tag: str, parent: QWidget) -> None:
        super().__init__(tag.replace("&", "&&"), parent)
        self._theme = theme
        self.tag = tag
        self.setAutoDefault(False)
        self.setProperty("kind", "pill")  # for the height that the style sheet allows
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"Tag {tag}. Edit tags")
        self.setToolTip(plain_tool_tip(f"{tag}\nClick to edit the tags"))
        self.clicked.connect(self._on_asked)
        EditKey(self).pressed.connect(self._on_asked)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size of the chip."""
        return chip_size(self._theme, self.tag)

    def minimumSizeHint(self) -> QSize:
        """Allow the word to be elided."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), 66), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip and, with the focus or the pointer on it, a ring."""
        del event
        painter = QPainter(self)
        draw_chip(painter, self._theme, self.rect(), self.tag)
        if self.hasFocus() or self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = 2 if self.hasFocus() else 1
            token = "focus" if self.hasFocus() else "control"
            painter.setPen(QPen(self._theme.colour(token), width))
            ring = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)

    def _on_asked(self) -> None:
        self.edit_requested.emit("tags")
