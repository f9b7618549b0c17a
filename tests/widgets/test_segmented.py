from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Theme
from infoview_gui.widgets.segmented import Segmented
from infoview_gui.widgets.tab_order import order_tabs
from tests.theme.look import dressed

# Said by the offscreen platform whenever a window with a least size is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


@pytest.fixture
def views(theme: Theme, qtbot: QtBot) -> Segmented:
    made = Segmented(theme, ["Day", "Week", "Month"], name="View")
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def _button(views: Segmented, name: str) -> QPushButton:
    return next(b for b in views.findChildren(QPushButton) if b.accessibleName() == name)


def test_a_click_chooses(views: Segmented, qtbot: QtBot) -> None:
    with qtbot.waitSignal(views.chosen) as caught:
        qtbot.mouseClick(_button(views, "Month"), Qt.MouseButton.LeftButton)
    assert caught.args == [2]
    assert views.index == 2


def test_the_arrow_keys_choose(views: Segmented, qtbot: QtBot) -> None:
    _button(views, "Day").setFocus()
    with qtbot.waitSignal(views.chosen) as caught:
        qtbot.keyClick(_button(views, "Day"), Qt.Key.Key_Right)
    assert caught.args == [1]
    assert _button(views, "Week").hasFocus()


def test_choosing_for_the_user_is_silent(views: Segmented, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(views.chosen):
        views.choose(2)
        views.choose(9)
    assert views.index == 2
    assert views.accessibleName() == "View"


@pytest.mark.parametrize("ordered", [False, True])
def test_tab_lands_on_the_chosen_word_from_both_sides(
    theme: Theme, qtbot: QtBot, ordered: bool
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    before = QPushButton("Before", page)
    views = Segmented(theme, ["Day", "Week", "Month"], page, name="View")
    after = QPushButton("After", page)
    for widget in (before, views, after):
        row.addWidget(widget)
    if ordered:
        order_tabs(page)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    for index, name in ((1, "Week"), (2, "Month"), (0, "Day")):
        views.choose(index)
        before.setFocus()
        qtbot.keyClick(before, Qt.Key.Key_Tab)
        assert _button(views, name).hasFocus()
        qtbot.keyClick(_button(views, name), Qt.Key.Key_Tab)
        assert after.hasFocus()
        qtbot.keyClick(after, Qt.Key.Key_Backtab)
        assert _button(views, name).hasFocus()
