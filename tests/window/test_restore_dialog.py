"""Backups are counted before they may be chosen; what cannot be restored cannot be chosen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.restoring import Prepared
from infoview_gui.store import backups
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme
from infoview_gui.window.restore_dialog import RestoreDialog


@pytest.fixture
def folder(tmp_path: Path, services: Services) -> Path:
    """Two good backups and, newest, a damaged one."""
    folder = tmp_path / "backups"
    for number in (1, 2):
        services.people.add(PersonDraft(name=f"Person {number}"))
        backups.back_up(services.store.connection(), folder / f"infoview-2026-11-0{number}.db")
    (folder / "infoview-2026-11-03.db").write_bytes(b"x" * 5000)
    return folder


@pytest.fixture
def dialog(
    qtbot: QtBot, theme: Theme, store: Store, times: LocalTime, folder: Path
) -> Iterator[RestoreDialog]:
    dialog = RestoreDialog(theme, store, times, folder, lambda: True)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: not any("…" in row for row in _rows(dialog)))
    yield dialog
    dialog.reject()


def _rows(dialog: RestoreDialog) -> list[list[str]]:
    (table,) = dialog.findChildren(QTableWidget)
    return [
        [item.text() if (item := table.item(row, column)) else "" for column in range(1, 5)]
        for row in range(table.rowCount())
    ]


def _restore(dialog: RestoreDialog) -> QPushButton:
    return next(
        one for one in dialog.findChildren(QPushButton) if one.accessibleName() == "Restore"
    )


def test_what_each_backup_holds(dialog: RestoreDialog) -> None:
    assert _rows(dialog) == [
        ["", "damaged", "", "infoview-2026-11-03.db"],
        ["2", "0", "0", "infoview-2026-11-02.db"],
        ["1", "0", "0", "infoview-2026-11-01.db"],
    ]


def test_a_damaged_backup_cannot_be_chosen(dialog: RestoreDialog) -> None:
    (table,) = dialog.findChildren(QTableWidget)
    table.setCurrentCell(0, 0)
    assert not _restore(dialog).isEnabled()
    table.setCurrentCell(1, 0)
    assert _restore(dialog).isEnabled()


def test_the_chosen_backup_is_prepared_and_the_present_state_kept(
    qtbot: QtBot, dialog: RestoreDialog, services: Services, folder: Path
) -> None:
    services.people.add(PersonDraft(name="Newest"))
    dialog.findChildren(QTableWidget)[0].setCurrentCell(2, 0)

    with qtbot.waitSignal(dialog.prepared) as told:
        _restore(dialog).click()

    made = told.args[0] if told.args else None
    assert isinstance(made, Prepared)
    assert made.counts.people == 1
    assert backups.inspect(made.fresh).people == 1
    assert made.kept is not None
    assert backups.inspect(made.kept).people == 3
    assert services.people_list.count() == 3  # nothing is put in place yet


def test_any_file_may_be_chosen_and_one_that_is_none_is_not_restored(
    dialog: RestoreDialog, tmp_path: Path, qtbot: QtBot, services: Services
) -> None:
    own = tmp_path / "mine.db"
    backups.back_up(services.store.connection(), own)
    dialog._on_file(str(own))
    qtbot.waitUntil(lambda: _rows(dialog)[0] == ["2", "0", "0", "mine.db"])
    assert _restore(dialog).isEnabled()

    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Amara", encoding="utf-8")
    dialog._on_file(str(letter))
    qtbot.waitUntil(lambda: _rows(dialog)[0][1] == "damaged")
    assert not _restore(dialog).isEnabled()

    dialog._on_file(str(tmp_path / "gone.db"))
    assert any("cannot be read" in one.text() for one in dialog.findChildren(QLabel))


def test_without_backups_it_says_what_to_do(
    qtbot: QtBot, theme: Theme, store: Store, times: LocalTime, tmp_path: Path
) -> None:
    dialog = RestoreDialog(theme, store, times, tmp_path / "none", lambda: True)
    qtbot.addWidget(dialog)
    dialog.open()

    shown = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    assert any("no backup yet" in text for text in shown)
    assert not _restore(dialog).isEnabled()
    dialog.reject()
