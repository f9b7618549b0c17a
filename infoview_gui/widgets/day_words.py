"""Days and spans of days in the order of a locale: day, month and year, with or without weekday.

What is wanted is said by the fields of a Qt pattern ("ddd d MMM"); their order and what stands
between them come from the locale's own long date (Unicode CLDR, as Qt has it).
"""

import re
from datetime import date
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QDate, QLocale

_TOKEN: Final = re.compile(r"'(?:[^']|'')*'|d+|M+|y+|[^'dMy]+")
_WEEKDAY, _DAY, _MONTH, _YEAR = "ddd", "d", "M", "y"
_BETWEEN: Final = " ,،、;\u00a0\u202f"
_LONG: Final = QLocale.FormatType.LongFormat

Tokens = tuple[str, ...]


def day_words(locale: QLocale, day: date, fields: str = "ddd d MMM") -> str:
    """Return a day with these fields: "Thu 26 Nov" in Britain, "Thu, Nov 26" in the States."""
    return _text(locale, day, day_pattern(locale, fields))


def day_pattern(locale: QLocale, fields: str) -> str:
    """Return the pattern, as Qt writes it, of a day with these fields in the locale's order."""
    plain = _is_english(locale) and "," not in fields
    pattern = "".join(_fitted(locale.dateFormat(_LONG), fields, plain=plain))
    short = _is_japanese(locale) and pattern.endswith("日ddd") and not pattern.endswith("dddd")
    return f"{pattern.removesuffix('ddd')}'('ddd')'" if short else pattern


def before_day(pattern: str) -> Tokens:
    """Return what stands in a pattern before the number of the day."""
    tokens = tuple(_TOKEN.findall(pattern))
    return tokens[: max(0, _place(tokens, _DAY))]


def day_first(locale: QLocale) -> bool:
    """Whether the day stands before the month where the user lives: 3/12 is in December."""
    tokens = _fitted(locale.dateFormat(_LONG), "d MMMM", plain=False)
    return _place(tokens, _DAY) < _place(tokens, _MONTH)


def month_words(locale: QLocale, month: date, fields: str = "MMMM yyyy") -> str:
    """Return "November 2026", the month called as where it stands alone."""
    tokens = _fitted(locale.dateFormat(_LONG), fields, plain=False)
    long = _LONG if "MMMM" in fields else QLocale.FormatType.ShortFormat
    name = locale.standaloneMonthName(month.month, long).replace("'", "''")
    named = (f"'{name}'" if _is(token, _MONTH) and len(token) > 2 else token for token in tokens)
    said = _text(locale, month, "".join(named))
    return f"{said[:1].upper()}{said[1:]}"


def span_words(locale: QLocale, first: date, last: date, fields: str = "d MMMM yyyy") -> str:
    """Return "23–27 November 2026", "October 25–31, 2026", "30 November – 4 December 2026"."""
    tokens = _fitted(locale.dateFormat(_LONG), fields, plain=False)
    if (first.year, first.month) == (last.year, last.month):
        at = _place(tokens, _DAY)
        begin = _text(locale, first, "".join(tokens[: at + 1]))
        return f"{begin}{_mark(tokens[at + 1 :])}–{_text(locale, last, ''.join(tokens[at:]))}"
    shorter = day_pattern(locale, fields.replace("yyyy", ""))
    whole, said = "".join(tokens), [shorter, shorter]
    if first.year != last.year:
        said = [whole, whole]
    else:
        said[0 if _year_leads(tokens) else 1] = whole
    return f"{_text(locale, first, said[0])} – {_text(locale, last, said[1])}"


def _mark(following: Tokens) -> str:
    """Return what a number of a day has right behind it: a full stop in German, 日 in Japanese."""
    literal = following[0] if following and following[0][0] not in "'dMy" else ""
    return re.split(r"[\s,]", literal, maxsplit=1)[0]


@lru_cache(maxsize=256)
def _fitted(long: str, fields: str, *, plain: bool) -> Tokens:
    """Return the tokens of a long date with these fields only, as long as they are asked for."""
    wanted = re.findall(r"d+|M+|y+", fields)
    if len(wanted) == 1:
        return (wanted[0],)
    tokens: list[str] = _TOKEN.findall(long)
    for kind in (_WEEKDAY, _YEAR, _DAY, _MONTH):
        asked, at = next((one for one in wanted if _is(one, kind)), ""), _place(tokens, kind)
        if at >= 0 and not asked:
            _take_out(tokens, at, kind)
        elif at >= 0 and len(tokens[at]) > 2:  # a name; where the month is a number, it stays one
            tokens[at] = asked
    if plain and len(tokens) > 2 and _is(tokens[0], _WEEKDAY) and _is(tokens[2], _DAY):
        tokens[1] = " "  # “Thursday 26 November”, as one writes it in Britain
    return tuple(tokens)


def _take_out(tokens: list[str], at: int, kind: str) -> None:
    """Take a field out, with what belongs to it and what parts it from the others."""
    following = _next_field(tokens, at)
    if following == len(tokens) and kind == _YEAR:  # with its “de” or comma before it
        at = 1 + max((n for n in range(at) if tokens[n][0] in "dMy"), default=-1)
    del tokens[at:following]
    if at == len(tokens):
        _strip_end(tokens)


def _next_field(tokens: list[str], at: int) -> int:
    """Return where the field after that place is, else the end."""
    ahead = range(at + 1, len(tokens))
    return next((n for n in ahead if tokens[n][0] in "dMy"), len(tokens))


def _strip_end(tokens: list[str]) -> None:
    while tokens and not tokens[-1].strip(_BETWEEN):
        tokens.pop()
    if tokens:
        tokens[-1] = tokens[-1].rstrip(_BETWEEN)


def _place(tokens: Tokens | list[str], kind: str) -> int:
    return next((n for n, token in enumerate(tokens) if _is(token, kind)), -1)


def _is(token: str, kind: str) -> bool:
    if kind == _DAY:
        return token in {"d", "dd"}
    return token.startswith(kind)


def _year_leads(tokens: Tokens) -> bool:
    return 0 <= _place(tokens, _YEAR) < _place(tokens, _DAY)


def _is_english(locale: QLocale) -> bool:
    return locale.language() in {QLocale.Language.English, QLocale.Language.C}


def _is_japanese(locale: QLocale) -> bool:
    return locale.language() == QLocale.Language.Japanese


def _text(locale: QLocale, day: date, pattern: str) -> str:
    return locale.toString(QDate(day.year, day.month, day.day), pattern)
