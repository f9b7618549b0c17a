"""The list of employers in the People pane: shows it, keeps its place, carries out its verbs.

Knows the two sides of the pane, not the pane.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people.detail import Detail
from infoview_gui.panes.people.employer_actions import EmployerActions
from infoview_gui.panes.people.employer_model import GroupColumn, GroupedModel
from infoview_gui.panes.people.employer_table import GroupedTable
from infoview_gui.panes.people.employer_words import MOTIVATION, POSTING
from infoview_gui.panes.people.people_side import PeopleSide
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.services.employers import EmployerRow
from infoview_gui.services.people_filter import EVERYONE, PeopleFilter
from infoview_gui.services.records import EmployerName
from infoview_gui.store.changes import Changes
from infoview_gui.theme import Theme

_TABLES = (
    "employer",
    "employer_alias",
    "employer_distinct",
    "person",
    "question",
    "participant",
    "task",
)
_MOST_OPEN = 500


class EmployerDesk(QObject):
    """While it is ``on``, the list of employers stands in the place of the table of people."""

    said = Signal(str)
    turned = Signal()
    """On or off: what the pane's verbs mean is another."""
    chosen = Signal()
    """Another person or employer is shown."""
    context_menu_requested = Signal(object)  # QPoint on the screen: over a person

    def __init__(
        self,
        theme: Theme,
        services: Services,
        times: LocalTime,
        side: PeopleSide,
        detail: Detail,
        pane: QWidget,
    ) -> None:
        super().__init__(pane)
        self._theme = theme
        self._services = services
        self._side = side
        self._detail = detail
        self._pane = pane
        self._asked: tuple[str, PeopleFilter] = ("", EVERYONE)
        self.on = False
        self._here = True
        self.model = GroupedModel(services.employers, services.people_list, times, self)
        self.table = GroupedTable(theme, self.model, side)
        self.actions = EmployerActions(pane)
        self.table.keys = self.actions.keys
        side.add_rows(self.table)
        self._connect()

    def _connect(self) -> None:
        table, view, actions = self.table, self._detail.employer, self.actions
        table.chosen.connect(self._on_chosen)
        table.opened.connect(self._on_opened)
        table.sort_requested.connect(self._on_sort)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._on_context_menu)
        self._side.grouped_chosen.connect(self.turn)
        actions.grouped.triggered.connect(self.turn)
        actions.similar.triggered.connect(self._on_find_similar)
        actions.motivation_chosen.connect(self._on_motivation)
        actions.advocacy.triggered.connect(self._on_advocacy)
        actions.posting.triggered.connect(self._on_posting)
        actions.rename.triggered.connect(self._on_opened)
        actions.merge.triggered.connect(self._on_merge)
        view.renamed.connect(self._on_renamed)
        view.name.left.connect(self._side.take_focus)
        view.priority_chosen.connect(self._on_priority)
        view.merge_requested.connect(self._on_merge_with)
        view.apart_requested.connect(self._on_apart)
        view.similar_wanted.connect(self._on_similar_wanted)
        self.actions.enable(on_employer=False)

    # -- what the pane uses

    def turn(self, on: object) -> None:
        """Show the list of employers, or the table of people again; the keyboard goes there.

        It stays where the choice is made with the arrow keys.
        """
        self._turn(on=bool(on))
        if not self._side.is_choosing():
            self._side.take_focus()

    def _turn(self, *, on: bool) -> None:
        was, self.on = self.on, on
        self.actions.grouped.setChecked(self.on)
        self._side.show_grouped(grouped=self.on)
        if was != self.on:
            if self.on:
                self._query(keep=False)
            self.turned.emit()
            self._enable()

    def query(self, text: str, only: PeopleFilter) -> None:
        """Show the employers of those who match; asked only while it is on."""
        self._asked = (text, only)
        if self.on:
            self._query(keep=True)

    def take_changes(self, changes: Changes) -> None:
        """Read anew what a change touched; of people ``query`` was told already."""
        if not self.on or not changes.touch(*_TABLES):
            return
        if not changes.touch("person"):
            self._query(keep=True)
        self.model.forget_rows()

    def show_person(self, person_id: int) -> bool:
        """Choose a person below their employer; tell whether they are in the list."""
        person = self._services.people_list.rows([person_id])
        found = self.model.row_of(person_id)
        if found is None and person:
            employer_id = self._employer_of(person_id)
            row = self.model.row_of(-(employer_id or 0))
            if row is not None:
                self.model.set_open(row, is_open=True)
        return self.table.choose_code(person_id)

    def show_employer(self, employer_id: int) -> None:
        """Show the list of employers with this one."""
        self.turn(True)
        if not self.table.choose_code(-employer_id):
            self._detail.show_employer(employer_id)

    def person_id(self) -> int | None:
        """Return the person in the current row."""
        return self.model.person_id(self.table.currentIndex().row())

    def show_current(self) -> None:
        """Show at the right what is current here."""
        self._on_chosen()

    def choose_row(self, row: int) -> None:
        """Choose a row, or the last one if there are fewer."""
        self.table.choose_row(row)

    def save_state(self) -> dict[str, object]:
        """Return whether it is on, its order and what is open, as JSON values."""
        return {
            "on": self.on,
            "sort": self.model.sort_column.sort,
            "open": sorted(self.model.open_ids)[:_MOST_OPEN],
            "current": self.table.code() if self.on else None,
        }

    def restore_state(self, state: object) -> None:
        """Take up what was kept; what makes no sense is left out."""
        if not isinstance(state, Mapping):
            return
        sorts = {column.sort: column for column in GroupColumn if column.sort}
        self.model.sort_by(sorts.get(str(state.get("sort")), GroupColumn.PRIORITY))
        self.table.show_sort()
        kept = state.get("open")
        if isinstance(kept, list):
            self.model.open_only(one for one in kept[:_MOST_OPEN] if type(one) is int)
        if state.get("on") is True:
            self._turn(on=True)
            current = state.get("current")
            if type(current) is int:
                self.table.choose_code(current)

    # -- the list

    def _query(self, *, keep: bool) -> None:
        row, code = self.table.currentIndex().row(), self.table.code()
        top = self.table.verticalScrollBar().value()
        text, only = self._asked
        if not self.model.query(text, only) and self.table.currentIndex().isValid():
            return
        self.table.verticalScrollBar().setValue(top if keep else 0)
        again = self.model.row_of(code) if keep else None
        self.table.choose_row(max(row, 0) if again is None else again)

    def _employer_of(self, person_id: int) -> int | None:
        query = "SELECT employer_id FROM person WHERE id = ?"
        found = self._services.store.connection().execute(query, (person_id,)).get
        return found if isinstance(found, int) else None

    def _on_sort(self, column: GroupColumn) -> None:
        self.model.sort_by(column)
        self.table.show_sort()
        self._query(keep=True)
        self.table.scrollTo(self.table.currentIndex())

    def _on_chosen(self) -> None:
        if not self.on:
            return
        row = self.table.currentIndex().row()
        person_id, employer_id = self.model.person_id(row), self.model.employer_id(row)
        if person_id is not None:
            self._detail.show_selection(person_id, 1)
        elif employer_id:
            self._detail.show_employer(employer_id)
        else:
            self._detail.show_selection(None, 0)
        self._enable()
        self.chosen.emit()

    def act_on_screen(self, *, here: bool) -> None:
        """Let the verbs for an employer be chosen only while it is shown."""
        self._here = here
        self._enable()

    def _enable(self) -> None:
        on_employer = self.on and self._here and self.table.employer_id() is not None
        self.actions.enable(on_employer=on_employer)
        # F2 edits the person where the current row is one.
        self.actions.rename.setEnabled(self.on and self._here and self.person_id() is None)

    def _on_opened(self) -> None:
        if self.person_id() is not None:
            self._detail.edit()
        elif self._detail.employer_id is not None:
            self._detail.employer.take_focus()

    def _on_context_menu(self, at: QPoint) -> None:
        where = self.table.viewport().mapToGlobal(at)
        if self.person_id() is not None:
            self.context_menu_requested.emit(where)
        elif self.table.employer_id() is not None:
            menu = QMenu(self.table)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(self.actions.of_employer())
            menu.popup(where)

    # -- verbs

    def _current(self) -> EmployerRow | None:
        employer_id = self.table.employer_id()
        if employer_id is None:
            return None
        return self._services.employers.rows([employer_id]).get(employer_id)

    def _set(self, row: EmployerRow, field: str, value: int, words: str) -> None:
        self._services.employers.set_priority(row.id, field, value)
        self._services.store.seal()
        self.said.emit(f"{row.name}: {words}")

    def _on_motivation(self, value: int) -> None:
        row = self._current()
        if row is not None:
            self._set(row, "motivation", value, f"motivation {value}, {MOTIVATION[value].lower()}")

    def _on_advocacy(self) -> None:
        row = self._current()
        if row is not None:
            there = not row.advocacy
            words = "somebody there speaks for you" if there else "nobody there speaks for you"
            self._set(row, "advocacy", int(there), words)

    def _on_posting(self) -> None:
        row = self._current()
        if row is not None:
            value = (row.posting + 1) % 4
            self._set(row, "posting", value, f"posting {value}, {POSTING[value].lower()}")

    def _on_priority(self, field: str, value: int) -> None:
        employer_id = self._detail.employer_id
        if employer_id is not None:
            self._services.employers.set_priority(employer_id, field, value)
            self._services.store.seal()

    def _on_renamed(self, name: str) -> None:
        employer_id = self._detail.employer_id
        if employer_id is None:
            return
        try:
            self._services.employers.rename(employer_id, name)
        except InvalidDraft as problem:
            self._detail.employer.name.show_problem(str(problem))

    def _on_apart(self, other: EmployerName) -> None:
        employer_id = self._detail.employer_id
        if employer_id is not None:
            self._services.employers.keep_apart(employer_id, other.id)
            self._on_similar_wanted(employer_id)
            self.said.emit(f"{other.name} is kept apart. Ctrl+Z takes it back.")

    def _on_similar_wanted(self, employer_id: int) -> None:
        if employer_id == self._detail.employer_id:
            self._detail.employer.show_similar(self._services.employers.similar_to(employer_id))

    def _on_merge(self) -> None:
        self._merge(self._current(), None)

    def _on_merge_with(self, other: EmployerName | None) -> None:
        employer_id = self._detail.employer_id
        if employer_id is not None:
            row = self._services.employers.rows([employer_id]).get(employer_id)
            self._merge(row, other)

    def _merge(self, row: EmployerRow | None, other: EmployerName | None) -> None:
        from infoview_gui.panes.people.employer_merge import (  # noqa: PLC0415 - when first wanted
            EmployerMergeDialog,
        )

        if row is None:
            return
        dialog = EmployerMergeDialog(self._theme, self._services, row, self._pane)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.merged.connect(self._on_merged)
        dialog.ask(other)

    def _on_merged(self, employer_id: int, words: str) -> None:
        if self.on:
            self._query(keep=True)
            self.table.choose_code(-employer_id)
        self.said.emit(words)

    def _on_find_similar(self) -> None:
        from infoview_gui.panes.people.employer_similar import (  # noqa: PLC0415 - as above
            SimilarDialog,
        )

        dialog = SimilarDialog(self._theme, self._services, self._pane)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.said.connect(self.said)
        dialog.ask()
