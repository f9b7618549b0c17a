"""A check box with words that wrap, a pill and a caption, to be edited in place.

Knows nothing of what is ticked. A click never takes the keyboard from where the user types.
"""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.mirror import mirrored, mirrored_margins
from infoview_gui.widgets.row_list import ListRow
from infoview_gui.widgets.row_text import RowText, RowWords
from infoview_gui.widgets.undo_keys import UndoPassing

_LEFT, _RIGHT, _PAD = 14, 18, 4
_CHECK_PX = 25
_STRIPE = 3


class CheckRow(ListRow):
    """One row; ``ticked`` and ``edited`` tell of the user, never of ``show_row``."""

    ticked = Signal(bool)
    edited = Signal(object)
    """The new text (str)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = ""
        self._striped = False
        self.check = QCheckBox(self)
        self.check.setFixedWidth(_CHECK_PX)
        self.check.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_stop(self.check)
        self.check.clicked.connect(self._on_clicked)
        self.text = RowText(theme, self)
        self.field: QLineEdit | None = None
        self._column = QVBoxLayout()
        self._arrange()
        theme.changed.connect(self.update)

    def show_row(
        self, words: RowWords, *, checked: bool, name: str, ground: str = "", striped: bool = False
    ) -> None:
        """Show words, tick, accessible name and a ground (a token such as ``accent``, or none)."""
        self.text.show_words(words)
        self.check.setChecked(checked)
        if name != self.check.accessibleName():
            self.check.setAccessibleName(name)
            self.check.setAccessibleDescription(words.caption)
        if (ground, striped) != (self._ground, self._striped):
            self._ground, self._striped = ground, striped
            self.update()

    def begin_editing(self) -> None:
        """Put a field in place of the words: Enter or leaving it keeps, Escape drops the edit."""
        if self.field is not None:
            return
        field = UndoPassing(self.text.words.text, self)
        field.setAccessibleName("Words of the question")
        field.installEventFilter(self)
        field.editingFinished.connect(self._on_editing_finished)
        self.field = field
        self.text.hide()
        self._column.addWidget(field)
        field.show()  # a layout shows it only later, and the next key is for it
        field.selectAll()
        field.setFocus()

    def end_editing(self) -> None:
        """Keep what was typed in place, as Enter does; nothing when the row is not edited."""
        if self.field is not None:
            self._on_editing_finished()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground over the whole width, and a stripe at its left where it is asked for."""
        del event
        if self._ground:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._theme.colour(f"{self._ground}-soft"))
            stripe = _STRIPE if self._striped else 0
            edge = mirrored(self, QRect(0, 0, stripe, self.height()))
            painter.fillRect(edge, self._theme.colour(self._ground))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick by a click on the words too."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and self.field is None:
            self.check.click()
        super().mouseReleaseEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice Escape in the field."""
        escapes = (
            watched is self.field
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        )
        if escapes:
            self._end_editing()
            return True
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._column.setContentsMargins(0, 2, 0, 0)
        self._column.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(mirrored_margins(self, _LEFT, _PAD, _RIGHT, _PAD))
        row.setSpacing(5)
        row.addWidget(self.check, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)

    def _on_clicked(self, checked: bool) -> None:
        self.entered.emit()
        self.ticked.emit(checked)

    def _on_editing_finished(self) -> None:
        text = "" if self.field is None else self.field.text().strip()
        self._end_editing()
        if text and text != self.text.words.text:
            self.edited.emit(text)

    def _end_editing(self) -> None:
        field, self.field = self.field, None
        if field is None:
            return
        had_focus = field.hasFocus()
        field.removeEventFilter(self)
        field.blockSignals(True)
        field.hide()
        field.deleteLater()
        self.text.show()
        if had_focus:
            self.check.setFocus()
