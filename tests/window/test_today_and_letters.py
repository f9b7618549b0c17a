"""From Today to a letter and back: written once, sent, gone from Today, undone and redone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from infoview_gui.panes import places
from infoview_gui.panes.people import PeoplePane
from infoview_gui.panes.phrases import people_words
from infoview_gui.panes.places import Place
from infoview_gui.panes.today.figure_button import FigureButton
from infoview_gui.practice.letters import LetterKind
from infoview_gui.services import letter_records
from infoview_gui.services.bundle import Services
from infoview_gui.services.people_filter import PeopleFilter
from infoview_gui.widgets.letter_editor import LetterEditor
from infoview_gui.widgets.rail import RailButton
from infoview_gui.window import MainWindow
from tests import looking
from tests.window.conftest import Open


def _press(window: MainWindow, words: str) -> None:
    found = (one for one in window.findChildren(QAbstractButton) if one.isVisible())
    next(one for one in found if one.accessibleName() == words).click()
    looking.settle()


def _shown(window: MainWindow) -> list[str]:
    return [one.text() for one in window.findChildren(RailButton) if one.isChecked()]


def _to_thank(services: Services) -> list[str]:
    return [row.names for row in services.agenda.due() if row.due.kind.value == "thank"]


def test_a_figure_of_today_leads_to_exactly_its_people(
    open_window: Open, services: Services
) -> None:
    window, _house = open_window()
    window.show_place(Place(places.TODAY))
    looking.settle()
    figure = next(one for one in window.findChildren(FigureButton) if one.name == "talked")
    QTest.keyClick(figure, Qt.Key.Key_Space)
    looking.settle()
    assert _shown(window) == ["People"]
    people = window.findChild(PeoplePane)
    assert people is not None
    wanted = services.people_list.ids(only=PeopleFilter(lately="talked"))
    assert list(people.exported_ids()) == list(wanted)
    assert figure.accessibleName() == f"talked: {people_words(len(wanted))}"
    focus = window.focusWidget()
    assert focus is not None
    assert people.isAncestorOf(focus)


def test_a_thank_you_is_written_from_today_once_and_then_gone(
    open_window: Open, services: Services
) -> None:
    window, house = open_window()
    services.letters.delete(house.letter)
    window.show_place(Place(places.TODAY))
    (name,) = _to_thank(services)
    before = {row.id for row in letter_records.drafts()}
    _press(window, "Write")
    assert _shown(window) == ["Letters"]
    assert isinstance(window.focusWidget(), LetterEditor)
    (draft,) = [row for row in letter_records.drafts() if row.id not in before]
    assert (draft.kind, draft.person.name) == (LetterKind.THANKS, name)

    window.show_place(Place(places.TODAY))
    _press(window, "Write")
    assert {row.id for row in letter_records.drafts()} == before | {draft.id}

    services.letters.mark_sent(draft.id)
    assert _to_thank(services) == []
    services.store.undo()
    assert _to_thank(services) == [name]
    services.store.redo()
    assert _to_thank(services) == []
