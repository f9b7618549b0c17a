"""A mark that is switched off is a plain line: in colour, in what is captured, in the legend."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextBlock
from pytestqt.qtbot import QtBot

from infoview_gui.panes.interviews.notes_view import NotesView
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.practice.marks import MarkKind
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.listing import conversation_values
from infoview_gui.theme import Theme

_NOTES = "! plans by hand\n- send the paper by Friday\nplain"


@pytest.fixture
def preferences() -> Preferences:
    return Preferences()


@pytest.fixture
def notes(
    qtbot: QtBot,
    theme: Theme,
    services: Services,
    preferences: Preferences,
    times: LocalTime,
) -> Iterator[NotesView]:
    person = services.people.add(PersonDraft(name="Amara"))
    talk = services.conversations.schedule(ConversationDraft(people=(person,)))
    services.notes.save(talk, _NOTES, [1, 2, 3]).result()
    view = NotesView(theme, services, preferences, times)
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    view.show_conversation(reading.conversation(talk))
    yield view
    view.saver.flush()
    preferences.flush()


def _coloured(notes: NotesView) -> list[bool]:
    block = notes.editor.document().begin()
    found = []
    while block.isValid():
        found.append(_is_coloured(block))
        block = block.next()
    return found


def _is_coloured(block: QTextBlock) -> bool:
    return any(part.format.font().bold() for part in block.layout().formats())


def _legend(notes: NotesView) -> set[str]:
    return {part.toolTip() for part in notes.bar._legend_parts.values() if part.isVisibleTo(notes)}


def test_switched_off_it_is_plain_at_once_and_back(
    qtbot: QtBot, notes: NotesView, preferences: Preferences
) -> None:
    assert _coloured(notes) == [True, True, False]
    assert "to do" in _legend(notes)

    with qtbot.waitSignal(notes.counted) as told:
        preferences.change(marks_off=["todo"])
    assert _coloured(notes) == [True, False, False]
    assert (told.args[0][MarkKind.TODO], told.args[0][MarkKind.INSIGHT]) == (0, 1)
    assert "to do" not in _legend(notes)
    assert "insight" in _legend(notes)
    assert notes.editor.snapshot()[0] == _NOTES
    assert not notes.editor.document().isUndoAvailable()

    preferences.change(marks_off=[])
    assert _coloured(notes) == [True, True, False]
    assert "to do" in _legend(notes)


def test_f7_passes_over_it(notes: NotesView, preferences: Preferences) -> None:
    preferences.change(marks_off=["insight", "term", "person", "opening"])
    notes.editor.begin_line()
    notes.editor.insertPlainText("call her")
    notes.cycle_mark()
    assert notes.editor.textCursor().block().text() == "- call her"
    notes.cycle_mark()
    assert notes.editor.textCursor().block().text() == "call her"


def test_without_any_mark_f7_does_nothing(notes: NotesView, preferences: Preferences) -> None:
    preferences.change(marks_off=[kind.value for kind in MarkKind])
    notes.cycle_mark()
    assert notes.editor.snapshot()[0] == _NOTES
    assert _legend(notes) == set()


def test_another_setting_counts_nothing_anew(
    qtbot: QtBot, notes: NotesView, preferences: Preferences
) -> None:
    with qtbot.assertNotEmitted(notes.counted):
        preferences.change(name="Nadia")


def test_scripts_see_a_plain_line_too(notes: NotesView, preferences: Preferences) -> None:
    preferences.change(marks_off=["todo"])
    (value,) = conversation_values(preferences.marks)
    assert [line["mark"] for line in value["lines"]] == ["!", None, None]
    (value,) = conversation_values()
    assert [line["mark"] for line in value["lines"]] == ["!", "-", None]


def test_while_typing_the_day_that_is_read_is_said(notes: NotesView) -> None:
    notes.editor.begin_line()
    notes.editor.insert_text("- call back in two weeks")
    assert notes.bar.reading_text == "due Tuesday 8 December"
    assert not _legend(notes)
    notes.editor.insert_text(" or so")
    assert notes.bar.reading_text == ""
    assert _legend(notes)


def test_a_day_that_cannot_be_read_is_said(notes: NotesView) -> None:
    notes.editor.begin_line()
    notes.editor.insert_text("- send it (due when I can)")
    assert notes.bar.reading_text == "No day can be read from “when I can”"


def test_the_reading_follows_the_caret_and_the_day_of_the_line(notes: NotesView) -> None:
    notes.show_line(1)
    assert notes.bar.reading_text == "due Friday 2 January 1970"
    notes.show_line(2)
    assert notes.bar.reading_text == ""


def test_no_reading_where_to_dos_are_switched_off(
    notes: NotesView, preferences: Preferences
) -> None:
    notes.show_line(1)
    preferences.change(marks_off=["todo"])
    assert notes.bar.reading_text == ""
