"""A setting that is a folder; one in which nothing can be written is not taken."""

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from infoview_gui.panes.dialogs.settings_dialog_fields import SettingField
from infoview_gui.panes.preferences import Preferences
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.undo_keys import UndoPassing


class FolderField(SettingField):
    """A folder that can be written in; empty: the usual one, for which ``usual`` has words."""

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        setting: str,
        title: str,
        usual: str,
        parent: QWidget,
        note: str = "",
    ) -> None:
        super().__init__(preferences, setting, parent)
        self.line = UndoPassing("", self)
        self.line.setPlaceholderText(usual)
        self.titled(title, self.line, note)
        self.choose = push_button(theme, "C&hoose…", icon="folder-open", small=True, parent=self)
        self.usual = push_button(theme, "Usual pla&ce", small=True, parent=self)
        row = QHBoxLayout()
        row.setContentsMargins(0, 3, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.choose)
        row.addWidget(self.usual)
        row.addStretch()
        self.column.addLayout(row)
        self.show_value()
        self.line.editingFinished.connect(self.finish)
        self.line.textEdited.connect(self._on_edited)
        self.choose.clicked.connect(self._on_choose)
        self.usual.clicked.connect(self._on_usual)

    def show_value(self) -> None:
        """Show what is set."""
        self.line.setText(str(self.value))
        self.say("")
        self.usual.setEnabled(bool(self.value))

    def finish(self) -> None:
        """Set the folder that is typed, if files can be written there."""
        text = self.line.text().strip()
        problem = _unfit(text)
        if problem:
            self.say(problem)
        else:
            self.offer(str(Path(text).expanduser()) if text else "")
        self.usual.setEnabled(bool(text))

    def _on_edited(self, _text: str) -> None:
        self.offered.emit()

    def _on_usual(self) -> None:
        self.line.clear()
        self.finish()
        self.line.setFocus()

    def _on_choose(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - when it is wanted

        from infoview_gui.widgets.file_dialog import FileDialog  # noqa: PLC0415 - as above

        dialog = FileDialog(self, "Folder for backups", self.line.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, folder: str) -> None:
        self.line.setText(folder)
        self.finish()


def _unfit(text: str) -> str:
    """Return why backups cannot be written to a folder; empty when they can."""
    if not text:
        return ""
    folder = Path(text).expanduser() if "\0" not in text else Path()
    if not folder.is_absolute():
        return "Choose a folder by its whole path."
    if not folder.is_dir():
        return "There is no such folder. The one that was set before still holds."
    if not os.access(folder, os.W_OK | os.X_OK):
        return "Nothing can be written in this folder. The one that was set before still holds."
    return ""
