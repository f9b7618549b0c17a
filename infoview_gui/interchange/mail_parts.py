"""A letter on its way to a mail program: one recipient, one line of subject, plain text.

QUALITY.md, "Security": nothing that a name, an address or a text holds makes a header or a second
recipient. Knows no person and no window.
"""

import re
from dataclasses import dataclass
from typing import Final

LONGEST_ADDRESS: Final = 320
# Stricter than RFC 5322: what mail programs read as more than one address is refused.
_ADDRESS: Final = re.compile(r"[^\s,;:<>()\[\]\\\"@]+@[^\s,;:<>()\[\]\\\"@]+")
_BREAKS: Final = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ENCODED: Final = "=?"
"""How an encoded word of a header begins (RFC 2047)."""
# Controls other than tab and line feed, and lone surrogates, which no encoding holds.
_UNWANTED: Final = re.compile("[\0-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


class BadRecipient(Exception):
    """Not the address of one person; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Mail:
    """What is handed to a mail program. ``name`` is the recipient's, shown beside the address."""

    address: str
    subject: str
    text: str
    name: str = ""


def recipient(address: str) -> str:
    """Return the one address as it is written to; BadRecipient says what is wrong with it."""
    found = address.strip()
    if not found:
        raise BadRecipient("There is no e-mail address. Add one, or copy the letter.")
    short = len(found) <= LONGEST_ADDRESS and _ENCODED not in found
    one = short and found.isprintable() and _ADDRESS.fullmatch(found)
    if not one:
        raise BadRecipient(f"“{found[:60]}” is not the address of one person. Correct it first.")
    return found


def one_line(text: str) -> str:
    """Return text for a header: on one line, without controls, nothing in it decoded again.

    Python's ``email`` decodes "=?utf-8?q?=0d=0aBcc:…?=" in what it is given and writes the header
    that comes out (tried with 3.11).
    """
    return " ".join(plain(text).split()).replace(_ENCODED, "= ?")


def plain(text: str) -> str:
    r"""Return text with ``\n`` between its lines, without controls and lone surrogates."""
    return _UNWANTED.sub("", _BREAKS.sub("\n", text))
