"""The notes of a conversation as Markdown that reads the same in any editor.

What a person typed is written so that Markdown shows it as typed. Knows no database.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# What could be read as markup within a line, and what begins a block (CommonMark 0.31, 2.4, 4, 5).
_SPECIAL = re.compile(r"([\\`*_\[\]<>&#|~])")
_BLOCK = re.compile(r"^(?:([-+](?=[\s-]|$)|=(?==*\s*$))|(\d{1,9})([.)](?=\s|$)))")


@dataclass(frozen=True, slots=True)
class NotesPage:
    """A conversation in words: ``facts`` and ``questions`` as lines, ``lines`` with their times."""

    title: str
    facts: Sequence[tuple[str, str]]
    questions: Sequence[tuple[str, bool]]
    lines: Sequence[tuple[str, str]]


def markdown(page: NotesPage) -> str:
    """Return the whole page."""
    parts = [f"# {escaped(page.title)}", ""]
    parts += [f"* **{escaped(name)}:** {escaped(value)}" for name, value in page.facts if value]
    if page.questions:
        parts += ["", "## Questions", ""]
        parts += [f"- [{'x' if asked else ' '}] {escaped(text)}" for text, asked in page.questions]
    if page.lines:
        parts += ["", "## Notes", ""]
        # Two blanks at the end keep the lines apart without a paragraph each.
        parts += [_line(time, text) for time, text in page.lines]
    return "\n".join(parts).rstrip() + "\n"


def _line(time: str, text: str) -> str:
    if not text.strip():
        return ""
    shown = f"`{time}` " if time else ""
    return f"{shown}{escaped(text)}  "


def escaped(text: str) -> str:
    """Return text that Markdown shows as it was typed, on one line and without indentation."""
    text = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _BLOCK.sub(_escaped_block, text)


def _escaped_block(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"
