"""Who one talks with, when that is here and there, and the ways to them.

Shows and asks; writes nothing.
"""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from infoview_gui.panes.interviews.link import join_target
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import capital, dotted, listed, marked
from infoview_gui.services.records import ConversationRecord
from infoview_gui.theme import Theme
from infoview_gui.widgets.avatar import Avatar
from infoview_gui.widgets.buttons import push_button, set_button_icon, tool_button
from infoview_gui.widgets.flow_layout import FlowLayout
from infoview_gui.widgets.labels import ElidedLabel, plain_tool_tip

_AVATAR_PX = 52
_SIDE, _GAP = 20, 14
_BESIDE_FROM = 580
"""Below this width (logical pixels) the buttons stand below the name."""
_AVATAR_FROM = 340
"""Below this width the name has the room of the avatar too."""


def when_text(record: ConversationRecord, times: LocalTime) -> str:
    """Return "14:30 here, 09:30 in New York", with the day when it is not today."""
    at = record.began_at
    if at is None:
        return "no time yet"
    zone = record.people[0].zone if record.people else ""
    both = listed(times.both_text(at, zone), times.planned_text(record.planned_at, at))
    return both if times.local(at).date() == times.today() else f"{times.day_text(at)} {both}"


class ConversationHeader(QFrame):
    """Name, facts, *Join call*, *Contact*, *Edit details*; the way to the folded list."""

    contact_requested = Signal()
    edit_requested = Signal()
    list_requested = Signal()

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._times = times
        self._target: QUrl | None = None
        self._record: ConversationRecord | None = None
        self._below: bool | None = None
        self._buttons = QWidget(self)
        self.setProperty("kind", "strip")
        self.setAccessibleName("Conversation")
        self.list_button = tool_button(theme, "Show the conversations (F4)", icon="panel-left")
        self.avatar = Avatar(theme, _AVATAR_PX, self)
        self.name = ElidedLabel("", "h1", self)
        self.facts = ElidedLabel("", "muted", self)
        self.edit_button = tool_button(theme, "Edit details", icon="pencil")
        self.join_button = push_button(theme, "Join call", icon="video", small=True)
        self.contact_button = push_button(theme, "Contact", icon="panel-right", small=True)
        self.list_button.clicked.connect(self.list_requested)
        self.edit_button.clicked.connect(self.edit_requested)
        self.join_button.clicked.connect(self.join)
        self.contact_button.clicked.connect(self.contact_requested)
        self._arrange()

    def show_conversation(self, record: ConversationRecord) -> None:
        """Show another conversation or a change of the same."""
        self._record = record
        self.name.setText(record.title)
        first = record.people[0] if record.people else None
        self.avatar.show_name(*marked(first, record.title))
        self.contact_button.setVisible(first is not None)
        self._show_target(record)
        self._show_facts(record)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the name and the times where it is narrow."""
        super().resizeEvent(event)
        self._place_buttons()
        if self._record is not None:
            self._show_facts(self._record)

    def _place_buttons(self) -> None:
        """Put the buttons beside the name, or below it where both would not be whole."""
        below = self.width() < _BESIDE_FROM
        self.avatar.setHidden(self.width() < _AVATAR_FROM)
        if below is self._below:
            return
        self._below = below
        # Beside the name they are never squeezed; below it they flow into as many lines as needed.
        across = QSizePolicy.Policy.Ignored if below else QSizePolicy.Policy.Fixed
        self._buttons.setSizePolicy(across, QSizePolicy.Policy.Preferred)
        self._grid.removeWidget(self._buttons)
        if below:
            self._grid.addWidget(self._buttons, 1, 0, 1, 2)
        else:
            self._grid.addWidget(self._buttons, 0, 1, Qt.AlignmentFlag.AlignVCenter)

    def _show_facts(self, record: ConversationRecord) -> None:
        """Say what they do and when it is; the times come first where not all will fit."""
        first = record.people[0] if record.people else None
        facts = [first.role, first.company] if first else []
        where = record.place if record.way == "place" or not record.link else ""
        known = dotted(*facts, where)
        when = when_text(record, self._times)
        text = f"{known}  ·  {when}" if known else capital(when)
        if known and self.facts.fontMetrics().horizontalAdvance(text) > self._room():
            text = f"{capital(when)}  ·  {known}"
        if text != self.facts.text():
            self.facts.setText(text)

    def _room(self) -> int:
        """Return the width that is left for the facts."""
        beside: tuple[QWidget, ...] = () if self._below else (self.join_button, self.contact_button)
        buttons: tuple[QWidget, ...] = (self.list_button, self.avatar, *beside)
        taken = sum(part.sizeHint().width() + _GAP for part in buttons if not part.isHidden())
        return self.width() - 2 * _SIDE - taken - _AVATAR_PX

    def _show_target(self, record: ConversationRecord) -> None:
        self._target = join_target(record)
        self.join_button.setVisible(self._target is not None)
        if self._target is None:
            return
        phone = self._target.scheme() == "tel"
        self.join_button.setText("Call" if phone else "Join call")
        set_button_icon(self._theme, self.join_button, "phone" if phone else "video")
        # The whole target is to be seen before it is opened (QUALITY.md, "links").
        self.join_button.setToolTip(plain_tool_tip(f"Opens {self._target.toString()}"))

    def _arrange(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_SIDE, 11, _SIDE, 11)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        who = QHBoxLayout()
        who.setSpacing(_GAP)
        who.addWidget(self.list_button)
        who.addWidget(self.avatar)
        who.addLayout(self._make_names(), 1)
        self._grid.addLayout(who, 0, 0)
        flow = FlowLayout(self._buttons, gap=8)
        for button in (self.join_button, self.contact_button):
            flow.addWidget(button)
        self._place_buttons()

    def _make_names(self) -> QVBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch()
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.name)
        first.addWidget(self.edit_button)
        first.addStretch()
        names.addLayout(first)
        names.addWidget(self.facts)
        names.addStretch()
        return names

    def join(self) -> None:
        """Open the call; nothing happens where there is none."""
        if self._target is not None:
            QDesktopServices.openUrl(self._target)
