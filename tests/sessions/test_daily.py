"""There is a backup of every day on which the program ran, and damage is noticed."""

import threading
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import apsw
import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from infoview_gui.panes.preferences import Preferences
from infoview_gui.paths import Paths
from infoview_gui.services import upkeep
from infoview_gui.sessions.daily import DailyBackup
from infoview_gui.sessions.session import Session
from infoview_gui.sessions.switching import Sessions
from infoview_gui.store import backups, rotation
from infoview_gui.window.restore_dialog import RestoreDialog
from tests.sessions.conftest import shown


@pytest.fixture
def daily(qtbot: QtBot, sessions: Sessions, preferences: Preferences) -> Iterator[DailyBackup]:
    made = DailyBackup(preferences, lambda: sessions.current, sessions)
    yield made
    made.stop()


def _session(sessions: Sessions) -> Session:
    session = sessions.current
    assert session is not None
    return session


def _said() -> str:
    label = shown().findChild(QLabel, "message")
    assert isinstance(label, QLabel)
    return label.text()


def test_the_backup_of_today_is_made_proven_and_older_ones_thin_out(
    qtbot: QtBot, sessions: Sessions, daily: DailyBackup, paths: Paths, amara: int
) -> None:
    sessions.open_own()
    today = _session(sessions).times.today()
    paths.backups.mkdir()
    for number in range(1, 60):
        rotation.file_of(paths.backups, today - timedelta(number)).write_bytes(b"old")

    daily.begin()

    target = rotation.file_of(paths.backups, today)
    qtbot.waitUntil(lambda: len(list(paths.backups.glob("*.db"))) < 20 and target.exists())
    assert backups.inspect(target).people == 1
    assert rotation.days_in(paths.backups) >= {today - timedelta(n) for n in range(7)}


def test_it_is_made_beside_the_window(
    qtbot: QtBot,
    sessions: Sessions,
    daily: DailyBackup,
    paths: Paths,
    amara: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    threads: list[threading.Thread] = []
    real = backups.back_up

    def noting(source: object, target: Path) -> backups.Counts:
        threads.append(threading.current_thread())
        return real(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(backups, "back_up", noting)
    sessions.open_own()
    daily.begin()
    qtbot.waitUntil(lambda: bool(rotation.days_in(paths.backups)))

    names = {thread.name for thread in threads}
    assert names == {"background"}  # neither the window's nor the one that writes


def test_once_a_day_and_again_the_next(
    qtbot: QtBot, sessions: Sessions, daily: DailyBackup, paths: Paths, amara: int
) -> None:
    sessions.open_own()
    times = _session(sessions).times
    daily.begin()
    today = times.today()
    target = rotation.file_of(paths.backups, today)
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: not daily.is_working)
    made = target.stat().st_mtime_ns
    daily.look()
    assert not daily.is_working
    assert target.stat().st_mtime_ns == made

    now = times.clock()
    times.clock = lambda: now + 24 * 3_600_000
    daily.look()

    qtbot.waitUntil(rotation.file_of(paths.backups, today + timedelta(1)).exists)


def test_nothing_is_kept_of_an_empty_database_or_against_the_users_will(
    qtbot: QtBot,
    sessions: Sessions,
    daily: DailyBackup,
    paths: Paths,
    preferences: Preferences,
) -> None:
    sessions.open_own()
    daily.begin()
    qtbot.waitUntil(lambda: not daily.is_working)
    assert not rotation.days_in(paths.backups)

    preferences.change(daily_backups=False)
    daily.look()
    assert not daily.is_working


def test_a_backup_that_fails_is_said_once_in_plain_words(
    qtbot: QtBot, sessions: Sessions, daily: DailyBackup, paths: Paths, amara: int
) -> None:
    paths.backups.write_text("a file in the way", encoding="utf-8")
    sessions.open_own()

    daily.begin()

    qtbot.waitUntil(lambda: "could not be written" in _said())
    assert "Your data are unchanged" in _said()
    shown().say("")
    daily.look()
    qtbot.waitUntil(lambda: not daily.is_working)
    assert _said() == ""


def _damage(paths: Paths) -> None:
    """Overwrite the page of a table that no pane reads, as a failing disk might."""
    connection = apsw.Connection(str(paths.database))
    page = int(
        connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", ("employer_distinct",)
        ).get
    )
    size = int(connection.execute("PRAGMA page_size").get)
    connection.close()
    content = bytearray(paths.database.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    paths.database.write_bytes(bytes(content))


def test_damage_is_told_and_the_newest_good_backup_offered(
    qtbot: QtBot, sessions: Sessions, daily: DailyBackup, paths: Paths, amara: int
) -> None:
    upkeep.back_up(paths, rotation.file_of(paths.backups, date(2026, 1, 2)))
    sessions.open_own()
    _session(sessions).store.flush()
    _damage(paths)

    daily.begin()

    def boxes() -> list[QMessageBox]:
        return [one for one in shown().findChildren(QMessageBox) if "damaged" in one.text().lower()]

    qtbot.waitUntil(lambda: bool(boxes()))
    (box,) = boxes()
    assert "1 person" in box.informativeText()
    assert len(rotation.days_in(paths.backups)) == 1  # no damaged backup
    (restore,) = (button for button in box.findChildren(QPushButton) if "Restore" in button.text())
    restore.click()
    qtbot.waitUntil(lambda: bool(shown().findChildren(RestoreDialog)))
    shown().findChildren(RestoreDialog)[0].reject()
