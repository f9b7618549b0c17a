"""Letters to a mail program: one recipient, no injected header, nothing of the text lost."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.interchange.mail_file import mail_file
from infoview_gui.interchange.mail_link import mail_link
from infoview_gui.interchange.mail_parts import BadRecipient, Mail, plain, recipient

AMARA = "amara.okafor@northwind.example"
NAUGHTY = [
    "a\r\nBcc: eve@evil.example\r\n\r\nHello",
    "a\nBcc: eve@evil.example",
    "a\rTo: eve@evil.example",
    "%0d%0aBcc:eve@evil.example",
    "&bcc=eve@evil.example",
    "?cc=eve@evil.example",
    "Okafor, Amara <eve@evil.example>",
    '"><script>alert(1)</script>',
    "=?utf-8?q?=0d=0aBcc:_eve@evil.example?=",
    "a\u2028Bcc: eve@evil.example",
    "a\x85Bcc: eve@evil.example",
    "a\x0bb\x0cc\x1cd\0e",
    "\ud800 lone",
    "😀 Ünïcödé \u202e reversed",
    "{first name} {0} %s ${HOME} `id`",
    "tab\tand + plus & and = equals # hash %",
    "x" * 400,
    "Müller, " * 40,
]
ADDRESSES = [
    AMARA,
    "o'brien+tag@example.org",
    "a%0d%0abcc=x@example.org",
    "a&b=c?d#e@example.org",
    "jörg@example.org",
    "info@bücher.example",
]
ANY = st.text(max_size=300)


def parsed(data: bytes) -> EmailMessage:
    found = message_from_bytes(data, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def query(link: str) -> dict[str, str]:
    pairs = parse_qsl(urlsplit(link).query, keep_blank_values=True, strict_parsing=True)
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)


def check_link(mail: Mail) -> None:
    link = mail_link(mail)
    if link is None:
        return
    assert len(link) < 1900
    assert link.isascii()
    assert not set(link) & set("\r\n \t<>\"'")
    assert unquote(urlsplit(link).path) == mail.address.strip()
    found = query(link) if "?" in link else {}
    assert set(found) <= {"subject", "body"}
    assert not set(found.get("subject", "")) & set("\r\n")
    assert found.get("body", "").replace("\r\n", "\n") == plain(mail.text)


def check_file(mail: Mail) -> None:
    data = mail_file(mail)
    message = parsed(data)
    content = {"Content-Type", "Content-Transfer-Encoding", "MIME-Version"}
    assert set(message.keys()) - content == {"X-Unsent", "To", "Subject"}
    assert len(message.get_all("To", [])) == 1
    assert len(message["To"].addresses) == 1
    # As programs read it that know only the older rules.
    older = message_from_bytes(data)
    assert len(getaddresses(older.get_all("To", []))) == 1
    assert not older.keys().count("Bcc")
    body = message.get_content().replace("\r\n", "\n")
    assert body.rstrip("\n") == plain(mail.text).rstrip("\n")
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("words", NAUGHTY)
def test_naughty_words_stay_words(address: str, words: str) -> None:
    mail = Mail(address, words, words, name=words)
    check_link(mail)
    check_file(mail)


@given(ANY, ANY, ANY)
def test_any_words_stay_words(name: str, subject: str, text: str) -> None:
    mail = Mail(AMARA, subject, text, name=name)
    check_link(mail)
    check_file(mail)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "  ",
        "nobody",
        "a@b@c",
        "a@b,c@d",
        "a@b;c@d",
        "a@b c@d",
        "a@b\r\nBcc: c@d",
        "a@b\nc",
        "Amara <a@b>",
        "mailto:a@b",
        '"a,b"@c.example',
        "a@b\u2028c",
        "a\u202e@b",
        "a\0@b",
        "=?utf-8?q?=0d=0aBcc=3D_eve?=@b.example",
        "a@",
        "@b",
        "a" * 400 + "@b",
    ],
)
def test_what_is_not_one_address_is_refused(address: str) -> None:
    for make in (mail_link, mail_file):
        with pytest.raises(BadRecipient):
            make(Mail(address, "Hello", "Hello"))


@given(ANY)
def test_an_address_that_is_taken_is_one_recipient(address: str) -> None:
    try:
        mail = Mail(recipient(address), "Hello", "Hello")
    except BadRecipient:
        return
    check_link(mail)
    check_file(mail)


def test_words_that_look_encoded_make_no_header() -> None:
    """Python's email package would decode them and write a Bcc of its own."""
    words = "=?utf-8?q?=0d=0aBcc:_eve@evil.example?="
    data = mail_file(Mail(AMARA, words, "Hello", name=words))
    assert b"\nBcc" not in data
    assert "Bcc" in str(parsed(data)["Subject"])


def test_a_short_letter_is_a_link_with_its_lines() -> None:
    link = mail_link(Mail(AMARA, "Thank you & more", "Dear Amara,\n\nThank you.\n"))
    assert link == (
        "mailto:amara.okafor@northwind.example?subject=Thank%20you%20%26%20more"
        "&body=Dear%20Amara%2C%0D%0A%0D%0AThank%20you.%0D%0A"
    )


def test_a_long_letter_is_a_file() -> None:
    mail = Mail(AMARA, "Thank you", "Thank you very much. " * 100, name="Amara Okafor")
    assert mail_link(mail) is None
    message = parsed(mail_file(mail))
    assert message["X-Unsent"] == "1"
    assert str(message["To"]) == "Amara Okafor <amara.okafor@northwind.example>"
    assert message.get_content_charset() == "utf-8"


def test_a_domain_with_umlauts_is_written_as_mail_servers_know_it() -> None:
    assert b"info@xn--bcher-kva.example" in mail_file(Mail("info@bücher.example", "Hi", "Hi"))
