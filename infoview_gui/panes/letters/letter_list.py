"""The list of letters at the left, each known by its Key, with a search and two orders.

Knows no services; is handed its sections.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infoview_gui.panes.letters.sections import Key
from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import wrapped_label
from infoview_gui.widgets.search_field import SearchField
from infoview_gui.widgets.segmented import Segmented
from infoview_gui.widgets.side_delegate import EDGE
from infoview_gui.widgets.side_list import SideList
from infoview_gui.widgets.side_rows import Section, SideRow

_LEAST_WIDTH = 230


class LetterList(SideList[Key]):
    """With words for a search that finds nothing."""

    new_requested = Signal()
    arranged = Signal()
    """Another search, or another order, is wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Letters", _LEAST_WIDTH, parent)
        self.search = SearchField(theme, "Find letters", self)
        self.order = Segmented(theme, ("By state", "By person"), self, name="Letters shown")
        self.none = wrapped_label("", "muted", self)
        self.add_button("New letter (Ctrl+Shift+W)", "plus", self.new_requested)
        self.add_above_rows(self._find())
        self.search.textChanged.connect(self._on_words)
        self.order.chosen.connect(self._on_order)

    def _find(self) -> QVBoxLayout:
        find = QVBoxLayout()
        find.setContentsMargins(EDGE, 4, 10, 6)
        find.setSpacing(8)
        for part in (self.search, self.order, self.none):
            find.addWidget(part)
        self.none.hide()
        return find

    @property
    def words(self) -> str:
        """What is searched for."""
        return self.search.text()

    @property
    def by_person(self) -> bool:
        """Whether letters stand below the people they go to."""
        return self.order.index == 1

    def show_sections(self, sections: Sequence[Section[SideRow[Key]]], current: Key | None) -> None:
        """Show other rows, or that no letter is found."""
        self.none.setText("No letter holds these words." if self.words.strip() else "")
        self.none.setVisible(not sections and bool(self.words.strip()))
        super().show_sections(sections, current)

    def _on_words(self, _text: str) -> None:
        self.arranged.emit()

    def _on_order(self, _index: int) -> None:
        self.arranged.emit()
