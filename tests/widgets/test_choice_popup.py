"""A list that drops down: ticked, found by typing, left by Escape."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Theme
from infoview_gui.widgets.choice_popup import ChoicePopup, Offer
from infoview_gui.widgets.drop_pill import DropPill
from tests.theme.look import dressed

# Said by the offscreen platform whenever such windows are shown.
pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing)"),
]
Key = Qt.Key
Off, On, Half = (
    Qt.CheckState.Unchecked,
    Qt.CheckState.Checked,
    Qt.CheckState.PartiallyChecked,
)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


@pytest.fixture
def owner(qtbot: QtBot) -> QPushButton:
    owner = QPushButton("Open")
    qtbot.addWidget(owner)
    owner.show()
    return owner


@pytest.fixture
def popup(theme: Theme, owner: QPushButton) -> Iterator[ChoicePopup]:
    popup = ChoicePopup(theme, "Tags", owner, search="Find a tag", clear="Clear", new_words=True)
    popup.show_offers([Offer("a", "Alpha", 3, Off), Offer("b", "Beta", 1200, Half)])
    popup.open_at(owner)
    yield popup
    popup.hide()


def test_space_and_enter_tick_and_the_popup_stays(qtbot: QtBot, popup: ChoicePopup) -> None:
    qtbot.keyClick(popup.field, Key.Key_Down)
    with qtbot.waitSignal(popup.toggled) as ticked:
        qtbot.keyClick(popup.list, Key.Key_Space)
    assert ticked.args == ["a", True]
    with qtbot.waitSignal(popup.toggled) as ticked:
        qtbot.keyClick(popup.list, Key.Key_Return)
    assert ticked.args == ["a", False]
    assert popup.isVisible()


def test_what_holds_for_some_then_holds_for_all(qtbot: QtBot, popup: ChoicePopup) -> None:
    with qtbot.waitSignal(popup.toggled) as ticked:
        spot = popup.list.visualItemRect(popup.list.item(1)).center()
        qtbot.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert ticked.args == ["b", True]
    assert popup.list.item(1).checkState() == On


def test_a_click_on_the_box_ticks_once(qtbot: QtBot, popup: ChoicePopup) -> None:
    told: list[object] = []
    popup.toggled.connect(lambda *args: told.append(args))
    spot = popup.list.visualItemRect(popup.list.item(0)).topLeft()
    spot.setX(spot.x() + 20)
    spot.setY(spot.y() + 15)
    qtbot.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told == [("a", True)]
    assert popup.list.item(0).checkState() == On


def test_letters_typed_in_the_list_go_to_the_field(qtbot: QtBot, popup: ChoicePopup) -> None:
    popup.list.setFocus()
    with qtbot.waitSignal(popup.searched) as asked:
        qtbot.keyClick(popup.list, Key.Key_G)
    assert asked.args == ["g"]
    assert popup.field.text() == "g"


def test_enter_on_new_words_tells_them_and_on_known_ones_ticks(
    qtbot: QtBot, popup: ChoicePopup
) -> None:
    popup.field.setText("  new  word ")
    with qtbot.waitSignal(popup.typed) as typed:
        qtbot.keyClick(popup.field, Key.Key_Return)
    assert typed.args == ["new word"]
    popup.field.setText("beta")
    with qtbot.waitSignal(popup.toggled) as ticked:
        qtbot.keyClick(popup.field, Key.Key_Return)
    assert ticked.args == ["b", True]


def test_escape_empties_the_field_and_then_closes(qtbot: QtBot, popup: ChoicePopup) -> None:
    popup.field.setText("x")
    qtbot.keyClick(popup.field, Key.Key_Escape)
    assert popup.field.text() == ""
    assert popup.isVisible()
    with qtbot.waitSignal(popup.closed):
        qtbot.keyClick(popup.field, Key.Key_Escape)
    assert not popup.isVisible()


def test_rows_say_their_count_aloud(popup: ChoicePopup) -> None:
    aloud = popup.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == "Beta, 1,200"


def test_an_empty_list_says_so_and_a_long_one_how_many_more(popup: ChoicePopup) -> None:
    popup.show_offers([], empty="No tags here")
    assert popup._empty.text() == "No tags here"
    assert not popup.list.isVisible()
    popup.show_offers([Offer("a", "Alpha", 3, Off)], more=1200)
    assert popup._more.text() == "and 1,200 more: type to find them"


def test_one_choice_closes(qtbot: QtBot, theme: Theme, owner: QPushButton) -> None:
    popup = ChoicePopup(theme, "Employer", owner)
    popup.show_offers([Offer(None, "Nobody"), Offer(7, "Alpha")])
    popup.open_at(owner)
    qtbot.keyClick(popup.list, Key.Key_Down)
    with qtbot.waitSignal(popup.chosen) as chosen:
        qtbot.keyClick(popup.list, Key.Key_Return)
    assert chosen.args == [7]
    assert not popup.isVisible()


def test_pill_opens_and_clears_by_keyboard_and_mouse(qtbot: QtBot, theme: Theme) -> None:
    pill = DropPill(theme, "Stage", None)  # type: ignore[arg-type]
    qtbot.addWidget(pill)
    pill.show()
    assert not pill.on
    with qtbot.waitSignal(pill.clicked):
        qtbot.keyClick(pill, Key.Key_Down)
    with qtbot.assertNotEmitted(pill.clear_requested):
        qtbot.keyClick(pill, Key.Key_Delete)
    pill.show_chosen("Stage · 2", "Asked or <b>Known</b>")
    assert pill.accessibleName() == "Stage · 2: Asked or <b>Known</b>"
    assert "&lt;b&gt;" in pill.toolTip()
    with qtbot.waitSignal(pill.clear_requested):
        qtbot.keyClick(pill, Key.Key_Delete)
    pill.adjustSize()
    spot = pill.rect().center()
    spot.setX(pill.width() - 10)
    with qtbot.waitSignal(pill.clear_requested), qtbot.assertNotEmitted(pill.clicked):
        qtbot.mouseClick(pill, Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(pill.clicked):
        qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)


def test_counts_stand_where_the_row_ends(popup: ChoicePopup, theme: Theme) -> None:
    popup.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = popup.list.viewport().grab(popup.list.visualItemRect(popup.list.item(1))).toImage()
    muted = theme.colour("muted").rgb()
    every = ((x, y) for x in range(image.width()) for y in range(image.height()))
    assert 8 <= min(x for x, y in every if image.pixel(x, y) == muted) < 16
