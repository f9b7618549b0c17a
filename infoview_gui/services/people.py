"""People: add, change, file under stages and tags, delete. Every verb is one undoable change."""

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence

from infoview_gui.interchange.cards import ContactPoint as Reach
from infoview_gui.interchange.matching import email_key, link_key, phone_key
from infoview_gui.interchange.safe_write import CannotWrite
from infoview_gui.practice.names import split_name
from infoview_gui.practice.stages import Stage
from infoview_gui.services import derived, many_people
from infoview_gui.services.drafts import InvalidDraft, PersonDraft
from infoview_gui.services.erasing import MAIL_FOLDER, forget_mail_files
from infoview_gui.store.deleting import delete_rows
from infoview_gui.store.indexing import reindexed
from infoview_gui.store.models import (
    Activity,
    ContactPoint,
    Note,
    Participant,
    Person,
    PersonTag,
)
from infoview_gui.store.store import Store

Clock = Callable[[], int]
Country = Callable[[], str]
ForgetWords = Callable[[Iterable[str]], None]
"""Says the user's country (ISO 3166), where phone numbers need no prefix; empty: not known."""
_MOST_VARIABLES = 10_000
_FIELDS = {
    "first_name": "first name",
    "last_name": "last name",
    "company": "company",
    "role": "role",
    "channel": "way of finding",
    "channel_detail": "way of finding",
    "zone": "time zone",
    "note": "note",
}


def match_key(kind: str, value: str, country: str) -> str:
    """Return what an address, number or link shares with its other spellings; may be empty."""
    if kind == "phone":
        return phone_key(value, country)
    return email_key(value) if kind == "email" else link_key(value)


def nowhere() -> str:
    """Return no country: a number without a prefix is compared by its digits."""
    return ""


class People:
    """The verbs for people."""

    def __init__(
        self, store: Store, clock: Clock, country: Country, forget_words: ForgetWords
    ) -> None:
        """``forget_words`` takes names out of the user's dictionary; raises CannotWrite."""
        self._store = store
        self._clock = clock
        self._country = country
        self._forget_words = forget_words

    def add(self, draft: PersonDraft) -> int:
        """Add a person and return the id; raises InvalidDraft when there is nothing to name."""
        _split(draft)
        name = _name_of(draft)

        def work() -> int:
            if draft.introducer.strip():
                other = PersonDraft(name=draft.introducer)
                _split(other)
                draft.introduced_by = self.insert(other, "added")
            return self.insert(draft, "added")

        return self._store.change(f"Add {name}", work)

    def insert(self, draft: PersonDraft, activity: str, detail: str = "") -> int:
        """Create the rows of a person inside a change that is under way; ``activity`` says why."""
        name = _name_of(draft)
        person = Person(
            uid=draft.uid or str(uuid.uuid4()),
            first_name=draft.first_name.strip(),
            last_name=draft.last_name.strip(),
            name=name,
            company=draft.company.strip(),
            role=draft.role.strip(),
            channel=draft.channel,
            channel_detail=draft.channel_detail.strip(),
            introduced_by=draft.introduced_by,
            zone=draft.zone,
            zone_confirmed=bool(draft.zone),
            note=draft.note,
            created_at=self._clock(),
        )
        derived.spell(person, name)
        person.save(force_insert=True)
        self._file(person.id, draft, activity, detail)
        return int(person.id)

    def _file(self, person_id: int, draft: PersonDraft, activity: str, detail: str) -> None:
        now = self._clock()
        Activity.create(person=person_id, kind=activity, at=now, detail=detail)
        Person.update(last_at=now).where(Person.id == person_id).execute()
        if draft.stage and draft.stage != Stage.KNOWN:
            stage = Stage(draft.stage)
            Activity.create(
                person=person_id, kind=derived.STAGE_BY_HAND, at=now, detail=stage.value
            )
            derived.refresh([person_id])
        reaches = {"email": draft.emails, "phone": draft.phones, "link": draft.links}
        for kind, values in reaches.items():
            insert_reach(person_id, kind, values, self._country())
        for tag in dict.fromkeys(draft.tags):
            PersonTag.create(person=person_id, name=tag)
        if any(reaches.values()) or draft.tags:
            derived.gather_reach(person_id)

    def set_field(self, person_id: int, field: str, value: str) -> None:
        """Change one text field (a key of the form). Keystrokes in a row are one undo step."""
        name = Person.get_by_id(person_id).name

        def work() -> None:
            person = Person.get_by_id(person_id)
            setattr(person, field, value)
            if field == "zone":
                person.zone_confirmed = bool(value)
            derived.spell(person)
            derived.save(person)

        label = f"Change the {_FIELDS[field]} of {name}"
        self._store.change(label, work, merge=f"person:{person_id}:{field}")

    def set_name(self, person_id: int, first_name: str, last_name: str) -> None:
        """Change both parts of a name; raises InvalidDraft when nothing would be left."""
        if not (first_name.strip() or last_name.strip()):
            message = "A person needs a name."
            raise InvalidDraft(message)
        name = Person.get_by_id(person_id).name

        def work() -> None:
            person = Person.get_by_id(person_id)
            person.first_name, person.last_name = first_name.strip(), last_name.strip()
            derived.spell(person)
            derived.save(person)

        self._store.change(f"Rename {name}", work, merge=f"person:{person_id}:name")

    def introduce(self, person_id: int, introducer_id: int | None) -> None:
        """Say who introduced a person; a person cannot introduce themselves."""
        if person_id == introducer_id:
            message = "A person cannot be introduced by themselves."
            raise InvalidDraft(message)
        name = Person.get_by_id(person_id).name

        def work() -> None:
            changes: dict[str, object] = {"introduced_by": introducer_id}
            if introducer_id is not None:
                changes["channel"] = "introduction"
            Person.update(**changes).where(Person.id == person_id).execute()

        self._store.change(f"Change who introduced {name}", work)

    def set_reach(self, person_id: int, kind: str, values: Sequence[Reach]) -> None:
        """Replace the e-mail addresses, phone numbers or links of a person."""
        name = Person.get_by_id(person_id).name
        words = {"email": "e-mail addresses", "phone": "phone numbers", "link": "links"}[kind]

        def work() -> None:
            of_kind = (ContactPoint.person == person_id) & (ContactPoint.kind == kind)
            ContactPoint.delete().where(of_kind).execute()
            insert_reach(person_id, kind, values, self._country())
            derived.gather_reach(person_id)

        label = f"Change the {words} of {name}"
        self._store.change(label, work, merge=f"person:{person_id}:{kind}")

    def set_tags(self, person_id: int, tags: Sequence[str]) -> None:
        """Replace the tags of a person."""
        name = Person.get_by_id(person_id).name

        def work() -> None:
            PersonTag.delete().where(PersonTag.person == person_id).execute()
            for tag in dict.fromkeys(tag.strip() for tag in tags if tag.strip()):
                PersonTag.create(person=person_id, name=tag)
            derived.gather_reach(person_id)

        self._store.change(f"Change the tags of {name}", work, merge=f"person:{person_id}:tags")

    def set_stage(self, person_ids: Sequence[int], stage: Stage) -> None:
        """Set the stage by hand; it holds until something newer happens."""

        def work() -> None:
            many_people.set_stage(self._store.connection(), person_ids, stage, self._clock())

        self._store.change(f"Set {self._named(person_ids)} to {stage.value}", work)

    def delete(self, person_ids: Sequence[int]) -> None:
        """Delete people, and the conversations that were with nobody else."""

        def work() -> None:
            alone = self._alone(person_ids)
            left = set(person_ids)
            partners = _partners(alone) - left
            employers = derived.employers_of(left)
            with reindexed(self._store.connection(), len(person_ids)):
                delete_rows(self._store.connection(), "conversation", alone)
                # A later person may be given the same id.
                many_people.forget_captured(self._store.connection(), person_ids)
                delete_rows(self._store.connection(), "person", person_ids)
            derived.refresh(partners, employers)

        self._store.change(f"Delete {self._named(person_ids)}", work, many=len(person_ids))

    def tag(self, person_ids: Sequence[int], tag: str) -> None:
        """File people under a word; those who have it already keep it."""
        tag = " ".join(tag.split())
        if not tag:
            message = "A tag needs a word."
            raise InvalidDraft(message)

        def work() -> None:
            many_people.tag(self._store.connection(), person_ids, tag)

        self._store.change(f"Tag {self._named(person_ids)} {tag}", work)

    def untag(self, person_ids: Sequence[int], tag: str) -> None:
        """Take a word away from people."""

        def work() -> None:
            many_people.untag(self._store.connection(), person_ids, tag)

        self._store.change(f"Take the tag {tag} from {self._named(person_ids)}", work)

    def tags(self, person_ids: Sequence[int] | None = None) -> list[str]:
        """Return the tags in use, or those that any of these people has, by name."""
        query = PersonTag.select(PersonTag.name).distinct().order_by(PersonTag.name)
        if person_ids is None:
            return [row.name for row in query]
        parts = _parts(person_ids)
        return sorted({row.name for part in parts for row in query.where(PersonTag.person << part)})

    def erase(self, person_ids: Sequence[int]) -> list[str]:
        """Remove people from the file beyond undo, and return their uids to look for in backups.

        The bytes are overwritten; every other step of undo and redo goes too, as it could hold
        them. Their names in the notes of others stay. Raises InvalidDraft, with nothing erased,
        where words of their names cannot be taken out of the user's dictionary.
        """
        rows = [
            row
            for part in _parts(person_ids)
            for row in Person.select(Person.uid, Person.name).where(Person.id << part)
        ]
        try:
            self._forget_words(str(row.name) for row in rows)
        except CannotWrite as error:
            message = f"Nothing was erased: words of theirs stay in your dictionary. {error}"
            raise InvalidDraft(message) from error
        written = many_people.letters_to(self._store.connection(), person_ids)
        self._store.erase(lambda: self.delete(person_ids))
        forget_mail_files(self._store.path.parent / MAIL_FOLDER, written)
        return [str(row.uid) for row in rows]

    def goes_with(self, person_ids: Sequence[int]) -> str:
        """Say what deleting these people would take along; empty when nothing."""
        count = len(many_people.letters_to(self._store.connection(), person_ids))
        letters = "1 letter" if count == 1 else f"{count} letters" if count else ""
        talks = self._talks_with_them(person_ids)
        return " and ".join(filter(None, (talks, letters)))

    def _talks_with_them(self, person_ids: Sequence[int]) -> str:
        alone = self._alone(person_ids)
        if not alone:
            return ""
        written = Note.text != ""
        notes = sum(
            Note.select().where((Note.conversation << part) & written).count()
            for part in _parts(alone)
        )
        talks = "1 conversation" if len(alone) == 1 else f"{len(alone)} conversations"
        return f"{talks} with notes" if notes else talks

    def _alone(self, person_ids: Sequence[int]) -> list[int]:
        """Return the conversations in which nobody else takes part."""
        gone = set(person_ids)
        mine = many_people.talks_of(self._store.connection(), person_ids)
        return [talk for talk in mine if set(derived.people_of(talk)) <= gone]

    def _named(self, person_ids: Sequence[int]) -> str:
        if len(person_ids) == 1:
            return str(Person.get_by_id(person_ids[0]).name)
        return f"{len(person_ids)} people"


def _partners(conversations: Sequence[int]) -> set[int]:
    return {
        row.person_id
        for part in _parts(conversations)
        for row in Participant.select().where(Participant.conversation << part)
    }


def _parts(ids: Sequence[int]) -> Iterator[list[int]]:
    """Yield ids in lists that SQLite takes as the variables of one statement."""
    for at in range(0, len(ids), _MOST_VARIABLES):
        yield list(ids[at : at + _MOST_VARIABLES])


def _split(draft: PersonDraft) -> None:
    if not (draft.first_name or draft.last_name) and draft.name.strip():
        draft.first_name, draft.last_name = split_name(draft.name)


def _name_of(draft: PersonDraft) -> str:
    """The shown name; who has none is shown by the address or the company."""
    name = " ".join(part.strip() for part in (draft.first_name, draft.last_name) if part.strip())
    if name or draft.name.strip():
        return name or draft.name.strip()
    for value in (*draft.emails, *draft.phones, *draft.links):
        return value.value
    if draft.company.strip():
        return draft.company.strip()
    message = "A person needs a name."
    raise InvalidDraft(message)


def insert_reach(
    person_id: int, kind: str, values: Sequence[Reach], country: str = "", first: int = 0
) -> None:
    """Create the rows of these addresses, numbers or links, from position ``first`` on.

    ``country`` (ISO 3166) is that of phone numbers without a prefix.
    """
    for position, reach in enumerate(values, first):
        if reach.value.strip():
            ContactPoint.create(
                person=person_id,
                kind=kind,
                value=reach.value.strip(),
                label=reach.label.strip(),
                preferred=reach.preferred,
                position=position,
                match_key=match_key(kind, reach.value, country),
            )
