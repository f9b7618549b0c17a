"""What the People table is filtered by, in words. Knows no widgets and no services' verbs."""

from collections.abc import Mapping, Sequence

from infoview_gui.panes.phrases import capital
from infoview_gui.practice.stages import Stage
from infoview_gui.services.drafts import CHANNELS
from infoview_gui.services.people_choices import NO_CHANNEL
from infoview_gui.services.people_filter import LATELY_DAYS, QUIET_DAYS, PeopleFilter

TITLES = {
    "stages": "Stage",
    "channels": "Found through",
    "tags": "Tag",
    "employers": "Company",
}
"""The kinds of conditions that have values, in the order of the pills."""
NO_NEXT_STEP = "No next step"
QUIET = f"Nothing for {QUIET_DAYS} days"
_LATELY = {
    "asked": "Asked",
    "answered": "Answered",
    "talked": "Talked with",
    "referred": "Introduced",
}
_SHORT = 18
_NAMED = 6
Names = Mapping[int, str]


def value_words(kind: str, value: object, names: Names) -> str:
    """Return one value of a condition as it is shown; ``names`` are those of employers."""
    if kind == "stages":
        return Stage(str(value)).label
    if kind == "channels":
        return CHANNELS.get(str(value), str(value)) or NO_CHANNEL
    if kind == "employers" and isinstance(value, int):
        return names.get(value, "a company that is gone")
    return str(value)


def pill_words(kind: str, only: PeopleFilter, names: Names) -> tuple[str, str]:
    """Return what a pill says when something is chosen: briefly, and the whole."""
    values: Sequence[object] = getattr(only, kind)
    if not values:
        return "", ""
    whole = _any_of(kind, values, names)
    if len(values) > 1:
        return f"{TITLES[kind]} · {len(values)}", whole
    short = whole if len(whole) <= _SHORT else f"{whole[: _SHORT - 1].rstrip()}…"
    return short, whole


def lately_words(name: str) -> str:
    """Return "Asked in the last 30 days"; of none of the figures "In the last 30 days"."""
    return capital(f"{_LATELY.get(name, '')} in the last {LATELY_DAYS} days".strip())


def conditions(only: PeopleFilter, names: Names) -> list[str]:
    """Return each condition as a phrase: "stage Asked or Answered", "no next step"."""
    found = [
        f"{TITLES[kind].lower()} {_any_of(kind, getattr(only, kind), names)}"
        for kind in TITLES
        if getattr(only, kind)
    ]
    if only.no_next_step:
        found.append(NO_NEXT_STEP.lower())
    if only.quiet:
        found.append(QUIET.lower())
    if only.lately:
        found.append(lately_words(only.lately).lower())
    return found


def _any_of(kind: str, values: Sequence[object], names: Names) -> str:
    words = [value_words(kind, value, names) for value in values[:_NAMED]]
    if len(values) > _NAMED:
        words.append(f"{len(values) - _NAMED} more")
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
