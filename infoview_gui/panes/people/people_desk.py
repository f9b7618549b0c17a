"""The table of people in the People pane: what it is asked for, and what stays chosen after.

Knows the two sides of the pane, not the pane; the list of employers has a desk of its own.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from infoview_gui.panes.people.columns import Column
from infoview_gui.panes.people.detail import Detail
from infoview_gui.panes.people.filter_words import conditions
from infoview_gui.panes.people.filtering import Filtering
from infoview_gui.panes.people.people_model import PeopleModel
from infoview_gui.panes.people.people_side import PeopleSide
from infoview_gui.services.bundle import Services
from infoview_gui.services.people_filter import EVERYONE, PeopleFilter
from infoview_gui.store.changes import Changes, Origin


class PeopleDesk(QObject):
    """Words, filter and order come in here; who is selected is kept by id."""

    queried = Signal()
    """The model was asked, with other words, another filter or order, or for what changed."""

    def __init__(
        self,
        services: Services,
        side: PeopleSide,
        model: PeopleModel,
        detail: Detail,
        filtering: Filtering,
        pane: QWidget,
    ) -> None:
        super().__init__(pane)
        self._services = services
        self._side = side
        self._table = side.table
        self._model = model
        self._detail = detail
        self._filtering = filtering
        self._typing = False
        side.clear_requested.connect(self.clear_filter)
        side.table.sort_requested.connect(self.sort_by)
        filtering.wanted.connect(self.filter_by)
        filtering.settled.connect(side.leave_filters)

    @property
    def typing(self) -> bool:
        """Whether the list is asked for because of a key in the field."""
        return self._typing

    # -- what is asked for

    def query(
        self, text: str, sort: Column, *, descending: bool, only: PeopleFilter | None = None
    ) -> None:
        """Ask and keep the selection by id; who is no longer shown is let go.

        Without ``only`` the conditions stay as they are.
        """
        selected, current = self._table.selected_ids(), self._table.current_id()
        row = self._table.currentIndex().row()
        top = self._table.verticalScrollBar().value()
        only = self._model.only if only is None else only
        if self._model.query(text, sort, descending=descending, only=only):
            self._table.verticalScrollBar().setValue(top)
            self._choose_again(selected, current, row)
        self._filtering.show(text, only)
        self.show_counts()
        self.queried.emit()
        self._table.horizontalHeader().viewport().update()

    def read_anew(self) -> None:
        """Ask for the same again; whom to choose then is for the caller."""
        self._model.requery()
        self.show_counts()

    def type_words(self, text: str) -> None:
        """Filter by what is typed in the field."""
        self._typing = True
        self._query_with(text)
        self._typing = False

    def filter_by(self, text: str, only: PeopleFilter) -> None:
        """Filter by words, which are shown in the field, and conditions."""
        self._side.filter.show_words(text)
        self._query_with(text, only)

    def clear_filter(self) -> None:
        """Show everyone."""
        self.filter_by("", EVERYONE)

    def sort_by(self, column: Column) -> None:
        """Sort by a column; the same one again turns the order round."""
        again = column is self._model.sort_column
        descending = again and not self._model.descending
        self.query(self._model.text, column, descending=descending)
        self._table.scrollTo(self._table.currentIndex())

    def _query_with(self, text: str, only: PeopleFilter | None = None) -> None:
        model = self._model
        self.query(text, model.sort_column, descending=model.descending, only=only)

    def show_counts(self) -> None:
        """Say how many are shown of how many, or why it is nobody."""
        shown = len(self._model.ids)
        only = self._model.only
        filtered = bool(only or self._side.filter.text().strip())
        total = self._services.people_list.count() if filtered else shown
        self._side.show_count(shown, total, conditions(only, self._filtering.names))
        self._detail.nobody.offer(anybody=shown > 0)

    # -- what is chosen

    def show_person(self, person_id: int) -> None:
        """Choose a person, without the filter where it would hide them."""
        if self._model.row_of(person_id) is None:
            self._model.requery()
        if self._model.row_of(person_id) is None:
            self.clear_filter()
        self.show_counts()
        self._table.choose([person_id], person_id)

    def show_lately(self, name: str) -> None:
        """Show exactly the people behind a figure of the last 30 days, the first one chosen."""
        self.filter_by("", PeopleFilter(lately=name))
        self._table.choose_row(0)

    def show_merged(self, person_id: int) -> None:
        """Choose who was made of several, as soon as the list is read anew."""
        self.read_anew()
        if self._model.row_of(person_id) is not None:
            self._table.choose([person_id], person_id)

    def show_next(self, row: int) -> None:
        """Choose who takes the place of the first of those who are gone."""
        self.read_anew()
        self._table.choose_row(row)
        if self._model.ids:
            self._side.take_focus()

    def take_changes(self, changes: Changes) -> list[int]:
        """Ask anew for what a change touched; return who came back by it, if it is an undo."""
        undone = changes.origin in {Origin.UNDO, Origin.REDO}
        before = set(self._model.ids) if undone else set()
        told = ("letter", "activity", "conversation") if self._model.only.lately else ()
        self._model.forget_rows(changes)
        if changes.touch("person", *told):
            self._query_with(self._model.text)
        ids = (changes.ids("person") or frozenset()) if undone else frozenset()
        return [found for found in self._model.ids if found in ids and found not in before]

    def _choose_again(self, selected: list[int], current: int | None, row: int) -> None:
        if self._model.row_of(current) is not None:
            self._table.choose(selected, current)
        elif self._detail.editing and self._detail.person_id is not None:
            self._table.choose([], None)  # the form stays until it is left
        else:
            left = [found for found in selected if self._model.row_of(found) is not None][:1]
            if left:
                self._table.choose(left, left[0])
            else:
                self._table.choose_row(max(row, 0))
