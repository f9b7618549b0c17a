"""The user's business days: the holidays of a country, its weekend, and the user's own free days.

The holidays come from the library of that name, which is imported when the first day is asked about
(it takes 50 ms, and a country as long again). Which days are a weekend is a table here for the same
reason; the tests compare it with the library.
"""

from collections.abc import Callable, Sequence
from datetime import date, tzinfo
from functools import lru_cache
from typing import Final

from infoview_gui.practice.workdays import SATURDAY_SUNDAY, Workdays, no_holiday
from infoview_gui.settings import Holiday

_WEEKENDS: Final = {
    frozenset({4, 5}): "AF BD BH DJ DZ EG IL IQ JO KW MR MV OM QA SA SD SY YE",
    frozenset({4, 6}): "BN",
    frozenset({4}): "IR",
    frozenset({6}): "AI CD HK KN NE PY TK VE",
}
_WEEKEND_OF: Final = {
    country: weekend for weekend, countries in _WEEKENDS.items() for country in countries.split()
}


def workdays(country: str, own: Sequence[Holiday], zone: tzinfo) -> Workdays:
    """Return the days that count for a user: ISO code of the country ("" unknown), free days, zone.

    A country that the library does not know has Saturdays and Sundays and no holidays.
    """

    def is_holiday(day: date) -> bool:
        return any(one.holds(day) for one in own) or _holidays_of(country)(day)

    return Workdays(zone, is_holiday, _WEEKEND_OF.get(country, SATURDAY_SUNDAY))


@lru_cache(maxsize=4)
def _holidays_of(country: str) -> Callable[[date], bool]:
    if not country:
        return no_holiday
    import holidays  # noqa: PLC0415 - see above

    try:
        return holidays.country_holidays(country).__contains__
    except NotImplementedError:  # what the library raises for a country it does not know
        return no_holiday
