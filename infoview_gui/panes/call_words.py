"""What the state of a conversation's clock is called, and its tone, wherever it is shown.

Pure functions. Words and colour always come together, so that colour never carries the meaning
alone (PRODUCT.md, "The conversation"; pictures 04 and 05).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from infoview_gui.practice import countdown
from infoview_gui.practice.countdown import MINUTE_MS, Event, Phase, State
from infoview_gui.practice.course import course_of

_SMALL = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = ("_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


@dataclass(frozen=True, slots=True)
class Look:
    """How a state is shown: ring, clock, and the words that go with them."""

    fraction: float
    """The part of the ring that is drawn, 0 to 1."""
    tone: str
    """acc amb red blu grn or empty, as chips know them."""
    text: str
    """What the clock shows: "2:39"."""
    caption: str
    """What that is: "left of 15"."""
    name: str
    """The state in two or three words: "Begin to close"."""
    icon: str
    sentence: str
    """What to do now."""

    @property
    def short(self) -> str:
        """Words for a narrow place, without repeating the clock."""
        return "Offer to end now" if self.tone == "red" else self.name


def look(clock: State) -> Look:
    """Return how the clock is shown at this moment."""
    text, caption = countdown.clock_text(clock), _caption(clock)
    name, icon, tone, sentence = _state_words(clock)
    return Look(_fraction(clock), tone, text, caption, name, icon, sentence)


def spoken(clock: State) -> str:
    """Return the state for a screen reader, in whole minutes so that it seldom changes."""
    name = look(clock).name
    if clock.phase in {Phase.NOT_STARTED, Phase.ENDED}:
        return name
    if clock.left_ms is None:
        return f"{name}, {_minutes(clock.elapsed_ms // MINUTE_MS)} talked, open end"
    if clock.left_ms > 0:
        return f"{name}, {_minutes(-(-clock.left_ms // MINUTE_MS))} left"
    over = -clock.left_ms // MINUTE_MS
    return f"{name}, {_minutes(over)} over" if over else name


def minutes_up(clock: State) -> tuple[str, str]:
    """Return the title of the closing card and what to say: with the real number, in words."""
    minutes = clock.span_ms // MINUTE_MS
    number, unit = number_word(minutes), "minute" if minutes == 1 else "minutes"
    verb = "is" if minutes == 1 else "are"
    if clock.extended:
        title = f"{number.capitalize()} more {unit} {verb} up"
        said = f"“The {number} more {unit} you gave me {verb} over. I’m happy to stop here.”"
    else:
        title = f"{number.capitalize()} {unit} {verb} up"
        said = (
            f"“I know how busy you are, and the {number} {unit} I asked for {verb} over. "
            "I’m happy to stop here.”"
        )
    return title, said


def gift(minutes: int | None) -> str:
    """Return what going on would give: "+5 min" or "open end"."""
    return "open end" if minutes is None else f"+{minutes} min"


def summary(events: Sequence[Event], clock: State) -> str:
    """Return what a talk amounted to: "You talked 18 min, 3 of them by their choice"."""
    talked = max(1, round(clock.elapsed_ms / MINUTE_MS))
    chosen = round(_chosen_ms(events, clock) / MINUTE_MS)
    over = talked - clock.agreed_minutes - chosen
    parts = [f"You talked {talked} min"]
    if clock.extended and chosen:
        parts.append(f"{min(chosen, talked)} of them by their choice")
    if over > 0:
        parts.append(f"{over} over what was agreed")
    return ", ".join(parts)


def number_word(number: int) -> str:
    """Return a number from 0 to 99 in words, larger ones in figures."""
    if number < 20:
        return _SMALL[max(0, number)]
    if number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")


def _state_words(clock: State) -> tuple[str, str, str, str]:
    """Return name, icon, tone and sentence."""
    if clock.phase is Phase.NOT_STARTED:
        return "Not started", "clock", "", "Start when they are there. Nothing else is needed."
    if clock.phase is Phase.ENDED:
        return "Ended", "check", "grn", ""
    if clock.paused:
        return "Paused", "pause", "", "The clock stands still until you resume."
    return _talking_words(clock)


def _talking_words(clock: State) -> tuple[str, str, str, str]:
    if clock.phase is Phase.OVER:
        return "Time is up", "hourglass", "red", "Offer to end now. Going on is their choice."
    if clock.phase is Phase.CLOSING:
        after = (
            f"After {_minutes(clock.agreed_minutes)}, offer"
            if not clock.extended
            else "Offer again"
        )
        sentence = f"{after} to end. Going on is their choice, not yours."
        return "Begin to close", "clock-alert", "amb", sentence
    if clock.extended:
        sentence = "They set no end. Thank them when it slows." if clock.open_ended else ""
        return "Going on by their choice", "handshake", "blu", sentence or _gave(clock)
    return "Calm", "clock", "acc", "Ask, listen, write down. The clock minds the time."


def _gave(clock: State) -> str:
    minutes = clock.span_ms // MINUTE_MS
    return f"Of {minutes} more {'minute' if minutes == 1 else 'minutes'} they gave."


def _caption(clock: State) -> str:
    if clock.phase is Phase.NOT_STARTED:
        return "agreed"
    if clock.phase is Phase.ENDED:
        return "talked"
    if clock.paused:
        return "paused"
    if clock.open_ended:
        return "open end"
    span = clock.span_ms // MINUTE_MS
    if clock.phase is Phase.OVER:
        return f"over {span}"
    return f"of {span} more" if clock.extended else f"left of {span}"


def _fraction(clock: State) -> float:
    if clock.phase is Phase.NOT_STARTED:
        return 0.0
    if clock.left_ms is None or clock.phase in {Phase.OVER, Phase.ENDED}:
        return 1.0
    return min(1.0, clock.left_ms / clock.span_ms) if clock.span_ms else 1.0


def _chosen_ms(events: Sequence[Event], clock: State) -> int:
    """Return how much of the talk lay in time that they gave."""
    course, end, used = course_of(events), clock.agreed_minutes * MINUTE_MS, 0
    for given in course.extensions:
        begin = max(end, course.elapsed(given.at))
        end = clock.elapsed_ms if given.minutes is None else begin + given.minutes * MINUTE_MS
        used += max(0, min(clock.elapsed_ms, end) - begin)
    return used


def _minutes(number: int) -> str:
    return "1 minute" if number == 1 else f"{number} minutes"
