"""The one question that is asked before people are changed: erasing cannot be undone.

Says what goes before, and which backups still hold them afterwards. Plain text only.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from infoview_gui.panes.phrases import counted
from infoview_gui.services.erasing import InBackups
from infoview_gui.theme import repolish

_NAMED = 8


def ask_to_erase(parent: QWidget, who: str, with_them: str) -> QMessageBox:
    """Return the open question; ``accepted`` of the box says yes.

    ``who`` is a name or "3 people", ``with_them`` what goes along, or nothing.
    """
    box = _box(parent, f"Erase {who} for good?")
    along = f"Erased too: {with_them}; what others took part in stays. " if with_them else ""
    box.setInformativeText(
        f"{along}This cannot be undone. The steps that Ctrl+Z could take back are forgotten too, "
        "because they may hold the same.\n\nWhat others said about them stays in the notes of "
        "others. The daily backups are looked through and those that still hold them are named; "
        "copies that you keep elsewhere are yours to look after."
    )
    erase = box.addButton("&Erase for good", QMessageBox.ButtonRole.AcceptRole)
    erase.setProperty("kind", "danger")
    repolish(erase)
    keep = box.addButton("&Keep", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.open()
    return box


def tell_of_backups(parent: QWidget, who: str, found: InBackups) -> QMessageBox | None:
    """Name the backups that still hold somebody; nothing is shown where there are none."""
    if not found.holding and not found.unreadable:
        return None
    box = _box(parent, f"{who} can still be found in backups")
    parts = []
    if found.holding:
        number = counted(len(found.holding), "backup holds", "backups hold")
        parts.append(f"{number} what was erased:\n{_names(found.holding)}")
    if found.unreadable:
        number = counted(len(found.unreadable), "file", "files")
        words = f"{number} could not be looked into and may hold it too:"
        parts.append(f"{words}\n{_names(found.unreadable)}")
    folder = (found.holding or found.unreadable)[0].parent
    parts.append(
        "Daily backups are replaced by newer ones over some months of use. To be rid of it at "
        f"once, delete these files in the folder {folder}."
    )
    box.setInformativeText("\n\n".join(parts))
    box.addButton("&Close", QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


def _names(paths: Sequence[Path]) -> str:
    lines = [f"• {path.name}" for path in paths[:_NAMED]]
    if len(paths) > _NAMED:
        lines.append(f"• and {len(paths) - _NAMED} more")
    return "\n".join(lines)


def _box(parent: QWidget, title: str) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Warning, title, title, parent=parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box
