"""The dialog for an appointment or a networking event, and for those who were met there.

Knows no pane: who opened it hears what was saved.
"""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from infoview_gui.panes.dialogs.engagement_form import EngagementForm
from infoview_gui.panes.dialogs.form_dialog import FormDialog
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import counted
from infoview_gui.services.bundle import Services
from infoview_gui.services.engagement_reading import engagement
from infoview_gui.services.engagement_records import KIND_WORDS
from infoview_gui.theme import Theme

_WIDTH = 460
_MINUTES = 60


class EngagementDialog(FormDialog):
    """Opens window-modal; Enter saves, Esc cancels."""

    def __init__(
        self,
        theme: Theme,
        services: Services,
        times: LocalTime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _WIDTH, parent)
        self._services = services
        self._editing: int | None = None
        self._people = False
        self.form = EngagementForm(theme, services, times, self)
        self.hold(self.form)

    def ask(self, kind: str, start: int | None) -> None:
        """Open an empty form; ``start`` in ms since 1970 UTC, None where no time is known."""
        self._editing, self._people = None, False
        self.form.show_new(kind, start, _MINUTES)
        self.call(f"New {KIND_WORDS.get(kind, kind)}")
        self.open()

    def edit(self, engagement_id: int, *, people: bool = False) -> None:
        """Open one that exists, with the cursor where ``people`` are named; none that is gone."""
        row = engagement(engagement_id)
        if row is None:
            return
        self._editing, self._people = engagement_id, people
        self.form.show_row(row)
        self.call("Add people met" if people else f"Change the {row.kind_words}")
        self.open()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the title, or where people are named."""
        super().showEvent(event)
        self.form.begin(people=self._people)

    def keep(self) -> None:
        """Add it, or change the one that is edited."""
        if not self.form.check():
            return
        draft, verbs = self.form.draft(), self._services.engagements
        if self._editing is None:
            engagement_id, verb = verbs.add(draft), "Added"
        elif engagement(self._editing) is None:
            self.said.emit("It was deleted in the meantime; nothing was changed.")
            self.reject()
            return
        else:
            engagement_id, verb = self._editing, "Changed"
            verbs.revise(engagement_id, draft)
        self.accept()
        new = counted(len(draft.names), "person is", "people are") if draft.names else ""
        told = f" {new} new in People." if new else ""
        self.said.emit(f"{verb} {verbs.title(engagement_id)}.{told} Ctrl+Z takes it back.")
