"""A letter is one page with all of it, or says that it is not."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from infoview_gui.pages.letter_page import LetterPage, LetterSheet, LetterTooLong
from infoview_gui.pages.paper import paper_of
from infoview_gui.pages.printing import print_sheet
from infoview_gui.theme import Theme

A4 = paper_of(QLocale("de_DE"))
LETTER = LetterSheet(
    ("Marta Vidal", "Sonnenallee 1, Berlin", "", "marta@example.org"),
    "26 November 2026",
    ("Amara Okafor", "Northwind"),
    "Thank you for this morning",
    "Dear Amara,\n\nThank you  for your time. <b>bold</b> & <img src=x>\n\n  With thanks,\nMarta",
)


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_everything_stands_on_one_page_as_it_was_typed(theme: Theme) -> None:
    made = LetterPage(theme, LETTER, A4)
    assert made.fits
    assert made.trouble == ""
    assert pages_of(made.pdf()) == 1
    for words in (*LETTER.sender, *LETTER.recipient, LETTER.date, LETTER.subject):
        assert words in made.words
    assert LETTER.text.replace("\n\n", "\n \n") in made.words


@pytest.mark.parametrize("place", ["de_DE", "en_US"])
def test_the_paper_is_that_of_the_country(theme: Theme, place: str) -> None:
    made = LetterPage(theme, LETTER, paper_of(QLocale(place)))
    size = made.paper.size
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)", made.pdf())
    assert box is not None
    assert float(box[1]) == pytest.approx(size.width() / 10, abs=1)
    assert float(box[2]) == pytest.approx(size.height() / 10, abs=1)


def test_a_long_letter_is_set_smaller_before_it_is_too_long(theme: Theme) -> None:
    short = LetterPage(theme, LETTER, A4)
    full = replace(LETTER, text="\n".join(["A line of the letter."] * 40))
    made = LetterPage(theme, full, A4)
    assert made.fits
    assert made.document.size().height() > short.document.size().height()


def test_what_does_not_fit_is_said_and_not_cut(theme: Theme) -> None:
    text = "\n".join(f"Line {n}" for n in range(70))
    made = LetterPage(theme, replace(LETTER, text=text), A4)
    assert not made.fits
    assert re.search(r"about \d+ lines too long for one page", made.trouble)
    assert "Line 69" in made.words
    with pytest.raises(LetterTooLong, match="too long for one page"):
        made.pdf()


def test_taking_out_as_many_lines_as_it_says_makes_it_fit(theme: Theme) -> None:
    lines = [f"Line {n}" for n in range(70)]
    trouble = LetterPage(theme, replace(LETTER, text="\n".join(lines)), A4).trouble
    found = re.search(r"about (\d+) line", trouble)
    assert found is not None
    kept = lines[: -int(found[1]) - 1]
    assert LetterPage(theme, replace(LETTER, text="\n".join(kept)), A4).fits


def test_a_megabyte_is_too_long_at_once(theme: Theme) -> None:
    made = LetterPage(theme, replace(LETTER, text="word " * 200_000), A4)
    assert "too long" in made.trouble


def test_without_subject_recipient_and_sender_there_is_the_letter(theme: Theme) -> None:
    made = LetterPage(theme, LetterSheet((), "", (), "", "Hello"), A4)
    assert made.words == "Hello"
    assert pages_of(made.pdf()) == 1


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=3000), st.text(max_size=200))
def test_it_is_whole_or_refused(theme: Theme, text: str, name: str) -> None:
    made = LetterPage(theme, replace(LETTER, text=text, recipient=(name,)), A4)
    assert made.fits == (made.document.size().height() <= A4.inner.height())
    assert made.fits == (not made.trouble)


def test_a_printer_gets_one_page(theme: Theme, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "letter.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    printer.setFullPage(True)
    assert print_sheet(LetterPage(theme, LETTER, A4), printer)
    assert pages_of((tmp_path / "letter.pdf").read_bytes()) == 1
