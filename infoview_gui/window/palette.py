"""The search palette (Ctrl+K): finds people, employers, conversations, notes, terms; runs commands.

Connects field and list with the search. The focus stays in the field and goes back to where it was
(PRODUCT.md, "The main window"). Knows no pane: it asks the window to go to a place.
"""

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction
from PySide6.QtWidgets import QMenu, QWidget

from infoview_gui.panes import places
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.places import Place
from infoview_gui.services.bundle import Services
from infoview_gui.services.finding_words import tidy, words
from infoview_gui.services.found import Found, FoundKind
from infoview_gui.theme import Theme
from infoview_gui.window.palette_commands import ORDER, PaletteCommands
from infoview_gui.window.palette_field import PaletteField
from infoview_gui.window.palette_memory import PaletteMemory
from infoview_gui.window.palette_popup import PalettePopup
from infoview_gui.window.palette_rows import (
    PaletteRow,
    RowKind,
    found_row,
    group_rows,
    heading,
    nothing_rows,
)

COMMANDS_ONLY = ">"
_EXPANDED = 60
_COMMANDS_SHOWN = 6
_OFTEN = 6
_KINDS = list(FoundKind)


class Palette(QObject):
    """One for each window; made with its field, opened by a click or by ``open``."""

    place_requested = Signal(object)
    task_wanted = Signal(object)
    """A task is to be changed: it has no place of its own."""
    person_wanted = Signal(str)
    """The name of somebody to be added."""

    def __init__(
        self,
        theme: Theme,
        services: Services,
        times: LocalTime,
        field: PaletteField,
        memory: PaletteMemory,
        menus: Callable[[], Sequence[QMenu]],
        but: Sequence[QAction] = (),
    ) -> None:
        super().__init__(field)
        self._theme = theme
        self._finding = services.finding
        self._times = times
        self._field = field
        self._commands = PaletteCommands(menus, but)
        self._memory = memory
        self._expanded: FoundKind | None = None
        self._before: QWidget | None = None
        self._closing = False
        self._last = ""
        self._recalled = ""
        self._popup: PalettePopup | None = None
        self._connect()

    def _connect(self) -> None:
        field = self._field
        field.opened.connect(self.open)
        field.textEdited.connect(self._on_text_edited)
        field.textChanged.connect(self._on_text_changed)
        field.moved.connect(self._on_moved)
        field.accepted.connect(self._on_accepted)
        field.escaped.connect(self._on_escaped)
        field.left.connect(self._on_left)

    @property
    def popup(self) -> PalettePopup:
        """The list, made when it is first wanted."""
        if self._popup is None:
            self._popup = PalettePopup(self._theme, self._field)
            self._popup.chosen.connect(self._on_accepted)
            self._popup.current_changed.connect(self._say)
        return self._popup

    @property
    def is_open(self) -> bool:
        """Whether the list is seen."""
        return self._popup is not None and self._popup.isVisible()

    # -- opening and closing

    def open(self) -> None:
        """Show the list, with what was looked for last selected, and take the keyboard.

        While it is closed the field is empty: the words would seem to filter what is shown.
        """
        focused = self._field.window().focusWidget()
        if focused is not self._field:
            self._before = focused
        if not self._field.text():
            self._field.setText(self._last)
            self._recalled = self._last
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._show()

    def close(self, *, restore: bool = True) -> None:
        """Hide the list; the focus goes back to where it was unless it goes elsewhere."""
        if not self.is_open and not restore:
            return
        self._closing = True
        self.popup.hide()
        self._last = self._field.text()
        self._field.clear()
        self._field.setAccessibleDescription("")
        before, self._before = self._before, None
        if restore and before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._closing = False

    # -- what is shown

    def _show(self) -> None:
        if not self.is_open:
            self._finding.prepare()
            self._commands.prepare()
        self._expanded = None
        self._fill()
        self.popup.show()

    def _fill(self, current: int = 0) -> None:
        text = self._field.text()
        self.popup.show_rows(self._rows(text), words(tidy(text.lstrip(COMMANDS_ONLY))), current)

    def _rows(self, text: str) -> list[PaletteRow]:
        typed = tidy(text)
        if not typed:
            return self._offers()
        if typed.startswith(COMMANDS_ONLY):
            return self._command_rows(tidy(typed[1:]))
        parts = self._found_parts(typed)
        best, commands = self._commands.find(typed)
        if commands:
            rows = [heading("Commands"), *commands[:_COMMANDS_SHOWN]]
            parts.append((best, ORDER, rows))
        parts.sort(key=lambda part: part[:2])
        rows = [row for _rank, _order, group in parts for row in group]
        return rows or list(nothing_rows(typed))

    def _found_parts(self, typed: str) -> list[tuple[int, int, list[PaletteRow]]]:
        zone = self._times.zone
        groups = self._finding.find(typed, zone)
        if self._expanded is not None:
            whole = self._finding.find_kind(self._expanded, typed, zone, _EXPANDED)
            groups = [whole if group.kind is whole.kind else group for group in groups]
        return [
            (group.rank, _KINDS.index(group.kind), list(group_rows(group, self._times)))
            for group in groups
        ]

    def _offers(self) -> list[PaletteRow]:
        """Return what is offered before anything is typed."""
        recalled = (self._finding.recall(kind, ident) for kind, ident in self._memory.visits)
        recent = [found_row(found, self._times) for found in recalled if found is not None]
        often = self._commands.often(self._memory.used, _OFTEN)
        rows = [heading("Recent"), *recent] if recent else []
        return [*rows, heading("Commands"), *often]

    def _command_rows(self, typed: str) -> list[PaletteRow]:
        rows = self._commands.find(typed)[1] if typed else self._commands.every()
        if not rows:
            return [PaletteRow(RowKind.NOTHING, "No command has these words.")]
        return [heading("Commands"), *rows]

    # -- following the keys

    def _on_text_edited(self, _text: str) -> None:
        self._recalled = ""
        self._show()

    def _on_text_changed(self, _text: str) -> None:
        """The button in the field empties it without editing."""
        if self.is_open and not self._field.text():
            self._show()

    def _on_moved(self, step: int) -> None:
        if self.is_open:
            self.popup.move_by(step)
        else:
            self.open()

    def _on_escaped(self) -> None:
        """Close; what only came back from the last time is not wanted any more."""
        if self._recalled:
            self._field.clear()
        self.close()

    def _on_left(self) -> None:
        if not self._closing:
            self.close(restore=False)

    def _on_accepted(self) -> None:
        row = self.popup.current if self.is_open else None
        if row is None:
            self.open()
        elif row.kind is RowKind.MORE:
            self._expand(row)
        elif row.kind is RowKind.ADD:
            name = tidy(self._field.text())
            self._finish()
            self.person_wanted.emit(name)
        elif row.action is not None:
            self._run(row, row.action)
        elif row.found is not None:
            self._open_found(row.found)

    def _expand(self, row: PaletteRow) -> None:
        """Show more of one kind; one stands on the first that is new."""
        self._expanded = row.group
        self._fill(self.popup.current_number)

    def _run(self, row: PaletteRow, action: QAction) -> None:
        """Run a command as if its key had been pressed where the focus was."""
        self._memory.use(row.title)
        self._finish()
        if action.isEnabled():
            action.trigger()

    def _finish(self) -> None:
        """Close after what was typed has been done: it is not to be done again."""
        self._field.clear()
        self.close()

    def _open_found(self, found: Found) -> None:
        self.close()
        if found.kind is FoundKind.TASK:
            self.task_wanted.emit(found.id)
        else:
            self.place_requested.emit(_place(found))

    def _say(self) -> None:
        """Let a screen reader say the row: the focus stays in the field."""
        row = self.popup.current
        self._field.setAccessibleDescription(row.spoken if row else "")
        if row is not None and QAccessible.isActive() and self._field.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, row.spoken))


def _place(found: Found) -> Place:
    if found.kind is FoundKind.EMPLOYER:
        return Place(places.PEOPLE, employer=found.id)
    if found.kind is FoundKind.ENGAGEMENT:
        return Place(places.CALENDAR, engagement=found.id)
    if found.kind in {FoundKind.PERSON, FoundKind.ABOUT}:
        return Place(places.PEOPLE, found.id)
    return Place(places.INTERVIEWS, found.id, line=found.line)
