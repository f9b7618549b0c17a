"""The person beside the table: heading, facts, verbs, one timeline. Shows; changes nothing.

A fact that is asked for is edited where it stands, in an editor that is handed in.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people.add_fact import AddFactMenu
from infoview_gui.panes.people.care_lines import CareLines
from infoview_gui.panes.people.fact_editor import FactEditor
from infoview_gui.panes.people.fact_lines import FactLines
from infoview_gui.panes.people.note_field import NoteField
from infoview_gui.panes.people.person_heading import PersonHeading
from infoview_gui.panes.people.row_words import STAGE_TONES
from infoview_gui.panes.people.stage_button import StageButton
from infoview_gui.panes.people.suspect_line import SuspectLine
from infoview_gui.panes.people.tag_button import TagButton
from infoview_gui.panes.people.wording import EntryKey, stage_words, timeline_entries
from infoview_gui.services.records import PersonDetail, PersonName, TimelineItem
from infoview_gui.services.zone_guess import ZoneGuess
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.flow_layout import FlowLayout
from infoview_gui.widgets.labels import label
from infoview_gui.widgets.mirror import mirrored_margins
from infoview_gui.widgets.tab_order import order_tabs
from infoview_gui.widgets.timeline import Timeline

_EDGE = 18
_PAUSE_MS = 150
_TALKS = {"planned", "proposed", "running", "talked", "missed", "cancelled"}


class PersonView(QScrollArea):
    """Everything about one person, to be read."""

    edit_requested = Signal()
    stage_chosen = Signal(object)  # Stage
    schedule_requested = Signal()
    notes_requested = Signal(object)  # conversation id
    letter_requested = Signal(object)  # letter id
    event_requested = Signal(object)  # engagement id
    person_chosen = Signal(object)
    copied = Signal(str)
    fact_requested = Signal(str)  # to be edited where it stands
    zone_confirmed = Signal(str)
    employer_chosen = Signal(object)
    compare_requested = Signal(object)
    """Ids (list) of people who may be one."""
    rested = Signal()
    """A person is looked at for a moment: what takes a while may be shown now."""

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._times = times
        self._person: PersonDetail | None = None
        self._newest: int | None = None
        self._editor: FactEditor | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QFrame(self)
        self._page.setProperty("kind", "side")
        self._heading = PersonHeading(theme, self._page)
        self._stage = StageButton(theme, self._page)
        self._chips = FlowLayout()
        self._tags: list[TagButton] = []
        self._tags_place = QVBoxLayout()
        self._suspects = SuspectLine(theme, self._page)
        self._facts = FactLines(theme, times, self._page)
        self.care = CareLines(theme, self._page)
        self._schedule = self._button("Schedule", "calendar-plus")
        self._notes = self._button("Notes", "notebook-pen")
        self._add = self._button("Add", "plus")
        self._missing = AddFactMenu(self._add)
        self._resting = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.note_field = NoteField("Write a note", "Write a note…", self._page)
        self.note_field.setToolTip("Enter keeps it, Shift+Enter begins a line (Ctrl+Shift+N)")
        self._timeline = Timeline(theme, self._page)
        self._arrange()
        self._connect()
        self.setWidget(self._page)

    def _button(self, text: str, icon: str) -> QPushButton:
        return push_button(self._theme, text, icon=icon, small=True, parent=self._page)

    def _arrange(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._upper())
        line = QFrame(self._page)
        line.setProperty("kind", "line")
        column.addWidget(line)
        column.addLayout(self._lower())
        column.addStretch(1)

    def _upper(self) -> QVBoxLayout:
        upper = QVBoxLayout()
        upper.setContentsMargins(_EDGE, 18, _EDGE, 18)
        upper.setSpacing(12)
        upper.addWidget(self._heading)
        self._chips.addWidget(self._stage)
        upper.addLayout(self._chips)
        upper.addLayout(self._tags_place)
        upper.addWidget(self._suspects)
        upper.addWidget(self._facts)
        upper.addWidget(self.care)
        buttons = FlowLayout(gap=8)
        for button in (self._schedule, self._notes, self._add):
            buttons.addWidget(button)
        upper.addLayout(buttons)
        return upper

    def _lower(self) -> QVBoxLayout:
        lower = QVBoxLayout()
        lower.setContentsMargins(mirrored_margins(self, _EDGE, 14, 6, 14))
        lower.setSpacing(6)
        lower.addWidget(label("Timeline", "h2", self._page))
        field = QVBoxLayout()
        field.setContentsMargins(mirrored_margins(self, 0, 0, 12, 4))
        field.addWidget(self.note_field)
        lower.addLayout(field)
        lower.addWidget(self._timeline)
        return lower

    def _connect(self) -> None:
        self._heading.edit_requested.connect(self.edit_requested)
        self._heading.fact_requested.connect(self.fact_requested)
        self._missing.fact_chosen.connect(self.fact_requested)
        self._facts.fact_requested.connect(self.fact_requested)
        self._facts.copied.connect(self.copied)
        self._facts.person_chosen.connect(self.person_chosen)
        self._facts.employer_chosen.connect(self.employer_chosen)
        self._facts.zone_confirmed.connect(self.zone_confirmed)
        self._stage.chosen.connect(self.stage_chosen)
        self._suspects.compare_requested.connect(self.compare_requested)
        self._schedule.clicked.connect(self.schedule_requested)
        self._notes.clicked.connect(self._on_notes)
        self._timeline.activated.connect(self._on_timeline)
        self._resting.timeout.connect(self.rested)

    # -- showing

    def show_person(self, person: PersonDetail, items: Sequence[TimelineItem]) -> None:
        """Show a person; what is the same as before is left as it is."""
        another = self._person is None or self._person.id != person.id
        if another:
            self._suspects.show_suspects(person.id, ())
            self.care.show_warning("")
        if person != self._person:
            self._person = person
            focused = self._has_focused_fact()
            self._show_facts(person)
            self.care.show_person(person)
            if focused:
                self._heading.edit.setFocus()
        self.show_times()
        self._timeline.show_entries(timeline_entries(items, self._times, person.zone))
        self._newest = newest_conversation(items)
        self._notes.setVisible(self._newest is not None)
        if another:
            self.verticalScrollBar().setValue(0)
            self.await_rest()

    def _has_focused_fact(self) -> bool:
        """Tell whether the keyboard is on a line of a fact that is not edited."""
        focus = QApplication.focusWidget() or self
        editing = self._editor is not None and self._editor.isAncestorOf(focus)
        return self._facts.isAncestorOf(focus) and not editing

    def _show_facts(self, person: PersonDetail) -> None:
        self._heading.show_person(person)
        self._show_tags(person.tags)
        self._facts.show_person(person)
        self._missing.show_missing(person)
        order_tabs(self._page)

    def await_rest(self) -> None:
        """Tell, once the person has been looked at for a moment, that it is quiet."""
        self._resting.start()

    def show_times(self) -> None:
        """Word anew what depends on the time now."""
        person = self._person
        if person is not None:
            self._facts.show_times()
            words = stage_words(person, self._times)
            self._stage.show_stage(person.stage, words, STAGE_TONES[person.stage])

    def _show_tags(self, tags: Sequence[str]) -> None:
        if [chip.tag for chip in self._tags] == list(tags):
            return
        for chip in self._tags:
            self._chips.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._tags = [TagButton(self._theme, tag, self._page) for tag in tags]
        for chip in self._tags:
            chip.edit_requested.connect(self.fact_requested)
            self._chips.addWidget(chip)
            chip.show()

    def show_guess(self, guess: ZoneGuess | None) -> None:
        """Show where the person may be, until a zone is known."""
        self._facts.show_guess(guess)
        order_tabs(self._page)

    def show_suspects(self, suspects: Sequence[PersonName]) -> None:
        """Say who may be the same person."""
        if self._person is not None:
            self._suspects.show_suspects(self._person.id, suspects)
            order_tabs(self._page)

    # -- editing a fact where it stands

    @property
    def person(self) -> PersonDetail | None:
        """Who is shown."""
        return self._person

    def hold_editor(self, editor: FactEditor) -> None:
        """Put an editor into the place of its fact."""
        self._editor = editor
        self._heading.hold_editor(editor)
        self._facts.hold_editor(editor)
        if editor.fact == "tags":
            self._tags_place.addWidget(editor)
        if self._person is not None:
            self._facts.show_person(self._person)
        editor.show()
        order_tabs(self._page)
        editor.take_focus()
        self.ensureWidgetVisible(editor, 0, 24)

    def release_editor(self, person: PersonDetail | None = None, *, focused: bool) -> None:
        """Show the fact again, as it is now, in the place of its editor, which is let go."""
        editor, self._editor = self._editor, None
        self._person = person or self._person
        if editor is None or self._person is None:
            return
        editor.hide()
        editor.deleteLater()
        self._heading.release_editor()
        self._facts.release_editor()
        self._show_facts(self._person)
        if focused:
            self._focus_on(editor.fact)

    def _focus_on(self, fact: str) -> None:
        found = self._heading.fact_widget(fact) or self._facts.fact_widget(fact)
        if fact == "tags" and self._tags:
            found = self._tags[0]
        (self._heading.edit if found is None or found.isHidden() else found).setFocus()

    # -- going elsewhere

    @property
    def timeline(self) -> Timeline:
        """The rows of what happened."""
        return self._timeline

    @property
    def newest(self) -> int | None:
        """The conversation whose notes the button opens."""
        return self._newest

    def _on_notes(self) -> None:
        if self._newest is not None:
            self.notes_requested.emit(self._newest)

    def _on_timeline(self, key: object) -> None:
        if isinstance(key, EntryKey) and key.letter_id is not None:
            self.letter_requested.emit(key.letter_id)
        elif isinstance(key, EntryKey) and key.engagement_id is not None:
            self.event_requested.emit(key.engagement_id)
        elif isinstance(key, EntryKey) and key.conversation_id is not None:
            self.notes_requested.emit(key.conversation_id)


def newest_conversation(items: Sequence[TimelineItem]) -> int | None:
    """Return the running, else the latest conversation; one without a time counts last."""
    talks = [item for item in items if item.kind in _TALKS and item.conversation_id is not None]
    newest = max(talks, key=lambda item: (item.kind == "running", item.at or 0), default=None)
    return newest.conversation_id if newest else None
