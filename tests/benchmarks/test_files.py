"""People's files read and written, without a database: ours beside the libraries."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import vobject
import xlsxwriter

from infoview_gui.interchange.cards import PersonCard
from infoview_gui.interchange.csv_read import read_csv
from infoview_gui.interchange.people_table import PeopleTable
from infoview_gui.interchange.vcard_read import read_vcards
from infoview_gui.interchange.vcard_write import cards_text
from infoview_gui.interchange.xlsx_write import write_xlsx
from infoview_gui.services.transfer import beside_the_window
from tests.benchmarks import population, table
from tests.benchmarks.conftest import Turns

_MANY = 3_000
_ROUNDS = 3


@pytest.fixture(scope="module")
def vcards() -> str:
    """Cards as a telephone exports them, of somebody who keeps their address book in order."""
    return "".join(
        _vcard(ident, first, last, company)
        for ident, first, last, company in population.names(_MANY)
    )


def _vcard(ident: int, first: str, last: str, company: str) -> str:
    return (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//iPhone OS 17.0//EN\r\n"
        f"N:{last};{first};;;\r\nFN:{first} {last}\r\nORG:{company};Sales\r\nTITLE:Analyst\r\n"
        f"EMAIL;type=INTERNET;type=WORK;type=pref:{population.address(ident, last)}\r\n"
        f"item1.EMAIL;type=INTERNET:{ident}@home.example\r\nitem1.X-ABLabel:_$!<Home>!$_\r\n"
        f"TEL;type=CELL;type=VOICE:+49 30 {ident:07}\r\n"
        f"item2.ADR;type=WORK:;;Main Street {ident};Springfield;IL;62701;USA\r\n"
        "item2.X-ABADR:us\r\n"
        f"URL;type=HOME:https://www.example.com/{ident}\r\n"
        "NOTE:met at the fair\\, and talked for long about storage and the grid of \r\n"
        " the coming years\r\nBDAY:1980-01-02\r\n"
        f"UID:{ident:08}-0000-4000-8000-000000000000\r\nEND:VCARD\r\n"
    )


def test_vcards_read(in_turns: Turns, vcards: str) -> None:
    def ours() -> None:
        with beside_the_window():
            assert len(read_vcards(vcards).cards) == _MANY

    def peer() -> None:
        assert sum(1 for _card in vobject.readComponents(vcards)) == _MANY

    _say(f"{_MANY:,} vCards read", *in_turns(ours, peer, _ROUNDS), "vobject", 1 / 8)


def test_vcards_written(in_turns: Turns, vcards: str) -> None:
    people = [replace(card, source_text="") for card in read_vcards(vcards).cards]
    theirs = list(vobject.readComponents(vcards))

    def ours() -> None:
        assert "".join(cards_text(people)).count("END:") == _MANY

    def peer() -> None:
        assert "".join([card.serialize() for card in theirs]).count("END:") == _MANY

    _say(f"{_MANY:,} vCards written", *in_turns(ours, peer, _ROUNDS), "vobject", 1 / 15)


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("kept vCards written again", lambda card: card),
        ("kept vCards with a new role", lambda card: replace(card, role="Head")),
    ],
)
def test_kept_vcards_written(
    in_turns: Turns, vcards: str, what: str, change: Callable[[PersonCard], PersonCard]
) -> None:
    """Both begin with what is stored, the text of the card, as losing nothing demands."""
    people = list(map(change, read_vcards(vcards).cards))
    texts = [card.source_text for card in people]

    def ours() -> None:
        assert "".join(cards_text(people)).count("END:") == _MANY

    def peer() -> None:
        written = [vobject.readOne(text).serialize() for text in texts]
        assert "".join(written).count("END:") == _MANY

    _say(f"{_MANY:,} {what}", *in_turns(ours, peer, _ROUNDS), "vobject", 1 / 8)


def test_a_table_read(in_turns: Turns, tmp_path: Path) -> None:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("First Name", "Last Name", "Company", "Position", "Email Address"))
    for ident, first, last, company in population.names(_MANY * 4):
        writer.writerow((first, last, company, "Analyst", population.address(ident, last)))
    whole = text.getvalue()

    def ours() -> None:
        with beside_the_window():
            assert len(read_csv(whole).cards) == _MANY * 4

    def peer() -> None:
        assert len(list(csv.DictReader(io.StringIO(whole)))) == _MANY * 4

    _say(f"{_MANY * 4:,} rows of CSV read", *in_turns(ours, peer, _ROUNDS), "csv.DictReader", 10)


def test_a_workbook_written(in_turns: Turns, vcards: str) -> None:
    people = read_vcards(vcards).cards
    cells = PeopleTable(people, private=True)
    rows = [cells.header, *cells.rows()]

    def ours() -> None:
        write_xlsx(people, io.BytesIO())

    def peer() -> None:
        book = xlsxwriter.Workbook(io.BytesIO(), {"constant_memory": True})
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
        book.close()

    _say(f"{_MANY:,} people as XLSX", *in_turns(ours, peer, _ROUNDS), "XlsxWriter, bare rows", 1.5)


def _say(what: str, mine: list[float], theirs: list[float], peer: str, most: float) -> None:
    table.add_ratio(what, table.median(mine), table.median(theirs), peer, most)
