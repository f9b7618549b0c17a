"""The bar where an entry begins: its shape says what kind it is to those who see no colours.

Must not know how the entry around it is painted.
"""

from PySide6.QtCore import QRectF

_LINE, _NARROW = 3.0, 24.0
_TWO = ((0.0, 2.0), (4.0, 2.0))
_FRAME = 5.0


def bar_parts(kind: str, box: QRectF, mirrored: bool) -> tuple[QRectF, ...]:
    """Return what is filled along the leading edge of a box (pixels).

    A line for a conversation, two for a networking event, a frame for an own appointment.
    """
    width = box.width()
    if width < _NARROW or kind not in {"networking", "appointment"}:
        return (_along(box, 0, min(_LINE, width), mirrored),)
    if kind == "networking":
        return tuple(_along(box, start, width, mirrored) for start, width in _TWO)
    sides = (_along(box, 0, 1, mirrored), _along(box, _FRAME - 1, 1, mirrored))
    ends = _along(box, 0, _FRAME, mirrored)
    top, bottom = QRectF(ends), QRectF(ends)
    top.setHeight(1)
    bottom.setTop(box.bottom() - 1)
    return *sides, top, bottom


def _along(box: QRectF, start: float, width: float, mirrored: bool) -> QRectF:
    part = QRectF(box)
    if mirrored:
        part.setLeft(box.right() - start - width)
    elif start:
        part.setLeft(box.left() + start)
    part.setWidth(width)
    return part
