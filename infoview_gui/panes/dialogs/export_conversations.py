"""The calendar to a file: what of it, and with or without what is private.

The file dialog asks before overwriting; the file is replaced whole or not at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.interchange.safe_write import CannotWrite
from infoview_gui.panes.dialogs.background import Background, Stop
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import counted
from infoview_gui.services.bundle import Services
from infoview_gui.services.export_conversations import Written
from infoview_gui.store.errors import StoreError
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.file_dialog import FileDialog
from infoview_gui.widgets.labels import label, set_tone, wrapped_label
from infoview_gui.widgets.mirror import mirrored_margins

_PRESETS = (
    ("everything", "Everything", "Your notes and what you want from the talk go with it."),
    (
        "shareable",
        "Shareable",
        "Who, when and where. Notes and goals stay here; your own appointments are just “Busy”.",
    ),
)


@dataclass(frozen=True, slots=True)
class Offered:
    """Which conversations an export may be about; ``one`` has its words.

    Appointments and events go with all of them, or with those that are shown.
    """

    every: Sequence[int]
    shown: Sequence[int] = ()
    one: int | None = None
    one_words: str = ""
    every_engagement: Sequence[int] = ()
    shown_engagements: Sequence[int] = ()


class ExportConversationsDialog(QDialog):
    """Window-modal; Enter chooses the file, Esc closes."""

    said = Signal(str)

    def __init__(
        self, theme: Theme, services: Services, times: LocalTime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._times = services, times
        self._ids: dict[QRadioButton, tuple[Sequence[int], Sequence[int]]] = {}
        self._path = Path()
        self._writer = Background(services.store, self)
        self.setWindowTitle("Export conversations")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._build(theme)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.reject)
        self._writer.finished.connect(self._on_written)
        self._writer.failed.connect(self._on_failed)

    def open_for(self, offered: Offered) -> None:
        """Offer these; the narrowest choice is made already."""
        one = [] if offered.one is None else [offered.one]
        self._offer(self.one, one, (), offered.one_words)
        shown, beside = offered.shown, offered.shown_engagements
        self._offer(self.shown, shown, beside, f"The {_counted(shown, beside)} shown")
        every, beside = offered.every, offered.every_engagement
        self._offer(self.every, every, beside, f"All {_counted(every, beside)}")
        something = (button for button, ids in self._ids.items() if any(ids))
        next(something, self.every).setChecked(True)
        self.save.setEnabled(bool(every or beside))
        self._say("" if every or beside else "There is no conversation to export yet.")
        self.open()

    def _offer(
        self, button: QRadioButton, ids: Sequence[int], beside: Sequence[int], words: str
    ) -> None:
        self._ids[button] = ids, beside
        button.setText(words.replace("&", "&&"))
        button.setAccessibleName(words)
        button.setVisible(bool(ids or beside) or button is self.every)

    # -- building

    def _build(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(8)
        column.addWidget(label("Export conversations", "h1"))
        column.addWidget(label("Which", "h3"))
        which = QButtonGroup(self)
        self.one, self.shown, self.every = (self._radio(which, column) for _ in range(3))
        column.addSpacing(6)
        column.addWidget(label("What", "h3"))
        what = QButtonGroup(self)
        self.presets: dict[str, QRadioButton] = {}
        for preset, words, about in _PRESETS:
            button = self.presets[preset] = self._radio(what, column, words)
            button.setAccessibleDescription(about)
            column.addWidget(_beneath(about))
        self.presets["everything"].setChecked(True)
        self._trouble = wrapped_label("", "small")
        column.addWidget(self._trouble)
        self.cancel = push_button(theme, "Cancel")
        self.save = push_button(theme, "Save as…", icon="download", kind="primary")
        column.addLayout(self._foot())
        self.save.setDefault(True)  # only now is it in the dialog, which must know of it
        self.setMinimumWidth(440)

    def _radio(self, group: QButtonGroup, column: QVBoxLayout, words: str = "") -> QRadioButton:
        button = QRadioButton(words)
        button.setAccessibleName(words)
        group.addButton(button)
        column.addWidget(button)
        return button

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch()
        for button in (self.cancel, self.save):
            button.setAutoDefault(True)
            row.addWidget(button)
        return row

    # -- writing

    def _on_save(self) -> None:
        dialog = FileDialog(self, "Export conversations")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Calendar (*.ics)")
        dialog.setDefaultSuffix("ics")
        place = QStandardPaths.StandardLocation.DocumentsLocation
        documents = QStandardPaths.writableLocation(place)
        known = documents and Path(documents).is_dir()
        dialog.setDirectory(documents if known else str(Path.home()))
        dialog.selectFile(f"infoview-conversations-{self._times.today().isoformat()}.ics")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.write_to)
        dialog.open()

    def write_to(self, name: str) -> None:
        """Write what is chosen to a file and close; trouble is said here."""
        self._path = path = Path(name)
        chosen = (ids for button, ids in self._ids.items() if button.isChecked())
        ids, beside = next(chosen)
        preset = next(key for key, button in self.presets.items() if button.isChecked())
        export, zone = self._services.conversation_export, self._times.zone_name

        def write(_stop: Stop) -> Written:
            return export.write(path, ids, zone, preset, beside)

        self.save.setEnabled(False)
        self._say(f"Writing {path.name}…")
        self._writer.run(write)

    def _on_written(self, written: Written) -> None:
        what = _said(written.count, written.engagements)
        left = f" {written.undated} without a time left out." if written.undated else ""
        self.said.emit(f"Exported {what} to {self._path}.{left}")
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        if not isinstance(error, (CannotWrite, StoreError)):
            raise error
        self._say(str(error), trouble=True)
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, text: str, *, trouble: bool = False) -> None:
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))
        set_tone(self._trouble, "red" if trouble else "")


def _counted(talks: Sequence[int], beside: Sequence[int]) -> str:
    return _said(len(talks), len(beside))


def _said(talks: int, beside: int) -> str:
    """Return "3 conversations", and what is in the calendar beside them."""
    words = counted(talks, "conversation", "conversations")
    more = counted(beside, "appointment or event", "appointments and events")
    return f"{words} and {more}" if talks and beside else more if beside else words


def _beneath(text: str) -> QWidget:
    words = wrapped_label(text, "small")
    words.setContentsMargins(mirrored_margins(words, 26, 0, 0, 2))
    return words
