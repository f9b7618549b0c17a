"""One thing that was learned, to be pressed: an icon, words, who said it. Knows no services."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from infoview_gui.panes.today.lesson_words import LessonWords
from infoview_gui.theme import Theme
from infoview_gui.theme.tones import tone_tokens
from infoview_gui.widgets.labels import plain_tool_tip, wrapped_label

_ICON = 16


class LessonRow(QAbstractButton):
    """Its words wrap; a ring shows the focus."""

    def __init__(self, theme: Theme, words: LessonWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(words.spoken)
        self.setToolTip(plain_tool_tip(words.whole))
        self._icon = QLabel(self)
        self._icon.setFixedSize(_ICON, 20)
        column = QVBoxLayout()
        column.setSpacing(1)
        for text, role in ((words.title, "strong"), (words.text, ""), (words.detail, "muted")):
            if text:
                column.addWidget(wrapped_label(text, role, self))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 16, 10)
        row.setSpacing(12)
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._draw_icon()
        theme.changed.connect(self._draw_icon)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground under the pointer, and the ring."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), self._theme.colour("hover"))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 5, 5)

    def _draw_icon(self) -> None:
        token = tone_tokens(self._words.tone)[0]
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.pixmap(self._words.icon, token, _ICON, ratio))
        self.update()
