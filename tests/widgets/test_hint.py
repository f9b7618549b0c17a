from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Scheme, Theme
from infoview_gui.widgets.hint import Hint
from tests.theme.look import dressed, shows


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_a_hint_shows_a_key(theme: Theme, qtbot: QtBot, scheme: Scheme) -> None:
    hint = Hint(theme, "Ctrl K")
    qtbot.addWidget(hint)
    theme.set_scheme(scheme)
    assert hint.accessibleName() == "Key Ctrl K"
    assert shows(hint, theme.colour("border"))


def test_a_short_key_is_not_narrower_than_high(theme: Theme, qtbot: QtBot) -> None:
    hint = Hint(theme, "?")
    qtbot.addWidget(hint)
    assert hint.sizeHint().width() >= hint.sizeHint().height()
