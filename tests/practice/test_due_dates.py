"""Days as people write them, counted from Wednesday 25 November 2026."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.practice.due_dates import find_due, read_day

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", "2026-11-25"),
        ("tomorrow", "2026-11-26"),
        ("Friday", "2026-11-27"),
        ("on fri", "2026-11-27"),
        ("Wednesday", "2026-12-02"),
        ("this Wednesday", "2026-11-25"),
        ("this Monday", "2026-11-30"),
        ("next Monday", "2026-11-30"),
        ("next Friday", "2026-12-04"),
        ("Thurs", "2026-11-26"),
        ("3 Dec", "2026-12-03"),
        ("3rd of December", "2026-12-03"),
        ("Dec 3", "2026-12-03"),
        ("Sept. 1st, 2027", "2027-09-01"),
        ("3 Nov", "2027-11-03"),
        ("29 Feb", None),
        ("29 Feb 2028", "2028-02-29"),
        ("31 April", None),
        ("2026-12-24", "2026-12-24"),
        ("3.12.", "2026-12-03"),
        ("3.12.27", "2027-12-03"),
        ("3/12", "2026-12-03"),
        ("12/24", "2026-12-24"),
        ("in two weeks", "2026-12-09"),
        ("in 3 days", "2026-11-28"),
        ("in three working days", "2026-11-30"),
        ("within a month", "2026-12-25"),
        ("in a couple of weeks", "2026-12-09"),
        ("in a fortnight", "2026-12-09"),
        ("next week", "2026-12-04"),
        ("the end of the week", "2026-11-27"),
        ("end of this month", "2026-11-30"),
        ("the end of next month", "2026-12-31"),
        ("the weekend", "2026-11-29"),
        ("next month", "2026-12-31"),
        ("in 999 years", "3025-11-25"),
        ("", None),
        ("soon", None),
        ("may", None),
    ],
)
def test_words_name_a_day(words: str, day: str | None) -> None:
    found = read_day(words, TODAY)
    assert (found and found.isoformat()) == day


def test_the_month_comes_first_where_the_locale_says_so() -> None:
    assert read_day("12/3", TODAY, day_first=False) == date(2026, 12, 3)
    assert read_day("24/12", TODAY, day_first=False) == date(2026, 12, 24)
    assert read_day("3.12.", TODAY, day_first=False) == date(2026, 12, 3)


@pytest.mark.parametrize(
    ("line", "left", "words"),
    [
        ("Send the notebook (due Friday)", "Send the notebook", "Friday"),
        ("Send (by 3 Dec) the notebook", "Send the notebook", "3 Dec"),
        ("Write to Lena by Friday", "Write to Lena", "Friday"),
        ("Write to Lena by next Friday.", "Write to Lena", "next Friday"),
        ("Write to Lena, due 3 Dec", "Write to Lena", "3 Dec"),
        ("Call back in two weeks", "Call back", "in two weeks"),
        ("Call back IN 3 DAYS!", "Call back", "IN 3 DAYS"),
        ("Read the book by Taleb", "Read the book by Taleb", None),
        ("Drop by Monday group", "Drop by Monday group", None),
        ("Work in two weeks sprints", "Work in two weeks sprints", None),
    ],
)
def test_a_line_names_its_day(line: str, left: str, words: str | None) -> None:
    due = find_due(line)
    assert (due and due.words) == words
    rest = line if due is None else line[: due.start] + line[due.end :]
    assert rest == left


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_written_date_is_read_whatever_the_day(today: date, day: date) -> None:
    assert read_day(day.isoformat(), today) == day
    assert read_day(f"{day.day} {day:%B} {day.year}", today) == day


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 6), st.booleans())
def test_a_weekday_lies_within_a_week_ahead(today: date, weekday: int, short: bool) -> None:
    name = (date(2024, 1, 1) + timedelta(days=weekday)).strftime("%a" if short else "%A")
    found = read_day(name, today)
    assert found is not None
    assert found.weekday() == weekday
    assert 1 <= (found - today).days <= 7


@given(st.text(), st.dates(date(2, 1, 1), date(9000, 1, 1)))
def test_no_text_is_too_strange(text: str, today: date) -> None:
    assert read_day(text, today) is None or isinstance(read_day(text, today), date)
    due = find_due(text)
    assert due is None or due.words


def test_the_calendar_ends() -> None:
    assert read_day("in 999 years", date(9999, 1, 1)) is None
    assert read_day("next week", date(9999, 12, 31)) is None
