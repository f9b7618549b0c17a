"""Motivation, advocacy and posting of one employer, to be set. Knows no services."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from infoview_gui.panes.people.employer_words import MOTIVATION, POSTING
from infoview_gui.services.employers import EmployerRow
from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import label
from infoview_gui.widgets.segmented import Segmented

_ROWS = (
    ("motivation", "Motivation", ("0", "1", "2", "3"), "How much you would like to work there"),
    ("advocacy", "Advocacy", ("No", "Yes"), "Somebody you can turn to works there"),
    (
        "posting",
        "Posting",
        ("–", "1", "2", "3"),
        "1 no opening · 2 a similar one · 3 one that fits",
    ),
)


class PriorityEditor(QWidget):
    """Three rows of which each has one choice."""

    chosen = Signal(str, object)
    """The field and its value."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices: dict[str, Segmented] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (field, title, names, meaning) in enumerate(_ROWS):
            choice = Segmented(theme, names, self, name=title)
            choice.setObjectName(field)
            choice.setToolTip(meaning)
            choice.chosen.connect(self._on_chosen)
            self._choices[field] = choice
            grid.addWidget(label(title, "", self), 2 * row, 0)
            grid.addWidget(choice, 2 * row, 1)
            grid.addWidget(label(meaning, "small", self), 2 * row + 1, 0, 1, 2)
            grid.setRowMinimumHeight(2 * row + 1, 22)
        self._name_segments()

    def _name_segments(self) -> None:
        words = {"motivation": MOTIVATION, "posting": POSTING, "advocacy": ("No", "Yes")}
        for field, title, names, _meaning in _ROWS:
            buttons = self._choices[field].findChildren(QAbstractButton)
            for button, name, said in zip(buttons, names, words[field], strict=True):
                spoken = said if name == said else f"{name.replace('–', '')} {said}".strip()
                button.setAccessibleName(f"{title}: {spoken}")
                button.setToolTip(said)

    def show_row(self, row: EmployerRow) -> None:
        """Show what is stored."""
        self._choices["motivation"].choose(row.motivation)
        self._choices["advocacy"].choose(int(row.advocacy))
        self._choices["posting"].choose(row.posting)

    def _on_chosen(self, index: int) -> None:
        choice = self.sender()
        if isinstance(choice, Segmented):
            self.chosen.emit(choice.objectName(), index)
