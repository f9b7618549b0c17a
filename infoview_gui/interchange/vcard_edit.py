"""Changing single lines of a card and leaving all others as they are.

Knows which line says what; not what a file or a whole card text looks like.
"""

from __future__ import annotations

from collections.abc import Sequence

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.interchange.content_lines import ContentLine
from infoview_gui.interchange.vcard_convert import as_version_3, made, quoted
from infoview_gui.interchange.vcard_new import escaped_point
from infoview_gui.interchange.vcard_parts import POINTS, Parts, points_of
from infoview_gui.interchange.vcard_values import escape, split_parts, types_for

_PARAMS_OF = {"TZ": "VALUE=text"}  # without it 3.0 expects an offset


class Draft:
    """The lines of a card under change. Changed lines are already of version 3.0."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._lines: list[ContentLine | None] = list(self._parts.lines)
        self._added: list[ContentLine] = []
        self._groups = {line.group.lower() for line in self._parts.lines if line.group}

    def finished(self) -> list[ContentLine]:
        """Return the lines, the added ones last."""
        return [line for line in self._lines if line is not None] + self._added

    def set_text(self, name: str, text: str) -> None:
        """Say one text in the line that said it before; other lines of that name stay."""
        self._set_value(name, escape(text) if text else "")

    def set_only_text(self, name: str, text: str) -> None:
        """Say one text that was read from all lines of that name: one line is left."""
        self._set_value(name, escape(text) if text else "", alone=True)

    def set_list(self, name: str, texts: Sequence[str]) -> None:
        """Say a list of texts in one line."""
        self._set_value(name, ",".join(map(escape, texts)), alone=True)

    def set_parts(self, name: str, texts: Sequence[str | None], length: int) -> None:
        """Change the first parts of a structured value; those that are None and the rest stay."""
        position = self._speaking(name)
        parts = [] if position is None else split_parts(self._modern(position).value)
        parts += [""] * (length - len(parts))
        for at, text in enumerate(texts):
            if text is not None:
                parts[at] = escape(text)
        self._set_value(name, ";".join(parts) if any(parts) else "")

    def set_role(self, role: str) -> None:
        """Say the role where the card says it: in TITLE, or in ROLE if there is no title."""
        title, function = self._said("TITLE"), self._said("ROLE")
        if not role:
            self._set_value("TITLE", "")
            self._set_value("ROLE", "")
        else:
            self.set_text("ROLE" if function and not title else "TITLE", role)

    def set_points(self, field_name: str, name: str, points: Sequence[ContactPoint]) -> None:
        """Say these addresses in this order; a line whose address is unchanged is kept."""
        old = points_of(self._parts, field_name)
        positions = [position for position, _ in old]
        sources = _paired(old, points)
        taken = [source for source in sources if source is not None]
        for position in set(positions) - set(taken):
            self._drop_label(position)
        lines = [
            self._point_line(name, point, source, dict(old))
            for point, source in zip(points, sources, strict=True)
        ]
        for place, position in enumerate(positions):
            self._lines[position] = lines[place] if place < len(lines) else None
        self._added += lines[len(positions) :]

    def _positions(self, name: str) -> list[int]:
        return self._parts.where.get(name, [])

    def _said(self, name: str) -> bool:
        return any(self._parts.lines[position].value.strip() for position in self._positions(name))

    def _modern(self, position: int) -> ContentLine:
        return as_version_3(self._parts.lines[position], self._parts.version)

    def _speaking(self, name: str) -> int | None:
        """Return the position of the line that the reader takes: the first that says something."""
        positions = self._positions(name)
        lines = self._parts.lines
        said = (at for at in positions if lines[at].value.replace(";", "").strip())
        return next(said, positions[0] if positions else None)

    def _set_value(self, name: str, value: str, *, alone: bool = False) -> None:
        position = self._speaking(name)
        if alone or not value:
            for at in self._positions(name):
                self._lines[at] = None
        if not value:
            return
        params = _PARAMS_OF.get(name, "")
        if position is None:
            self._added.append(made(name, value, params))
            return
        line = self._modern(position)
        self._lines[position] = line._replace(value=value, params=params or line.params, source="")

    def _point_line(
        self,
        name: str,
        point: ContactPoint,
        source: int | None,
        old: dict[int, ContactPoint],
    ) -> ContentLine:
        if source is not None and old[source] == point:
            return self._parts.lines[source]
        if source is None:
            group, params = self._described(point, "", [])
            return made(name, escaped_point(name, point.value), params, group)
        line, before = self._modern(source), old[source]
        value = line.value
        if before.value != point.value:
            value = escaped_point(line.key, point.value)
        if (before.label, before.preferred) == (point.label, point.preferred):
            return line._replace(value=value, source="")
        if before.label == point.label:
            params = _with_preference(line, preferred=point.preferred)
            return line._replace(value=value, params=params, source="")
        self._drop_label(source)
        kept = [
            f"{key}={','.join(map(quoted, values))}"
            for key, values in line.parameters()
            if key not in ("TYPE", "PREF")
        ]
        silent = [value for value in _types(line) if value.lower() in ("internet", "voice")]
        # A label line speaks of its whole group: in a shared one it would say too much.
        own = "" if self._is_shared(line.group) else line.group
        group, params = self._described(point, own, kept, silent)
        return line._replace(group=group, value=value, params=params, source="")

    def _described(
        self, point: ContactPoint, group: str, kept: list[str], silent: Sequence[str] = ()
    ) -> tuple[str, str]:
        """Return group and parameters that say label and preference; adds a label line."""
        types = types_for(point.label)
        if types is None:
            group = group or self._free_group()
            self._added.append(made("X-ABLabel", escape(point.label), group=group))
        words = [*silent, *(types or ()), *(["pref"] if point.preferred else [])]
        return group, ";".join([*kept, *([f"TYPE={','.join(words)}"] if words else [])])

    def _free_group(self) -> str:
        number = 1
        while f"item{number}" in self._groups:
            number += 1
        self._groups.add(f"item{number}")
        return f"item{number}"

    def _is_shared(self, group: str) -> bool:
        group = group.lower()
        lines = self._parts.lines
        users = [line for line in lines if line.group.lower() == group and line.key in POINTS]
        return len(users) > 1

    def _drop_label(self, position: int) -> None:
        group = self._parts.lines[position].group.lower()
        if not group or self._is_shared(group):
            return
        for at in self._positions("X-ABLABEL"):
            if self._parts.lines[at].group.lower() == group:
                self._lines[at] = None


def _types(line: ContentLine) -> list[str]:
    return [value for key, values in line.parameters() if key == "TYPE" for value in values]


def _with_preference(line: ContentLine, *, preferred: bool) -> str:
    parts: list[str] = []
    for key, values in line.parameters():
        kept = [value for value in values if key != "TYPE" or value.lower() != "pref"]
        if kept and key != "PREF":
            parts.append(f"{key}={','.join(map(quoted, kept))}")
    return ";".join([*parts, "TYPE=pref"] if preferred else parts)


def _paired(
    old: Sequence[tuple[int, ContactPoint]], points: Sequence[ContactPoint]
) -> list[int | None]:
    """Find for each address the old line it continues: the same, the same value, or what is left.

    What is left is paired in order, so that a corrected address keeps its line's parameters.
    """
    free = dict(old)
    sources: list[int | None] = [None] * len(points)
    for same in (_equal, _same_value):
        for place, point in enumerate(points):
            if sources[place] is None:
                found = next((at for at, one in free.items() if same(one, point)), None)
                if found is not None:
                    sources[place] = found
                    del free[found]
    for place in range(len(points)):
        if sources[place] is None and free and len(points) <= len(old):
            sources[place] = next(iter(free))
            del free[next(iter(free))]
    return sources


def _equal(one: ContactPoint, other: ContactPoint) -> bool:
    return one == other


def _same_value(one: ContactPoint, other: ContactPoint) -> bool:
    return one.value == other.value
