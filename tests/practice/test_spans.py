"""Minutes, hours or days, whichever says enough."""

import pytest

from infoview_gui.practice.spans import span_words

MINUTE = 60_000
HOUR = 60 * MINUTE


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (0, "1 min"),
        (50 * MINUTE + 59_999, "50 min"),
        (HOUR, "1 h"),
        (HOUR + 50 * MINUTE, "1 h 50 min"),
        (2 * HOUR + 59 * MINUTE, "2 h 59 min"),
        (20 * HOUR + 30 * MINUTE, "20 h"),
        (47 * HOUR + 59 * MINUTE, "47 h"),
        (48 * HOUR, "2 days"),
        (96 * HOUR, "4 days"),
    ],
)
def test_a_span_in_words(length: int, words: str) -> None:
    assert span_words(length) == words
