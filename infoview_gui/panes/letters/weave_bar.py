"""Chips of what the notes offer for a thank-you; a click weaves one in. Knows no database."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from infoview_gui.panes.letters.rows_menu import Row, RowsMenu
from infoview_gui.practice.letters_thanks import Chip
from infoview_gui.practice.marks import MarkKind
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button, set_kind
from infoview_gui.widgets.flow_layout import FlowLayout
from infoview_gui.widgets.labels import label, plain_tool_tip

MOST = 8
_LONGEST = 42
_ICONS = {
    MarkKind.INSIGHT: "lightbulb",
    MarkKind.TODO: "square-check",
    MarkKind.PERSON: "user-plus",
}
_KINDS = {
    MarkKind.INSIGHT: "Insight",
    MarkKind.TODO: "Promise",
    MarkKind.PERSON: "Person named",
}


class WeaveBar(QFrame):
    """Shown where there is something to weave in that is not in the letter yet."""

    wanted = Signal(object)
    """A Chip to be put into the letter."""

    def __init__(self, theme: Theme, menu: RowsMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self._theme = theme
        self._menu = menu
        self._chips: tuple[Chip, ...] = ()
        self._in: frozenset[Chip] = frozenset()
        self.buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 20, 8)
        column.setSpacing(6)
        column.addWidget(label("From your notes, to be woven in", "small", self))
        self._flow = FlowLayout(gap=6)
        column.addLayout(self._flow)
        self.hide()

    def show_chips(self, chips: Sequence[Chip], woven: Collection[Chip]) -> None:
        """Offer these; those that are in the letter already are not offered."""
        if tuple(chips) != self._chips or frozenset(woven) != self._in:
            self._chips, self._in = tuple(chips), frozenset(woven)
            self._fill()
        self.setVisible(bool(self.buttons))

    def _fill(self) -> None:
        focused = any(button.hasFocus() for button in self.buttons)
        self._flow.clear()
        left = [chip for chip in self._chips if chip not in self._in]
        self.buttons = [self._button(chip) for chip in left[:MOST]]
        rows = [Row(f"{_KINDS[chip.kind]}: {_short(chip.words)}", chip) for chip in left]
        self._menu.show_rows(rows)
        self._menu.menuAction().setEnabled(bool(left))
        if focused and self.buttons:
            self.buttons[0].setFocus()

    def _button(self, chip: Chip) -> QPushButton:
        words = _short(chip.words).replace("&", "&&")
        icon = _ICONS[chip.kind]
        button = push_button(self._theme, words, icon=icon, kind="pill", small=True, parent=self)
        set_kind(self._theme, button, "pill", icon)
        button.setAccessibleName(f"{_KINDS[chip.kind]}: {chip.words}")
        button.setToolTip(plain_tool_tip(f"Puts in: {chip.clause}"))
        button.clicked.connect(partial(self._on_wanted, chip))
        self._flow.addWidget(button)
        button.show()
        return button

    def _on_wanted(self, chip: Chip, _checked: bool = False) -> None:
        self.wanted.emit(chip)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
