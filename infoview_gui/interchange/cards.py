"""What a reader hands over: people as a file shows them, and what it could not take.

Knows nothing of the database: a `PersonCard` is a parsed record, not a stored person.
"""

from __future__ import annotations

from dataclasses import dataclass, field

CHANNELS = ("friends", "website", "event", "association", "social", "introduction")
"""The keys a card's channel may have; the sixth is an introduction (PRODUCT.md)."""


class UnreadableFile(Exception):
    """The file gives no people; its text is one plain sentence for the user."""


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """One e-mail address, phone number or link, spelled as the user wrote it."""

    value: str
    label: str = ""
    preferred: bool = False


@dataclass(slots=True, kw_only=True)
class PersonCard:
    """One person as a file shows them. Empty text means the file does not say."""

    first_name: str = ""
    last_name: str = ""
    name: str = ""
    """The name as the file shows it; may be all there is."""
    company: str = ""
    role: str = ""
    emails: tuple[ContactPoint, ...] = ()
    phones: tuple[ContactPoint, ...] = ()
    links: tuple[ContactPoint, ...] = ()
    zone: str = ""
    """An IANA time zone name."""
    note: str = ""
    tags: tuple[str, ...] = ()
    channel: str = ""
    """One of `CHANNELS` or empty."""
    channel_detail: str = ""
    """Where or how: which network, association or event."""
    uid: str = ""
    """Our own id of the person (X-INFOVIEW-ID), never another program's UID."""
    stage: str = ""
    introduced_by: str = ""
    connected_on: str = ""
    """ISO date of the connection (LinkedIn)."""
    source_text: str = ""
    """The vCard word for word as decoded; for a CSV row a JSON object of header to value."""
    further: tuple[str, ...] = ()
    """For somebody stored: what else they came from, each a vCard or such a JSON object."""
    line: int = 0
    """1-based line at which the record begins in its file; 0 when it has none."""


@dataclass(slots=True)
class LeftOut:
    """Something in a file that was not taken, with the reason in plain words."""

    line: int
    reason: str
    text: str = ""


@dataclass(slots=True)
class Reading:
    """Everything one file gave.

    `format` is linkedin-csv, google-csv, outlook-csv, csv (any other table), ldif or vcard.
    """

    format: str
    cards: list[PersonCard] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    source_name: str = ""


def excerpt(text: str, limit: int = 120) -> str:
    """Return the start of a text on one line, for reports."""
    flat = " ".join(text[: limit * 4].split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
