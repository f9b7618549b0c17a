"""The Interviews pane: list, verbs, questions, what became of a talk."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from infoview_gui.panes.dialogs.bank_model import BankModel
from infoview_gui.panes.interviews.link import call_target
from infoview_gui.panes.interviews.outcome import Outcome
from infoview_gui.panes.interviews.pane import InterviewsPane
from infoview_gui.panes.interviews.question_bank import QuestionBank
from infoview_gui.panes.places import CALENDAR, PEOPLE, Place
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.talking import NotNow
from tests.panes.interviews_desk import HOUR_MS, LEAST_SIZES, Desk

pytestmark = pytest.mark.qt_log_ignore(LEAST_SIZES)


def headings(pane: InterviewsPane) -> list[str]:
    model = pane.list.model
    rows = [model.index(row) for row in range(model.rowCount())]
    return [str(row.data()) for row in rows if not row.flags() & Qt.ItemFlag.ItemIsSelectable]


def enabled(pane: InterviewsPane) -> set[str]:
    names = pane.actions_of_pane._actions
    return {name for name, action in names.items() if name.strip() and action.isEnabled()}


# -- the list


def test_an_empty_database_says_how_to_begin(desk: Desk, qtbot: QtBot) -> None:
    pane = desk.pane()
    assert pane.empty.isVisible()
    assert not pane.side.isVisible()
    assert enabled(pane) == {"fold"}
    with qtbot.waitSignal(pane.new_conversation_requested):
        pane._on_new()


def test_conversations_stand_in_their_sections(desk: Desk) -> None:
    ahead = desk.conversation("Amara Okafor", hours=2)
    undated = desk.conversation("Ben Undated", hours=None)
    passed = desk.conversation("Cleo Passed", hours=-3)
    owed = desk.conversation("Dana Owed", hours=-30)
    desk.services.conversations.happened(owed, desk.clock.now - 30 * HOUR_MS, 15)
    thanked = desk.conversation("Elif Thanked", hours=-50)
    desk.services.conversations.happened(thanked, desk.clock.now - 50 * HOUR_MS, 15)
    desk.services.conversations.thank(thanked)
    pane = desk.pane()
    assert headings(pane) == ["Upcoming", "To finish", "Past"]
    assert pane.list.model.keys() == [ahead, undated, owed, passed, thanked]
    assert pane.due_count() == 2
    assert pane.shown_id == ahead


def test_time_moves_a_conversation_to_what_is_to_be_finished(desk: Desk, qtbot: QtBot) -> None:
    desk.conversation(hours=1)
    pane = desk.pane()
    assert pane.due_count() == 0
    desk.clock.advance(hours=2)
    with qtbot.waitSignal(pane.due_changed):
        pane._on_minute()
    assert headings(pane) == ["To finish"]
    assert pane.clock.outcome_buttons[Outcome.HAPPENED].isVisible()


def test_a_changed_list_keeps_what_is_chosen(desk: Desk, qtbot: QtBot) -> None:
    desk.conversation("Amara Okafor", hours=2)
    second = desk.conversation("Ben Later", hours=4)
    pane = desk.pane()
    pane.show_item(second)
    earlier = desk.conversation("Cleo Sooner", hours=1)
    qtbot.waitUntil(lambda: pane.list.model.row_of(earlier) is not None)
    assert pane.shown_id == second
    assert pane.list.view.currentIndex().row() == pane.list.model.row_of(second)


def test_the_arrow_keys_open_conversations_and_pass_over_headings(desk: Desk) -> None:
    first = desk.conversation("Amara Okafor", hours=2)
    passed = desk.conversation("Cleo Passed", hours=-3)
    pane = desk.pane()
    pane.list.view.setFocus()
    assert pane.shown_id == first
    QTest.keyClick(pane.list.view, Qt.Key.Key_Down)
    assert pane.shown_id == passed
    QTest.keyClick(pane.list.view, Qt.Key.Key_Up)
    assert pane.shown_id == first


def test_f4_folds_the_list_and_the_next_start_remembers(desk: Desk) -> None:
    desk.conversation()
    pane = desk.pane()
    assert pane.list.isVisible()
    QTest.keyClick(pane.notes.editor, Qt.Key.Key_F4)
    assert not pane.list.isVisible()
    state = pane.save_state()
    again = desk.pane()
    again.restore_state(state)
    assert not again.list.isVisible()
    QTest.keyClick(again.notes.editor, Qt.Key.Key_F4)
    assert again.list.isVisible()


def test_the_list_folds_where_it_is_narrow_and_while_one_talks(desk: Desk) -> None:
    talk = desk.conversation()
    assert not desk.pane(824, 610).list.isVisible()
    pane = desk.pane()
    pane.show_item(talk)
    assert pane.list.isVisible()
    pane.actions_of_pane["start"].trigger()
    assert not pane.list.isVisible()
    pane.actions_of_pane["end"].trigger()
    assert not pane.list.isVisible()  # nothing moves under the hands of who is still writing
    pane.hide()
    pane.show()
    assert pane.list.isVisible()


def test_the_user_opens_the_list_after_the_end_of_a_call(desk: Desk) -> None:
    pane, _ = desk.talking()
    pane.actions_of_pane["end"].trigger()
    pane.actions_of_pane["fold"].trigger()
    assert pane.list.isVisible()


@pytest.mark.parametrize("state", [{}, {"folded": "x", "conversation": "9", "text_px": []}])
def test_garbage_in_the_saved_state_is_ignored(desk: Desk, state: dict[str, object]) -> None:
    talk = desk.conversation()
    pane = desk.pane()
    pane.restore_state(state)
    assert pane.shown_id == talk


def test_a_conversation_that_is_gone_is_said_to_be(desk: Desk, qtbot: QtBot) -> None:
    talk = desk.conversation()
    pane = desk.pane()
    with qtbot.waitSignal(pane.said):
        pane.show_item(talk + 999)
    assert pane.shown_id == talk


# -- verbs


def test_what_does_not_apply_cannot_be_chosen(desk: Desk) -> None:
    talk = desk.conversation(hours=0)
    pane = desk.pane()
    pane.show_item(talk)
    running = {"pause", "they_closed", "they_went_on", "end", "tick_next"}
    after = {"thanked", "waived", "replan"}
    assert "start" in enabled(pane)
    assert not enabled(pane) & (running | after)
    pane.actions_of_pane["start"].trigger()
    assert enabled(pane) & running == running
    pane.actions_of_pane["end"].trigger()
    assert not enabled(pane) & running
    assert enabled(pane) & after == {"thanked", "waived"}
    assert "start" not in enabled(pane)


def test_every_action_has_words_and_no_two_share_keys(desk: Desk) -> None:
    pane = desk.pane()
    actions = [action for action in pane.menu_actions() if not action.isSeparator()]
    keys = [action.shortcut().toString() for action in actions if not action.shortcut().isEmpty()]
    assert all(action.text() for action in actions)
    assert len(keys) == len(set(keys))


def test_the_keys_of_a_call_work_from_the_notes(desk: Desk) -> None:
    talk = desk.conversation()
    pane = desk.pane()
    pane.show_item(talk)
    editor = pane.notes.editor
    QTest.keyClick(editor, Qt.Key.Key_F5)
    assert pane._call.running_id == talk
    QTest.keyClick(editor, Qt.Key.Key_F6)
    assert pane.questions.count.text() == "1 of 7 asked"
    desk.clock.advance(minutes=13)
    pane._call.refresh()
    QTest.keyClick(editor, Qt.Key.Key_F9)
    assert pane.clock.chip.text() == "Going on by their choice"
    QTest.keyClick(editor, Qt.Key.Key_F8)
    assert desk.record(talk).status == "done"
    assert desk.record(talk).events[-1].by == "them"


def test_pause_freezes_and_says_so(desk: Desk, qtbot: QtBot) -> None:
    pane, _ = desk.talking()
    desk.clock.advance(minutes=4)
    qtbot.mouseClick(pane.clock.pause_button, Qt.MouseButton.LeftButton)
    assert pane.clock.chip.text() == "Paused"
    assert pane.clock.pause_button.accessibleName() == "Resume"
    assert pane.actions_of_pane["pause"].text() == "Resume"
    assert QApplication.focusWidget() is pane.notes.editor
    qtbot.mouseClick(pane.clock.pause_button, Qt.MouseButton.LeftButton)
    assert pane.clock.chip.text() == "Calm"


def test_another_start_while_one_runs_is_refused(desk: Desk, qtbot: QtBot) -> None:
    pane, talk = desk.talking()
    other = desk.conversation("Joanna Wiśniewska", hours=3)
    desk.settle()
    pane.show_item(other)
    with qtbot.captureExceptions() as raised:
        pane.actions_of_pane["start"].trigger()
    assert [kind for kind, *_ in raised] == [NotNow]
    assert pane._call.running_id == talk
    assert pane.shown_id == other


def test_a_start_from_elsewhere_shows_the_conversation(desk: Desk) -> None:
    desk.conversation(hours=1)
    later = desk.conversation("Joanna Wiśniewska", hours=3)
    pane = desk.pane()
    assert pane.shown_id != later
    pane._call.start(later)
    assert pane.shown_id == later


def test_after_the_end_thanks_are_owed_until_sent_or_waived(desk: Desk, qtbot: QtBot) -> None:
    pane, talk = desk.talking()
    desk.clock.advance(minutes=18)
    qtbot.mouseClick(pane.clock.end_button, Qt.MouseButton.LeftButton)
    assert pane.clock.sentence.text() == "You talked 18 min, 3 over what was agreed."
    assert pane.clock.after.text() == "Thank them by tomorrow 10:18."
    qtbot.waitUntil(lambda: pane.due_count() == 1)
    qtbot.mouseClick(pane.clock.outcome_buttons[Outcome.THANKED], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.due_count() == 0)
    assert desk.record(talk).thanked_at == desk.clock.now
    assert pane.clock.after.text() == "Thanked today 10:18."
    desk.services.store.undo()
    qtbot.waitUntil(lambda: pane.due_count() == 1)
    pane.actions_of_pane["waived"].trigger()
    qtbot.waitUntil(lambda: pane.clock.after.text() == "No thanks needed.")


def test_late_thanks_are_said_in_words(desk: Desk) -> None:
    pane, _ = desk.talking()
    pane.actions_of_pane["end"].trigger()
    desk.clock.advance(hours=30)
    pane._on_minute()
    assert pane.clock.after.text().startswith("Thanks are late")


def test_a_talk_that_was_not_started_asks_what_became_of_it(desk: Desk, qtbot: QtBot) -> None:
    talk = desk.conversation(hours=-3)
    pane = desk.pane()
    desk.services.notes.save(talk, "kept", [desk.clock.now]).result()
    pane.show_item(talk)
    qtbot.mouseClick(pane.clock.outcome_buttons[Outcome.HAPPENED], Qt.MouseButton.LeftButton)
    form = pane.clock.form
    assert form.isVisible()
    form.fields.minutes.setValue(22)
    qtbot.mouseClick(form.keep_button, Qt.MouseButton.LeftButton)
    record = desk.record(talk)
    assert record.status == "done"
    assert [event.at for event in record.events] == [
        desk.clock.now - 3 * HOUR_MS,
        desk.clock.now - 3 * HOUR_MS + 22 * 60_000,
    ]
    assert desk.services.notes.load(talk).text == "kept"


def test_they_did_not_come_can_be_taken_up_again(desk: Desk, qtbot: QtBot) -> None:
    talk = desk.conversation(hours=-3)
    pane = desk.pane()
    pane.show_item(talk)
    qtbot.mouseClick(pane.clock.outcome_buttons[Outcome.MISSED], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.clock.chip.text() == "They did not come")
    qtbot.mouseClick(pane.clock.outcome_buttons[Outcome.REPLAN], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.record(talk).status == "planned")
    qtbot.mouseClick(pane.clock.outcome_buttons[Outcome.CANCEL], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.clock.chip.text() == "Cancelled")


def test_move_and_contact_ask_for_other_panes(desk: Desk, qtbot: QtBot) -> None:
    talk = desk.conversation(hours=-3)
    pane = desk.pane()
    with qtbot.waitSignal(pane.place_requested) as asked:
        qtbot.mouseClick(pane.clock.outcome_buttons[Outcome.MOVE], Qt.MouseButton.LeftButton)
    assert asked.args == [Place(CALENDAR, talk)]
    with qtbot.waitSignal(pane.place_requested) as asked:
        qtbot.mouseClick(pane.header.contact_button, Qt.MouseButton.LeftButton)
    assert asked.args == [Place(PEOPLE, desk.record(talk).people[0].id)]
    with qtbot.waitSignal(pane.edit_requested) as asked:
        qtbot.mouseClick(pane.header.edit_button, Qt.MouseButton.LeftButton)
    assert asked.args == [talk]


# -- header and goal


def test_both_local_times_are_shown(desk: Desk) -> None:
    person = desk.person("Amara Okafor", "America/New_York")
    talk = desk.conversation(hours=2)
    desk.services.conversations.set_people(talk, [person])
    pane = desk.pane()
    pane.show_item(talk)
    assert "12:00 here, 06:00 in New York" in pane.header.facts.text()


def test_the_facts_begin_with_a_capital_whatever_comes_first(desk: Desk) -> None:
    person = desk.services.people.add(PersonDraft(name="Anders Berg"))
    talk = desk.conversation(hours=23)
    desk.services.conversations.set_people(talk, [person])
    pane = desk.pane()
    pane.show_item(talk)
    assert pane.header.facts.text() == "Tomorrow 09:00"
    role = "head of " + "everything " * 40
    desk.services.people.set_field(person, "role", role.strip())
    desk.qtbot.waitUntil(lambda: "head of" in pane.header.facts.text())
    assert pane.header.facts.text().startswith("Tomorrow 09:00")


@pytest.mark.parametrize(
    ("way", "link", "target"),
    [
        ("call", "https://meet.example.org/x?y=1", "https://meet.example.org/x?y=1"),
        ("phone", "+48 22 555 01 23", "tel:+48225550123"),
        ("phone", "tel:+4822555", "tel:+4822555"),
        ("call", "file:///etc/passwd", None),
        ("call", "javascript:alert(1)", None),
        ("call", "https://", None),
        ("place", "", None),
    ],
)
def test_only_safe_links_are_opened(way: str, link: str, target: str | None) -> None:
    found = call_target(way, link)
    assert (None if found is None else found.toString()) == target


def test_the_link_is_shown_whole_before_it_is_opened(desk: Desk) -> None:
    desk.conversation(link="https://meet.example.org/abc", way="call")
    pane = desk.pane()
    assert pane.header.join_button.isVisible()
    assert pane.header.join_button.toolTip() == "Opens https://meet.example.org/abc"


def test_a_call_that_is_over_cannot_be_joined(desk: Desk) -> None:
    pane, _ = desk.talking(link="https://meet.example.org/abc", way="call")
    assert pane.header.join_button.isVisible()
    pane.actions_of_pane["end"].trigger()
    assert not pane.header.join_button.isVisible()
    assert "join" not in enabled(pane)


def test_the_goal_saves_itself_as_one_step(desk: Desk, qtbot: QtBot) -> None:
    talk = desk.conversation(goal="old")
    pane = desk.pane()
    field = pane.goal.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Is grid ")
    qtbot.waitUntil(lambda: desk.record(talk).goal == "Is grid ", timeout=1000)
    QTest.keyClicks(field, "forecasting hiring?")
    pane.leave()
    assert desk.record(talk).goal == "Is grid forecasting hiring?"
    desk.services.store.undo()
    qtbot.waitUntil(lambda: field.text() == "old")
    desk.services.store.redo()
    qtbot.waitUntil(lambda: field.text() == "Is grid forecasting hiring?")


def test_the_goal_of_one_is_never_written_to_another(desk: Desk) -> None:
    first = desk.conversation(goal="mine")
    second = desk.conversation("Joanna Wiśniewska", hours=3, goal="hers")
    pane = desk.pane()
    pane.show_item(first)
    pane.goal.field.setFocus()
    QTest.keyClicks(pane.goal.field, "!")
    pane.show_item(second)
    pane.leave()
    assert desk.record(first).goal in {"!mine", "mine!"}
    assert desk.record(second).goal == "hers"


# -- questions


def rows(pane: InterviewsPane) -> list[str]:
    found = sorted(pane.questions.list.rows.values(), key=pane.questions.list._column.indexOf)
    return [row.text.words.text for row in found]


def test_questions_are_ticked_by_mouse_without_losing_the_keyboard(
    desk: Desk, qtbot: QtBot
) -> None:
    pane, talk = desk.talking()
    row = pane.questions.list.rows[desk.record(talk).questions[0].id]
    qtbot.mouseClick(row.text, Qt.MouseButton.LeftButton)
    assert desk.record(talk).questions[0].asked_at == desk.clock.now
    qtbot.waitUntil(lambda: row.text.words.struck)
    assert pane.questions.count.text() == "1 of 7 asked"
    assert QApplication.focusWidget() is pane.notes.editor
    desk.services.store.undo()
    qtbot.waitUntil(lambda: not row.check.isChecked())


def test_the_next_question_is_marked_while_one_talks(desk: Desk) -> None:
    pane, talk = desk.talking()
    must = next(question for question in desk.record(talk).questions if question.must)
    words = pane.questions.list.rows[must.id].text.words
    assert words.caption.startswith("Next · ")
    desk.clock.advance(minutes=12)
    pane._call.refresh()
    words = pane.questions.list.rows[must.id].text.words
    assert words.caption.startswith("Ask before you close")
    pane.actions_of_pane["end"].trigger()
    assert pane.questions.list.rows[must.id].text.words.caption == ""


def test_a_question_of_ones_own_goes_before_the_last(desk: Desk, qtbot: QtBot) -> None:
    pane = desk.pane()
    talk = desk.conversation()
    qtbot.waitUntil(lambda: pane.shown_id == talk)
    pane.actions_of_pane["add_question"].trigger()
    field = pane.questions.field
    QTest.keyClicks(field, "What surprised you?")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(pane)[-2] == "What surprised you?")
    assert rows(pane)[-1] == "Who else should I talk to?"
    desk.services.store.undo()
    qtbot.waitUntil(lambda: "What surprised you?" not in rows(pane))


def test_a_question_is_moved_edited_and_removed_by_keys(desk: Desk, qtbot: QtBot) -> None:
    desk.conversation()
    pane = desk.pane()
    first, second = rows(pane)[:2]
    panel = pane.questions
    row = panel.list.rows[panel.list.ids()[0]]
    row.check.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row.check, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: rows(pane)[:2] == [second, first])
    assert QApplication.focusWidget() is row.check
    QTest.keyClick(row.check, Qt.Key.Key_F2)
    field = row.field
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "How did it begin?")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(pane)[1] == "How did it begin?")
    QTest.keyClick(row.check, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is not row.check
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is row.check
    QTest.keyClick(row.check, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "How did it begin?" not in rows(pane))
    assert len(rows(pane)) == 6


def test_escape_drops_an_edit_and_leaving_keeps_it(desk: Desk, qtbot: QtBot) -> None:
    talk = desk.conversation()
    pane = desk.pane()
    question = desk.record(talk).questions[0]
    row = pane.questions.list.rows[question.id]
    row.check.setFocus(Qt.FocusReason.TabFocusReason)
    pane.questions.list.edit_current()
    assert row.field is not None
    QTest.keyClicks(row.field, "nonsense")
    QTest.keyClick(row.field, Qt.Key.Key_Escape)
    assert desk.record(talk).questions[0].text == question.text
    pane.questions.list.edit_current()
    assert row.field is not None
    QTest.keyClicks(row.field, "Kept words?")
    pane.leave()
    assert desk.record(talk).questions[0].text == "Kept words?"


def test_the_question_that_is_always_asked_stays(desk: Desk) -> None:
    talk = desk.conversation()
    pane = desk.pane()
    always = desk.record(talk).questions[-1]
    assert always.always
    row = pane.questions.list.rows[always.id]
    row.check.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row.check, Qt.Key.Key_Delete)
    assert always.text in rows(pane)
    assert row.text.words.chip == "always ask"


def test_must_be_asked_is_marked_and_taken_away(desk: Desk, qtbot: QtBot) -> None:
    talk = desk.conversation()
    pane = desk.pane()
    question = next(found for found in desk.record(talk).questions if not found.must)
    row = pane.questions.list.rows[question.id]
    row.check.setFocus(Qt.FocusReason.TabFocusReason)
    must = next(act for act in pane.questions.actions_of_list if act.text() == "Must be asked")
    must.trigger()
    qtbot.waitUntil(lambda: row.text.words.chip == "must ask")
    must.trigger()
    qtbot.waitUntil(lambda: row.text.words.chip == "")


def test_more_than_eight_for_fifteen_minutes_are_hinted_at(desk: Desk, qtbot: QtBot) -> None:
    talk = desk.conversation()
    pane = desk.pane()
    assert not pane.questions.hint.isVisible()
    desk.services.conversations.add_question(talk, "Eighth?")
    qtbot.waitUntil(lambda: len(rows(pane)) == 8)
    assert not pane.questions.hint.isVisible()
    desk.services.conversations.add_question(talk, "Ninth?")
    qtbot.waitUntil(pane.questions.hint.isVisible)
    assert pane.questions.hint.text() == "9 questions are many for 15 minutes: 8 at most."


def test_the_bank_adds_several_as_one_step(desk: Desk, qtbot: QtBot) -> None:
    talk = desk.conversation()
    pane = desk.pane()
    pane.actions_of_pane["question_bank"].trigger()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QuestionBank))
    dialog.category.setCurrentIndex(dialog.category.findData("jargon"))
    assert 0 < dialog.model.rowCount() < len(desk.services.conversations.bank)
    dialog.search.setText("no such words at all")
    assert dialog.model.rowCount() == 0
    assert not dialog.add_button.isEnabled()
    dialog.search.clear()
    dialog.view.selectAll()
    chosen = len(dialog.view.selectionModel().selectedIndexes())
    assert chosen == dialog.model.rowCount() - 1  # one of them is on the list already
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(rows(pane)) == 7 + chosen)
    desk.services.store.undo()
    qtbot.waitUntil(lambda: len(rows(pane)) == 7)
    assert len(desk.record(talk).questions) == 7


def test_the_model_of_the_bank_keeps_qts_rules(desk: Desk) -> None:
    bank = desk.services.conversations.bank
    record = desk.record(desk.conversation())
    model = BankModel(record, desk.times)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_entries(desk.services.question_bank.entries(record.id), [bank[0].text])
    model.narrow("", "people")
    assert 0 < model.rowCount() < len(bank)
    model.narrow("")
    assert model.rowCount() == len(bank)
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
