"""The letters of the sample: read from resources/sample/letters.toml, written with their answers.

``write_letter`` is called on the writing thread, after the talks. Must not know what day it is.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infoview_gui.services.letters import ANSWERED
from infoview_gui.services.sample_book import Remark, When
from infoview_gui.services.sample_days import MINUTE_MS, SampleDays
from infoview_gui.store.models import Activity, Conversation, Letter, Participant

_WRITING_MS = 25 * MINUTE_MS
"""So long before it goes out a letter is begun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleLetter:
    """A letter: ``sent``, or only ``begun``, at a time of its own or by the talk it is about.

    ``after`` is how many minutes after the end of that talk a draft was begun.
    """

    to: str
    kind: str
    body: str
    template: str
    subject: str = ""
    about: str = ""
    talk: bool = False
    after: int = 0
    sent: When | None = None
    begun: When | None = None
    answer: Remark | None = None


def read_letters(folder: Path) -> tuple[SampleLetter, ...]:
    """Read letters.toml; raises as ``sample_book.read_book`` does."""
    text = (folder / "letters.toml").read_text(encoding="utf-8")
    return tuple(_letter(row) for row in tomllib.loads(text)["letter"])


def write_letter(sample: SampleLetter, days: SampleDays, people: Mapping[str, int]) -> None:
    """Create a letter and what was answered to it; ``people`` are ids by name."""
    person = people[sample.to]
    talk = _talk(person) if sample.talk else None
    sent_at = _sent_at(sample, days, talk)
    begun_at = _begun_at(sample, days, talk) if sent_at is None else sent_at - _WRITING_MS
    Letter.create(
        kind=sample.kind,
        person=person,
        conversation=talk,
        about=people.get(sample.about),
        template=sample.template,
        subject=sample.subject,
        body=sample.body,
        created_at=begun_at,
        changed_at=begun_at if sent_at is None else sent_at,
        opened_at=sent_at,
        sent_at=sent_at,
    )
    if sample.answer is not None:
        at = days.past(sample.answer.day, sample.answer.time)
        Activity.create(person=person, kind=ANSWERED, at=at, detail=sample.answer.text)


def _talk(person: int) -> Conversation:
    mine = Conversation.select().join(Participant).where(Participant.person == person)
    return mine.get()


def _sent_at(sample: SampleLetter, days: SampleDays, talk: Conversation | None) -> int | None:
    if sample.sent is not None:
        return days.past(sample.sent.day, sample.sent.time)
    return None if talk is None else talk.thanked_at


def _begun_at(sample: SampleLetter, days: SampleDays, talk: Conversation | None) -> int:
    if sample.begun is not None:
        return days.past(sample.begun.day, sample.begun.time)
    return (talk.ended_at or 0 if talk else 0) + sample.after * MINUTE_MS


def _letter(row: dict[str, Any]) -> SampleLetter:
    answer = row.pop("answer", None)
    return SampleLetter(
        body=row.pop("body").strip(),
        sent=_when(row.pop("sent", None)),
        begun=_when(row.pop("begun", None)),
        answer=None if answer is None else Remark(**answer),
        **row,
    )


def _when(values: dict[str, Any] | None) -> When | None:
    return None if values is None else When(**values)
