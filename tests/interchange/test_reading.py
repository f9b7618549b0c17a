from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infoview_gui.interchange.cards import UnreadableFile
from infoview_gui.interchange.reading import read_people


def written(folder: Path, data: bytes, name: str = "file.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"BEGIN:VCARD\nFN:A\nEND:VCARD\n", "vcard"),
        (b"\n\nbegin:vcard\r\nfn:A\r\nend:vcard", "vcard"),
        (b"Name,Email\nA,a@x\n", "csv"),
    ],
)
def test_content_decides_not_the_name(tmp_path: Path, data: bytes, kind: str) -> None:
    reading = read_people(written(tmp_path, data, "wrong.png"))
    assert (reading.format, reading.source_name) == (kind, "wrong.png")
    assert [card.name for card in reading.cards] == ["A"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "picture"),
        (b"PK\x03\x04abc", "zip"),
        (b"SQLite format 3\0rest", "database"),
        (bytes(range(256)) * 9, "not a text file"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "calendar"),
        (b"<html><body>Sign in</body></html>", "web page"),
        (b"dn: ou=people\nobjectclass: top\n", "LDIF file without"),
        (b"First Name,Last Name,E-mail Address\r\n", "no people below"),
        (b"some words\nand more\n", "some words"),
    ],
)
def test_each_unreadable_file_gets_one_sentence(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile, match=says) as caught:
        read_people(written(tmp_path, data))
    assert "\n" not in str(caught.value)
    assert "file.txt" in str(caught.value)


def test_missing_files_folders_and_devices(tmp_path: Path) -> None:
    for path, says in [
        (tmp_path / "none.csv", "does not exist"),
        (tmp_path, "folder"),
        (Path("/dev/zero"), "ordinary"),
        (tmp_path / ("x" * 3000), "could not be opened"),
    ]:
        with pytest.raises(UnreadableFile, match=says):
            read_people(path)


@given(st.binary(max_size=400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_raise_anything_else(tmp_path: Path, data: bytes) -> None:
    path = written(tmp_path, data)
    try:
        reading = read_people(path)
        told = bool(reading.cards or reading.left_out)
    except UnreadableFile as error:
        told = bool(str(error))
    assert told
