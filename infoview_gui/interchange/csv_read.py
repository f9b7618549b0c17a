"""People out of a CSV file of any program. Knows nothing of files or encodings.

What each column means is decided once per file, so that a row costs little.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from infoview_gui.interchange.cards import (
    ContactPoint,
    LeftOut,
    PersonCard,
    Reading,
    UnreadableFile,
    excerpt,
)
from infoview_gui.interchange.columns import no_columns, with_fields
from infoview_gui.interchange.csv_guard import unguard
from infoview_gui.interchange.csv_guess import completed
from infoview_gui.interchange.csv_headers import Column, format_of, is_ours
from infoview_gui.interchange.csv_own import channel_of, own_card
from infoview_gui.interchange.csv_table import Table, read_table
from infoview_gui.interchange.zones import known_zone

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_DAY_MONTH = re.compile(r"(\d{1,2})[ \-]([A-Za-z]{3})[a-z]*[ \-](\d{4}|\d{2})")
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MANY_EMAILS = re.compile(r"[;,\s]+")
_GOOGLE_MARK = ":::"
_AS_JSON = json.JSONEncoder(ensure_ascii=False).encode
_MAIL_SYSTEMS = {"SMTP", "EX"}
"""Outlook's *E-mail 2 Type* is no label."""
_STANDARD_LABELS = {"home", "work", "mobile", "other", "main"}
_POINTS = {"email": "emails", "phone": "phones", "link": "links"}
_NO_PERSON = "This row has no name, e-mail address, phone number or company."


class _Plan:
    """Where in a row each thing stands."""

    def __init__(self, columns: Sequence[Column], format_name: str) -> None:
        self.format = format_name
        self.width = len(columns)
        self.where: dict[str, list[int]] = {}
        labels = {column.pair: at for at, column in enumerate(columns) if column.is_label}
        self.points: list[tuple[str, int, int, str]] = []
        for at, column in enumerate(columns):
            if column.field in _POINTS:
                label_at = labels.get(column.pair, -1) if column.pair else -1
                self.points.append((column.field, at, label_at, column.label))
            elif column.field:
                self.where.setdefault(column.field, []).append(at)

    def first(self, cells: Sequence[str], field: str) -> str:
        """Return the first filled cell of a field."""
        for at in self.where.get(field, ()):
            if cells[at]:
                return cells[at]
        return ""


def read_csv(text: str, source_name: str = "", fields: Sequence[str] | None = None) -> Reading:
    """Read a whole CSV; see `read_rows`."""
    return read_rows(read_table(text), source_name, fields)


def read_rows(table: Table, source_name: str = "", fields: Sequence[str] | None = None) -> Reading:
    """Read the people of a table; ``fields`` says what the columns hold, instead of the guess.

    Raises UnreadableFile when it has no columns of people, or no rows.
    """
    table = completed(table)
    if fields is not None:
        table = with_fields(table, fields)
    if not table.recognised:
        raise UnreadableFile(no_columns(table, source_name))
    format_name = format_of(table.header, table.columns)
    reading = Reading(format_name, source_name=source_name)
    if is_ours(table.header):
        keys = _unique([unguard(head) for head in table.header])
        for line, cells in table.rows:
            card = own_card(table.header, cells, guarded=table.guarded)
            _take(card, line, keys, cells, reading)
    else:
        _read_foreign(table, format_name, reading)
    if not table.rows:
        raise UnreadableFile(
            f"“{source_name}” has column headers but no people below them; nothing was imported."
        )
    return reading


def _read_foreign(table: Table, format_name: str, reading: Reading) -> None:
    plan = _Plan(table.columns, format_name)
    keys = _unique(table.header)
    empty = _EmptyRows(reading)
    for line, raw in table.rows:
        cells = [cell.strip() for cell in raw]
        if not any(cells):
            empty.add(line, cells)
            continue
        empty.end()
        if len(cells) < plan.width:
            cells += [""] * (plan.width - len(cells))
        if cells[: plan.width] == table.header:
            reading.left_out.append(LeftOut(line, "This row repeats the column headers.", ""))
            continue
        _take(_card(plan, cells), line, keys, cells, reading)
    empty.end()


class _EmptyRows:
    """Reports rows of nothing but delimiters, a run of them once: spreadsheets write thousands."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._lines: list[int] = []
        self._text = ""

    def add(self, line: int, cells: Sequence[str]) -> None:
        if len(cells) > 1:  # a blank line is no row
            self._lines.append(line)
            self._text = "," * (len(cells) - 1)

    def end(self) -> None:
        if not self._lines:
            return
        last = self._lines[-1]
        run = f" (and so on to line {last})" if len(self._lines) > 1 else ""
        reason = f"This row is empty: no name, no e-mail address, no company{run}."
        self._reading.left_out.append(LeftOut(self._lines[0], reason, self._text))
        self._lines.clear()


def _take(
    card: PersonCard, line: int, keys: Sequence[str], cells: Sequence[str], reading: Reading
) -> None:
    if not (card.name or card.emails or card.phones or card.company):
        shown = excerpt(", ".join(cell for cell in cells if cell))
        reading.left_out.append(LeftOut(line, _NO_PERSON, shown))
        return
    card.line = line
    card.source_text = _source(keys, cells)
    reading.cards.append(card)
    if keys and len(cells) > len(keys) and any(cells[len(keys) :]):
        extra = [cell for cell in cells[len(keys) :] if cell]
        reason = (
            f"{len(extra)} more cells than there are headers; they were not taken, "
            "the rest of the row was."
        )
        reading.left_out.append(LeftOut(line, reason, excerpt(", ".join(extra))))


def _unique(header: Sequence[str]) -> list[str]:
    """Number repeated headers, so that each cell of a row has a key of its own."""
    seen: dict[str, int] = {}
    keys: list[str] = []
    for cell in header:
        seen[cell] = seen.get(cell, 0) + 1
        keys.append(cell if seen[cell] == 1 else f"{cell} ({seen[cell]})")
    return keys


def _source(keys: Sequence[str], cells: Sequence[str]) -> str:
    """Return header to value as JSON, filled cells only: empty ones say nothing."""
    known = len(keys)
    row = {
        (keys[at] if at < known else f"column {at + 1}"): cell
        for at, cell in enumerate(cells)
        if cell
    }
    return _AS_JSON(row)


def _card(plan: _Plan, cells: Sequence[str]) -> PersonCard:
    first = plan.first
    card = PersonCard(
        first_name=first(cells, "first"),
        last_name=first(cells, "last"),
        company=first(cells, "company"),
        role=first(cells, "role"),
        uid=first(cells, "uid"),
        stage=first(cells, "stage"),
        introduced_by=first(cells, "introduced_by"),
    )
    _set_points(plan, cells, card)
    card.name = _shown_name(plan, cells, card)
    if "note" in plan.where:
        card.note = "\n\n".join(cells[at] for at in plan.where["note"] if cells[at])
    if "tags" in plan.where:
        card.tags = _tags(plan, cells)
    if "zone" in plan.where:
        card.zone = known_zone(first(cells, "zone"))
    if "connected" in plan.where:
        card.connected_on = iso_day(first(cells, "connected"))
    card.channel, card.channel_detail = channel_of(first(cells, "channel"))
    if plan.format == "linkedin-csv":
        card.channel, card.channel_detail = "social", "LinkedIn"
    return card


def _shown_name(plan: _Plan, cells: Sequence[str], card: PersonCard) -> str:
    shown = plan.first(cells, "name")
    if shown:
        return shown
    middle = plan.first(cells, "middle")
    composed = " ".join(part for part in (card.first_name, middle, card.last_name) if part)
    if composed:
        return composed
    other = plan.first(cells, "file_as") or card.company or plan.first(cells, "nickname")
    if other:
        return other
    points = card.emails or card.phones
    return points[0].value if points else ""


def _set_points(plan: _Plan, cells: Sequence[str], card: PersonCard) -> None:
    found: dict[str, list[ContactPoint]] = {}
    for field, at, label_at, known_label in plan.points:
        text = cells[at]
        if not text:
            continue
        label, preferred = known_label, False
        if label_at >= 0:
            label, preferred = _google_label(cells[label_at])
        points = found.setdefault(field, [])
        for value in _values(field, text):
            if not any(point.value == value for point in points):
                points.append(ContactPoint(value, label, preferred))
                preferred = False
    for field, points in found.items():
        setattr(card, _POINTS[field], tuple(_one_preferred(points)))


def _one_preferred(points: list[ContactPoint]) -> list[ContactPoint]:
    chosen = next((at for at, point in enumerate(points) if point.preferred), -1)
    return [
        point if at == chosen or not point.preferred else ContactPoint(point.value, point.label)
        for at, point in enumerate(points)
    ]


def _google_label(text: str) -> tuple[str, bool]:
    """Google marks the primary address by `* ` before its label."""
    preferred = text.startswith("*")
    label = text[1:].strip() if preferred else text
    if label.upper() in _MAIL_SYSTEMS:
        return "", preferred
    return label.lower() if label.lower() in _STANDARD_LABELS else label, preferred


def _values(field: str, text: str) -> list[str]:
    if _GOOGLE_MARK in text:
        parts = [part.strip() for part in text.split(_GOOGLE_MARK)]
        return [part for part in parts if part]
    if field == "email" and text.count("@") > 1:
        return [part for part in _MANY_EMAILS.split(text) if part]
    return [text]


def _tags(plan: _Plan, cells: Sequence[str]) -> tuple[str, ...]:
    tags: dict[str, None] = {}
    for at in plan.where["tags"]:
        text = cells[at]
        mark = _GOOGLE_MARK if _GOOGLE_MARK in text else ";" if ";" in text else ","
        for part in text.split(mark) if text else ():
            tag = part.strip()
            # "* myContacts" and the like are Google's own groups, which everyone is in.
            if tag and not tag.startswith("* "):
                tags[tag] = None
    return tuple(tags)


def iso_day(text: str) -> str:
    """Return a LinkedIn date (`05 Mar 2024`, English in every language) as ISO, else nothing."""
    found = _DAY_MONTH.match(text)
    if found:
        month = _MONTHS.get(found[2].lower(), 0)
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
        day = int(found[1])
        return f"{year:04}-{month:02}-{day:02}" if month and 1 <= day <= 31 else ""
    return text[:10] if _ISO_DAY.match(text) else ""
