"""Fills the quiet lines about the person who is shown, and writes what is chosen in them."""

from typing import Final

from PySide6.QtCore import QObject

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people.person_view import PersonView
from infoview_gui.practice.routine.facts import Keep
from infoview_gui.practice.routine.warnings import WarningKind
from infoview_gui.practice.stages import Stage
from infoview_gui.services.bundle import Services

_BEFORE_TALKING: Final = frozenset({Stage.KNOWN, Stage.ASKED, Stage.NOT_NOW})
"""Whom a message asks to talk; with the others an occupied employer does not matter."""
_ALWAYS: Final = frozenset({WarningKind.DO_NOT_CONTACT, WarningKind.THIRD_MESSAGE})


class CareDesk(QObject):
    """Reads when a person is looked at for a moment: it asks the engine."""

    def __init__(
        self, services: Services, times: LocalTime, view: PersonView, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._times = times
        self._view = view
        view.rested.connect(self._on_rested)
        view.care.keep_chosen.connect(self._on_keep)

    def _on_rested(self) -> None:
        from infoview_gui.panes.warning_words import all_words  # noqa: PLC0415 - asks the engine

        person = self._view.person
        if person is None or not self._view.isVisible():
            return
        found = self._services.routine.warnings_for(person.id)
        if person.stage not in _BEFORE_TALKING:
            found = [one for one in found if one.warn.kind in _ALWAYS]
        self._view.care.show_warning(all_words(found, person.id, self._times))

    def _on_keep(self, keep: Keep) -> None:
        person = self._view.person
        if person is not None:
            self._services.routine.keep_in_touch(person.id, keep)
