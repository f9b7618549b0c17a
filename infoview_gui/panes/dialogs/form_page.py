"""The fields of a dialog, each under its name, with sentences below that are there when needed.

Knows nothing of what is asked.
"""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from infoview_gui.widgets.labels import label, set_tone, wrapped_label


class FormPage(QWidget):
    """Those who inherit make the fields and put them below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)

    def sentence(self, name: str, role: str, tone: str = "") -> QLabel:
        """Return a line that ``say`` fills; nothing is seen of it before."""
        made = wrapped_label("", role, self)
        made.setObjectName(name)  # no accessible name: a reader is to say the words
        set_tone(made, tone)
        made.hide()
        return made

    def heading(self, words: str, field: QWidget) -> QLabel:
        """Put the name of a field below what is there."""
        made = label(words, "h3", self)
        made.setBuddy(field)
        self.column.addWidget(made)
        return made

    def field(self, words: str, field: QWidget, *below: QWidget) -> QLabel:
        """Put a field under its name, lines about it below, and then some room."""
        title = self.heading(words, field)
        for part in (field, *below):
            self.column.addWidget(part)
        self.column.addSpacing(8)
        return title

    def beside_zone(self, before: QWidget, zones: QWidget) -> QLabel:
        """Put on one line what may stand in place of a time, and the zone of a time."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(before)
        row.addStretch()
        agreed = label("Agreed in", "small", self)
        agreed.setBuddy(zones)
        row.addWidget(agreed)
        row.addWidget(zones)
        self.column.addLayout(row)
        return agreed


def say(line: QLabel, words: str) -> None:
    """Show a sentence, or nothing where there is none."""
    line.setText(words)
    line.setVisible(bool(words))
