"""The points of a checklist as check boxes side by side. Knows points, not services."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from infoview_gui.services.checklists import Point
from infoview_gui.widgets.flow_layout import FlowLayout
from infoview_gui.widgets.labels import plain_tool_tip

_MOST = 60
_GAP = 16


class ChecklistFlow(QWidget):
    """``ticked`` tells of the user, never of ``show_points``."""

    ticked = Signal(int, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts: list[str] = []
        self._boxes: list[QCheckBox] = []
        self._flow = FlowLayout(self, gap=_GAP)
        self.setAccessibleName("Checklist")

    def show_points(self, points: Sequence[Point]) -> None:
        """Show the points; boxes with the same words stay, and so does the focus."""
        texts = [point.text for point in points]
        if texts != self._texts:
            self._make(texts)
        for box, point in zip(self._boxes, points, strict=True):
            box.setChecked(point.done_at is not None)

    def controls(self) -> list[QWidget]:
        """Return what the keyboard reaches, in order."""
        return list(self._boxes)

    def _make(self, texts: Sequence[str]) -> None:
        focused = next((n for n, box in enumerate(self._boxes) if box.hasFocus()), None)
        self._flow.clear()
        self._texts = list(texts)
        self._boxes = [self._box(text) for text in texts]
        if focused is not None and self._boxes:
            near = min(focused, len(self._boxes) - 1)
            self._boxes[near].setFocus(Qt.FocusReason.OtherFocusReason)

    def _box(self, text: str) -> QCheckBox:
        line = " ".join(text.split())
        short = line if len(line) <= _MOST else f"{line[: _MOST - 1].rstrip()}…"
        box = QCheckBox(short.replace("&", "&&"), self)
        box.setAccessibleName(line)
        if short != line:
            box.setToolTip(plain_tool_tip(line))
        box.clicked.connect(self._on_clicked)
        self._flow.addWidget(box)
        box.show()
        return box

    def _on_clicked(self, checked: bool) -> None:  # a slot
        box = self.sender()
        if isinstance(box, QCheckBox):
            self.ticked.emit(self._boxes.index(box), checked)
