"""What is lifted out is in another colour; what does not fit is cut within its room."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from infoview_gui.theme import Theme
from infoview_gui.widgets.marked_text import Span, draw_marked
from tests.theme.look import dressed

WIDTH, HEIGHT = 300, 20
ROOM = QRect(20, 0, 160, HEIGHT)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


def _drawn(
    theme: Theme,
    text: str,
    spans: list[Span],
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_marked(painter, theme, ROOM, text, spans, theme.font(13), "text", direction)
    painter.end()
    return image


def _inked(image: QImage) -> list[int]:
    """The columns in which something is drawn."""
    white = QColor("white")
    rows = range(image.height())
    return [x for x in range(image.width()) if any(image.pixelColor(x, y) != white for y in rows)]


def _greens(image: QImage) -> int:
    """Pixels of the accent: its green is stronger than its red."""
    colours = (image.pixelColor(x, y) for x in range(WIDTH) for y in range(HEIGHT))
    return sum(colour.green() > colour.red() + 40 for colour in colours)


TEXTS = {
    "short": "short",
    "long": "long words " * 30,
    "one word": "x" * 500,
    "Arabic": "م" * 200,
    "emoji": "\U0001f600" * 99,
    "none": "",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_nothing_is_drawn_outside_its_room(
    theme: Theme, text: str, direction: Qt.LayoutDirection
) -> None:
    inked = _inked(_drawn(theme, text, [(0, 3)], direction))
    assert bool(inked) == bool(text)
    assert all(ROOM.left() - 2 <= x <= ROOM.right() + 2 for x in inked)


def test_a_text_leads_from_the_side_of_its_language(theme: Theme) -> None:
    left = _inked(_drawn(theme, "word", []))
    right = _inked(_drawn(theme, "word", [], Qt.LayoutDirection.RightToLeft))
    assert left[0] < ROOM.left() + 4
    assert right[-1] > ROOM.right() - 4


def test_what_was_typed_is_lifted_out(theme: Theme) -> None:
    assert _greens(_drawn(theme, "one two three", [])) == 0
    assert _greens(_drawn(theme, "one two three", [(4, 7)])) > 10
    assert _greens(_drawn(theme, "😀 two three", [(2, 5)])) > 10


def test_tags_are_words(theme: Theme) -> None:
    tags, plain = _drawn(theme, "<b>x</b>", []), _drawn(theme, "x", [])
    assert len(_inked(tags)) > 3 * len(_inked(plain))
