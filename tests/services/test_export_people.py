"""People out of the database: every kind of file, nothing lost, nothing private shared."""

import csv
import io
from html.parser import HTMLParser
from pathlib import Path

import pytest

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.interchange.reading import read_people
from infoview_gui.interchange.safe_write import CannotWrite
from infoview_gui.interchange.vcard_read import read_vcards
from infoview_gui.services.bundle import Services
from infoview_gui.services.copied_people import rows_as_html, rows_as_tsv, vcards_of
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.export_people import FORMS

VCARD = """BEGIN:VCARD\r
VERSION:3.0\r
N:Lee;Ann;M.;Dr.;PhD\r
FN:Dr. Ann M. Lee\\, PhD\r
EMAIL;TYPE=work:ann@x.example\r
PHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgo=\r
item1.ADR:;;1 Main St;;;;\r
item1.X-ABADR:us\r
X-MY-OWN;ODD=1:kept\r
CATEGORIES:work,energy\r
END:VCARD\r
"""
TABLE = """First Name,Last Name,Email,Birthday,Shoe size
Bo,Ray,bo@x.example,1980-01-02,44
"""
BO = PersonDraft(
    name="Bo Ray",
    company="Northwind",
    role="Analyst",
    emails=(ContactPoint("bo@x.example", "work", True), ContactPoint("b@home.example")),
    phones=(ContactPoint("+1 212 555 0142", "mobile"),),
    note="between us",
    tags=("energy",),
)


def bring_in(services: Services, folder: Path, name: str, text: str) -> list[int]:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    plan = services.transfer.plan(path)
    assert services.transfer.apply([plan]).result()
    return list(services.people_list.ids())


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def test_a_vcard_comes_out_as_it_came_in_but_for_our_id(services: Services, tmp_path: Path) -> None:
    ids = bring_in(services, tmp_path, "a.vcf", VCARD)
    services.transfer.export(tmp_path / "out.vcf", ids)
    lines = (tmp_path / "out.vcf").read_text().splitlines()
    ours = [line for line in lines if line.startswith("X-INFOVIEW-ID:")]
    assert len(ours) == 1
    assert [line for line in lines if line not in ours] == VCARD.splitlines()


def test_a_new_name_is_written_and_the_rest_stays(services: Services, tmp_path: Path) -> None:
    ids = bring_in(services, tmp_path, "a.vcf", VCARD)
    services.people.set_name(ids[0], "Ann", "Ray")
    services.transfer.export(tmp_path / "out.vcf", ids)
    text = (tmp_path / "out.vcf").read_text()
    assert "FN:Ann Ray\n" in text
    assert "N:Ray;Ann;M.;Dr.;PhD\n" in text
    assert "X-MY-OWN;ODD=1:kept\n" in text


def test_columns_that_are_none_of_ours_come_out_again(services: Services, tmp_path: Path) -> None:
    ids = bring_in(services, tmp_path, "a.csv", TABLE)
    for name in ("out.csv", "out.xlsx"):
        services.transfer.export(tmp_path / name, ids)
        (card,) = read_people(tmp_path / name).cards
        assert '"Birthday": "1980-01-02"' in card.source_text
        assert '"Shoe size": "44"' in card.source_text
    (row,) = rows(tmp_path / "out.csv")
    assert (row["First Name"], row["Birthday"]) == ("Bo", "1980-01-02")


@pytest.mark.parametrize("kind", FORMS)
def test_every_kind_of_file_reads_back(services: Services, tmp_path: Path, kind: str) -> None:
    ident = services.people.add(BO)
    for form in FORMS[kind]:
        path = tmp_path / f"out{kind}"
        assert services.transfer.export(path, [ident], dialect=form) == 1
        (card,) = read_people(path).cards
        assert (card.name, card.company, card.role) == ("Bo Ray", "Northwind", "Analyst")
        assert [point.value for point in card.emails] == ["bo@x.example", "b@home.example"]
        assert [point.value for point in card.phones] == ["+1 212 555 0142"]
        assert (card.note, card.tags) == ("between us", ("energy",))


@pytest.mark.parametrize("kind", FORMS)
def test_what_is_shared_holds_nothing_private(
    services: Services, tmp_path: Path, kind: str
) -> None:
    ids = bring_in(services, tmp_path, "a.csv", TABLE.replace("Shoe size", "Secret"))
    services.people.set_field(ids[0], "note", "between us")
    services.people.tag(ids, "energy")
    for form in FORMS[kind]:
        path = tmp_path / f"out{kind}"
        services.transfer.export(path, ids, "shareable", dialect=form)
        (card,) = read_people(path).cards
        assert (card.note, card.tags, card.stage, card.introduced_by) == ("", (), "", "")
        assert "1980" not in card.source_text
        assert card.name == "Bo Ray"


@pytest.mark.parametrize("kind", FORMS)
def test_columns_that_are_not_chosen_stay_out(
    services: Services, tmp_path: Path, kind: str
) -> None:
    ids = bring_in(services, tmp_path, "a.vcf", VCARD)
    path = tmp_path / f"out{kind}"
    services.transfer.export(path, ids, columns=("First Name", "Last Name", "Name", "Phone"))
    (card,) = read_people(path).cards
    assert (card.name, card.emails) == ("Ann Lee", ())
    assert "iVBOR" not in card.source_text


def test_an_unknown_ending_writes_nothing(services: Services, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"\.csv, \.vcf or \.xlsx"):
        services.transfer.export(tmp_path / "out.doc", [])
    assert not (tmp_path / "out.doc").exists()


def test_copied_people_are_vcards_without_what_is_noted(services: Services, tmp_path: Path) -> None:
    ids = bring_in(services, tmp_path, "a.vcf", VCARD)
    ids.append(services.people.add(BO))
    ann, bo = read_vcards(vcards_of(ids)).cards
    assert (ann.name, bo.name) == ("Ann Lee", "Bo Ray")
    assert [point.value for point in bo.phones] == ["+1 212 555 0142"]
    assert (bo.note, bo.tags) == ("", ())
    assert "VERSION:4.0" in vcards_of(ids, "4.0")


def test_copied_rows_go_into_a_spreadsheet(services: Services) -> None:
    ids = [services.people.add(BO), services.people.add(PersonDraft(name='=cmd "x"\ty'))]
    head, bo, odd = csv.reader(io.StringIO(rows_as_tsv(ids), newline=""), delimiter="\t")
    assert head[:3] == ["Name", "Role", "Company"]
    assert bo[:4] == ["Bo Ray", "Analyst", "Northwind", "bo@x.example, b@home.example"]
    assert odd[0].startswith("'=cmd")


def test_copied_rows_go_into_a_letter_as_plain_text(services: Services) -> None:
    class Texts(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.tags: set[str] = set()
            self.text = ""

        def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - its own
            self.tags.add(tag)

        def handle_data(self, data: str) -> None:
            self.text += data

    ident = services.people.add(PersonDraft(name="<img src=x> & Co"))
    page = Texts()
    page.feed(rows_as_html([ident]))
    assert page.tags == {"meta", "table", "tr", "th", "td"}
    assert "<img src=x> & Co" in page.text
