"""The People pane: a table of everyone and the person beside it (PRODUCT.md, "People").

Connects its two sides with the services; knows neither the window nor another pane.
"""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people.actions import PeopleActions
from infoview_gui.panes.people.detail import Detail
from infoview_gui.panes.people.people_model import Column, PeopleModel
from infoview_gui.panes.people.people_side import PeopleSide
from infoview_gui.panes.people.people_state import read_state
from infoview_gui.panes.places import INTERVIEWS, Place
from infoview_gui.practice.stages import Stage
from infoview_gui.services.bundle import Services
from infoview_gui.store.changes import Changes, Origin
from infoview_gui.theme import Theme

_MINUTE_MS = 60_000
_SIZES = [805, 379]
_HANDFUL = 5


class PeoplePane(QWidget):
    """Table at the left, person at the right."""

    place_requested = Signal(object)
    said = Signal(str)
    new_conversation_requested = Signal(object)
    new_person_requested = Signal(object)
    import_requested = Signal()
    export_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        services: Services,
        feed: ChangeFeed,
        times: LocalTime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self.setAccessibleName("People pane")
        self._model = PeopleModel(services.people_list, times, self)
        self._side = PeopleSide(theme, self._model, self)
        self._detail = Detail(theme, services, times, self)
        self._table = self._side.table
        self._actions = PeopleActions(self, self._table)
        self._sizes = list(_SIZES)
        self._was_shown = False
        self._splitter = self._make_splitter()
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._on_minute)
        self._connect_table()
        self._connect_detail()
        self._connect_actions()
        feed.changed.connect(self._on_changed)
        self._model.requery()
        self._show_counts()
        self._actions.show_sort(Column.NAME, descending=False)
        self._table.choose_row(0)

    def _make_splitter(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._side)
        splitter.addWidget(self._detail)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        splitter.setSizes(self._sizes)
        self._side.setMinimumWidth(522)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)
        return splitter

    def _connect_table(self) -> None:
        side, table = self._side, self._table
        side.filter.textChanged.connect(self._on_filter)
        side.import_requested.connect(self.import_requested)
        side.export_requested.connect(self._on_export)
        side.add_requested.connect(self._on_add)
        table.sort_requested.connect(self._on_sort)
        table.opened.connect(self._detail.edit)
        table.selection_changed.connect(self._on_selection)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._on_context_menu)

    def _connect_detail(self) -> None:
        view, many = self._detail.view, self._detail.many
        view.edit_requested.connect(self._detail.edit)
        view.stage_chosen.connect(self._on_stage)
        view.schedule_requested.connect(self._on_schedule)
        view.notes_requested.connect(self._on_notes_of)
        view.person_chosen.connect(self._on_person_chosen)
        view.copied.connect(self._on_copied)
        many.stage_chosen.connect(self._on_stage)
        many.export_requested.connect(self._on_export)
        many.delete_requested.connect(self._on_delete)
        self._detail.form_left.connect(self._on_form_left)

    def _connect_actions(self) -> None:
        actions = self._actions
        actions.edit.triggered.connect(self._detail.edit)
        actions.delete.triggered.connect(self._on_delete)
        actions.schedule.triggered.connect(self._on_schedule)
        actions.notes.triggered.connect(self._on_notes)
        actions.find.triggered.connect(self._on_find)
        actions.select_all.triggered.connect(self._table.selectAll)
        actions.stages.chosen.connect(self._on_stage)
        actions.sort_chosen.connect(self._on_sort)

    # -- what the window uses

    def show_item(self, item_id: int | None) -> None:
        """Show a person, without the filter where it would hide them; None shows the pane."""
        if item_id is None:
            self._take_focus()
            return
        self._detail.leave()
        if self._model.row_of(item_id) is None:
            self._model.requery()
        if self._model.row_of(item_id) is None and self._side.filter.text():
            self._side.filter.clear()
        self._show_counts()
        self._table.choose([item_id], item_id)
        self._table.setFocus()

    def exported_ids(self) -> list[int]:
        """Return the people that are selected when they are several, else all that are shown."""
        chosen = self._table.selected_ids()
        return chosen if len(chosen) > 1 else list(self._model.ids)

    def menu_actions(self) -> list[QAction]:
        """Return every verb of the pane."""
        return self._actions.all()

    def save_state(self) -> dict[str, object]:
        """Return filter, order, columns, splitter and the person shown, as JSON values."""
        return {
            "filter": self._side.filter.text(),
            "sort": self._model.sort_column.sort,
            "descending": self._model.descending,
            "columns": self._table.shares(),
            # A pane that nobody has seen yet has no widths of its own.
            "splitter": self._splitter.sizes() if self._was_shown else self._sizes,
            "person": self._detail.person_id,
        }

    def restore_state(self, state: dict[str, object]) -> None:
        """Show what was kept; what makes no sense is left out."""
        kept = read_state(state)
        if kept.splitter:
            self._sizes = list(kept.splitter)
            self._splitter.setSizes(self._sizes)
        self._table.set_shares(kept.columns)
        blocked = self._side.filter.blockSignals(True)
        self._side.filter.setText(kept.text)
        self._side.filter.blockSignals(blocked)
        self._query(kept.text, kept.sort, descending=kept.descending)
        row = self._model.row_of(kept.person)
        self._table.choose_row(row or 0)

    def leave(self) -> None:
        """Save what is typed and wait for the disk."""
        self._detail.leave()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the table, or to the form while it is open."""
        super().focusInEvent(event)
        self._take_focus()

    def _take_focus(self) -> None:
        if self._detail.editing:
            self._detail.form.take_focus()
        else:
            self._side.take_focus()

    def _focused_side(self) -> QWidget | None:
        """Return the side with the keyboard, also while a dialog above has it for a time."""
        focus = self.window().focusWidget()
        # Qt gives the focus of a page that goes to the next page, even if nothing there takes keys.
        if focus is None or not focus.isVisible() or not focus.focusPolicy():
            return None
        sides: tuple[QWidget, ...] = (self._side, self._detail)
        return next((side for side in sides if side.isAncestorOf(focus)), None)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the words about time right while the pane is seen."""
        super().showEvent(event)
        self._was_shown = True
        self._minute.start()
        self._on_minute()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._minute.stop()

    def _on_minute(self) -> None:
        self._table.viewport().update()
        self._detail.reread()

    # -- the list

    def _query(self, text: str, sort: Column, *, descending: bool) -> None:
        """Ask again and keep the selection by id; who is no longer shown is let go."""
        selected, current = self._table.selected_ids(), self._table.current_id()
        row = self._table.currentIndex().row()
        top = self._table.verticalScrollBar().value()
        changed = self._model.query(text, sort, descending=descending)
        if changed:
            self._table.verticalScrollBar().setValue(top)
            self._choose_again(selected, current, row)
        self._show_counts()
        self._actions.show_sort(sort, descending=descending)
        self._table.horizontalHeader().viewport().update()

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

    def _show_counts(self) -> None:
        shown = len(self._model.ids)
        total = self._services.people_list.count() if self._side.filter.text().strip() else shown
        self._side.show_count(shown, total)
        self._detail.nobody.offer(anybody=shown > 0)

    def _on_filter(self, text: str) -> None:
        self._query(text, self._model.sort_column, descending=self._model.descending)

    def _on_sort(self, column: Column) -> None:
        again = column is self._model.sort_column
        descending = again and not self._model.descending
        self._query(self._model.text, column, descending=descending)
        self._table.scrollTo(self._table.currentIndex())

    def _on_selection(self) -> None:
        count = self._table.selected_count()
        person_id = self._table.selected_ids()[0] if count == 1 else None
        if not (count == 0 and self._detail.editing):
            self._detail.show_selection(person_id, count)
        self._enable_actions()

    def _enable_actions(self) -> None:
        has_notes = self._detail.view.newest is not None
        self._actions.enable(self._table.selected_count(), has_notes=has_notes)
        row = self._model.row_of(self._detail.person_id)
        person = None if row is None else self._model.person_at(row)
        self._actions.stages.check(person.stage if person else None)

    def _on_changed(self, changes: Changes) -> None:
        focused = self._focused_side()
        before = set(self._model.ids) if changes.origin in {Origin.UNDO, Origin.REDO} else None
        if changes.touch("person"):
            self._model.forget_rows(changes)
            self._query(
                self._model.text, self._model.sort_column, descending=self._model.descending
            )
        self._detail.take_changes(changes)
        if before is not None:
            self._show_brought_back(changes, before)
        self._enable_actions()
        if focused is not None and self._focused_side() is not focused:
            self._take_focus()  # what had it is gone

    def _show_brought_back(self, changes: Changes, before: set[int]) -> None:
        """Select who came back by an undo, so that one sees what it did.

        Of many only the first: an import done again must not stand ready to be deleted.
        """
        ids = changes.ids("person") or frozenset()
        back = [found for found in self._model.ids if found in ids and found not in before]
        if back and not self._detail.editing:
            self._table.choose(back if len(back) <= _HANDFUL else back[:1], back[0])

    # -- verbs

    def _on_add(self) -> None:
        self.new_person_requested.emit(None)

    def _on_find(self) -> None:
        self._side.filter.setFocus()
        self._side.filter.selectAll()

    def _on_export(self) -> None:
        self.export_requested.emit(self.exported_ids())

    def _on_schedule(self) -> None:
        if self._detail.person_id is not None:
            self.new_conversation_requested.emit(self._detail.person_id)

    def _on_notes(self) -> None:
        if self._detail.person_id is not None and self._detail.view.newest is not None:
            self._on_notes_of(self._detail.view.newest)

    def _on_notes_of(self, conversation_id: int) -> None:
        self.place_requested.emit(Place(INTERVIEWS, conversation_id))

    def _on_person_chosen(self, person_id: int) -> None:
        self.show_item(person_id)

    def _on_copied(self, text: str) -> None:
        self.said.emit(f"Copied {text}")

    def _on_stage(self, stage: Stage) -> None:
        ids = self._chosen()
        if ids:
            self._services.people.set_stage(ids, stage)

    def _on_delete(self) -> None:
        ids = self._chosen()
        if not ids:
            return
        if self._detail.editing:
            self._detail.form.stop()
        row = self._model.row_of(ids[0]) or 0
        words = self._delete(ids)
        self._model.requery()
        self._show_counts()
        self._table.choose_row(row)
        if self._model.ids:
            self._table.setFocus()
        self.said.emit(words)

    def _delete(self, ids: list[int]) -> str:
        people = self._services.people
        with_them = people.goes_with(ids)
        row = self._model.row_of(ids[0])
        only = self._model.person_at(row) if row is not None and len(ids) == 1 else None
        who = only.name if only else f"{len(ids):,} people"
        people.delete(ids)
        tail = f" and {with_them}" if with_them else ""
        return f"Deleted {who}{tail}. Ctrl+Z brings them back."

    def _chosen(self) -> list[int]:
        """Return who a verb is meant for: the selected rows, else the person who is shown."""
        shown = self._detail.person_id
        return self._table.selected_ids() or ([] if shown is None else [shown])

    def _on_form_left(self) -> None:
        if self._table.selected_count() == 0 and self._model.ids:
            row = self._model.row_of(self._detail.person_id)
            self._table.choose_row(row or 0)
        self._side.take_focus()

    def _on_context_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions.for_rows())
        menu.popup(self._table.viewport().mapToGlobal(at))
