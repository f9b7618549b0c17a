"""The notes of a conversation as Markdown that reads the same in any editor.

What a person typed is written so that Markdown shows it as typed. Knows no database.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# What could be read as markup within a line, and what begins a block (CommonMark 0.31, 2.4, 4, 5).
_SPECIAL = re.compile(r"([\\`*_\[\]<>&#|~])")
_BLOCK = re.compile(r"^(?:([-+](?=[\s-]|$)|=(?==*\s*$))|(\d{1,9})([.)](?=\s|$)))")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines with their times, and the question they belong to; an empty title for none."""

    title: str
    lines: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class NotesPage:
    """A conversation in words: ``facts``, ``questions`` with whether they were asked, ``notes``."""

    title: str
    facts: Sequence[tuple[str, str]]
    questions: Sequence[tuple[str, bool]]
    notes: Sequence[Stretch]


def markdown(page: NotesPage) -> str:
    """Return the whole page."""
    parts = [f"# {escaped(page.title)}", ""]
    parts += [f"* **{escaped(name)}:** {escaped(value)}" for name, value in page.facts if value]
    if page.questions:
        parts += ["", "## Questions", ""]
        parts += [f"- [{'x' if asked else ' '}] {escaped(text)}" for text, asked in page.questions]
    if page.notes:
        parts += ["", "## Notes", ""]
        parts += ["\n".join(_stretch(one)) for one in page.notes]
    return "\n".join(parts).rstrip() + "\n"


def _stretch(stretch: Stretch) -> Iterator[str]:
    if stretch.title:
        yield f"### {escaped(stretch.title)}\n"
    # Two blanks at the end keep the lines apart without a paragraph each.
    yield from (_line(time, text) for time, text in stretch.lines)
    if stretch.title:
        yield ""


def _line(time: str, text: str) -> str:
    if not text.strip():
        return ""
    # After a time nothing begins a block: the mark of the line stays as it was typed.
    return f"`{time}` {_inline(text)}  " if time else f"{escaped(text)}  "


def escaped(text: str) -> str:
    """Return text that Markdown shows as it was typed, on one line and without indentation."""
    return _BLOCK.sub(_escaped_block, _inline(text))


def _inline(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _escaped_block(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"
