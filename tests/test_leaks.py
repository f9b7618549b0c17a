"""What a test leaves behind is noticed."""

import logging
import threading

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests import leaks


def test_a_running_timer_is_noticed_until_it_stops(qtbot: QtBot) -> None:
    timer = QTimer()
    timer.start(100_000)
    assert leaks.in_qt(leaks.windows()) == ["QTimer without a parent"]
    timer.stop()
    assert leaks.in_qt(leaks.windows()) == []


def test_a_window_is_noticed_but_not_one_of_an_owner(qtbot: QtBot) -> None:
    before = leaks.windows()
    combo = QComboBox()
    combo.setWindowTitle("Left")
    qtbot.addWidget(combo)
    child = QWidget(combo)
    assert leaks.in_qt(before) == ["window QComboBox 'Left'"]
    assert child.parent() is combo


def test_threads_are_noticed_while_they_run(monkeypatch: pytest.MonkeyPatch) -> None:
    before = set(threading.enumerate())
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait, name="busy")
    monkeypatch.setattr(leaks, "THREAD_GRACE_S", 0.01)
    thread.start()
    assert leaks.threads(before) == ["thread 'busy'"]
    stop.set()
    thread.join()
    assert leaks.threads(before) == []


def test_a_thread_of_qt_is_noticed_while_it_runs(qtbot: QtBot) -> None:
    thread = QThread()
    thread.start()
    assert leaks.in_qt(leaks.windows()) == ["QThread without a parent"]
    thread.quit()
    assert thread.wait(5000)


def test_a_logged_warning_is_collected(logged_warnings: list[logging.LogRecord]) -> None:
    logging.getLogger("infoview_gui").warning("disk %s", "full")
    assert [record.getMessage() for record in logged_warnings] == ["disk full"]
    logged_warnings.clear()
