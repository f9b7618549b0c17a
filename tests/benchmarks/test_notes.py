"""Notes while a conversation runs: keys, saving, the countdown."""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from infoview_gui.panes.ticker import Ticker
from infoview_gui.widgets.line_editor import LineEditor
from tests.benchmarks import table
from tests.benchmarks.conftest import RunningClock, Turns, ms_of
from tests.panes.interviews_desk import Desk

_LINE = "What she did at the plant, how many people, whom to ask next? Yes, and call Pia.\n"
_LONG = _LINE * (100_000 // len(_LINE))
_KEYS = 400
_SAVED = _LINE * (20_000 // len(_LINE))
_TICKS = 6


def test_key_in_a_long_note(in_turns: Turns, qtbot: QtBot, desk: Desk) -> None:
    pane, talk = desk.talking()
    editor = pane.findChild(LineEditor)
    assert editor is not None
    desk.services.notes.save(talk, _LONG, []).result()
    editor.load(_LONG, [desk.clock.now] * (_LONG.count("\n") + 1))
    bare = QPlainTextEdit()
    qtbot.addWidget(bare)
    bare.setPlainText(_LONG)
    bare.resize(editor.size())
    bare.show()
    QApplication.processEvents()

    def typed(into: QPlainTextEdit | LineEditor, key: str) -> float:
        def press() -> None:
            QTest.keyClick(into, key)
            QApplication.processEvents()  # paints; saving and ticking come with it

        return ms_of(press)

    def keys(into: QPlainTextEdit | LineEditor) -> Callable[[], float]:
        return lambda: typed(into, "e")

    for one in (editor, bare):
        for _ in range(20):
            typed(one, "x")
    mine, theirs = in_turns(keys(editor), keys(bare), _KEYS)
    table.add_limit("a key in a note of 100 KB → painted, p99", table.share(mine, 0.99), 5)
    table.add_ratio(
        "the same, median", table.median(mine), table.median(theirs), "bare QPlainTextEdit", 2
    )
    assert "eee" in editor.toPlainText()


def test_autosave(in_turns: Turns, desk: Desk, tmp_path: Path) -> None:
    talk = desk.conversation()
    notes = desk.services.notes
    notes.save(talk, _SAVED, []).result()
    bare = sqlite3.connect(tmp_path / "bare.db")
    bare.execute("PRAGMA journal_mode = wal")
    bare.execute("PRAGMA synchronous = full")
    bare.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT, saved_at INTEGER)")
    bare.execute("INSERT INTO note VALUES (1, ?, 0)", (_SAVED,))
    bare.commit()
    moments = [0] * (_SAVED.count("\n") + 1)
    number = iter(range(100_000))

    def save_ours() -> None:
        notes.save(talk, f"{_SAVED}{next(number)}", moments).result()

    def save_bare() -> None:
        text = f"{_SAVED}{next(number)}"
        bare.execute("UPDATE note SET text = ?, saved_at = 1 WHERE id = 1", (text,))
        bare.commit()

    mine, theirs = in_turns(save_ours, save_bare, 60)
    table.add_ratio(
        "autosave of a 20 KB note", table.median(mine), table.median(theirs), "bare sqlite3", 2
    )
    bare.close()
    assert notes.load(talk).text.startswith(_SAVED)


def test_countdown(alone: Callable[..., list[float]], desk: Desk) -> None:
    clock = RunningClock()
    pane, _talk = desk.talking()
    off: list[float] = []
    ticker = Ticker(clock)
    aimed = [0]

    def aim() -> None:
        aimed[0] = (clock.now // 1000 + 1) * 1000
        ticker.aim(aimed[0])

    def on_tick() -> None:
        off.append(abs(time.time() * 1000 - aimed[0]))
        aim()

    ticker.ticked.connect(on_tick)
    used = [0.0]

    def run() -> None:
        loop = QEventLoop()
        QTimer.singleShot(_TICKS * 1000 + 500, loop.quit)
        begun = time.process_time()
        aim()
        loop.exec()
        used[0] = (time.process_time() - begun) / (_TICKS + 0.5) * 100

    QTest.qWait(1500)  # what was built is at rest
    alone(run)
    ticker.aim(None)
    table.add_limit("countdown tick beside the true second, median", table.median(off), 5)
    table.add_limit("the same, worst of six", max(off), 5)
    table.add_limit("a core's time while the countdown runs", used[0], 0.3, "%")
    assert len(off) >= _TICKS - 1
    assert pane.isVisible()
