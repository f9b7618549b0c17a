"""The columns of the People table as a list, to show, move and size them by keys alone.

Knows the table's columns, not its people.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from infoview_gui.panes.people.columns import Arrangement, Column
from infoview_gui.panes.people.people_table import PeopleTable
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.choice_popup import ChoicePopup, Offer

_STEP_PX = 16
_Key, _With = Qt.Key, Qt.KeyboardModifier
# What a key does with the marked column: places to the right, steps wider.
_KEYS = {
    (_Key.Key_Left, _With.AltModifier): (-1, 0),
    (_Key.Key_Up, _With.AltModifier): (-1, 0),
    (_Key.Key_Right, _With.AltModifier): (1, 0),
    (_Key.Key_Down, _With.AltModifier): (1, 0),
    (_Key.Key_Left, _With.ShiftModifier): (0, -1),
    (_Key.Key_Right, _With.ShiftModifier): (0, 1),
}
_BUTTONS = (
    ("Move left", "Alt+Left", (-1, 0)),
    ("Move right", "Alt+Right", (1, 0)),
    ("Narrower", "Shift+Left", (0, -1)),
    ("Wider", "Shift+Right", (0, 1)),
)


class ColumnsPopup(ChoicePopup):
    """All columns: Space shows one, Alt and an arrow moves it, Shift and an arrow sizes it."""

    def __init__(self, theme: Theme, table: PeopleTable, parent: QWidget) -> None:
        super().__init__(theme, "Columns", parent)
        self._table = table
        self._buttons = [self._button(theme, *one) for one in _BUTTONS]
        reset = push_button(theme, "Usual columns", small=True, parent=self)
        reset.clicked.connect(self._on_reset)
        rows = QGridLayout()
        rows.setSpacing(6)
        for at, button in enumerate(self._buttons):
            rows.addWidget(button, at // 2, at % 2)
        rows.addWidget(reset, 2, 0, 1, 2)
        self.column.addLayout(rows)
        self.toggled.connect(self._on_toggled)
        self.list.currentRowChanged.connect(self._on_row)
        self._show(Column.NAME)

    def _button(self, theme: Theme, text: str, keys: str, steps: tuple[int, int]) -> QPushButton:
        button = push_button(theme, text, small=True, parent=self)
        button.setToolTip(f"{text} ({keys})")
        button.clicked.connect(lambda: self._change(*steps))
        return button

    def _order(self) -> list[Column]:
        shown = self._table.arrangement.shown
        return [*shown, *(column for column in Column if column not in shown)]

    def _show(self, current: Column) -> None:
        shown = self._table.arrangement.shown
        state = Qt.CheckState
        self.show_offers(
            [
                Offer(one, one.title, None, state.Checked if one in shown else state.Unchecked)
                for one in self._order()
            ]
        )
        self.list.setCurrentRow(self._order().index(current))

    def _current(self) -> Column:
        return self._order()[max(0, self.list.currentRow())]

    def _change(self, places: int, steps: int) -> None:
        column, arranged = self._current(), self._table.arrangement
        if steps and column in arranged.shown:
            width = self._table.columnWidth(column) + steps * _STEP_PX
            self._table.setColumnWidth(column, max(column.least, width))
        elif places:
            self._table.arrange(arranged.moved(column, places))
        self._show(column)

    def _on_toggled(self, value: object, _holds: bool) -> None:
        column = Column(value) if isinstance(value, int) else Column.NAME
        self._table.arrange(self._table.arrangement.toggled(column))
        self._show(column)

    def _on_reset(self) -> None:
        column = self._current()
        self._table.arrange(Arrangement())
        self._show(column)

    def _on_row(self, _row: int) -> None:
        shown = self._table.arrangement.shown
        column = self._current()
        movable = column in shown and column is not Column.NAME
        for button, (_text, _keys, (places, _steps)) in zip(self._buttons, _BUTTONS, strict=True):
            button.setEnabled(movable if places else column in shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move and size with the keys."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            keys = (Qt.Key(event.key()), event.modifiers() & ~_With.KeypadModifier)
            change = next((to for (key, held), to in _KEYS.items() if keys == (key, held)), None)
            if change is not None:
                self._change(*change)
                return True
        return super().eventFilter(watched, event)
