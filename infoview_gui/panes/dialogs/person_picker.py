"""A field that picks one person or several by typing a part of a name, by keyboard or mouse.

Reads names and adds who is new; changes nobody else.
"""

from collections.abc import Iterable
from typing import Any, cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCompleter, QListView, QVBoxLayout, QWidget

from infoview_gui.panes.dialogs.picker_chips import ChipRoom, PersonChip
from infoview_gui.panes.dialogs.picker_popup import PickerDelegate, PickerModel
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.records import PersonName
from infoview_gui.theme import Theme
from infoview_gui.widgets.flow_layout import FlowLayout
from infoview_gui.widgets.undo_keys import UndoPassing

_SHOWN = 50

_NOBODY_YET = 0
"""The id of the first who is named and not yet added, others go below; SQLite numbers from 1."""


class _NameLine(UndoPassing):
    """The line in which a name is looked for; it opens the list when it is clicked."""

    asked = Signal()
    emptied_further = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list with Down; Backspace in the empty line lets go of the last person."""
        if event.key() == Qt.Key.Key_Down:
            self.asked.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied_further.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the list."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the line is left, unless only its own list opened."""
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }:
            self.left.emit()


def _rank(person: PersonName, typed: str) -> int:
    """Return 0 for who has the very name, 1 where the name begins so, 2 for other hits."""
    name, wanted = person.name.casefold(), typed.casefold()
    return 0 if name == wanted else 1 if name.startswith(wanted) else 2


class PersonPicker(QWidget):
    """Chips of those who were picked, and the line to pick more.

    A name that is left typed and unpicked stays in the line, see ``typed``. Somebody new is added
    at once, or with ``adds`` False only named (``named``): then who asks adds them.
    """

    changed = Signal()
    """After the user picked somebody or let go; not after ``set_people``."""

    def __init__(
        self,
        theme: Theme,
        services: Services,
        *,
        several: bool,
        adds: bool = True,
        parent: QWidget | None = None,
        name: str = "People",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._several = several
        self._adds = adds
        self._people: list[PersonName] = []
        self._excluded: frozenset[int] = frozenset()
        self._flow = FlowLayout()
        self._chips: list[PersonChip] = []
        self._line = _NameLine("", self)
        self._line.setAccessibleName(name)
        self._line.setPlaceholderText("Name or company")
        self._model = PickerModel(self)
        self._may_add = True
        self._popup = QListView()
        self._completer = self._make_completer()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self._holder = QWidget()
        self._holder.setLayout(self._flow)
        self._chosen = ChipRoom(self._holder, self)
        self._chosen.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._chosen)
        column.addWidget(self._line)
        self.setFocusProxy(self._line)

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(8)
        popup = self._popup
        popup.setUniformItemSizes(True)
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        popup.setProperty("kind", "found")
        completer.setPopup(popup)
        popup.setItemDelegate(PickerDelegate(self._theme, self._model, popup))
        popup.setAccessibleName("People found")
        completer.setWidget(self._line)
        return completer

    def _connect(self) -> None:
        # PySide's stubs do not know that a signal with several signatures is indexed.
        cast("Any", self._completer.activated)[QModelIndex].connect(self._on_activated)
        self._popup.installEventFilter(self)
        self._line.textEdited.connect(self._on_text_edited)
        self._line.asked.connect(self._look)
        self._line.emptied_further.connect(self._on_emptied_further)

    # -- what others use

    def people(self) -> list[int]:
        """Return the ids of those who are picked and known, in order."""
        return [person.id for person in self._people if person.id > _NOBODY_YET]

    def named(self) -> list[str]:
        """Return the names of those who are to be added."""
        return [person.name for person in self._people if person.id <= _NOBODY_YET]

    def set_people(self, ids: Iterable[int | None]) -> None:
        """Show these people; those who are gone are left out. Does not send ``changed``."""
        wanted = [person_id for person_id in ids if person_id is not None]
        rows = self._services.people_list.rows(wanted)
        found = [rows[person_id] for person_id in dict.fromkeys(wanted) if person_id in rows]
        self._people = [
            PersonName(row.id, row.name, row.first_name, row.last_name, row.company, row.role)
            for row in found
        ]
        self._show_chips()

    def exclude(self, ids: Iterable[int]) -> None:
        """Do not offer these people, such as the one who is being edited."""
        self._excluded = frozenset(ids)

    def typed(self) -> str:
        """Return the name that was typed and not picked."""
        return " ".join(self._line.text().split())

    def set_typed(self, text: str) -> None:
        """Put words into the line without opening the list."""
        self._line.setText(text)

    # -- looking

    def _on_text_edited(self, _text: str) -> None:
        self._look()

    def _look(self) -> None:
        typed, chosen = self.typed(), self.people()
        # Who is picked already is found all the same: else one would be led to add them again.
        hidden = self._excluded if typed else self._excluded | set(chosen)
        found = self._services.people_list.names(typed, _SHOWN + len(hidden))
        people = [person for person in found if person.id not in hidden][:_SHOWN]
        people.sort(key=lambda person: _rank(person, typed))
        self._model.show_people(people, typed, chosen)
        if not self._model.rowCount() or not self._line.isVisible():
            self._popup.hide()
            return
        self._completer.complete()
        # Somebody has this name, even if they cannot be picked: a new one is added on purpose only.
        is_certain = bool(people) or not found
        first = self._completer.completionModel().index(0, 0)
        self._popup.setCurrentIndex(first if is_certain else QModelIndex())
        self._may_add = not found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pick with Tab too while the list is open; Down stops once before *Add …*."""
        if (
            watched is self._popup
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and self._on_popup_key(event.key())
        ):
            return True
        return super().eventFilter(watched, event)

    def _on_popup_key(self, key: int) -> bool:
        """Tell whether a key in the list was ours."""
        index = self._popup.currentIndex()
        if key == Qt.Key.Key_Tab and self.typed() and index.isValid():
            self._popup.hide()
            self._on_activated(index)
            return True
        may_add, self._may_add = self._may_add, True
        next_is_new = self._model.person(index.row() + 1) is None
        return key == Qt.Key.Key_Down and next_is_new and not may_add

    # -- picking

    def _on_activated(self, index: QModelIndex) -> None:
        person = self._model.person(index.row())
        name = self._model.new_name
        if person is None and not name:
            return
        self._pick(person or self._add(name))

    def _add(self, name: str) -> PersonName:
        if not self._adds:
            taken = min((person.id for person in self._people), default=_NOBODY_YET + 1)
            return PersonName(min(taken - 1, _NOBODY_YET), name)
        person_id = self._services.people.add(PersonDraft(name=name))
        row = self._services.people_list.rows([person_id])[person_id]
        return PersonName(row.id, row.name, row.first_name, row.last_name)

    def _pick(self, person: PersonName) -> None:
        self._line.clear()
        if person.id in self.people() or self._is_named(person):
            return
        self._people = [*self._people, person] if self._several else [person]
        self._show_chips()
        if not self._several:
            self._chips[0].setFocus()
        self.changed.emit()

    def _is_named(self, person: PersonName) -> bool:
        named = {name.casefold() for name in self.named()}
        return person.id <= _NOBODY_YET and person.name.casefold() in named

    def _on_emptied_further(self) -> None:
        if self._people:
            self._remove(self._people[-1].id)

    def _remove(self, person_id: int) -> None:
        self._people = [person for person in self._people if person.id != person_id]
        self._show_chips()
        self._line.setFocus()
        self.changed.emit()

    def _type_over(self, text: str) -> None:
        """Begin another name: in place of the one who was picked, or besides those who were."""
        if not self._several and self._people:
            self._remove(self._people[-1].id)
        self._line.setFocus()
        self._line.setText(f"{self._line.text()}{text}")
        self._look()

    def _show_chips(self) -> None:
        self._flow.clear()
        self._chips = [PersonChip(self._theme, person, self._holder) for person in self._people]
        for chip in self._chips:
            chip.removed.connect(self._remove)
            chip.typed.connect(self._type_over)
            self._flow.addWidget(chip)
            chip.show()
        full = bool(self._people) and not self._several
        self._chosen.setVisible(bool(self._people))
        self._chosen.updateGeometry()
        self._line.setVisible(not full)
        self.setFocusProxy(self._chips[0] if full else self._line)
        self.updateGeometry()
