"""The questions of a conversation as rows: the must-asks pinned on top, all to be dragged.

Must not write anything: it tells what the user wants.
"""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from infoview_gui.panes.dialogs.bank_model import dragged_texts
from infoview_gui.panes.interviews.question_row import QuestionRow
from infoview_gui.services.prep import ranked
from infoview_gui.services.records import QuestionRecord
from infoview_gui.theme import Theme
from infoview_gui.widgets.row_list import RowList

ROW_MIME = "application/x-infoview-question-row"
_PIN_GAP = 9
_MARK_PX = 2


class _DropMark(QWidget):
    """Where the question would come."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line."""
        del event
        QPainter(self).fillRect(self.rect(), self._theme.colour("accent"))


class QuestionList(RowList[int, QuestionRow]):
    """Rows kept by id, so that focus and editing survive a change of the others."""

    tick_requested = Signal(object, bool)
    edit_committed = Signal(object, object)
    moved = Signal(object, int)
    """The id of a question and the place, among the rows as they are, in front of which it goes."""
    bank_dropped = Signal(object, int)
    """The words (list of str) of questions of the bank, and the place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._following: int | None = None
        self._closing = False
        self._mark = _DropMark(theme, self)
        self._gap = QWidget(self)
        self._gap.setFixedHeight(_PIN_GAP)
        self._gap.hide()
        self.setAcceptDrops(True)

    def show_questions(
        self,
        questions: Sequence[QuestionRecord],
        following: int | None,
        *,
        closing: bool,
        before: Mapping[str, str] | None = None,
        asking: Collection[int] = (),
    ) -> None:
        """Show these; ``following`` is the id of the one to ask next, None for no such mark.

        ``before`` says of a text who answered it before; ``asking`` are those that ask for a job.
        """
        shown = ranked(questions)
        self._column.removeWidget(self._gap)
        self.keep_rows([question.id for question in shown])
        for question in shown:
            self.rows[question.id].show_question(
                question,
                following=question.id == following,
                closing=closing,
                before=(before or {}).get(question.text, ""),
                asks=question.id in asking,
            )
        self._show_pins(shown)
        if (following, closing) != (self._following, self._closing):
            self._following, self._closing = following, closing
            if following in self.rows:
                self.row_wanted.emit(self.rows[following])

    def ids(self) -> list[int]:
        """Return the ids from top to bottom."""
        return [row.question_id for row in self.in_order()]

    @property
    def current_id(self) -> int | None:
        """The id of the current question."""
        return None if self.current is None else self.current.question_id

    def edit_current(self) -> None:
        """Edit the words of the current row in place."""
        row = self.current
        if row is not None:
            row.begin_editing()
            if row.field is not None and row.offer is not None:
                self.setTabOrder(row.check, row.field)
                self.setTabOrder(row.field, row.offer.button)

    def leave(self) -> None:
        """Keep what is being typed in a row."""
        for row in tuple(self.rows.values()):
            row.end_editing()

    def focus_current(self) -> None:
        """Give the keyboard back to the current row, after it was moved."""
        if self.current is not None:
            self.current.check.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line below the pinned questions."""
        del event
        if not self._gap.isHidden():
            place = self._gap.geometry()
            place.setTop(place.center().y())
            place.setHeight(1)
            QPainter(self).fillRect(place.adjusted(18, 0, -18, 0), self._theme.colour("border"))

    # -- dragging

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a row of this list, and questions of the bank."""
        if self._is_ours(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would come."""
        if self._is_ours(event.mimeData()):
            self._show_mark(self._place_at(event.position().toPoint()))
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It would come nowhere."""
        self._mark.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what goes where."""
        self._mark.hide()
        place = self._place_at(event.position().toPoint())
        data = event.mimeData()
        event.acceptProposedAction()
        if data.hasFormat(ROW_MIME):
            self.moved.emit(int(bytes(data.data(ROW_MIME).data())), place)
        elif texts := dragged_texts(data):
            self.bank_dropped.emit(texts, place)

    def _is_ours(self, data: QMimeData) -> bool:
        if not data.hasFormat(ROW_MIME):
            return bool(dragged_texts(data))
        found = bytes(data.data(ROW_MIME).data())
        return found.isdigit() and int(found) in self.rows

    def _place_at(self, at: QPoint) -> int:
        rows = self.in_order()
        below = (n for n, row in enumerate(rows) if at.y() < row.geometry().center().y())
        return next(below, len(rows))

    def _show_mark(self, place: int) -> None:
        rows = self.in_order()
        y = rows[place].y() if place < len(rows) else self.height() - _MARK_PX
        self._mark.setGeometry(0, max(0, y - 1), self.width(), _MARK_PX)
        self._mark.raise_()
        self._mark.show()

    def _on_drag_wanted(self) -> None:
        row = self.sender()
        if isinstance(row, QuestionRow):
            data = QMimeData()
            data.setData(ROW_MIME, str(row.question_id).encode())
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.setPixmap(row.grab())
            drag.exec(Qt.DropAction.MoveAction)

    # -- rows

    def _show_pins(self, shown: Sequence[QuestionRecord]) -> None:
        pinned = sum(question.must and not question.always for question in shown)
        self._column.insertWidget(pinned, self._gap)
        self._gap.setVisible(0 < pinned < len(shown))
        self.update()

    def _made(self, key: int) -> QuestionRow:
        row = QuestionRow(self._theme, key, self)
        row.ticked.connect(self._on_ticked)
        row.edited.connect(self._on_edited)
        row.drag_wanted.connect(self._on_drag_wanted)
        return row

    def _on_ticked(self, checked: bool) -> None:
        self.tick_requested.emit(self._sender_row().question_id, checked)

    def _on_edited(self, text: str) -> None:
        self.edit_committed.emit(self._sender_row().question_id, text)
