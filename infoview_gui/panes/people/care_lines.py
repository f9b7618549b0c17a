"""Two quiet lines about a person: what to mind before writing, and how often to be in touch.

Changes nothing itself.
"""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from infoview_gui.panes.people.contact_lines import IconLabel, TextButton
from infoview_gui.practice.routine.facts import Keep
from infoview_gui.practice.stages import Stage
from infoview_gui.services.records import PersonDetail
from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import wrapped_label

_OFFERED: Final = frozenset({Stage.TALKED, Stage.THANKED, Stage.IN_TOUCH})
"""Touch is kept with whom one has talked; where it was chosen before, that is shown."""


class CareLines(QWidget):
    """Each is there only where it has something to say."""

    keep_chosen = Signal(object)
    """A Keep."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._warning = QWidget(self)
        self._words = wrapped_label("", "muted", self._warning)
        self._keep = QWidget(self)
        self._button = TextButton(theme, "", "text", self._keep)
        self._menu = QMenu("Keep in touch", self._button)
        self._actions = {keep: self._menu.addAction(keep.value.capitalize()) for keep in Keep}
        for keep, action in self._actions.items():
            action.setCheckable(True)
            action.setData(keep.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for line, icon, words in (
            (self._warning, "triangle-alert", self._words),
            (self._keep, "refresh-cw", self._button),
        ):
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(10 if words is self._words else 6)
            mark = IconLabel(theme, icon, line)
            row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1 if words is self._words else 0)
            if words is self._button:
                row.addStretch(1)
            column.addWidget(line)
        self._menu.triggered.connect(self._on_chosen)
        self._button.clicked.connect(self._on_button)
        self.show_warning("")

    def show_person(self, person: PersonDetail) -> None:
        """Say how often to be in touch."""
        keep = Keep(person.keep) if person.keep in set(Keep) else Keep.NEVER
        for one, action in self._actions.items():
            action.setChecked(one is keep)
        words = f"Keep in touch: {keep.value}"
        self._button.setText(words)
        self._button.setAccessibleName(f"{words}. Change")
        self._button.updateGeometry()
        self._keep.setVisible(keep is not Keep.NEVER or person.stage in _OFFERED)
        self._show_or_hide()

    def show_warning(self, words: str) -> None:
        """Say what to mind; "" for nothing."""
        self._words.setText(words)
        self._warning.setVisible(bool(words))
        self._show_or_hide()

    def warning(self) -> str:
        """Return what is to be minded."""
        return self._words.text()

    def _show_or_hide(self) -> None:
        self.setHidden(self._warning.isHidden() and self._keep.isHidden())

    def _on_button(self) -> None:
        self._menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def _on_chosen(self, action: QAction) -> None:
        self.keep_chosen.emit(Keep(action.data()))
