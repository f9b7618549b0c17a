"""What the user has set: one frozen value, its defaults and its rules. No Qt, no file, no window.

A new setting is one field of `Settings`: its default, the rule that judges what comes from a file
or a field (it returns the value or raises ValueError with a sentence for the user), and how the
value is written as TOML where that is not the value itself. `services.settings_file` keeps them,
`panes.preferences` tells who listens.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeGuard

THEMES: Final = ("system", "light", "dark")
MARKS: Final = ("insight", "term", "person", "opening", "todo")
LEAST_MINUTES, MOST_MINUTES = 5, 180
WORDS, CHARACTERS = (20, 1000), (50, 5000)
"""From, to: how long the user may let letters be."""
TONES: Final = ("muted", "acc", "grn", "vio", "blu", "amb")
"""Colours of the theme that a calendar of others may have; the first is the usual one."""
NO_SPELLING: Final = "none"
"""Set in place of a dictionary: spelling is not checked."""
_LONGEST = 2000
_MOST_CALENDARS = 50
_TAG = re.compile(r"[a-z]{2,3}(?:[_-][A-Za-z0-9]+)*")
_MAIL = re.compile(r"[^\s,;:\"<>()\\@]+@[^\s,;:\"<>()\\@]+")


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days on which the user does not work, both ends included."""

    first: date
    last: date
    words: str = ""

    def holds(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class CalendarShown:
    """A calendar file of another program that is shown beside the conversations, to read only."""

    path: str
    """Absolute."""
    name: str = ""
    tone: str = TONES[0]
    on: bool = True

    @property
    def title(self) -> str:
        """The name, else that of the file."""
        return self.name.strip() or Path(self.path).stem


class Rule(NamedTuple):
    """How one setting is read and written; ``read`` raises ValueError with a sentence."""

    read: Callable[[object], object]
    write: Callable[[Any], object]


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("This must be a text.")
    if len(value) > _LONGEST:
        raise ValueError(f"This is longer than {_LONGEST} letters.")
    return value.encode("utf-8", "replace").decode("utf-8")


def _zone(value: object) -> str:
    """Return an IANA name, or nothing: the zone of the computer."""
    name = _words(value)
    if name:
        from zoneinfo import ZoneInfo  # noqa: PLC0415 - only where one is set

        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            raise ValueError("No such time zone. Type a city, such as Berlin.") from None
    return name


def _country(value: object) -> str:
    """Return two capital letters (ISO 3166), or nothing: the country of the locale."""
    code = _words(value)
    if code and not (len(code) == 2 and code.isascii() and code.isalpha() and code.isupper()):
        raise ValueError("Choose a country from the list, or type its two letters, such as DE.")
    return code


def _minutes(value: object) -> int:
    if type(value) is not int or not LEAST_MINUTES <= value <= MOST_MINUTES:
        raise ValueError(f"Choose from {LEAST_MINUTES} to {MOST_MINUTES} minutes.")
    return value


def _number_within(limits: tuple[int, int], unit: str) -> Callable[[object], int]:
    least, most = limits

    def read_number(value: object) -> int:
        if type(value) is not int or not least <= value <= most:
            raise ValueError(f"Choose from {least} to {most} {unit}.")
        return value

    return read_number


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("This must be true or false.")
    return value


def _theme(value: object) -> str:
    if value not in THEMES:
        raise ValueError(f"This must be one of {', '.join(THEMES)}.")
    return str(value)


def _spelling(value: object) -> str:
    """Return the language of a dictionary, such as en_GB, or "none", or nothing."""
    tag = _words(value)
    if tag and tag != NO_SPELLING and not _TAG.fullmatch(tag):
        raise ValueError("Choose a dictionary from the list.")
    return tag


def _marks(value: object) -> frozenset[str]:
    found = list(value) if isinstance(value, (list, tuple, frozenset)) else [None]
    if not all(name in MARKS for name in found):
        raise ValueError(f"This must be a list of {', '.join(MARKS)}.")
    return frozenset(str(name) for name in found)


def _folder(value: object) -> str:
    """Return a folder's whole path, or nothing: the usual place. Whether it is there changes."""
    text = _words(value)
    if text and ("\0" in text or not Path(text).is_absolute()):
        raise ValueError("Choose a folder by its whole path.")
    return text


def _holidays(value: object) -> tuple[Holiday, ...]:
    if not isinstance(value, (list, tuple)):
        raise ValueError("This must be a list of days.")
    found = (_holiday(part) for part in value)
    return tuple(sorted(found, key=lambda one: (one.first, one.last, one.words)))


def _holiday(value: object) -> Holiday:
    if isinstance(value, Mapping):
        first, last = value.get("first"), value.get("last", value.get("first"))
        words = value.get("words", "")
    elif isinstance(value, Holiday):
        first, last, words = value.first, value.last, value.words
    else:
        raise ValueError("Each holiday needs its day.")
    if not _is_day(first) or not _is_day(last):
        raise ValueError("Each holiday needs its day.")
    if last < first:
        raise ValueError("A holiday ends after it begins.")
    return Holiday(first, last, _words(words))


def _email(value: object) -> str:
    """Return one address, or nothing."""
    text = _words(value).strip()
    if text and not _MAIL.fullmatch(text):
        raise ValueError("This is not one e-mail address, such as jo@example.org.")
    return text


def _calendars(value: object) -> tuple[CalendarShown, ...]:
    """Return the calendars shown, each file once."""
    if not isinstance(value, (list, tuple)):
        raise ValueError("This must be a list of calendars.")
    if len(value) > _MOST_CALENDARS:
        raise ValueError(f"More than {_MOST_CALENDARS} calendars cannot be shown.")
    found = (_calendar(part) for part in value)
    return tuple({one.path: one for one in found}.values())


def _calendar(value: object) -> CalendarShown:
    if isinstance(value, CalendarShown):
        value = _calendar_table(value)
    if not isinstance(value, Mapping):
        raise ValueError("Each calendar needs the path of its file.")
    path = _words(value.get("path", ""))
    if not path or "\0" in path or not Path(path).is_absolute():
        raise ValueError("Each calendar needs the whole path of its file.")
    tone = value.get("tone", TONES[0])
    if tone not in TONES:
        raise ValueError(f"The tone must be one of {', '.join(TONES)}.")
    return CalendarShown(
        path, _words(value.get("name", "")), str(tone), _switch(value.get("on", True))
    )


def _calendar_table(one: CalendarShown) -> dict[str, object]:
    return {"path": one.path, "name": one.name, "tone": one.tone, "on": one.on}


def _calendar_tables(value: tuple[CalendarShown, ...]) -> list[dict[str, object]]:
    return [_calendar_table(one) for one in value]


def _is_day(value: object) -> TypeGuard[date]:
    return isinstance(value, date) and not isinstance(value, datetime)


def _same(value: object) -> object:
    return value


def _holiday_tables(value: tuple[Holiday, ...]) -> list[dict[str, object]]:
    return [{"first": one.first, "last": one.last, "words": one.words} for one in value]


def _setting(
    default: object,
    read: Callable[[object], object],
    write: Callable[[Any], object] = _same,
) -> Any:  # noqa: ANN401 - a field stands for its value, as in dataclasses
    return field(default=default, metadata={"rule": Rule(read, write)})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything set; the defaults are those of the first start."""

    name: str = _setting("", _words)
    email: str = _setting("", _email)
    """The user's own address, for invitations."""
    signature: str = _setting("", _words)
    """What stands below a letter; empty: the name."""
    first_words: int = _setting(100, _number_within(WORDS, "words"))
    """A first message, and the second, may have so many."""
    note_characters: int = _setting(300, _number_within(CHARACTERS, "characters"))
    """So many may a note in a social network have."""
    spelling: str = _setting("", _spelling)
    """The dictionary for letters, or `NO_SPELLING`; empty: the one that fits the letter."""
    city: str = _setting("", _words)
    zone: str = _setting("", _zone)
    """IANA name of the zone that times are shown in; empty: that of the computer."""
    country: str = _setting("", _country)
    """ISO 3166; empty: that of the locale."""
    holidays: tuple[Holiday, ...] = _setting((), _holidays, _holiday_tables)
    """The user's own free days, sorted; not those of the country."""
    calendars: tuple[CalendarShown, ...] = _setting((), _calendars, _calendar_tables)
    """Calendars of other programs that are shown beside the conversations."""
    default_minutes: int = _setting(15, _minutes)
    marks_off: frozenset[str] = _setting(frozenset(), _marks, sorted)
    """Marks of the notes that are switched off, by the names in `MARKS`."""
    theme: str = _setting("system", _theme)
    reminders: bool = _setting(True, _switch)
    """Before conversations, and once a day of what is due."""
    daily_backups: bool = _setting(True, _switch)
    backup_folder: str = _setting("", _folder)
    """Absolute; empty: the folder that `Paths.backups` names."""


RULES: Final[Mapping[str, Rule]] = {one.name: one.metadata["rule"] for one in fields(Settings)}


def checked(name: str, value: object) -> object:
    """Return a value as the setting keeps it; ValueError says in a sentence what is wrong."""
    return RULES[name].read(value)


def read(values: Mapping[str, object]) -> tuple[Settings, dict[str, str]]:
    """Make settings of a file's values; what makes no sense is as by default, with its reason."""
    good: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for name in RULES.keys() & values.keys():
        try:
            good[name] = checked(name, values[name])
        except ValueError as error:
            wrong[name] = str(error)
    return Settings(**good), wrong


def written(settings: Settings, name: str) -> object | None:
    """Return a setting as a TOML value; None for its default, which is not kept."""
    value = getattr(settings, name)
    return None if value == getattr(Settings(), name) else RULES[name].write(value)


def country_of_locale(locale: str) -> str:
    """Return "DE" for "de_DE.UTF-8"; empty where the name says no country."""
    code = locale.partition(".")[0].partition("@")[0].replace("-", "_").rpartition("_")[2]
    return code if len(code) == 2 and code.isascii() and code.isalpha() and code.isupper() else ""
