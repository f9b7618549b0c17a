"""Until when a time that was proposed to a person stands. Knows no database and no clock.

Rule (issue 7): proposed times are held since the first message; they fade when the offer is a week
old. Moments are ms since 1970 UTC.
"""

from typing import Final

WEEK_MS: Final = 7 * 24 * 3_600_000


def has_faded(starts_at: int | None, offered_at: int, now: int) -> bool:
    """Say whether a proposed time holds nothing any more: it is past, or offered a week ago.

    ``offered_at`` is when its letter was sent, else when it was made. What waits for a time has no
    time that could fade.
    """
    return starts_at is not None and (starts_at <= now or now >= offered_at + WEEK_MS)
