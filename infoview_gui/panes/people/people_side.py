"""The left side of the People pane: heading, filter, and the table or what stands in its place.

Changes nobody.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.panes.people.filter_bar import FilterBar
from infoview_gui.panes.people.people_model import PeopleModel
from infoview_gui.panes.people.people_table import PeopleTable
from infoview_gui.panes.phrases import people_words
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.empty_state import EmptyState
from infoview_gui.widgets.labels import label
from infoview_gui.widgets.search_field import SearchField
from infoview_gui.widgets.segmented import Segmented
from infoview_gui.widgets.tab_order import order_tabs
from infoview_gui.widgets.undo_keys import pass_undo_on

_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = 60
_ICONS_BELOW = 640  # then Import and Export have no room for their words
_FOLD_BELOW = 690
_TOP = Qt.AlignmentFlag.AlignTop


class FilterField(SearchField):
    """Filters while typing; Down and Enter go into the table."""

    left_downwards = Signal()
    words_changed = Signal(str)
    """The user typed, or emptied the field."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "Filter people", parent, name="Filter people")
        self._showing = False
        pass_undo_on(self)
        self.textChanged.connect(self._on_words)

    def show_words(self, text: str) -> None:
        """Show what is filtered by, without telling.

        Signals are not blocked: the × in the field comes and goes with the same one.
        """
        if text != self.text():
            self._showing = True
            self.setText(text)
            self._showing = False

    def _on_words(self, text: str) -> None:
        if not self._showing:
            self.words_changed.emit(text)

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
    clear_requested = Signal()
    grouped_chosen = Signal(object)  # bool: by employer or not

    def __init__(self, theme: Theme, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "side")
        self.filter = FilterField(theme, self)
        self.bar = FilterBar(theme, self)
        self.count = label("", "muted", self)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._counted = 0
        self.table = PeopleTable(theme, model, self)
        self._rows: QTableView = self.table
        self._grouped: QTableView | None = None
        self._nobody = self._nobody_yet()
        self._no_hit = self._nobody_matches()
        self._stack = QStackedWidget(self)
        for page in (self.table, self._nobody, self._no_hit):
            self._stack.addWidget(page)
        self._arrange()
        order_tabs(self, self.table)
        self.filter.left_downwards.connect(self._on_left_downwards)
        self.table.left_upwards.connect(self.filter.setFocus)
        self.table.letters_typed.connect(self.type_on)

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
        self._files: dict[str, QPushButton] = {}
        names = ("People", "Employers")
        self._way = Segmented(self._theme, names, self, name="Show people or employers")
        self._way.setToolTip("Group by employer (Ctrl+Shift+G)")
        self._way.chosen.connect(self._on_way_chosen)
        row.addWidget(self._way)
        row.addStretch()
        plain = (
            ("Import", "upload", self.import_requested),
            ("Export", "download", self.export_requested),
        )
        for text, icon, signal in plain:
            button = push_button(self._theme, text, icon=icon, parent=self)
            button.clicked.connect(signal)
            row.addWidget(button)
            self._files[text] = button
        add = push_button(self._theme, "New person", icon="user-plus", kind="primary", parent=self)
        add.clicked.connect(self.add_requested)
        row.addWidget(add)
        return row

    def _filter_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.filter.setMinimumWidth(180)
        self.filter.setMaximumWidth(250)
        self.count.setMinimumHeight(self.filter.sizeHint().height())
        row.addWidget(self.filter, 1, _TOP)
        row.addWidget(self.bar, 2, _TOP)
        row.addWidget(self.count, 0, _TOP)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the filters where they would take more than two lines."""
        super().resizeEvent(event)
        self.bar.fold(event.size().width() < _FOLD_BELOW)
        narrow = event.size().width() < _ICONS_BELOW
        for text, button in self._files.items():
            button.setText("" if narrow else text)
            button.setToolTip(text if narrow else "")

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

    def show_count(self, shown: int, total: int, conditions: Sequence[str] = ()) -> None:
        """Say how many are shown, and show words where there is nobody.

        ``conditions`` are the filters besides the words, as phrases.
        """
        text = " ".join(self.filter.text().split())
        filtered = bool(text or conditions)
        self._keep_room(total)
        self.count.setText(_count_words(shown, total, filtered=filtered))
        if shown:
            page: QWidget = self._rows
        elif total:
            self._no_hit.show_text(*_no_hit_words(text, conditions))
            page = self._no_hit
        else:
            page = self._nobody
        # A dialog may be above the window: its focus comes back to where it was before.
        shown_now, focused = self._stack.currentWidget(), self.window().focusWidget()
        had_focus = focused is not None and (
            shown_now is focused or (shown_now is not None and shown_now.isAncestorOf(focused))
        )
        self.filter.setEnabled(total > 0 or filtered)
        self.bar.allow(total > 0 or filtered)
        self._stack.setCurrentWidget(page)
        if had_focus and page is not shown_now:
            self.take_focus()

    def _keep_room(self, total: int) -> None:
        """Give the count its width once, so that the filters stand still while it changes."""
        if total != self._counted:
            self._counted = total
            widest = f"{total:,} of {total:,}" if total else ""
            self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance(widest))

    def add_rows(self, grouped: QTableView) -> None:
        """Take the list of employers, which can stand in the place of the table."""
        self._grouped = grouped
        self._stack.addWidget(grouped)
        self.setTabOrder(self.table, grouped)

    def show_grouped(self, *, grouped: bool) -> None:
        """Show the list of employers, or the table of people."""
        self._way.choose(int(grouped))
        rows = self._grouped if grouped and self._grouped is not None else self.table
        before, self._rows = self._rows, rows
        if self._stack.currentWidget() is before:
            self._stack.setCurrentWidget(rows)

    def is_choosing(self) -> bool:
        """Tell whether the keyboard is where people or employers are chosen."""
        focus = self.window().focusWidget()
        return focus is not None and self._way.isAncestorOf(focus)

    def _on_way_chosen(self, index: int) -> None:
        self.grouped_chosen.emit(bool(index))

    def take_focus(self) -> None:
        """Give the keyboard to the table, or to the first button of what stands in its place."""
        page = self._stack.currentWidget()
        button = None if page is self._rows or page is None else page.findChild(QPushButton)
        (button or self._rows).setFocus()

    def leave_filters(self) -> None:
        """Give the keyboard to those who are found, unless it is somewhere else already.

        From a pill Home, F2 and the letters do nothing; who types in the field goes on typing.
        """
        focus = self.window().focusWidget()
        if focus is None or focus is self.bar or self.bar.isAncestorOf(focus):
            self.take_focus()

    def _on_clear(self) -> None:
        self.clear_requested.emit()
        self.filter.setFocus()

    def _on_left_downwards(self) -> None:
        if self._stack.currentWidget() is not self.table:
            self.take_focus()
        else:
            if not self.table.currentIndex().isValid():
                self.table.choose_row(0)
            self.table.setFocus()

    def type_on(self, letters: str) -> None:
        """Go on typing in the filter."""
        self.filter.setFocus()
        self.filter.end(False)
        self.filter.insert(letters)


def _no_hit_words(text: str, conditions: Sequence[str]) -> tuple[str, str]:
    """Return title and sentence of the page that stands there when nobody matches."""
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    title = f"Nobody matches “{short}”" if text else "Nobody matches"
    if not conditions:
        return title, "Try a name, a company, a role, a tag or an e-mail address."
    also = "You also filter by" if text else "You filter by"
    return title, f"{also} {', and by '.join(conditions)}."


def _count_words(shown: int, total: int, *, filtered: bool) -> str:
    if not total:
        return ""
    if filtered:
        return f"{shown:,} of {total:,}"
    return people_words(total)
