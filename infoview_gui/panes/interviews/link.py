"""Which link of a conversation may be opened. Rule: http, https and tel only (QUALITY.md).

Opens nothing.
"""

import re

from PySide6.QtCore import QUrl

from infoview_gui.services.records import ConversationRecord

_SCHEMES = {"http", "https", "tel"}
_OVER = {"done", "missed", "cancelled"}
_PHONE = re.compile(r"\+?[\d\s()./-]{5,}")


def call_target(way: str, link: str) -> QUrl | None:
    """Return what *Join call* opens, or None when there is nothing to open or it is unsafe.

    A bare phone number is called.
    """
    text = link.strip()
    if _PHONE.fullmatch(text):
        return QUrl("tel:" + re.sub(r"[^\d+]", "", text))
    url = QUrl(text, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme().casefold() not in _SCHEMES:
        return None
    if way == "phone" and url.scheme().casefold() != "tel":
        return url if url.host() else None
    return url if url.scheme().casefold() == "tel" or url.host() else None


def join_target(record: ConversationRecord) -> QUrl | None:
    """Return what *Join call* opens for a conversation; None once it is over."""
    return None if record.status in _OVER else call_target(record.way, record.link)
