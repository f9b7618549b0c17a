"""Files may be dropped anywhere on the window; text goes where it always went."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from infoview_gui.window.file_drops import FileDrops

_COPY, _LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """A window that is all text field: the field would take everything."""
    window = QMainWindow()
    window.setCentralWidget(QLineEdit(window))
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def told(window: QMainWindow) -> list[object]:
    drops = FileDrops(window)
    heard: list[object] = []
    drops.dropped.connect(heard.append)
    drops.refused.connect(heard.append)
    return heard


def _drag(window: QMainWindow, data: QMimeData) -> bool:
    """Drag over the middle of the window and drop; say whether it was accepted."""
    handle = window.windowHandle()
    assert handle is not None
    where = QPoint(150, 100)
    enter = QDragEnterEvent(where, _COPY, data, _LEFT, _NONE)
    QApplication.sendEvent(handle, enter)
    move = QDragMoveEvent(where, _COPY, data, _LEFT, _NONE)
    QApplication.sendEvent(handle, move)
    if move.isAccepted():
        drop = QDropEvent(QPointF(where), _COPY, data, _LEFT, _NONE)
        QApplication.sendEvent(handle, drop)
    return move.isAccepted()


def _files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def _field(window: QMainWindow) -> QLineEdit:
    field = window.centralWidget()
    assert isinstance(field, QLineEdit)
    return field


def test_files_of_people_are_told(window: QMainWindow, told: list[object], tmp_path: Path) -> None:
    people, cards, other = tmp_path / "a.CSV", tmp_path / "b.vcf", tmp_path / "c.png"
    for path in (people, cards, other):
        path.touch()

    assert _drag(window, _files(people, cards, other))

    assert told == [[people, cards]]
    assert _field(window).text() == ""


def test_calendars_are_told_as_well(
    window: QMainWindow, told: list[object], tmp_path: Path
) -> None:
    calendar = tmp_path / "Home.ICS"
    calendar.touch()

    assert _drag(window, _files(calendar))

    assert told == [[calendar]]


@pytest.mark.parametrize(("name", "word"), [("folder", "folder"), ("x.png", "not a file of")])
def test_what_is_no_file_of_people_gets_a_sentence(
    window: QMainWindow, told: list[object], tmp_path: Path, name: str, word: str
) -> None:
    path = tmp_path / name
    path.touch() if "." in name else path.mkdir()

    assert _drag(window, _files(path))

    (said,) = told
    assert isinstance(said, str)
    assert word in said
    assert name in said


def test_a_file_that_is_gone_is_said(
    window: QMainWindow, told: list[object], tmp_path: Path
) -> None:
    assert _drag(window, _files(tmp_path / "gone.csv"))

    (said,) = told
    assert "cannot be read" in str(said)


def test_text_is_left_to_the_field(window: QMainWindow, told: list[object]) -> None:
    data = QMimeData()
    data.setText("Team of 14")

    assert _drag(window, data)

    assert told == []
    assert _field(window).text() == "Team of 14"


def test_addresses_of_the_web_are_no_files(window: QMainWindow, told: list[object]) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/people.csv")])

    _drag(window, data)

    assert told == []
