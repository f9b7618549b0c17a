"""The pills above the People table: what it is filtered by. Opens nothing and asks nobody.

In a narrow pane all of them fold into one pill.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from infoview_gui.panes.people.filter_words import (
    NO_NEXT_STEP,
    QUIET,
    TITLES,
    Names,
    conditions,
    lately_words,
    pill_words,
)
from infoview_gui.services.people_filter import EVERYONE, PeopleFilter
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.drop_pill import DropPill
from infoview_gui.widgets.flow_layout import FlowLayout

_TOP = 5  # so that the first line of pills stands beside the middle of the field
TOGGLES = {"no_next_step": NO_NEXT_STEP, "quiet": QUIET}


class FilterBar(QWidget):
    """One line of pills, or as many as the width asks for."""

    kind_requested = Signal(str)
    """The menu of a kind of conditions is wanted."""
    kind_cleared = Signal(str)
    toggled = Signal(str, bool)
    lately_cleared = Signal()
    """Those of the last 30 days are wanted no more; what brings them here is in Today."""
    all_requested = Signal()
    """The menu with all conditions is wanted, from the folded pill."""
    cleared = Signal()
    saved_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._folded = False
        self._only = EVERYONE
        self.kinds = {kind: self._kind(theme, kind) for kind in TITLES}
        self.toggles = {name: self._toggle(theme, name) for name in TOGGLES}
        self.lately = push_button(theme, "", kind="pill", parent=self)
        self.lately.setCheckable(True)
        self.lately.clicked.connect(self.lately_cleared)
        self.all = DropPill(theme, "Filter", self)
        self.all.clicked.connect(self.all_requested)
        self.all.clear_requested.connect(self.cleared)
        self.saved = DropPill(theme, "Saved", self, clears=False)
        self.saved.clicked.connect(self.saved_requested)
        self.clear = push_button(theme, "Clear all", kind="link", small=True, parent=self)
        self.clear.clicked.connect(self.cleared)
        self._arrange()
        self.show_filter(EVERYONE, {})

    def _kind(self, theme: Theme, kind: str) -> DropPill:
        pill = DropPill(theme, TITLES[kind], self)
        pill.clicked.connect(lambda: self.kind_requested.emit(kind))
        pill.clear_requested.connect(lambda: self.kind_cleared.emit(kind))
        return pill

    def _toggle(self, theme: Theme, name: str) -> QPushButton:
        pill = push_button(theme, TOGGLES[name], kind="pill", parent=self)
        pill.setCheckable(True)
        pill.clicked.connect(lambda on: self.toggled.emit(name, on))
        return pill

    def _arrange(self) -> None:
        flow = FlowLayout(self, gap=6)
        flow.setContentsMargins(0, _TOP, 0, _TOP)
        pills = (*self.kinds.values(), *self.toggles.values(), self.lately)
        parts = (*pills, self.all, self.saved, self.clear)
        for part in parts:
            # A click leaves the keyboard where one types or chooses people.
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_filter(self, only: PeopleFilter, names: Names) -> None:
        """Show what is filtered by; ``names`` are those of the employers in it."""
        self._only = only
        for kind, pill in self.kinds.items():
            pill.show_chosen(*pill_words(kind, only, names))
        for name, toggle in self.toggles.items():
            toggle.setChecked(bool(getattr(only, name)))
        self.lately.setText(lately_words(only.lately))
        self.lately.setAccessibleName(self.lately.text())
        self.lately.setChecked(bool(only.lately))
        names_of = (*self.kinds, *self.toggles, "lately")
        count = sum(bool(getattr(only, name)) for name in names_of)
        whole = ", ".join(conditions(only, names))
        self.all.show_chosen(f"Filter · {count}" if count else "", whole)
        self._show_parts()

    def show_saved(self, name: str) -> None:
        """Say which saved filter is in use; empty for none."""
        short = name if len(name) <= 18 else f"{name[:17].rstrip()}…"
        self.saved.show_chosen(short, name)

    def fold(self, folded: bool) -> None:
        """Show all conditions in one pill, or each in its own."""
        if folded != self._folded:
            self._folded = folded
            self._show_parts()

    def pill_of(self, kind: str) -> QWidget:
        """Return under which pill the menu of a kind opens."""
        return self.all if self._folded else self.kinds[kind]

    def allow(self, allowed: bool) -> None:
        """Offer filters where there is anybody to filter."""
        for part in (*self.kinds.values(), *self.toggles.values(), self.all):
            part.setEnabled(allowed)

    def _show_parts(self) -> None:
        for part in (*self.kinds.values(), *self.toggles.values()):
            part.setVisible(not self._folded)
        self.lately.setVisible(bool(self._only.lately) and not self._folded)
        self.all.setVisible(self._folded)
        self.clear.setVisible(bool(self._only))
        self.updateGeometry()
