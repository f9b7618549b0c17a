"""Which columns the People table shows, in which order and how wide: the menu.

Knows the table's columns, not its people.
"""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from infoview_gui.panes.people.columns import Arrangement, Column
from infoview_gui.panes.people.people_table import PeopleTable
from infoview_gui.theme import Theme


class Arranging(QObject):
    """Changes the arrangement of one table."""

    def __init__(self, theme: Theme, table: PeopleTable, pane: QWidget) -> None:
        super().__init__(pane)
        self._theme = theme
        self._table = table
        self._pane = pane
        self.menu = QMenu("Columns", pane)
        self.menu.aboutToShow.connect(self._show_checks)
        self._checks: dict[Column, QAction] = {}
        for column in Column:
            self._checks[column] = self._check(column)
        self.menu.addSeparator()
        self.arrange = self.menu.addAction("Arrange columns…", self.open)
        self.reset = self.menu.addAction("Usual columns", self._on_reset)
        table.columns_requested.connect(self._on_header_menu)

    def _check(self, column: Column) -> QAction:
        action = self.menu.addAction(column.title)
        action.setCheckable(True)
        action.setEnabled(column is not Column.NAME)
        action.triggered.connect(lambda: self.toggle(column))
        return action

    def _show_checks(self) -> None:
        for column, action in self._checks.items():
            action.setChecked(column in self._table.arrangement.shown)

    def toggle(self, column: Column) -> None:
        """Show a column, or no longer."""
        self._table.arrange(self._table.arrangement.toggled(column))

    def _on_reset(self) -> None:
        self._table.arrange(Arrangement())

    def _on_header_menu(self, at: QPoint) -> None:
        self.menu.popup(at)

    def open(self) -> None:
        """Drop down the columns in their order."""
        from infoview_gui.panes.people.columns_popup import (  # noqa: PLC0415 - seldom wanted
            ColumnsPopup,
        )

        popup = ColumnsPopup(self._theme, self._table, self._pane)
        popup.closed.connect(popup.deleteLater)
        popup.open_at(self._table.horizontalHeader())
