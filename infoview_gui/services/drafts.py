"""What a person fills in before something is created. Checked here, with words to show."""

from dataclasses import dataclass, field

from infoview_gui.interchange.cards import ContactPoint as Reach


class InvalidDraft(Exception):
    """Something is missing; the text says what."""


CHANNELS = {
    "friends": "Friends and family",
    "website": "Company website",
    "event": "Networking event",
    "association": "Professional association",
    "social": "Social networking tool",
    "introduction": "Introduction",
}


def found_through(channel: str, detail: str, introducer: str | None) -> str:
    """Say how a person was found, the most telling first: who introduced them, where, which way."""
    return introducer or detail or CHANNELS.get(channel, channel)


@dataclass(slots=True, kw_only=True)
class PersonDraft:
    """A person to add; a name is enough, and where there is none, an e-mail address or company.

    ``introducer`` names somebody who is not there yet and is added with them.
    """

    first_name: str = ""
    last_name: str = ""
    name: str = ""
    company: str = ""
    role: str = ""
    channel: str = ""
    channel_detail: str = ""
    introduced_by: int | None = None
    introducer: str = ""
    zone: str = ""
    note: str = ""
    stage: str = ""
    emails: tuple[Reach, ...] = ()
    phones: tuple[Reach, ...] = ()
    links: tuple[Reach, ...] = ()
    tags: tuple[str, ...] = ()
    uid: str = ""


@dataclass(slots=True, kw_only=True)
class ConversationDraft:
    """A conversation to plan. ``starts_at`` None while no time is agreed."""

    people: tuple[int, ...] = ()
    starts_at: int | None = None
    zone: str = ""
    minutes: int = 15
    status: str = "planned"
    way: str = ""
    link: str = ""
    place: str = ""
    goal: str = ""
    questions: tuple[tuple[str, str, bool, bool], ...] = field(default=())
