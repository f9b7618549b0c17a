"""People grouped by employer, as one list of ids: employers, and below an open one its people.

Rows come in pages when they are painted. Knows no widgets. A flat list and not a tree, because Qt's
tree asks for every row when it is laid out; with 20,000 employers each key in the filter would be
felt.
"""

from array import array
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people.employer_words import asked_words, people_in, priority_words
from infoview_gui.panes.people.row_words import next_words
from infoview_gui.panes.phrases import capital, listed
from infoview_gui.services.employers import EmployerRow, Employers
from infoview_gui.services.people_filter import EVERYONE, PeopleFilter
from infoview_gui.services.people_list import PeopleList
from infoview_gui.services.person_row import PersonRow

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
PAGE = 200
_PAGES_KEPT = 12
NO_EMPLOYER = "No employer"


class GroupColumn(IntEnum):
    """The columns from the left; people use them in their own way."""

    NAME = 0
    PEOPLE = 1
    PRIORITY = 2
    ASKED = 3
    LAST = 4

    @property
    def title(self) -> str:
        """Return the words of the header."""
        return ("Employer", "People", "Priority", "Asked about", "Last contact")[self]

    @property
    def sort(self) -> str:
        """Return the name by which the services sort; empty where they do not."""
        return ("name", "people", "priority", "", "last")[self]


@dataclass(frozen=True, slots=True)
class Group:
    """A row that stands for an employer, or with ``id`` 0 for none."""

    id: int
    name: str
    shown: int
    is_open: bool
    row: EmployerRow | None
    covered: frozenset[str]


_Found = dict[int, EmployerRow | PersonRow]


class GroupedModel(QAbstractTableModel):
    """Rows are codes: a person's id, or an employer's turned negative, or 0 for no employer."""

    def __init__(
        self, employers: Employers, people: PeopleList, times: LocalTime, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._employers = employers
        self._people = people
        self._times = times
        self._codes: array[int] = array("q")
        self._counts: dict[int, int] = {}
        self._open: set[int] = set()
        self._asked: tuple[str, PeopleFilter] = ("", EVERYONE)
        self._sort = GroupColumn.PRIORITY
        self._pages: OrderedDict[int, tuple[_Found, dict[int, frozenset[str]]]] = OrderedDict()

    # -- the query

    @property
    def sort_column(self) -> GroupColumn:
        """The column that gives the order."""
        return self._sort

    def sort_by(self, column: GroupColumn) -> None:
        """Order the employers by another column; takes effect with the next query."""
        if column.sort:
            self._sort = column

    def query(self, text: str, only: PeopleFilter) -> bool:
        """Show the employers of those who match; tell whether the list is another one."""
        self._asked = (text, only)
        order = self._employers.order(text, self._sort.sort, only=only)
        counts = {employer_id or 0: count for employer_id, count in order}
        codes = array("q", self._with_people(counts))
        if codes == self._codes and counts == self._counts:
            return False
        self.beginResetModel()
        self._codes, self._counts = codes, counts
        self._pages.clear()
        self.endResetModel()
        return True

    def _with_people(self, employer_ids: Iterable[int]) -> Iterable[int]:
        for employer_id in employer_ids:
            yield -employer_id
            if employer_id in self._open:
                yield from self._people_of(employer_id)

    def _people_of(self, employer_id: int) -> list[int]:
        text, only = self._asked
        return self._employers.people(employer_id or None, text, only=only)

    def forget_rows(self) -> None:
        """Fetch anew what is painted next."""
        self._pages.clear()
        self.tell_repaint()

    def tell_repaint(self) -> None:
        """Say that what is shown may read differently, as after a minute."""
        if self._codes:
            last = self.index(len(self._codes) - 1, len(GroupColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # -- open and closed

    @property
    def open_ids(self) -> frozenset[int]:
        """The employers whose people are shown (0: those without one)."""
        return frozenset(self._open)

    def open_only(self, employer_ids: Iterable[int]) -> None:
        """Open these and no others; takes effect with the next query."""
        self._open = set(employer_ids)

    def set_open(self, row: int, *, is_open: bool) -> None:
        """Show or hide the people of the employer in a row."""
        code = self._codes[row]
        if code > 0 or (-code in self._open) == is_open:
            return
        people = self._people_of(-code)
        self._pages.clear()
        if is_open and people:
            self._open.add(-code)
            self.beginInsertRows(_NO_PARENT, row + 1, row + len(people))
            self._codes[row + 1 : row + 1] = array("q", people)
            self.endInsertRows()
        elif not is_open:
            self._open.discard(-code)
            end = self._end_of(row)
            self.beginRemoveRows(_NO_PARENT, row + 1, end)
            del self._codes[row + 1 : end + 1]
            self.endRemoveRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(GroupColumn) - 1))

    def _end_of(self, row: int) -> int:
        """Return the last row that belongs to the employer in ``row``."""
        end = row
        while end + 1 < len(self._codes) and self._codes[end + 1] > 0:
            end += 1
        return end

    # -- rows and ids

    def person_id(self, row: int) -> int | None:
        """Return the person in a row; None for an employer and outside of the list."""
        code = self._codes[row] if 0 <= row < len(self._codes) else 0
        return code if code > 0 else None

    def employer_id(self, row: int) -> int | None:
        """Return the employer in a row (0: none); None for a person and outside of the list."""
        code = self._codes[row] if 0 <= row < len(self._codes) else 1
        return None if code > 0 else -code

    def group_row(self, row: int) -> int | None:
        """Return the row of the employer to which a row belongs."""
        while 0 <= row < len(self._codes) and self._codes[row] > 0:
            row -= 1
        return row if 0 <= row < len(self._codes) else None

    def row_of(self, code: int | None) -> int | None:
        """Return the row of a person (id) or an employer (id turned negative), if it is shown."""
        try:
            return None if code is None else self._codes.index(code)
        except ValueError:
            return None

    def code_at(self, row: int) -> int | None:
        """Return what stands in a row, as ``row_of`` takes it."""
        return self._codes[row] if 0 <= row < len(self._codes) else None

    def person_at(self, row: int) -> PersonRow | None:
        """Return the person in a row; None for others, and when just deleted elsewhere."""
        found = self._page(row // PAGE)[0].get(self._codes[row]) if self.person_id(row) else None
        return found if isinstance(found, PersonRow) else None

    def group_at(self, row: int) -> Group | None:
        """Return the employer in a row; None for a person."""
        employer_id = self.employer_id(row)
        if employer_id is None:
            return None
        found, covered = self._page(row // PAGE)
        known = found.get(-employer_id)
        of_it = known if isinstance(known, EmployerRow) else None
        return Group(
            employer_id,
            of_it.name if of_it else NO_EMPLOYER,
            self._counts.get(employer_id, 0),
            employer_id in self._open,
            of_it,
            covered.get(employer_id, frozenset()),
        )

    def _page(self, number: int) -> tuple[_Found, dict[int, frozenset[str]]]:
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._fetched(number)
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page

    def _fetched(self, number: int) -> tuple[_Found, dict[int, frozenset[str]]]:
        codes = self._codes[number * PAGE : (number + 1) * PAGE]
        employer_ids = [-code for code in codes if code < 0]
        found: _Found = dict(self._people.rows([code for code in codes if code > 0]))
        found |= {-ident: row for ident, row in self._employers.rows(employer_ids).items()}
        return found, self._employers.covered(employer_ids)

    # -- what Qt asks

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many employers and people are shown."""
        return 0 if parent.isValid() else len(self._codes)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(GroupColumn)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell; everything else is painted by the delegate."""
        if role not in _WORDS or not index.isValid():
            return None
        column, spoken = GroupColumn(index.column()), role == Qt.ItemDataRole.AccessibleTextRole
        group = self.group_at(index.row())
        if group is not None:
            return self.group_words(group, column, spoken=spoken)
        person = self.person_at(index.row())
        return "" if person is None else self.person_words(person, column)

    def group_words(self, group: Group, column: GroupColumn, *, spoken: bool = False) -> str:
        """Return what a cell of an employer says; ``spoken`` says what the eye sees."""
        if column is GroupColumn.NAME:
            state = "expanded" if group.is_open else "collapsed"
            return listed(group.name, people_in(group), state) if spoken else group.name
        if column is GroupColumn.PEOPLE:
            return people_in(group) if spoken else f"{group.shown:,}"
        if group.row is None:
            return ""
        if column is GroupColumn.PRIORITY:
            return priority_words(group.row)
        if column is GroupColumn.ASKED:
            return asked_words(group.covered)
        return self._day(group.row.last_at)

    def person_words(self, person: PersonRow, column: GroupColumn) -> str:
        """Return what a cell of a person says, on one line."""
        if column is GroupColumn.NAME:
            return listed(person.name, person.role)
        if column is GroupColumn.PEOPLE:
            return person.stage.label
        if column is GroupColumn.ASKED:
            return next_words(person.next_kind, person.next_at, person.next_text, self._times)
        return self._day(person.last_at) if column is GroupColumn.LAST else ""

    def _day(self, at: int) -> str:
        """Return when something last happened, or that something is planned."""
        if not at:
            return ""
        day = self._times.day_text(at)
        return f"Planned {day}" if at > self._times.clock() else capital(day)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the title of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = GroupColumn(section)
        if role in _WORDS:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{column.title}: click to sort" if column.sort else column.title
        return None
