"""The actions of the window: files, undo, panes, help; and the panes' own in their menus."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from infoview_gui.panes import places
from infoview_gui.panes.places import Place
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services.bundle import Services
from infoview_gui.store.store import Outcome
from infoview_gui.window.dialogs import Dialogs
from infoview_gui.window.menus import Menus
from infoview_gui.window.theme_menu import ThemeMenu

_VIEW = (
    (places.TODAY, "&Today"),
    (places.PEOPLE, "&People"),
    (places.CALENDAR, "&Calendar"),
    (places.INTERVIEWS, "&Interviews"),
    (places.LETTERS, "&Letters"),
)
_PANE_MENUS = {
    places.TODAY: "&To do",
    places.PEOPLE: "&Person",
    places.CALENDAR: "C&alendar",
    places.INTERVIEWS: "&Conversation",
    places.LETTERS: "&Letter",
}


class Commands(QObject):
    """Builds the menu bar and keeps its words true. Must not know what the panes are."""

    place_requested = Signal(object)
    export_requested = Signal()
    export_conversations_requested = Signal()
    back_up_requested = Signal()
    restore_requested = Signal()
    sample_requested = Signal()
    sample_left = Signal()
    search_requested = Signal()
    said = Signal(str)
    engagement_requested = Signal(str)
    """The kind: appointment or networking."""
    letter_requested = Signal()
    travel_requested = Signal()
    """Undo or redo follows: what is typed must be on disk first, or it would come after it."""

    def __init__(
        self,
        window: QMainWindow,
        services: Services,
        dialogs: Dialogs,
        preferences: Preferences,
        *,
        sample: bool = False,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._store = services.store
        self._dialogs = dialogs
        self._preferences = preferences
        self._sample = sample
        self.menus = Menus(window)
        self._build_file()
        self._build_edit()
        self._build_view()
        for title in _PANE_MENUS.values():
            self.menus.menu(title)
        self._build_help()
        self.show_history()

    def adopt(self, pane: str, actions: list[QAction]) -> None:
        """Show a pane's verbs in its menu."""
        menu = _PANE_MENUS[pane]
        self.menus.adopt(menu, actions)
        self.menus.menu(menu).menuAction().setVisible(bool(actions))

    def follow_typing(self) -> tuple[QAction, ...]:
        """Let the Edit menu name typing while a field undoes by itself; return the rows for it."""
        from infoview_gui.window.typing_steps import TypingSteps  # noqa: PLC0415 - after the start

        edit = self.menus.menu("&Edit")
        return TypingSteps(self._window, edit, self._undo, self._redo).actions

    def show_history(self) -> None:
        """Name what Undo and Redo would do."""
        history = self._store.history
        for action, verb, label in (
            (self._undo, "&Undo", history.undo_label),
            (self._redo, "&Redo", history.redo_label),
        ):
            action.setText(f"{verb} {label}".strip().replace("&", "&&").replace("&&", "&", 1))
            action.setEnabled(bool(label))

    def _build_file(self) -> None:
        add, title = self.menus.add, "&File"
        add(title, "New &conversation…", QKeySequence.StandardKey.New, self._new_conversation)
        add(title, "New &person…", "Ctrl+Shift+P", self._new_person)
        add(title, "New &appointment…", "Ctrl+Shift+R", self._new_appointment)
        add(title, "New net&working event…", "Ctrl+Shift+H", self._new_event)
        add(title, "New &letter…", "Ctrl+Shift+W", self.letter_requested)
        add(title, "New &task…", "Ctrl+Shift+J", self._dialogs.new_task)
        self.menus.separate(title)
        add(title, "&Import people…", "Ctrl+I", self._dialogs.choose_import)
        add(title, "&Export people…", "Ctrl+E", self.export_requested)
        add(title, "Export con&versations…", "", self.export_conversations_requested)
        if not self._sample:  # nothing in the sample is worth keeping
            self.menus.separate(title)
            add(title, "&Back up now…", "", self.back_up_requested)
            add(title, "&Restore a backup…", "", self.restore_requested)
        self.menus.separate(title)
        quit_action = add(title, "&Quit", "Ctrl+Q", self._window.close)
        quit_action.setMenuRole(QAction.MenuRole.QuitRole)

    def _build_edit(self) -> None:
        self._undo = self.menus.add("&Edit", "&Undo", "Ctrl+Z", self._on_undo)
        self._redo = self.menus.add("&Edit", "&Redo", "Ctrl+Shift+Z", self._on_redo)
        self._redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.menus.separate("&Edit")
        words = "Searc&h or run a command…"
        self.search = self.menus.add("&Edit", words, "Ctrl+K", self.search_requested)
        self.menus.separate("&Edit")
        # On bare X11 the standard key of preferences is empty.
        settings = self.menus.add("&Edit", "&Settings…", "Ctrl+,", self._dialogs.settings)
        settings.setMenuRole(QAction.MenuRole.PreferencesRole)

    def _build_view(self) -> None:
        for number, (pane, text) in enumerate(_VIEW, 1):
            action = self.menus.add("&View", text, f"Ctrl+{number}", self._on_view)
            action.setData(pane)
        self.menus.separate("&View")
        ThemeMenu(self.menus.menu("&View"), self._preferences)
        self.menus.add("&View", "&Full screen", "F11", self._on_full_screen)

    def _build_help(self) -> None:
        self.menus.add("&Help", "&Keyboard shortcuts", "F1", self._on_shortcuts)
        if self._sample:
            self.menus.add("&Help", "&Leave sample data", "", self.sample_left)
        else:
            self.menus.add("&Help", "&Open sample data", "", self.sample_requested)
        self.menus.add("&Help", "&About Infoview", "", self._dialogs.about)

    def _new_conversation(self) -> None:
        self._dialogs.new_conversation(None)

    def _new_person(self) -> None:
        self._dialogs.new_person(None)

    def _new_appointment(self) -> None:
        self.engagement_requested.emit("appointment")

    def _new_event(self) -> None:
        self.engagement_requested.emit("networking")

    def _on_undo(self) -> None:
        self.travel_requested.emit()
        self._tell(self._store.undo(), "Undone")

    def _on_redo(self) -> None:
        self.travel_requested.emit()
        self._tell(self._store.redo(), "Redone")

    def _tell(self, outcome: Outcome | None, verb: str) -> None:
        if outcome is not None:
            self.said.emit(f"{verb}: {outcome.label}" if outcome.done else outcome.reason)

    def _on_view(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.place_requested.emit(Place(str(action.data())))

    def _on_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _on_shortcuts(self) -> None:
        from infoview_gui.window.shortcuts import key_rows  # noqa: PLC0415 - when first wanted

        self._dialogs.shortcuts(key_rows(self.menus.all()))
