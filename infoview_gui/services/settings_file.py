"""Keeps the settings in one TOML file: read at a start, written whole or not at all.

Only what differs from the defaults is in the file. What this program does not know, from a newer
version or by hand, stays; comments do not. Knows no window.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from infoview_gui.interchange.safe_write import CannotWrite, replace_file
from infoview_gui.settings import Settings, read, written

FILE_NAME = "settings.toml"
_HEAD = "# What is set in Infoview: menu Edit, Settings. Comments are not kept.\n\n"
_LARGEST = 1_000_000
"""Bytes; nobody's settings are as large."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read; ``wrong`` holds a sentence by key, ``damaged`` one for the whole file."""

    settings: Settings
    wrong: dict[str, str]
    damaged: str = ""


class SettingsFile:
    """One file. Reading it changes nothing on the disk."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Loaded:
        """Return what is set; what cannot be read is as by default. Never raises."""
        try:
            return Loaded(*read(self._values()))
        except _Damaged as error:
            return Loaded(Settings(), {}, str(error))

    def save(self, settings: Settings, names: Iterable[str]) -> None:
        """Write the settings of these names, leaving the rest of the file as it is.

        A damaged file is set aside first. Raises CannotWrite; the old file is unchanged then.
        """
        try:
            values = self._values()
        except _Damaged:
            self._moved()
            values = {}
        for name in names:
            value = written(settings, name)
            values.pop(name, None)
            if value is not None:
                values[name] = value
        self._write(values)

    def set_aside(self) -> Path | None:
        """Give a damaged file a name of its own, never that of another, and return it.

        None where there is nothing damaged any more. Raises CannotWrite.
        """
        try:
            self._values()
        except _Damaged:
            return self._moved()
        return None

    def _moved(self) -> Path:
        for number in range(1, 1000):
            end = "bad" if number == 1 else f"bad-{number}"
            target = self._path.with_name(f"{self._path.name}.{end}")
            try:
                # Linking refuses an existing name; a rename would write over it.
                target.hardlink_to(self._path)
            except FileExistsError:
                continue
            except OSError:
                if target.exists():
                    continue
                return self._renamed(target)
            self._path.unlink(missing_ok=True)
            return target
        message = f"“{self._path.name}” is damaged and could not be set aside."
        raise CannotWrite(message)

    def _renamed(self, target: Path) -> Path:
        """For folders and for disks without links."""
        try:
            self._path.rename(target)
        except OSError as error:
            why = (error.strerror or "the system gave no reason").lower()
            message = f"“{self._path.name}” is damaged and could not be set aside ({why})."
            raise CannotWrite(message) from error
        return target

    def _values(self) -> dict[str, Any]:
        try:
            with self._path.open("rb") as file:
                content = file.read(_LARGEST + 1)
        except FileNotFoundError:
            return {}
        except OSError as error:
            why = (error.strerror or "the system gave no reason").lower()
            raise _Damaged(f"The file cannot be opened ({why}).") from error
        if len(content) > _LARGEST:
            raise _Damaged("The file is much too large.")
        return _parsed(content)

    def _write(self, values: dict[str, Any]) -> None:
        from infoview_gui.interchange.toml_write import (  # noqa: PLC0415 - not for a start
            toml_text,
        )

        content = (_HEAD + toml_text(values)).encode("utf-8")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            message = f"“{self._path.name}” could not be written ({error.strerror})."
            raise CannotWrite(message) from error
        replace_file(self._path, lambda file: _put(file, content))


class _Damaged(Exception):
    """The file cannot be understood; its text is a sentence."""


def _parsed(content: bytes) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - only where there is a file

    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _Damaged("The file is damaged.") from error


def _put(file: BinaryIO, content: bytes) -> None:
    file.write(content)
