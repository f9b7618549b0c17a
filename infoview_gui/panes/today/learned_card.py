"""The card *Lately learned*: insights, openings, terms, people named. Knows no services."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import label, wrapped_label

if TYPE_CHECKING:
    from infoview_gui.panes.today.lesson_row import LessonRow
    from infoview_gui.services.lately import Lesson

# ruff: noqa: PLC0415 - the rows come after the first picture

_NOTHING = (
    "What you keep from your notes comes together here: insights, openings, terms of the field and "
    "people to meet."
)


class LearnedCard(QFrame):
    """The newest first; each leads to where it was said."""

    lesson_requested = Signal(object)

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._times = times
        self._lessons: tuple[Lesson, ...] = ()
        self._shown: object = None
        self._rows: list[LessonRow] = []
        self.setProperty("kind", "card")
        self.setAccessibleName("Lately learned")
        head = label("Lately learned", "h2", self)
        head.setContentsMargins(16, 14, 16, 12)
        self._nothing = QWidget(self)
        inner = QVBoxLayout(self._nothing)
        inner.setContentsMargins(16, 12, 16, 14)
        inner.addWidget(wrapped_label(_NOTHING, "muted", self._nothing))
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._line())
        column.addWidget(self._nothing)
        column.addLayout(self._column)
        column.addStretch(1)

    def show_lessons(self, lessons: "Sequence[Lesson]") -> None:
        """Show what was learned; what is the same as before is left as it is."""
        shown = (tuple(lessons), self._times.today())
        if shown == self._shown:
            return
        from infoview_gui.panes.today.lesson_row import LessonRow
        from infoview_gui.panes.today.lesson_words import lesson_words

        self._shown = shown
        self._clear()
        for number, lesson in enumerate(lessons):
            if number:
                self._column.addWidget(self._line())
            row = LessonRow(self._theme, lesson_words(lesson, self._times), self)
            row.setProperty("lesson", number)
            row.clicked.connect(self._on_row)
            self._column.addWidget(row)
            self._rows.append(row)
        self._lessons = tuple(lessons)
        self._nothing.setVisible(not lessons)

    def controls(self) -> list[QWidget]:
        """Return what the keyboard reaches, in order."""
        return list(self._rows)

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("kind", "line")
        return line

    def _clear(self) -> None:
        self._rows = []
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _on_row(self) -> None:
        row = self.sender()
        if row is not None:
            self.lesson_requested.emit(self._lessons[int(row.property("lesson"))])
