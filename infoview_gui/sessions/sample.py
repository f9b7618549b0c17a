"""Where the sample data lie and when they are made: for today, in a database of their own."""

import contextlib
import shutil
from datetime import date

from infoview_gui.paths import Paths
from infoview_gui.services.bundle import make_services
from infoview_gui.services.opening import open_store
from infoview_gui.sessions.session import Location
from infoview_gui.store.errors import CannotOpen
from infoview_gui.store.lock import Lock

_FOLDER = "sample"
_MARK = "made-on"


class SampleData:
    """The folder of the sample data, locked while they are open."""

    def __init__(self, paths: Paths) -> None:
        self._folder = folder = paths.data / _FOLDER
        self.location = Location(
            database=folder / "infoview.db",
            state=folder / "window.json",
            backups=lambda: folder / "backups",
            sample=True,
        )
        self._lock: Lock | None = None

    def make(self, today: date, zone: str) -> None:
        """Lock the folder, and fill the database anew where it is not of today.

        Raises StoreError. Nothing else may be open: the models are bound to one database.
        """
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._lock is None:
                lock = Lock(self._folder)
                lock.take()
                self._lock = lock
            if self._made_on() != today.isoformat():
                self._fill(today, zone)
        except OSError as error:
            self.release()
            message = (
                f"The sample data could not be made ({error.strerror}). Your own data are as "
                "before; make room and try again."
            )
            raise CannotOpen(message) from error
        except BaseException:
            self.release()
            raise

    def forget(self) -> None:
        """Let the next ``make`` begin anew."""
        with contextlib.suppress(OSError):
            (self._folder / _MARK).unlink(missing_ok=True)

    def release(self) -> None:
        """Let others have the folder."""
        if self._lock is not None:
            self._lock.release()
        self._lock = None

    def _made_on(self) -> str:
        if not self.location.database.is_file():
            return ""
        try:
            return (self._folder / _MARK).read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            return ""

    def _fill(self, today: date, zone: str) -> None:
        from infoview_gui.services.sample import fill  # noqa: PLC0415 - rarely wanted

        mark, database = self._folder / _MARK, self.location.database
        mark.unlink(missing_ok=True)
        for end in ("", "-wal", "-shm"):
            database.with_name(f"{database.name}{end}").unlink(missing_ok=True)
        self.location.state.unlink(missing_ok=True)  # it names people of the former sample
        with contextlib.suppress(OSError):
            shutil.rmtree(self._folder / "backups")
        store = open_store(database, self.location.backups())
        try:
            fill(make_services(store), today, zone)
        finally:
            store.close()  # and with it the steps of undo: the sample is where it begins
        mark.write_text(today.isoformat(), encoding="utf-8")
