"""The head of the import wizard: title, what is read, and the steps in words. Knows no services."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from infoview_gui.theme import Theme, repolish
from infoview_gui.widgets.chip import Chip
from infoview_gui.widgets.labels import label, set_role, set_tone


class Step(IntEnum):
    """The steps from the left."""

    FILE = 0
    COLUMNS = 1
    LOOK = 2
    DONE = 3

    @property
    def title(self) -> str:
        """Return the words for it."""
        return ("File", "Columns", "Look before it lands", "Done")[self]


class WizardHead(QFrame):
    """Steps passed have a check mark, the present one is bold: not by colour alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "strip")
        self._source = Chip(theme, "", "acc")
        self._note = label("", "muted")
        self._checks: list[QLabel] = []
        self._words: list[QLabel] = []
        self._arrange()
        theme.changed.connect(self._draw_checks)

    def show_source(self, words: str) -> None:
        """Say what is read; empty while nothing is."""
        self._source.show_chip(words, "acc")
        self._source.setVisible(bool(words))

    def show_step(self, step: Step, note: str) -> None:
        """Say which step it is and what is true of it."""
        self._note.setText(note)
        for number, (check, words) in enumerate(zip(self._checks, self._words, strict=True)):
            check.setVisible(number < step)
            set_role(words, "strong" if number == step else "muted")
            set_tone(words, "accent" if number == step else "")
            words.setAccessibleDescription("this step" if number == step else "")
            repolish(words)
        self._draw_checks()

    def _arrange(self) -> None:
        upper = QHBoxLayout()
        upper.addWidget(label("Import people", "h1"))
        upper.addStretch()
        upper.addWidget(self._source)
        lower = QHBoxLayout()
        lower.setSpacing(6)
        for step in Step:
            check, words = QLabel(), label(step.title)
            self._checks.append(check)
            self._words.append(words)
            lower.addWidget(check)
            lower.addWidget(words)
            lower.addSpacing(14)
        lower.addStretch()
        lower.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(16)
        column.addLayout(upper)
        column.addLayout(lower)

    def _draw_checks(self) -> None:
        icon = self._theme.icon("check", "muted")
        for check in self._checks:
            check.setPixmap(icon.pixmap(QSize(16, 16), self.devicePixelRatioF()))


def names_of(names: Sequence[str]) -> str:
    """Return one file name, or how many there are."""
    return names[0] if len(names) == 1 else f"{len(names)} files"
