"""What tests of the People pane share: a shown pane, its names, buttons and actions."""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.panes.people import PeoplePane
from infoview_gui.widgets.choice_popup import ChoicePopup


def shown(qtbot: QtBot, pane: PeoplePane, width: int = 1184) -> PeoplePane:
    """Show a pane in a window of its own, with the keyboard in it."""
    qtbot.addWidget(pane)
    pane.resize(width, 790)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.show_item(None)
    return pane


def names(pane: PeoplePane) -> list[str]:
    """Who is shown, from the top."""
    model = pane._model
    found = (model.person_at(row) for row in range(model.rowCount()))
    return [person.name for person in found if person]


def every_action(actions: Iterable[QAction]) -> Iterator[QAction]:
    """The actions of a menu and of the menus in it."""
    for one in actions:
        yield one
        inner = one.menu()
        if isinstance(inner, QMenu):
            yield from every_action(inner.actions())


def action(pane: PeoplePane, text: str) -> QAction:
    """A verb of the pane by the begin of its words."""
    return next(one for one in every_action(pane.menu_actions()) if one.text().startswith(text))


def button(pane: QWidget, name: str) -> QPushButton:
    """A button that is to be seen, by its spoken name."""
    found = [one for one in pane.findChildren(QPushButton) if one.accessibleName() == name]
    seen = [one for one in found if one.isVisible()]
    assert seen, f"no button {name}"
    return seen[0]


def popup() -> ChoicePopup:
    """The list that has dropped down."""
    found = QApplication.activePopupWidget()
    assert isinstance(found, ChoicePopup)
    return found


def menu() -> QMenu:
    """The menu that has dropped down."""
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def pick(found: QMenu, text: str) -> QAction:
    """An entry of a menu."""
    return next(one for one in found.actions() if one.text() == text)


def offers(found: ChoicePopup) -> dict[str, object]:
    """The rows of a list and their counts."""
    rows = [found.list.item(row) for row in range(found.list.count())]
    return {row.text(): row.data(0x0101) for row in rows}
