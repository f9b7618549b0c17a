"""Where the window was and what it showed, kept apart from settings. Garbage is ignored."""

import contextlib
import json
from pathlib import Path
from typing import BinaryIO

from infoview_gui.interchange.safe_write import CannotWrite, replace_file

VERSION = 1


class WindowState:
    """A small JSON file; losing it costs nothing but habits."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> dict[str, object]:
        """Return what was kept; empty when there is nothing or it makes no sense."""
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        is_ours = isinstance(values, dict) and values.get("version") == VERSION
        return values if is_ours else {}

    def save(self, values: dict[str, object]) -> None:
        """Keep these values; a full disk is no reason to hold up closing."""
        text = json.dumps({"version": VERSION, **values}, ensure_ascii=False).encode()
        with contextlib.suppress(CannotWrite):
            replace_file(self._path, lambda file: _write(file, text))


def _write(file: BinaryIO, content: bytes) -> None:
    file.write(content)
