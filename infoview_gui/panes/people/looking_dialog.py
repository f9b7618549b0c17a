"""A window that looks for what is there twice and then goes through it, with keys and an undo.

The looking is done beside the window; with much to compare it takes a moment. Must not know what is
compared.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QWidget

from infoview_gui.panes.dialogs.background import Background, Stop
from infoview_gui.services.bundle import Services
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.empty_state import EmptyState

LOOKING, NOTHING, PAIR = range(3)
"""The pages of ``pages``."""


class LookingDialog(QDialog):
    """Those who inherit say what is looked for, and show what was found."""

    said = Signal(str)

    def __init__(self, theme: Theme, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._services = theme, services
        self._done = 0
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.pages = QStackedWidget(self)
        self._background = Background(services.store, self)
        self._background.finished.connect(self._on_found)
        self._background.failed.connect(self._on_failed)

    def hold(self, looking: str, nothing: EmptyState, pair: QWidget) -> None:
        """Make the pages; ``looking`` says what is being compared."""
        self._looking = EmptyState(self._theme, "hourglass", "Looking …", looking, self)
        for page in (self._looking, nothing, pair):
            self.pages.addWidget(page)

    def key_button(self, text: str, icon: str, keys: str, *, small: bool = False) -> QPushButton:
        """Make a button that a key presses as well."""
        button = push_button(
            self._theme, text, icon=icon, small=small, shortcut_hint=keys, parent=self
        )
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(button.click)
        self.addAction(action)
        return button

    def look(self) -> None:
        """Look, and show that it is being done."""
        self.pages.setCurrentIndex(LOOKING)
        self._background.run(self.search)

    def search(self, stop: Stop) -> object:
        """Return what is there twice; on another thread, until ``stop`` says so."""
        raise NotImplementedError

    def show_found(self, found: object) -> None:
        """Show what ``search`` returned."""
        raise NotImplementedError

    def done(self, result: int) -> None:
        """Look no further."""
        self._background.cancel()
        super().done(result)

    def _on_found(self, found: object) -> None:
        self.show_found(found)

    def _on_failed(self, error: Exception) -> None:
        self._looking.show_text("They could not be compared", str(error))

    def _on_undo(self) -> None:
        if self._done > 0:
            self._done -= 1
            self._services.store.undo()
            self.look()
