"""Modal words for a damaged database, and what came of restoring a backup. Always plain text."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from infoview_gui.panes.local_time import LocalTime, system_locale, system_zone
from infoview_gui.services.clock import program_clock
from infoview_gui.services.restoring import Backup
from infoview_gui.store.backups import Counts

Good = tuple[Backup, Counts]


def backup_words(good: Good, times: LocalTime) -> str:
    """Return "Tue 24 Nov 10:00 (40 people, 15 conversations, 9 pages of notes)"."""
    backup, counts = good
    return f"{times.date_text(backup.at)} {times.time_text(backup.at)} ({counts})"


def ask_at_start(title: str, text: str, good: Good | None) -> bool:
    """Say why the data cannot be opened and whether the newest good backup is wanted; waits."""
    box = _box(None, title)
    if good is None:
        box.setInformativeText(text)
        box.exec()
        return False
    box.setInformativeText(
        f"{text}\n\nThe newest good backup is of {backup_words(good, _times())}. What was written "
        "since is not in it. The damaged file is kept beside the backups."
    )
    restore = box.addButton("&Restore this backup", QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton("&Quit", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(restore)
    box.setEscapeButton(leave)
    box.exec()
    return box.clickedButton() is restore


def make_damage_box(parent: QWidget, good: Good | None) -> tuple[QMessageBox, QWidget | None]:
    """Return words for damage found while the window is open, and the button that restores."""
    box = _box(parent, "Your data are damaged")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    known = (
        "The daily check found that the database is damaged. Nothing was changed; what can be read "
        "is still shown, but what you write now may be lost."
    )
    if good is None:
        box.setInformativeText(
            f"{known}\n\nThere is no good backup. Export your people now (Ctrl+E), and keep a copy "
            "of the data folder."
        )
        return box, None
    box.setInformativeText(
        f"{known}\n\nThe newest good backup is of {backup_words(good, _times())}. The damaged file "
        "is kept when you restore it."
    )
    restore = box.addButton("&Restore a backup…", QMessageBox.ButtonRole.AcceptRole)
    later = box.addButton("&Not now", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(restore)
    box.setEscapeButton(later)
    return box, restore


def show_restored(parent: QWidget, counts: Counts, kept: Path | None) -> None:
    """Say what is in the window now, and what takes it back."""
    box = _box(parent, "The backup is restored")
    box.setIcon(QMessageBox.Icon.Information)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    before = ""
    if kept is not None:
        before = (
            "\n\nUndo does not reach back before this. What you had until now is in\n"
            f"{kept}\nRestore that file to get it back."
        )
    box.setInformativeText(f"It holds {counts}.{before}")
    box.open()


def _times() -> LocalTime:
    return LocalTime(program_clock(), system_zone(), system_locale())


def _box(parent: QWidget | None, title: str) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Warning, title, title, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box
