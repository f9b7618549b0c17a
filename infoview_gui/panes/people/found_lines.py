"""How a person was found: who introduced them, through which channel, and where. Lines of facts.

Asks to be edited and to go to a person; changes nothing.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infoview_gui.panes.people.contact_lines import PersonButton
from infoview_gui.panes.people.fact_parts import FactButton, FactLine
from infoview_gui.services.drafts import CHANNELS
from infoview_gui.services.records import PersonDetail, PersonName
from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import label

INTRODUCTION = "introduction"


def is_said_by_introducer(person: PersonDetail) -> bool:
    """Tell whether the channel says no more than that somebody introduced them."""
    introduced = person.introduced_by is not None and person.channel == INTRODUCTION
    return introduced and not person.channel_detail


def says_channel(person: PersonDetail) -> bool:
    """Tell whether a line of its own says how a person was found."""
    return bool(person.channel or person.channel_detail) and not is_said_by_introducer(person)


def through(person: PersonDetail) -> str:
    """Say through which channel a person was found; where or how is said apart."""
    way = CHANNELS.get(person.channel, person.channel)
    return f"Found through {way}" if way else "Found through"


class ChannelLine(FactLine):
    """The channel, and below it where or how: each has the whole width."""

    def __init__(self, theme: Theme, person: PersonDetail, parent: QWidget) -> None:
        super().__init__(theme, "channel", "found through", "funnel", parent)
        self.row.setSpacing(8)
        detail = person.channel_detail
        if detail.casefold() == CHANNELS.get(person.channel, "").casefold():
            detail = ""  # it says the same
        words = QVBoxLayout()
        words.setSpacing(0)
        left = Qt.AlignmentFlag.AlignLeft
        if person.channel or not detail:
            words.addWidget(self._said(theme, "Found through", through(person), "text"), 0, left)
        if detail and person.channel:
            words.addWidget(self._said(theme, "Where or how found", detail, "muted"), 0, left)
        elif detail:
            said = self._said(theme, "Found through", f"Found through {detail}", "text")
            words.addWidget(said, 0, left)
        self.row.addLayout(words, 1)
        self.finish()

    def _said(self, theme: Theme, name: str, words: str, token: str) -> FactButton:
        button = FactButton(theme, self.fact, name, self, token)
        button.show_fact(words)
        button.edit_requested.connect(self.edit_requested)
        return button


class IntroducerLine(FactLine):
    """Who introduced a person; a long name is cut and not put into a line of its own."""

    def __init__(self, theme: Theme, by: PersonName, parent: QWidget) -> None:
        super().__init__(theme, "introduced_by", "introduced by", "users", parent)
        self.row.setSpacing(10)
        words = label("Introduced by", "", self)
        words.setMinimumHeight(22)
        self.row.addWidget(words, alignment=Qt.AlignmentFlag.AlignTop)
        self.person = PersonButton(theme, by, self)
        self.row.addWidget(self.person)
        self.row.addStretch(1)
        self.watch(self.person)
        self.finish()
