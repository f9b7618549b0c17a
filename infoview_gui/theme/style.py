"""Makes the style sheet from ``resources/styles/infoview.qss`` and the tokens.

The file names colours as ``@token`` and marks (check mark, arrows) as ``@@name``.
Knows no widget of ours.
"""

import re
from collections.abc import Mapping

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from infoview_gui import resources

_NAME = re.compile(r"@(?P<mark>@?)(?P<name>[a-z]+(?:-[a-z]+)*)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def style_sheet(colours: Mapping[str, QColor], mark_folder: str) -> str:
    """Return the style sheet in these colours; KeyError if it names an unknown token."""
    text = (resources.folder() / "styles" / "infoview.qss").read_text(encoding="utf-8")

    def value(found: re.Match[str]) -> str:
        if found["mark"]:
            return f'url("{mark_folder}{found["name"]}.svg")'
        return colours[found["name"]].name()

    return _NAME.sub(value, _COMMENT.sub("", text))


def repolish(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose dynamic property changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
