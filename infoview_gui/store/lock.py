"""Says whether a window has the data folder open. Guards restoring and second windows."""

import os
import sys
from pathlib import Path

from infoview_gui.store.errors import InUse

_NAME = "infoview.lock"


class Lock:
    """A lock on a file beside the database: held by the window, or while a backup is restored.

    The command line reads and writes without it; SQLite sees to that.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME
        self._descriptor: int | None = None

    def take(self) -> None:
        """Make sure that nobody else holds the lock; raises InUse."""
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            message = (
                "An Infoview window has these data open, or they are being restored. "
                "Nothing was changed; close it and try again."
            )
            raise InUse(message) from error
        self._descriptor = descriptor

    def release(self) -> None:
        """Give the lock back."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only there

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        return
    import fcntl  # noqa: PLC0415 - only there

    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
