"""Notes on pages: nothing is lost between them."""

import re

from PySide6.QtCore import QLocale

from infoview_gui.interchange.notes_markdown import NotesPage, Stretch
from infoview_gui.pages.notes_pages import NotesPages
from infoview_gui.pages.paper import paper_of
from infoview_gui.theme import Theme


def test_long_notes_take_pages_and_keep_every_line(theme: Theme) -> None:
    lines = [(f"{n}:00", f"Line {n} <b>") for n in range(200)]
    notes = [Stretch("Why?", lines)]
    page = NotesPage("Amara Okafor", [("Goal", "Learn")], [("Why?", True)], notes)
    made = NotesPages(theme, page, paper_of(QLocale("en_US")))
    assert made.count > 3
    assert len(re.findall(rb"/Type\s*/Page\b", made.pdf())) == made.count
    words = made.document.toPlainText()
    assert all(f"Line {n} <b>" in words for n in range(200))


def test_without_notes_there_is_one_page(theme: Theme) -> None:
    made = NotesPages(theme, NotesPage("Nobody yet", [], [], []), paper_of(QLocale("de_DE")))
    assert made.count == 1
