"""Cells that a spreadsheet would run as a formula are disarmed, and armed again when read back.

The rule (DEPENDENCIES.md): an apostrophe before a cell that begins with a formula character, or
with apostrophes and one. Phone numbers and numbers are left alone.
"""

from __future__ import annotations

import re

_DANGEROUS = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
# A phone number has at least five digits; a shorter "+1-2" would be worked out by a spreadsheet.
_HARMLESS = re.compile(
    r"\+(?=(?:[^0-9]*[0-9]){5})[0-9 ().\-/]{5,32}|[+\-][0-9]{1,15}(?:[.,][0-9]{1,15})?"
)


def guard(cell: str) -> str:
    """Return the cell as it is safe in a spreadsheet."""
    if _DANGEROUS.match(cell) and not _HARMLESS.fullmatch(cell):
        return "'" + cell
    return cell


def unguard(cell: str) -> str:
    """Undo `guard` exactly.

    Only for files that our own writer wrote: in a foreign file an apostrophe before a formula
    character is what a person typed, and taking it away would change their data.
    """
    return cell[1:] if _GUARDED.match(cell) else cell
