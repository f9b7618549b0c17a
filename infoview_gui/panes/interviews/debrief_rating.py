"""“How useful was it?” 1 to 5. Tells what is chosen; writes nothing."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.services.debrief import USEFULNESS
from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import label
from infoview_gui.widgets.mirror import mirrored, mirrored_margins

_SIDE, _ICON_PX = 18, 16
_QUESTION = "How useful was it?"


class _Grade(QPushButton):
    """One grade; a choice, not a verb."""


class Rating(QFrame):
    """Five pills, one tab stop; a digit chooses, the chosen one again takes it back."""

    rated = Signal(object)
    """The grade, or None."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._value: int | None = None
        self.setProperty("kind", "strip")
        self.setAccessibleName(_QUESTION)
        self.group = QButtonGroup(self)
        column = QVBoxLayout(self)
        beside_star = _SIDE + _ICON_PX + 11
        column.setContentsMargins(mirrored_margins(self, beside_star, 12, _SIDE, 12))
        column.setSpacing(8)
        column.addWidget(label(_QUESTION, "strong"))
        row = QHBoxLayout()
        row.setSpacing(6)
        for grade in USEFULNESS:
            row.addWidget(self._grade(grade))
        row.addStretch()
        column.addLayout(row)
        self.group.buttonClicked.connect(self._on_clicked)
        theme.changed.connect(self.update)

    def show_grade(self, value: int | None) -> None:
        """Show what was chosen, None for nothing yet."""
        self._value = value
        self.group.setExclusive(False)
        for button in self.group.buttons():
            button.setChecked(self.group.id(button) == value)
        self.group.setExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by a digit."""
        digit = event.text()
        if digit.isdecimal() and int(digit) in USEFULNESS:
            self.group.button(int(digit)).setFocus()
            self._choose(int(digit))
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the star."""
        super().paintEvent(event)
        drawn = self._theme.pixmap("star", "muted", _ICON_PX, self.devicePixelRatioF())
        place = mirrored(self, QRect(_SIDE, 13, _ICON_PX, _ICON_PX))
        QPainter(self).drawPixmap(place.topLeft(), drawn)

    def _grade(self, grade: int) -> QPushButton:
        button = _Grade(str(grade), self)
        button.setProperty("kind", "pill")
        button.setAutoDefault(False)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(f"{grade} of {len(USEFULNESS)}")
        button.setAccessibleDescription(_QUESTION)
        self.group.addButton(button, grade)
        return button

    def _on_clicked(self, button: QAbstractButton) -> None:
        self._choose(self.group.id(button))

    def _choose(self, grade: int) -> None:
        value = None if grade == self._value else grade
        self.show_grade(value)
        self.rated.emit(value)
