"""Days and spans in the order of the locale; what is right is what Unicode CLDR says of each."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from infoview_gui.widgets.day_words import day_first, day_words, month_words, span_words

DAY = date(2026, 11, 26)
LONG, SHORT = "dddd d MMMM", "ddd d MMM"


@pytest.mark.parametrize(
    ("name", "whole", "weekday", "short", "bare", "month"),
    [
        ("en_GB", "Thursday 26 November 2026", "Thursday 26 November", "Thu 26 Nov",
         "26 Nov", "November 2026"),
        ("en_US", "Thursday, November 26, 2026", "Thursday, November 26", "Thu, Nov 26",
         "Nov 26", "November 2026"),
        ("de_DE", "Donnerstag, 26. November 2026", "Donnerstag, 26. November", "Do., 26. Nov.",
         "26. Nov.", "November 2026"),
        ("fr_FR", "jeudi 26 novembre 2026", "jeudi 26 novembre", "jeu. 26 nov.",
         "26 nov.", "Novembre 2026"),
        ("ja_JP", "2026年11月26日木曜日", "11月26日木曜日", "11月26日(木)",
         "11月26日", "2026年11月"),
        ("pt_PT", "quinta-feira, 26 de novembro de 2026", "quinta-feira, 26 de novembro",
         "quinta, 26 de nov.", "26 de nov.", "Novembro de 2026"),
        ("sv_SE", "torsdag 26 november 2026", "torsdag 26 november", "tors 26 nov.",
         "26 nov.", "November 2026"),
    ],
)  # fmt: skip
def test_a_day_is_told_in_the_order_of_the_locale(
    name: str, whole: str, weekday: str, short: str, bare: str, month: str
) -> None:
    locale = QLocale(name)
    told = [day_words(locale, DAY, fields) for fields in (f"{LONG} yyyy", LONG, SHORT, "d MMM")]
    assert [*told, month_words(locale, DAY)] == [whole, weekday, short, bare, month]


@pytest.mark.parametrize(
    ("name", "week", "months", "years"),
    [
        ("en_GB", "25–31 October 2026", "30 November – 4 December 2026",
         "28 December 2026 – 1 January 2027"),
        ("en_US", "October 25–31, 2026", "November 30 – December 4, 2026",
         "December 28, 2026 – January 1, 2027"),
        ("de_DE", "25.–31. Oktober 2026", "30. November – 4. Dezember 2026",
         "28. Dezember 2026 – 1. Januar 2027"),
        ("fr_FR", "25–31 octobre 2026", "30 novembre – 4 décembre 2026",
         "28 décembre 2026 – 1 janvier 2027"),
        ("ja_JP", "2026年10月25日–31日", "2026年11月30日 – 12月4日",
         "2026年12月28日 – 2027年1月1日"),
        ("pt_PT", "25–31 de outubro de 2026", "30 de novembro – 4 de dezembro de 2026",
         "28 de dezembro de 2026 – 1 de janeiro de 2027"),
        ("sv_SE", "25–31 oktober 2026", "30 november – 4 december 2026",
         "28 december 2026 – 1 januari 2027"),
    ],
)  # fmt: skip
def test_a_span_names_once_what_both_ends_share(
    name: str, week: str, months: str, years: str
) -> None:
    locale = QLocale(name)
    assert span_words(locale, date(2026, 10, 25), date(2026, 10, 31)) == week
    assert span_words(locale, date(2026, 11, 30), date(2026, 12, 4)) == months
    assert span_words(locale, date(2026, 12, 28), date(2027, 1, 1)) == years


@pytest.mark.parametrize(
    ("name", "short"),
    [("en_GB", "25–31 Oct"), ("en_US", "Oct 25–31"), ("de_DE", "25.–31. Okt."),
     ("ja_JP", "10月25日–31日"), ("hu_HU", "okt. 25.–31.")],
)  # fmt: skip
def test_without_the_year_nothing_of_it_is_left(name: str, short: str) -> None:
    assert span_words(QLocale(name), date(2026, 10, 25), date(2026, 10, 31), "d MMM") == short


@pytest.mark.parametrize(
    ("name", "first"),
    [("en_GB", True), ("en_US", False), ("de_DE", True), ("fr_FR", True), ("ja_JP", False),
     ("pt_PT", True), ("sv_SE", True), ("en_CA", False)],
)  # fmt: skip
def test_typed_numbers_are_read_in_the_order_in_which_days_are_shown(
    name: str, first: bool
) -> None:
    locale = QLocale(name)
    assert day_first(locale) is first
    shown = day_words(locale, DAY, "d MMMM")
    assert (shown.index("26") == 0) is first


def test_a_comma_that_is_asked_for_stays_in_britain() -> None:
    assert day_words(QLocale("en_GB"), DAY, "dddd, d MMMM") == "Thursday, 26 November"


def test_a_single_field_is_told_alone() -> None:
    american = QLocale("en_US")
    assert [day_words(american, DAY, field) for field in ("dddd", "d")] == ["Thursday", "26"]
