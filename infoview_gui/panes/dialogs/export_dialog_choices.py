"""What an export may be, in words, and the name it gets. Knows no widgets."""

import re
from dataclasses import dataclass
from datetime import date

from infoview_gui.panes.phrases import people_words

FORMATS = {".csv": "CSV, for a spreadsheet", ".vcf": "vCard 3.0, for an address book"}
PRESETS = {"everything": "Everything", "shareable": "Shareable"}
PRESET_WORDS = {
    "everything": (
        "What is written under About, stages, tags and who introduced whom go with it. "
        "Keep it to yourself."
    ),
    "shareable": (
        "Leaves out notes, stages (with them “do not contact”), tags and who introduced whom."
    ),
}
_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What was chosen last."""

    kind: str = ".csv"
    preset: str = "everything"
    folder: str = ""

    def state(self) -> dict[str, object]:
        """Return it as JSON values."""
        return {"kind": self.kind, "preset": self.preset, "folder": self.folder}


def choice_from(state: dict[str, object]) -> ExportChoice:
    """Read what was kept; garbage is the usual choice."""
    kind, preset, folder = (state.get(name) for name in ("kind", "preset", "folder"))
    usual = ExportChoice()
    return ExportChoice(
        kind if isinstance(kind, str) and kind in FORMATS else usual.kind,
        preset if isinstance(preset, str) and preset in PRESETS else usual.preset,
        folder if isinstance(folder, str) else usual.folder,
    )


def proposed_name(day: date, kind: str) -> str:
    """Return "infoview-people-2026-11-23.csv"."""
    return _UNSAFE.sub("-", f"infoview-people-{day.isoformat()}{kind}")


def shown_words(count: int) -> str:
    """Return "The 18 people shown"."""
    return "The one person shown" if count == 1 else f"The {people_words(count)} shown"


def all_words(count: int) -> str:
    """Return "All 214 people"."""
    return "The only person there is" if count == 1 else f"All {people_words(count)}"
