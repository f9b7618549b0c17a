"""The status bar: what is saved, what was just said, and what the file holds."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.announce import announce
from infoview_gui.widgets.labels import ElidedLabel, label

ICON_PX = 14
SAID_MS = 12_000
SAVED = "All changes saved"


class StatusBar(QStatusBar):
    """Shows the state of saving at the left, counts at the right, messages between them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizeGripEnabled(False)
        self._icon = QLabel(self)
        self._saved = label(SAVED, "small")
        self._saved.setObjectName("saving")
        self._said = ElidedLabel("", "small")
        self._said.setObjectName("message")
        self._counts = label("", "small")
        self._counts.setObjectName("counts")
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(6, 0, 6, 0)
        layout.setSpacing(0)
        for part, stretch in (
            (self._icon, 0),
            (self._saved, 0),
            (self._said, 1),
            (self._counts, 0),
        ):
            layout.addWidget(part, stretch)
            if part is self._saved:
                layout.addSpacing(12)
        self.addWidget(row, 1)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(SAID_MS)
        self._quiet.timeout.connect(self._said.clear)
        theme.changed.connect(self._draw)
        self._trouble = ""
        self._draw()

    @property
    def trouble(self) -> str:
        """What is not saved and why; empty when all is well."""
        return self._trouble

    def say(self, text: str) -> None:
        """Show a sentence for a while."""
        self._said.setText(text)
        announce(self._said, text)
        self._quiet.start()

    def show_saving(self, trouble: str) -> None:
        """Say that all is saved, or what is not and why; that stays until it is."""
        if trouble != self._trouble:
            announce(self._saved, trouble)
        self._trouble = trouble
        self._draw()

    def show_counts(self, text: str) -> None:
        """Show what the file holds."""
        self._counts.setText(text)

    def _draw(self) -> None:
        icon, token = ("triangle-alert", "red") if self._trouble else ("check", "muted")
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.pixmap(icon, token, ICON_PX, ratio))
        self._saved.setText(self._trouble or SAVED)
        self._saved.setProperty("tone", "red" if self._trouble else "")
        self._saved.style().unpolish(self._saved)
        self._saved.style().polish(self._saved)
