"""What may be opened outside the program: e-mail, phone and web addresses, nothing else.

Knows no widgets. What was imported may hold any text, so nothing is guessed to be a file or a
program.
"""

import re

from PySide6.QtCore import QUrl

_SCHEMES = {"http", "https"}
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_NOT_DIALLED = re.compile(r"[^0-9+*#,;]")


def target(kind: str, value: str) -> QUrl | None:
    """Return what opening a contact point leads to; None where it cannot or must not be opened."""
    text = value.strip()
    if kind == "email":
        return _mail(text)
    if kind == "phone":
        return _phone(text)
    return _web(text)


def _mail(text: str) -> QUrl | None:
    name, at, host = text.rpartition("@")
    if not (name and at and host) or any(sign.isspace() for sign in text):
        return None
    url = QUrl()
    url.setScheme("mailto")
    # As a path: a question mark in it cannot become a subject or a body.
    url.setPath(text, QUrl.ParsingMode.DecodedMode)
    return url if url.isValid() else None


def _phone(text: str) -> QUrl | None:
    number = _NOT_DIALLED.sub("", text)
    if not any(sign.isdigit() for sign in number):
        return None
    url = QUrl()
    url.setScheme("tel")
    url.setPath(number, QUrl.ParsingMode.DecodedMode)
    return url


def _web(text: str) -> QUrl | None:
    if not text or any(sign.isspace() for sign in text):
        return None
    whole = text if _SCHEME.match(text) else f"https://{text}"
    url = QUrl(whole, QUrl.ParsingMode.StrictMode)
    is_web = url.scheme().lower() in _SCHEMES and "." in url.host()
    return url if url.isValid() and is_web else None


def shown_value(kind: str, value: str) -> str:
    """Return a link without what every link begins with; anything else as it is."""
    text = value.strip()
    if kind != "link":
        return text
    return re.sub(r"^https?://(www\.)?", "", text, flags=re.IGNORECASE).rstrip("/") or text


def spelled(url: QUrl) -> str:
    """Return a target for the tool tip: encoded, so that no letter pretends to be another."""
    return bytes(url.toEncoded().data()).decode("ascii", "replace")
