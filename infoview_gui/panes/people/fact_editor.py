"""One fact of a person, edited in its place with the fields of the form.

What is typed is saved as in the form; Enter and leaving keep it, Escape takes it back.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infoview_gui.interchange.cards import ContactPoint as Reach
from infoview_gui.panes.dialogs.person_picker import PersonPicker
from infoview_gui.panes.people.reach_editor import ReachEditor
from infoview_gui.panes.people.saving import QuietCombo, Saver, SavingLine, SavingText
from infoview_gui.panes.people.zone_field import ZoneField
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import CHANNELS
from infoview_gui.services.records import PersonDetail
from infoview_gui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NAMES = {
    "role": "Role",
    "company": "Company",
    "zone": "Time zone",
    "tags": "Tags",
    "email": "E-mail",
    "phone": "Phone",
    "link": "Link",
    "introduced_by": "Introduced by",
    "channel": "Found through",
    "note": "About",
}
"""The facts that can be edited in their place, in the order in which they stand."""
_NOTE_HEIGHT = 112
_REACHES = ("email", "phone", "link")


class FactEditor(QWidget):
    """The field of one fact, and what saving and taking back mean for it."""

    ended = Signal(bool)
    """Whether the keyboard is still here, so that it goes back to the fact."""

    def __init__(
        self, theme: Theme, services: Services, fact: str, person: PersonDetail, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self.fact = fact
        self._before = person
        self._savers: list[Saver] = []
        self._over = False
        self._handle: QObject | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._make(person)

    def _make(self, person: PersonDetail) -> None:
        if self.fact in _REACHES:
            values = {"email": person.emails, "phone": person.phones, "link": person.links}
            editor = ReachEditor(self._theme, self.fact, self._save_reach, self)
            editor.show_values(values[self.fact])
            if not values[self.fact]:
                editor.begin_row()
            self._add(editor, editor.saver)
        elif self.fact == "introduced_by":
            self._make_introducer(person)
        elif self.fact == "channel":
            self._make_channel(person)
        elif self.fact == "zone":
            zone = ZoneField(self._saves("zone"), self)
            zone.show_value(person.zone)
            self._add(zone, zone.saver)
        elif self.fact == "note":
            note = SavingText(NAMES["note"], self._saves("note"), self)
            note.show_value(person.note)
            note.setFixedHeight(_NOTE_HEIGHT)
            note.moveCursor(QTextCursor.MoveOperation.End)
            self._add(note, note.saver)
        elif self.fact == "tags":
            self._make_line(self._save_tags, ", ".join(person.tags), "Separated by commas")
        else:
            self._make_line(self._saves(self.fact), str(getattr(person, self.fact)), "")

    def _make_line(self, save: Callable[[str], None], text: str, hint: str) -> None:
        line = SavingLine(NAMES.get(self.fact, self.fact), save, self)
        line.show_value(text)
        line.setPlaceholderText(hint)
        line.selectAll()
        self._add(line, line.saver)

    def _make_introducer(self, person: PersonDetail) -> None:
        self._by = PersonPicker(
            self._theme, self._services, several=False, parent=self, name=NAMES["introduced_by"]
        )
        self._by.exclude([person.id])
        self._by.set_people([person.introduced_by.id] if person.introduced_by else [])
        self._by.changed.connect(self._on_introduced)
        self._add(self._by)

    def _make_channel(self, person: PersonDetail) -> None:
        self._channel = QuietCombo("Found through", self)
        self._channel.addItem("Not said", "")
        for key, words in CHANNELS.items():
            self._channel.addItem(words, key)
        self._channel.setCurrentIndex(max(0, self._channel.findData(person.channel)))
        self._channel.activated.connect(self._on_channel)
        self._add(self._channel)
        detail = SavingLine("Where or how found", self._saves("channel_detail"), self)
        detail.setPlaceholderText("Such as “Career fair” or “LinkedIn”")
        detail.show_value(person.channel_detail)
        self._add(detail, detail.saver)

    def _add(self, field: QWidget, saver: Saver | None = None) -> None:
        if not self._column.count():
            self.setFocusProxy(field)
        self._column.addWidget(field)
        if saver is not None:
            self._savers.append(saver)

    # -- beginning and ending

    def showEvent(self, event: QShowEvent) -> None:
        """Notice from now on when the keyboard goes elsewhere."""
        super().showEvent(event)
        handle = self.window().windowHandle()
        if handle is not None and self._handle is None:
            self._handle = handle
            handle.focusObjectChanged.connect(self._on_focus_changed)

    def take_focus(self) -> None:
        """Give the keyboard to the first field."""
        first = self.findChild(ReachEditor)
        if first is not None and first.rows():
            first.rows()[0].value.setFocus()
            first.rows()[0].value.selectAll()
        else:
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter, take back with Escape."""
        if event.key() in _ENTER:
            event.accept()
            self.finish(focused=True)
        elif event.key() == Qt.Key.Key_Escape:
            event.accept()
            self._take_back()
            self.finish(focused=True)
        else:
            super().keyPressEvent(event)

    def has_keyboard(self) -> bool:
        """Tell whether the keyboard is in one of the fields."""
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        for saver in self._savers:
            saver.flush()

    def finish(self, *, focused: bool = False) -> None:
        """Keep what is typed; say once that it is over."""
        if self._over:
            return
        self._over = True
        self.flush()
        self._services.store.seal()
        self.ended.emit(focused)

    def forget(self) -> None:
        """The person is gone: there is nothing to save into."""
        for saver in self._savers:
            saver.drop()
        self._over = True

    def _on_focus_changed(self, _now: QObject | None) -> None:
        # Soon: on its way from one field to the next the focus is nowhere.
        QTimer.singleShot(0, self, self._end_if_left)

    def _end_if_left(self) -> None:
        elsewhere = self.window().focusWidget() is not None and not self.has_keyboard()
        if elsewhere and self.isVisible():
            self.finish()

    # -- saving

    def _exists(self) -> bool:
        return bool(self._services.people_list.rows([self._before.id]))

    def _saves(self, field: str) -> Callable[[str], None]:
        def save(text: str) -> None:
            if self._exists():
                self._services.people.set_field(self._before.id, field, text)

        return save

    def _save_reach(self, values: Sequence[Reach]) -> None:
        if self._exists():
            self._services.people.set_reach(self._before.id, self.fact, values)

    def _save_tags(self, text: str) -> None:
        if self._exists():
            self._services.people.set_tags(self._before.id, text.split(","))

    def _on_channel(self, _index: int) -> None:
        self._saves("channel")(str(self._channel.currentData()))

    def _on_introduced(self) -> None:
        if self._exists():
            by = next(iter(self._by.people()), None)
            self._services.people.introduce(self._before.id, by)
            if by is not None:
                self.finish(focused=True)

    def _take_back(self) -> None:
        """Store again what was there before; together with the typing that is no step at all."""
        for saver in self._savers:
            saver.drop()
        if not self._exists():
            return
        people, before = self._services.people, self._before
        if self.fact in _REACHES:
            values = {"email": before.emails, "phone": before.phones, "link": before.links}
            people.set_reach(before.id, self.fact, values[self.fact])
        elif self.fact == "tags":
            people.set_tags(before.id, before.tags)
        elif self.fact == "introduced_by":
            known = before.introduced_by.id if before.introduced_by else None
            if known != next(iter(self._by.people()), None):
                people.introduce(before.id, known)
        elif self.fact == "channel":
            people.set_field(before.id, "channel_detail", before.channel_detail)
            people.set_field(before.id, "channel", before.channel)
        else:
            people.set_field(before.id, self.fact, str(getattr(before, self.fact)))
