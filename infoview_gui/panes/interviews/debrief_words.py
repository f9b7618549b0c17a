"""What the debrief says of each captured line and of the conversation. No widgets, no database."""

from dataclasses import dataclass

from infoview_gui.panes import call_words
from infoview_gui.panes.dialogs.learned_words import introduced, told
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import dotted, listed
from infoview_gui.practice.countdown import State
from infoview_gui.practice.marks import MarkKind
from infoview_gui.services.debrief import Captured
from infoview_gui.services.records import ConversationRecord

BUTTONS = {
    MarkKind.PERSON: ("Add to People", "Added to People"),
    MarkKind.OPENING: ("Keep as opening", "Kept as opening"),
    MarkKind.TERM: ("Add to my terms", "In my terms"),
    MarkKind.TODO: ("Put on the to-do list", "On the to-do list"),
    MarkKind.INSIGHT: ("Keep insight", "Insight kept"),
}
"""What the button says before the line is kept, and after."""
NONE_YET = (
    "No line of the notes is marked. Begin one with ! ~ @ + or - and it stands here, "
    "to be kept with one key."
)


@dataclass(frozen=True, slots=True)
class LineWords:
    """How a captured line is shown; ``tone`` is a colour token for ``detail``."""

    subject: str
    detail: str
    tone: str
    strong: bool
    button: str
    tip: str


def line_words(one: Captured, introducer: str, when: str, times: LocalTime) -> LineWords:
    """Return the words of a line; ``when`` is its time in the talk, as the margin has it."""
    words = told(one.kind, one.fields, times, one.words if one.target_id is None else "")
    detail = words.detail
    if one.kind is MarkKind.PERSON:
        detail = introduced(detail, introducer)
    elif one.kind is MarkKind.INSIGHT:
        detail = dotted(f"at {when}" if when[:1].isdigit() else when, detail)
    offer, kept = BUTTONS[one.kind]
    if one.target_id is None:
        tip = f"{offer} (K)"
    else:
        tip = "Show in People" if one.kind is MarkKind.PERSON else "Take it back"
    button = offer if one.target_id is None else kept
    strong = one.kind is not MarkKind.INSIGHT
    return LineWords(words.subject, detail, words.tone, strong, button, tip)


def headline(record: ConversationRecord, clock: State, times: LocalTime) -> str:
    """Return who, when, how long, and how much of that was their choice."""
    when = "" if record.began_at is None else times.moment_text(record.began_at)
    return dotted(listed(record.title, when), minutes_used(record, clock))


def minutes_used(record: ConversationRecord, clock: State) -> str:
    """Return how long it took, what was agreed, and how much of it was their choice."""
    used = call_words.summary(record.events, clock).removeprefix("You talked ")
    total, comma, rest = used.partition(",")
    return f"{total} ({clock.agreed_minutes} agreed){comma}{rest}"
