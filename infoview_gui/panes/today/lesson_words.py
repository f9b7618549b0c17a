"""What was lately learned, in words. Pure functions; knows no widgets."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.mark_looks import MARK_LOOKS
from infoview_gui.panes.phrases import dotted, listed
from infoview_gui.practice.marks import MarkKind
from infoview_gui.services.lately import Lesson

_MOST = 160
_SPOKEN: Final[Mapping[MarkKind, str]] = {
    MarkKind.OPENING: "Opening",
    MarkKind.INSIGHT: "Insight",
    MarkKind.TERM: "Term",
    MarkKind.PERSON: "Person to meet",
}


@dataclass(frozen=True, slots=True)
class LessonWords:
    """A bold line, a plain one, a muted one (each may be empty), and how it looks."""

    title: str
    text: str
    detail: str
    icon: str
    tone: str
    whole: str
    spoken: str


def lesson_words(lesson: Lesson, times: LocalTime) -> LessonWords:
    """Return the words of one."""
    tone, icon = MARK_LOOKS[lesson.kind]
    title, text, detail = _parts(lesson, times)
    whole = "\n".join(part for part in (title, text, detail) if part)
    spoken = f"{_SPOKEN[lesson.kind]}: {listed(title, text, detail)}"
    return LessonWords(_short(title), _short(text), _short(detail), icon, tone, whole, spoken)


def _parts(lesson: Lesson, times: LocalTime) -> tuple[str, str, str]:
    day = times.day_text(lesson.at)
    if lesson.kind is MarkKind.INSIGHT:
        return "", lesson.text, listed(lesson.by, day)
    if lesson.kind is MarkKind.OPENING:
        return lesson.text, "", dotted(lesson.detail, listed(lesson.by, day))
    if lesson.kind is MarkKind.TERM:
        heard = f"heard from {lesson.people} people" if lesson.people > 1 else f"heard {day}"
        return lesson.text, lesson.detail, heard
    many = lesson.people > 1
    named = f"named by {lesson.people} people you talked to" if many else f"named {day}"
    return lesson.text, "", dotted(lesson.detail, named)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST else f"{line[: _MOST - 1].rstrip()}…"
