"""What was typed is indexed in a pause, and when the notes are left; without typing nothing is."""

from collections.abc import Iterator
from concurrent.futures import Future
from typing import cast

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from infoview_gui.panes.interviews import note_indexer
from infoview_gui.panes.interviews.note_indexer import NoteIndexer
from infoview_gui.services.notes import NoteKeeper


class Keeper:
    """Notes down in which order it is asked."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.is_closed = False

    def hand_over(self) -> None:
        self.calls.append("save")

    def index(self) -> "Future[None]":
        if self.is_closed:
            raise RuntimeError
        self.calls.append("index")
        return Future()


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def editor(qtbot: QtBot) -> QLineEdit:
    editor = QLineEdit()
    qtbot.addWidget(editor)
    return editor


@pytest.fixture
def indexer(
    keeper: Keeper, editor: QLineEdit, monkeypatch: pytest.MonkeyPatch
) -> Iterator[NoteIndexer]:
    monkeypatch.setattr(note_indexer, "PAUSE_MS", 10)
    yield NoteIndexer(cast("NoteKeeper", keeper), editor, keeper.hand_over)
    editor.close()


def _leave(editor: QLineEdit) -> None:
    QApplication.sendEvent(editor, QFocusEvent(QEvent.Type.FocusOut))


def test_in_a_pause_once(qtbot: QtBot, keeper: Keeper, indexer: NoteIndexer) -> None:
    for _ in range(5):
        indexer.touch()
    assert keeper.calls == []

    qtbot.waitUntil(lambda: bool(keeper.calls))
    indexer.index()

    assert keeper.calls == ["save", "index"]


def test_when_the_notes_are_left(keeper: Keeper, indexer: NoteIndexer, editor: QLineEdit) -> None:
    _leave(editor)
    assert keeper.calls == []

    indexer.touch()
    _leave(editor)
    assert keeper.calls == ["save", "index"]


def test_a_closed_store_is_no_trouble(keeper: Keeper, indexer: NoteIndexer) -> None:
    keeper.is_closed = True
    indexer.touch()
    indexer.index()
    assert keeper.calls == ["save"]
