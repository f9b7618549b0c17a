"""The conversations that wait for a time, as cards below the small month.

Shows and asks: each wish leaves as a signal. Reads no database.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.panes import planning
from infoview_gui.panes.calendar.entries import detail_of
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import dotted, marked
from infoview_gui.services.records import ConversationRow
from infoview_gui.theme import Theme
from infoview_gui.widgets.avatar import draw_avatar
from infoview_gui.widgets.cell_text import LINE_PX, Line, draw_line
from infoview_gui.widgets.labels import label, plain_tool_tip
from infoview_gui.widgets.mirror import mirrored

_HEIGHT, _AVATAR, _PAD = 54, 34, 10
_PASSING = (
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


class WaitingCard(QAbstractButton):
    """One conversation: whom with, and what is known of the way and their hours."""

    marked = Signal(object)
    left = Signal(object)
    opened = Signal(object)
    menu_requested = Signal(object, QPoint)
    carried = Signal(object, QPoint)
    """The card is dragged over a place of the screen."""
    dropped = Signal(object, QPoint)
    let_go = Signal()
    """The drag has ended without a place."""

    def __init__(self, theme: Theme, row: ConversationRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.update)
        self.row, self._detail = row, ""
        self._pressed_at: QPoint | None = None
        self._carries = False

    def show_row(self, row: ConversationRow, detail: str) -> None:
        """Show a conversation, maybe another."""
        self.row, self._detail = row, detail
        self.setAccessibleName(f"{row.title}, waiting for a time")
        self.setAccessibleDescription(detail)
        self.setToolTip(plain_tool_tip(f"{row.title}\n{detail}"))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the picture."""
        return QSize(220, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter as on Space; the menu key asks for the menu; Escape ends a drag."""
        if event.key() == Qt.Key.Key_Escape and self._carries:
            self._put_down()
            self.let_go.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be ready to be dragged onto the calendar."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the card is dragged to."""
        super().mouseMoveEvent(event)
        if self._pressed_at is None:
            return
        way = event.position().toPoint() - self._pressed_at
        if self._carries or way.manhattanLength() >= QApplication.startDragDistance():
            self._carries = True
            self.setDown(False)  # or the release would be a click
            self.carried.emit(self.row.id, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the card, or click it."""
        carries = self._carries
        self._put_down()
        super().mouseReleaseEvent(event)
        if carries:
            self.dropped.emit(self.row.id, event.globalPosition().toPoint())

    def _put_down(self) -> None:
        if self._carries:
            self.setDown(False)  # a drag is no click
        self._pressed_at, self._carries = None, False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of this conversation."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.menu_requested.emit(self.row.id, event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be the one that the verbs of the pane mean."""
        super().focusInEvent(event)
        self.marked.emit(self.row.id)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop being it, unless the focus only went to a menu."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit(self.row.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        focused = self.hasFocus()
        edge = 2 if focused else 1
        inset = edge / 2
        painter.setPen(QPen(self._theme.colour("focus" if focused else "border"), edge))
        pressed = self.isDown() or self.underMouse()
        painter.setBrush(self._theme.colour("hover" if pressed else "surface"))
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, 10, 10)
        mark = QRect(_PAD, (self.height() - _AVATAR) // 2, _AVATAR, _AVATAR)
        person = self.row.person
        draw_avatar(painter, self._theme, mirrored(self, mark), *marked(person, self.row.title))
        self._paint_words(painter, mark.right() + 11)

    def _paint_words(self, painter: QPainter, left: int) -> None:
        room, middle = self.width() - left - _PAD, self.height() // 2
        title = Line(self.row.title, self._theme.font(13, QFont.Weight.DemiBold))
        upper = QRect(left, middle - 19, room, LINE_PX)
        draw_line(painter, self._theme, mirrored(self, upper), title)
        detail = Line(self._detail, self._theme.font(12), "muted")
        lower = QRect(left, middle + 1, room, LINE_PX)
        draw_line(painter, self._theme, mirrored(self, lower), detail)

    def _on_clicked(self) -> None:
        self.opened.emit(self.row.id)


class WaitingList(QWidget):
    """The cards, under their heading."""

    open_requested = Signal(object)
    menu_requested = Signal(object, QPoint)
    chosen = Signal(object)
    """Id of the conversation whose card has the focus, or None."""
    carried = Signal(object, QPoint)
    dropped = Signal(object, QPoint)
    let_go = Signal()
    sought = Signal(object)
    """The card (QWidget) that is to be in sight."""
    emptied = Signal()
    """The card with the focus has gone, and there is none to take its place."""

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._times = theme, times
        self._cards: list[WaitingCard] = []
        self._inside = QWidget(self)
        self._inside.setAccessibleName("Waiting for a time")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 2, 8)
        self._column.setSpacing(9)
        self._heading = label("Waiting for a time", "h3")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self._inside)

    @property
    def count(self) -> int:
        """How many wait."""
        return len(self._cards)

    def show_rows(self, rows: Sequence[ConversationRow]) -> None:
        """Show these; the focus stays with its conversation, or goes to the one after it."""
        before = self._focused_place()
        focused = None if before is None else self._cards[before].row.id
        while len(self._cards) > len(rows):
            self._drop(self._cards.pop())
        while len(self._cards) < len(rows):
            self._cards.append(self._make(rows[len(self._cards)]))
        for card, row in zip(self._cards, rows, strict=True):
            card.show_row(row, self._detail(row))
        if before is None or (focused is not None and self.focus_on(focused)):
            return
        if rows:
            self.focus_on(rows[min(before, len(rows) - 1)].id)
        else:
            self.emptied.emit()

    def _focused_place(self) -> int | None:
        # Asked of the window: while a dialog is open, its keyboard is only waiting.
        focus = self.window().focusWidget()
        return next((at for at, card in enumerate(self._cards) if card is focus), None)

    def focus_on(self, conversation_id: int) -> bool:
        """Give the card of a conversation the focus; False when it does not wait."""
        for card in self._cards:
            if card.row.id == conversation_id:
                card.setFocus(Qt.FocusReason.OtherFocusReason)
                self._column.activate()
                self.sought.emit(card)
                self.chosen.emit(conversation_id)
                return True
        return False

    def _detail(self, row: ConversationRow) -> str:
        zone = row.person.zone if row.person else ""
        ahead = planning.offset_words(self._times, zone)
        return dotted(detail_of(row, self._times), ahead) or "no time agreed"

    def _make(self, row: ConversationRow) -> WaitingCard:
        card = WaitingCard(self._theme, row, self._inside)
        card.marked.connect(self._on_marked)
        card.left.connect(self._on_left)
        card.opened.connect(self.open_requested)
        card.menu_requested.connect(self.menu_requested)
        card.carried.connect(self.carried)
        card.dropped.connect(self.dropped)
        card.let_go.connect(self.let_go)
        self._column.insertWidget(len(self._cards), card)
        card.show()  # at once, for it may be given the focus
        return card

    def _drop(self, card: WaitingCard) -> None:
        card.blockSignals(True)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _on_marked(self, conversation_id: int) -> None:
        self.chosen.emit(conversation_id)

    def _on_left(self, conversation_id: int) -> None:
        del conversation_id
        self.chosen.emit(None)
