"""Labels that show text as it is: never rich text, long text elided. Know not what it means."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QStyle, QStyleOption, QWidget

from infoview_gui.theme import repolish

_ELLIPSIS_ROOM = "MMMM…"
_FROM_RIGHT = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
)


def label(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a plain-text label; ``role`` is h1 h2 h3 strong muted small figure say or empty."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    start_where_reading_begins(made)
    if role:
        made.setProperty("role", role)
    return made


def start_where_reading_begins(target: QLabel) -> None:
    """Keep words at the right in a mirrored program.

    Qt would put what is written from left to right, such as a name, at the left.
    """
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        target.setAlignment(_FROM_RIGHT)


def wrapped_label(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a plain-text label that breaks into lines."""
    made = label(text, role, parent)
    made.setWordWrap(True)
    return made


def set_role(target: QWidget, role: str) -> None:
    """Change the role of a label that is already shown."""
    _set(target, "role", role)


def set_tone(target: QWidget, tone: str) -> None:
    """Colour a label, field or card: amber red blue violet green accent muted, or empty."""
    _set(target, "tone", tone)


def plain_tool_tip(text: str) -> str:
    """Return ``text`` so that Qt shows it as it is, not as HTML."""
    if "<" not in text:
        return text
    return f'<span style="white-space: pre-wrap">{escape(text)}</span>'


class ElidedLabel(QLabel):
    """One line of plain text; what does not fit ends in … and stands whole in the tool tip."""

    def __init__(
        self,
        text: str = "",
        role: str = "",
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._mode = mode
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - overrides Qt
        """Show another text; line breaks become spaces."""
        super().setText(" ".join(text.split("\n")))
        self._show_tool_tip()

    def elided_text(self) -> str:
        """Return what is to be seen at the present width."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        """Allow any width down to a few letters."""
        least = self.fontMetrics().horizontalAdvance(_ELLIPSIS_ROOM)
        whole = super().minimumSizeHint()
        return QSize(min(least, whole.width()), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame as QLabel does and the text elided."""
        del event
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        # As in other labels the words run as they are written, whatever the layout does.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        towards = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(towards | Qt.AlignmentFlag.AlignAbsolute),
            self.palette(),
            self.isEnabled(),
            self.elided_text(),
            self.foregroundRole(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text in the tool tip as soon as it is cut."""
        super().resizeEvent(event)
        self._show_tool_tip()

    def _show_tool_tip(self) -> None:
        cut = self.elided_text() != self.text()
        self.setToolTip(plain_tool_tip(self.text()) if cut else "")


def _set(target: QWidget, name: str, value: str) -> None:
    if (target.property(name) or "") != value:
        target.setProperty(name, value)
        repolish(target)
