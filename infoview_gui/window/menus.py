"""The menu bar: every action of the window and of its panes, with its shortcut."""

from collections.abc import Callable

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from infoview_gui.window.mnemonics import with_mnemonics

Keys = QKeySequence | QKeySequence.StandardKey | str


class Menus(QObject):
    """Makes actions and puts them into menus; what they do is handed in."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._menus: dict[str, QMenu] = {}

    def menu(self, title: str) -> QMenu:
        """Return the menu of that title, made at the right end when it is new."""
        if title not in self._menus:
            made = self._menus[title] = self._window.menuBar().addMenu(title)
            made.aboutToShow.connect(self._on_about_to_show)
        return self._menus[title]

    def add(
        self, menu: str, text: str, keys: Keys, slot: Callable[[], object] | SignalInstance
    ) -> QAction:
        """Add an action that works wherever the focus is."""
        action = QAction(text, self._window)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        self._window.addAction(action)
        self.menu(menu).addAction(action)
        return action

    def all(self) -> list[QMenu]:
        """Return the menus from left to right."""
        return list(self._menus.values())

    def separate(self, menu: str) -> None:
        """Draw a line."""
        self.menu(menu).addSeparator()

    def adopt(self, menu: str, actions: list[QAction]) -> None:
        """Show a pane's own actions in a menu."""
        self.menu(menu).addActions(actions)

    def _on_about_to_show(self) -> None:
        """Give every row its letter: only now it is known what the rows say."""
        menu = self.sender()
        if isinstance(menu, QMenu):
            _mark(menu)


def submenu(action: QAction) -> QMenu | None:
    """Return the menu that a row opens, if it opens one."""
    found = action.menu()
    return found if isinstance(found, QMenu) else None


def _mark(menu: QMenu) -> None:
    rows = [row for row in menu.actions() if row.isVisible() and not row.isSeparator()]
    for row, text in zip(rows, with_mnemonics([row.text() for row in rows]), strict=True):
        if row.text() != text:
            row.setText(text)
        inner = submenu(row)
        if inner is not None:
            _mark(inner)
