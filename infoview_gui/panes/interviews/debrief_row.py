"""One captured line in the debrief: its icon, its words, one button, and fields to edit it in.

Shows and tells; must not write.
"""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from infoview_gui.panes.dialogs.learned_fields import LearnedFields
from infoview_gui.panes.interviews.debrief_button import KeepButton
from infoview_gui.panes.interviews.debrief_words import LineWords
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.mark_looks import MARK_LOOKS
from infoview_gui.services.debrief import Captured
from infoview_gui.theme import Theme
from infoview_gui.theme.tones import tone_tokens
from infoview_gui.widgets.mirror import mirrored, mirrored_margins
from infoview_gui.widgets.row_list import ListRow
from infoview_gui.widgets.row_text import RowText, RowWords

_ICON_PX = 16
_SIDE = 18
_TEXT_LEFT = _SIDE + _ICON_PX + 11


class DebriefRow(ListRow):
    """Is handed its line again whenever that changed."""

    keep_requested = Signal()
    """The button was pressed, or Enter in the fields."""
    left = Signal()
    """The keyboard left the fields."""
    edit_requested = Signal()

    def __init__(self, theme: Theme, times: LocalTime, line: Captured, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._times = times
        self.line = line
        self.fields: LearnedFields | None = None
        self.setProperty("kind", "strip")
        self.subject = RowText(theme, self)
        self.detail = RowText(theme, self)
        for text in (self.subject, self.detail):
            text.setCursor(Qt.CursorShape.IBeamCursor)
            text.setToolTip("Click to edit (F2)")
        self.button = KeepButton(theme, self)
        self.button.clicked.connect(self.keep_requested)
        self.set_stop(self.button)
        self._arrange()
        theme.changed.connect(self.update)

    def show_line(self, line: Captured, words: LineWords) -> None:
        """Show what the line says now; fields that are open are left as they are."""
        self.line = line
        self.subject.show_words(RowWords(text=words.subject, strong=words.strong))
        self.detail.show_words(RowWords(text=words.detail, tone=words.tone))
        if self.fields is None:
            self.detail.setVisible(bool(words.detail))
        kept = line.target_id is not None
        self.button.show_words(words.button, words.subject, words.detail, words.tip, kept=kept)

    def begin_editing(self, said_on: date, typed: Mapping[str, str] | None = None) -> None:
        """Put fields in place of the words; a day is counted from ``said_on``.

        With ``typed`` before, that stands in them, and the keyboard stays where it is.
        """
        if self.fields is not None:
            self.fields.begin()
            return
        line = self.line
        due = line.words if line.target_id is None else ""
        fields = LearnedFields(
            line.kind, line.fields, self._times, said_on=said_on, due=due, parent=self
        )
        fields.kept.connect(self.keep_requested)
        fields.given_up.connect(self.end_editing)
        fields.left.connect(self.left)
        self.fields = fields
        self.subject.hide()
        self.detail.hide()
        self._words.insertWidget(0, fields)
        fields.show()
        if typed is None:
            fields.begin()
        else:
            fields.take_up(typed)

    def end_editing(self) -> None:
        """Show the words again; the keyboard stays in the row."""
        fields, self.fields = self.fields, None
        if fields is None:
            return
        had_focus = fields.isAncestorOf(self.focusWidget() or self)
        fields.blockSignals(True)
        if had_focus:
            self.button.setFocus()
        self._words.removeWidget(fields)
        fields.hide()
        fields.deleteLater()
        self.subject.show()
        self.detail.setVisible(bool(self.detail.words.text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay in sight when the fields make the row higher."""
        super().resizeEvent(event)
        if self.fields is not None and self.fields.isAncestorOf(self.focusWidget() or self):
            self.entered.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Edit by a click on the words."""
        at = event.position().toPoint()
        texts = (self.subject, self.detail)
        on_words = any(one.isVisibleTo(self) and one.geometry().contains(at) for one in texts)
        if event.button() == Qt.MouseButton.LeftButton and on_words:
            self.edit_requested.emit()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon of the kind at the first line."""
        super().paintEvent(event)
        tone, icon = MARK_LOOKS[self.line.kind]
        painter = QPainter(self)
        drawn = self._theme.pixmap(icon, tone_tokens(tone)[0], _ICON_PX, self.devicePixelRatioF())
        place = mirrored(self, QRect(_SIDE, 14, _ICON_PX, _ICON_PX))
        painter.drawPixmap(place.topLeft(), drawn)

    def _arrange(self) -> None:
        self._words = QVBoxLayout(self)
        self._words.setContentsMargins(mirrored_margins(self, _TEXT_LEFT, 12, _SIDE, 11))
        self._words.setSpacing(0)
        self._words.addWidget(self.subject)
        self._words.addWidget(self.detail)
        self._words.addSpacing(6)
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addStretch()
        self._words.addLayout(buttons)
