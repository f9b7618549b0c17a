"""Markdown shows what was typed; Qt's reader of Markdown is the judge."""

import string

from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextDocument

from infoview_gui.interchange.notes_markdown import NotesPage, escaped, markdown

SIGNS = st.text(st.sampled_from(string.ascii_letters + string.digits + " !-+*~@#_`<>[]()|.&\\:=/"))


def shown(text: str) -> str:
    document = QTextDocument()
    document.setDefaultFont(QFont("sans", 10))
    document.setMarkdown(text)
    return " ".join(document.toPlainText().split())


@given(SIGNS)
@example("- send the notebook (due Friday)")
@example("+ Northwind, planning analyst")
@example("1. first")
@example("---")
@example("! <b>bold</b> & *stars* _lines_ `code` [link](http://x)")
@example("# no heading")
@example("> no quote")
@example("| no | table |")
def test_a_line_is_shown_as_it_was_typed(line: str) -> None:
    assert shown(f"x {escaped(line)}") == " ".join(f"x {line}".split())
    assert shown(escaped(line)) == " ".join(line.split())


def test_the_page_reads_well_as_it_is() -> None:
    page = NotesPage(
        "Amara Okafor",
        [("When", "23 November 2026, 14:30"), ("Goal", "")],
        [("What surprised you?", True), ("Who else should I talk to?", False)],
        [("prep", "Team of 14"), ("2:10", "! Regulators ask for forecasts"), ("", "")],
    )
    assert markdown(page) == (
        "# Amara Okafor\n\n"
        "* **When:** 23 November 2026, 14:30\n\n"
        "## Questions\n\n"
        "- [x] What surprised you?\n"
        "- [ ] Who else should I talk to?\n\n"
        "## Notes\n\n"
        "`prep` Team of 14  \n"
        "`2:10` ! Regulators ask for forecasts\n"
    )
