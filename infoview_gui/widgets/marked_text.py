"""One line of words some of which are lifted out, painted and cut with … where it does not fit.

Text from data is only ever text here: what is lifted out are ranges, not tags. Knows nothing of
why they are lifted out.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from infoview_gui.theme import Theme
from infoview_gui.widgets.line_text import utf16_offset

Span = tuple[int, int]
"""First code point and the one after the last."""
_LONGEST = 400
_WIDE = 1e6
_NEAR = 6
"""The sign … is never wider than so many letters."""


def draw_marked(
    painter: QPainter,
    theme: Theme,
    room: QRect,
    text: str,
    spans: Sequence[Span],
    font: QFont,
    ink: str = "text",
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> None:
    """Draw a text in the middle of the height of ``room``, at the side where ``direction`` begins.

    ``ink`` is a colour token.
    """
    text = text[:_LONGEST].replace("\n", " ")
    if not spans:
        _draw_plain(painter, theme, room, text, font, ink, direction)
        return
    formats = _formats(theme, text, spans)
    layout = _laid_out(text, formats, font)
    if layout.lineAt(0).naturalTextWidth() > room.width():
        layout = _cut(layout, text, spans, room.width(), theme, direction)
    line = layout.lineAt(0)
    leads_right = direction == Qt.LayoutDirection.RightToLeft
    x = room.right() + 1 - line.naturalTextWidth() if leads_right else room.x()
    painter.setPen(theme.colour(ink))
    layout.draw(painter, QPointF(x, room.y() + (room.height() - line.height()) / 2))


def _draw_plain(
    painter: QPainter,
    theme: Theme,
    room: QRect,
    text: str,
    font: QFont,
    ink: str,
    direction: Qt.LayoutDirection,
) -> None:
    """Draw what has nothing to be lifted out: most of what a list shows, and much faster."""
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    leads_right = direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if leads_right else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, flags, shown)


def _cut(
    layout: QTextLayout,
    text: str,
    spans: Sequence[Span],
    width: int,
    theme: Theme,
    direction: Qt.LayoutDirection,
) -> QTextLayout:
    """Return the text with … so that it fits; at least the sign itself is left."""
    font, low, high = layout.font(), 0, len(text)
    fitting = _laid_out("…", [], font)
    if text.isascii() and direction == Qt.LayoutDirection.LeftToRight:
        # The usual text: Qt tells where the room ends.
        high = min(high, _place_at(layout, width))
        low = max(0, high - _NEAR)
    while low < high:
        middle = (low + high + 1) // 2
        kept = text[:middle].rstrip()
        inside = [(start, min(end, len(kept))) for start, end in spans if start < len(kept)]
        tried = _laid_out(f"{kept}…", _formats(theme, kept, inside), font)
        if tried.lineAt(0).naturalTextWidth() <= width:
            fitting, low = tried, middle
        else:
            high = middle - 1
    return fitting


def _place_at(layout: QTextLayout, x: float) -> int:
    found: object = layout.lineAt(0).xToCursor(x)
    return found if isinstance(found, int) else 0


def _laid_out(
    text: str,
    formats: Sequence[QTextLayout.FormatRange],
    font: QFont,
) -> QTextLayout:
    """Return one line; its words run as they are written, wherever the program begins to read."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.setFormats(list(formats))
    layout.beginLayout()
    layout.createLine().setLineWidth(_WIDE)
    layout.endLayout()
    return layout


def _formats(theme: Theme, text: str, spans: Sequence[Span]) -> list[QTextLayout.FormatRange]:
    return [_format(theme.colour("accent"), text, span) for span in spans]


def _format(colour: QColor, text: str, span: Span) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    look.setForeground(colour)
    look.setFontWeight(QFont.Weight.Bold)
    found = QTextLayout.FormatRange()
    found.start = utf16_offset(text, span[0])
    found.length = utf16_offset(text, span[1]) - found.start
    found.format = look
    return found
