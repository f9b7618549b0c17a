"""The Letters pane: which letter is shown, and what the user does with it.

Its parts show and ask; the verbs are in the services.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSplitter, QStackedWidget, QWidget

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.letters.actions import LetterActions
from infoview_gui.panes.letters.letter_desk import LetterDesk
from infoview_gui.panes.letters.letter_list import LetterList
from infoview_gui.panes.letters.out import LetterOut
from infoview_gui.panes.letters.sections import Key, by_person, by_state
from infoview_gui.panes.letters.verbs import LetterVerbs
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.panes.ticker import MINUTE_MS, Ticker
from infoview_gui.services import letter_records
from infoview_gui.services.bundle import Services
from infoview_gui.services.erasing import MAIL_FOLDER
from infoview_gui.services.letter_records import LetterRecord, Owed
from infoview_gui.store.changes import Changes, Origin
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.empty_state import EmptyState
from infoview_gui.widgets.tab_order import order_tabs

_LISTED = ("letter", "person", "conversation", "participant")
_KNOWN = ("person", "contact_point", "conversation", "participant", "note", "own_template", "event")
_OF_LIST = ("open_mail", "mark_sent", "copy", "use_again", "answered", "person", "delete")
_SIZES = (290, 820)


class LettersPane(QWidget):
    """The list at the left, one letter at the right."""

    place_requested = Signal(object)
    said = Signal(str)
    new_letter_requested = Signal(object)
    """Id of the person to write to, or None."""
    answer_requested = Signal(object)
    """Id of the person who answered."""
    templates_requested = Signal()
    saving_changed = Signal(str)
    """Empty when all letters are on disk, else a sentence that says what is not."""
    due_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        services: Services,
        feed: ChangeFeed,
        times: LocalTime,
        parent: QWidget | None = None,
        *,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._times = times
        self._preferences = preferences or Preferences(parent=self)
        self._record: LetterRecord | None = None
        self._key: Key | None = None
        self._here = True
        self._lost: int | None = None
        self._owed: list[Owed] = []
        self._due = 0
        self.setAccessibleName("Letters pane")
        self.list = LetterList(theme, self)
        self.desk = LetterDesk(theme, services, times, self._preferences, self)
        folder = services.store.path.parent / MAIL_FOLDER
        self.out = LetterOut(theme, times, self._preferences, folder, self)
        self.verbs = LetterVerbs(services, self.desk, self.out, lambda: self._key, self)
        slots = {**self.verbs.slots(), "find": self._on_find, "group": self._on_group}
        self.actions_of_pane = LetterActions(self, slots)
        self.desk.foot.use_verbs(slots)
        self.list.addAction(self.desk.next_thing)
        self._new = push_button(theme, "New letter", icon="plus", kind="primary")
        self._thank = push_button(theme, "Write the thank-you", icon="mail", kind="primary")
        self._none = EmptyState(
            theme,
            "mail",
            "No letter yet",
            "Write to somebody you would like to learn from: short, with the connection first.",
            self,
        )
        self._none.add_button(self._new)
        self._owing = EmptyState(theme, "gift", "Thank them", "", self)
        self._owing.add_button(self._thank)
        self._pages = QStackedWidget(self)
        self._ticker = Ticker(services.clock, MINUTE_MS, self)
        # The engine is large: it is asked after the first picture, and once for several changes.
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._counting.timeout.connect(self._count)
        self._counting.start()
        self._arrange()
        self._connect(feed)
        self._show_list()
        self.show_item(None)

    # -- what the window calls

    def show_item(self, item_id: int | None) -> None:
        """Show a letter; None keeps the present one, or shows the first of the list.

        Whoever asks for a draft from elsewhere goes on with its text.
        """
        if item_id is not None:
            self._open(Key(item_id))
            if self._record is not None and not self._record.is_sent and self.isVisible():
                self._take_letter_focus()
        elif self._record is None:
            self._open(next(iter(self.list.model.keys()), None))

    def menu_actions(self) -> list[QAction]:
        """Return every verb for the menu “Letter”."""
        verbs = self.actions_of_pane.all()
        inner = [
            menu.menuAction()
            for menu in (
                self.desk.templates,
                self.desk.addresses,
                self.desk.weaving,
                self.desk.things,
                self.desk.spelling.menu,
            )
        ]
        at = verbs.index(self.actions_of_pane["use_again"])
        return [*verbs[:at], *inner, *verbs[at:]]

    def due_count(self) -> int:
        """Return how many rows of Today are settled by writing a letter."""
        return self._due

    def save_state(self) -> dict[str, object]:
        """Return what is to be as it was at the next start."""
        return {
            "letter": None if self._record is None else self._record.id,
            "by_person": self.list.by_person,
            "splitter": self._splitter.sizes() if self.isVisible() else self._sizes,
        }

    def restore_state(self, state: dict[str, object]) -> None:
        """Take up what was saved; garbage is ignored."""
        sizes, shown = state.get("splitter"), state.get("letter")
        if isinstance(sizes, list) and len(sizes) == 2 and all(type(one) is int for one in sizes):
            self._sizes = sizes
            self._splitter.setSizes(sizes)
        if state.get("by_person") is True:
            self.list.order.choose(1)
            self._show_list()
        if type(shown) is int and letter_records.letter(shown) is not None:
            self._open(Key(shown))

    def leave(self) -> None:
        """Bring everything that is typed to the disk, waiting for it."""
        self.desk.saver.flush()

    @property
    def shown_id(self) -> int | None:
        """The letter that is shown."""
        return None if self._record is None else self._record.id

    @property
    def person_id(self) -> int | None:
        """Whom the chosen row is about."""
        return self.verbs.person_id

    # -- showing

    def _open(self, key: Key | None) -> None:
        record = None
        if key is not None and key.letter_id is not None:
            record = letter_records.letter(key.letter_id)
            if record is None:
                self.said.emit("This letter is not there any more.")
                return
        self.verbs.drop_empty(but=None if record is None else record.id)
        self._key, self._record = key, record
        self.desk.show_letter(record)
        if record is not None:
            self._pages.setCurrentWidget(self.desk)
        elif key is not None:
            self._show_owing(key)
        else:
            self._pages.setCurrentWidget(self._none)
        self.list.choose(key)
        self._allow()
        able = record is not None
        for menu in self._menus_of_letter():
            menu.menuAction().setVisible(able)
        order_tabs(self)

    def act_on_screen(self, *, here: bool, conversation: int | None) -> None:
        """Let the verbs for a letter be chosen only while it is shown."""
        del conversation
        if here != self._here:
            self._here = here
            self._allow()

    def _allow(self) -> None:
        owing = self._key is not None and self._key.letter_id is None
        record = self._record if self._here else None
        self.actions_of_pane.enable(record, owing=owing and self._here)
        for menu in self._menus_of_letter():
            menu.menuAction().setEnabled(self._here)

    def _menus_of_letter(self) -> tuple[QMenu, ...]:
        desk = self.desk
        return desk.templates, desk.addresses, desk.weaving, desk.things

    def _show_owing(self, key: Key) -> None:
        found = (one for one in self._owed if one.conversation_id == key.conversation_id)
        owed = next((one for one in found if one.person.id == key.person_id), None)
        if owed is None:
            return
        when = "" if owed.ended_at is None else f" {self._times.moment_text(owed.ended_at)}"
        words = f"You talked{when}. What they said stands in your notes and is woven in."
        self._owing.show_text(f"Thank {owed.person.name}", words)
        self._pages.setCurrentWidget(self._owing)

    def _show_list(self) -> None:
        words = self.list.words
        drafts, sent = letter_records.drafts(words), letter_records.sent(words)
        self._owed = letter_records.owed()
        owed = self._matching(words)
        make = by_person if self.list.by_person else by_state
        self.list.show_sections(make(owed, drafts, sent, self._times), self._key)
        self._ticker.aim(self._services.clock() + MINUTE_MS)

    def _count(self) -> None:
        rows = self._services.agenda.due()
        due = sum(row.has_day and row.due.letter is not None for row in rows)
        if due != self._due:
            self._due = due
            self.due_changed.emit()

    def _matching(self, words: str) -> list[Owed]:
        wanted = words.casefold().split()
        names = ((one, f"{one.person.name} {one.person.company}".casefold()) for one in self._owed)
        return [one for one, name in names if all(word in name for word in wanted)]

    def _reload(self) -> None:
        """Read the shown letter again; where it is gone, go to its neighbour."""
        if self._lost is not None and letter_records.letter(self._lost) is not None:
            found, self._lost = self._lost, None
            self._open(Key(found))
            return
        if self._record is None:
            self._reload_row()
            return
        record = letter_records.letter(self._record.id)
        if record is None:
            self._lost = self._record.id
            self.desk.saver.forget(self._record.id)
            self._open(next(iter(self.list.model.keys()), None))
            self._take_focus()
            return
        self._record = record
        self.desk.show_letter(record)
        self._allow()

    def _reload_row(self) -> None:
        keys = self.list.model.keys()
        if self._key not in keys:
            self._open(next(iter(keys), None))

    # -- verbs

    def _show_new(self, letter_id: int) -> None:
        self._show_list()
        self._open(Key(letter_id))
        self.desk.editor.setFocus()

    def _on_find(self) -> None:
        self.list.search.setFocus()
        self.list.search.selectAll()

    def _on_group(self) -> None:
        self.list.order.choose(1 - self.list.order.index)
        self._show_list()

    def _on_turned(self) -> None:
        """The letter was sent or deleted: what had the keyboard may be gone."""
        self._refresh()
        self._take_focus()

    def _refresh(self) -> None:
        self._show_list()
        self._reload()

    # -- following

    def _on_feed_changed(self, changes: Changes) -> None:
        typed = changes.origin is Origin.AUTOSAVE
        if changes.touch(*_LISTED):
            self._show_list()
        if not typed:
            self._counting.start()
        turned = changes.touch("letter") and not typed
        if turned or (changes.touch(*_KNOWN) and self.isVisible()):
            self._reload()

    def _on_minute(self) -> None:
        self._show_list()
        self._counting.start()
        self.desk.show_times()

    def _on_saving_changed(self) -> None:
        reason = self.desk.saver.reason
        self.saving_changed.emit(f"Not saved: {reason}" if reason else "")

    def _on_preferences(self, _names: object) -> None:
        if self._record is not None:
            self.desk.follow(self._record)

    def _on_chosen(self, key: Key) -> None:
        self._open(key)

    def _on_new(self) -> None:
        self.new_letter_requested.emit(self.person_id)

    def _connect(self, feed: ChangeFeed) -> None:
        feed.changed.connect(self._on_feed_changed)
        self._ticker.ticked.connect(self._on_minute)
        self._preferences.changed.connect(self._on_preferences)
        self.list.chosen.connect(self._on_chosen)
        self.list.entered.connect(self._take_letter_focus)
        self.list.arranged.connect(self._show_list)
        self.list.new_requested.connect(self._on_new)
        self.list.use_menu([self.actions_of_pane[name] for name in _OF_LIST])
        delete = self.actions_of_pane["delete"]
        self.list.view.addAction(self._delete_key(delete))
        self._new.clicked.connect(self._on_new)
        self._thank.clicked.connect(self.verbs.thank)
        self.desk.said.connect(self.said)
        self.desk.person_requested.connect(self.verbs.show_person)
        self.desk.saver.changed.connect(self._on_saving_changed)
        self.verbs.said.connect(self.said)
        self.verbs.place_requested.connect(self.place_requested)
        self.verbs.answer_requested.connect(self.answer_requested)
        self.verbs.templates_requested.connect(self.templates_requested)
        self.verbs.begun.connect(self._show_new)
        self.verbs.turned.connect(self._on_turned)

    def _delete_key(self, delete: QAction) -> QAction:
        """The key works in the list only: in a field it takes out a letter of a word."""
        delete.setShortcut("Del")
        delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.removeAction(delete)
        return delete

    # -- focus and looks

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the list, or to the button where there is nothing."""
        super().focusInEvent(event)
        self._take_focus()

    def _take_focus(self) -> None:
        if not self.isVisible():
            return  # what is gone was gone from another pane, which keeps the keyboard
        if self.list.model.rowCount():
            self.list.view.setFocus()
        else:
            self._new.setFocus()

    def _take_letter_focus(self) -> None:
        shown = self._pages.currentWidget()
        if shown is self.desk:
            self.desk.editor.setFocus()
        elif shown is not None:
            button = shown.findChild(QPushButton)
            if button is not None:
                button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date with what changed while another pane was shown."""
        super().showEvent(event)
        if not event.spontaneous():
            self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of an empty draft when another pane is shown."""
        super().hideEvent(event)
        if not event.spontaneous() and self.window().isVisible():
            self.verbs.drop_empty()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("surface"))

    def _arrange(self) -> None:
        for page in (self._none, self._owing, self.desk):
            self._pages.addWidget(page)
        self._sizes = list(_SIZES)
        splitter = self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(self._pages)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes(self._sizes)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)
