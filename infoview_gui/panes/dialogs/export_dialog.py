"""People to a file: who, in which format, with or without what is private.

The file dialog asks before overwriting; the file is replaced whole or not at all.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.interchange.people_table import COLUMNS
from infoview_gui.interchange.safe_write import CannotWrite
from infoview_gui.panes.dialogs.background import Background, Stop
from infoview_gui.panes.dialogs.export_dialog_choices import (
    COLUMN_WORDS,
    FORMATS,
    FORMS,
    PRESET_WORDS,
    PRESETS,
    ExportChoice,
    all_words,
    choice_from,
    columns_words,
    offered_columns,
    proposed_name,
    shown_words,
)
from infoview_gui.panes.phrases import people_words
from infoview_gui.services.bundle import Services
from infoview_gui.store.errors import StoreError
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.choice_popup import ChoicePopup, Offer
from infoview_gui.widgets.file_dialog import FileDialog
from infoview_gui.widgets.labels import label, set_tone, wrapped_label
from infoview_gui.widgets.mirror import mirrored_margins

_SHOWN, _ALL = "shown", "all"


class ExportDialog(QDialog):
    """Window-modal; Enter chooses the file, Esc closes."""

    said = Signal(str)

    def __init__(self, theme: Theme, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._ids: Sequence[int] = ()
        self._everyone: Sequence[int] = ()
        self._folder = ""
        self._left_out: set[str] = set()
        self._theme = theme
        self._path = Path()
        self._writer = Background(services.store, self)
        self.setWindowTitle("Export people")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._build(theme)
        self._save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self.reject)
        self._writer.finished.connect(self._on_written)
        self._writer.failed.connect(self._on_failed)

    def open_for(self, ids: Sequence[int], *, filtered: bool) -> None:
        """Offer to write these people; with a filter on, all of them as well."""
        self._ids = ids
        self._everyone = self._services.people_list.ids()
        shown, everyone = self._who[_SHOWN], self._who[_ALL]
        shown.setVisible(filtered)
        shown.setText(shown_words(len(ids)))
        everyone.setText(all_words(len(self._everyone)))
        for button in (shown, everyone):
            button.setAccessibleName(button.text())
        nobody_shown = filtered and not ids
        self._allow_shown(not nobody_shown)
        (shown if filtered and ids else everyone).setChecked(True)
        empty = not self._chosen_ids()
        self._save.setEnabled(not empty)
        nobody = "Nobody matches what you look for." if nobody_shown else ""
        self._say("There is nobody to export yet." if empty else nobody)
        self.open()

    def _allow_shown(self, allowed: bool) -> None:
        shown = self._who[_SHOWN]
        shown.setEnabled(allowed)
        if not allowed:
            shown.setText("The people shown: none")
            shown.setAccessibleName(shown.text())

    def save_state(self) -> dict[str, object]:
        """Return what was chosen, as JSON values."""
        return self._choice().state()

    def _choice(self) -> ExportChoice:
        forms = {kind: str(box.currentData()) for kind, box in self._forms.items()}
        left_out = tuple(name for name in COLUMNS if name in self._left_out)
        return ExportChoice(self._kind(), self._preset(), self._folder, forms, left_out)

    def restore_state(self, state: dict[str, object]) -> None:
        """Choose what was chosen last; garbage is ignored."""
        choice = choice_from(state)
        self._formats[choice.kind].setChecked(True)
        self._presets[choice.preset].setChecked(True)
        self._folder = choice.folder
        for kind, box in self._forms.items():
            box.setCurrentIndex(max(0, box.findData(choice.form(kind))))
        self._left_out = set(choice.left_out) & set(COLUMNS)
        self._on_chosen()

    # -- building

    def _build(self, theme: Theme) -> None:
        self._who = self._group({_SHOWN: shown_words(0), _ALL: all_words(0)})
        self._formats = self._group(FORMATS)
        self._forms: dict[str, QComboBox] = {}
        self._presets = self._group(PRESETS)
        self._trouble = wrapped_label("", "small")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Writing")
        self._bar.hide()
        self._cancel = push_button(theme, "Cancel")
        self._save = push_button(theme, "Save as…", icon="download", kind="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(8)
        column.addWidget(label("Export people", "h1"))
        column.addSpacing(6)
        column.addWidget(label("Who", "h3"))
        for button in self._who.values():
            column.addWidget(button)
        column.addSpacing(6)
        column.addWidget(label("Format", "h3"))
        for kind, button in self._formats.items():
            column.addLayout(self._format_row(kind, button))
        column.addSpacing(6)
        column.addWidget(label("What", "h3"))
        for preset, button in self._presets.items():
            column.addWidget(button)
            column.addWidget(_beneath(PRESET_WORDS[preset]))
            button.setAccessibleDescription(PRESET_WORDS[preset])
        self._columns = push_button(theme, "All columns", icon="list-checks", small=True)
        self._columns.clicked.connect(self._on_columns)
        column.addWidget(self._columns, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(4)
        column.addWidget(self._trouble)
        column.addWidget(self._bar)
        column.addLayout(self._foot())
        for button in (*self._formats.values(), *self._presets.values()):
            button.toggled.connect(self._on_chosen)
        self._on_chosen()
        self._save.setDefault(True)  # only now is it in the dialog, which must know of it
        self.setMinimumWidth(460)

    def _group(self, words: Mapping[str, str]) -> dict[str, QRadioButton]:
        group = QButtonGroup(self)
        buttons = {}
        for key, text in words.items():
            button = QRadioButton(text)
            button.setAccessibleName(text)
            group.addButton(button)
            buttons[key] = button
        next(iter(buttons.values())).setChecked(True)
        return buttons

    def _format_row(self, kind: str, button: QRadioButton) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(button, 1)
        if kind in FORMS:
            box = self._forms[kind] = QComboBox()
            box.setProperty("small", True)
            name = f"{FORMATS[kind].partition(',')[0]}: what for"
            box.setAccessibleName(name)
            # On Linux a reader names a combo box by its label alone; to the eye the row says it.
            hidden = QLabel(name, self)
            hidden.setBuddy(box)
            hidden.hide()
            for form, words in FORMS[kind].items():
                box.addItem(words, form)
            row.addWidget(box)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch()
        for button in (self._cancel, self._save):
            button.setAutoDefault(True)
            row.addWidget(button)
        return row

    # -- what is chosen

    def _chosen_ids(self) -> Sequence[int]:
        return self._ids if self._who[_SHOWN].isChecked() else self._everyone

    def _kind(self) -> str:
        return _checked(self._formats)

    def _preset(self) -> str:
        return _checked(self._presets)

    def _on_chosen(self) -> None:
        for kind, box in self._forms.items():
            box.setEnabled(self._formats[kind].isChecked())
        words = columns_words(offered_columns(COLUMNS, self._preset()), self._left_out)
        self._columns.setText(f"{words}…")
        self._columns.setAccessibleName(f"Columns: {words}")

    def _on_columns(self) -> None:
        popup = ChoicePopup(self._theme, "Columns", self)
        popup.closed.connect(popup.deleteLater)
        popup.toggled.connect(self._on_column)
        on, off = Qt.CheckState.Checked, Qt.CheckState.Unchecked
        names = offered_columns(COLUMNS, self._preset())
        popup.show_offers(
            [
                Offer(
                    name,
                    COLUMN_WORDS.get(name, name),
                    checked=off if name in self._left_out else on,
                )
                for name in names
            ]
        )
        popup.open_at(self._columns)

    def _on_column(self, name: str, holds: bool) -> None:
        (self._left_out.discard if holds else self._left_out.add)(name)
        self._on_chosen()

    # -- writing

    def _on_save(self) -> None:
        kind = self._kind()
        dialog = FileDialog(self, "Export people")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{FORMATS[kind].partition(',')[0]} (*{kind})")
        dialog.setDefaultSuffix(kind.removeprefix("."))
        dialog.setDirectory(self._start_folder())
        today = datetime.fromtimestamp(self._services.clock() / 1000, UTC).astimezone().date()
        dialog.selectFile(proposed_name(today, kind))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _start_folder(self) -> str:
        if self._folder and Path(self._folder).is_dir():
            return self._folder
        place = QStandardPaths.StandardLocation.DocumentsLocation
        documents = QStandardPaths.writableLocation(place)
        return documents if documents and Path(documents).is_dir() else str(Path.home())

    def _on_file(self, name: str) -> None:
        self._path = path = Path(name)
        self._folder = str(path.parent)
        ids, preset = self._chosen_ids(), self._preset()
        # A name that was typed with the other ending says what is wanted.
        kind = path.suffix.lower() if path.suffix.lower() in FORMATS else self._kind()
        transfer, form = self._services.transfer, self._choice().form(kind)
        columns = [name for name in COLUMNS if name not in self._left_out]

        def write(stop: Stop) -> int:
            return transfer.export(path, ids, preset, kind, stop, columns=columns, dialect=form)

        self._show_writing(True)
        self._writer.run(write)

    def _show_writing(self, writing: bool) -> None:
        self._bar.setVisible(writing)
        self._say(f"Writing {self._path.name}…" if writing else "")
        buttons = (
            self._save,
            *self._who.values(),
            *self._formats.values(),
            *self._presets.values(),
            self._columns,
            *self._forms.values(),
        )
        for button in buttons:
            button.setEnabled(not writing)
        if not writing:
            self._on_chosen()
        self._who[_SHOWN].setEnabled(not writing and bool(self._ids))

    def _on_written(self, count: int) -> None:
        self._show_writing(False)
        self.said.emit(f"Exported {people_words(count)} to {self._path}.")
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._show_writing(False)
        if not isinstance(error, (CannotWrite, StoreError)):
            raise error
        self._say(str(error), trouble=True)
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, text: str, *, trouble: bool = False) -> None:
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))
        set_tone(self._trouble, "red" if trouble else "")

    def reject(self) -> None:
        """Close; what was being written leaves no trace and an older file as it was."""
        self._writer.cancel()
        super().reject()


def _checked(buttons: Mapping[str, QRadioButton]) -> str:
    return next(key for key, button in buttons.items() if button.isChecked())


def _beneath(text: str) -> QWidget:
    words = wrapped_label(text, "small")
    words.setContentsMargins(mirrored_margins(words, 26, 0, 0, 2))
    return words
