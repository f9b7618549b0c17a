"""A layout that keeps widgets in one line: where room is short the first of them gives way.

Knows nothing of what they are.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

_LEAST = 60


class OneLine(QLayout):
    """From the left, each as wide as it wants to be; those after the first share half at least."""

    def __init__(self, *, gap: int = 2) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - overrides Qt
        """Add one more at the end."""
        self._items.append(item)

    def put_first(self, widget: QWidget) -> None:
        """Add one before all others."""
        self.addWidget(widget)
        self._items.insert(0, self._items.pop())

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt asks past the end
        """Return one, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - as itemAt
        """Remove one and return it, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - overrides Qt
        """Return none: it takes what it needs."""
        return Qt.Orientation(0)

    def sizeHint(self) -> QSize:
        """Return the size at which nothing is cut."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, self._height())

    def minimumSize(self) -> QSize:  # noqa: N802 - overrides Qt
        """Allow all of them to be cut."""
        return QSize(min(_LEAST, self.sizeHint().width()), self._height())

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - overrides Qt
        """Put everything in its place."""
        super().setGeometry(rect)
        around = self.parentWidget()
        way = Qt.LayoutDirection.LeftToRight if around is None else around.layoutDirection()
        at = rect.x()
        for item, width in zip(self._shown(), self._widths(rect.width()), strict=True):
            place = QRect(QPoint(at, rect.y()), QSize(width, rect.height()))
            item.setGeometry(QStyle.visualRect(way, rect, place))
            at += width + self._gap

    def _widths(self, room: int) -> list[int]:
        wanted = [item.sizeHint().width() for item in self._shown()]
        if not wanted:
            return []
        room -= self._gap * (len(wanted) - 1)
        first, rest = wanted[0], wanted[1:]
        behind = min(sum(rest), max(room - first, room // 2)) if rest else 0
        # The last is the one with words; what stands between is a sign.
        last = max(0, behind - sum(rest[:-1])) if rest else 0
        return [min(first, room - behind), *rest[:-1], *([last] if rest else [])]

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _height(self) -> int:
        return max((item.sizeHint().height() for item in self._shown()), default=0)
