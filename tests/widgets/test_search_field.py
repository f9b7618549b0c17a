from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Theme
from infoview_gui.widgets.hint import Hint
from infoview_gui.widgets.search_field import SearchField
from tests.theme.look import dressed

# Said by the offscreen platform whenever a window with a least size is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


def test_a_search_field_says_what_it_searches(theme: Theme, qtbot: QtBot) -> None:
    field = SearchField(theme, "Search people")
    named = SearchField(theme, "north…", name="Filter people")
    for widget in (field, named):
        qtbot.addWidget(widget)
    assert field.accessibleName() == field.placeholderText() == "Search people"
    assert named.accessibleName() == "Filter people"


def test_its_buttons_have_names(theme: Theme, qtbot: QtBot) -> None:
    field = SearchField(theme, "Search people")
    qtbot.addWidget(field)
    names = [button.text() for button in field.findChildren(QToolButton)]
    assert sorted(names) == ["Empty the field", "Search"]


def test_escape_empties_the_field_and_then_goes_on(theme: Theme, qtbot: QtBot) -> None:
    field = SearchField(theme, "Search")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "north")
    assert field.text() == "north"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_the_key_hint_gives_way_to_the_text(theme: Theme, qtbot: QtBot) -> None:
    field = SearchField(theme, "Search", shortcut_hint="Ctrl K")
    qtbot.addWidget(field)
    field.resize(380, 30)
    field.show()
    hint = field.findChild(Hint)
    assert isinstance(hint, Hint)
    assert hint.isVisible()
    assert hint.geometry().right() < field.width()
    field.setText("x")
    assert not hint.isVisible()
    field.clear()
    assert hint.isVisible()
