"""A letter as a mailto link (RFC 6068): one recipient, everything percent-encoded."""

from typing import Final
from urllib.parse import quote

from infoview_gui.interchange.mail_parts import Mail, one_line, plain, recipient

LONGEST: Final = 1_899
"""Longer links are cut by some systems on their way to the mail program."""


def mail_link(mail: Mail) -> str | None:
    """Return the link, None when the letter is too long for one: then it goes as a file.

    Raises BadRecipient.
    """
    address = quote(recipient(mail.address), safe="@")
    parts = {"subject": one_line(mail.subject), "body": plain(mail.text).replace("\n", "\r\n")}
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in parts.items() if value)
    link = f"mailto:{address}?{query}" if query else f"mailto:{address}"
    return link if len(link) <= LONGEST else None
