from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Scheme, Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.empty_state import EmptyState
from tests.theme.look import dressed, shows

# Said by the offscreen platform whenever a window with a least size is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


def test_an_empty_place_says_what_to_do(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme, "users", "Nobody yet", "Import your contacts.")
    qtbot.addWidget(empty)
    empty.add_button(push_button(theme, "Import…", icon="upload"))
    empty.resize(600, 400)
    empty.show()
    texts = [found.text() for found in empty.findChildren(QLabel)]
    assert "Nobody yet" in texts
    assert "Import your contacts." in texts
    assert empty.accessibleName() == "Nobody yet"
    empty.show_text("Nothing found", "Try another word.")
    assert empty.accessibleName() == "Nothing found"


def test_the_picture_follows_the_theme(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme, "users", "", "")
    qtbot.addWidget(empty)
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.set_scheme(scheme)
        assert shows(empty, theme.colour("control"))
