"""A file is replaced whole or not at all (QUALITY.md T4 to T6). Knows nothing of what is in it."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO


class CannotWrite(Exception):
    """A file could not be written; its text is one plain sentence for the user."""


def replace_file(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Write a new file and put it in the place of the old one in a single step.

    The new file has mode 0600. Raises CannotWrite, and then the old file is as it was and
    nothing is left beside it. Links and devices are refused, never followed or replaced.
    """
    try:
        _refuse_odd_target(path)
        import tempfile  # noqa: PLC0415 - a start writes nothing

        handle, temporary = tempfile.mkstemp(prefix=".infoview-", suffix=".part", dir=path.parent)
    except OSError as error:
        raise CannotWrite(_sentence(path, error)) from error
    try:
        _fill(handle, write)
        Path(temporary).replace(path)
    except OSError as error:
        _remove(temporary)
        raise CannotWrite(_sentence(path, error)) from error
    except BaseException:
        _remove(temporary)
        raise
    _sync_folder(path.parent)


def _refuse_odd_target(path: Path) -> None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISLNK(mode):
        raise CannotWrite(
            f"“{path.name}” is a link to another place; nothing was written. "
            "Choose the file itself or another name."
        )
    if stat.S_ISDIR(mode):
        raise CannotWrite(f"“{path.name}” is a folder; nothing was written. Choose a file name.")
    if not stat.S_ISREG(mode):
        raise CannotWrite(
            f"“{path.name}” is not an ordinary file; nothing was written. Choose another name."
        )


def _fill(handle: int, write: Callable[[BinaryIO], None]) -> None:
    with os.fdopen(handle, "wb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())


def _remove(temporary: str) -> None:
    with contextlib.suppress(OSError):
        Path(temporary).unlink()


def _sync_folder(folder: Path) -> None:
    # The new file is already in place; some file systems cannot sync a folder and that is no loss.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sentence(path: Path, error: OSError) -> str:
    why = error.strerror or str(error) or "the system gave no reason"
    return f"“{path.name}” could not be written ({why.lower()}); what was there is unchanged."
