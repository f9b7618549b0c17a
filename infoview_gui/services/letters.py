"""Letters: begun from a template, saved as they are typed, sent by the user, answered.

The texts come from ``letter_values``. What is sent moves the stage and ends what was due; the rules
are in ``practice.correspondence``.
"""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.letters_merge import Filled, fill
from infoview_gui.practice.letters_thanks import Chip
from infoview_gui.services import derived, letter_records, letter_values
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.services.letter_records import LetterRecord
from infoview_gui.services.letter_templates import LetterTemplates
from infoview_gui.services.letter_values import About, Writer
from infoview_gui.store.models import Activity, Conversation, Letter, Person
from infoview_gui.store.store import Store

ANSWERED = "answered"
"""The kind of the entry in a person's timeline that says what they answered."""
_SAVE = """
UPDATE letter SET subject = ?2, body = ?3, template = ?4, changed_at = ?5
WHERE id = ?1 AND sent_at IS NULL
"""


@dataclass(frozen=True, slots=True)
class Text:
    """What can be typed of a letter, and the template it began from."""

    subject: str
    body: str
    template: str = ""


class Letters:
    """The verbs for letters; each but the saving of what is typed is one undoable change."""

    def __init__(self, store: Store, clock: Callable[[], int], templates: LetterTemplates) -> None:
        self._store = store
        self._clock = clock
        self._templates = templates

    # -- beginning

    def write(
        self,
        person_id: int,
        kind: LetterKind,
        writer: Writer,
        *,
        conversation_id: int | None = None,
        about_id: int | None = None,
    ) -> int:
        """Begin a letter from the first template of its kind, and return its id.

        Without a conversation it is about the one that fits: the last one for a thank-you.
        """
        now = self._clock()
        talk = conversation_id or letter_values.talk_for(person_id, kind, now)
        about = About(kind, person_id, talk, about_id)
        text = self._begun(about, writer, now)
        return self._create(about, text, f"Write to {_name(person_id)}: {kind.label}")

    def use_again(self, letter_id: int) -> int | None:
        """Begin a draft with the text of a letter; None when that is gone."""
        record = letter_records.letter(letter_id)
        if record is None:
            return None
        text = Text(record.subject, record.body, record.template)
        about = _about(record)
        return self._create(about, text, f"Use the letter to {record.person.name} again")

    def filled(self, record: LetterRecord, key: str, writer: Writer) -> Filled | None:
        """Return what another template makes of a letter; None when the template is gone."""
        template = self._templates.get(key)
        return None if template is None else fill(template, self.values(record, writer))

    def values(self, record: LetterRecord, writer: Writer) -> dict[str, str]:
        """Return what is known now for the fields of a letter."""
        return letter_values.values(_about(record), writer, self._clock())

    def chips(self, record: LetterRecord, writer: Writer) -> tuple[Chip, ...]:
        """Return what can be woven in: for a thank-you what the notes of the talk hold."""
        if record.kind is not LetterKind.THANKS:
            return ()
        return letter_values.chips(record.conversation_id, writer.marks)

    def names(self, record: LetterRecord) -> tuple[str, ...]:
        """Return words that speak of whom a letter goes to."""
        return letter_values.names(_about(record))

    def _begun(self, about: About, writer: Writer, now: int) -> Text:
        template = next(iter(self._templates.of(about.kind)), None)
        if template is None:
            return Text("", "")
        filled = fill(template, letter_values.values(about, writer, now))
        return Text(filled.subject, filled.text, template.key)

    def _create(self, about: About, text: Text, label: str) -> int:
        now = self._clock()

        def work() -> int:
            row = Letter.create(
                kind=about.kind.value,
                person=about.person_id,
                conversation=about.conversation_id,
                about=about.about_id,
                template=text.template,
                subject=text.subject,
                body=text.body,
                created_at=now,
                changed_at=now,
            )
            return int(row.id)

        return self._store.change(label, work)

    # -- typing

    def save(self, letter_id: int, text: Text) -> "Future[None]":
        """Hand a draft to the writing thread; the future fails with StoreError if it cannot.

        Typing has its own undo in the editor, so this is no step of the program's. A letter that
        is gone or sent is left as it is.
        """
        values = (letter_id, text.subject, text.body, text.template)

        def work() -> None:
            self._store.connection().execute(_SAVE, (*values, self._clock()))

        return self._store.save(work)

    def opened(self, letter_id: int) -> None:
        """A mail program was given it, now."""
        mine = (Letter.id == letter_id) & Letter.sent_at.is_null()
        now = self._clock()

        def work() -> None:
            Letter.update(opened_at=now).where(mine).execute()

        # A fact about another program: nothing that undo could take back.
        self._store.save(work).result()

    # -- sending

    def mark_sent(self, letter_id: int) -> None:
        """It went out, now: it moves the stage, and a thank-you ends what was due."""
        record = letter_records.letter(letter_id)
        if record is None or record.is_sent:
            return
        self._store.change(
            f"Mark the letter to {record.person.name} as sent", lambda: self._sent(record)
        )

    def _sent(self, record: LetterRecord) -> None:
        now = self._clock()
        went = {"sent_at": now, "address": record.address}
        Letter.update(**went).where(Letter.id == record.id).execute()
        people = {record.person.id}
        if record.kind is LetterKind.THANKS and record.conversation_id is not None:
            people.update(derived.people_of(record.conversation_id))
            open_one = Conversation.thanked_at.is_null() & (Conversation.status == "done")
            mine = (Conversation.id == record.conversation_id) & open_one
            Conversation.update(thanked_at=now).where(mine).execute()
        for offer in letter_values.proposed(record.person.id, now):
            if offer.offer_id is None and record.kind.asks:
                mine = Conversation.id == offer.id
                Conversation.update(offer_id=record.id).where(mine).execute()
        derived.refresh(people)

    def log_answer(self, person_id: int, words: str) -> int:
        """A person answered, now; ``words`` is a line on what. Ends the waiting for them."""
        words = " ".join(words.split())

        def work() -> int:
            now = self._clock()
            row = Activity.create(person=person_id, kind=ANSWERED, at=now, detail=words)
            derived.refresh([person_id])
            return int(row.id)

        return self._store.change(f"Log the answer of {_name(person_id)}", work)

    def send_to(self, letter_id: int, address: str) -> None:
        """Choose to which of their e-mail addresses a draft goes."""
        mine = (Letter.id == letter_id) & Letter.sent_at.is_null()
        self._store.change(
            f"Send the letter to {address}",
            lambda: Letter.update(address=address).where(mine).execute(),
        )

    def delete(self, letter_id: int) -> None:
        """Delete a draft with the times it proposes; InvalidDraft says that what went out stays."""
        record = letter_records.letter(letter_id)
        if record is None:
            return
        if record.is_sent:
            message = "A letter that was sent is kept. Undo takes a mistake back."
            raise InvalidDraft(message)

        def work() -> None:
            held = (Conversation.offer_id == letter_id) & (Conversation.status == "proposed")
            Conversation.delete().where(held).execute()
            Letter.delete().where(Letter.id == letter_id).execute()
            derived.refresh([record.person.id])

        self._store.change(f"Delete the letter to {record.person.name}", work)


def _about(record: LetterRecord) -> About:
    about = None if record.about is None else record.about.id
    return About(record.kind, record.person.id, record.conversation_id, about)


def _name(person_id: int) -> str:
    return str(Person.get_by_id(person_id).name)
