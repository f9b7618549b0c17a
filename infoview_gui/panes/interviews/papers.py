"""What of a conversation goes on paper or into a file: prep sheet and notes.

Loads what it needs when it is first asked, so that a start does not wait for printing.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.bundle import Services
from infoview_gui.services.records import ConversationRecord
from infoview_gui.theme import Theme

if TYPE_CHECKING:
    from infoview_gui.panes.interviews.notes_export import NotesExport


class Papers(QObject):
    """Acts on the conversation that is shown; what is typed comes to the disk before."""

    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        services: Services,
        times: LocalTime,
        shown: Callable[[], ConversationRecord | None],
        leave: Callable[[], None],
        pane: QWidget,
    ) -> None:
        super().__init__(pane)
        self._theme = theme
        self._services = services
        self._times = times
        self._shown = shown
        self._leave = leave
        self._pane = pane
        self._export: NotesExport | None = None

    def show_prep_sheet(self) -> None:
        """Show the prep sheet, to be read, printed or saved."""
        from infoview_gui.panes.interviews.prep_dialog import (  # noqa: PLC0415 - when first wanted
            PrepDialog,
        )

        self._leave()
        record = self._shown()
        sheet = None if record is None else self._services.prep.sheet(record.id)
        if sheet is not None:
            dialog = PrepDialog(self._theme, sheet, self._times, self._pane.window())
            dialog.said.connect(self.said)
            dialog.open()

    def export_notes(self) -> None:
        """Ask where the notes go, and as what."""
        from infoview_gui.panes.interviews.notes_export import (  # noqa: PLC0415 - as above
            NotesExport,
        )

        self._leave()
        record = self._shown()
        if record is None:
            return
        if self._export is None:
            window = self._pane.window()
            self._export = NotesExport(self._theme, self._services, self._times, window)
            self._export.said.connect(self.said)
        self._export.ask(record)
