"""The guard at work: it learns beside the window, and reads texts from outside the program."""

from collections.abc import Iterator
from typing import NamedTuple

from infoview_gui.interchange.decoding import decode
from infoview_gui.practice.guard import find, prepare
from infoview_gui.services.transfer import beside_the_window

_OTHER_FILES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a packed file",
    b"\xd0\xcf\x11\xe0": "a document",
}


class Finding(NamedTuple):
    """A marked sentence in one line of words, the line it begins in (from 1), why, and an offer."""

    line: int
    sentence: str
    reason: str
    offer: str


def learn() -> None:
    """Let the guard learn what it judges by; half a second, on any thread but the window's."""
    with beside_the_window():
        prepare()


def findings(data: bytes) -> list[Finding]:
    """Return the sentences of a text that ask for a job, in order.

    Any encoding is read. ValueError says in words what it is when it is no text.
    """
    for sign, what in _OTHER_FILES.items():
        if data.startswith(sign):
            raise ValueError(f"this is {what}, not a text; save or copy the letter as plain text.")
    return list(_found(decode(data).replace("\r\n", "\n").replace("\r", "\n")))


def _found(text: str) -> Iterator[Finding]:
    line, read = 1, 0
    for mark in find(text):
        line += text.count("\n", read, mark.start)
        read = mark.start
        sentence = " ".join(text[mark.start : mark.end].split())
        yield Finding(line, sentence, mark.reason, mark.offer)
