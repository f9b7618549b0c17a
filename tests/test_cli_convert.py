"""One file of people into another, with no database in sight."""

from pathlib import Path

import pytest

from infoview_gui.__main__ import main
from infoview_gui.interchange.reading import read_people

_CSV = "First Name,Last Name,E-mail Address,Company,Notes\nAmara,Okafor,a@x.example,North,secret\n"


def convert(folder: Path, source: Path, target: Path, *more: str) -> int:
    return main(["--data-dir", str(folder / "data"), "convert", str(source), str(target), *more])


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(_CSV, encoding="utf-8")
    return path


@pytest.mark.parametrize("ending", [".vcf", ".xlsx", ".csv"])
def test_there_and_back(tmp_path: Path, source: Path, ending: str) -> None:
    other, back = tmp_path / f"out{ending}", tmp_path / "back.csv"

    assert convert(tmp_path, source, other) == 0
    assert convert(tmp_path, other, back) == 0

    (card,) = read_people(back).cards
    assert (card.first_name, card.last_name, card.company) == ("Amara", "Okafor", "North")
    assert [point.value for point in card.emails] == ["a@x.example"]
    assert not (tmp_path / "data").exists()


def test_shareable_leaves_the_notes_out(tmp_path: Path, source: Path) -> None:
    assert convert(tmp_path, source, tmp_path / "out.vcf", "--preset", "shareable") == 0
    assert "secret" not in (tmp_path / "out.vcf").read_text(encoding="utf-8")


def test_the_form_is_chosen(tmp_path: Path, source: Path) -> None:
    assert convert(tmp_path, source, tmp_path / "out.vcf", "--form", "4.0") == 0
    assert "VERSION:4.0" in (tmp_path / "out.vcf").read_text(encoding="utf-8")


def test_what_cannot_be_taken_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "people.csv"
    path.write_text(_CSV + ",,,,only a note\n", encoding="utf-8")

    assert convert(tmp_path, path, tmp_path / "out.vcf") == 3
    assert "line 3: left out" in capsys.readouterr().out


def test_columns_that_a_vcard_has_no_place_for_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("First Name,Last Name,Shoe size,Empty\nAmara,Okafor,39,\n", encoding="utf-8")

    assert convert(tmp_path, path, tmp_path / "out.vcf") == 0
    said = capsys.readouterr().out
    assert "column “Shoe size”" in said
    assert "Empty" not in said
    assert convert(tmp_path, path, tmp_path / "out.csv") == 0
    assert "Shoe size" in (tmp_path / "out.csv").read_text(encoding="utf-8")


def test_what_is_no_list_of_people_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html>", encoding="utf-8")

    assert convert(tmp_path, path, tmp_path / "out.vcf") == 1
    assert "page.html" in capsys.readouterr().err
    assert not (tmp_path / "out.vcf").exists()
