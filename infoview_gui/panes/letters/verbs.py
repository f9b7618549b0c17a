"""What the user can do with the letter that is shown, by key, button and menu alike.

Writes through the services; what goes out goes through ``out``. Must not know the list.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from infoview_gui.panes.letters.letter_desk import LetterDesk
from infoview_gui.panes.letters.out import LetterOut, Outgoing
from infoview_gui.panes.letters.sections import Key
from infoview_gui.panes.places import PEOPLE, Place
from infoview_gui.practice.letters import LetterKind
from infoview_gui.services import letter_records
from infoview_gui.services.bundle import Services
from infoview_gui.services.letter_records import LetterRecord


class LetterVerbs(QObject):
    """Acts on the letter at the desk, or on the thank-you that is owed."""

    said = Signal(str)
    place_requested = Signal(object)
    answer_requested = Signal(object)
    templates_requested = Signal()
    begun = Signal(object)
    """The id of a new draft."""
    turned = Signal()
    """The letter was sent or deleted: the list and the desk are out of date."""

    def __init__(
        self,
        services: Services,
        desk: LetterDesk,
        out: LetterOut,
        chosen: Callable[[], Key | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._letters = services.letters
        self._offers = services.offers
        self._desk = desk
        self._out = out
        self._chosen = chosen
        out.said.connect(self.said)
        out.failed.connect(self._on_failed)
        out.opened.connect(self._on_opened)

    def slots(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of the actions."""
        return {
            "thank": self.thank,
            "open_mail": self.open_mail,
            "mark_sent": self.mark_sent,
            "times": self._desk.times.ask,
            "copy": self.copy,
            "pdf": self.save_pdf,
            "eml": self.save_eml,
            "print": self.print_letter,
            "use_again": self.use_again,
            "answered": self.log_answer,
            "person": self.show_person,
            "templates": self.templates_requested.emit,
            "delete": self.delete,
        }

    @property
    def person_id(self) -> int | None:
        """Whom the chosen row is about."""
        record, key = self._record, self._chosen()
        if record is not None:
            return record.person.id
        return None if key is None else key.person_id

    # -- out

    def open_mail(self) -> None:
        """Hand it to the mail program."""
        letter = self._ready()
        if letter is not None and not letter.record.is_sent:
            self._out.open_mail(letter)

    def copy(self) -> None:
        """Put it on the clipboard."""
        letter = self._ready()
        if letter is not None:
            self._out.copy(letter)

    def save_pdf(self) -> None:
        """Ask where it goes as a PDF."""
        letter = self._ready()
        if letter is not None:
            self._out.save_pdf(letter)

    def save_eml(self) -> None:
        """Ask where it goes as an e-mail file."""
        letter = self._ready()
        if letter is not None:
            self._out.save_eml(letter)

    def print_letter(self) -> None:
        """Ask for a printer."""
        letter = self._ready()
        if letter is not None:
            self._out.print_letter(letter)

    def _ready(self) -> Outgoing | None:
        """Return the letter, if it may go out: a missing value is asked for, never sent."""
        letter = self._desk.outgoing
        if letter is None or not (letter.record.is_sent or self._desk.complete()):
            return None
        self._desk.saver.flush()
        return letter

    def _on_opened(self, letter_id: int) -> None:
        self._letters.opened(letter_id)
        self._desk.ask.ask(
            "It is open in your mail program. Did you send it?",
            (("Yes, mark as sent", self.mark_sent), ("Not yet", self._desk.editor.setFocus)),
        )

    def _on_failed(self, reason: str) -> None:
        record = self._record
        answers: list[tuple[str, Callable[[], None]]] = [("Copy it", self.copy)]
        if record is not None and record.address:
            answers.append(("Save an e-mail file", self.save_eml))
        elif record is not None:
            answers.append(("Add an address", self.show_person))
        self._desk.ask.ask(reason, answers)

    # -- what becomes of it

    def mark_sent(self) -> None:
        """It went out; with places left to fill in it cannot have gone as it stands here."""
        record = self._record
        if record is None or record.is_sent or not self._desk.complete():
            return
        self._desk.saver.flush()
        self._letters.mark_sent(record.id)
        self.said.emit(
            f"The letter to {record.person.name} is marked as sent. Ctrl+Z takes it back."
        )
        self.turned.emit()

    def use_again(self) -> None:
        """Begin a draft with the same text."""
        record = self._record
        new = None if record is None else self._letters.use_again(record.id)
        if new is not None:
            self.begun.emit(new)

    def thank(self) -> None:
        """Begin the thank-you that is owed."""
        key = self._chosen()
        if key is None or key.person_id is None or key.letter_id is not None:
            return
        new = self._letters.write(
            key.person_id,
            LetterKind.THANKS,
            self._desk.writer(),
            conversation_id=key.conversation_id,
        )
        self.begun.emit(new)

    def delete(self) -> None:
        """Delete a draft; what is typed goes with it, so that undo brings it back whole."""
        record = self._record
        if record is None or record.is_sent:
            return
        self._desk.saver.flush()
        held = " and the times it proposed" if self._offers.held_for(record.id) else ""
        self._letters.delete(record.id)
        self.said.emit(f"Deleted the letter to {record.person.name}{held}. Ctrl+Z brings it back.")
        self.turned.emit()

    def drop_empty(self, but: int | None = None) -> None:
        """Delete the draft that is shown if nothing stands in it any more, as it is left."""
        letter = self._desk.outgoing
        if letter is None or letter.record.is_sent or letter.record.id == but:
            return
        if letter.text.body.strip() or letter.text.subject.strip():
            return
        if letter_records.letter(letter.record.id) is None:
            return  # it went before
        self._desk.saver.flush()
        self._letters.delete(letter.record.id)
        name = letter.record.person.name
        self.said.emit(f"The empty letter to {name} is deleted. Ctrl+Z brings it back.")

    # -- elsewhere

    def log_answer(self) -> None:
        """Ask for a line on what they answered."""
        if self.person_id is not None:
            self.answer_requested.emit(self.person_id)

    def show_person(self) -> None:
        """Show who it goes to in People."""
        if self.person_id is not None:
            self.place_requested.emit(Place(PEOPLE, self.person_id))

    @property
    def _record(self) -> LetterRecord | None:
        letter = self._desk.outgoing
        return None if letter is None else letter.record
