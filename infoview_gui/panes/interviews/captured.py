"""“Captured so far”: how many lines carry which mark. Hidden while there is none.

Is handed the counts; reads no notes.
"""

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from infoview_gui.panes.mark_looks import MARK_LOOKS, MARK_WORDS
from infoview_gui.panes.phrases import counted
from infoview_gui.practice.marks import MarkKind
from infoview_gui.theme import Theme
from infoview_gui.widgets.chip import Chip
from infoview_gui.widgets.flow_layout import FlowLayout
from infoview_gui.widgets.labels import label


class CapturedPanel(QFrame):
    """One pill for each kind of mark that occurs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "foot")
        self.setAccessibleName("Captured so far")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 12)
        column.setSpacing(8)
        column.addWidget(label("Captured so far", "h3"))
        flow = FlowLayout(gap=6)
        self.chips: dict[MarkKind, Chip] = {}
        for kind, (tone, icon) in MARK_LOOKS.items():
            chip = Chip(theme, "", tone, self, icon=icon)
            chip.hide()
            flow.addWidget(chip)
            self.chips[kind] = chip
        column.addLayout(flow)
        self.hide()

    def show_counts(self, counts: Mapping[MarkKind, int]) -> None:
        """Show how many there are of each kind."""
        for kind, chip in self.chips.items():
            number = counts.get(kind, 0)
            tone, icon = MARK_LOOKS[kind]
            text = counted(number, *MARK_WORDS[kind])
            if text != chip.text():
                chip.show_chip(text, tone, icon)
            chip.setVisible(number > 0)
        self.setVisible(any(counts.values()))
