"""Which column of a CSV means what, by its header. Pure tables and their look-up.

The words themselves are in `csv_words`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from infoview_gui.interchange.csv_words import (
    KINDS,
    LABEL_PARTS,
    LABELS,
    NUMBERED,
    VALUE_PARTS,
    WORDS,
)

_NUMBERED = re.compile(NUMBERED)
_ONE_OF_MANY = re.compile(r"(.+?)([2-9])")
_SEVERAL = ("email", "phone", "link")
_SILENT = ("fax", "pager", "assistant", "assistent", "telegra")
MOST_COLUMNS = 2000
"""A row with more cells is not looked at beyond; no address book comes near."""


def compact(header: str) -> str:
    """Return a header as it is compared: letters and digits only, small, without accents."""
    text = unicodedata.normalize("NFKD", header.casefold())
    return "".join(character for character in text if character.isalnum())


@cache
def _fields() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, listed in WORDS.items():
        for word in listed.split(", "):
            found.setdefault(compact(word), name)
    return found


@cache
def _label_words() -> list[tuple[str, str]]:
    return [
        (compact(word), label) for label, listed in LABELS.items() for word in listed.split(", ")
    ]


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds: `field` is empty when it is none of ours."""

    field: str
    label: str = ""
    """Label of an address, where the header tells it."""
    pair: str = ""
    """`email1` for both *E-mail 1 - Value* and *E-mail 1 - Label*."""
    is_label: bool = False


@lru_cache(maxsize=4096)
def column_of(header: str) -> Column:
    """Tell what a column holds by its header."""
    key = compact(header)
    if not key:
        return Column("")
    numbered = _NUMBERED.fullmatch(key)
    if numbered:
        return _numbered_column(*numbered.groups())
    if any(word in key for word in _SILENT):
        # They lie in the row's source; nobody asks for a conversation by fax.
        return Column("")
    field = _fields().get(key, "")
    if not field and (repeated := _ONE_OF_MANY.fullmatch(key)):
        field = _fields().get(repeated.group(1), "")
        field = field if field in _SEVERAL else ""
    return Column(field, _label_of(key) if field in ("phone", "link") else "")


def _numbered_column(kind: str, number: str, part: str) -> Column:
    pair = KINDS.get(kind, kind) + number
    if part in LABEL_PARTS:
        return Column("", pair=pair, is_label=True)
    if kind == "organization":
        return Column({"name": "company", "title": "role"}.get(part, ""))
    field = KINDS.get(kind, "") if not part or part in VALUE_PARTS else ""
    return Column(field, pair=pair if field else "")


def _label_of(key: str) -> str:
    return next((label for word, label in _label_words() if word in key), "")


def columns_of(headers: list[str]) -> list[Column]:
    """Tell what each column holds, the doubtful ones by their neighbours."""
    columns = [column_of(header[:80]) for header in headers[:MOST_COLUMNS]]
    headers = headers[:MOST_COLUMNS]
    fields = {column.field for column in columns}
    for at, column in enumerate(columns):
        if column.field == "title":
            # Outlook: Title is Mr or Dr, the role is Job Title. Elsewhere it is the role.
            columns[at] = Column("prefix" if "role" in fields else "role")
    keys = [compact(header) for header in headers]
    if "first" in fields and "last" not in fields:
        _rename(columns, keys, {"nombre", "nome"}, "first", "name")
    if "last" in fields and "first" not in fields and "name" not in fields:
        # "Nom" alone is the whole name, and beside "Name" a "Vorname" is the first one.
        _rename(columns, keys, {"nom"}, "last", "name")
    if "first" in fields and "last" not in fields and {"vorname", "prenom"} & set(keys):
        _rename(columns, keys, {"name"}, "name", "last")
    if "fileas" in keys and keys.count("fileas") == 1:
        # Google's File As is a sort form ("Mitchell, Sarah"), not the name people see.
        columns[keys.index("fileas")] = Column("file_as")
    return columns


def _rename(columns: list[Column], keys: list[str], names: set[str], old: str, new: str) -> None:
    for at, key in enumerate(keys):
        if key in names and columns[at].field == old:
            columns[at] = Column(new)


def format_of(headers: list[str], columns: list[Column]) -> str:
    """Name the program that wrote these headers, or `csv`."""
    keys = {compact(header) for header in headers}
    fields = {column.field for column in columns}
    if "infoviewid" in keys:
        return "csv"
    if "connected" in fields and {"first", "last"} <= fields:
        return "linkedin-csv"
    if {"givenname", "yominame"} & keys and {"familyname", "groupmembership"} & keys:
        return "google-csv"
    if {"organizationname", "email1value", "phone1value"} & keys and "firstname" in keys:
        return "google-csv"
    outlook = {
        "email2address",
        "emailaddress",
        "businessphone",
        "jobtitle",
        "webpage",
        "homestreet",
    }
    if len(outlook & keys) >= 2 and "emailaddress" in keys:
        return "outlook-csv"
    return "csv"


def is_ours(headers: list[str]) -> bool:
    """Tell whether our own writer wrote these headers."""
    return any(compact(header) == "infoviewid" for header in headers)
