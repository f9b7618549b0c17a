"""The People pane: a table of everyone and the person beside it (PRODUCT.md, "People").

Puts its parts together and connects them: ``actions`` names the verbs and their keys,
``chosen_verbs`` carries them out, ``people_desk`` and ``employer_desk`` ask for the two lists,
``detail`` shows who is chosen. Knows neither the window nor another pane.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QSplitter, QVBoxLayout, QWidget

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people.columns import Column
from infoview_gui.panes.people.people_model import AT_FIRST, PeopleModel
from infoview_gui.panes.people.people_side import PeopleSide
from infoview_gui.panes.people.people_state import PeopleState, filter_values, read_state
from infoview_gui.panes.places import CALENDAR, INTERVIEWS, LETTERS, Place
from infoview_gui.store.changes import Changes
from infoview_gui.theme import Theme

if TYPE_CHECKING:
    from infoview_gui.services.bundle import Services

_MINUTE_MS = 60_000
_FRESH_MS = 1_000
_SIZES = [805, 379]
_HANDFUL = 5


class PeoplePane(QWidget):
    """Table at the left, person at the right; the person may come a moment after the table."""

    place_requested = Signal(object)
    said = Signal(str)
    new_conversation_requested = Signal(object)
    new_letter_requested = Signal(object)
    """Id of the person to write to."""
    answer_requested = Signal(object)
    """Id of the person who answered."""
    new_person_requested = Signal(object)
    import_requested = Signal()
    export_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        services: "Services",
        feed: ChangeFeed,
        times: LocalTime,
        parent: QWidget | None = None,
        *,
        backup_folder: Callable[[], Path] | None = None,
        list_first: bool = False,
    ) -> None:
        """With ``list_first`` the list comes with ``restore_state``, the rest when completed."""
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._feed = feed
        self._times = times
        self._backup_folder = backup_folder
        self.setAccessibleName("People pane")
        self._model = PeopleModel(services.people_list, times, self)
        self._side = PeopleSide(theme, self._model, self)
        self._table = self._side.table
        self._sizes = list(_SIZES)
        self._was_shown = False
        self._worded_at = services.clock()
        self._splitter = self._make_splitter()
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._on_minute)
        self._side.filter.words_changed.connect(self._on_words)
        self._is_complete = False
        self._here = True
        self._kept: dict[str, object] | None = None
        if not list_first:
            self.complete()

    # -- coming in two steps

    def _show_first(self, state: dict[str, object]) -> None:
        """Show the beginning of the list as it was kept; complete the pane if that says little."""
        kept = read_state(state)
        self._arrange_as(kept)
        model = self._model
        text, descending = kept.text, kept.descending
        model.query(text, kept.sort, descending=descending, only=kept.only, limit=AT_FIRST)
        employers = state.get("employers")
        grouped = isinstance(employers, dict) and employers.get("on") is True
        if grouped or not model.ids:
            self.complete()
            return
        if len(model.ids) < AT_FIRST and not text and not kept.only:
            self._side.show_count(len(model.ids), len(model.ids))
        self._table.choose_row(model.row_of(kept.person) or 0)

    def complete(self) -> None:
        """Build what stands beside the list, and show the whole list; nothing the second time."""
        if self._is_complete:
            return
        self._is_complete = True
        self._build_rest()
        self._connect_table()
        self._connect_detail()
        self._connect_actions()
        self._connect_grouped()
        self._feed.changed.connect(self._on_changed)
        self._people.read_anew()
        self._actions.show_sort(Column.NAME, descending=False)
        kept, self._kept = self._kept, None
        if kept is not None:
            self.restore_state(kept)
        else:
            self._table.choose_row(0)

    def _build_rest(self) -> None:
        # ruff: noqa: PLC0415 - what the list does not need is imported after it was shown
        from infoview_gui.panes.people.actions import PeopleActions
        from infoview_gui.panes.people.arranging import Arranging
        from infoview_gui.panes.people.chosen_verbs import ChosenVerbs
        from infoview_gui.panes.people.detail import Detail
        from infoview_gui.panes.people.employer_desk import EmployerDesk
        from infoview_gui.panes.people.filtering import Filtering
        from infoview_gui.panes.people.people_desk import PeopleDesk

        theme, services, times = self._theme, self._services, self._times
        self._detail = Detail(theme, services, times, self)
        self._splitter.replaceWidget(1, self._detail)
        self._beside.deleteLater()
        self._splitter.setStretchFactor(1, 0)
        self._actions = PeopleActions(self, self._table)
        self._arranging = Arranging(theme, self._table, self)
        self._actions.columns = self._arranging.menu.menuAction()
        self._filtering = Filtering(theme, services, self._side.bar, self)
        self._people = PeopleDesk(
            services, self._side, self._model, self._detail, self._filtering, self
        )
        self._grouped = EmployerDesk(theme, services, times, self._side, self._detail, self)
        self._chosen = ChosenVerbs(
            theme, services, self._table, self._model, self._detail, self._grouped, self
        )
        self._chosen.said.connect(self.said)
        self._chosen.merged.connect(self._people.show_merged)
        self._chosen.taken_out.connect(self._people.show_next)
        if self._backup_folder is not None:
            self._chosen.backup_folder = self._backup_folder

    def _make_splitter(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        self._beside = QFrame(splitter)  # keeps the place of what comes after the list
        self._beside.setProperty("kind", "side")
        self._beside.setMinimumWidth(300)
        splitter.addWidget(self._side)
        splitter.addWidget(self._beside)
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
        self._people.queried.connect(self._on_queried)
        self._filtering.said.connect(self.said)
        side.import_requested.connect(self.import_requested)
        side.export_requested.connect(self._on_export)
        side.add_requested.connect(self._on_add)
        table.opened.connect(self._detail.edit)
        table.selection_changed.connect(self._on_selection)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._on_context_menu)

    def _connect_detail(self) -> None:
        view, many = self._detail.view, self._detail.many
        view.edit_requested.connect(self._detail.edit)
        view.stage_chosen.connect(self._chosen.set_stage)
        view.schedule_requested.connect(self._on_schedule)
        view.notes_requested.connect(self._on_notes_of)
        view.letter_requested.connect(self._on_letter)
        view.event_requested.connect(self._on_event)
        view.person_chosen.connect(self._on_person_chosen)
        view.copied.connect(self._on_copied)
        view.compare_requested.connect(self._chosen.compare)
        many.tags_requested.connect(self._chosen.open_tags)
        many.stage_chosen.connect(self._chosen.set_stage)
        many.employer_requested.connect(self._chosen.open_employers)
        many.export_requested.connect(self._on_export)
        many.merge_requested.connect(self._chosen.merge)
        many.delete_requested.connect(self._chosen.delete)
        self._detail.form_left.connect(self._on_form_left)
        self._detail.caught_up.connect(self._enable_actions)

    def _connect_actions(self) -> None:
        actions = self._actions
        actions.edit.triggered.connect(self._detail.edit)
        actions.in_place.triggered.connect(self._chosen.edit_in_place)
        actions.delete.triggered.connect(self._chosen.delete)
        actions.erase.triggered.connect(self._chosen.erase)
        actions.tags.triggered.connect(self._chosen.open_tags)
        actions.employer.triggered.connect(self._chosen.open_employers)
        actions.export.triggered.connect(self._on_export_chosen)
        actions.copy.triggered.connect(self._chosen.copy)
        self._table.dragged_out.connect(self._chosen.drag)
        actions.merge.triggered.connect(self._chosen.merge)
        actions.duplicates.triggered.connect(self._chosen.find_duplicates)
        actions.filter_chosen.connect(self._filtering.open_kind)
        actions.toggle_chosen.connect(self._filtering.set_toggle)
        actions.clear_filter.triggered.connect(self._people.clear_filter)
        actions.saved.triggered.connect(self._filtering.open_saved)
        actions.schedule.triggered.connect(self._on_schedule)
        actions.notes.triggered.connect(self._on_notes)
        actions.letter.triggered.connect(self._on_write)
        actions.answered.triggered.connect(self._on_answered)
        actions.find.triggered.connect(self._on_find)
        actions.select_all.triggered.connect(self._table.selectAll)
        actions.stages.chosen.connect(self._chosen.set_stage)
        actions.sort_chosen.connect(self._people.sort_by)

    def _connect_grouped(self) -> None:
        grouped = self._grouped
        grouped.said.connect(self.said)
        grouped.turned.connect(self._on_turned)
        grouped.chosen.connect(self._enable_actions)
        grouped.context_menu_requested.connect(self._on_context_menu_at)
        grouped.table.left_upwards.connect(self._side.filter.setFocus)
        grouped.table.letters_typed.connect(self._side.type_on)
        grouped.table.addAction(self._actions.delete)
        self.addAction(self._detail.notes.write)
        self._detail.notes.said.connect(self.said)
        employer = self._detail.employer
        employer.person_chosen.connect(self._on_person_chosen)
        employer.notes_requested.connect(self._on_notes_of)
        self._detail.view.employer_chosen.connect(grouped.show_employer)

    def _on_turned(self) -> None:
        if self._grouped.on:
            self._grouped.show_current()
        else:
            self._on_selection()
        self._enable_actions()

    # -- what the window uses

    def show_item(self, item_id: int | None) -> None:
        """Show a person, without the filter where it would hide them; None shows the pane."""
        if item_id is not None:
            self.complete()
        if item_id is None:
            self._take_focus()
            return
        self._detail.leave()
        self._people.show_person(item_id)
        if self._grouped.on:
            self._grouped.show_person(item_id)
        self._side.take_focus()

    def show_employer(self, employer_id: int) -> None:
        """Show an employer in the list of employers, without the filter where it would hide it."""
        self.complete()
        self._detail.leave()
        self._grouped.turn(True)
        if not self._grouped.table.choose_code(-employer_id):
            self._people.clear_filter()
            if not self._grouped.table.choose_code(-employer_id):
                self._detail.show_employer(employer_id)  # nobody is there any more

    def show_lately(self, name: str) -> None:
        """Show the people behind a figure of the last 30 days, one of ``people_filter.LATELY``."""
        self.complete()
        self._detail.leave()
        self._grouped.turn(False)
        self._people.show_lately(name)
        self._side.take_focus()

    def exported_ids(self) -> list[int]:
        """Return the people that are selected when they are several, else all that are shown."""
        self.complete()
        chosen = [] if self._grouped.on else self._table.selected_ids()
        return chosen if len(chosen) > 1 else list(self._model.ids)

    def menu_actions(self) -> list[QAction]:
        """Return every verb of the pane."""
        self.complete()
        self._actions.writing.addAction(self._detail.notes.write)
        return [*self._actions.all(), *self._grouped.actions.all()]

    def save_state(self) -> dict[str, object]:
        """Return filter, order, columns, splitter and the person shown, as JSON values."""
        self.complete()
        return {
            "filter": self._side.filter.text(),
            "only": filter_values(self._model.only),
            "sort": self._model.sort_column.sort,
            "descending": self._model.descending,
            "columns": self._table.arrangement.values(),
            # A pane that nobody has seen yet has no widths of its own.
            "splitter": self._splitter.sizes() if self._was_shown else self._sizes,
            "person": self._detail.person_id,
            "employers": self._grouped.save_state(),
        }

    def restore_state(self, state: dict[str, object]) -> None:
        """Show what was kept; what makes no sense is left out."""
        if not self._is_complete:
            self._kept = state
            self._show_first(state)
            return
        kept = read_state(state)
        self._arrange_as(kept)
        self._people.query(kept.text, kept.sort, descending=kept.descending, only=kept.only)
        row = self._model.row_of(kept.person)
        self._table.choose_row(row or 0)
        self._grouped.restore_state(state.get("employers"))

    def _arrange_as(self, kept: PeopleState) -> None:
        if kept.splitter:
            self._sizes = list(kept.splitter)
            self._splitter.setSizes(self._sizes)
        self._table.arrange(kept.columns)
        self._side.filter.show_words(kept.text)

    def leave(self) -> None:
        """Save what is typed and wait for the disk."""
        if self._is_complete:
            self._detail.leave()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the table, or to the form while it is open."""
        super().focusInEvent(event)
        self._take_focus()

    def _take_focus(self) -> None:
        if self._is_complete and self._detail.editing:
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
        stale = self._services.clock() - self._worded_at >= _FRESH_MS
        if stale and self._is_complete:  # not what was just built
            self._on_minute()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._minute.stop()

    def _on_minute(self) -> None:
        self.complete()
        self._worded_at = self._services.clock()
        self._table.viewport().update()
        self._grouped.table.viewport().update()
        self._detail.reread()

    # -- following

    def _on_words(self, text: str) -> None:
        if not self._is_complete:
            self.complete()
            self._side.filter.show_words(text)
        self._people.type_words(text)

    def _on_queried(self) -> None:
        model = self._model
        self._actions.show_filter(model.only)
        self._actions.show_sort(model.sort_column, descending=model.descending)
        self._grouped.query(model.text, model.only)

    def _on_selection(self) -> None:
        if self._grouped.on:
            return
        count = self._table.selected_count()
        person_id = self._table.selected_ids()[0] if count == 1 else None
        if not (count == 0 and self._detail.editing):
            self._detail.show_selection(person_id, count, typing=self._people.typing)
        self._enable_actions()

    def act_on_screen(self, *, here: bool, conversation: int | None) -> None:
        """Let the verbs for people be chosen only while they are shown."""
        del conversation
        if here != self._here:
            self._here = here
            if self._is_complete:
                self._grouped.act_on_screen(here=here)
                self._enable_actions()

    def _enable_actions(self) -> None:
        has_notes = self._detail.view.newest is not None
        count = self._table.selected_count()
        if self._grouped.on:
            count = int(self._detail.person_id is not None)
        if not self._here:
            count = 0
        self._actions.enable(count, has_notes=has_notes)
        self._actions.allow_table(allowed=not self._grouped.on, count=count)
        row = self._model.row_of(self._detail.person_id)
        person = None if row is None else self._model.person_at(row)
        self._actions.stages.check(person.stage if person else None)

    def _on_changed(self, changes: Changes) -> None:
        focused = self._focused_side()
        back = self._people.take_changes(changes)
        self._filtering.take_changes(changes)
        self._grouped.take_changes(changes)
        self._detail.take_changes(changes)
        self._show_brought_back(back)
        self._enable_actions()
        if focused is not None and self._focused_side() is not focused:
            self._take_focus()  # what had it is gone

    def _show_brought_back(self, back: list[int]) -> None:
        """Select who came back by an undo, so that one sees what it did.

        Of many only the first: an import done again must not stand ready to be deleted.
        """
        if back and not self._detail.editing:
            self._table.choose(back if len(back) <= _HANDFUL else back[:1], back[0])
            if self._grouped.on:
                self._grouped.show_person(back[0])

    # -- verbs

    def _on_add(self) -> None:
        self.new_person_requested.emit(None)

    def _on_find(self) -> None:
        self._side.filter.setFocus()
        self._side.filter.selectAll()

    def _on_export(self) -> None:
        self.export_requested.emit(self.exported_ids())

    def _on_export_chosen(self) -> None:
        """Export who is selected, and nobody else, also when it is only one."""
        self.export_requested.emit(self._chosen.ids())

    def _on_schedule(self) -> None:
        if self._detail.person_id is not None:
            self.new_conversation_requested.emit(self._detail.person_id)

    def _on_notes(self) -> None:
        self._detail.catch_up()
        if self._detail.person_id is not None and self._detail.view.newest is not None:
            self._on_notes_of(self._detail.view.newest)

    @property
    def person_id(self) -> int | None:
        """The person who is shown."""
        return self._detail.person_id if self._is_complete else None

    def _on_letter(self, letter_id: int) -> None:
        self.place_requested.emit(Place(LETTERS, letter_id))

    def _on_event(self, engagement_id: int) -> None:
        self.place_requested.emit(Place(CALENDAR, engagement=engagement_id))

    def _on_write(self) -> None:
        if self.person_id is not None:
            self.new_letter_requested.emit(self.person_id)

    def _on_answered(self) -> None:
        if self.person_id is not None:
            self.answer_requested.emit(self.person_id)

    def _on_notes_of(self, conversation_id: int) -> None:
        self.place_requested.emit(Place(INTERVIEWS, conversation_id))

    def _on_person_chosen(self, person_id: int) -> None:
        self.show_item(person_id)

    def _on_copied(self, text: str) -> None:
        self.said.emit(f"Copied {text}")

    def _on_form_left(self) -> None:
        if self._table.selected_count() == 0 and self._model.ids:
            row = self._model.row_of(self._detail.person_id)
            self._table.choose_row(row or 0)
        self._side.take_focus()

    def _on_context_menu(self, at: QPoint) -> None:
        self._on_context_menu_at(self._table.viewport().mapToGlobal(at))

    def _on_context_menu_at(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions.for_rows())
        menu.popup(at)
