"""The People tables in a program that runs from right to left: all at the other side."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people import PeoplePane
from infoview_gui.panes.people.columns import Column
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.theme import Theme
from infoview_gui.theme.tones import tone_tokens
from infoview_gui.widgets.avatar import avatar_tone
from infoview_gui.widgets.row_table import RowTable
from tests.panes.people_desk import shown

DIRECTIONS = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)


@pytest.fixture(params=DIRECTIONS, ids=["from the left", "from the right"])
def pane(
    request: pytest.FixtureRequest,
    qapp: QApplication,
    qtbot: QtBot,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
) -> Iterator[PeoplePane]:
    """A pane with one person, in both directions: what holds for one holds mirrored."""
    services.people.add(PersonDraft(name="Ben Ito", company="Northlight Grid"))
    qapp.setLayoutDirection(request.param)
    yield shown(qtbot, PeoplePane(theme, services, feed, times))
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _extent(theme: Theme, table: RowTable, cell: QRect, token: str) -> tuple[int, int]:
    """From where reading begins in the cell: the first and the last pixel of a colour."""
    image = table.viewport().grab(cell).toImage()
    wanted = theme.colour(token).rgb()
    every = ((x, y) for x in range(image.width()) for y in range(image.height()))
    found = [x for x, y in every if image.pixel(x, y) == wanted]
    if table.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        found = [image.width() - 1 - x for x in found]
    return min(found), max(found)


def test_the_mark_stands_before_the_name(pane: PeoplePane, theme: Theme) -> None:
    cell = pane._table.visualRect(pane._model.index(0, Column.NAME))
    ground = tone_tokens(avatar_tone("Ben", "Ito"))[1]
    mark = _extent(theme, pane._table, cell, ground)
    name = _extent(theme, pane._table, cell, "text")
    assert mark[0] < 16
    assert mark[1] < name[0] < 64


def test_the_stage_begins_where_its_title_begins(pane: PeoplePane, theme: Theme) -> None:
    cell = pane._table.visualRect(pane._model.index(0, Column.STAGE))
    assert _extent(theme, pane._table, cell, "muted")[0] < 28


def test_an_employer_is_opened_by_the_arrow_before_its_name(
    pane: PeoplePane, theme: Theme, qtbot: QtBot
) -> None:
    pane._grouped.turn(True)
    table = pane._grouped.table
    cell = table.visualRect(table.model().index(0, 0))
    mirrored = table.layoutDirection() is Qt.LayoutDirection.RightToLeft
    at = QPoint(cell.right() - 12 if mirrored else cell.left() + 12, cell.center().y())
    assert _extent(theme, table, cell, "sunken")[0] < 32
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert table.model().rowCount() == 2
