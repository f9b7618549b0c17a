"""The left side of the People pane: heading, filter, and the table or what stands in its place.

Changes nobody.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.panes.people.people_model import PeopleModel
from infoview_gui.panes.people.people_table import PeopleTable
from infoview_gui.panes.phrases import people_words
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.empty_state import EmptyState
from infoview_gui.widgets.labels import label
from infoview_gui.widgets.search_field import SearchField
from infoview_gui.widgets.undo_keys import pass_undo_on

_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = 60


class FilterField(SearchField):
    """Filters while typing; Down and Enter go into the table."""

    left_downwards = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "Filter people", parent, name="Filter people")
        pass_undo_on(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go into the table with Down and Enter."""
        if event.key() in (*_DOWN, *_ENTER):
            self.left_downwards.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class PeopleSide(QFrame):
    """Everything at the left of the splitter."""

    import_requested = Signal()
    export_requested = Signal()
    add_requested = Signal()

    def __init__(self, theme: Theme, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "side")
        self.filter = FilterField(theme, self)
        self.count = label("", "muted", self)
        self.count.setAccessibleName("People shown")
        self.table = PeopleTable(theme, model, self)
        self._nobody = self._nobody_yet()
        self._no_hit = self._nobody_matches()
        self._stack = QStackedWidget(self)
        for page in (self.table, self._nobody, self._no_hit):
            self._stack.addWidget(page)
        self._arrange()
        self.setTabOrder(self.filter, self.table)
        self.filter.left_downwards.connect(self._on_left_downwards)
        self.table.left_upwards.connect(self.filter.setFocus)
        self.table.letters_typed.connect(self._on_letters_typed)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(18, 14, 18, 12)
        top.setSpacing(8)
        top.addLayout(self._heading())
        top.addLayout(self._filter_row())
        column.addLayout(top)
        line = QFrame(self)
        line.setProperty("kind", "line")
        column.addWidget(line)
        column.addWidget(self._stack, 1)

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label("People", "h1", self))
        row.addStretch()
        plain = (
            ("Import", "upload", self.import_requested),
            ("Export", "download", self.export_requested),
        )
        for text, icon, signal in plain:
            button = push_button(self._theme, text, icon=icon, parent=self)
            button.clicked.connect(signal)
            row.addWidget(button)
        add = push_button(self._theme, "New person", icon="user-plus", kind="primary", parent=self)
        add.clicked.connect(self.add_requested)
        row.addWidget(add)
        return row

    def _filter_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.filter.setMinimumWidth(180)
        self.filter.setMaximumWidth(250)
        row.addWidget(self.filter, 1)
        row.addStretch(1)
        row.addWidget(self.count)
        return row

    def _nobody_yet(self) -> EmptyState:
        text = "Import contacts from LinkedIn, Google or Outlook, or add one."
        state = EmptyState(self._theme, "users", "Nobody here yet", text, self)
        bring = push_button(self._theme, "Import contacts", icon="upload", kind="primary")
        bring.clicked.connect(self.import_requested)
        add = push_button(self._theme, "Add a person", icon="user-plus")
        add.clicked.connect(self.add_requested)
        state.add_button(bring)
        state.add_button(add)
        state.setFocusProxy(bring)
        return state

    def _nobody_matches(self) -> EmptyState:
        state = EmptyState(self._theme, "search", "Nobody matches", "", self)
        clear = push_button(self._theme, "Clear the filter", icon="x")
        clear.clicked.connect(self._on_clear)
        state.add_button(clear)
        state.setFocusProxy(clear)
        return state

    def show_count(self, shown: int, total: int) -> None:
        """Say how many are shown, and show words where there is nobody."""
        text = " ".join(self.filter.text().split())
        self.count.setText(_count_words(shown, total, filtered=bool(text)))
        if shown:
            page: QWidget = self.table
        elif total:
            short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
            words = "Try a name, a company, a role, a tag or an e-mail address."
            self._no_hit.show_text(f"Nobody matches “{short}”", words)
            page = self._no_hit
        else:
            page = self._nobody
        # A dialog may be above the window: its focus comes back to where it was before.
        shown_now, focused = self._stack.currentWidget(), self.window().focusWidget()
        had_focus = focused is not None and (
            shown_now is focused or (shown_now is not None and shown_now.isAncestorOf(focused))
        )
        self.filter.setEnabled(total > 0 or bool(text))
        self._stack.setCurrentWidget(page)
        if had_focus and page is not shown_now:
            self.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard to the table, or to the first button of what stands in its place."""
        page = self._stack.currentWidget()
        button = None if page is self.table or page is None else page.findChild(QPushButton)
        (button or self.table).setFocus()

    def _on_clear(self) -> None:
        self.filter.clear()
        self.filter.setFocus()

    def _on_left_downwards(self) -> None:
        if self._stack.currentWidget() is self.table:
            if not self.table.currentIndex().isValid():
                self.table.choose_row(0)
            self.table.setFocus()

    def _on_letters_typed(self, letters: str) -> None:
        self.filter.setFocus()
        self.filter.end(False)
        self.filter.insert(letters)


def _count_words(shown: int, total: int, *, filtered: bool) -> str:
    if not total:
        return ""
    if filtered:
        return f"{shown:,} of {total:,}"
    return people_words(total)
