"""A heading that may take two lines before it is cut. Knows nothing of whose name it shows."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from infoview_gui.widgets.cell_text import draw_words
from infoview_gui.widgets.labels import plain_tool_tip

_MOST = 2
_LEAST = "MMMM…"


class NameLabel(QLabel):
    """Plain text in one line or two; what does not fit ends in … and stands in the tool tip."""

    def __init__(self, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:  # noqa: N802 - overrides Qt
        """Show another text; line breaks become spaces."""
        super().setText(" ".join(text.splitlines()))
        self._show_tool_tip()
        self.updateGeometry()

    def lines(self) -> list[str]:
        """Return what is to be seen at the present width."""
        return self._broken(self.contentsRect().width())

    def _broken(self, width: int) -> list[str]:
        text = self.text()
        layout = QTextLayout(text, self.font())
        layout.setTextOption(_wrapping())
        starts: list[int] = []
        layout.beginLayout()
        while len(starts) <= _MOST and (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            starts.append(line.textStart())
        layout.endLayout()
        kept = starts[:_MOST] or [0]
        rest = self.fontMetrics().elidedText(
            text[kept[-1] :].strip(), Qt.TextElideMode.ElideRight, max(1, width)
        )
        return [text[kept[0] : kept[1]].strip(), rest] if len(kept) > 1 else [rest]

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """Allow any width down to a few letters."""
        metrics = self.fontMetrics()
        least = min(metrics.horizontalAdvance(_LEAST), self.sizeHint().width())
        return QSize(least, metrics.lineSpacing())

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that ``width`` pixels make."""
        return len(self._broken(width)) * self.fontMetrics().lineSpacing()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        del event
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        height = self.fontMetrics().lineSpacing()
        lines = self.lines()
        room = self.contentsRect()
        top = room.y() + max(0, (room.height() - height * len(lines)) // 2)
        for number, words in enumerate(lines):
            place = QRect(room.x(), top + number * height, room.width(), height)
            draw_words(painter, place, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text in the tool tip as soon as it is cut."""
        super().resizeEvent(event)
        self._show_tool_tip()

    def _show_tool_tip(self) -> None:
        cut = " ".join(self.lines()) != " ".join(self.text().split())
        self.setToolTip(plain_tool_tip(self.text()) if cut else "")


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
