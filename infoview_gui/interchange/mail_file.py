"""A letter as an .eml file that mail programs open as a draft (X-Unsent), UTF-8 throughout."""

import re
from typing import Final

from infoview_gui.interchange.mail_parts import Mail, one_line, plain, recipient

# Python folds long names so that a comma in them can part one recipient in two.
_SPECIAL: Final = re.compile(r"[<>@,;:\"\\()\[\]]")


def mail_file(mail: Mail) -> bytes:
    """Return the file. Raises BadRecipient."""
    from email import policy  # noqa: PLC0415 - late: 30 ms, and few starts write a letter
    from email.headerregistry import Address  # noqa: PLC0415
    from email.message import EmailMessage  # noqa: PLC0415

    address = _ascii_domain(recipient(mail.address))
    local, _, domain = address.rpartition("@")
    message = EmailMessage(policy.SMTP if address.isascii() else policy.SMTPUTF8)
    message["X-Unsent"] = "1"
    message["To"] = Address(_shown_name(mail.name), local, domain)
    message["Subject"] = one_line(mail.subject)
    message.set_content(plain(mail.text), cte="quoted-printable")
    return message.as_bytes()


def _shown_name(name: str) -> str:
    return " ".join(_SPECIAL.sub(" ", one_line(name)).split())


def _ascii_domain(address: str) -> str:
    local, _, domain = address.rpartition("@")
    try:
        return f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        return address
