"""Facts in the detail that are edited where they stand: by a click, Enter or F2.

They ask to be edited and change nothing. F2 is taken before the pane's own, which opens the form.
"""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from infoview_gui.panes.people.contact_lines import IconLabel, TextButton
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import tool_button
from infoview_gui.widgets.labels import plain_tool_tip, start_where_reading_begins

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LINE = 20
_TAB = Qt.FocusPolicy.TabFocus
_TAKEN = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class EditKey(QObject):
    """Watches a widget: F2 there asks to edit."""

    pressed = Signal()

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take F2 before it becomes a shortcut of the pane."""
        if event.type() in _TAKEN and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.pressed.emit()
            return True
        return super().eventFilter(watched, event)


class FactButton(TextButton):
    """A fact in a few words; pressing it edits it."""

    edit_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        fact: str,
        name: str,
        parent: QWidget,
        token: str = "muted",  # noqa: S107 - a colour token
    ) -> None:
        super().__init__(theme, "", token, parent, inset=2)
        self._fact = fact
        self._name = name
        self.clicked.connect(self._on_asked)
        self._key = EditKey(self)
        self._key.pressed.connect(self._on_asked)

    def sizeHint(self) -> QSize:
        """Stand as close as lines of text do."""
        return QSize(super().sizeHint().width(), _LINE)

    def minimumSizeHint(self) -> QSize:
        """Allow the words to be elided."""
        return QSize(super().minimumSizeHint().width(), _LINE)

    def show_fact(self, words: str) -> None:
        """Show other words; none hide it."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(f"{self._name}: {words}. Edit")
        self.setToolTip(plain_tool_tip(f"{words}\nClick to edit"))
        self.setVisible(bool(words))
        self.updateGeometry()

    def _on_asked(self) -> None:
        self.edit_requested.emit(self._fact)


class FactLabel(QLabel):
    """A fact of several lines; a click, Enter or F2 edits it."""

    edit_requested = Signal(str)

    def __init__(self, theme: Theme, fact: str, name: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fact = fact
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        start_where_reading_begins(self)
        self.setText(words)
        self.setMargin(3)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"Edit {name}: {words}")
        self.setToolTip("Click to edit")
        self._key = EditKey(self)
        self._key.pressed.connect(self._on_asked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit with Enter."""
        if event.key() in _ENTER:
            event.accept()
            self._on_asked()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Edit with a click."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._on_asked()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring with the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _on_asked(self) -> None:
        self.edit_requested.emit(self._fact)


class FactLine(QWidget):
    """An icon and what is said beside it; a pencil under the mouse edits the fact."""

    edit_requested = Signal(str)

    def __init__(self, theme: Theme, fact: str, name: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.fact = fact
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(6)
        top = Qt.AlignmentFlag.AlignTop
        self.row.addWidget(IconLabel(theme, icon, self), alignment=top)
        self._pencil = tool_button(theme, f"Edit {name} (F2)", icon="pencil", parent=self)
        self._pencil.setProperty("kind", "tight")
        self._pencil.setFixedSize(22, 22)
        # The keyboard has F2 on what stands before it.
        self._pencil.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = self._pencil.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._pencil.setSizePolicy(policy)
        self._pencil.hide()
        self._pencil.clicked.connect(self.ask)
        self._is_finished = False

    def finish(self) -> None:
        """Put the pencil behind what was added to ``row``."""
        self._is_finished = True
        self.row.addWidget(self._pencil, alignment=Qt.AlignmentFlag.AlignTop)

    def watch(self, widget: QWidget) -> None:
        """Let F2 on a part of the line edit the fact."""
        EditKey(widget).pressed.connect(self.ask)

    def focus_widget(self) -> QWidget | None:
        """Return what takes the keyboard in the line."""
        parts = (part for part in self.findChildren(QWidget) if part is not self._pencil)
        return next((part for part in parts if part.focusPolicy() & _TAB), None)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the pencil."""
        super().enterEvent(event)
        self._pencil.setVisible(self._is_finished)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the pencil."""
        super().leaveEvent(event)
        self._pencil.hide()

    def ask(self) -> None:
        """Ask to edit the fact."""
        self.edit_requested.emit(self.fact)
