"""The window in which people who are there twice become one, or are said to be two.

Who may be there twice is looked for beside the window; with many people that takes a moment.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.panes.dialogs.background import Stop
from infoview_gui.panes.people.duplicates_model import ComparisonModel, SuspectsModel
from infoview_gui.panes.people.duplicates_rows import compared
from infoview_gui.panes.people.duplicates_tables import ComparisonTable, SuspectsTable
from infoview_gui.panes.people.looking_dialog import LOOKING, NOTHING, PAIR, LookingDialog
from infoview_gui.panes.phrases import counted, people_words
from infoview_gui.services.bundle import Services
from infoview_gui.services.similar_people import Suspects
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.empty_state import EmptyState
from infoview_gui.widgets.labels import label, wrapped_label
from infoview_gui.widgets.tab_order import order_tabs

_WORDS = (
    "Left and right choose whose value stays. E-mails, phones, links, tags, notes, conversations "
    "and introductions are put together."
)


class DuplicatesDialog(LookingDialog):
    """At the left who may be one, at the right what is known of each."""

    merged = Signal(object)
    """The id of the person who was made of several."""

    def __init__(self, theme: Theme, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(theme, services, parent)
        self._given: Suspects | None = None
        self._suspects = SuspectsModel(self)
        self._comparison = ComparisonModel(self)
        self._list = SuspectsTable(theme, self._suspects, self)
        self.table = ComparisonTable(theme, self._comparison, self)
        self._title = label("", "h1", self)
        self._count = label("", "muted", self)
        self._reason = wrapped_label("", "strong", self)
        self._hint = wrapped_label("", "muted", self)
        self._undo = self.key_button("Undo", "undo-2", "Ctrl+Z")
        self._later = self.key_button("Later", "clock", "L")
        self._apart = self.key_button("", "users", "T")
        self._merge = push_button(theme, "Merge", icon="git-merge", kind="primary", parent=self)
        self._close = push_button(theme, "Close", parent=self)
        words = "Nobody here looks like somebody else."
        nothing = EmptyState(theme, "circle-check", "No duplicates", words, self)
        self.hold("Comparing everybody.", nothing, self._pair_page())
        self._arrange()
        self._connect()

    # -- what the pane asks

    def look_for_all(self) -> None:
        """Open the window and look for everybody who may be there twice."""
        self._open("Find duplicates", None)

    def compare(self, ids: Sequence[int]) -> None:
        """Open the window for certain people only."""
        people = self._services.people_merging.people(ids)
        reason = self._services.people_merging.reason(ids)
        names = tuple(person.name for person in people)
        given = Suspects(tuple(person.id for person in people), names, reason)
        self._open("Merge people", given)

    def _open(self, title: str, given: Suspects | None) -> None:
        self._given = given
        self.setWindowTitle(title)
        self._title.setText(title)
        self._beside.setVisible(given is None)
        self._undo.setVisible(given is None)
        self._fit(narrow=given is not None)
        self.look()
        self.open()

    # -- building

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(20, 16, 20, 12)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._count)
        column.addLayout(head)
        column.addWidget(self._line())
        column.addWidget(self.pages, 1)
        column.addWidget(self._line())
        column.addLayout(self._foot())
        self._merge.setDefault(True)
        order_tabs(self)

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("kind", "line")
        return line

    def _pair_page(self) -> QWidget:
        self._beside = QFrame(self)
        self._beside.setProperty("kind", "side")
        listed = QVBoxLayout(self._beside)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.addWidget(self._list)
        right = QFrame(self)
        right.setProperty("kind", "side")
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 12, 16, 0)
        column.setSpacing(4)
        column.addWidget(self._reason)
        column.addWidget(wrapped_label(_WORDS, "muted", self))
        column.addSpacing(6)
        column.addWidget(self.table, 1)
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setChildrenCollapsible(False)
        both.addWidget(self._beside)
        both.addWidget(right)
        both.setStretchFactor(1, 1)
        both.setSizes([280, 680])
        return both

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 12)
        foot.setSpacing(10)
        foot.addWidget(self._undo)
        foot.addWidget(self._hint, 1)
        for button in (self._later, self._apart, self._close, self._merge):
            foot.addWidget(button)
        return foot

    def _fit(self, *, narrow: bool) -> None:
        self.setMinimumSize(560 if narrow else 760, 420)
        self.resize(760 if narrow else 980, 620)
        window = self.parentWidget()
        if window is not None and window.window().isVisible():
            self.resize(self.size().boundedTo(window.window().size()))

    def _connect(self) -> None:
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._comparison.chosen_changed.connect(self._show_verbs)
        self._undo.clicked.connect(self._on_undo)
        self._later.clicked.connect(self._on_later)
        self._apart.clicked.connect(self._on_apart)
        self._close.clicked.connect(self.reject)
        self._merge.clicked.connect(self._on_merge)

    # -- looking

    def look(self) -> None:
        """Compare those who are given, else look for all."""
        self._show_page(LOOKING)
        self._hint.setText("")
        if self._given is not None:
            self.show_found([self._given])
        else:
            super().look()

    def search(self, stop: Stop) -> list[Suspects]:
        """Return who may be one."""
        return self._services.people_merging.similar(stop)

    def show_found(self, found: object) -> None:
        """Show the first of them."""
        if isinstance(found, list):
            self._suspects.show_suspects(found)
            self._choose(0)
            (self.table if self._given is not None else self._list).setFocus()

    def _show_page(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        for button in (self._later, self._apart, self._merge):
            button.setVisible(page == PAIR)
        self._later.setVisible(page == PAIR and self._given is None)
        self._undo.setEnabled(self._done > 0)
        left = self._suspects.rowCount() if page == PAIR and self._given is None else 0
        self._count.setText(counted(left, "to look at", "to look at") if left else "")

    # -- one group

    def _choose(self, row: int) -> None:
        left = self._suspects.rowCount()
        self._show_page(PAIR if left else NOTHING)
        if left:
            self._list.setCurrentIndex(self._suspects.index(min(row, left - 1), 0))
        else:
            self._close.setFocus()

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self._compare(self._suspects.suspects[now.row()])

    def _compare(self, suspects: Suspects) -> None:
        merging = self._services.people_merging
        people = merging.people(merging.in_order(suspects.ids))
        ids = [person.id for person in people]
        self._reason.setText(f"{suspects.reason[:1].upper()}{suspects.reason[1:]}")
        self._reason.setVisible(bool(suspects.reason))
        names = [person.name for person in people]
        self._comparison.compare(ids, names, compared(people, merging.talks(ids)))

    def _show_verbs(self) -> None:
        count = len(self._comparison.included)
        apart = "These are two people" if count == 2 else f"These are {count} people"
        self._apart.setText(f"&{apart}")
        self._apart.setAccessibleName(apart)
        merge = "Merge" if count == 2 else f"Merge {count} people"
        self._merge.setText(f"&{merge}")
        self._merge.setAccessibleName(merge)
        self._apart.setEnabled(count > 1)
        self._merge.setEnabled(count > 1)

    def _on_merge(self) -> None:
        ids, chosen = self._comparison.included, self._comparison.chosen
        if len(ids) < 2:
            return
        self._services.people_merging.merge(ids[0], ids[1:], chosen)
        name = next(person.name for person in self._services.people_merging.people(ids[:1]))
        words = f"Merged {people_words(len(ids))} into {name}. Ctrl+Z takes it back."
        self._settle(words, gone=ids[1:])
        self.merged.emit(ids[0])

    def _on_apart(self) -> None:
        ids = self._comparison.included
        if len(ids) > 1:
            self._services.people_merging.keep_apart(ids)
            self._settle("They are kept apart from now on. Ctrl+Z takes it back.", gone=())

    def _settle(self, words: str, gone: Sequence[int]) -> None:
        """Let go of what is settled, and of all others with somebody who is gone."""
        self._done += 1
        self._hint.setText(words)
        self.said.emit(words)
        if self._given is not None:
            self._show_page(PAIR)
            self.accept()
            return
        left = [one for one in self._others() if not set(gone) & set(one.ids)]
        self._show_left(left)

    def _on_later(self) -> None:
        self._show_left(self._others())

    def _others(self) -> list[Suspects]:
        at = self._list.currentIndex().row()
        return [one for row, one in enumerate(self._suspects.suspects) if row != at]

    def _show_left(self, left: Sequence[Suspects]) -> None:
        at = self._list.currentIndex().row()
        focus = self.focusWidget()
        self._suspects.show_suspects(left)
        self._choose(max(at, 0))
        if left and focus is not None:
            focus.setFocus()
