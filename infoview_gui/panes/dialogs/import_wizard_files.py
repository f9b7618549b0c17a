"""The file dialogs of an import: which files to read, where to save the report. Reads none."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from infoview_gui.services.calendar_files import is_calendar
from infoview_gui.widgets.file_dialog import FileDialog

_ENDINGS = "*.csv *.vcf *.vcard *.xlsx *.ldif *.zip *.tsv *.txt *.ics"
_FILTER = f"People ({_ENDINGS});;All files (*)"
_FOLDER = "import_folder"


class ImportFiles(QObject):
    """Asks over the wizard, or over its window while the wizard is not shown."""

    chosen = Signal(object)
    """The files (list of Path)."""
    calendars_chosen = Signal(object)
    """Files (list of Path) that are calendars: not people, and not for the wizard."""
    none_chosen = Signal()
    report_named = Signal(object)

    def __init__(self, wizard: QWidget) -> None:
        super().__init__(wizard)
        self._wizard = wizard

    def choose(self) -> None:
        """Ask for files."""
        over = self._wizard if self._wizard.isVisible() else self._wizard.parentWidget()
        dialog = FileDialog(over, "Import people")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(_FILTER)
        dialog.setDirectory(self._folder())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_files)
        dialog.rejected.connect(self.none_chosen)
        dialog.open()

    def name_report(self) -> None:
        """Ask where to save the report."""
        dialog = FileDialog(self._wizard, "Save report")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Text (*.txt)")
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("infoview-import-report.txt")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_report)
        dialog.open()

    def _on_files(self, names: Sequence[str]) -> None:
        self._keeper().setProperty(_FOLDER, str(Path(names[0]).parent))
        paths = [Path(name) for name in names]
        calendars = [path for path in paths if is_calendar(path)]
        if calendars:
            self.calendars_chosen.emit(calendars)
        if people := [path for path in paths if path not in calendars]:
            self.chosen.emit(people)
        else:
            self.none_chosen.emit()

    def _on_report(self, name: str) -> None:
        self.report_named.emit(Path(name))

    def _folder(self) -> str:
        """Return where the last files were, in this run."""
        kept = self._keeper().property(_FOLDER)
        return kept if isinstance(kept, str) and Path(kept).is_dir() else _downloads()

    def _keeper(self) -> QWidget:
        """Return the window, which outlives each wizard."""
        return self._wizard.parentWidget() or self._wizard


def _downloads() -> str:
    """Return where exports of other programs usually land."""
    places = QStandardPaths.StandardLocation
    found = QStandardPaths.writableLocation(places.DownloadLocation)
    return found if found and Path(found).is_dir() else str(Path.home())
