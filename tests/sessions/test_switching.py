"""The own data, the sample data and a restored backup take turns in one process."""

import os
import stat
from datetime import date
from pathlib import Path

import apsw
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from infoview_gui.panes.places import INTERVIEWS, PEOPLE, Place
from infoview_gui.panes.preferences import Preferences
from infoview_gui.paths import Paths
from infoview_gui.services import sample as sample_service
from infoview_gui.services import upkeep
from infoview_gui.services.bundle import Services, make_services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.sessions.sample import SampleData
from infoview_gui.sessions.switching import Sessions
from infoview_gui.settings import CalendarShown
from infoview_gui.store import backups
from infoview_gui.store.errors import DatabaseDamaged, InUse
from infoview_gui.store.lock import Lock
from infoview_gui.widgets.line_editor import LineEditor
from infoview_gui.window import MainWindow
from infoview_gui.window.restore_dialog import RestoreDialog
from infoview_gui.window.sample_band import SampleBand
from tests.sessions.conftest import shown


def _people(paths: Paths, *parts: str) -> list[str]:
    connection = apsw.Connection(str(paths.data.joinpath(*parts, "infoview.db")))
    try:
        return [str(row[0]) for row in connection.execute("SELECT name FROM person")]
    finally:
        connection.close()


def _action(window: MainWindow, words: str) -> QAction:
    return next(
        action
        for action in window.findChildren(QAction)
        if action.text().replace("&", "").startswith(words)
    )


def _counts(window: MainWindow) -> str:
    label = window.findChild(QLabel, "counts")
    assert isinstance(label, QLabel)
    return label.text()


@pytest.fixture
def small_sample(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A sample of one person, quickly made; the days it was made for."""
    days: list[str] = []

    def fill(services: Services, today: object, zone: str) -> None:
        days.append(str(today))
        services.people.add(PersonDraft(name="Made Up"))

    monkeypatch.setattr(sample_service, "fill", fill)
    return days


def _enter_sample(qtbot: QtBot) -> MainWindow:
    _action(shown(), "Open sample data").trigger()
    qtbot.waitUntil(lambda: bool(shown().findChildren(SampleBand)))
    return shown()


def _leave_sample(qtbot: QtBot) -> MainWindow:
    band = shown().findChild(SampleBand)
    assert isinstance(band, SampleBand)
    band.findChildren(QPushButton)[0].click()
    qtbot.waitUntil(lambda: not shown().findChildren(SampleBand))
    return shown()


def test_the_sample_is_named_and_left_and_the_own_data_are_as_before(
    qtbot: QtBot, sessions: Sessions, paths: Paths, amara: int
) -> None:
    sessions.open_own()
    shown().setGeometry(QRect(2, 50, 790, 700))

    window = _enter_sample(qtbot)

    assert "40 people" in _counts(window)
    assert "sample" in window.windowTitle()
    assert window.geometry() == QRect(2, 50, 790, 700)
    assert not any("backup" in action.text() for action in window.findChildren(QAction))
    assert stat.S_IMODE((paths.data / "sample" / "infoview.db").stat().st_mode) == 0o600
    window.setGeometry(QRect(6, 40, 780, 720))

    window = _leave_sample(qtbot)

    assert "1 person" in _counts(window)
    assert window.geometry() == QRect(6, 40, 780, 720)
    assert _people(paths) == ["Amara Okafor"]


def test_what_is_typed_is_saved_before_the_switch_and_shown_after_it(
    qtbot: QtBot, sessions: Sessions, amara: int, small_sample: list[str]
) -> None:
    sessions.open_own()
    shown().show_place(Place(INTERVIEWS, amara))
    shown().findChildren(LineEditor)[0].insertPlainText("Team of 14")

    _enter_sample(qtbot)
    window = _leave_sample(qtbot)

    assert window.findChildren(LineEditor)[0].toPlainText() == "Team of 14"


def test_switching_often_leaves_one_window(
    qtbot: QtBot, sessions: Sessions, amara: int, small_sample: list[str]
) -> None:
    sessions.open_own()
    for _ in range(3):
        _enter_sample(qtbot)
        _leave_sample(qtbot)

    assert "1 person" in _counts(shown())


def test_the_sample_is_made_once_a_day(
    qtbot: QtBot, sessions: Sessions, paths: Paths, small_sample: list[str]
) -> None:
    sessions.open_own()
    for _ in range(2):
        _enter_sample(qtbot)
        _leave_sample(qtbot)
    assert len(small_sample) == 1

    (paths.data / "sample" / "made-on").write_text("2020-01-01", encoding="utf-8")
    window = _enter_sample(qtbot)

    assert len(small_sample) == 2
    assert _people(paths, "sample") == ["Made Up"]
    assert not _action(window, "Undo").isEnabled()  # making it is no step of the user's


def test_an_emptied_sample_begins_again(
    qtbot: QtBot, sessions: Sessions, small_sample: list[str]
) -> None:
    sessions.open_own()
    window = _enter_sample(qtbot)

    window.sample_requested.emit()
    qtbot.waitUntil(lambda: len(small_sample) == 2)

    assert shown().findChildren(SampleBand)


def test_a_sample_that_others_have_open_is_refused_in_words(
    qtbot: QtBot, sessions: Sessions, paths: Paths, amara: int, small_sample: list[str]
) -> None:
    folder = paths.data / "sample"
    folder.mkdir()
    other = Lock(folder)
    other.take()
    sessions.open_own()

    shown().sample_requested.emit()
    qtbot.waitUntil(lambda: bool(shown().findChildren(QMessageBox)))

    assert "1 person" in _counts(shown())
    other.release()
    _enter_sample(qtbot)


def test_a_sample_that_cannot_be_made_brings_the_own_data_back(
    qtbot: QtBot, sessions: Sessions, amara: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(services: Services, today: object, zone: str) -> None:
        raise ValueError("a bug")

    monkeypatch.setattr(sample_service, "fill", fill)
    sessions.open_own()
    first = shown()

    with qtbot.captureExceptions() as raised:
        first.sample_requested.emit()
        qtbot.waitUntil(lambda: len(raised) > 0)

    assert shown() is not first
    assert "1 person" in _counts(shown())


def test_files_of_a_second_start_are_for_the_own_data(
    qtbot: QtBot,
    sessions: Sessions,
    amara: int,
    small_sample: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sessions.open_own()
    _enter_sample(qtbot)
    asked: list[object] = []
    monkeypatch.setattr(MainWindow, "import_files", lambda _self, files: asked.append(files))

    sessions.come_forward([Path("/x/people.csv")])
    qtbot.waitUntil(lambda: bool(asked))

    assert asked == [[Path("/x/people.csv")]]
    assert not shown().findChildren(SampleBand)


def test_one_program_at_a_time_makes_the_sample(paths: Paths) -> None:
    first, second = SampleData(paths), SampleData(paths)
    (paths.data / "sample").mkdir()
    lock = Lock(paths.data / "sample")
    lock.take()
    for data in (first, second):
        with pytest.raises(InUse):
            data.make(date(2026, 11, 24), "UTC")
    lock.release()


# -- T8: restoring


def _dialog(window: MainWindow) -> RestoreDialog:
    dialog = window.findChild(RestoreDialog)
    assert isinstance(dialog, RestoreDialog)
    return dialog


def _button(parent: RestoreDialog, words: str) -> QPushButton:
    return next(
        button
        for button in parent.findChildren(QPushButton)
        if button.text().replace("&", "") == words
    )


def _rows(connection: apsw.Connection, table: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.execute(f"SELECT * FROM {table}")]  # noqa: S608


def _dump(path: Path) -> list[object]:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        tables = [
            str(row[0])
            for row in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            )
        ]
        return [(name, _rows(connection, name)) for name in tables]
    finally:
        connection.close()


def test_a_restore_gives_exactly_the_backup_and_keeps_what_was(
    qtbot: QtBot, sessions: Sessions, paths: Paths, amara: int
) -> None:
    upkeep.back_up(paths, paths.backups / "infoview-2026-11-20.db")
    wanted = _dump(paths.backups / "infoview-2026-11-20.db")
    sessions.open_own()
    shown().show_place(Place(INTERVIEWS, amara))
    shown().findChildren(LineEditor)[0].insertPlainText("typed just before")
    _action(shown(), "Restore a backup").trigger()
    dialog = _dialog(shown())
    qtbot.waitUntil(lambda: _button(dialog, "Restore").isEnabled())

    with qtbot.waitSignal(dialog.prepared):
        _button(dialog, "Restore").click()
    qtbot.waitUntil(lambda: bool(shown().findChildren(QMessageBox)))

    assert "0 pages" in (said := shown().findChildren(QMessageBox)[0].informativeText())
    (before,) = paths.backups.glob("before-restore-*.db")
    assert str(before) in said
    assert not shown().findChildren(LineEditor)[0].toPlainText()
    assert [note[2] for name, rows in _dump(before) if name == "note" for note in rows]
    sessions.close()
    assert _dump(paths.database) == wanted
    assert not list(paths.data.glob("*.restoring"))
    assert stat.S_IMODE(paths.database.stat().st_mode) == 0o600


def test_a_restore_that_cannot_be_put_in_place_leaves_everything(
    qtbot: QtBot,
    sessions: Sessions,
    paths: Paths,
    amara: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    upkeep.back_up(paths, paths.backups / "infoview-2026-11-20.db")
    sessions.open_own()
    shown().show_place(Place(PEOPLE))
    _action(shown(), "Restore a backup").trigger()
    dialog = _dialog(shown())
    qtbot.waitUntil(lambda: _button(dialog, "Restore").isEnabled())

    def fail(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        with qtbot.waitSignal(dialog.prepared):
            _button(dialog, "Restore").click()
        patched.setattr(Path, "replace", fail)
        qtbot.waitUntil(lambda: bool(shown().findChildren(QMessageBox)))

    assert "as before" in shown().findChildren(QMessageBox)[0].informativeText()
    assert "1 person" in _counts(shown())
    assert not list(paths.data.glob("*.restoring"))


# -- T9: a damaged database at the start


def test_a_damaged_database_gives_way_to_the_newest_good_backup(
    qtbot: QtBot, sessions: Sessions, paths: Paths, amara: int
) -> None:
    good = paths.backups / "infoview-2026-11-20.db"
    upkeep.back_up(paths, good)
    bad = paths.backups / "infoview-2026-11-22.db"
    bad.write_bytes(b"SQLite format 3\0" + b"\xff" * 4000)
    os.utime(good, (1, 1))
    damaged = b"not a database\n" * 1000
    paths.database.write_bytes(damaged)
    with pytest.raises(DatabaseDamaged):
        sessions.open_own()

    found = sessions.newest_good()
    assert found is not None
    assert found[0].path == good
    assert found[1] == backups.Counts(people=1, conversations=1, notes=0)
    sessions.restore_at_start(good)
    sessions.open_own()

    assert "1 person" in _counts(shown())
    (kept,) = paths.backups.glob("damaged-*.db")
    assert kept.read_bytes() == damaged


def test_services_of_the_open_session_are_its_own(
    qtbot: QtBot, sessions: Sessions, paths: Paths, amara: int, small_sample: list[str]
) -> None:
    """The models are bound to one database; what is added to the sample stays there."""
    sessions.open_own()
    _enter_sample(qtbot)
    session = sessions.current
    assert session is not None
    make_services(session.store).people.add(PersonDraft(name="Only Here"))

    _leave_sample(qtbot)

    assert _people(paths) == ["Amara Okafor"]
    assert sorted(_people(paths, "sample")) == ["Made Up", "Only Here"]


def test_a_calendar_tried_with_the_sample_is_not_among_the_own_ones(
    qtbot: QtBot, sessions: Sessions, preferences: Preferences, amara: int, small_sample: list[str]
) -> None:
    own = (CalendarShown("/home/me/private.ics"),)
    preferences.change(calendars=own)
    sessions.open_own()

    _enter_sample(qtbot)
    assert preferences.current.calendars == ()
    preferences.change(calendars=(CalendarShown("/home/me/tried.ics"),))
    _leave_sample(qtbot)

    assert preferences.current.calendars == own
