"""A file of any kind becomes people: what it is is recognised by its content, not its name.

Every way in which a file can be unreadable ends in `UnreadableFile` with one plain sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from infoview_gui.interchange.cards import Reading, UnreadableFile
from infoview_gui.interchange.content import content_of
from infoview_gui.interchange.csv_read import read_rows
from infoview_gui.interchange.vcard_read import read_vcards


def read_people(path: Path, fields: Sequence[str] | None = None) -> Reading:
    """Read the people in a file. Raises UnreadableFile; no content raises anything else.

    ``fields`` says what the columns of a table hold (keys of ``columns.FIELDS``) instead of the
    guess; other files pass over it.
    """
    content = content_of(path)
    if content.table is not None:
        return read_rows(content.table, path.name, fields)
    if content.kind == "ldif":
        from infoview_gui.interchange.ldif import read_ldif  # noqa: PLC0415 - few files need it

        return read_ldif(content.text, path.name)
    if content.kind == "calendar":
        raise UnreadableFile(
            f"“{path.name}” is a calendar, not a list of people; choose a CSV or vCard file."
        )
    return _vcards(content.text, path.name)


def _vcards(text: str, name: str) -> Reading:
    reading = read_vcards(text, name)
    if not reading.cards and not reading.left_out:
        raise UnreadableFile(f"“{name}” looks like a vCard file but no card begins in it.")
    return reading
