"""The prep sheet is one page, whatever stands on it."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize

from infoview_gui.pages.paper import paper_of
from infoview_gui.pages.prep_sheet import Item, Part, PrepPage, PrepSheetPage, cut
from infoview_gui.theme import Theme

A4 = paper_of(QLocale("de_DE"))


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def page(goal: str = "Learn", questions: int = 7, words: str = "What surprised you?") -> PrepPage:
    asked = tuple(Item(f"{words} {n}", tick=False) for n in range(questions))
    return PrepPage(
        "Amara Okafor",
        ("Tue 24 Nov 14:30 · 15 min",),
        (Part("What you want from this talk", (Item(goal),)),),
        (Part("Who", (Item("Head of Grid Analytics", lead="Amara Okafor"),)),),
        (Part("Questions", asked), Part("Checklist", (Item("On time", tick=True),))),
    )


@pytest.mark.parametrize(
    ("place", "size"),
    [
        ("de_DE", QPageSize.PageSizeId.A4),
        ("en_GB", QPageSize.PageSizeId.A4),
        ("en_US", QPageSize.PageSizeId.Letter),
        ("fr_CA", QPageSize.PageSizeId.Letter),
    ],
)
def test_the_paper_is_that_of_the_country(place: str, size: QPageSize.PageSizeId) -> None:
    assert paper_of(QLocale(place)).page == size


def test_a_short_sheet_keeps_every_word_and_stays_large(theme: Theme) -> None:
    made = PrepSheetPage(theme, page(), A4)
    assert pages_of(made.pdf()) == 1
    assert "…" not in made.words
    for words in ("Amara Okafor", "Learn", "What surprised you? 6", "□", "✓"):
        assert words in made.words


def test_forty_questions_and_a_goal_of_ten_kilobytes_are_one_page(theme: Theme) -> None:
    goal = "Understand how forecasts are bought. " * 280
    made = PrepSheetPage(theme, page(goal, 40), A4)
    assert made.document.size().height() <= A4.inner.height()
    assert pages_of(made.pdf()) == 1
    assert "What surprised you? 39" in made.words  # only the longest part was shortened
    assert "Understand how forecasts are bought." in made.words
    assert "…" in made.words


def test_more_lines_than_a_page_holds_are_counted(theme: Theme) -> None:
    made = PrepSheetPage(theme, page(questions=400), A4)
    assert made.document.size().height() <= A4.inner.height()
    left = re.search(r"… and (\d+) more", made.words)
    assert left is not None
    assert made.words.count("What surprised you?") + int(left[1]) == 400


def test_markup_is_shown_as_it_was_typed(theme: Theme) -> None:
    made = PrepSheetPage(theme, page("<b>bold</b> & <img src=x>"), A4)
    assert "<b>bold</b> & <img src=x>" in made.words


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=3000), st.integers(0, 60), st.text(max_size=300))
def test_it_always_fits(theme: Theme, goal: str, questions: int, words: str) -> None:
    made = PrepSheetPage(theme, page(goal, questions, words), A4)
    assert made.document.size().height() <= A4.inner.height()


@given(st.text(), st.integers(2, 50))
def test_a_cut_text_is_no_longer_than_it_may_be(text: str, most: int) -> None:
    assert len(cut(text, most)) <= most
