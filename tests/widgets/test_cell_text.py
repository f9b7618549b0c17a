"""Words in cells, as they are painted."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from infoview_gui.theme import Theme
from infoview_gui.widgets.cell_text import Line, draw_line
from tests.theme.look import dressed

ROOM = QRect(0, 0, 120, 18)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


def painted(theme: Theme, text: str, *, struck: bool, ratio: float) -> QImage:
    image = QImage(ROOM.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    font = QFont(theme.font(13))
    font.setStrikeOut(struck)
    painter = QPainter(image)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a widget says it; an image not
    draw_line(painter, theme, ROOM, Line(text, font))
    painter.end()
    return image


def dark_rows(image: QImage, columns: range) -> list[int]:
    grey = [[image.pixelColor(x, y).lightness() for x in columns] for y in range(image.height())]
    return [y for y, row in enumerate(grey) if min(row) < 200]


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("text", ["x x", "\u00e9 \u00e9"])
def test_the_line_through_struck_out_words_runs_through_them(
    theme: Theme, text: str, ratio: float
) -> None:
    plain = painted(theme, text, struck=False, ratio=ratio)
    struck = painted(theme, text, struck=True, ratio=ratio)
    letters = dark_rows(plain, range(plain.width()))
    gap = next(
        x
        for x in range(round(2 * ratio), plain.width())
        if not dark_rows(plain, range(x, x + 1)) and dark_rows(plain, range(x + 1, x + 20))
    )
    through = dark_rows(struck, range(gap, gap + 1))
    assert through
    assert letters[0] < through[0] <= through[-1] < letters[-1]
