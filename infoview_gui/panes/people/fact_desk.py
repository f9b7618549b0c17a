"""Edits single facts of the person who is shown, where they stand. Knows the view, not the pane."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people.fact_editor import FactEditor
from infoview_gui.panes.people.person_view import PersonView
from infoview_gui.services import reading, zone_guess
from infoview_gui.services.bundle import Services
from infoview_gui.theme import Theme


class FactDesk(QObject):
    """One editor at a time."""

    def __init__(
        self,
        theme: Theme,
        services: Services,
        times: LocalTime,
        view: PersonView,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._times = times
        self._view = view
        self._editor: FactEditor | None = None
        view.fact_requested.connect(self.begin)
        view.zone_confirmed.connect(self._on_zone_confirmed)
        view.rested.connect(self._on_rested)

    def begin(self, fact: str) -> None:
        """Edit a fact in its place; another one that is open is kept."""
        self.end()
        shown = self._view.person
        person = reading.person(shown.id) if shown is not None else None
        if person is not None:
            self._editor = FactEditor(self._theme, self._services, fact, person, self._view)
            self._editor.ended.connect(self._on_ended)
            self._view.hold_editor(self._editor)

    def end(self) -> None:
        """Keep what is typed and show the fact again."""
        if self._editor is not None:
            self._editor.finish(focused=self._editor.has_keyboard())

    def forget(self) -> None:
        """The person is gone."""
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.forget()
            self._view.release_editor(focused=False)

    def _on_ended(self, focused: bool) -> None:  # a slot
        if self._editor is None:
            return
        self._editor = None
        shown = self._view.person
        person = reading.person(shown.id) if shown is not None else None
        self._view.release_editor(person, focused=focused)

    def _on_zone_confirmed(self, zone: str) -> None:
        shown = self._view.person
        if shown is not None:
            self._services.people.set_field(shown.id, "zone", zone)
            self._services.store.seal()

    def _on_rested(self) -> None:
        shown = self._view.person
        if shown is not None and self._view.isVisible():
            self._view.show_suspects(self._services.people_merging.similar_to(shown.id))
        if shown is not None and not shown.zone and self._view.isVisible():
            own = self._times.zone_name
            self._view.show_guess(zone_guess.guess(shown.id, shown.phones, own))
