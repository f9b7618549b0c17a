"""Choosing a backup to restore: each is opened, checked and counted before it may be chosen.

The slow half of restoring happens here, beside the open window; who opened the dialog does the
rest. What was being prepared when the dialog is closed leaves no trace.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.panes.dialogs.background import Background, Stop
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services import restoring
from infoview_gui.services.restoring import Backup, Prepared
from infoview_gui.store import backups
from infoview_gui.store.backups import Counts
from infoview_gui.store.errors import StoreError
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.file_dialog import FileDialog
from infoview_gui.widgets.labels import label, set_tone, wrapped_label

_COLUMNS = ("Made", "People", "Conversations", "Pages of notes", "File")
_LOW, _HIGH = 240, 460
_NUMBERS = (1, 2, 3)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_COUNTING = "…"
_BAD = "damaged"
_WORDS = (
    "Everything in Infoview becomes as it was in the backup. What you have now is backed up first, "
    "so that you can come back to it."
)
_NONE = (
    "There is no backup yet. Infoview makes one on every day on which it is used; you can also "
    "choose a file that you made yourself."
)


class RestoreDialog(QDialog):
    """Window-modal; Enter restores the chosen backup, Esc closes."""

    prepared = Signal(object)
    """A Prepared that waits to be put in place."""

    def __init__(
        self,
        theme: Theme,
        store: Store,
        times: LocalTime,
        folder: Path,
        save_typed: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._times = times
        self._folder = folder
        self._save_typed = save_typed
        self._backups: list[Backup] = []
        self._counts: dict[Path, Counts | None] = {}
        self._counter = Background(store, self)
        self._worker = Background(store, self)
        self.setWindowTitle("Restore a backup")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._build(theme)
        self._connect()
        self._show(restoring.found(folder))

    # -- building

    def _build(self, theme: Theme) -> None:
        self._table = self._make_table()
        self._trouble = wrapped_label("", "small")
        self._trouble.hide()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Restoring")
        self._bar.hide()
        self._file = push_button(theme, "&Choose a file…", icon="folder-open")
        self._cancel = push_button(theme, "Cancel")
        self._restore = push_button(theme, "&Restore", icon="rotate-ccw", kind="primary")
        self._empty = wrapped_label(_NONE, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(8)
        column.addWidget(label("Restore a backup", "h1"))
        column.addWidget(wrapped_label(_WORDS))
        column.addSpacing(6)
        column.addWidget(self._table, 1)
        column.addWidget(self._empty, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._trouble)
        column.addWidget(self._bar)
        column.addLayout(self._foot())
        self.resize(760, _LOW)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, len(_COLUMNS), self)
        table.setProperty("kind", "box")
        table.setAccessibleName("Backups")
        table.setHorizontalHeaderLabels(_COLUMNS)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in _NUMBERS:
            if (title := table.horizontalHeaderItem(column)) is not None:
                title.setTextAlignment(_RIGHT)
        header.setSectionResizeMode(len(_COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate((190, 70, 118, 124)):
            table.setColumnWidth(column, width)
        return table

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._file)
        row.addStretch()
        for button in (self._cancel, self._restore):
            button.setAutoDefault(True)
            row.addWidget(button)
        self._restore.setDefault(True)
        return row

    def _connect(self) -> None:
        self._file.clicked.connect(self._on_choose_file)
        self._cancel.clicked.connect(self.reject)
        self._restore.clicked.connect(self._on_restore)
        self._table.itemSelectionChanged.connect(self._enable)
        self._table.itemDoubleClicked.connect(self._on_restore)
        self._counter.finished.connect(self._on_counted)
        self._worker.finished.connect(self._on_prepared)
        self._worker.failed.connect(self._on_failed)

    # -- the list

    def _show(self, found: list[Backup]) -> None:
        self._backups = found
        self._table.setRowCount(len(found))
        for row, backup in enumerate(found):
            made = f"{self._times.date_text(backup.at)} {self._times.time_text(backup.at)}"
            self._set_row(row, (made, _COUNTING, _COUNTING, _COUNTING, backup.path.name))
        self._table.setVisible(bool(found))
        self._empty.setVisible(not found)
        if found:
            self.resize(self.width(), max(self.height(), _HIGH))
            self._table.setCurrentCell(0, 0)
            self._table.setFocus()
        else:
            self._file.setFocus()
        self._enable()
        self._count_next()

    def _set_row(self, row: int, texts: tuple[str, ...]) -> None:
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            if column in _NUMBERS:
                item.setTextAlignment(_RIGHT)
            self._table.setItem(row, column, item)

    def _set_numbers(self, row: int, texts: tuple[str, str, str]) -> None:
        for column, text in enumerate(texts, 1):
            if (item := self._table.item(row, column)) is not None:
                item.setText(text)

    def _count_next(self) -> None:
        """Check and count one file after the other, newest first."""
        path = next((one.path for one in self._backups if one.path not in self._counts), None)
        if path is None:
            return

        def count(_stop: Stop) -> tuple[Path, Counts | None]:
            try:
                return path, restoring.proven(path)
            except StoreError:
                return path, None

        self._counter.run(count)

    def _on_counted(self, result: tuple[Path, Counts | None]) -> None:
        path, counts = result
        self._counts[path] = counts
        row = next((n for n, one in enumerate(self._backups) if one.path == path), None)
        if row is not None:
            self._set_numbers(row, ("", _BAD, "") if counts is None else _numbers(counts))
        self._enable()
        self._count_next()

    def _chosen(self) -> Path | None:
        """Return the chosen backup when it was found good."""
        row = self._table.currentRow()
        if not 0 <= row < len(self._backups):
            return None
        path = self._backups[row].path
        return path if self._counts.get(path) is not None else None

    def _enable(self) -> None:
        self._restore.setEnabled(self._chosen() is not None and not self._worker.runs)

    # -- restoring

    def _on_choose_file(self) -> None:
        dialog = FileDialog(self, "Restore a backup", str(self._folder.parent))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("Backups of Infoview (*.db);;All files (*)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, name: str) -> None:
        """Show a file as the first row, chosen; it is restored when the user says so."""
        path = Path(name)
        try:
            chosen = Backup(path, path.stat().st_mtime_ns // 1_000_000)
        except OSError as error:
            self._say(f"{path.name} cannot be read ({error.strerror}). Nothing was changed.")
            return
        self._counts.pop(path, None)
        self._show([chosen, *(one for one in self._backups if one.path != path)])
        for known in self._backups:
            self._show_known(known.path)
        index = self._table.model().index(0, 0)
        self._table.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    def _show_known(self, path: Path) -> None:
        counts = self._counts.get(path)
        if counts is not None:
            row = next(n for n, one in enumerate(self._backups) if one.path == path)
            self._set_numbers(row, _numbers(counts))

    def _on_restore(self) -> None:
        source = self._chosen()
        if source is None or self._worker.runs:
            return
        self._save_typed()
        store, folder = self._store, self._folder

        def keep(target: Path) -> None:
            backups.back_up(store.connection(), target)

        def prepare(stop: Stop) -> Prepared:
            made = restoring.prepare(store.path, folder, source, keep)
            if stop():
                restoring.discard(made)
            return made

        self._show_working(True)
        self._worker.run(prepare)

    def _show_working(self, working: bool) -> None:
        self._bar.setVisible(working)
        self._trouble.setVisible(False)
        self._table.setEnabled(not working)
        self._file.setEnabled(not working)
        self._enable()
        if working:
            self._restore.setEnabled(False)

    def _on_prepared(self, made: Prepared) -> None:
        self.accept()
        self.prepared.emit(made)

    def _on_failed(self, error: Exception) -> None:
        self._show_working(False)
        if not isinstance(error, StoreError):
            raise error
        self._say(str(error))
        self._table.setFocus()

    def _say(self, text: str) -> None:
        self._trouble.setText(text)
        set_tone(self._trouble, "red")
        self._trouble.show()

    def done(self, result: int) -> None:
        """Close; nothing is counted or prepared any more."""
        self._counter.cancel()
        if result != QDialog.DialogCode.Accepted:
            self._worker.cancel()
        super().done(result)


def _numbers(counts: Counts) -> tuple[str, str, str]:
    return f"{counts.people:,}", f"{counts.conversations:,}", f"{counts.notes:,}"
