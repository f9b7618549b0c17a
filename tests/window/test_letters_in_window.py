"""Letters as part of the window: keys, dialogs, the rail, and the way from a person's timeline."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.panes import places
from infoview_gui.panes.dialogs.answer_dialog import AnswerDialog
from infoview_gui.panes.dialogs.letter_dialog import LetterDialog
from infoview_gui.panes.letters import LettersPane
from infoview_gui.panes.places import Place
from infoview_gui.services import letter_records, reading
from infoview_gui.services.bundle import Services
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme
from infoview_gui.widgets.rail import Rail
from infoview_gui.widgets.timeline import Timeline
from infoview_gui.window import MainWindow
from tests import looking
from tests.window.conftest import Open

_CTRL = Qt.KeyboardModifier.ControlModifier
_CTRL_SHIFT = _CTRL | Qt.KeyboardModifier.ShiftModifier


def _letters(window: MainWindow) -> LettersPane:
    pane = window.findChild(LettersPane)
    assert pane is not None
    return pane


def test_a_letter_is_begun_for_the_person_shown_with_two_keys(
    open_window: Open, services: Services
) -> None:
    window, house = open_window()
    window.show_place(Place(places.PEOPLE, house.people[0]))
    before = letter_records.draft_count()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_W, _CTRL_SHIFT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LetterDialog)
    assert dialog.to.people() == [house.people[0]]
    dialog.write.click()
    looking.settle()
    pane = _letters(window)
    assert pane.isVisible()
    assert pane.person_id == house.people[0]
    assert letter_records.draft_count() == before + 1


def test_the_key_of_the_pane_and_its_number_in_the_rail(
    open_window: Open, services: Services
) -> None:
    window, _house = open_window()
    QTest.keyClick(window, Qt.Key.Key_5, _CTRL)
    pane = _letters(window)
    assert pane.isVisible()
    looking.settle()
    written = [row for row in services.agenda.due() if row.has_day and row.due.letter is not None]
    assert pane.due_count() == len(written) == 1  # the draft of the house is none
    rail = window.findChild(Rail)
    assert rail is not None
    assert rail.key == places.LETTERS


def test_the_timeline_of_a_person_leads_to_the_letter(open_window: Open) -> None:
    window, house = open_window()
    window.show_place(Place(places.PEOPLE, house.people[2]))
    looking.settle()
    timeline = next(one for one in window.findChildren(Timeline) if one.isVisible())
    wrote = next(one for one in timeline.entries() if one.title.startswith("You wrote"))
    timeline.activated.emit(wrote.key)
    looking.settle()
    assert _letters(window).shown_id == house.sent
    assert _letters(window).desk.editor.isReadOnly()


def test_an_answer_is_logged_with_one_key_and_a_line(
    open_window: Open, services: Services, qtbot: QtBot
) -> None:
    window, house = open_window()
    window.show_place(Place(places.PEOPLE, house.people[2]))
    looking.settle()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, _CTRL_SHIFT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AnswerDialog)
    QTest.keyClicks(dialog.line, "Gladly")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    looking.settle()
    kinds = [item.kind for item in reading.timeline(house.people[2])]
    assert kinds.count("answered") == 1


def test_a_talk_that_is_over_leads_to_its_thank_you(open_window: Open) -> None:
    window, house = open_window()
    window.show_place(Place(places.INTERVIEWS, house.done))
    looking.settle()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, _CTRL)
    looking.settle()
    assert _letters(window).shown_id == house.letter  # it was begun; not another one
    assert "ask for the timetable tool" in _letters(window).desk.editor.text().lower()


def test_undo_in_the_letter_takes_back_typing_only(open_window: Open, store: Store) -> None:
    window, house = open_window()
    window.show_place(Place(places.LETTERS, house.letter))
    looking.settle()
    pane, step = _letters(window), store.history.undo_label
    pane.desk.editor.setFocus()
    before = pane.desk.editor.text()
    QTest.keyClicks(pane.desk.editor, "xyz")
    QTest.keyClick(pane.desk.editor, Qt.Key.Key_Z, _CTRL)
    assert pane.desk.editor.text() == before
    assert store.history.undo_label == step


def test_it_fits_the_least_window(open_window: Open, theme: Theme) -> None:
    window, house = open_window()
    window.show_place(Place(places.LETTERS, house.letter))
    window.resize(1360, 860)
    looking.settle()
    window.resize(1000, 680)
    looking.settle()
    assert window.width() == 1000
    desk = _letters(window).desk
    assert desk.foot.mail.geometry().right() <= desk.width()
    assert desk.foot.count.elided_text() == desk.foot.count.text()
