"""Templates of letters: plain text files with a small head, those shipped and the user's own.

A file begins with lines ``name:``, ``kind:``, ``tone:`` and ``subject:``; behind an empty line
comes the letter, each paragraph on one line. ``{first name}`` is a field of the fixed list in
``letters``; ``{first name|there}`` says what to write when nothing is known; what stands between
``[[`` and ``]]`` is left out when a field in it is missing, and ``[[this||that]]`` says what stands
there instead. Knows no database and no window.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from infoview_gui.practice.letters import LetterKind

LONGEST: Final = 20_000
_HEAD: Final = ("name", "kind", "tone", "subject")
_LINE: Final = re.compile(r"\s*([^:]*?)\s*:\s*(.*?)\s*")
_BREAKS: Final = re.compile("\r\n|[\r\u2028\u2029]")
_ORDER: Final = {kind: place for place, kind in enumerate(LetterKind)}


class TemplateError(Exception):
    """A template cannot be read; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Template:
    """A letter to be filled; ``key`` tells it from the others and never changes."""

    key: str
    name: str
    kind: LetterKind
    tone: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Offered:
    """A template as it is offered: shipped as it is, shipped and changed, or the user's own.

    ``trouble`` says why the user's text of it cannot be read; the shipped one is offered then, or
    (for one of their own) an empty letter.
    """

    template: Template
    shipped: Template | None = None
    trouble: str = ""

    @property
    def changed(self) -> bool:
        """Whether it can be restored: it is shipped, and the user has another text."""
        return self.shipped is not None and (bool(self.trouble) or self.template != self.shipped)

    @property
    def own(self) -> bool:
        """Whether it was added by the user."""
        return self.shipped is None


def parse(key: str, text: str) -> Template:
    """Read a template; TemplateError says in a sentence what is wrong."""
    if len(text) > LONGEST:
        raise TemplateError(f"This is longer than {LONGEST:,} letters.")
    head, _, body = _BREAKS.sub("\n", text.lstrip("\ufeff")).partition("\n\n")
    values = _head(head)
    if not body.strip():
        raise TemplateError("There is no letter behind the first empty line.")
    name = values.get("name", "")
    if not name:
        raise TemplateError("The template needs a line “name: …”.")
    tone, subject = values.get("tone", ""), values.get("subject", "")
    return Template(key, name, _kind(values.get("kind", "")), tone, subject, body.strip("\n"))


def written(template: Template) -> str:
    """Return the text from which ``parse`` makes the same template."""
    values = (template.name, template.kind.value, template.tone, template.subject)
    head = "\n".join(f"{name}: {value}" for name, value in zip(_HEAD, values, strict=True) if value)
    return f"{head}\n\n{template.body}\n"


def load(folder: Path) -> tuple[Template, ...]:
    """Read the templates shipped, by kind and then by file name; TemplateError names the file."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        try:
            found.append(parse(path.stem, path.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError, TemplateError) as error:
            raise TemplateError(f"The template {path.name} cannot be read: {error}") from error
    return tuple(sorted(found, key=lambda one: _ORDER[one.kind]))


def offered(shipped: Iterable[Template], own: Mapping[str, str]) -> tuple[Offered, ...]:
    """Return what is to choose from; ``own`` are the user's texts by key.

    A text with the key of a shipped template takes its place; taking it out of ``own`` restores
    what was shipped. Never raises.
    """
    texts = dict(own)
    found = [_offered(one.key, texts.pop(one.key, None), one) for one in shipped]
    found += [_offered(key, text, None) for key, text in texts.items()]
    return tuple(sorted(found, key=lambda one: _ORDER[one.template.kind]))


def _offered(key: str, text: str | None, shipped: Template | None) -> Offered:
    if text is None and shipped is not None:
        return Offered(shipped, shipped)
    try:
        return Offered(parse(key, text or ""), shipped)
    except TemplateError as error:
        empty = Template(key, key, LetterKind.FIRST, "", "", "")
        return Offered(shipped or empty, shipped, str(error))


def _head(text: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for line in text.split("\n"):
        found = _LINE.fullmatch(line)
        name = "" if found is None else found[1].casefold()
        if found is None or name not in _HEAD:
            expected = ", ".join(f"{each}:" for each in _HEAD)
            raise TemplateError(f"“{line.strip()[:60]}” is none of {expected} at the start.")
        values[name] = found[2]
    return values


def _kind(word: str) -> LetterKind:
    try:
        return LetterKind(word.casefold())
    except ValueError:
        kinds = ", ".join(LetterKind)
        raise TemplateError(f"The line “kind:” must name one of {kinds}.") from None
