from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from infoview_gui.interchange.cards import UnreadableFile
from infoview_gui.interchange.columns import find_columns
from infoview_gui.interchange.reading import read_people

CONNECTIONS = """Notes:
"When exporting your connection data, you may notice …"

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Amara,Okafor,https://www.linkedin.com/in/amara,,Northwind,Head,05 Mar 2024
"""


def zipped(folder: Path, files: dict[str, str | bytes]) -> Path:
    path = folder / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def test_linkedin_s_export_is_read_as_it_comes(tmp_path: Path) -> None:
    path = zipped(
        tmp_path,
        {
            "Basic_LinkedInDataExport/messages.csv": "FROM,TO\nA,B\n",
            "Basic_LinkedInDataExport/Connections.csv": CONNECTIONS,
            "Basic_LinkedInDataExport/Contacts.csv": "Emails\nx@y\n",
        },
    )
    reading = read_people(path)
    assert (reading.format, reading.source_name) == ("linkedin-csv", "export.zip")
    assert [card.name for card in reading.cards] == ["Amara Okafor"]
    found = find_columns(path)
    assert found is not None
    assert found.known


def test_a_single_file_of_people_is_found(tmp_path: Path) -> None:
    path = zipped(tmp_path, {"read me.txt": "x", "all.vcf": "BEGIN:VCARD\nFN:A\nEND:VCARD\n"})
    assert [card.name for card in read_people(path).cards] == ["A"]


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "empty zip"),
        ({"a.txt": "x"}, "without a file of people"),
        ({"a.csv": "x", "b.vcf": "y"}, "a.csv, b.vcf"),
        ({"Connections.csv": "Name\n" + "x" * 60_000_000}, "would unpack to"),
        ({"Connections.csv": b"PK\x03\x04"}, "within another"),
        ({"[Content_Types].xml": "x", "word/document.xml": "y"}, "no XLSX"),
        ({"mimetype": "x", "content.xml": "y"}, "OpenDocument"),
        ({"xl/workbook.xml": "garbage"}, "cannot be read|nothing in it"),
    ],
)
def test_other_archives_are_refused_with_one_sentence(
    tmp_path: Path, files: dict[str, str | bytes], says: str
) -> None:
    with pytest.raises(UnreadableFile, match=says) as caught:
        read_people(zipped(tmp_path, files))
    assert "\n" not in str(caught.value)


def test_an_archive_cut_off_or_changed_raises_nothing_else(tmp_path: Path) -> None:
    data = zipped(tmp_path, {"Connections.csv": CONNECTIONS * 5}).read_bytes()
    path = tmp_path / "broken.zip"
    for at in range(4, len(data), 7):
        for broken in (data[:at], data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]):
            path.write_bytes(broken)
            with suppress(UnreadableFile):
                read_people(path)


def test_too_many_entries_are_not_listed(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.csv", "Name\nA\n")
    path = tmp_path / "many.zip"
    path.write_bytes(data.getvalue() + b"PK\x01\x02" * 30_000)
    with pytest.raises(UnreadableFile, match="too many"):
        read_people(path)
