"""The fields of a time: the second of two equal times stays it; days in the locale's order."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QDate, QEvent, QLocale, Qt
from PySide6.QtGui import QFocusEvent
from pytestqt.qtbot import QtBot

from infoview_gui.panes.dialogs.when_field import WhenField
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.theme import Theme

FIRST = round(datetime(2026, 10, 25, 0, 30, tzinfo=UTC).timestamp() * 1000)
HOUR = 3_600_000


@pytest.mark.parametrize(("at", "words"), [(FIRST, "02:30"), (FIRST + HOUR, "the second 02:30")])
def test_what_is_shown_is_what_is_meant(
    qtbot: QtBot, theme: Theme, times: LocalTime, at: int, words: str
) -> None:
    field = WhenField(theme, times)
    qtbot.addWidget(field)
    shown = field.at(at, 30)
    field.show_typed(shown)

    assert field.time.currentText() == words
    assert field.moment() == at
    assert field.typed() == shown
    field.time.left.emit()
    assert field.moment() == at


@pytest.mark.parametrize(
    ("name", "text"),
    [("en_GB", "Thu 26 Nov 2026"), ("en_US", "Thu, Nov 26, 2026"), ("ja_JP", "2026年11月26日(木)")],
)
def test_the_day_is_shown_as_people_write_it_and_its_number_is_typed_over(
    qtbot: QtBot, theme: Theme, times: LocalTime, name: str, text: str
) -> None:
    field = WhenField(theme, LocalTime(times.clock, times.zone_name, QLocale(name)))
    qtbot.addWidget(field)
    field.day.setDate(QDate(2026, 11, 26))
    assert field.day.text() == text

    field.day.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))

    line = field.day.lineEdit()
    assert line.selectedText() == "26"
    assert not text[: line.selectionStart()].endswith("20")  # not that of the year
