"""What is typed reaches the disk, whichever text it is and whatever the disk says in between."""

from collections.abc import Iterator
from concurrent.futures import Future

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from infoview_gui.panes.text_saver import DELAY_MS, SaveState, TextSaver


class Disk:
    """Takes texts, or refuses them while it is full; may keep one waiting."""

    def __init__(self) -> None:
        self.stored: dict[int, str] = {}
        self.saves = 0
        self.is_full = False
        self.is_slow = False
        self.waiting: list[tuple[int, str, Future[None]]] = []

    def save(self, text_id: int, text: str) -> "Future[None]":
        self.saves += 1
        future: Future[None] = Future()
        if self.is_slow:
            self.waiting.append((text_id, text, future))
        else:
            self._finish(text_id, text, future)
        return future

    def go_on(self) -> None:
        for text_id, text, future in self.waiting:
            self._finish(text_id, text, future)
        self.waiting.clear()

    def _finish(self, text_id: int, text: str, future: "Future[None]") -> None:
        if self.is_full:
            future.set_exception(OSError("The disk is full."))
        else:
            self.stored[text_id] = text
            future.set_result(None)


class Desk:
    """One editor, and the saver that reads it."""

    def __init__(self) -> None:
        self.disk = Disk()
        self.text = ""
        self.saver = TextSaver(self.disk.save, lambda: str(self.text))

    def type(self, text: str) -> None:
        self.text = text
        self.saver.touch()


@pytest.fixture
def desk(qapp: object) -> Iterator[Desk]:
    made = Desk()
    yield made
    shiboken6.delete(made.saver)  # it would try again


def test_typing_is_saved_by_itself_and_once_for_many_keys(desk: Desk, qtbot: QtBot) -> None:
    desk.saver.open(1)
    for typed in ("o", "on", "one"):
        desk.type(typed)
    assert (desk.saver.state, desk.disk.saves) == (SaveState.SAVING, 0)
    qtbot.waitUntil(lambda: desk.disk.stored == {1: "one"}, timeout=DELAY_MS + 3000)
    qtbot.waitUntil(lambda: desk.saver.state is SaveState.SAVED)
    assert desk.disk.saves == 1


def test_without_an_open_text_nothing_is_saved(desk: Desk) -> None:
    desk.type("lost on purpose")
    desk.saver.flush()
    assert desk.disk.saves == 0
    assert desk.saver.state is SaveState.SAVED


def test_turning_to_another_text_saves_the_last_one(desk: Desk) -> None:
    desk.disk.is_slow = True
    desk.saver.open(1)
    desk.type("one")
    assert desk.saver.open(2) is None
    assert desk.saver.open(1) == "one"  # not on disk yet, so it is shown from here
    assert not desk.saver.is_untouched
    desk.disk.go_on()
    desk.saver.flush()
    assert desk.disk.stored == {1: "one"}
    assert desk.saver.is_untouched


def test_a_text_that_is_refused_stays_and_is_saved_when_it_is_left(desk: Desk) -> None:
    told: list[str] = []
    desk.saver.changed.connect(lambda: told.append(desk.saver.reason))
    desk.disk.is_full = True
    desk.saver.open(1)
    desk.type("one")
    desk.saver.flush()
    assert (desk.saver.state, desk.saver.reason) == (SaveState.FAILED, "The disk is full.")
    desk.disk.is_full = False
    desk.saver.open(2)
    desk.type("two")
    desk.saver.flush()
    assert desk.disk.stored == {1: "one", 2: "two"}
    assert (desk.saver.state, desk.saver.reason) == (SaveState.SAVED, "")
    assert told[-1] == ""
    assert "The disk is full." in told


def test_a_later_text_is_not_forgotten_when_an_earlier_one_arrives(desk: Desk) -> None:
    desk.disk.is_slow = True
    desk.saver.open(1)
    desk.type("one")
    desk.saver.hand_over()
    desk.type("one and more")
    desk.saver.hand_over()
    assert desk.saver.open(1) == "one and more"
    desk.disk.go_on()
    desk.saver.flush()
    assert desk.disk.stored == {1: "one and more"}


def test_what_is_gone_is_not_saved_any_more(desk: Desk) -> None:
    desk.disk.is_full = True
    desk.saver.open(1)
    desk.type("one")
    desk.saver.flush()
    desk.saver.forget(1)
    assert (desk.saver.state, desk.saver.reason) == (SaveState.SAVED, "")
    desk.disk.is_full = False
    desk.saver.flush()
    assert desk.disk.stored == {}
