from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Scheme, Theme
from infoview_gui.widgets.buttons import push_button, rename, set_kind, tool_button
from tests.theme.look import dressed, shows

# Said by the offscreen platform whenever a window with a least size is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


@pytest.mark.parametrize(
    ("kind", "small", "height"), [("plain", False, 32), ("primary", False, 32), ("plain", True, 26)]
)
def test_a_button_has_the_height_of_the_design(
    theme: Theme, qtbot: QtBot, kind: str, small: bool, height: int
) -> None:
    button = push_button(theme, "Start", icon="play", kind=kind, small=small)
    qtbot.addWidget(button)
    button.ensurePolished()
    assert button.sizeHint().height() == height


def test_a_button_is_called_by_its_words(theme: Theme, qtbot: QtBot) -> None:
    button = push_button(theme, "&Save && close", shortcut_hint="F8")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Save & close"
    assert button.toolTip() == "Save & close (F8)"


def test_a_key_cap_gets_room(theme: Theme, qtbot: QtBot) -> None:
    plain = push_button(theme, "They closed")
    hinted = push_button(theme, "They closed", shortcut_hint="F8")
    for button in (plain, hinted):
        qtbot.addWidget(button)
        button.ensurePolished()
    assert hinted.sizeHint().width() > plain.sizeHint().width() + 15
    assert not hinted.grab().isNull()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_a_primary_button_has_the_accent_and_its_icon_is_seen(
    theme: Theme, qtbot: QtBot, scheme: Scheme
) -> None:
    button = push_button(theme, "", icon="play", kind="primary")
    qtbot.addWidget(button)
    theme.set_scheme(scheme)
    assert shows(button, theme.colour("accent"))
    assert shows(button, theme.colour("on-accent"))


@pytest.mark.parametrize("kind", ["plain", "primary", "ghost", "danger", "link", "pill"])
def test_focus_is_seen_and_moves_nothing(theme: Theme, qtbot: QtBot, kind: str) -> None:
    button = push_button(theme, "Start", kind=kind)
    qtbot.addWidget(button)
    button.show()
    button.clearFocus()
    before, size = button.grab().toImage(), button.sizeHint()
    with qtbot.waitActive(button):
        button.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert button.grab().toImage() != before
    assert button.sizeHint() == size


def test_enter_in_a_dialog_does_not_press_it_by_chance(theme: Theme, qtbot: QtBot) -> None:
    button = push_button(theme, "Delete", kind="danger")
    qtbot.addWidget(button)
    assert not button.autoDefault()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_a_tool_button_says_what_it_does(theme: Theme, qtbot: QtBot) -> None:
    button = tool_button(theme, "Copy", icon="copy")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Copy", "Copy")
    assert button.iconSize() == QSize(16, 16)
    rename(button, "Copy <all>")
    assert button.accessibleName() == "Copy <all>"
    assert "&lt;all&gt;" in button.toolTip()


def test_a_kind_can_change(theme: Theme, qtbot: QtBot) -> None:
    button = push_button(theme, "Write", icon="mail")
    qtbot.addWidget(button)
    set_kind(theme, button, "primary", icon="mail")
    assert shows(button, theme.colour("accent"))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_like_space(theme: Theme, qtbot: QtBot, key: Qt.Key) -> None:
    button = push_button(theme, "Import contacts")
    qtbot.addWidget(button)
    pressed: list[int] = []
    button.clicked.connect(lambda: pressed.append(1))

    qtbot.keyClick(button, key)

    assert len(pressed) == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_an_icon_button_once(theme: Theme, qtbot: QtBot, key: Qt.Key) -> None:
    button = tool_button(theme, "Copy", icon="copy")
    qtbot.addWidget(button)
    pressed: list[int] = []
    button.clicked.connect(lambda: pressed.append(1))

    qtbot.keyClick(button, key)

    assert len(pressed) == 1
