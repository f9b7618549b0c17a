"""Bytes of unknown encoding become clean text. Knows nothing of vCard or CSV beyond `CHARSET=`.

Order (DEPENDENCIES.md): a byte order mark, UTF-16 without one, strict UTF-8, and only then a
guess among the old code pages. NUL and lone surrogates never get past here (QUALITY.md).
"""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16 LE, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_CYRILLIC_RUN = re.compile(rb"[\xc0-\xff\xa8\xb8]+")
_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_CHARSET = re.compile(rb"^[^:\r\n]{0,400}?CHARSET=\"?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_SAMPLE = 65536

# What Windows puts where Latin-1 has control characters; unlike the codec it never fails.
_WINDOWS_1252 = {
    byte: bytes([byte]).decode("cp1252")
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}


def clean(text: str) -> str:
    """Remove what neither SQLite nor Qt can hold: NUL and lone surrogates."""
    if "\0" in text:
        text = text.replace("\0", "")
    if text.isascii():
        return text
    return _SURROGATES.sub("", text)


def decode(data: bytes) -> str:
    """Decode a whole file; never fails."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            if encoding == "utf-8":
                data = data[len(mark) :]
                break
            return clean(data[len(mark) :].decode(encoding, "replace"))
    wide = _wide_without_mark(data)
    if wide:
        return clean(data.decode(wide, "replace"))
    try:
        return clean(data.decode("utf-8"))
    except UnicodeDecodeError:
        return clean(_decode_lines(data))


def decode_as(data: bytes, charset: str) -> str:
    """Decode by the name a file gives, else by what the bytes look like."""
    encoding = known_codec(charset) or "utf-8"
    try:
        return clean(data.decode(encoding))
    except UnicodeDecodeError:
        pass
    except (ValueError, LookupError):
        return clean(_plain(data, guess_code_page(data)))
    try:
        return clean(data.decode("utf-8"))
    except UnicodeDecodeError:
        return clean(_plain(data, guess_code_page(data)))


def known_codec(charset: str) -> str:
    """Return the codec's name for a charset, or nothing if there is no such text codec."""
    if not charset:
        return ""
    try:
        found = codecs.lookup(charset.strip().strip('"'))
    except (LookupError, ValueError):
        return ""
    # Codecs such as "zip" or "rot13" do not turn bytes into text, others read idna or escapes.
    marked = getattr(found, "_is_text_encoding", True)
    odd = ("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7")
    return found.name if marked and found.name not in odd else ""


def guess_code_page(data: bytes) -> str:
    """Guess the old code page of bytes that are not UTF-8: shift_jis, cp1251 or cp1252."""
    sample = b"\n".join(line for line in data[: _SAMPLE * 4].splitlines() if not line.isascii())
    sample = sample[:_SAMPLE]
    runs = [len(run) for run in _HIGH_RUN.findall(sample)]
    if not runs:
        return "cp1252"
    if _looks_japanese(sample):
        return "cp932"
    cyrillic = [len(run) for run in _CYRILLIC_RUN.findall(sample)]
    # Accents stand alone in western words; Cyrillic words consist of high bytes throughout.
    long_runs = sum(length for length in cyrillic if length >= 3)
    return "cp1251" if long_runs * 10 >= sum(runs) * 7 else "cp1252"


def looks_binary(data: bytes) -> bool:
    """Tell whether bytes are something else than text in any encoding we read."""
    head = data[:_SAMPLE]
    if any(head.startswith(mark) for mark, _ in _BOMS) or _wide_without_mark(head):
        return False
    odd = sum(head.count(byte) for byte in range(32) if byte not in (9, 10, 12, 13, 27))
    return odd > 4 and odd * 50 > len(head)


def _wide_without_mark(data: bytes) -> str:
    """Recognise UTF-16 by the NULs that Latin letters have in every second place."""
    head = data[:4000]
    if len(head) < 8 or b"\0" not in head:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd * 3 > half and even * 20 < half:
        return "utf-16-le"
    if even * 3 > half and odd * 20 < half:
        return "utf-16-be"
    return ""


def _looks_japanese(sample: bytes) -> bool:
    try:
        text = sample.decode("cp932")
    except UnicodeDecodeError:
        return False
    wide = len(_JAPANESE.findall(text))
    high = sum(1 for character in text if not character.isascii())
    return wide * 10 >= high * 6


def _plain(data: bytes, encoding: str) -> str:
    if encoding == "cp1252":
        return data.decode("latin-1").translate(_WINDOWS_1252)
    return data.decode(encoding, "replace")


def _decode_lines(data: bytes) -> str:
    """Decode a file that is not UTF-8 throughout: each line by what it says or looks like."""
    lines = _logical_lines(data)
    bad = [line for line in lines if not _is_utf8(line)]
    page = guess_code_page(b"\n".join(line for line in bad if not _CHARSET.match(line)))
    return "".join(_decode_line(line, page) for line in lines)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decode_line(line: bytes, page: str) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        pass
    unfolded = _joined(line)
    if unfolded != line and _is_utf8(unfolded):
        # Some programs fold in the middle of a character; only unfolded is it one.
        return unfolded.decode("utf-8")
    named = _CHARSET.match(line)
    encoding = known_codec(named.group(1).decode("ascii")) if named else ""
    if encoding and encoding != "utf-8":
        return line.decode(encoding, "replace")
    return _plain(line, page)


def _joined(line: bytes) -> bytes:
    return re.sub(rb"\r?\n[ \t]", b"", line)


def _logical_lines(data: bytes) -> list[bytes]:
    """Split into lines with their ends, a folded continuation staying with its line."""
    lines: list[bytes] = []
    parts: list[bytes] = []
    for piece in data.splitlines(keepends=True):
        if parts and not piece.startswith((b" ", b"\t")):
            lines.append(b"".join(parts))
            parts = []
        parts.append(piece)
    lines.append(b"".join(parts))
    return lines
