"""Databases of many invented people, made in seconds: rows in bulk, indexes afterwards."""

import random
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import apsw

from infoview_gui.practice.names import sort_key
from infoview_gui.practice.stages import Stage
from infoview_gui.store.store import Store

_FIRST = ("Ada", "Ben", "Cleo", "Dina", "Emil", "Fatma", "Gina", "Hugo", "Ines", "Noor", "Pia")
_START = ("Ab", "Bern", "Cast", "Dorn", "Eder", "Frank", "Gold", "Hart", "Jung", "Kern", "Lind")
_MIDDLE = ("el", "an", "en", "er", "in", "on", "ar", "os", "ul", "eb", "ig", "am")
_END = ("berg", "stein", "mann", "son", "ski", "ez", "ini", "ova", "feld", "wick", "ton", "ard")
_TRADE = ("Steel", "Media", "Bank", "Foods", "Energy", "Health", "Design", "Logistics")
_ROLES = ("Analyst", "Head of sales", "Engineer", "Designer", "Recruiter", "")
_STAGES = tuple(Stage)
_MADE_AT = 1_790_000_000_000
Row = tuple[object, ...]


def make(path: Path, count: int) -> None:
    """Create the database of so many people at ``path``."""
    Store(path).close()
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA synchronous = 0; PRAGMA cache_size = -200000")
    later = list(
        connection.execute(
            "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND "
            "(type = 'trigger' OR type = 'index' AND tbl_name IN ('person', 'contact_point'))"
        )
    )
    with connection:
        for kind, name, _sql in later:
            connection.execute(f"DROP {kind} {name}")
        connection.executemany(_PERSON, people(count))
        connection.executemany(_POINT, points(count))
        for _kind, _name, sql in later:
            connection.execute(sql)
        connection.execute("INSERT INTO person_words (person_words) VALUES ('rebuild')")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def copied(source: Path, folder: Path) -> Path:
    """Return a copy that may be written to; the source must not be open."""
    target = folder / "infoview.db"
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    return target


def names(count: int) -> Iterator[tuple[int, str, str, str]]:
    """Yield id, first name, last name and company; the same ones each time."""
    chance = random.Random(3)  # noqa: S311 - invented people are no secret
    pick = chance.choice
    for ident in range(1, count + 1):
        last = pick(_START) + pick(_MIDDLE) + pick(_END)
        company = f"{pick(_START)}{pick(_MIDDLE)} {pick(_TRADE)}"
        yield ident, pick(_FIRST), last, company


_PERSON = """
INSERT INTO person (id, uid, first_name, last_name, name, name_key, company, company_key, role,
    stage, stage_order, reach, created_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_POINT = """
INSERT INTO contact_point (person_id, kind, value, label, preferred, position, match_key)
VALUES (?, 'email', ?, 'work', 1, 0, ?)
"""


def people(count: int) -> Iterator[Row]:
    """Yield the rows of the table of people."""
    for ident, first, last, company in names(count):
        stage = _STAGES[ident % len(_STAGES)]
        yield (
            ident, str(uuid.UUID(int=ident)), first, last, f"{first} {last}",
            sort_key(f"{first} {last}"), company, sort_key(company), _ROLES[ident % len(_ROLES)],
            stage.value, stage.order, address(ident, last), _MADE_AT,
        )  # fmt: skip


def points(count: int) -> Iterator[Row]:
    """Yield one e-mail address for each."""
    for ident, _first, last, _company in names(count):
        yield ident, address(ident, last), address(ident, last)


def address(ident: int, last: str) -> str:
    """Return the address of a person."""
    return f"{last.lower()}{ident}@example.org"
