"""What the window offers to keep the data safe: back up, restore, and words about damage.

Everything is made when it is first wanted.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.bundle import Services
from infoview_gui.theme import Theme

if TYPE_CHECKING:
    from infoview_gui.window.back_up import BackUp
    from infoview_gui.window.damage import Good


class Safekeeping(QObject):
    """Opens the dialogs; ``folder`` says where backups lie, asked anew each time."""

    said = Signal(str)
    restore_prepared = Signal(object)
    """A Prepared: close the database and put it in place."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        services: Services,
        times: LocalTime,
        folder: Callable[[], Path],
        save_typed: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._store = services.store
        self._times = times
        self._folder = folder
        self._save_typed = save_typed
        self._back_up: BackUp | None = None

    def back_up(self) -> None:
        """Ask where to and back up."""
        from infoview_gui.window.back_up import BackUp  # noqa: PLC0415 - when first wanted

        if self._back_up is None:
            self._back_up = BackUp(self._store, self._times, self._window)
            self._back_up.said.connect(self.said)
        self._save_typed()
        self._back_up.ask()

    def restore(self) -> None:
        """Let a backup be chosen."""
        from infoview_gui.window.restore_dialog import (  # noqa: PLC0415 - when first wanted
            RestoreDialog,
        )

        dialog = RestoreDialog(
            self._theme, self._store, self._times, self._folder(), self._save_typed, self._window
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.prepared.connect(self.restore_prepared)
        dialog.open()

    def tell_damage(self, good: "Good | None") -> None:
        """Say that the database is damaged, and offer the newest good backup."""
        from infoview_gui.window.damage import make_damage_box  # noqa: PLC0415 - as above

        box, restore = make_damage_box(self._window, good)
        if isinstance(restore, QPushButton):
            restore.clicked.connect(self.restore, Qt.ConnectionType.QueuedConnection)
        box.open()
