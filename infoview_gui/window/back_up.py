"""*Back up now*: asks for a file, copies the database beside the window, proves the copy."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from infoview_gui.panes.dialogs.background import Background, Stop
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.store import backups
from infoview_gui.store.errors import StoreError
from infoview_gui.store.store import Store
from infoview_gui.widgets.file_dialog import FileDialog
from infoview_gui.window.messages import show_failure


class BackUp(QObject):
    """One backup at a time to a file the user chooses."""

    said = Signal(str)

    def __init__(self, store: Store, times: LocalTime, window: QWidget) -> None:
        super().__init__(window)
        self._store = store
        self._times = times
        self._window = window
        self._folder = ""
        self._target = Path()
        self._work = Background(store, self)
        self._work.finished.connect(self._on_finished)
        self._work.failed.connect(self._on_failed)

    def ask(self) -> None:
        """Ask where to; the file dialog asks before it overwrites."""
        dialog = FileDialog(self._window, "Back up now")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Backups of Infoview (*.db)")
        dialog.setDefaultSuffix("db")
        dialog.setDirectory(self._start_folder())
        dialog.selectFile(f"infoview-backup-{self._times.today().isoformat()}.db")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.to_file)
        dialog.open()

    def to_file(self, name: str) -> None:
        """Write the backup; the file appears only when it is proven good."""
        target = Path(name)
        if self._is_ours(target):
            self.said.emit("The backup cannot be written over the data themselves. Choose another.")
            return
        self._target, self._folder = target, str(target.parent)
        store = self._store

        def write(_stop: Stop) -> object:
            return backups.back_up(store.connection(), target)

        self.said.emit(f"Backing up to {target.name}…")
        self._work.run(write)

    def _is_ours(self, target: Path) -> bool:
        database = self._store.path
        own = {database.with_name(f"{database.name}{end}") for end in ("", "-wal", "-shm")}
        return target.resolve() in {path.resolve() for path in own}

    def _start_folder(self) -> str:
        if self._folder and Path(self._folder).is_dir():
            return self._folder
        place = QStandardPaths.StandardLocation.DocumentsLocation
        documents = QStandardPaths.writableLocation(place)
        return documents if documents and Path(documents).is_dir() else str(Path.home())

    def _on_finished(self, counts: object) -> None:
        self.said.emit(f"Backed up and checked: {counts}, in {self._target}.")

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, StoreError):
            raise error
        show_failure(self._window, error)
