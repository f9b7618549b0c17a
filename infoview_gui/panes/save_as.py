"""Asks where a file goes and writes it, whole or not at all. Knows nothing of what is in it."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from infoview_gui.interchange.safe_write import CannotWrite, replace_file
from infoview_gui.widgets.file_dialog import FileDialog

FILTERS = {
    ".pdf": "PDF (*.pdf)",
    ".md": "Markdown (*.md)",
    ".ics": "Calendar (*.ics)",
    ".eml": "E-mail (*.eml)",
}
_LONGEST = 60
_NO_LETTER = re.compile(r"[\W_]+")


def file_name(kind: str, title: str, day: date | None, ending: str) -> str:
    """Return "prep-Amara-Okafor-2026-11-24.pdf": letters and digits with dashes between them."""
    words = _NO_LETTER.sub("-", f"{kind}-{title}")[:_LONGEST].strip("-")
    return f"{words}{'' if day is None else f'-{day.isoformat()}'}{ending}"


class SaveAs(QObject):
    """One question where to; the file dialog asks before it overwrites."""

    saved = Signal(object)
    """The path of the file that was written."""
    failed = Signal(str)
    """One plain sentence: what happened and what is safe."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._make: Callable[[str], bytes] = lambda _ending: b""
        self._endings: Sequence[str] = ()

    def ask(
        self, title: str, name: str, endings: Sequence[str], make: Callable[[str], bytes]
    ) -> None:
        """Ask for a place; ``make`` is handed the ending that was chosen and gives the content.

        ``make`` may raise CannotWrite: nothing is written then.
        """
        self._make, self._endings = make, endings
        dialog = FileDialog(self._window, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([FILTERS[ending] for ending in endings])
        dialog.setDefaultSuffix(endings[0].removeprefix("."))
        dialog.filterSelected.connect(self._on_filter)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        documents = QStandardPaths.writableLocation(place)
        known = documents and Path(documents).is_dir()
        dialog.setDirectory(documents if known else str(Path.home()))
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_filter(self, chosen: str) -> None:
        dialog = self.sender()
        ending = next((end for end, words in FILTERS.items() if words == chosen), "")
        if isinstance(dialog, QFileDialog) and ending:
            dialog.setDefaultSuffix(ending.removeprefix("."))
            # The name that is proposed must not keep the ending of the other type.
            now = Path(next(iter(dialog.selectedFiles()), ""))
            if now.suffix in FILTERS:
                dialog.selectFile(now.with_suffix(ending).name)

    def _on_file(self, name: str) -> None:
        path = Path(name)
        ending = path.suffix.lower()
        try:
            content = self._make(ending if ending in self._endings else self._endings[0])
            replace_file(path, lambda file: _put(file, content))
        except CannotWrite as error:
            self.failed.emit(str(error))
            return
        self.saved.emit(path)


def _put(file: BinaryIO, content: bytes) -> None:
    file.write(content)
