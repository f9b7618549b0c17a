"""The employer beside the list: name, priority, people, what was asked there. Changes nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people.contact_lines import IconLabel, PersonButton
from infoview_gui.panes.people.employer_name import EmployerNameField
from infoview_gui.panes.people.employer_priority import PriorityEditor
from infoview_gui.panes.people.employer_similar_card import SimilarCard
from infoview_gui.panes.people.employer_words import asked_words
from infoview_gui.panes.people.wording import talk_entries
from infoview_gui.panes.phrases import people_words
from infoview_gui.practice.questions import Category
from infoview_gui.services.employer_reading import EmployerDetail
from infoview_gui.services.records import EmployerName
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.chip import Chip
from infoview_gui.widgets.flow_layout import FlowLayout
from infoview_gui.widgets.labels import label, wrapped_label
from infoview_gui.widgets.timeline import Timeline

_EDGE = 18
_OFFERED = 3
_PAUSE_MS = 150
MOST_PEOPLE = 30


class EmployerView(QScrollArea):
    """Everything about one employer."""

    renamed = Signal(str)
    priority_chosen = Signal(str, object)
    merge_requested = Signal(object)  # EmployerName or None: with whom
    apart_requested = Signal(object)  # EmployerName
    similar_wanted = Signal(object)  # employer id, once the view has come to rest
    person_chosen = Signal(object)
    notes_requested = Signal(object)  # conversation id

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._times = times
        self._detail: EmployerDetail | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QFrame(self)
        self._page.setProperty("kind", "side")
        self.name = EmployerNameField(self._page)
        self._others = wrapped_label("", "muted", self._page)
        self._priority = PriorityEditor(theme, self._page)
        self._merge = push_button(theme, "Merge with…", icon="git-merge", small=True)
        self._cards = QVBoxLayout()
        self._offered: list[SimilarCard] = []
        self._people = FlowLayout(gap=4)
        self._people_title = label("", "h2", self._page)
        self._chips = [Chip(theme, one.label, "", self._page) for one in Category]
        self._asked = label("Asked about", "h2", self._page)
        self._talks_title = label("Conversations", "h2", self._page)
        self._talks = Timeline(theme, self._page, name="Conversations")
        self._resting = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._arrange()
        self._connect()
        self.setWidget(self._page)

    def _arrange(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(_EDGE, 18, _EDGE, 18)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(self._theme, "building-2", self._page))
        head.addWidget(self.name, 1)
        column.addLayout(head)
        column.addWidget(self.name.problem)
        column.addWidget(self._others)
        buttons = QHBoxLayout()
        buttons.addWidget(self._merge)
        buttons.addStretch()
        column.addLayout(buttons)
        self._cards.setSpacing(8)
        column.addLayout(self._cards)
        self._line(column)
        column.addWidget(label("Priority", "h2", self._page))
        column.addWidget(self._priority)
        self._line(column)
        column.addWidget(self._people_title)
        column.addLayout(self._people)
        column.addWidget(self._asked)
        chips = FlowLayout(gap=6)
        for chip in self._chips:
            chips.addWidget(chip)
        column.addLayout(chips)
        column.addWidget(self._talks_title)
        column.addWidget(self._talks)
        column.addStretch(1)

    def _line(self, column: QVBoxLayout) -> None:
        line = QFrame(self._page)
        line.setProperty("kind", "line")
        column.addWidget(line)

    def _connect(self) -> None:
        self.name.renamed.connect(self.renamed)
        self._priority.chosen.connect(self.priority_chosen)
        self._merge.clicked.connect(self._on_merge)
        self._talks.activated.connect(self.notes_requested)
        self._resting.timeout.connect(self._on_rest)

    @property
    def employer_id(self) -> int | None:
        """Who is shown."""
        return self._detail.row.id if self._detail else None

    def show_employer(self, detail: EmployerDetail) -> None:
        """Show an employer; similar names are asked for once it stays."""
        another = self.employer_id != detail.row.id
        before = self._detail
        self._detail = detail
        self.name.show_name(detail.row.name, another=another)
        spellings = ", ".join(detail.spellings)
        self._others.setText(f"Also written {spellings}" if spellings else "")
        self._others.setVisible(bool(spellings))
        self._priority.show_row(detail.row)
        if before is None or before.people != detail.people or another:
            self._show_people(detail)
        self._show_asked(detail)
        self._show_talks(detail)
        if another:
            self.show_similar([])
            self.verticalScrollBar().setValue(0)
        self._resting.start()

    def show_similar(self, names: Sequence[EmployerName]) -> None:
        """Offer employers whose names look alike."""
        shown = list(names[:_OFFERED])
        if [card.other for card in self._offered] == shown:
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and any(card.isAncestorOf(focus) for card in self._offered)
        for card in self._offered:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._offered = [SimilarCard(self._theme, name, self._page) for name in shown]
        for card in self._offered:
            card.merge_requested.connect(self.merge_requested)
            card.apart_requested.connect(self.apart_requested)
            self._cards.addWidget(card)
            card.show()
        if had_focus:
            self._merge.setFocus()

    def _show_people(self, detail: EmployerDetail) -> None:
        self._people_title.setText(people_words(detail.row.people).capitalize())
        had_focus = any(one.hasFocus() for one in self._page.findChildren(PersonButton))
        self._people.clear()
        for person in detail.people:
            button = PersonButton(self._theme, person, self._page)
            button.person_chosen.connect(self.person_chosen)
            self._people.addWidget(button)
            button.show()
        more = detail.row.people - len(detail.people)
        if more > 0:
            words = label(f"and {more:,} more", "muted", self._page)
            words.setMinimumHeight(22)
            self._people.addWidget(words)
            words.show()
        if had_focus:
            self.name.setFocus()

    def _show_asked(self, detail: EmployerDetail) -> None:
        for chip, category in zip(self._chips, Category, strict=True):
            done = category.value in detail.covered
            chip.show_chip(category.label, "acc" if done else "", "check" if done else "")
            chip.setAccessibleName(f"{'Asked' if done else 'Not asked yet'}: {category.label}")
        self._asked.setToolTip(asked_words(detail.covered))

    def _show_talks(self, detail: EmployerDetail) -> None:
        self._talks.show_entries(talk_entries(detail.talks, self._times))
        for part in (self._talks_title, self._talks):
            part.setVisible(bool(detail.talks))

    def take_focus(self) -> None:
        """Give the keyboard to the name."""
        self.name.setFocus()
        self.name.selectAll()

    def flush(self) -> None:
        """Keep what is typed."""
        self.name.keep()

    def _on_merge(self) -> None:
        self.merge_requested.emit(None)

    def _on_rest(self) -> None:
        if self._detail is not None and self.isVisible():
            self.similar_wanted.emit(self._detail.row.id)
