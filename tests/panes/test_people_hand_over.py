"""People go to other programs: copied as rows, dragged out as vCards."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people import PeoplePane, hand_over
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.theme import Theme
from tests.panes.people_desk import action, shown


@pytest.fixture
def pane(
    qtbot: QtBot, theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime
) -> PeoplePane:
    for name, company in (("Amara Okafor", "=Northwind()"), ("Ben Ito", "<b>Helio</b>")):
        services.people.add(
            PersonDraft(
                name=name,
                company=company,
                note="private",
                emails=(ContactPoint(f"{name[:3].lower()}@x.example", "work", preferred=True),),
            )
        )
    return shown(qtbot, PeoplePane(theme, services, feed, times))


@pytest.fixture
def dragged(monkeypatch: pytest.MonkeyPatch) -> list[QMimeData]:
    """What was dragged out; the drag itself needs a desktop."""
    found: list[QMimeData] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _action: found.append(drag.mimeData()))
    return found


def clipboard() -> QMimeData:
    return QApplication.clipboard().mimeData()


def hold_and_move(pane: PeoplePane, row: int) -> None:
    table = pane._table
    at = table.visualRect(table.model().index(row, 0)).center()
    viewport = table.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(viewport, at + QPoint(4, 4))
    QTest.mouseMove(viewport, at + QPoint(60, 30))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at + QPoint(60, 30))


def test_copied_rows_are_a_table_for_spreadsheets_texts_and_address_books(
    qtbot: QtBot, pane: PeoplePane
) -> None:
    pane._table.setFocus()
    pane._table.selectAll()
    with qtbot.waitSignal(pane.said) as said:
        qtbot.keyClick(pane._table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert said.args == ["Copied 2 people"]
    rows = [line.split("\t") for line in clipboard().text().split("\r\n")]
    assert rows[1][0] == "Amara Okafor"
    assert rows[1][2] == "'=Northwind()"
    assert "&lt;b&gt;Helio&lt;/b&gt;" in clipboard().html()
    cards = bytes(clipboard().data("text/vcard").data()).decode()
    assert cards.count("BEGIN:VCARD") == 2
    assert "private" not in cards + clipboard().text()


def test_held_and_moved_a_selected_row_is_dragged_out(
    pane: PeoplePane, dragged: list[QMimeData]
) -> None:
    ben = pane._model.id_at(1)
    assert ben is not None
    pane._table.choose([ben], ben)
    hold_and_move(pane, 1)

    (cards,) = dragged
    assert "FN:Ben Ito" in bytes(cards.data("text/vcard").data()).decode()
    file = Path(cards.urls()[0].toLocalFile())
    assert file.name == "contact-Ben-Ito.vcf"
    assert file.read_bytes() == bytes(cards.data("text/vcard").data())
    assert file.stat().st_mode & 0o077 == 0 or file.parent.stat().st_mode & 0o077 == 0


def test_from_a_row_that_is_not_selected_moving_selects(
    pane: PeoplePane, dragged: list[QMimeData]
) -> None:
    amara = pane._model.id_at(0)
    assert amara is not None
    pane._table.choose([amara], amara)
    hold_and_move(pane, 1)

    assert dragged == []


def test_too_many_are_to_be_exported(
    qtbot: QtBot, pane: PeoplePane, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hand_over, "MOST", 1)
    pane._table.selectAll()
    copy: Callable[[], None] = action(pane, "Copy").trigger
    with qtbot.waitSignal(pane.said) as said:
        copy()
    assert said.args == ["2 people are too many to hand over; export them to a file."]
