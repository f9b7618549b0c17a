"""What is done with the people who are chosen: stage, tags, employer, merging, delete, erase.

Knows the two sides of the pane, not the pane. What is seldom wanted is built when it is.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtWidgets import QWidget

from infoview_gui.panes.people.detail import Detail
from infoview_gui.panes.people.employer_desk import EmployerDesk
from infoview_gui.panes.people.hand_over import HandOver, TooMany
from infoview_gui.panes.people.people_model import PeopleModel
from infoview_gui.panes.people.people_table import PeopleTable
from infoview_gui.panes.phrases import people_words
from infoview_gui.practice.stages import Stage
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.theme import Theme

if TYPE_CHECKING:
    from infoview_gui.panes.people.duplicates_dialog import DuplicatesDialog
    from infoview_gui.panes.people.in_place import InPlace
    from infoview_gui.panes.people.many_verbs import ManyVerbs


class ChosenVerbs(QObject):
    """The verbs; for whom is asked when they are used."""

    said = Signal(str)
    merged = Signal(object)
    """The id of the person who was made of several."""
    taken_out = Signal(int)
    """People are gone; the row of the first of them."""

    def __init__(
        self,
        theme: Theme,
        services: Services,
        table: PeopleTable,
        model: PeopleModel,
        detail: Detail,
        grouped: EmployerDesk,
        pane: QWidget,
    ) -> None:
        super().__init__(pane)
        self._theme = theme
        self._services = services
        self._table = table
        self._model = model
        self._detail = detail
        self._grouped = grouped
        self._pane = pane
        usual = services.store.path.parent / "backups"
        self._hand_over = HandOver()
        self.backup_folder: Callable[[], Path] = lambda: usual

    def ids(self) -> list[int]:
        """Return who a verb is meant for: the selected rows, else the person who is shown."""
        shown = self._detail.person_id
        if self._grouped.on:
            return [] if shown is None else [shown]
        return self._table.selected_ids() or ([] if shown is None else [shown])

    # -- in the table

    @cached_property
    def in_place(self) -> "InPlace":
        """The field that lies over a cell."""
        from infoview_gui.panes.people.in_place import InPlace  # noqa: PLC0415 - when first used

        made = InPlace(self._table, self._model)
        made.edited.connect(self._on_edited)
        return made

    def edit_in_place(self) -> None:
        """Type over the name in the current row; Tab goes on to the other cells."""
        person_id = self._table.current_id()
        if person_id is not None:
            self.in_place.begin(person_id)

    def _on_edited(self, person_id: int, field: str, text: str) -> None:
        from infoview_gui.panes.people.table_edits import keep_edit  # noqa: PLC0415 - as above

        try:
            keep_edit(self._services, person_id, field, text)
        except InvalidDraft as error:
            self.said.emit(str(error))
        else:
            self._model.forget()  # the next cell is opened before the notice comes

    # -- of one or of many

    @cached_property
    def _many(self) -> "ManyVerbs":
        from infoview_gui.panes.people.many_verbs import ManyVerbs  # noqa: PLC0415 - as above

        made = ManyVerbs(self._theme, self._services, self._pane)
        made.said.connect(self.said)
        return made

    def set_stage(self, stage: Stage) -> None:
        """Set the stage by hand."""
        ids = self.ids()
        if ids:
            self._services.people.set_stage(ids, stage)

    def open_tags(self) -> None:
        """Drop down the tags."""
        ids = self.ids()
        if ids:
            self._many.open_tags(ids, self._under(self._detail.many.tags))

    def open_employers(self) -> None:
        """Drop down the employers to file people under."""
        ids = self.ids()
        if ids:
            self._many.open_employers(ids, self._under(self._detail.many.employer))

    def _under(self, button: QWidget) -> tuple[QWidget, QRect | None]:
        """Return where a list drops down: under its button, else under the row."""
        if button.isVisible():
            return button, None
        view = self._grouped.table if self._grouped.on else self._table
        return view.viewport(), view.visualRect(view.currentIndex())

    # -- to other programs

    def copy(self) -> None:
        """Copy the chosen people: rows for a spreadsheet, a table for a text, vCards."""
        ids = self.ids()
        if not ids:
            return
        try:
            rows = self._hand_over.rows(ids)
        except TooMany as error:
            self.said.emit(str(error))
            return
        QGuiApplication.clipboard().setMimeData(rows)
        self.said.emit(f"Copied {people_words(len(ids))}")

    def drag(self) -> None:
        """Drag the chosen people out, as vCards and as a file."""
        ids = self.ids()
        person = self._model.person_at(self._table.currentIndex().row())
        if not ids or person is None:
            return
        try:
            cards = self._hand_over.cards(ids, person.name)
        except TooMany as error:
            self.said.emit(str(error))
            return
        dragging = QDrag(self._table)
        dragging.setMimeData(cards)
        dragging.exec(Qt.DropAction.CopyAction)

    # -- people who are there twice

    def merge(self) -> None:
        """Compare the selected people, to make one of them."""
        ids = self.ids()
        if len(ids) > 1:
            self.compare(ids)

    def compare(self, ids: Sequence[int]) -> None:
        """Compare people who may be one."""
        self._duplicates().compare(ids)

    def find_duplicates(self) -> None:
        """Look for everybody who may be there twice."""
        self._duplicates().look_for_all()

    def _duplicates(self) -> "DuplicatesDialog":
        from infoview_gui.panes.people.duplicates_dialog import (  # noqa: PLC0415 - as above
            DuplicatesDialog,
        )

        if self._detail.editing:
            self._detail.form.stop()
        self._detail.leave()
        dialog = DuplicatesDialog(self._theme, self._services, self._pane)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.said.connect(self.said)
        dialog.merged.connect(self.merged)
        return dialog

    # -- taking out

    def delete(self) -> None:
        """Delete people and say what went with them; one step to undo."""
        ids = self.ids()
        if not ids:
            return
        who, with_them = self._who(ids), self._services.people.goes_with(ids)
        self._take_out(ids, lambda: self._services.people.delete(ids))
        tail = f" and {with_them}" if with_them else ""
        self.said.emit(f"Deleted {who}{tail}. Ctrl+Z brings them back.")

    def erase(self) -> None:
        """Ask, because it cannot be undone; then erase people and name the backups with them."""
        ids = self.ids()
        if not ids:
            return
        from infoview_gui.panes.people import erase_box  # noqa: PLC0415 - seldom wanted

        who, with_them = self._who(ids), self._services.people.goes_with(ids)
        box = erase_box.ask_to_erase(self._pane, who, with_them)
        box.accepted.connect(lambda: self._erase(ids, who))

    def _erase(self, ids: list[int], who: str) -> None:
        from infoview_gui.panes.people import erase_box  # noqa: PLC0415 - as above
        from infoview_gui.services.erasing import backups_holding  # noqa: PLC0415 - as above

        uids: list[str] = []
        self._take_out(ids, lambda: uids.extend(self._services.people.erase(ids)))
        found = backups_holding(self.backup_folder(), uids)
        clean = not found.holding and not found.unreadable
        tail = " No daily backup holds them." if clean else ""
        self.said.emit(f"Erased {who} for good.{tail}")
        erase_box.tell_of_backups(self._pane, who, found)

    def _take_out(self, ids: list[int], verb: Callable[[], None]) -> None:
        if self._detail.editing:
            self._detail.form.stop()
        row = self._model.row_of(ids[0]) or 0
        verb()
        self.taken_out.emit(row)

    def _who(self, ids: list[int]) -> str:
        """Return the name of one person, or how many they are."""
        row = self._model.row_of(ids[0])
        only = self._model.person_at(row) if row is not None and len(ids) == 1 else None
        return only.name if only else f"{len(ids):,} people"
