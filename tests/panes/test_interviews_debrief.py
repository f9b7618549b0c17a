"""After a talk, beside the notes: what each line becomes, with one key; rating and answers."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from infoview_gui.panes.interviews import InterviewsPane
from infoview_gui.panes.interviews.debrief_panel import DebriefPanel
from infoview_gui.panes.interviews.debrief_row import DebriefRow
from infoview_gui.panes.places import PEOPLE, Place
from infoview_gui.practice.marks import MarkKind
from infoview_gui.services import reading
from tests.panes.interviews_desk import HOUR_MS, Desk

NOTES = """Team of 14
! Regulators ask for probabilistic forecasts
~ hosting capacity: how much solar a feeder takes
@ Lena Castellanos, planning tools
+ Northwind, planning analyst, two in January
- send the feeder notebook (due Friday)"""


def ended(desk: Desk, notes: str = NOTES) -> tuple[InterviewsPane, int]:
    """A pane that shows a talk of this morning, with notes."""
    talk = desk.conversation(hours=-1)
    desk.services.conversations.happened(talk, desk.clock.now - HOUR_MS, 18)
    count = notes.count("\n") + 1
    moments = [desk.clock.now - HOUR_MS + place * 60_000 for place in range(count)]
    desk.services.notes.save(talk, notes, moments).result()
    pane = desk.pane()
    pane.show_item(talk)
    return pane, talk


def panel(pane: InterviewsPane) -> DebriefPanel:
    assert pane.after.debrief is not None
    return pane.after.debrief


def rows(pane: InterviewsPane) -> dict[MarkKind, DebriefRow]:
    return {row.line.kind: row for row in panel(pane).list.in_order()}


def buttons(pane: InterviewsPane) -> list[str]:
    return [row.button.text() for row in panel(pane).list.in_order()]


def field(row: DebriefRow, name: str) -> QLineEdit:
    assert row.fields is not None
    found = row.fields.inputs[name]
    assert isinstance(found, QLineEdit)
    return found


def test_it_opens_by_itself_when_the_talk_ends_and_leaves_the_keyboard(desk: Desk) -> None:
    pane, _talk = desk.talking()
    assert pane.questions.isVisible()
    pane.notes.editor.setFocus()
    pane.notes.editor.insert_text("@ Lena Castellanos, planning tools")
    desk.clock.advance(minutes=12)
    pane.actions_of_pane["end"].trigger()
    desk.qtbot.waitUntil(lambda: buttons(pane) == ["Add to People"])
    assert panel(pane).isVisible()
    assert not pane.questions.isVisible()
    assert pane.notes.editor.hasFocus()
    assert pane.clock.isVisible()


def test_a_talk_that_has_ended_shows_what_each_line_would_become(desk: Desk) -> None:
    pane, _talk = ended(desk)
    assert buttons(pane) == [
        "Keep insight",
        "Add to my terms",
        "Add to People",
        "Keep as opening",
        "Put on the to-do list",
    ]
    found = rows(pane)
    assert found[MarkKind.TODO].detail.words.text == "due Friday 27 November"
    assert found[MarkKind.PERSON].detail.words.text == "planning tools · introduced by Amara Okafor"
    assert found[MarkKind.INSIGHT].detail.words.text.startswith("at ")
    assert "18 min (15 agreed), 3 over what was agreed" in panel(pane).words.text()
    names = [row.button.accessibleName() for row in found.values()]
    assert "Keep as opening: Northwind, planning analyst" in names


def test_one_key_keeps_line_after_line(desk: Desk) -> None:
    pane, talk = ended(desk)
    rows(pane)[MarkKind.INSIGHT].button.setFocus()
    for _ in range(5):
        QTest.keyClick(pane.focusWidget(), Qt.Key.Key_K)
    assert buttons(pane) == [
        "Insight kept",
        "In my terms",
        "Added to People",
        "Kept as opening",
        "On the to-do list",
    ]
    assert panel(pane).count.text() == "5 of 5 kept"
    assert len(desk.services.learned.all()) == 4
    (task,) = desk.services.learned.all(MarkKind.TODO)
    assert task.fields["due"] == "2026-11-27"
    assert task.conversation_id == talk


def test_the_arrows_go_from_line_to_line_and_enter_keeps(desk: Desk) -> None:
    pane, _talk = ended(desk)
    found = rows(pane)
    found[MarkKind.INSIGHT].button.setFocus()
    QTest.keyClick(pane.focusWidget(), Qt.Key.Key_Down)
    assert found[MarkKind.TERM].button.hasFocus()
    QTest.keyClick(pane.focusWidget(), Qt.Key.Key_Return)
    assert [one.title for one in desk.services.learned.all()] == ["hosting capacity"]
    QTest.keyClick(pane.focusWidget(), Qt.Key.Key_Up)
    assert found[MarkKind.INSIGHT].button.hasFocus()


def test_all_of_it_is_one_step_and_nothing_is_kept_twice(desk: Desk) -> None:
    pane, _talk = ended(desk)
    QTest.keyClick(
        pane.notes.editor,
        Qt.Key.Key_K,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert panel(pane).count.text() == "5 of 5 kept"
    assert not panel(pane).all_button.isEnabled()
    panel(pane).keep_all()
    assert len(desk.services.learned.all()) == 4
    desk.services.store.undo()
    desk.qtbot.waitUntil(lambda: panel(pane).count.text() == "0 of 5 kept")
    assert desk.services.learned.all() == []


def test_what_was_just_typed_is_kept_with_all(desk: Desk) -> None:
    pane, _talk = ended(desk, "Team of 14")
    pane.notes.editor.insert_text("\n! Typed a moment ago")
    pane.after.keep_all.trigger()
    assert [one.title for one in desk.services.learned.all()] == ["Typed a moment ago"]


def test_a_line_is_edited_before_it_is_kept(desk: Desk) -> None:
    pane, _talk = ended(desk)
    row = rows(pane)[MarkKind.PERSON]
    row.button.setFocus()
    QTest.keyClick(row.button, Qt.Key.Key_F2)
    assert field(row, "name").hasFocus()
    field(row, "role").setText("Head of planning tools")
    field(row, "company").setText("Northwind")
    QTest.keyClick(field(row, "company"), Qt.Key.Key_Return)
    assert row.button.text() == "Added to People"
    assert row.fields is None
    lena = reading.person(row.line.target_id or 0)
    assert lena is not None
    assert (lena.name, lena.role, lena.company) == (
        "Lena Castellanos",
        "Head of planning tools",
        "Northwind",
    )
    assert lena.introduced_by is not None
    assert lena.introduced_by.name == "Amara Okafor"


def test_a_click_on_the_words_opens_the_fields_and_escape_gives_up(desk: Desk) -> None:
    pane, _talk = ended(desk)
    row = rows(pane)[MarkKind.TERM]
    QTest.mouseClick(row.subject, Qt.MouseButton.LeftButton)
    field(row, "meaning").setText("something else")
    QTest.keyClick(field(row, "meaning"), Qt.Key.Key_Escape)
    assert row.fields is None
    assert row.button.hasFocus()
    assert row.detail.words.text == "how much solar a feeder takes"


def test_the_day_of_a_task_is_read_out_as_it_is_typed(desk: Desk) -> None:
    pane, _talk = ended(desk, "- write to her (due before the fair)")
    row = rows(pane)[MarkKind.TODO]
    assert row.detail.words.text == "No day can be read from “before the fair”"
    panel(pane).list.current = row
    panel(pane).edit_current()
    due, fields = field(row, "due"), row.fields
    assert fields is not None
    QTest.keyClick(due, Qt.Key.Key_Return)
    assert "No day can be read" in fields.reading.text()
    assert desk.services.learned.all() == []
    due.clear()
    QTest.keyClicks(due, "in two weeks")
    assert fields.reading.text() == "due Tuesday 8 December"
    QTest.keyClick(due, Qt.Key.Key_Return)
    (task,) = desk.services.learned.all()
    assert task.fields["due"] == "2026-12-08"


def test_the_category_of_an_insight_is_chosen(desk: Desk) -> None:
    pane, _talk = ended(desk)
    row = rows(pane)[MarkKind.INSIGHT]
    panel(pane).list.current = row
    panel(pane).edit_current()
    assert row.fields is not None
    choice = row.fields.inputs["category"]
    assert isinstance(choice, QComboBox)
    choice.setCurrentText("Trends")
    QTest.keyClick(choice, Qt.Key.Key_Return)
    (insight,) = desk.services.learned.all()
    assert insight.fields["category"] == "trends"
    assert "Trends" in row.detail.words.text


def test_what_is_kept_can_be_edited_taken_back_and_opened(desk: Desk, qtbot: QtBot) -> None:
    pane, _talk = ended(desk)
    panel(pane).keep_all()
    found = rows(pane)
    term = found[MarkKind.TERM]
    panel(pane).list.current = term
    panel(pane).edit_current()
    field(term, "meaning").setText("solar that a feeder can take")
    found[MarkKind.INSIGHT].button.setFocus()
    assert desk.services.learned.all(MarkKind.TERM)[0].fields["meaning"] == (
        "solar that a feeder can take"
    )
    assert term.detail.words.text == "solar that a feeder can take"
    term.button.click()
    assert desk.services.learned.all(MarkKind.TERM) == []
    assert term.button.text() == "Add to my terms"
    desk.services.store.undo()
    qtbot.waitUntil(lambda: term.button.text() == "In my terms")
    person = found[MarkKind.PERSON]
    with qtbot.waitSignal(pane.place_requested) as heard:
        person.button.click()
    assert heard.args == [Place(PEOPLE, person.line.target_id)]


def test_a_person_deleted_since_can_be_kept_again(desk: Desk, qtbot: QtBot) -> None:
    pane, _talk = ended(desk)
    row = rows(pane)[MarkKind.PERSON]
    row.button.click()
    first = row.line.target_id
    desk.services.people.delete([first or 0])
    qtbot.waitUntil(lambda: row.button.text() == "Add to People")
    row.button.click()
    assert row.button.text() == "Added to People"


def test_lines_changed_in_the_notes_are_followed(desk: Desk, qtbot: QtBot) -> None:
    pane, _talk = ended(desk, "@ Lena Castellanos")
    row = rows(pane)[MarkKind.PERSON]
    pane.notes.editor.insert_text(", runs planning")
    qtbot.waitUntil(lambda: row.detail.words.text.startswith("runs planning"))
    pane.notes.editor.insert_text("\n+ Northwind, analyst")
    qtbot.waitUntil(lambda: buttons(pane) == ["Add to People", "Keep as opening"])
    assert rows(pane)[MarkKind.PERSON] is row


def test_what_is_typed_in_fields_waits_while_another_talk_is_shown(desk: Desk) -> None:
    pane, talk = ended(desk)
    other = desk.conversation("Ben Carter", hours=3)
    row = rows(pane)[MarkKind.OPENING]
    panel(pane).list.current = row
    panel(pane).edit_current()
    field(row, "role").setText("analyst, half time")
    pane.show_item(other)
    assert pane.questions.isVisible()
    pane.show_item(talk)
    assert field(rows(pane)[MarkKind.OPENING], "role").text() == "analyst, half time"


def test_usefulness_is_chosen_by_click_or_digit_and_taken_back(desk: Desk) -> None:
    pane, talk = ended(desk)
    rating, services = panel(pane).rating, desk.services
    rating.group.button(4).click()
    assert services.debrief.reflection(talk).usefulness == 4
    QTest.keyClick(rating.group.button(4), Qt.Key.Key_2)
    assert services.debrief.reflection(talk).usefulness == 2
    assert rating.group.checkedId() == 2
    rating.group.button(2).click()
    assert services.debrief.reflection(talk).usefulness is None
    assert rating.group.checkedId() == -1


def test_answers_save_themselves_and_can_be_taken_back(desk: Desk, qtbot: QtBot) -> None:
    pane, talk = ended(desk)
    answer = panel(pane).answers.fields["learned"]
    answer.setFocus()
    QTest.keyClicks(answer, "Explaining is scarce")
    debrief = desk.services.debrief
    qtbot.waitUntil(lambda: debrief.reflection(talk).learned == "Explaining is scarce")
    QTest.keyClicks(answer, ".")
    pane.leave()
    assert debrief.reflection(talk).learned == "Explaining is scarce."
    again = desk.pane()  # a later start reads what is stored
    again.show_item(talk)
    assert panel(again).answers.fields["learned"].toPlainText() == "Explaining is scarce."
    while debrief.reflection(talk).learned:
        assert desk.services.store.history.undo_label.startswith("Reflect on")
        desk.services.store.undo()
    qtbot.waitUntil(lambda: answer.toPlainText() == "")


def test_questions_are_a_key_away_and_come_when_one_is_added(desk: Desk) -> None:
    pane, _talk = ended(desk)
    assert pane.after.choice.isVisible()
    pane.after.turn.trigger()
    assert pane.questions.isVisible()
    assert not panel(pane).isVisible()
    pane.after.turn.trigger()
    assert panel(pane).isVisible()
    pane.actions_of_pane["add_question"].trigger()
    assert pane.questions.field.isVisible()


def test_the_line_of_the_notes_is_shown(desk: Desk) -> None:
    pane, _talk = ended(desk)
    rows(pane)[MarkKind.TERM].button.setFocus()
    QTest.keyClick(pane.focusWidget(), Qt.Key.Key_F3)
    assert pane.notes.editor.hasFocus()
    assert pane.notes.editor.textCursor().block().text().startswith("~ hosting")


def test_a_mark_that_is_switched_off_becomes_nothing(desk: Desk) -> None:
    pane, _talk = ended(desk)
    preferences = pane.notes._preferences
    preferences.change(marks_off=["todo", "term"])
    assert buttons(pane) == ["Keep insight", "Add to People", "Keep as opening"]
    pane.after.keep_all.trigger()
    assert {one.kind for one in desk.services.learned.all()} == {
        MarkKind.INSIGHT,
        MarkKind.OPENING,
    }
    preferences.change(marks_off=[])
    assert len(buttons(pane)) == 5
    assert panel(pane).count.text() == "3 of 5 kept"
    preferences.flush()
