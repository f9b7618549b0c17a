"""Several e-mail addresses, phone numbers or links, each with a label, one of them preferred.

Knows no services: it is told how to save.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from infoview_gui.interchange.cards import ContactPoint as Reach
from infoview_gui.panes.people.saving import LeavingLine, Saver
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button, tool_button

_LABEL_WIDTH = 84
_TWO_LINES_BELOW = 380
NAMES = {"email": "E-mail", "phone": "Phone", "link": "Link"}
_HINTS = {"email": "name@company.com", "phone": "+44 20 7946 0000", "link": "linkedin.com/in/…"}


class ReachRow(QWidget):
    """One value with its label, its star and the button that removes it."""

    edited = Signal()
    left = Signal()
    preferred = Signal(object)
    removed = Signal(object)

    def __init__(self, theme: Theme, kind: str, reach: Reach, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        name = NAMES[kind]
        self.value = self._line(name, _HINTS[kind], reach.value)
        self.label = self._line(f"Label of {name.lower()}", "label", reach.label)
        self.label.setFixedWidth(_LABEL_WIDTH)
        self.star = tool_button(theme, f"Preferred {name.lower()}", icon="star", parent=self)
        self.star.setCheckable(True)
        self.star.setChecked(reach.preferred)
        self.star.clicked.connect(self._on_star)
        self.remove = tool_button(theme, f"Remove {name.lower()}", icon="x", parent=self)
        self.remove.clicked.connect(self._on_remove)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._narrow = False
        self._arrange()
        self.show_star()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put label and buttons under a value that would be cut beside them."""
        super().resizeEvent(event)
        narrow = self.width() < _TWO_LINES_BELOW
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        parts: tuple[QWidget, ...] = (self.value, self.label, self.star, self.remove)
        for part in parts:
            self._grid.removeWidget(part)
        row = 1 if self._narrow else 0
        self._grid.addWidget(self.value, 0, 0, 1, 4 if self._narrow else 1)
        right = Qt.AlignmentFlag.AlignRight
        for column, part in enumerate(parts[1:], 1):
            self._grid.addWidget(part, row, column, right)

    def _line(self, name: str, hint: str, text: str) -> LeavingLine:
        line = LeavingLine(name, self)
        line.setPlaceholderText(hint)
        line.setText(text)
        line.setCursorPosition(0)
        line.textEdited.connect(self._on_edited)
        line.left.connect(self._on_line_left)
        return line

    def reach(self) -> Reach:
        """Return what is filled in."""
        return Reach(
            self.value.text().strip(), self.label.text().strip(), preferred=self.star.isChecked()
        )

    def show_star(self) -> None:
        """Draw the star full in colour when it is set."""
        token = "amber" if self.star.isChecked() else "muted"
        self.star.setIcon(self._theme.icon("star", token))

    def _on_edited(self, _text: str) -> None:
        self.edited.emit()

    def _on_line_left(self) -> None:
        """Show what is stored: without the spaces around it."""
        for line in (self.value, self.label):
            if line.text() != line.text().strip():
                line.setText(line.text().strip())
        self.left.emit()

    def _on_star(self) -> None:
        self.preferred.emit(self)

    def _on_remove(self) -> None:
        self.removed.emit(self)


class ReachEditor(QWidget):
    """All values of one kind."""

    rows_changed = Signal()
    """A row came: the order of tabs is the form's to set."""
    left = Signal()

    def __init__(
        self, theme: Theme, kind: str, save: Callable[[Sequence[Reach]], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._save = save
        self._rows: list[ReachRow] = []
        self.saver = Saver(self._on_save, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        words = {"email": "Add e-mail", "phone": "Add phone", "link": "Add link"}[kind]
        self._add = push_button(theme, words, icon="plus", kind="link", parent=self)
        self._add.clicked.connect(self._on_add)
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch()
        self._column.addLayout(foot)

    def values(self) -> list[Reach]:
        """Return what is filled in, without empty rows."""
        return [row.reach() for row in self._rows if row.value.text().strip()]

    def rows(self) -> list[ReachRow]:
        """Return the rows in their order."""
        return list(self._rows)

    def show_values(self, values: Sequence[Reach]) -> None:
        """Show what is stored, unless the user has typed something newer."""
        if self.saver.pending or list(values) == self.values():
            return
        place = self._focused()
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for value in values:
            self._append(value)
        if place is not None:
            (
                self._rows[min(place, len(self._rows) - 1)].value if self._rows else self._add
            ).setFocus()

    def start_over(self) -> None:
        """Drop rows without a value, as when another person is shown."""
        for row in [row for row in self._rows if not row.value.text().strip()]:
            self._drop(row)

    def _focused(self) -> int | None:
        focus = QApplication.focusWidget()
        inside = (i for i, row in enumerate(self._rows) if focus and row.isAncestorOf(focus))
        return next(inside, None)

    def _append(self, value: Reach) -> ReachRow:
        row = ReachRow(self._theme, self._kind, value, self)
        row.edited.connect(self.saver.touch)
        row.left.connect(self._on_left)
        row.preferred.connect(self._on_preferred)
        row.removed.connect(self._on_removed)
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)
        row.show()
        self.rows_changed.emit()
        return row

    def _drop(self, row: ReachRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_add(self) -> None:
        self.begin_row().value.setFocus()

    def begin_row(self) -> ReachRow:
        """Offer one more row, to be filled in."""
        return self._append(Reach("", "", preferred=False))

    def _on_preferred(self, chosen: ReachRow) -> None:
        for row in self._rows:
            if row is not chosen:
                row.star.setChecked(False)
            row.show_star()
        self._save_now()

    def _on_removed(self, row: ReachRow) -> None:
        place = self._rows.index(row)
        had_value = bool(row.value.text().strip())
        self._drop(row)
        (self._rows[min(place, len(self._rows) - 1)].value if self._rows else self._add).setFocus()
        if had_value:
            self._save_now()

    def _save_now(self) -> None:
        self.saver.touch()
        self.saver.flush()
        self.left.emit()

    def _on_left(self) -> None:
        self.saver.flush()
        self.left.emit()

    def _on_save(self) -> None:
        self._save(self.values())
