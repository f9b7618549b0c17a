"""A field over a cell of the People table: Tab goes on, Enter takes what is typed, Escape drops it.

Follows the person when rows move. Knows the table; what is typed is told with ``edited``.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QVBoxLayout

from infoview_gui.panes.people.columns import Column
from infoview_gui.panes.people.people_model import PeopleModel
from infoview_gui.panes.people.people_table import PeopleTable
from infoview_gui.practice.stages import Stage
from infoview_gui.services.person_row import PersonRow
from infoview_gui.widgets.undo_keys import UndoPassing

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST_WIDTH = 170
_NAME_LEFT = 48
_NO_FOCUS_LOST = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


@dataclass(frozen=True, slots=True)
class _Field:
    key: str
    title: str
    column: Column


FIELDS = (
    _Field("name", "Name", Column.NAME),
    _Field("company", "Company", Column.COMPANY),
    _Field("role", "Role", Column.COMPANY),
    _Field("stage", "Stage", Column.STAGE),
    _Field("email", "E-mail", Column.EMAIL),
    _Field("phone", "Phone", Column.PHONE),
    _Field("tags", "Tags, with commas between them", Column.TAGS),
)
"""What can be typed over in the table; the others follow from what happened."""


class InPlace(QObject):
    """One field at a time."""

    edited = Signal(int, str, str)
    """Person, key of the field, and what is typed; only where it is another text."""

    def __init__(self, table: PeopleTable, model: PeopleModel) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._person_id: int | None = None
        self._field = FIELDS[0]
        self._before = ""
        self._frame: QFrame | None = None
        self._input: QLineEdit | QComboBox | None = None
        model.modelReset.connect(self._on_moved)
        table.verticalScrollBar().valueChanged.connect(self._on_moved)
        table.horizontalScrollBar().valueChanged.connect(self._on_moved)
        table.horizontalHeader().sectionResized.connect(self._on_moved)

    @property
    def input(self) -> QLineEdit | QComboBox | None:
        """The field that is open."""
        return self._input

    def begin(self, person_id: int, key: str = "name") -> None:
        """Open a field of a person."""
        fields = self._fields()
        field = next((one for one in fields if one.key == key), fields[0])
        row = self._model.row_of(person_id)
        person = None if row is None else self._model.person_at(row)
        if row is None or person is None:
            return
        self._close()
        self._person_id, self._field = person_id, field
        self._before = _value(person, field.key)
        self._table.scrollTo(self._model.index(row, field.column))
        self._open(person)

    def _fields(self) -> list[_Field]:
        """Return what can be typed over, in the order of the columns."""
        seen = self._table.seen()
        mine = [one for one in FIELDS if one.column in seen]
        return sorted(mine, key=lambda one: seen.index(one.column))

    def _open(self, person: PersonRow) -> None:
        frame = QFrame(self._table.viewport())
        frame.setProperty("kind", "side")
        field = (
            _stage_choice(person.stage, frame)
            if self._field.key == "stage"
            else UndoPassing(self._before, frame)
        )
        field.setAccessibleName(f"{self._field.title} of {person.name}")
        if isinstance(field, QLineEdit):
            field.setPlaceholderText(self._field.title)
            field.selectAll()
        column = QVBoxLayout(frame)
        column.setContentsMargins(3, 3, 3, 3)
        column.addWidget(field)
        field.installEventFilter(self)
        self._frame, self._input = frame, field
        self._place()
        frame.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        row = self._model.row_of(self._person_id)
        if self._frame is None or row is None:
            return
        cell = self._table.visualRect(self._model.index(row, self._field.column))
        left = cell.left() + (_NAME_LEFT if self._field.column is Column.NAME else 0)
        width = max(_LEAST_WIDTH, cell.right() - left)
        left = max(0, min(left, self._table.viewport().width() - width))
        self._frame.setGeometry(QRect(left, cell.top(), width, cell.height()))

    # -- ending

    def take(self) -> None:
        """Keep what is typed and close the field."""
        person_id, field, text = self._person_id, self._field, self._text()
        is_open, before = self._frame is not None, self._before
        self._close()
        if is_open and person_id is not None and text.strip() != before:
            self.edited.emit(person_id, field.key, text.strip())

    def _close(self) -> None:
        frame, self._frame = self._frame, None
        if frame is None:
            return
        if self._input is not None:
            self._input.removeEventFilter(self)
        self._input = None
        frame.hide()
        frame.deleteLater()

    def _text(self) -> str:
        if isinstance(self._input, QComboBox):
            return str(self._input.currentData())
        return "" if self._input is None else self._input.text()

    def _on_moved(self) -> None:
        if self._frame is None:
            return
        if self._model.row_of(self._person_id) is None:
            self.take()  # the filter hides the person now
        else:
            self._place()

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Escape, Tab, and up and down to the same field of a neighbour."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Delete):
                event.accept()
                return True
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._key(event):
                return True
        elif kind == QEvent.Type.FocusOut and not self._keeps(event):
            self.take()
        return super().eventFilter(watched, event)

    def _keeps(self, event: QEvent) -> bool:
        reason = getattr(event, "reason", None)
        return reason is not None and reason() in _NO_FOCUS_LOST

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        rows = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in _ENTER:
            self._end()
        elif key == Qt.Key.Key_Escape:
            self._close()
            self._table.setFocus()
        elif key in steps:
            self._go_on(steps[Qt.Key(key)])
        elif key in rows and isinstance(self._input, QLineEdit):
            self._go_to_row(rows[Qt.Key(key)])
        else:
            return False
        return True

    def _end(self) -> None:
        self.take()
        self._table.setFocus()

    def _go_on(self, step: int) -> None:
        """Go to the next field of the person; behind the last one it ends."""
        fields, person_id = self._fields(), self._person_id
        at = fields.index(self._field) + step if self._field in fields else -1
        self._end()
        if person_id is not None and 0 <= at < len(fields):
            self.begin(person_id, fields[at].key)

    def _go_to_row(self, step: int) -> None:
        key, row = self._field.key, self._model.row_of(self._person_id)
        neighbour = None if row is None else self._model.id_at(row + step)
        if neighbour is None:
            return
        self._end()
        self._table.choose([neighbour], neighbour)
        self.begin(neighbour, key)


def _stage_choice(present: Stage, parent: QFrame) -> QComboBox:
    choice = QComboBox(parent)
    for stage in Stage:
        choice.addItem(stage.label, stage.value)
    choice.setCurrentIndex(present.order)
    return choice


def _value(person: PersonRow, key: str) -> str:
    values = {
        "name": person.name,
        "company": person.company,
        "role": person.role,
        "stage": person.stage.value,
        "email": person.email,
        "phone": person.phone,
        "tags": person.tags,
    }
    return values[key]
