"""The dialog that plans a conversation or changes one.

Make it once and keep it: what was typed in a creation that was cancelled is there the next time.
Knows no pane: who opened it hears what was saved.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from infoview_gui.panes import planning
from infoview_gui.panes.dialogs.conversation_form import ConversationForm, Typed
from infoview_gui.panes.dialogs.form_dialog import FormDialog
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label

_WIDTH = 480


class ConversationDialog(FormDialog):
    """Opens window-modal; Enter saves, Esc cancels."""

    saved = Signal(object)
    """Id of the conversation that was planned or changed."""

    def __init__(
        self,
        theme: Theme,
        services: Services,
        times: LocalTime,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _WIDTH, parent)
        self._services, self._times = services, times
        self._editing: int | None = None
        self._blank: Typed | None = None
        self._kept: Typed | None = None
        self._form = ConversationForm(theme, services, times, self)
        self._afresh = push_button(theme, "Start afresh", kind="link", small=True, parent=self)
        self._kept_words = label("Taken up where you left it.", "small", self)
        self.hold(self._form, self._head())
        self._afresh.clicked.connect(self._on_afresh)
        self.finished.connect(self._on_finished)

    def create(  # type: ignore[override]  # Qt's create() makes the native window; nobody calls it
        self, people: Sequence[int], start: int | None, minutes: int
    ) -> None:
        """Open an empty form, or the draft that was left, for these people (none: all open).

        ``start`` in ms since 1970 UTC; None when no time is known.
        """
        self._editing = None
        self._blank = self._form.blank(people, start, minutes)
        kept = self._kept
        fits = kept is not None and (not people or tuple(people) == kept.people)
        typed = _with_time(kept, self._blank, start) if kept and fits else self._blank
        self._form.show_typed(typed)
        self._name("New conversation", "Plan conversation", kept=fits)
        self.open()

    def edit(self, conversation_id: int) -> None:
        """Open a conversation that exists; nothing happens when it is gone."""
        record = reading.conversation(conversation_id)
        if record is None:
            return
        self._editing = conversation_id
        self._form.show_record(record)
        self._name("Change the conversation", "Save", kept=False)
        self.open()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field that wants something."""
        super().showEvent(event)
        self._form.begin()

    def _head(self) -> QHBoxLayout:
        kept = QHBoxLayout()
        kept.setSpacing(4)
        kept.addWidget(self._kept_words)
        kept.addWidget(self._afresh)
        kept.addStretch()
        return kept

    def _name(self, title: str, save: str, *, kept: bool) -> None:
        self._kept_words.setVisible(kept)
        self._afresh.setVisible(kept)
        self.call(title, save)

    def _on_afresh(self) -> None:
        self._kept = None
        if self._blank is not None:
            self._form.show_typed(self._blank)
        self._kept_words.hide()
        self._afresh.hide()
        self._form.begin()

    def keep(self) -> None:
        """Plan it, or change the one that is edited."""
        if not self._form.check():
            return
        draft = self._form.draft()
        talks = self._services.conversations
        if self._editing is None:
            conversation_id, verb = talks.schedule(draft), "Planned"
            self._kept = self._blank = None
        elif reading.conversation(self._editing) is None:
            self.said.emit("The conversation was deleted in the meantime; nothing was changed.")
            self.reject()
            return
        else:
            conversation_id, verb = self._editing, "Changed"
            talks.revise(conversation_id, draft)
        self.accept()
        self._say(verb, conversation_id)
        self.saved.emit(conversation_id)

    def _say(self, verb: str, conversation_id: int) -> None:
        title = self._services.conversations.title(conversation_id)
        record = reading.conversation(conversation_id)
        at = record.starts_at if record else None
        when = "no time yet" if at is None else planning.when(self._times, at, self._form.zones())
        self.said.emit(f"{verb} {title}: {when}")

    def _on_finished(self, result: int) -> None:
        """Keep what was typed when a creation is cancelled."""
        cancelled = result != QDialog.DialogCode.Accepted.value and self._editing is None
        typed = self._form.typed()
        if cancelled and self._blank is not None and typed != self._blank:
            self._kept = typed


def _with_time(kept: Typed, blank: Typed, start: int | None) -> Typed:
    """Return the draft, at the time that is asked for now if one is."""
    if start is None:
        return kept
    return Typed(kept.people, kept.name, blank.when, kept.way, kept.texts, kept.goal, kept.proposed)
