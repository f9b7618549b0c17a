"""The questions of a conversation as rows that are ticked, edited and moved.

Must not write anything: it tells what the user wants.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infoview_gui.panes.phrases import dotted, listed
from infoview_gui.practice.questions import Category
from infoview_gui.services.records import QuestionRecord
from infoview_gui.theme import Theme
from infoview_gui.widgets.check_row import CheckRow
from infoview_gui.widgets.row_text import RowWords


def category_label(category: str) -> str:
    """Return the word for a category: "Advice"; empty for a question of one's own without."""
    return Category(category).label if category in set(Category) else category.capitalize()


class QuestionRow(CheckRow):
    """A check row that knows its question's id."""

    def __init__(self, theme: Theme, question_id: int, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.question_id = question_id

    def show_question(self, question: QuestionRecord, *, following: bool, closing: bool) -> None:
        """Show a question; ``following`` is the next one, ``closing`` while the end is near."""
        asked = question.asked_at is not None
        category = category_label(question.category)
        caption, tone = "", "muted"
        if following:
            first = "Ask before you close" if closing else "Next"
            caption = dotted(first, category)
            tone = "amber" if closing else "muted"
        chip = "always ask" if question.always else "must ask" if question.must else ""
        words = RowWords(
            text=question.text,
            strong=not asked and (following or question.must),
            struck=asked,
            chip="" if asked else chip,
            chip_tone="vio" if question.always else "amb",
            caption=caption,
            caption_tone=tone,
        )
        ground = ("amber" if closing else "accent") if following else ""
        name = listed(question.text, chip)
        self.show_row(words, checked=asked, name=name, ground=ground, striped=following and closing)


class QuestionList(QWidget):
    """Rows kept by id, so that focus and editing survive a change of the others."""

    tick_requested = Signal(object, bool)
    edit_committed = Signal(object, object)
    menu_requested = Signal(object)
    current_changed = Signal()
    row_wanted = Signal(object)
    """A row that should be brought in sight (QuestionRow)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: dict[int, QuestionRow] = {}
        self.current: int | None = None
        self._following: int | None = None
        self._closing = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_questions(
        self, questions: tuple[QuestionRecord, ...], following: int | None, *, closing: bool
    ) -> None:
        """Show these; ``following`` is the id of the one to ask next, None for no such mark."""
        for gone in set(self.rows) - {question.id for question in questions}:
            self._drop(gone)
        for place, question in enumerate(questions):
            row = self.rows.get(question.id) or self._add(question.id)
            self._column.insertWidget(place, row)
            is_next = question.id == following
            row.show_question(question, following=is_next, closing=closing)
        if (following, closing) != (self._following, self._closing):
            self._following, self._closing = following, closing
            if following in self.rows:
                self.row_wanted.emit(self.rows[following])

    def edit_current(self) -> None:
        """Edit the words of the current row in place."""
        row = None if self.current is None else self.rows.get(self.current)
        if row is not None:
            row.begin_editing()
            if row.field is not None:
                self.setTabOrder(row.check, row.field)

    def leave(self) -> None:
        """Keep what is being typed in a row."""
        for row in tuple(self.rows.values()):
            row.end_editing()

    def focus_current(self) -> None:
        """Give the keyboard back to the current row, after it was moved."""
        row = None if self.current is None else self.rows.get(self.current)
        if row is not None:
            row.check.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from row to row with the arrow keys."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        rows = self._in_order()
        ids = [row.question_id for row in rows]
        place = ids.index(self.current) if self.current in ids else 0
        target = rows[max(0, min(len(rows) - 1, place + step))]
        target.check.setFocus(Qt.FocusReason.TabFocusReason)

    def _in_order(self) -> list[QuestionRow]:
        return sorted(self.rows.values(), key=self._column.indexOf)

    def _add(self, question_id: int) -> QuestionRow:
        row = QuestionRow(self._theme, question_id, self)
        self.rows[question_id] = row
        row.check.installEventFilter(self)
        row.ticked.connect(self._on_ticked)
        row.edited.connect(self._on_edited)
        row.entered.connect(self._on_entered)
        row.menu_requested.connect(self._on_menu_requested)
        return row

    def _drop(self, question_id: int) -> None:
        row = self.rows.pop(question_id)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        if self.current == question_id:
            self.current = None
            self.current_changed.emit()

    def _sender_id(self) -> int:
        row = self.sender()
        return row.question_id if isinstance(row, QuestionRow) else 0

    def _on_ticked(self, checked: bool) -> None:
        self.tick_requested.emit(self._sender_id(), checked)

    def _on_edited(self, text: str) -> None:
        self.edit_committed.emit(self._sender_id(), text)

    def _on_entered(self) -> None:
        found = self._sender_id()
        if found != self.current:
            self.current = found
            self.current_changed.emit()
        self.row_wanted.emit(self.rows[found])

    def _on_menu_requested(self, at: QPoint) -> None:
        self.menu_requested.emit(at)
