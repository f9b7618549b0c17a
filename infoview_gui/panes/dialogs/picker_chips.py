"""Those who were picked: a chip each, in lines that scroll when there are very many.

Knows names, not where they come from.
"""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSizePolicy, QWidget

from infoview_gui.panes.phrases import listed
from infoview_gui.services.records import PersonName
from infoview_gui.theme import Theme
from infoview_gui.widgets.chip import chip_size, draw_chip
from infoview_gui.widgets.labels import plain_tool_tip
from infoview_gui.widgets.mirror import mirrored, mirrored_corner

_CROSS = 16
_MOST_HEIGHT = 126
"""Four lines of chips; more would push the other fields out of a small window."""
_VERBS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class PersonChip(QPushButton):
    """One person who was picked; pressing it lets go of them."""

    removed = Signal(object)
    typed = Signal(str)
    """Another name is begun while the chip has the keyboard."""

    def __init__(self, theme: Theme, person: PersonName, parent: QWidget) -> None:
        super().__init__(person.name, parent)
        self._theme = theme
        self._person_id = person.id
        self.setAutoDefault(False)
        self.setProperty("kind", "pill")  # for the height that the style sheet allows
        self.setAccessibleName(f"Remove {person.name}")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        where = listed(person.name, person.role, person.company)
        self.setToolTip(plain_tool_tip(f"Remove {where}"))
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size of the chip with its cross."""
        return chip_size(self._theme, self.text()) + QSize(_CROSS, 4)

    def minimumSizeHint(self) -> QSize:
        """Allow the name to be elided."""
        return QSize(min(80, self.sizeHint().width()), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let go with Delete and Backspace too."""
        if event.key() in _REMOVE:
            self.click()
            event.accept()
        elif event.text().strip() and event.text().isprintable() and not event.modifiers() & _VERBS:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw chip, cross and ring."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent-soft"))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.setLayoutDirection(self.layoutDirection())
        words = mirrored(self, self.rect().adjusted(0, 0, -_CROSS, 0))
        draw_chip(painter, self._theme, words, self.text(), "acc")
        ratio = painter.device().devicePixelRatioF()
        cross = self._theme.pixmap("x", "accent", 12, ratio)
        corner = QPoint(self.width() - 20, (self.height() - 12) // 2)
        painter.drawPixmap(mirrored_corner(self, corner, 12), cross)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(
                rect.adjusted(1, 1, -1, -1), rect.height() / 2, rect.height() / 2
            )

    def _on_clicked(self) -> None:
        self.removed.emit(self._person_id)


class ChipRoom(QScrollArea):
    """As high as its lines of chips, up to a bound."""

    def __init__(self, holder: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "clear")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(holder)
        self._holder = holder
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Return that a narrow room is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines, or of as many as are shown at once."""
        return min(_MOST_HEIGHT, self._holder.heightForWidth(width))

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        return QSize(self._holder.sizeHint().width(), self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Allow any width: the chips break into lines, and their names are elided."""
        return QSize(80, 0)
