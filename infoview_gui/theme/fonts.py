"""The program's own font, with what stands in for letters it lacks. Knows nothing of colours."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FAMILIES = ("Inter", "Noto Sans", "DejaVu Sans")
BODY_PX = 13


def load_fonts(folder: Path) -> list[int]:
    """Make the font files of ``folder`` known to Qt; return their ids, without the unreadable."""
    found = [QFontDatabase.addApplicationFont(str(file)) for file in sorted(folder.glob("*.otf"))]
    return [identity for identity in found if identity >= 0]


def font(size_px: float = BODY_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the program's font at ``size_px`` logical pixels (rounded, at least 1)."""
    chosen = QFont(list(FAMILIES))
    chosen.setPixelSize(max(1, round(size_px)))
    chosen.setWeight(weight)
    return chosen
