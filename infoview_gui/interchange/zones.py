"""Which texts name a time zone (QUALITY.md: only those that are listed)."""

from __future__ import annotations

import re
from functools import cache

_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+\-]*(?:/[A-Za-z0-9_+\-]+){0,2}")


def known_zone(text: str) -> str:
    """Return the text if it is the name of a time zone (QUALITY.md: only those listed)."""
    name = text.strip()
    return name if _ZONE.fullmatch(name) and name in _zones() else ""


def zone_in_any_case(text: str) -> str:
    """Return the listed name that differs from a text in capitals only; empty if there is none."""
    return _folded_zones().get(text.strip().casefold(), "")


@cache
def _folded_zones() -> dict[str, str]:
    return {name.casefold(): name for name in _zones()}


@cache
def _zones() -> frozenset[str]:
    import zoneinfo  # noqa: PLC0415 - late: reading the list takes 20 ms and few files need it

    return frozenset(zoneinfo.available_timezones())
