"""Markdown shows what was typed; Qt's reader of Markdown is the judge."""

import string

from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextDocument

from infoview_gui.interchange.notes_markdown import NotesPage, Stretch, escaped, markdown

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


@given(SIGNS)
@example("- send the notebook ~now~ (due Friday)")
@example("~ hosting capacity: what ~ a feeder takes ~")
def test_a_line_with_its_time_too(line: str) -> None:
    page = NotesPage("A", [], [], [Stretch("", [("2:10", line)])])
    wanted = " ".join(f"A Notes 2:10 {line}".split()) if line.strip() else "A Notes"
    assert shown(markdown(page)) == wanted


def test_marks_stay_as_they_were_typed() -> None:
    # All but "~": some readers strike out what stands between two of them.
    lines = ["! forecasts", "@ Lena, tools", "+ Acme, analyst", "- send it"]
    page = NotesPage("A", [], [], [Stretch("", [("2:10", line) for line in lines])])
    for line in lines:
        assert f"`2:10` {line}" in markdown(page)


def test_the_page_reads_well_as_it_is() -> None:
    lines = [("prep", "Team of 14"), ("2:10", "! Regulators ask for forecasts"), ("", "")]
    page = NotesPage(
        "Amara Okafor",
        [("When", "23 November 2026, 14:30"), ("Goal", "")],
        [("What surprised you?", True), ("Who else should I talk to?", False)],
        [Stretch("", lines)],
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


def test_lines_stand_under_the_question_they_belong_to() -> None:
    notes = [
        Stretch("Before the conversation", [("prep", "Team of 14"), ("prep", "")]),
        Stretch("What surprised you in *2026*?", [("2:10", "! Forecasts"), ("3:00", "By hand")]),
        Stretch("After the conversation", [("after", "Call her")]),
    ]
    assert markdown(NotesPage("Amara Okafor", [], [], notes)) == (
        "# Amara Okafor\n\n\n"
        "## Notes\n\n"
        "### Before the conversation\n\n"
        "`prep` Team of 14  \n"
        "\n\n"
        "### What surprised you in \\*2026\\*?\n\n"
        "`2:10` ! Forecasts  \n"
        "`3:00` By hand  \n\n"
        "### After the conversation\n\n"
        "`after` Call her\n"
    )
