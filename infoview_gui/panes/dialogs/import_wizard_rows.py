"""What an import shows line by line: the plans laid out for a table. Knows no widgets.

Doubtful and unreadable first, then what is added to, what is new, and what is the same already.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from infoview_gui.interchange.cards import LeftOut, excerpt
from infoview_gui.panes.phrases import dotted
from infoview_gui.services.drafts import CHANNELS
from infoview_gui.services.import_plan import Decision, FilePlan, Verdict

_FORMATS = {
    "linkedin-csv": "LinkedIn",
    "google-csv": "Google Contacts",
    "outlook-csv": "Outlook",
    "infoview-csv": "Infoview",
    "csv": "CSV",
    "ldif": "LDIF",
    "vcard": "vCard",
}
_ORDER = (Verdict.TO_DECIDE, Verdict.MERGED, Verdict.NEW, Verdict.UNCHANGED)


class Outcome(StrEnum):
    """What becomes of a line; the words are what a screen reader says for its picture."""

    CHOOSE = "choose"
    UNREADABLE = "left out"
    ADDED_TO = "adds something"
    NEW = "new"
    SAME = "the same already"


_OUTCOMES = {
    Verdict.TO_DECIDE: Outcome.CHOOSE,
    Verdict.MERGED: Outcome.ADDED_TO,
    Verdict.NEW: Outcome.NEW,
    Verdict.UNCHANGED: Outcome.SAME,
}


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One line of a file: a card with its decision, or what could not be read."""

    plan: FilePlan
    decision: Decision | None = None
    left: LeftOut | None = None
    asked: bool = False
    """Whether the user is to choose; it stays so after the choice."""

    @property
    def outcome(self) -> Outcome:
        """What becomes of it as things stand."""
        return Outcome.UNREADABLE if self.decision is None else _OUTCOMES[self.decision.verdict]

    @property
    def name(self) -> str:
        """The name, or what stands in its place."""
        if self.decision is not None:
            return self.decision.card.name or "No name"
        return excerpt(self.left.text) if self.left and self.left.text.strip() else "–"

    @property
    def company(self) -> str:
        """The company; for what cannot be read, the reason."""
        if self.decision is not None:
            return self.decision.card.company
        return self.left.reason if self.left is not None else self.plan.error

    @property
    def role(self) -> str:
        """The position."""
        return self.decision.card.role if self.decision is not None else ""

    @property
    def line(self) -> int:
        """The line in its file; 0 when it has none."""
        if self.decision is not None:
            return self.decision.card.line
        return self.left.line if self.left is not None else 0

    @property
    def what(self) -> str:
        """What will happen."""
        decision = self.decision
        if decision is None:
            return "Left out; kept in the import report"
        if decision.verdict is Verdict.NEW:
            return dotted("New", _found_through(self.plan, decision))
        if decision.verdict is Verdict.MERGED:
            return _added(decision)
        if decision.verdict is Verdict.TO_DECIDE:
            return decision.reason
        if self.asked:
            return f"{decision.like_name} has all of it already"
        reason = decision.reason if decision.like_id is None else ""
        return f"{reason[:1].upper()}{reason[1:]}" or "The same already"


def _added(decision: Decision) -> str:
    """Return "Adds position; keeps your phone number and notes"."""
    to = "" if decision.card.name == decision.like_name else f" to {decision.like_name}"
    kept = decision.additions.kept
    keeps = f"; keeps your {' and '.join(kept)}" if kept else ""
    return f"Adds {decision.additions.words()}{to}{keeps}"


def _found_through(plan: FilePlan, decision: Decision) -> str:
    if plan.format == "linkedin-csv":
        return "found through LinkedIn"
    channel = CHANNELS.get(decision.card.channel, "")
    return f"found through {channel[:1].lower()}{channel[1:]}" if channel else ""


def arranged(plans: Sequence[FilePlan]) -> list[PlanRow]:
    """Return all lines in the order of the table."""
    by_verdict: dict[Verdict, list[PlanRow]] = {verdict: [] for verdict in _ORDER}
    unreadable = [PlanRow(plan) for plan in plans if plan.error]
    for plan in plans:
        unreadable += [PlanRow(plan, left=left) for left in plan.left_out]
        for decision in plan.decisions:
            asked = decision.verdict is Verdict.TO_DECIDE
            by_verdict[decision.verdict].append(PlanRow(plan, decision, asked=asked))
    doubtful, *rest = (by_verdict[verdict] for verdict in _ORDER)
    return doubtful + unreadable + [row for rows in rest for row in rows]


def tally(rows: Iterable[PlanRow]) -> Counter[Outcome]:
    """Count what will happen."""
    return Counter(row.outcome for row in rows)


@dataclass(frozen=True, slots=True)
class CountWords:
    """A chip with a number."""

    text: str
    tone: str


def count_words(counts: Counter[Outcome]) -> list[CountWords]:
    """Return the chips above the table; what there is none of is not named."""
    found = (
        (Outcome.NEW, "grn", "{} new", "{} new"),
        (
            Outcome.ADDED_TO,
            "blu",
            "{} adds something to someone you have",
            "{} add something to people you have",
        ),
        (Outcome.SAME, "", "{} the same already", "{} the same already"),
        (
            Outcome.CHOOSE,
            "amb",
            "{} looks like someone you have: choose",
            "{} look like someone you have: choose",
        ),
        (Outcome.UNREADABLE, "red", "{} line can’t be read", "{} lines can’t be read"),
    )
    return [
        CountWords((one if counts[kind] == 1 else many).format(f"{counts[kind]:,}"), tone)
        for kind, tone, one, many in found
        if counts[kind]
    ]


def written(counts: Counter[Outcome]) -> int:
    """Return how many people an import would write."""
    return counts[Outcome.NEW] + counts[Outcome.ADDED_TO]


def source_words(plans: Sequence[FilePlan]) -> str:
    """Return "LinkedIn Connections.csv · recognised" or "3 files"."""
    if len(plans) != 1:
        return f"{len(plans)} files"
    known = _FORMATS.get(plans[0].format, "")
    if known == "CSV":  # the table of a workbook is read as one
        known = plans[0].path.suffix.lstrip(".").upper()
    recognised = "recognised" if plans[0].format not in {"", "csv"} else ""
    return dotted(f"{known} {plans[0].path.name}".strip(), recognised)
