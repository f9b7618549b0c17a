"""The moment at which each line of a note was begun, kept through every edit and its undo.

A moment (milliseconds since 1970 UTC) is a property of the block format, because formats are part
of the document's own undo. One rule holds between any two undo steps: **a line with text has a
moment.** An empty line has no meaning yet: its moment is taken with its first character, and what
an emptied line still holds of its former moment is not looked at.
Knows documents and cursors; must not know the editor, marks or what a moment means.
"""

import json
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat

from infoview_gui.widgets.line_text import clean, is_clean

Clock = Callable[[], int]

_MOMENT = QTextFormat.Property.UserProperty.value + 1
# Of the font's height, so that it follows the zoom: 26 px for Inter at 14 px. (A height in pixels
# would have to be rewritten in every block, which is an undo step.)
_LINE_HEIGHT_PERCENT = 153.0
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_KEEP = QTextCursor.MoveMode.KeepAnchor


class Line(NamedTuple):
    """A line of text; ``moment`` None: to be taken when the line goes into a document."""

    text: str
    moment: int | None = None


class Touched(NamedTuple):
    """The part of a document that changed: positions, and how many characters went."""

    start: int
    end: int
    removed: int


def line_format(moment: int | None) -> QTextBlockFormat:
    """Return the block format of a line begun at ``moment`` (None: an empty line)."""
    made = QTextBlockFormat()
    made.setLineHeight(_LINE_HEIGHT_PERCENT, _PROPORTIONAL)
    if moment is not None:
        made.setProperty(_MOMENT, moment)
    return made


def moment_of(block: QTextBlock) -> int | None:
    """Return when the line was begun, None for an empty line."""
    if block.length() == 1:
        return None
    found = block.blockFormat().property(_MOMENT)
    return found if isinstance(found, int) else None


def fill(document: QTextDocument, lines: Sequence[Line]) -> None:
    """Make ``lines`` the whole content of ``document``; its undo history is empty afterwards."""
    document.setUndoRedoEnabled(False)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    for number, line in enumerate(lines):
        form = line_format(line.moment if line.text else None)
        if number:
            cursor.insertBlock(form)
        else:
            cursor.setBlockFormat(form)
        cursor.insertText(line.text)
    cursor.endEditBlock()
    document.setUndoRedoEnabled(True)


def replace(cursor: QTextCursor, lines: Sequence[Line], now: int) -> None:
    """Put ``lines`` (1 or more) in place of the selection, as one undo step.

    A line of the result that still holds old text keeps the moment of its leftmost old text; a
    line of new text only has the moment it brings along, else ``now``.
    """
    first, last = _kept_moments(cursor)
    moments = [now if line.moment is None else line.moment for line in lines]
    if first is not None:
        moments[0] = first
    if last is not None and (len(lines) > 1 or first is None):
        moments[-1] = last
    has_text = [bool(line.text) for line in lines]
    has_text[0] = has_text[0] or first is not None
    has_text[-1] = has_text[-1] or last is not None
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    for number, line in enumerate(lines):
        _begin_line(cursor, number > 0, moments[number] if has_text[number] else None)
        # Last, so that Qt joins the letters typed next to the same undo step.
        cursor.insertText(line.text)
    cursor.endEditBlock()


def _kept_moments(cursor: QTextCursor) -> tuple[int | None, int | None]:
    """Return the moments of the text left of and right of the selection, None without text."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    first = cursor.document().findBlock(start)
    last = cursor.document().findBlock(end)
    return (
        moment_of(first) if start > first.position() else None,
        moment_of(last) if end < last.position() + last.length() - 1 else None,
    )


def _begin_line(cursor: QTextCursor, new: bool, moment: int | None) -> None:
    if new:
        cursor.insertBlock(line_format(moment))
    elif cursor.blockFormat().property(_MOMENT) != moment:
        cursor.setBlockFormat(line_format(moment))


def settle(document: QTextDocument, touched: Touched, alone: bool, now: Clock) -> None:
    """Give lines their moments that did not come through ``replace``, within the last undo step.

    Such text comes from screen readers and dictation. ``alone``: the last undo step is a single
    command. Must not be called while redo steps exist: it would throw them away.
    """
    block = document.findBlock(touched.start)
    while block.isValid() and block.position() <= touched.end:
        if block.length() == 1:
            # A new line is a copy of the line before it. (Nothing can be joined to a deletion.)
            if not touched.removed and block.blockFormat().hasProperty(_MOMENT):
                _set_moment(block, None)
        elif moment_of(block) is None:
            if alone and _inserted_again(block, now()):
                return
            _set_moment(block, now())
        block = block.next()


def _set_moment(block: QTextBlock, moment: int | None) -> None:
    cursor = QTextCursor(block)
    cursor.joinPreviousEditBlock()
    cursor.setBlockFormat(line_format(moment))
    cursor.endEditBlock()


def _inserted_again(block: QTextBlock, now: int) -> bool:
    """Take a lone insertion into an empty line back and put it in again, with its moment.

    Qt joins nothing to a command outside an edit block (tried): undo would stop between the two.
    """
    document, position, text = block.document(), block.position(), block.text()
    document.undo()
    cursor = QTextCursor(document)
    cursor.setPosition(min(position, document.characterCount() - 1))
    if cursor.block().position() != position or cursor.block().length() > 1:
        document.redo()
        return False
    replace(cursor, [Line(text)], now)
    return True


def read(document: QTextDocument, now: Clock) -> tuple[str, list[int]]:
    r"""Return the text joined with ``\n`` and one moment for each line, in one pass.

    An empty line is given the moment of the line before it (at the top: after it; in an empty
    note: ``now``).
    """
    # This runs between two keys: one call for the text of all lines saves a third.
    texts = document.toRawText().split("\u2029")
    found: list[int | None] = []
    block = document.begin()
    for text in texts:
        found.append(block.blockFormat().property(_MOMENT) if text else None)
        block = block.next()
    if not is_clean("\n".join(texts)):
        texts, found = _cleaned(texts, found)
    return "\n".join(texts), _without_gaps(found, now)


def _cleaned(texts: list[str], moments: list[int | None]) -> tuple[list[str], list[int | None]]:
    """Dictated line separators make lines of their own; half an emoji must not prevent saving."""
    lines = [
        Line(part, moment)
        for text, moment in zip(texts, moments, strict=True)
        for part in clean(text).split("\n")
    ]
    return [line.text for line in lines], [line.moment for line in lines]


def _without_gaps(found: list[int | None], now: Clock) -> list[int]:
    previous = next((moment for moment in found if moment is not None), None)
    if previous is None:
        previous = now()
    moments: list[int] = []
    for moment in found:
        previous = previous if moment is None else moment
        moments.append(previous)
    return moments


def whole_lines(cursor: QTextCursor) -> list[int | None]:
    """Return for each line touched by the selection its moment, None if not wholly selected."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    moments: list[int | None] = []
    block = cursor.document().findBlock(start)
    while block.isValid() and block.position() <= end:
        whole = start <= block.position() and block.position() + block.length() - 1 <= end
        moments.append(moment_of(block) if whole else None)
        block = block.next()
    return moments


def selected_lines(cursor: QTextCursor) -> list[Line]:
    """Return the lines touched by the selection, whole."""
    lines: list[Line] = []
    block = cursor.document().findBlock(cursor.selectionStart())
    while block.isValid() and block.position() <= cursor.selectionEnd():
        lines.append(Line(block.text(), moment_of(block)))
        block = block.next()
    return lines


def select_lines(cursor: QTextCursor, first: QTextBlock, last: QTextBlock) -> None:
    """Select from the start of ``first`` to the end of ``last``, without its line break."""
    cursor.setPosition(first.position())
    cursor.setPosition(last.position() + last.length() - 1, _KEEP)


def pack(origin: str, moments: Sequence[int | None]) -> bytes:
    """Return what travels beside copied text: whose lines they are and when they were begun."""
    return json.dumps({"origin": origin, "moments": moments}).encode()


def unpack(data: bytes, origin: str, count: int) -> list[int | None]:
    """Return the moments of ``count`` pasted lines, None for each that is not ours to know.

    The clipboard is anyone's: whatever is not of this ``origin`` and shape counts as text from
    elsewhere.
    """
    nothing: list[int | None] = [None] * count
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return nothing
    if not isinstance(found, dict) or found.get("origin") != origin:
        return nothing
    moments = found.get("moments")
    if not isinstance(moments, list) or len(moments) != count:
        return nothing
    return [moment if _is_moment(moment) else None for moment in moments]


def _is_moment(value: object) -> bool:
    return type(value) is int and 0 <= value < 2**53
