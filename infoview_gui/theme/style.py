"""Makes the style sheet from ``resources/styles/infoview.qss`` and the tokens.

The file names colours as ``@token`` and marks (check mark, arrows) as ``@@name``. It is written for
reading from the left: where the program runs from the right, its sides change places here.
Knows no widget of ours.
"""

import re
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QWidget

from infoview_gui import resources

_NAME = re.compile(r"@(?P<mark>@?)(?P<name>[a-z]+(?:-[a-z]+)*)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BORDER = r"\b(border(?:-top|-bottom)?)-(left|right)\b"
_PADDING = r"\b(padding)-(left|right)\b"
_NOT_BY_QT = r"(?m)^(?:QComboBox|QToolButton)\b[^{]*{[^}]*}"
"""Whose padding Qt leaves where it is; that of buttons and menus it mirrors (tried)."""


def style_sheet(colours: Mapping[str, QColor], mark_folder: str) -> str:
    """Return the style sheet in these colours; KeyError if it names an unknown token."""
    text = (resources.folder() / "styles" / "infoview.qss").read_text(encoding="utf-8")

    def value(found: re.Match[str]) -> str:
        if found["mark"]:
            return f'url("{mark_folder}{found["name"]}.svg")'
        return colours[found["name"]].name()

    made = _NAME.sub(value, _COMMENT.sub("", text))
    right_to_left = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return mirrored_sheet(made) if right_to_left else made


def mirrored_sheet(text: str) -> str:
    """Exchange left and right where Qt does not do it by itself."""

    def other_side(found: re.Match[str]) -> str:
        return f"{found[1]}-{'right' if found[2] == 'left' else 'left'}"

    text = re.sub(_BORDER, other_side, text)
    return re.sub(_NOT_BY_QT, lambda rule: re.sub(_PADDING, other_side, rule[0]), text)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose dynamic property changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
