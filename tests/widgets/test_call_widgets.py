"""Closing card, countdown strip and check row: what they show and what they leave alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Scheme, Theme
from infoview_gui.theme.tones import tone_tokens
from infoview_gui.widgets.check_row import CheckRow
from infoview_gui.widgets.closing_card import ClosingCard
from infoview_gui.widgets.countdown_strip import CountdownStrip
from infoview_gui.widgets.row_text import RowText, RowWords
from tests.theme.look import dressed, shows

# Said by the offscreen platform whenever a window with a least size is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


def beside_a_field(qtbot: QtBot, widget: QWidget) -> tuple[QLineEdit, QWidget]:
    """Show the widget in a window (to be held) whose field has the keyboard."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    field = QLineEdit(window)
    column.addWidget(field)
    column.addWidget(widget)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field, window


def test_the_card_answers_without_taking_the_keyboard(theme: Theme, qtbot: QtBot) -> None:
    card = ClosingCard(theme)
    field, window = beside_a_field(qtbot, card)
    card.show_words("Fifteen minutes are up", "“I’m happy to stop here.”")
    card.show_gift("+5 min")
    with qtbot.waitSignal(card.closed_chosen):
        qtbot.mouseClick(card.closed_button, LEFT)
    with qtbot.waitSignal(card.went_on_chosen):
        qtbot.mouseClick(card.went_on_button, LEFT)
    assert window.isVisible()
    assert field.hasFocus()
    assert card.title == "Fifteen minutes are up"
    assert card.accessibleName() == "Fifteen minutes are up"


def test_the_card_says_what_going_on_gives_and_when_there_is_no_more(
    theme: Theme, qtbot: QtBot
) -> None:
    card = ClosingCard(theme)
    qtbot.addWidget(card)
    card.show_gift("+10 min")
    assert card.went_on_button.text() == "They chose to go on: +10 min"
    card.show_gift("")
    assert not card.went_on_button.isEnabled()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("tone", ["acc", "amb", "red", "blu", ""])
def test_the_strip_shows_its_tone(theme: Theme, qtbot: QtBot, tone: str, scheme: Scheme) -> None:
    strip = CountdownStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(strip.sizeHint())
    theme.set_scheme(scheme)
    strip.show_state(0.5, tone, "2:39", "Begin to close", "Amara Okafor")
    assert shows(strip, theme.colour(tone_tokens(tone)[1]))
    assert shows(strip, theme.colour(tone_tokens(tone)[0]))


def test_the_strip_is_a_button_for_mouse_and_keys(theme: Theme, qtbot: QtBot) -> None:
    strip = CountdownStrip(theme)
    field, window = beside_a_field(qtbot, strip)
    strip.show_state(1, "red", "+1:24", "Offer to end now", "Amara <b>Okafor</b>")
    strip.say("Time is up, with Amara")
    assert strip.accessibleName() == "Time is up, with Amara"
    assert "<b>" not in strip.toolTip()
    with qtbot.waitSignal(strip.clicked):
        qtbot.mouseClick(strip, LEFT)
    assert window.isVisible()
    assert field.hasFocus()
    with qtbot.waitSignal(strip.clicked):
        QTest.keyClick(strip, Qt.Key.Key_Space)


def test_a_narrow_strip_keeps_ring_and_clock(theme: Theme, qtbot: QtBot) -> None:
    strip = CountdownStrip(theme)
    qtbot.addWidget(strip)
    strip.show_state(1, "red", "+1:24", "Offer to end now", "A very long name indeed " * 9)
    assert strip.minimumSizeHint().width() < 120
    assert strip.sizeHint().width() < 500
    strip.resize(strip.minimumSizeHint())
    assert not strip.grab().isNull()


def test_words_wrap_and_the_pill_follows_them(theme: Theme, qtbot: QtBot) -> None:
    text = RowText(theme)
    qtbot.addWidget(text)
    text.show_words(RowWords("Who else should I talk to?"))
    one = text.heightForWidth(260)
    assert text.heightForWidth(90) >= 2 * one
    text.show_words(RowWords("Who else should I talk to?", chip="always ask", chip_tone="vio"))
    assert text.heightForWidth(400) == one
    assert text.heightForWidth(200) == 2 * one
    text.show_words(RowWords("Who else?", caption="Next · People"))
    assert text.heightForWidth(260) == 2 * one
    text.show_words(RowWords(""))
    assert text.heightForWidth(260) == one
    assert text.sizeHint().isValid()
    assert text.minimumSizeHint() != QSize()


def row(theme: Theme, words: str = "How did you begin?") -> CheckRow:
    made = CheckRow(theme)
    made.show_row(RowWords(words), checked=False, name=words)
    return made


def test_a_click_on_box_or_words_ticks(theme: Theme, qtbot: QtBot) -> None:
    made = row(theme)
    field, window = beside_a_field(qtbot, made)
    with qtbot.waitSignal(made.ticked) as told:
        qtbot.mouseClick(made.text, LEFT)
    assert told.args == [True]
    with qtbot.waitSignal(made.ticked) as told:
        qtbot.mouseClick(made.check, LEFT, pos=QPoint(10, made.check.height() // 2))
    assert told.args == [False]
    assert window.isVisible()
    assert field.hasFocus()


def test_showing_a_tick_is_no_tick_of_the_user(theme: Theme, qtbot: QtBot) -> None:
    made = row(theme)
    qtbot.addWidget(made)
    with qtbot.assertNotEmitted(made.ticked):
        made.show_row(RowWords("x"), checked=True, name="x")
    assert made.check.isChecked()
    assert made.check.accessibleName() == "x"


def test_editing_in_place_keeps_or_drops(theme: Theme, qtbot: QtBot) -> None:
    made = row(theme)
    _, window = beside_a_field(qtbot, made)
    made.begin_editing()
    assert made.field is not None
    QTest.keyClicks(made.field, "What surprised you?")
    with qtbot.waitSignal(made.edited) as told:
        QTest.keyClick(made.field, Qt.Key.Key_Return)
    assert told.args == ["What surprised you?"]
    assert made.field is None
    made.begin_editing()
    assert made.field is not None
    QTest.keyClicks(made.field, "  ")
    with qtbot.assertNotEmitted(made.edited):
        made.end_editing()
    made.begin_editing()
    assert made.field is not None
    with qtbot.assertNotEmitted(made.edited):
        QTest.keyClick(made.field, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert made.check.hasFocus()


def test_the_ground_of_a_row_is_seen(theme: Theme, qtbot: QtBot) -> None:
    made = row(theme)
    qtbot.addWidget(made)
    made.resize(300, 40)
    made.show_row(RowWords("x"), checked=False, name="x", ground="amber", striped=True)
    assert shows(made, theme.colour("amber-soft"))
    assert shows(made, theme.colour("amber"))


def test_the_strip_widens_with_the_clock(theme: Theme, qtbot: QtBot) -> None:
    strip = CountdownStrip(theme)
    _field, window = beside_a_field(qtbot, strip)
    strip.show_state(0.5, "acc", "9:59", "Going on by their choice", "Amara Okafor")
    column = window.layout()
    assert column is not None
    qtbot.waitUntil(lambda: column.sizeHint().width() > strip.sizeHint().width())
    before = column.sizeHint().width()
    strip.show_state(0.5, "acc", "1:10:00", "Going on by their choice", "Amara Okafor")
    qtbot.waitUntil(lambda: column.sizeHint().width() > before)
