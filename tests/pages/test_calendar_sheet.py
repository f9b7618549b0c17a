"""A week or month is one page whatever lies in it; an agenda takes as many as it needs."""

import re
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from infoview_gui.pages.calendar_sheet import (
    CalendarSheet,
    CalendarWords,
    SheetDay,
    SheetLine,
    lying,
)
from infoview_gui.pages.paper import POINT, paper_of
from infoview_gui.theme import Theme

A4 = paper_of(QLocale("de_DE"))
NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def words(days: int, lines: int, *, grid: bool, text: str = "Amara Okafor") -> CalendarWords:
    one = SheetLine("14:30–14:45", text, "Zoom · 09:30 in New York")
    made = tuple(SheetDay(str(n + 1), (one,) * lines) for n in range(days))
    return CalendarWords("November 2026", "All times are those of Berlin.",
                         NAMES if grid else (), made)  # fmt: skip


def painted(sheet: CalendarSheet, number: int = 0) -> QImage:
    size = sheet.paper.size.toSize() / 10
    image = QImage(QSize(size.width(), size.height()), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(0.1, 0.1)
    sheet.draw(painter, number)
    painter.end()
    return image


@pytest.mark.parametrize("lines", [0, 3, 50])
def test_a_month_is_one_page(theme: Theme, lines: int) -> None:
    sheet = CalendarSheet(theme, words(42, lines, grid=True), lying(A4))
    assert sheet.pages == 1
    assert pages_of(sheet.pdf()) == 1


def test_an_agenda_goes_on_overleaf(theme: Theme) -> None:
    sheet = CalendarSheet(theme, words(28, 8, grid=False), A4)
    assert sheet.pages > 1
    assert pages_of(sheet.pdf()) == sheet.pages
    last = painted(sheet, sheet.pages - 1)
    dark = sum(last.pixelColor(x, y).lightness() < 128 for x in range(40, 300)
               for y in range(40, 400))  # fmt: skip
    assert dark > 100


def test_nothing_is_written_on_the_margin(theme: Theme) -> None:
    sheet = CalendarSheet(theme, words(42, 50, grid=True, text="W" * 300), lying(A4))
    image = painted(sheet)
    edges = [image.pixelColor(x, y) for x in range(0, image.width(), 3) for y in (5, 30)]
    edges += [image.pixelColor(x, y) for y in range(0, image.height(), 3)
              for x in (5, 40, image.width() - 40)]  # fmt: skip
    assert all(colour == QColor("white") for colour in edges)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=300), st.integers(0, 40))
def test_any_text_can_be_printed(theme: Theme, text: str, lines: int) -> None:
    sheet = CalendarSheet(theme, words(7, lines, grid=True, text=text), lying(A4))
    painted(sheet)
    assert sheet.pages == 1


def test_a_name_that_runs_from_the_right_leaves_the_time_in_its_place(theme: Theme) -> None:
    def times(text: str) -> QImage:
        page = painted(CalendarSheet(theme, words(3, 2, grid=False, text=text), A4))
        scale = page.width() / A4.size.width()
        left = round(A4.inner.left() * scale)
        return page.copy(left, 0, round(80 * POINT * scale), page.height())

    assert times("נועה לוי") == times("Amara Okafor")


def test_what_does_not_take_place_is_struck_out(theme: Theme) -> None:
    def ink(*, struck: bool) -> int:
        line = SheetLine("14:30", "Amara Okafor", quiet=True, struck=struck)
        made = CalendarWords("", "", NAMES, (SheetDay("1", (line,)),) * 7)
        page = painted(CalendarSheet(theme, made, lying(A4)))
        return sum(
            page.pixelColor(x, y).lightness() < 160
            for x in range(page.width())
            for y in range(page.height())
        )

    assert ink(struck=True) > ink(struck=False) * 1.2


def test_where_details_have_no_room_it_is_said_what_is_only_proposed(theme: Theme) -> None:
    def page(state: str) -> QImage:
        line = SheetLine("14:30", "Bo", "proposed · Zoom", state=state)
        made = CalendarWords("", "", NAMES, (SheetDay("1", (line,) * 60),) * 7)
        return painted(CalendarSheet(theme, made, lying(A4)))

    assert page("proposed") != page("")


def heard(sheet: CalendarSheet) -> list[str]:
    """The words that are drawn on a page, line by line."""

    class Ear(QPainter):
        said: list[str] = []  # noqa: RUF012 - one for each class, and each class is used once

        def drawText(self, *what: object) -> None:  # noqa: N802 - overrides Qt
            self.said.append(str(what[-1]).strip("\u200e\u200f"))

    image = QImage(sheet.paper.size.toSize() / 10, QImage.Format.Format_RGB32)
    painter = Ear(image)
    sheet.draw(painter)
    painter.end()
    return painter.said


def test_a_week_breaks_its_lines_while_there_is_room_below(theme: Theme) -> None:
    line = SheetLine("12:00 PM", "Maximiliane Freifrau von Hohenstein",
                     "–1:00 PM · 09:30 in New York · Zoom and then the office")  # fmt: skip

    def drawn(count: int) -> list[str]:
        made = CalendarWords("", "", NAMES, (SheetDay("", (line,) * count),) * 7)
        sheet = CalendarSheet(theme, made, lying(A4))
        return heard(sheet)

    roomy = drawn(3)
    assert not any("…" in text for text in roomy)
    assert "Hohenstein" in " ".join(roomy)
    assert "office" in " ".join(roomy)
    full = drawn(25)
    assert any("…" in text for text in full)
    assert sum("12:00 PM" in text for text in full) == 7 * 25


def test_names_stand_clear_of_the_longest_time(theme: Theme) -> None:
    def left(when: str, title: str) -> list[int]:
        days = (SheetDay("", (SheetLine(when, title), SheetLine("9:00 AM–9:15 AM", "Bo"))),)
        page = painted(CalendarSheet(theme, CalendarWords("", "", (), days), A4))
        dark = [
            x for x in range(page.width())
            if any(page.pixelColor(x, y).lightness() < 160 for y in range(page.height()))
        ]  # fmt: skip
        return [b - a for a, b in pairwise(dark) if b - a > 6]

    assert left("12:00 PM–12:45 PM", "Lunch")  # a gap goes down the page between the two
    assert left("14:30–14:45", "Lunch")
