"""Copy, cut and paste of an entry, through the clipboard of the system.

What is copied can be pasted elsewhere as a line of text. Cutting changes nothing until it is
pasted: then the entry moves. Knows no widget.
"""

import json

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from infoview_gui.panes.calendar.keys import EngagementKey, Sorts, Told

FORMAT = "application/x-infoview-entry"
_ENGAGEMENT = "engagement"


class Clip:
    """What of the calendar is on the clipboard."""

    def __init__(self, sorts: Sorts) -> None:
        self._sorts = sorts

    def put(self, key: object, *, cut: bool) -> str:
        """Put an entry there and return the sentence that says it; empty if it is gone."""
        told = self._sorts.tell(key)
        if told is None:
            return ""
        what, ident = (_ENGAGEMENT, key.id) if isinstance(key, EngagementKey) else ("", key)
        held = {"uid": told.uid, "id": ident, "what": what, "cut": cut}
        mime = QMimeData()
        mime.setText(told.line)
        mime.setData(FORMAT, json.dumps(held).encode())
        QGuiApplication.clipboard().setMimeData(mime)
        verb = "Cut" if cut else "Copied"
        then = "Ctrl+V moves it to another time" if cut else "Ctrl+V plans it again"
        return f"{verb}: {told.title}. {then}."

    def held(self) -> tuple[object, Told, bool] | None:
        """Return key and facts of what is on the clipboard, and whether it was cut; else None.

        It may have been copied in another database: then it is none of ours.
        """
        mime = QGuiApplication.clipboard().mimeData()
        if mime is None or not mime.hasFormat(FORMAT):
            return None
        try:
            found = json.loads(bytes(mime.data(FORMAT).data()))
            ident, uid, cut = int(found["id"]), str(found["uid"]), found["cut"] is True
            key = EngagementKey(ident) if found["what"] == _ENGAGEMENT else ident
        except (ValueError, KeyError, TypeError):
            return None
        told = self._sorts.tell(key)
        return (key, told, cut) if told is not None and told.uid == uid else None

    def forget_cut(self, key: object) -> None:
        """What was moved can be pasted again as a copy."""
        self.put(key, cut=False)
