"""Copy, cut and paste of a conversation, through the clipboard of the system.

What is copied can be pasted elsewhere as a line of text. Cutting changes nothing until it is
pasted: then the conversation moves. Knows no widget.
"""

import json

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from infoview_gui.panes import planning
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import dotted
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft
from infoview_gui.services.records import ConversationRecord

FORMAT = "application/x-infoview-conversation"


def as_text(record: ConversationRecord, times: LocalTime) -> str:
    """Return a conversation as one line: who, when here and there, where."""
    at = record.began_at
    when = planning.when(times, at, planning.zones_of(record.people)) if at is not None else ""
    way = planning.way_words(record.way, record.link, record.place)
    return dotted(record.title, when, f"{record.minutes} min", record.link or way)


class Clip:
    """What of the calendar is on the clipboard."""

    def __init__(self, services: Services, times: LocalTime) -> None:
        self._services, self._times = services, times

    def put(self, conversation_id: int, *, cut: bool) -> str:
        """Put a conversation there and return the sentence that says it; empty if it is gone."""
        record = reading.conversation(conversation_id)
        if record is None:
            return ""
        mime = QMimeData()
        mime.setText(as_text(record, self._times))
        mime.setData(FORMAT, json.dumps({"uid": record.uid, "id": record.id, "cut": cut}).encode())
        QGuiApplication.clipboard().setMimeData(mime)
        verb = "Cut" if cut else "Copied"
        then = "Ctrl+V moves it to another time" if cut else "Ctrl+V plans it again"
        return f"{verb}: {record.title}. {then}."

    def held(self) -> tuple[ConversationRecord, bool] | None:
        """Return the conversation on the clipboard and whether it was cut; None for anything else.

        It may have been copied in another database: then it is none of ours.
        """
        mime = QGuiApplication.clipboard().mimeData()
        if mime is None or not mime.hasFormat(FORMAT):
            return None
        try:
            found = json.loads(bytes(mime.data(FORMAT).data()))
            ident, uid, cut = int(found["id"]), str(found["uid"]), found["cut"] is True
        except (ValueError, KeyError, TypeError):
            return None
        record = reading.conversation(ident)
        return (record, cut) if record is not None and record.uid == uid else None

    def forget_cut(self, conversation_id: int) -> None:
        """What was moved can be pasted again as a copy."""
        self.put(conversation_id, cut=False)

    def paste_copy(self, record: ConversationRecord, starts_at: int) -> int:
        """Plan another conversation like it and return its id."""
        draft = ConversationDraft(
            people=tuple(person.id for person in record.people),
            starts_at=starts_at,
            zone=record.zone,
            minutes=record.minutes,
            way=record.way,
            link=record.link,
            place=record.place,
            goal=record.goal,
        )
        return self._services.conversations.schedule(draft)
