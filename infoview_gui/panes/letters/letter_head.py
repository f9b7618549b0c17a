"""Above a letter: what it is, what is due, its template, to whom it goes, subject and times.

Shows and asks; must not know what is stored.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from infoview_gui.panes.letters.sections import Due, title_of
from infoview_gui.services.letter_records import LetterRecord
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.chip import Chip
from infoview_gui.widgets.labels import ElidedLabel, label, set_tone
from infoview_gui.widgets.mirror import mirrored_margins
from infoview_gui.widgets.spelled_line import SpelledLine
from infoview_gui.widgets.undo_keys import forget_typing

_EDGE = 20
_BARE = 6
"""So far from the edge of its field the subject begins."""


class LetterHead(QWidget):
    """Title line, and below it To, Subject and Times."""

    subject_typed = Signal()
    person_requested = Signal()
    times_requested = Signal()

    def __init__(self, theme: Theme, templates: QMenu, addresses: QMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = ElidedLabel("", "h1", self)
        self.due = Chip(theme, "", "", self)
        self.template = push_button(theme, "Template", parent=self)
        self.template.setProperty("menu", True)
        self.template.setMenu(templates)
        self.to = ElidedLabel("", "", self)
        self.to.setContentsMargins(_BARE, 0, _BARE, 0)
        self.address = push_button(theme, "Send to", small=True, parent=self)
        self.address.setProperty("menu", True)
        self.address.setMenu(addresses)
        self.show_person = push_button(theme, "Show person", kind="link", small=True, parent=self)
        self.times = ElidedLabel("", "", self)
        self.times.setContentsMargins(_BARE, 0, _BARE, 0)
        self.propose = push_button(theme, "", kind="link", small=True, parent=self)
        self.subject = SpelledLine(theme, self)
        self.subject.setAccessibleName("Subject")
        self.subject.setProperty("kind", "bare")
        self.subject.setProperty("role", "strong")
        self.subject.setPlaceholderText("In a few words, what it is about")
        self._subject_title = label("Subject", "muted", self)
        self._times_title = label("Times", "muted", self)
        self._arrange()
        self.propose.clicked.connect(self.times_requested)
        self.subject.textEdited.connect(self._on_edited)
        self.show_person.clicked.connect(self.person_requested)

    def show_letter(self, record: LetterRecord, subject: str, template: str) -> None:
        """Show a letter with its subject as it is typed and the tone of its template."""
        self.title.setText(title_of(record))
        self.template.setText(f"Template: {template}" if template else "Template")
        self.template.setAccessibleName(f"Template ({template})" if template else "Template")
        self.template.setVisible(not record.is_sent)
        self._show_to(record)
        if self.subject.text() != subject:
            self.subject.setText(subject)
            self.subject.setCursorPosition(0)
        self.subject.setReadOnly(record.is_sent)
        for part in (self.subject, self._subject_title):
            part.setVisible(record.kind.has_subject)

    def show_due(self, due: Due) -> None:
        """Show the chip."""
        self.due.show_chip(due.words, due.tone, due.icon)

    def show_times(self, proposed: str, earlier: str, agreed: str = "", *, shown: bool) -> None:
        """Show the times it proposes, else the one that is agreed, or those still held of before.

        ``shown`` where it may propose some.
        """
        before = f"Still held: {earlier}" if earlier else "None proposed yet"
        self.times.setText(proposed or agreed or before)
        self._times_title.setText("Agreed" if agreed and not proposed else "Times")
        set_tone(self.times, "" if proposed or agreed else "muted")
        offer = "Change times…" if proposed else "Propose times…"
        self.propose.setText(offer)
        self.propose.setAccessibleName(offer)
        for part in (self._times_title, self.times):
            part.setVisible(shown)
        self.propose.setVisible(shown and (bool(proposed) or not agreed))

    def forget_typing(self) -> None:
        """Let the subject undo nothing of another letter."""
        forget_typing(self.subject)

    def _show_to(self, record: LetterRecord) -> None:
        name, address = record.person.name, record.address
        by_mail = record.kind.has_subject
        self.to.setText(f"{name} <{address}>" if address and by_mail else name)
        self.show_person.setText("Show person")
        missing = by_mail and not address and not record.is_sent
        if missing:
            self.to.setText(f"{name}, no e-mail address yet")
        set_tone(self.to, "amber" if missing else "")
        several = by_mail and not record.is_sent and len(record.addresses) > 1
        self.address.setVisible(several)

    def _on_edited(self, _text: str) -> None:
        self.subject_typed.emit()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip())
        fields = QFrame(self)
        fields.setProperty("kind", "strip")
        grid = QGridLayout(fields)
        grid.setContentsMargins(mirrored_margins(self, _EDGE, 8, _EDGE - 8, 8))
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        to_title = label("To", "muted", fields)
        to_title.setMinimumWidth(54)
        grid.addWidget(to_title, 0, 0)
        grid.addWidget(self.to, 0, 1)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.address)
        beside.addWidget(self.show_person)
        grid.addLayout(beside, 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._subject_title, 1, 0)
        grid.addWidget(self.subject, 1, 1, 1, 2)
        grid.addWidget(self._times_title, 2, 0)
        grid.addWidget(self.times, 2, 1)
        grid.addWidget(self.propose, 2, 2, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(1, 1)
        column.addWidget(fields)

    def _strip(self) -> QFrame:
        strip = QFrame(self)
        strip.setProperty("kind", "strip")
        row = QHBoxLayout(strip)
        row.setContentsMargins(_EDGE, 12, _EDGE, 12)
        row.setSpacing(10)
        row.addWidget(self.title, 1)
        row.addWidget(self.due)
        row.addWidget(self.template)
        return strip
