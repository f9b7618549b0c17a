"""The person beside the table: facts, what comes next, one timeline. Shows; changes nothing.

A fact that is asked for is edited where it stands, in an editor that is handed in.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.interchange.company_names import company_key
from infoview_gui.panes.local_time import LocalTime, city
from infoview_gui.panes.people.care_lines import CareLines
from infoview_gui.panes.people.contact_lines import IconLabel, PersonButton, TextButton
from infoview_gui.panes.people.fact_editor import NAMES, FactEditor
from infoview_gui.panes.people.fact_parts import FactButton, FactLabel, FactLine
from infoview_gui.panes.people.found_lines import (
    ChannelLine,
    IntroducerLine,
    is_said_by_introducer,
)
from infoview_gui.panes.people.name_label import NameLabel
from infoview_gui.panes.people.note_field import NoteField
from infoview_gui.panes.people.reach_line import ReachLine
from infoview_gui.panes.people.row_words import STAGE_TONES, next_words
from infoview_gui.panes.people.stage_button import StageButton
from infoview_gui.panes.people.suspect_line import SuspectLine
from infoview_gui.panes.people.tag_button import TagButton
from infoview_gui.panes.people.wording import EntryKey, stage_words, timeline_entries
from infoview_gui.panes.phrases import marked
from infoview_gui.services.records import PersonDetail, PersonName, TimelineItem
from infoview_gui.services.zone_guess import ZoneGuess
from infoview_gui.theme import Theme
from infoview_gui.widgets.avatar import Avatar
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.flow_layout import FlowLayout
from infoview_gui.widgets.labels import ElidedLabel, label, plain_tool_tip
from infoview_gui.widgets.mirror import mirrored_margins
from infoview_gui.widgets.one_line import OneLine
from infoview_gui.widgets.tab_order import order_tabs
from infoview_gui.widgets.timeline import Timeline

_EDGE = 18
_INTRODUCED_SHOWN = 8
_NOTE_SHOWN = 600
_PAUSE_MS = 150
_REACHES = ("email", "phone", "link")
_FACTS = (
    *_REACHES,
    "employer",
    "guess",
    "introduced_by",
    "channel",
    "introduced",
    "next",
    "note",
)
_TALKS = {"planned", "proposed", "running", "talked", "missed", "cancelled"}


class PersonView(QScrollArea):
    """Everything about one person, to be read."""

    edit_requested = Signal()
    stage_chosen = Signal(object)  # Stage
    schedule_requested = Signal()
    notes_requested = Signal(object)  # conversation id
    letter_requested = Signal(object)  # letter id
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
        self._next: ElidedLabel | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QFrame(self)
        self._page.setProperty("kind", "side")
        self._avatar = Avatar(theme, 52, self._page)
        self._name = NameLabel("h1", self._page)
        self._role = FactButton(theme, "role", "Role", self._page)
        self._company = FactButton(theme, "company", "Company", self._page)
        self._dot = label("·", "muted", self._page)
        self._dot.setMinimumHeight(20)
        self._zone = FactButton(theme, "zone", "Time zone", self._page)
        self._words, self._where = QVBoxLayout(), OneLine()
        self._slots = {fact: QVBoxLayout() for fact in ("role", "company", "tags")}
        self._edit = push_button(theme, "Edit", icon="pencil", small=True, parent=self._page)
        self._stage = StageButton(theme, self._page)
        self._chips = FlowLayout()
        self._tags: list[TagButton] = []
        self._editor: FactEditor | None = None
        self._guess: ZoneGuess | None = None
        self._suspects = SuspectLine(theme, self._page)
        self.care = CareLines(theme, self._page)
        self._facts = QWidget(self._page)
        self._facts_column = QVBoxLayout(self._facts)
        self._schedule = self._action("Schedule", "calendar-plus")
        self._notes = self._action("Notes", "notebook-pen")
        self._add = self._action("Add", "plus")
        self._add_menu = QMenu("Add", self._add)
        self._add.setMenu(self._add_menu)
        self._add.setProperty("menu", True)
        self._add.setAccessibleName("Add a fact")
        self._resting = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.note_field = NoteField("Write a note", "Write a note…", self._page)
        self.note_field.setToolTip("Enter keeps it, Shift+Enter begins a line (Ctrl+Shift+N)")
        self._timeline = Timeline(theme, self._page)
        self._arrange()
        self._connect()
        self.setWidget(self._page)

    def _action(self, text: str, icon: str) -> QPushButton:
        return push_button(self._theme, text, icon=icon, small=True, parent=self._page)

    def _arrange(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        upper = QVBoxLayout()
        upper.setContentsMargins(_EDGE, 18, _EDGE, 18)
        upper.setSpacing(12)
        upper.addLayout(self._heading())
        self._chips.addWidget(self._stage)
        upper.addLayout(self._chips)
        upper.addLayout(self._slots["tags"])
        upper.addWidget(self._suspects)
        self._facts_column.setContentsMargins(0, 0, 0, 0)
        self._facts_column.setSpacing(4)
        upper.addWidget(self._facts)
        upper.addWidget(self.care)
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self._schedule)
        buttons.addWidget(self._notes)
        buttons.addWidget(self._add)
        upper.addLayout(buttons)
        column.addLayout(upper)
        line = QFrame(self._page)
        line.setProperty("kind", "line")
        column.addWidget(line)
        lower = QVBoxLayout()
        lower.setContentsMargins(mirrored_margins(self, _EDGE, 14, 6, 14))
        lower.setSpacing(6)
        lower.addWidget(label("Timeline", "h2", self._page))
        field = QVBoxLayout()
        field.setContentsMargins(mirrored_margins(self, 0, 0, 12, 4))
        field.addWidget(self.note_field)
        lower.addLayout(field)
        lower.addWidget(self._timeline)
        column.addLayout(lower)
        column.addStretch(1)

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(7)
        row.addWidget(self._avatar, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(7)
        words, where = self._words, self._where
        words.setSpacing(1)
        words.addWidget(self._name)
        words.addWidget(self._role)
        words.addLayout(self._slots["role"])
        for part in (self._company, self._dot, self._zone):
            where.addWidget(part)
        words.addLayout(where)
        words.addLayout(self._slots["company"])
        row.addLayout(words, 1)
        row.addWidget(self._edit, alignment=Qt.AlignmentFlag.AlignVCenter)
        return row

    def _connect(self) -> None:
        self._edit.clicked.connect(self.edit_requested)
        self._stage.chosen.connect(self.stage_chosen)
        self._schedule.clicked.connect(self.schedule_requested)
        self._notes.clicked.connect(self._on_notes)
        self._timeline.activated.connect(self._on_timeline)
        for fact in (self._role, self._company, self._zone):
            fact.edit_requested.connect(self.fact_requested)
        self._add_menu.triggered.connect(self._on_add)
        self._suspects.compare_requested.connect(self.compare_requested)
        self._resting.timeout.connect(self.rested)

    # -- showing

    def show_person(self, person: PersonDetail, items: Sequence[TimelineItem]) -> None:
        """Show a person; what is the same as before is left as it is."""
        another = self._person is None or self._person.id != person.id
        if another:
            self._guess = None
            self._suspects.show_suspects(person.id, ())
            self.care.show_warning("")
        if person != self._person:
            focus = QApplication.focusWidget() or self
            editing = self._editor is not None and self._editor.isAncestorOf(focus)
            focused = self._facts.isAncestorOf(focus) and not editing
            self._person = person
            self._show_heading(person)
            self._show_tags(person.tags)
            self.care.show_person(person)
            self._show_facts(person)
            self._show_missing(person)
            if focused:
                self._edit.setFocus()
        self.show_times()
        self._timeline.show_entries(timeline_entries(items, self._times, person.zone))
        self._newest = newest_conversation(items)
        self._notes.setVisible(self._newest is not None)
        if another:
            self.verticalScrollBar().setValue(0)
            self.await_rest()

    def await_rest(self) -> None:
        """Tell, once the person has been looked at for a moment, that it is quiet."""
        self._resting.start()

    def show_times(self) -> None:
        """Word anew what depends on the time now."""
        person = self._person
        if person is None:
            return
        if self._next is not None:
            self._next.setText(self._next_text(person))
        words = stage_words(person, self._times)
        self._stage.show_stage(person.stage, words, STAGE_TONES[person.stage])

    def _show_heading(self, person: PersonDetail) -> None:
        self._avatar.show_name(*marked(person))
        self._name.setText(person.name)
        self._name.setAccessibleName(person.name)
        self._role.show_fact(person.role)
        self._company.show_fact(person.company)
        place = city(person.zone) if person.zone else ""
        if place and not person.zone_confirmed:
            place = f"{place}?"
        self._zone.show_fact(place)
        self._dot.setVisible(bool((person.company or person.role) and place))
        self._place_role(beside_zone=not person.company)
        self._hide_edited()

    def _place_role(self, *, beside_zone: bool) -> None:
        """Put the role above company and zone, or into the place of a company that is not known."""
        self._words.removeWidget(self._role)
        self._where.removeWidget(self._role)
        if beside_zone:
            self._where.put_first(self._role)
        else:
            self._words.insertWidget(1, self._role)

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

    def _show_facts(self, person: PersonDetail) -> None:
        clear(self._facts_column, self._editor)
        for fact in _FACTS:
            if self._editor is not None and self._editor.fact == fact:
                self._facts_column.addWidget(self._editor)
                continue
            for widget in self._fact_widgets(fact, person):
                self._facts_column.addWidget(widget)
                widget.show()
        self._facts.setVisible(self._facts_column.count() > 0)
        self._order_tabs()

    def _order_tabs(self) -> None:
        order_tabs(self._page)

    def _fact_widgets(self, fact: str, person: PersonDetail) -> list[QWidget]:
        if fact in _REACHES:
            return self._reach_lines(fact, person)
        if fact == "introduced_by":
            line = self._introducer_line(person.introduced_by)
        elif fact == "channel":
            line = self._channel_line(person)
        elif fact == "introduced":
            named = person.introduced
            line = self._people_line("Introduced:", named) if named else None
        elif fact == "next":
            line = self._next_line(person)
        elif fact == "note":
            line = self._note(person.note.strip()) if person.note.strip() else None
        elif fact == "employer":
            line = self._employer_line(person)
        else:
            line = self._guess_line(person)
        return [line] if line is not None else []

    def _reach_lines(self, kind: str, person: PersonDetail) -> list[QWidget]:
        values = {"email": person.emails, "phone": person.phones, "link": person.links}[kind]
        lines: list[QWidget] = []
        for reach in values:
            line = ReachLine(self._theme, kind, reach, self._facts, star=len(values) > 1)
            line.copied.connect(self.copied)
            line.edit_requested.connect(self.fact_requested)
            lines.append(line)
        return lines

    def _channel_line(self, person: PersonDetail) -> QWidget | None:
        if not known("channel", person):
            return None
        line = ChannelLine(self._theme, person, self._facts)
        line.edit_requested.connect(self.fact_requested)
        return line

    def _introducer_line(self, by: PersonName | None) -> QWidget | None:
        if by is None:
            return None
        line = IntroducerLine(self._theme, by, self._facts)
        line.person.person_chosen.connect(self.person_chosen)
        line.edit_requested.connect(self.fact_requested)
        return line

    def _next_line(self, person: PersonDetail) -> QWidget | None:
        step = self._next_text(person)
        self._next = None
        if not step:
            return None
        shown, self._next = self._text_line("arrow-right", step)
        return shown

    def _employer_line(self, person: PersonDetail) -> QWidget | None:
        """Say to whom a person belongs where the company is written in another way."""
        employer = person.employer
        if employer is None or company_key(employer.name) == company_key(person.company):
            return None
        line, _words = self._text_line("building-2", "Belongs to", stretch=False)
        button = TextButton(self._theme, employer.name.replace("&", "&&"), "accent", line)
        button.setAccessibleName(f"Belongs to {employer.name}")
        button.setToolTip(plain_tool_tip(f"Show {employer.name}"))
        button.clicked.connect(self._on_employer)
        row = line.layout()
        if isinstance(row, QHBoxLayout):
            row.addWidget(button)
            row.addStretch(1)
        return line

    def _guess_line(self, person: PersonDetail) -> QWidget | None:
        """Show a zone that nobody has confirmed as the guess that it is."""
        guess = self._guess
        if person.zone:
            guess = None if person.zone_confirmed else ZoneGuess(person.zone, "what was imported")
        if guess is None:
            return None
        line, said = self._text_line("globe", f"Guess: {city(guess.zone)} time")
        said.setToolTip(f"Guessed from {guess.source}")
        said.setAccessibleDescription(f"Guessed from {guess.source}")
        confirm = push_button(self._theme, "Confirm", kind="link", parent=line)
        confirm.setAccessibleName(f"Confirm the time zone {city(guess.zone)}")
        confirm.setProperty("zone", guess.zone)
        confirm.clicked.connect(self._on_confirm)
        row = line.layout()
        if row is not None:
            row.addWidget(confirm)
        return line

    def show_guess(self, guess: ZoneGuess | None) -> None:
        """Show where the person may be, until a zone is known."""
        if guess != self._guess and self._person is not None:
            self._guess = guess
            focused = self._facts.isAncestorOf(QApplication.focusWidget() or self)
            if not focused:
                self._show_facts(self._person)

    def show_suspects(self, suspects: Sequence[PersonName]) -> None:
        """Say who may be the same person."""
        if self._person is not None:
            self._suspects.show_suspects(self._person.id, suspects)
            self._order_tabs()

    # -- editing a fact where it stands

    @property
    def person(self) -> PersonDetail | None:
        """Who is shown."""
        return self._person

    def hold_editor(self, editor: FactEditor) -> None:
        """Put an editor into the place of its fact."""
        self._editor = editor
        slot = self._slots.get("company" if editor.fact == "zone" else editor.fact)
        if slot is not None:
            slot.addWidget(editor)
        if self._person is not None:
            self._show_facts(self._person)
        self._hide_edited()
        editor.show()
        self._order_tabs()
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
        self._show_tags(self._person.tags)
        self._show_missing(self._person)
        self._show_heading(self._person)
        self._show_facts(self._person)
        if focused:
            self._focus_on(editor.fact)

    def _hide_edited(self) -> None:
        fact = self._editor.fact if self._editor is not None else ""
        for part, of in ((self._role, "role"), (self._company, "company"), (self._zone, "zone")):
            if fact == of:
                part.hide()

    def _focus_on(self, fact: str) -> None:
        heading = {"role": self._role, "company": self._company, "zone": self._zone}
        found: QWidget | None = heading.get(fact)
        if fact == "tags" and self._tags:
            found = self._tags[0]
        for line in self._facts.findChildren(FactLine):
            if line.fact == fact and not line.isHidden():
                found = line.focus_widget()
                break
        (self._edit if found is None or found.isHidden() else found).setFocus()

    def _show_missing(self, person: PersonDetail) -> None:
        missing = [fact for fact in NAMES if not known(fact, person)]
        self._add_menu.clear()
        for fact in missing:
            self._add_menu.addAction(NAMES[fact]).setData(fact)
        self._add.setVisible(bool(missing))

    def _on_add(self, action: QAction) -> None:
        self.fact_requested.emit(str(action.data()))

    def _on_confirm(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.zone_confirmed.emit(str(button.property("zone")))

    def _on_employer(self) -> None:
        if self._person is not None and self._person.employer is not None:
            self.employer_chosen.emit(self._person.employer.id)

    def _people_line(self, words: str, people: Sequence[PersonName]) -> QWidget:
        line = FactLine(self._theme, "", "", "users", self._facts)
        line.row.setSpacing(10)
        flow = FlowLayout(gap=4)
        title = label(words, "", line)
        title.setMinimumHeight(22)
        flow.addWidget(title)
        for person in people[:_INTRODUCED_SHOWN]:
            button = PersonButton(self._theme, person, line)
            button.person_chosen.connect(self.person_chosen)
            flow.addWidget(button)
        if len(people) > _INTRODUCED_SHOWN:
            more = label(f"and {len(people) - _INTRODUCED_SHOWN} more", "muted", line)
            more.setMinimumHeight(22)
            flow.addWidget(more)
        line.row.addLayout(flow, 1)
        return line

    def _next_text(self, person: PersonDetail) -> str:
        step = next_words(person.next_kind, person.next_at, self._times)
        return step and f"Next: {step}"

    def _text_line(
        self, icon: str, words: str, *, stretch: bool = True
    ) -> tuple[QWidget, ElidedLabel]:
        line = QWidget(self._facts)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel(self._theme, icon, line))
        said = ElidedLabel(words, "", line)
        row.addWidget(said, int(stretch))
        return line, said

    def _note(self, text: str) -> QWidget:
        line = FactLine(self._theme, "note", "about", "file-text", self._facts)
        line.row.setSpacing(7)
        short = text if len(text) <= _NOTE_SHOWN else f"{text[:_NOTE_SHOWN].rstrip()}…"
        words = FactLabel(self._theme, "note", NAMES["note"], short, line)
        words.edit_requested.connect(self.fact_requested)
        line.row.addWidget(words, 1)
        return line

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
        elif isinstance(key, EntryKey) and key.conversation_id is not None:
            self.notes_requested.emit(key.conversation_id)


def newest_conversation(items: Sequence[TimelineItem]) -> int | None:
    """Return the running, else the latest conversation; one without a time counts last."""
    talks = [item for item in items if item.kind in _TALKS and item.conversation_id is not None]
    newest = max(talks, key=lambda item: (item.kind == "running", item.at or 0), default=None)
    return newest.conversation_id if newest else None


def known(fact: str, person: PersonDetail) -> bool:
    """Tell whether a fact is said, so that it can be edited where it stands."""
    reaches = {"email": person.emails, "phone": person.phones, "link": person.links}
    if fact in reaches:
        return bool(reaches[fact])
    if fact == "channel":
        return bool(person.channel or person.channel_detail) and not is_said_by_introducer(person)
    return bool(getattr(person, fact))


def clear(column: QVBoxLayout, but: QWidget | None = None) -> None:
    """Let go of the widgets in a layout; ``but`` is only taken out."""
    while column.count():
        item = column.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None and widget is not but:
            widget.hide()
            widget.deleteLater()
