"""Made-up data beside the own ones, and a backup that is made and restored from the menu."""

import re
from pathlib import Path

import pytest

from tests.end_to_end.desktop import Desktop
from tests.end_to_end.story import Session, connections, names, plan

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(180)]

NAME = "Amara Okafor"
LEAVE = "Leave sample data"


def test_the_sample_is_looked_at_and_left(desktop: Desktop, tmp_path: Path) -> None:
    data = tmp_path / "data"
    plan(data, NAME)
    session = Session(desktop, data)
    program = session.program
    program.wait_for(re.compile("· 1 person ·"), "label")

    program.press("Open sample data", "menu item")

    program.wait_for(LEAVE, "push button")
    program.wait_for(re.compile("· 40 people ·"), "label")
    assert session.names() == [NAME]

    program.press(LEAVE, "push button")

    program.wait_for(re.compile("· 1 person ·"), "label")
    program.wait_until_gone(LEAVE, "push button")
    assert program.terminate() == 0
    assert session.names() == [NAME]


def test_a_new_user_begins_with_the_sample_by_keyboard(desktop: Desktop, tmp_path: Path) -> None:
    data = tmp_path / "data"
    program = desktop.start(data_dir=data)
    program.focus("Look at sample data", "push button")
    program.key("Return")
    program.wait_for(LEAVE, "push button")
    program.wait_for(re.compile("· 40 people ·"), "label")
    program.key("ctrl+2")
    program.key("ctrl+q")
    assert program.wait() == 0
    assert names(desktop, data) == []


def test_a_backup_comes_back_from_the_menu(desktop: Desktop, tmp_path: Path) -> None:
    data = tmp_path / "data"
    plan(data, NAME)
    (data / "backups").mkdir()
    backup = data / "backups" / "infoview-2026-01-02.db"
    assert desktop.run("backup", str(backup), data_dir=data).returncode == 0
    desktop.run("import", str(connections(tmp_path)), data_dir=data)
    session = Session(desktop, data)
    program = session.program
    before = len(session.names())
    assert before > 1

    program.press("Restore a backup…", "menu item")
    program.press("Restore", "push button")

    program.wait_for("The backup is restored", "alert message")
    assert session.names() == [NAME]
    program.press("OK", "push button")
    (kept,) = (data / "backups").glob("before-restore-*.db")
    assert program.terminate() == 0
    desktop.run("restore", str(kept), data_dir=data)
    assert len(session.names()) == before


def test_a_damaged_file_gives_way_to_the_newest_backup(desktop: Desktop, tmp_path: Path) -> None:
    data = tmp_path / "data"
    plan(data, NAME)
    backup = data / "backups" / "infoview-2026-01-02.db"
    desktop.run("backup", str(backup), data_dir=data)
    (data / "infoview.db").write_bytes(b"not a database\n" * 1000)
    program = desktop.start(data_dir=data, wait=False)
    program.wait_for("Infoview cannot open your data", "alert message")

    program.press("Restore this backup", "push button")

    program.wait_for(re.compile("· 1 person ·"), "label")
    assert program.terminate() == 0
    assert names(desktop, data) == [NAME]
    (kept,) = (data / "backups").glob("damaged-*.db")
    assert kept.read_bytes().startswith(b"not a database")
