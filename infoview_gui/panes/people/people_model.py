"""The People table as ids; rows come in pages when they are painted. Knows no widgets.

SQL filters and sorts (ARCHITECTURE.md, "Tables hold ids"); nothing here walks over all people.
"""

from array import array
from collections import OrderedDict

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people.columns import Column
from infoview_gui.panes.people.row_words import last_words, next_words
from infoview_gui.panes.phrases import capital, listed
from infoview_gui.services.people_filter import EVERYONE, PeopleFilter
from infoview_gui.services.people_list import PeopleList
from infoview_gui.services.person_row import PersonRow
from infoview_gui.store.changes import Changes

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
PAGE = 30
AT_FIRST = 10_000
"""So many take no longer than a few; the others follow after the first picture."""
_PAGES_KEPT = 12
_SHOWN_TABLES = ("person", "person_tag", "contact_point", "task")


class PeopleModel(QAbstractTableModel):
    """The people that match the filter, in order."""

    def __init__(self, people: PeopleList, times: LocalTime, parent: QObject) -> None:
        super().__init__(parent)
        self._people = people
        self._times = times
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, PersonRow]] = OrderedDict()
        self._places: dict[int, int | None] = {}
        self._text = ""
        self._only = EVERYONE
        self._sort = Column.NAME
        self._descending = False

    # -- the query

    @property
    def text(self) -> str:
        """The words that are filtered by."""
        return self._text

    @property
    def only(self) -> PeopleFilter:
        """The conditions that are filtered by besides the words."""
        return self._only

    @property
    def sort_column(self) -> Column:
        """The column that gives the order."""
        return self._sort

    @property
    def descending(self) -> bool:
        """Whether the order is turned round."""
        return self._descending

    def query(
        self,
        text: str,
        sort: Column,
        *,
        descending: bool,
        only: PeopleFilter = EVERYONE,
        limit: int | None = None,
    ) -> bool:
        """Show other people or another order; tell whether the list is another one."""
        self._text, self._sort, self._descending, self._only = text, sort, descending, only
        return self.requery(limit)

    def requery(self, limit: int | None = None) -> bool:
        """Ask again; tell whether the list is another one. Without a change nothing is reset."""
        ids = self._people.ids(
            self._text,
            self._sort.sort,
            descending=self._descending,
            only=self._only,
            limit=limit,
        )
        if ids == self._ids:
            return False
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self._places.clear()
        self.endResetModel()
        return True

    def forget_rows(self, changes: Changes) -> None:
        """Drop what the change may have touched, so that it is fetched anew when painted."""
        if not changes.touch(*_SHOWN_TABLES) or not self._pages:
            return
        changed = changes.ids("person")
        # A changed name shows in the rows of those this person introduced, so no page is safe.
        # Other words of a task are no change of the person whose next step it is.
        if changed is None or changed or changes.everything or changes.touch("task"):
            self.forget()

    def forget(self) -> None:
        """Drop all rows, so that what has just been written is read before its notice comes."""
        self._pages.clear()
        self.tell_repaint()

    def tell_repaint(self) -> None:
        """Say that what is shown may read differently, as after a minute."""
        if self._ids:
            last = self.index(len(self._ids) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # -- rows and ids

    @property
    def ids(self) -> "array[int]":
        """The people shown, in order; not to be changed."""
        return self._ids

    def row_of(self, person_id: int | None) -> int | None:
        """Return where a person is shown, or None."""
        if person_id is None:
            return None
        if person_id not in self._places:
            self._places[person_id] = _place(self._ids, person_id)
        return self._places[person_id]

    def id_at(self, row: int) -> int | None:
        """Return who is shown in a row, or None outside of the table."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def person_at(self, row: int) -> PersonRow | None:
        """Return what a row shows; None when the person has just been deleted elsewhere."""
        person_id = self.id_at(row)
        if person_id is None:
            return None
        return self._page(row // PAGE).get(person_id)

    def _page(self, number: int) -> dict[int, PersonRow]:
        page = self._pages.get(number)
        if page is None:
            ids = self._ids[number * PAGE : (number + 1) * PAGE]
            page = self._pages[number] = self._people.rows(ids)
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page

    # -- what Qt asks

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many people are shown."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell; everything else is painted by the delegate."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if not index.isValid():
            return None
        person = self.person_at(index.row())
        return "" if person is None else self.cell_words(person, Column(index.column()))

    def cell_words(self, person: PersonRow, column: Column) -> str:
        """Return what a cell says, on one line."""
        if column is Column.NAME:
            return person.name
        if column is Column.COMPANY:
            return listed(person.company, person.role)
        if column is Column.STAGE:
            return person.stage.label
        if column is Column.NEXT:
            return next_words(person.next_kind, person.next_at, person.next_text, self._times)
        return self._further_words(person, column)

    def _further_words(self, person: PersonRow, column: Column) -> str:
        if column is Column.CHANNEL:
            return person.found_through
        if column is Column.EMAIL:
            return person.email
        if column is Column.PHONE:
            return person.phone
        if column is Column.TAGS:
            return person.tags
        if column is Column.ADDED:
            return capital(self._times.day_text(person.added_at))
        return last_words(person.last_at, person.added_at, self._times)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the title of a column."""
        words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if orientation == Qt.Orientation.Horizontal and role in words:
            return Column(section).title
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            return f"{Column(section).title}: click to sort, drag to move, right-click for columns"
        return None


def _place(ids: "array[int]", person_id: int) -> int | None:
    try:
        return ids.index(person_id)
    except ValueError:
        return None
