"""Turns of phrase that several panes share. Pure functions; know no widgets and no records."""

from typing import Protocol


class Named(Protocol):
    """Somebody with a name in one piece or in two."""

    @property
    def name(self) -> str:
        """The name as it is shown."""

    @property
    def first_name(self) -> str:
        """May be empty."""

    @property
    def last_name(self) -> str:
        """May be empty."""


def marked(person: Named | None, otherwise: str = "") -> tuple[str, str]:
    """Return first and last name for the mark; who has none is marked by what is shown."""
    if person is None:
        return otherwise, ""
    if person.first_name or person.last_name:
        return person.first_name, person.last_name
    return person.name, ""


def listed(*parts: str) -> str:
    """Return the parts that say something, with commas between them."""
    return ", ".join(part for part in parts if part)


def dotted(*parts: str) -> str:
    """Return the parts that say something, with dots between them."""
    return " · ".join(part for part in parts if part)


def sentences(*parts: str) -> str:
    """Return the parts that say something as sentences, the last one without its full stop."""
    return ". ".join(part.rstrip(".") for part in parts if part)


def counted(number: int, one: str, many: str) -> str:
    """Return "1 person" or "5,000 people"."""
    return f"{number:,} {one if number == 1 else many}"


def people_words(count: int) -> str:
    """Return "1 person" or "18 people"."""
    return counted(count, "person", "people")


def capital(text: str) -> str:
    """Return a text that begins with a capital letter; the rest stays as it is."""
    return text[:1].upper() + text[1:]
