"""The person beside the table: facts, what comes next, one timeline. Shows; changes nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.panes.local_time import LocalTime, city
from infoview_gui.panes.people.contact_lines import IconLabel, PersonButton, ReachLine
from infoview_gui.panes.people.name_label import NameLabel
from infoview_gui.panes.people.stage_button import StageButton
from infoview_gui.panes.people.wording import (
    STAGE_TONES,
    next_words,
    stage_words,
    timeline_entries,
)
from infoview_gui.panes.phrases import dotted, marked
from infoview_gui.services.drafts import CHANNELS
from infoview_gui.services.records import PersonDetail, PersonName, TimelineItem
from infoview_gui.theme import Theme
from infoview_gui.widgets.avatar import Avatar
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.chip import Chip
from infoview_gui.widgets.flow_layout import FlowLayout
from infoview_gui.widgets.labels import ElidedLabel, label, wrapped_label
from infoview_gui.widgets.timeline import Timeline

_EDGE = 18
_INTRODUCED_SHOWN = 8
_NOTE_SHOWN = 600
_TALKS = {"planned", "proposed", "running", "talked", "missed", "cancelled"}


class PersonView(QScrollArea):
    """Everything about one person, to be read."""

    edit_requested = Signal()
    stage_chosen = Signal(object)  # Stage
    schedule_requested = Signal()
    notes_requested = Signal(object)  # conversation id
    person_chosen = Signal(object)
    copied = Signal(str)

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
        self._role = ElidedLabel("", "muted", self._page)
        self._where = ElidedLabel("", "muted", self._page)
        self._edit = push_button(theme, "Edit", icon="pencil", small=True, parent=self._page)
        self._stage = StageButton(theme, self._page)
        self._chips = FlowLayout()
        self._tags: list[Chip] = []
        self._facts = QWidget(self._page)
        self._facts_column = QVBoxLayout(self._facts)
        self._schedule = self._action("Schedule", "calendar-plus")
        self._notes = self._action("Notes", "notebook-pen")
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
        self._facts_column.setContentsMargins(0, 0, 0, 0)
        self._facts_column.setSpacing(4)
        upper.addWidget(self._facts)
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self._schedule)
        buttons.addWidget(self._notes)
        upper.addLayout(buttons)
        column.addLayout(upper)
        line = QFrame(self._page)
        line.setProperty("kind", "line")
        column.addWidget(line)
        lower = QVBoxLayout()
        lower.setContentsMargins(_EDGE, 14, 6, 14)
        lower.setSpacing(6)
        lower.addWidget(label("Timeline", "h2", self._page))
        lower.addWidget(self._timeline)
        column.addLayout(lower)
        column.addStretch(1)

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._avatar, alignment=Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(1)
        for part in (self._name, self._role, self._where):
            words.addWidget(part)
        row.addLayout(words, 1)
        row.addWidget(self._edit, alignment=Qt.AlignmentFlag.AlignVCenter)
        return row

    def _connect(self) -> None:
        self._edit.clicked.connect(self.edit_requested)
        self._stage.chosen.connect(self.stage_chosen)
        self._schedule.clicked.connect(self.schedule_requested)
        self._notes.clicked.connect(self._on_notes)
        self._timeline.activated.connect(self._on_timeline)

    # -- showing

    def show_person(self, person: PersonDetail, items: Sequence[TimelineItem]) -> None:
        """Show a person; what is the same as before is left as it is."""
        another = self._person is None or self._person.id != person.id
        if person != self._person:
            focused = self._facts.isAncestorOf(QApplication.focusWidget() or self)
            self._person = person
            self._show_heading(person)
            self._show_tags(person.tags)
            self._show_facts(person)
            if focused:
                self._edit.setFocus()
        self.show_times()
        self._timeline.show_entries(timeline_entries(items, self._times, person.zone))
        self._newest = newest_conversation(items)
        self._notes.setVisible(self._newest is not None)
        if another:
            self.verticalScrollBar().setValue(0)

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
        self._role.setText(person.role)
        self._role.setVisible(bool(person.role))
        place = city(person.zone) if person.zone else ""
        where = dotted(person.company, place)
        self._where.setText(where)
        self._where.setVisible(bool(where))

    def _show_tags(self, tags: Sequence[str]) -> None:
        if [chip.text() for chip in self._tags] == list(tags):
            return
        for chip in self._tags:
            self._chips.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._tags = [Chip(self._theme, tag, "", self._page) for tag in tags]
        for chip in self._tags:
            self._chips.addWidget(chip)
            chip.show()

    def _show_facts(self, person: PersonDetail) -> None:
        clear(self._facts_column)
        before: QWidget = self._stage
        for widget in self._fact_widgets(person):
            self._facts_column.addWidget(widget)
            widget.show()
            for button in widget.findChildren(QPushButton):
                QWidget.setTabOrder(before, button)
                before = button
        QWidget.setTabOrder(before, self._schedule)
        self._facts.setVisible(self._facts_column.count() > 0)

    def _fact_widgets(self, person: PersonDetail) -> list[QWidget]:
        widgets: list[QWidget] = []
        reaches = (("email", person.emails), ("phone", person.phones), ("link", person.links))
        for kind, values in reaches:
            for reach in values:
                line = ReachLine(self._theme, kind, reach, self._facts, star=len(values) > 1)
                line.copied.connect(self.copied)
                widgets.append(line)
        if person.introduced_by is not None:
            widgets.append(self._people_line("Introduced by", [person.introduced_by]))
        elif person.channel or person.channel_detail:
            widgets.append(self._text_line("funnel", through(person))[0])
        if person.introduced:
            widgets.append(self._people_line("Introduced:", person.introduced))
        step = self._next_text(person)
        self._next = None
        if step:
            shown, self._next = self._text_line("arrow-right", step)
            widgets.append(shown)
        if person.note.strip():
            widgets.append(self._note(person.note.strip()))
        return widgets

    def _people_line(self, words: str, people: Sequence[PersonName]) -> QWidget:
        line = QWidget(self._facts)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        icon = IconLabel(self._theme, "users", line)
        row.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
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
        row.addLayout(flow, 1)
        return line

    def _next_text(self, person: PersonDetail) -> str:
        step = next_words(person.next_kind, person.next_at, self._times)
        return step and f"Next: {step}"

    def _text_line(self, icon: str, words: str) -> tuple[QWidget, ElidedLabel]:
        line = QWidget(self._facts)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel(self._theme, icon, line))
        said = ElidedLabel(words, "", line)
        row.addWidget(said, 1)
        return line, said

    def _note(self, text: str) -> QWidget:
        line = QWidget(self._facts)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        icon = IconLabel(self._theme, "file-text", line)
        row.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
        short = text if len(text) <= _NOTE_SHOWN else f"{text[:_NOTE_SHOWN].rstrip()}…"
        words = wrapped_label(short, "", line)
        words.setContentsMargins(0, 3, 0, 0)
        row.addWidget(words, 1)
        return line

    # -- going elsewhere

    @property
    def newest(self) -> int | None:
        """The conversation whose notes the button opens."""
        return self._newest

    def _on_notes(self) -> None:
        if self._newest is not None:
            self.notes_requested.emit(self._newest)

    def _on_timeline(self, key: object) -> None:
        if isinstance(key, tuple) and isinstance(key[0], int):
            self.notes_requested.emit(key[0])


def newest_conversation(items: Sequence[TimelineItem]) -> int | None:
    """Return the running, else the latest conversation; one without a time counts last."""
    talks = [item for item in items if item.kind in _TALKS and item.conversation_id is not None]
    newest = max(talks, key=lambda item: (item.kind == "running", item.at or 0), default=None)
    return newest.conversation_id if newest else None


def through(person: PersonDetail) -> str:
    """Say how a person was found."""
    way = CHANNELS.get(person.channel, person.channel)
    return "Found through " + ": ".join(part for part in (way, person.channel_detail) if part)


def clear(column: QVBoxLayout) -> None:
    """Let go of the widgets in a layout."""
    while column.count():
        item = column.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
