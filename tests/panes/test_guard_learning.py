"""The guard learns beside the window, and is told of when it can judge."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from infoview_gui.panes.guard_learning import GuardLearning
from infoview_gui.practice import guard
from infoview_gui.practice.guard.likeness import known_likeness


def test_it_learns_once_and_says_when_it_is_done(qtbot: QtBot) -> None:
    known_likeness.cache_clear()
    owner = QObject()
    learning = GuardLearning(owner)

    with qtbot.waitSignal(learning.done):
        assert not learning.is_done()
        assert not learning.is_done()

    assert guard.is_prepared()
    assert learning.is_done()
