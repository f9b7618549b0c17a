from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Scheme, Theme
from infoview_gui.widgets.labels import (
    ElidedLabel,
    label,
    plain_tool_tip,
    set_role,
    set_tone,
    wrapped_label,
)
from tests.theme.look import dressed, shows

# Said by the offscreen platform whenever a window with a least size is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


NAME = "Ana-Sofía Fernández de la Vega y Sanz-Briz"


def test_a_label_shows_tags_as_they_are(qtbot: QtBot) -> None:
    made = label("<b>Ben</b>", "h1")
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.property("role") == "h1"


def test_a_wrapped_label_breaks_lines(qtbot: QtBot) -> None:
    made = wrapped_label("one two", "muted")
    qtbot.addWidget(made)
    assert made.wordWrap()
    assert made.heightForWidth(20) > made.heightForWidth(500)


def test_a_short_text_is_shown_whole(theme: Theme, qtbot: QtBot) -> None:
    made = ElidedLabel("Ben Ito")
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    assert made.elided_text() == "Ben Ito"
    assert made.toolTip() == ""


@pytest.mark.parametrize("role", ["", "h1", "h2", "small"])
def test_a_text_at_its_own_size_is_never_cut(theme: Theme, qtbot: QtBot, role: str) -> None:
    for text in (NAME, "Wij", "fi 1:23", "Ö", "AVAVAV To"):
        made = ElidedLabel(text, role)
        qtbot.addWidget(made)
        made.ensurePolished()
        made.resize(made.sizeHint())
        assert made.elided_text() == text


def test_a_long_text_is_cut_and_whole_in_the_tool_tip(theme: Theme, qtbot: QtBot) -> None:
    made = ElidedLabel(NAME)
    qtbot.addWidget(made)
    made.setGeometry(QRect(0, 0, 90, 20))
    made.show()
    assert made.elided_text().endswith("…")
    assert made.toolTip() == NAME
    assert made.text() == NAME
    assert made.minimumSizeHint().width() < 90
    made.resize(600, 20)
    assert made.toolTip() == ""


def test_a_tool_tip_is_never_taken_for_html() -> None:
    assert plain_tool_tip("a & b") == "a & b"
    assert not plain_tool_tip("a & b").startswith("<")
    assert "&lt;b&gt;" in plain_tool_tip("<b>x</b> & y")
    assert "&amp; y" in plain_tool_tip("<b>x</b> & y")


def test_line_breaks_become_spaces(qtbot: QtBot) -> None:
    made = ElidedLabel("one\ntwo")
    qtbot.addWidget(made)
    assert made.text() == "one two"


def test_a_tone_and_a_role_can_change_while_shown(theme: Theme, qtbot: QtBot) -> None:
    made = label("WWWW")
    qtbot.addWidget(made)
    height = made.sizeHint().height()
    set_tone(made, "red")
    assert shows(made, theme.colour("red"))
    set_role(made, "h1")
    assert made.sizeHint().height() > height
    theme.set_scheme(Scheme.DARK)
    assert shows(made, theme.colour("red"))


def test_a_field_can_be_marked_in_red(theme: Theme, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    set_tone(field, "red")
    assert shows(field, theme.colour("red"))
