"""Says whether an Infoview has the data folder open. Guards restoring, not writing."""

import contextlib
import os
import sys
from pathlib import Path

from infoview_gui.store.errors import InUse

_NAME = "infoview.lock"


class Lock:
    """A lock on a file beside the database; windows share it, restoring wants it alone."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME
        self._descriptor: int | None = None

    def share(self) -> None:
        """Say that the database is open here; raises InUse while it is being replaced."""
        self._take(alone=False)

    def alone(self) -> None:
        """Make sure that nobody else has the database open; raises InUse."""
        self._take(alone=True)

    def release(self) -> None:
        """Give the lock back."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _take(self, *, alone: bool) -> None:
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(descriptor, alone=alone)
        except BlockingIOError as error:
            os.close(descriptor)
            message = (
                "An Infoview window has these data open. Nothing was changed; close it and try "
                "again."
                if alone
                else "These data are being restored at this moment. Try again when that is done."
            )
            raise InUse(message) from error
        self._descriptor = descriptor


def _lock(descriptor: int, *, alone: bool) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only there

        with contextlib.suppress(OSError) if not alone else contextlib.nullcontext():
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        return
    import fcntl  # noqa: PLC0415 - only there

    kind = fcntl.LOCK_EX if alone else fcntl.LOCK_SH
    fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
