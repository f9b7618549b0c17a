"""How a reader of the screen sees widgets: by ear (names), by keyboard (focus) and by eye."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

TEXT, SHAPE = 4.5, 3.0
"""The least contrasts (WCAG 2.2, 1.4.3 and 1.4.11)."""
_NEAR = 6
_SHARP = 3


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def settle() -> None:
    """Let queued layouts, paints and notices happen."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        QApplication.processEvents()


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    seen = QAccessible.queryAccessibleInterface(widget)
    return "" if seen is None else seen.text(QAccessible.Text.Name)


def flat(text: str) -> str:
    """A text without mnemonics and line breaks."""
    return " ".join(text.replace("&", "").split())


def label_of(widget: QWidget) -> str:
    """What the label says that belongs to a field; on Linux a combo box is named only by it."""
    seen = QAccessible.queryAccessibleInterface(widget)
    if seen is None:
        return ""
    found = [
        other.text(QAccessible.Text.Name)
        for other, relation in seen.relations(QAccessible.RelationFlag.AllRelations)
        if relation & QAccessible.RelationFlag.Label
    ]
    return " ".join(found)


def called(widget: QWidget) -> str:
    """A widget in the words of a test's message."""
    kind = type(widget).__name__
    above = widget.parentWidget()
    return f"{kind} “{spoken_name(widget)}” in {type(above).__name__ if above else 'nothing'}"


def _within_control(widget: QWidget) -> bool:
    above = widget.parentWidget()
    return isinstance(above, QComboBox | QAbstractSpinBox) or (
        isinstance(above, QLineEdit) and isinstance(widget, QAbstractButton)
    )


def tab_stops(root: QWidget) -> list[QWidget]:
    """Every widget in ``root`` on which Tab stops now."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(root)
        and widget.isEnabledTo(root)
        and widget.window() is root.window()
        and widget.focusProxy() is None
        and not _within_control(widget)
    ]


def picture(widget: QWidget, area: QRect, ratio: int = 1) -> QImage:
    """An area of a window, so many device pixels for each logical one."""
    image = QImage(area.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    widget.render(painter, QPoint(), QRegion(area))
    painter.end()
    return image


def colours(image: QImage) -> Counter[int]:
    """How many pixels have which colour."""
    return Counter(image.pixel(x, y) for y in range(image.height()) for x in range(image.width()))


def place_of(widget: QWidget, margin: int = 0) -> QRect:
    """Where a widget lies in its window, as far as it is inside."""
    window = widget.window()
    area = QRect(widget.mapTo(window, QPoint()), widget.size())
    area = area.adjusted(-margin, -margin, margin, margin).intersected(window.rect())
    above = widget.parentWidget()
    while above is not None and above is not window:
        area = area.intersected(QRect(above.mapTo(window, QPoint()), above.size()))
        above = above.parentWidget()
    return area


def ring_pixels(widget: QWidget, elsewhere: QWidget) -> int:
    """How many pixels the focus changes so that they can be told from before or from around.

    The focus comes by Tab, from ``elsewhere``.
    """
    widget.setFocus(Qt.FocusReason.TabFocusReason)  # it is scrolled to
    settle()
    window, area = widget.window(), place_of(widget, 3)
    elsewhere.setFocus(Qt.FocusReason.OtherFocusReason)
    settle()
    without = picture(window, area)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    ringed = picture(window, area)
    around = QColor.fromRgb(without.pixel(0, without.height() // 2))
    return sum(
        count
        for (before, after), count in _changes(without, ringed).items()
        if _is_told(QColor.fromRgb(before), QColor.fromRgb(after), around)
    )


def _changes(one: QImage, other: QImage) -> Counter[tuple[int, int]]:
    places = ((x, y) for y in range(one.height()) for x in range(one.width()))
    pairs = ((one.pixel(x, y), other.pixel(x, y)) for x, y in places)
    return Counter(pair for pair in pairs if pair[0] != pair[1])


def _is_told(before: QColor, after: QColor, around: QColor) -> bool:
    changed = contrast(before, after)
    return changed >= SHAPE or (changed >= 1.5 and contrast(after, around) >= SHAPE)


def ring_needed(widget: QWidget) -> int:
    """How many pixels are enough: half of the widget's edge, or a mark in a large view."""
    area = place_of(widget)
    edge = 2 * (area.width() + area.height())
    return min(edge // 2, 120)


def texts(root: QWidget) -> Iterator[tuple[QWidget, QRect]]:
    """Every widget that shows words of its own, and where in the window they stand."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or not widget.isEnabled() or widget.window() is not root:
            continue
        if isinstance(widget.parentWidget(), QLineEdit | QAbstractSpinBox):
            continue  # an icon, or what its field shows
        words = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
        if isinstance(widget, QLineEdit) and not words:
            words = widget.placeholderText()
        area = place_of(widget)
        inner = area.adjusted(4, 4, -4, -4) if not isinstance(widget, QLabel) else area
        if words.strip() and inner.width() > 8 and inner.height() > 8:
            yield widget, inner


def word_contrast(window: QWidget, area: QRect) -> float:
    """How well the words in an area stand out, drawn so large that strokes have their full ink."""
    seen = colours(picture(window, area, _SHARP))
    ground = QColor.fromRgb(seen.most_common(1)[0][0])
    return max(contrast(QColor.fromRgb(colour), ground) for colour in seen)


def edge_contrast(widget: QWidget) -> float:
    """How well the edge of a field at the left of its middle stands out from what is around."""
    window, area = widget.window(), place_of(widget)
    middle = QRect(area.left() - 3, area.center().y(), _NEAR, 1).intersected(window.rect())
    image = picture(window, middle)
    around = QColor.fromRgb(image.pixel(0, 0))
    inside = (QColor.fromRgb(image.pixel(x, 0)) for x in range(image.width()))
    return max(contrast(colour, around) for colour in inside)


def has_edge(widget: QWidget) -> bool:
    """Whether a widget is a field that is known by its edge."""
    plain = widget.property("kind") not in {"bare"}
    is_field = isinstance(widget, QLineEdit | QComboBox | QAbstractSpinBox)
    return is_field and plain and not isinstance(widget.parentWidget(), QAbstractItemView)
