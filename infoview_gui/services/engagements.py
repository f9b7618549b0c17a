"""Appointments and networking events: add, change, move, delete, and who was met there.

Every verb is one undoable change. Moments are ms since 1970 UTC.
"""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from infoview_gui.services import derived
from infoview_gui.services.drafts import InvalidDraft, PersonDraft
from infoview_gui.services.engagement_reading import engagement
from infoview_gui.services.engagement_records import (
    KIND_WORDS,
    NETWORKING,
    EngagementDraft,
    EngagementRow,
)
from infoview_gui.services.people import People
from infoview_gui.store.models import Attendance, Engagement, Person
from infoview_gui.store.store import Store

_CHANNEL = "event"
_WHEN = frozenset({"starts_at", "zone", "minutes", "first_day", "days"})
"""What a calendar has to hear of: a change of these counts ``sequence`` on."""
_NEXT = Engagement.sequence + 1


class Engagements:
    """The verbs for what is in the own calendar and is no conversation."""

    def __init__(self, store: Store, clock: Callable[[], int], people: People) -> None:
        self._store, self._clock, self._people = store, clock, people

    def add(self, draft: EngagementDraft) -> int:
        """Write it down and return its id; raises InvalidDraft."""
        draft = _checked(draft)

        def work() -> int:
            row = Engagement.create(
                uid=str(uuid.uuid4()), created_at=self._clock(), **_columns(draft)
            )
            self._seat(row.id, draft)
            return int(row.id)

        return self._store.change(f"Add {_named(draft.kind, draft.title)}", work)

    def revise(self, engagement_id: int, draft: EngagementDraft) -> None:
        """Replace everything as one step, those who were met included; raises InvalidDraft."""
        draft = _checked(draft)
        before = self._known(engagement_id)
        met = len(draft.names) + len(set(draft.people) - {one.id for one in before.people})
        columns = _columns(draft)
        same = columns == _columns(before.draft())

        def work() -> None:
            self._update(engagement_id, columns)
            self._seat(engagement_id, draft)

        verb = "Add people met at" if same and met else "Change"
        self._store.change(f"{verb} {_named(draft.kind, draft.title)}", work)

    def move(self, engagement_id: int, start: int | date) -> None:
        """Move to a moment, or whole days to another first day."""
        values: dict[str, object] = (
            {"starts_at": start} if isinstance(start, int) else {"first_day": start.isoformat()}
        )
        self._change("Move", engagement_id, values)

    def stretch(self, engagement_id: int, *, minutes: int = 0, days: int = 0) -> None:
        """Give it other minutes, or another number of whole days."""
        values = {"days": max(1, days)} if days else {"minutes": max(1, minutes)}
        self._change("Change the length of", engagement_id, dict(values))

    def delete(self, engagement_id: int) -> None:
        """Delete it; those who were met there stay in People."""
        before = self._known(engagement_id)

        def work() -> None:
            Engagement.delete().where(Engagement.id == engagement_id).execute()
            derived.refresh(person.id for person in before.people)

        self._store.change(f"Delete {_named(before.kind, before.title)}", work)

    def title(self, engagement_id: int) -> str:
        """Return "the networking event “…”", as the Edit menu and messages name it."""
        row = self._known(engagement_id)
        return _named(row.kind, row.title)

    def _change(self, verb: str, engagement_id: int, values: dict[str, object]) -> None:
        before = self._known(engagement_id)

        def work() -> None:
            self._update(engagement_id, values)
            derived.refresh(person.id for person in before.people)

        self._store.change(f"{verb} {_named(before.kind, before.title)}", work)

    @staticmethod
    def _update(engagement_id: int, values: dict[str, object]) -> None:
        mine = Engagement.id == engagement_id
        row = Engagement.get_by_id(engagement_id)
        changed = {name: value for name, value in values.items() if getattr(row, name) != value}
        if _WHEN & changed.keys():
            changed["sequence"] = _NEXT
        if changed:
            Engagement.update(**changed).where(mine).execute()

    def _seat(self, engagement_id: int, draft: EngagementDraft) -> None:
        """Let these have been met and nobody else; who is new is added to People."""
        mine = Attendance.engagement == engagement_id
        before = {row.person_id for row in Attendance.select().where(mine)}
        people = list(dict.fromkeys(draft.people))
        for person_id in set(people) - before:
            _say_where(person_id, draft.title)
        people += [self._insert(name, draft.title) for name in draft.names]
        Attendance.delete().where(mine).execute()
        for position, person_id in enumerate(people):
            Attendance.create(engagement=engagement_id, person=person_id, position=position)
        derived.refresh({*before, *people})

    def _insert(self, name: str, title: str) -> int:
        draft = PersonDraft(name=name, channel=_CHANNEL, channel_detail=title)
        return self._people.insert(draft, "added")

    @staticmethod
    def _known(engagement_id: int) -> EngagementRow:
        row = engagement(engagement_id)
        if row is None:
            message = "It was deleted in the meantime; nothing was changed."
            raise InvalidDraft(message)
        return row


def _say_where(person_id: int, title: str) -> None:
    """Say how a person was found, where nothing is said of it yet."""
    person = Person.get_by_id(person_id)
    person.channel = person.channel or _CHANNEL
    if person.channel == _CHANNEL and not person.channel_detail:
        person.channel_detail = title
    person.save(only=[Person.channel, Person.channel_detail])


def _checked(draft: EngagementDraft) -> EngagementDraft:
    title = " ".join(draft.title.split())
    if not title:
        message = "Give it a title."
        raise InvalidDraft(message)
    if draft.starts_at is None and draft.first_day is None:
        message = "It needs a time or a day."
        raise InvalidDraft(message)
    if draft.first_day is None and draft.minutes < 1:
        message = "It needs at least one minute."
        raise InvalidDraft(message)
    met = draft.kind == NETWORKING
    return replace(
        draft,
        title=title,
        place=draft.place.strip(),
        people=draft.people if met else (),
        names=_once(draft.names) if met else (),
    )


def _once(names: Sequence[str]) -> tuple[str, ...]:
    tidy = (" ".join(name.split()) for name in names)
    return tuple({name.casefold(): name for name in tidy if name}.values())


def _columns(draft: EngagementDraft) -> dict[str, object]:
    whole = draft.first_day
    return {
        "kind": draft.kind,
        "title": draft.title,
        "starts_at": draft.starts_at if whole is None else None,
        "zone": draft.zone if whole is None else "",
        "minutes": draft.minutes,
        "first_day": "" if whole is None else whole.isoformat(),
        "days": 0 if whole is None else max(1, draft.days),
        "place": draft.place,
        "note": draft.note,
    }


def _named(kind: str, title: str) -> str:
    return f"the {KIND_WORDS.get(kind, kind)} “{title}”"
