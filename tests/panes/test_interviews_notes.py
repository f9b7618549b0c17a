"""What is typed during a call is there: whatever the clock does, whatever is switched or closed."""

import os
import random
from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.interviews import InterviewsPane
from infoview_gui.panes.text_saver import RETRY_MS, SaveState
from infoview_gui.practice.marks import MarkKind
from infoview_gui.services.bundle import make_services
from infoview_gui.services.notes import NoteKeeper
from infoview_gui.store.errors import CannotSave
from infoview_gui.store.store import Store
from tests.panes.interviews_desk import LEAST_SIZES, Desk
from tests.panes.settable_clock import SettableClock

SWITCHES = int(os.environ.get("INFOVIEW_TEST_SWITCHES", "24"))
"""QUALITY.md asks for 200; they take a minute, so the suite does fewer."""

pytestmark = pytest.mark.qt_log_ignore(LEAST_SIZES)


def typed(pane: InterviewsPane, text: str) -> None:
    """Type with real keys into whatever has the focus."""
    for number, part in enumerate(text.split("\n")):
        if number:
            QTest.keyClick(pane.notes.editor, Qt.Key.Key_Return)
        QTest.keyClicks(pane.notes.editor, part)


def saved(desk: Desk, talk: int) -> str:
    return desk.services.notes.load(talk).text


def margin(pane: InterviewsPane) -> list[str]:
    _, moments = pane.notes.editor.snapshot()
    return [pane.notes._times.text(moment) for moment in moments]


def test_lines_say_prep_elapsed_time_and_after(desk: Desk) -> None:
    talk = desk.conversation()
    pane = desk.pane()
    pane.show_item(talk)
    typed(pane, "Northwind bought Helio Labs")
    desk.clock.advance(minutes=3)
    pane.actions_of_pane["start"].trigger()
    desk.clock.advance(seconds=48)
    typed(pane, "Team of 14")
    desk.clock.advance(minutes=2)
    pane.actions_of_pane["end"].trigger()
    desk.clock.advance(minutes=1)
    typed(pane, "\nCall her on Friday")
    assert pane.notes.editor.toPlainText().split("\n") == [
        "Northwind bought Helio Labs",
        "Team of 14",
        "Call her on Friday",
    ]
    assert margin(pane) == ["prep", "0:48", "after"]


def test_lines_after_the_end_say_so_although_the_clock_was_set_back(desk: Desk) -> None:
    pane, _talk = desk.talking()
    desk.clock.advance(minutes=5)
    typed(pane, "Team of 14")
    desk.clock.advance(minutes=1)
    pane.actions_of_pane["end"].trigger()
    desk.clock.advance(hours=-2)
    typed(pane, "\nCall her on Friday")
    assert margin(pane) == ["5:00", "after"]


def test_a_pasted_block_shares_one_moment_in_the_talk(desk: Desk) -> None:
    pane, _talk = desk.talking()
    desk.clock.advance(minutes=2)
    typed(pane, "She sent this:\n")
    desk.clock.advance(minutes=3)
    QApplication.clipboard().setText("one\ntwo\n\nthree")
    QTest.keyClick(pane.notes.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert margin(pane) == ["2:00", "5:00", "5:00", "5:00", "5:00"]
    QTest.keyClick(pane.notes.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pane.notes.editor.toPlainText() == "She sent this:\n"
    assert margin(pane)[0] == "2:00"


def test_notes_are_on_disk_within_a_second_of_the_first_key(desk: Desk, qtbot: QtBot) -> None:
    pane, talk = desk.talking()
    typed(pane, "T")
    assert pane.notes.bar.state_text == "Saving…"
    qtbot.waitUntil(lambda: saved(desk, talk) == "T", timeout=1000)
    qtbot.waitUntil(lambda: pane.notes.bar.state_text == "All saved")


def test_keys_that_keep_coming_do_not_put_off_the_save(desk: Desk, qtbot: QtBot) -> None:
    pane, talk = desk.talking()
    for _ in range(11):
        typed(pane, "x")
        qtbot.wait(100)
    assert saved(desk, talk)


def test_typing_goes_on_through_every_phase(desk: Desk, qtbot: QtBot) -> None:
    pane, talk = desk.talking()
    editor, written = pane.notes.editor, ""
    steps = ["calm", "12:00", "15:00", "over", "they went on", "closing again", "over again"]
    minutes = [1, 11, 3, 1, 0, 4, 3]
    for step, wait in zip(steps, minutes, strict=True):
        desk.clock.advance(minutes=wait)
        typed(pane, "abc ")
        pane._call.refresh()
        typed(pane, "def ")
        if step == "they went on":
            QTest.keyClick(editor, Qt.Key.Key_F9)
            typed(pane, "gh ")
            written += "abc def gh "
        else:
            written += "abc def "
        assert QApplication.focusWidget() is editor, step
        assert editor.toPlainText() == written, step
        assert editor.textCursor().position() == len(written), step
    QTest.keyClick(editor, Qt.Key.Key_F8)
    typed(pane, "end")
    assert editor.toPlainText() == written + "end"
    assert desk.record(talk).status == "done"
    pane.leave()
    assert saved(desk, talk) == written + "end"


def test_the_card_appears_at_zero_and_leaves_the_keyboard_alone(desk: Desk, qtbot: QtBot) -> None:
    pane, _ = desk.talking()
    typed(pane, "\n".join(f"line {n}" for n in range(60)))
    card = pane.notes.card
    desk.clock.advance(minutes=14, seconds=59)
    pane._call.refresh()
    assert not card.isVisible()
    desk.clock.advance(seconds=1)
    pane._call.refresh()
    assert card.isVisible()
    assert card.title == "Fifteen minutes are up"
    assert "the fifteen minutes I asked for are over" in card.said
    assert QApplication.focusWidget() is pane.notes.editor
    caret = pane.notes.editor.cursorRect()
    assert pane.notes.editor.viewport().rect().contains(caret)
    assert card.geometry().top() >= pane.notes.editor.geometry().bottom()
    desk.clock.advance(seconds=84)
    pane._call.refresh()
    assert pane.clock.ring.accessibleDescription() == "Time is up, 1 minute over"
    assert pane.clock.chip.text() == "Time is up"


def test_the_buttons_of_the_card_give_the_keyboard_back(desk: Desk, qtbot: QtBot) -> None:
    pane, talk = desk.talking()
    desk.clock.advance(minutes=15)
    pane._call.refresh()
    card = pane.notes.card
    assert card.went_on_button.accessibleName() == "They chose to go on: +5 min"
    qtbot.mouseClick(card.went_on_button, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is pane.notes.editor
    assert card.isVisible()
    assert card.went_on_button.accessibleName() == "They chose to go on: +10 min"
    desk.clock.advance(seconds=1)
    qtbot.mouseClick(card.went_on_button, Qt.MouseButton.LeftButton)
    assert card.went_on_button.accessibleName() == "They chose to go on: open end"
    desk.clock.advance(seconds=4)
    pane._call.refresh()
    assert not card.isVisible()
    given = [event.minutes for event in desk.record(talk).events if event.kind == "extended"]
    assert given == [10]
    desk.clock.advance(minutes=10)
    pane._call.refresh()
    assert card.title == "Ten more minutes are up"
    card.closed_button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card.closed_button, Qt.Key.Key_Space)
    assert desk.record(talk).status == "done"
    assert not card.isVisible()
    assert QApplication.focusWidget() is pane.notes.editor


def test_the_card_belongs_to_the_conversation_that_runs(desk: Desk) -> None:
    pane, talk = desk.talking()
    other = desk.conversation("Joanna Wiśniewska", hours=5)
    desk.settle()
    desk.clock.advance(minutes=20)
    pane._call.refresh()
    assert pane.notes.card.isVisible()
    pane.show_item(other)
    assert not pane.notes.card.isVisible()
    pane.show_item(talk)
    assert pane.notes.card.isVisible()


def test_t1_switching_within_the_delay_loses_and_mixes_nothing(
    desk: Desk, qtbot: QtBot, database: Path, store: Store, clock: SettableClock, feed: ChangeFeed
) -> None:
    """QUALITY.md T1: type in A, switch to B within the delay, Ctrl+Z in B, close, reopen."""
    first, second = desk.conversation(), desk.conversation("Joanna Wiśniewska", hours=5)
    desk.settle()
    body = "Bäume äöü 😀\n  indented\n~ 40 people\n\nlast"
    desk.services.notes.save(second, body, [clock.now + n for n in range(5)]).result()
    before = desk.services.notes.load(second)
    pane = desk.pane()
    chance, written = random.Random(20261124), ""  # noqa: S311 - delays
    for delay in (chance.randint(0, 600) for _ in range(SWITCHES)):
        pane.show_item(first)
        addition = f"{delay} "
        typed(pane, addition)
        written += addition
        qtbot.wait(delay)
        pane.show_item(second)
        QTest.keyClick(pane.notes.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert pane.notes.editor.toPlainText() == body
    pane.show_item(first)
    typed(pane, "end")
    pane.show_item(second)
    pane.leave()
    store.close()
    again = Store(database)
    try:
        keeper = make_services(again, clock).notes
        assert keeper.load(first).text == written + "end"
        assert keeper.load(second) == before
    finally:
        again.close()


def test_leaving_the_pane_waits_for_the_disk(desk: Desk) -> None:
    pane, talk = desk.talking()
    typed(pane, "one character")
    pane.leave()
    assert saved(desk, talk) == "one character"
    assert pane.notes.saver.state is SaveState.SAVED


class Stubborn:
    """Fails so many saves, in the future or at once, as a full disk would."""

    def __init__(self, keeper: NoteKeeper, failures: int, *, at_once: bool) -> None:
        self._save = keeper.save
        self.failures = failures
        self._at_once = at_once

    def __call__(self, talk: int, text: str, moments: Sequence[int | None]) -> "Future[None]":
        if self.failures <= 0:
            return self._save(talk, text, moments)
        self.failures -= 1
        error = CannotSave("The disk is full.")
        if self._at_once:
            raise error
        future: Future[None] = Future()
        future.set_exception(error)
        return future


@pytest.mark.parametrize("at_once", [True, False])
def test_t3_what_cannot_be_saved_stays_and_is_saved_later(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    """QUALITY.md T3: saving fails five times, red stays, the next success stores both texts."""
    second = desk.conversation("Joanna Wiśniewska", hours=5)
    pane, first = desk.talking()
    stubborn = Stubborn(desk.services.notes, 5, at_once=at_once)
    monkeypatch.setattr(desk.services.notes, "save", stubborn)
    told: list[str] = []
    pane.saving_changed.connect(told.append)
    typed(pane, "text of A")
    qtbot.waitUntil(lambda: pane.notes.saver.state is SaveState.FAILED)
    assert "The disk is full." in pane.notes.bar.state_text
    pane.show_item(second)
    typed(pane, "text of B")
    retry = pane.notes.bar.retry_button
    for _ in range(10):
        if stubborn.failures == 0:
            break
        desk.settle()
        assert pane.notes.saver.state is SaveState.FAILED
        qtbot.mouseClick(retry, Qt.MouseButton.LeftButton)
    pane.show_item(first)
    assert pane.notes.editor.toPlainText() == "text of A"
    qtbot.mouseClick(retry, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.notes.saver.state is SaveState.SAVED)
    assert (saved(desk, first), saved(desk, second)) == ("text of A", "text of B")
    assert pane.notes.bar.state_text == "All saved"
    assert "Not saved: The disk is full." in told
    assert told[-1] == ""


def test_a_failed_save_is_tried_again_by_itself(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane, talk = desk.talking()
    stubborn = Stubborn(desk.services.notes, 1, at_once=False)
    monkeypatch.setattr(desk.services.notes, "save", stubborn)
    typed(pane, "kept")
    qtbot.waitUntil(lambda: pane.notes.saver.state is SaveState.FAILED)
    qtbot.waitUntil(lambda: saved(desk, talk) == "kept", timeout=RETRY_MS + 3000)


def test_a_kill_in_the_middle_loses_neither_clock_nor_notes(
    desk: Desk, qtbot: QtBot, database: Path, clock: SettableClock, feed: ChangeFeed
) -> None:
    """Nothing is closed in order: a second store reads what is on disk, as after SIGKILL."""
    pane, talk = desk.talking()
    clock.advance(minutes=6)
    typed(pane, "! Regulators ask for forecasts")
    qtbot.waitUntil(lambda: saved(desk, talk).startswith("! Reg"))
    qtbot.waitUntil(lambda: pane.notes.saver.state is SaveState.SAVED)
    clock.advance(minutes=1, seconds=30)
    after = Store(database, deliver=feed.deliver)
    try:
        desk.services = make_services(after, clock)
        again = desk.pane()
        assert again.shown_id == talk
        assert again.notes.editor.toPlainText() == "! Regulators ask for forecasts"
        assert margin(again) == ["6:00"]
        assert again.clock.chip.text() == "Calm"
        view = again._call.view
        assert view is not None
        assert view.clock.left_ms == (7 * 60 + 30) * 1000
        again.leave()
    finally:
        after.close()


def test_undo_takes_back_one_burst_of_typing(desk: Desk) -> None:
    pane, _ = desk.talking()
    editor, states = pane.notes.editor, ["one"]
    typed(pane, "one")
    desk.clock.advance(seconds=30)
    typed(pane, " two")
    states.append(editor.toPlainText())
    desk.clock.advance(minutes=12)
    pane._call.refresh()
    typed(pane, " three")
    states.append(editor.toPlainText())
    QTest.keyClick(editor, Qt.Key.Key_F8)
    typed(pane, " four")
    for state in reversed(states):
        QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert editor.toPlainText() == state


def test_the_line_with_the_caret_stays_where_it_is_when_the_room_changes(
    desk: Desk, qtbot: QtBot
) -> None:
    pane, _ = desk.talking()
    editor = pane.notes.editor
    long = "a rather long line of notes that has to be wrapped anew as soon as the width changes "
    typed(pane, "\n".join([long * 2] * 40))
    for _ in range(20):
        QTest.keyClick(editor, Qt.Key.Key_Up)
    QApplication.processEvents()  # the opening sentence has just gone: its room is given away
    top, width = editor.cursorRect().top(), editor.width()
    assert 0 < top < editor.viewport().height()
    pane.actions_of_pane["fold"].trigger()
    qtbot.waitUntil(lambda: editor.width() < width)
    assert abs(editor.cursorRect().top() - top) <= 1
    pane.actions_of_pane["fold"].trigger()
    qtbot.waitUntil(lambda: editor.width() == width)
    assert abs(editor.cursorRect().top() - top) <= 1


def test_marks_are_counted_shown_and_hidden(desk: Desk, qtbot: QtBot) -> None:
    pane, _ = desk.talking()
    assert pane.captured.isHidden()
    typed(pane, "! one\n! two\n+ Northwind, analyst\n~ 40 people\nplain")
    qtbot.waitUntil(lambda: not pane.captured.isHidden())
    shown = [chip.text() for chip in pane.captured.chips.values() if not chip.isHidden()]
    assert shown == ["2 insights", "1 opening"]
    pane.notes.editor.selectAll()
    QTest.keyClick(pane.notes.editor, Qt.Key.Key_Delete)
    qtbot.waitUntil(pane.captured.isHidden)
    assert pane.captured.chips[MarkKind.INSIGHT].isHidden()


def test_f7_cycles_the_mark_and_one_key_makes_it_plain(desk: Desk) -> None:
    pane, _ = desk.talking()
    typed(pane, "hosting capacity")
    starts = []
    for _ in range(6):
        QTest.keyClick(pane.notes.editor, Qt.Key.Key_F7)
        starts.append(pane.notes.editor.toPlainText()[:2])
    assert starts == ["! ", "~ ", "@ ", "+ ", "- ", "ho"]
    QTest.keyClick(pane.notes.editor, Qt.Key.Key_F7)
    QTest.keyClick(pane.notes.editor, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert pane.notes.editor.toPlainText() == "hosting capacity"


def test_delete_takes_the_last_words_along_and_undo_brings_them_back(
    desk: Desk, qtbot: QtBot
) -> None:
    talk = desk.conversation()
    pane = desk.pane()
    pane.show_item(talk)
    typed(pane, "just typed")
    pane.actions_of_pane["delete"].trigger()
    qtbot.waitUntil(lambda: pane.shown_id is None)
    desk.services.store.undo()
    qtbot.waitUntil(lambda: pane.shown_id == talk)
    assert pane.notes.editor.toPlainText() == "just typed"


def test_our_own_autosave_does_not_move_the_caret(desk: Desk, qtbot: QtBot) -> None:
    pane, talk = desk.talking()
    typed(pane, "one two three")
    for _ in range(5):
        QTest.keyClick(pane.notes.editor, Qt.Key.Key_Left)
    at = pane.notes.editor.textCursor().position()
    pane.notes.saver.flush()
    desk.settle()
    assert pane.notes.editor.textCursor().position() == at
    assert saved(desk, talk) == "one two three"
    assert pane.notes.editor.document().isUndoAvailable()
