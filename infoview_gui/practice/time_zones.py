"""Which names are time zones. Knows no list: reading that of the system costs 20 ms each time."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_OTHER_FORMS = ("posix/", "right/")
_NOT_LISTED = frozenset({"posixrules"})


def is_zone(name: str) -> bool:
    """Tell whether ``zoneinfo.available_timezones()`` has the name; never raises."""
    if not name or name in _NOT_LISTED or name.startswith(_OTHER_FORMS):
        return False
    try:
        ZoneInfo(name)
    # A folder such as “Europe”, a name that leads elsewhere, a file that is no zone.
    except (ZoneInfoNotFoundError, OSError, ValueError):
        return False
    return True
