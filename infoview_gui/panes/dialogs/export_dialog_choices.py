"""What an export may be, in words, and the name it gets. Knows no widgets."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from infoview_gui.panes.phrases import people_words

FORMATS = {
    ".csv": "CSV, for a spreadsheet or a program",
    ".xlsx": "Excel workbook",
    ".vcf": "vCard, for an address book",
}
FORMS = {
    ".csv": {
        "excel": "for Excel and LibreOffice",
        "programs": "for other programs",
        "google": "for Google Contacts",
        "outlook": "for Outlook",
    },
    ".vcf": {"3.0": "version 3.0, read everywhere", "4.0": "version 4.0"},
}
"""What a file of a kind can be written as; the first is the usual one."""
COLUMN_WORDS = {"Other Columns": "Other columns of imported files"}
_PRIVATE = ("Note", "Stage", "Tags", "Introduced By", "Other Columns")
_ALWAYS = "Infoview ID"
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
    """What was chosen last; ``left_out`` are columns."""

    kind: str = ".csv"
    preset: str = "everything"
    folder: str = ""
    forms: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()

    def form(self, kind: str) -> str:
        """Return as what a file of a kind is written; empty where there is nothing to choose."""
        chosen = self.forms.get(kind, "")
        return chosen if chosen in FORMS.get(kind, {}) else next(iter(FORMS.get(kind, {})), "")

    def state(self) -> dict[str, object]:
        """Return it as JSON values."""
        return {
            "kind": self.kind,
            "preset": self.preset,
            "folder": self.folder,
            "forms": dict(self.forms),
            "left_out": list(self.left_out),
        }


def choice_from(state: dict[str, object]) -> ExportChoice:
    """Read what was kept; garbage is the usual choice."""
    kind, preset, folder = (state.get(name) for name in ("kind", "preset", "folder"))
    forms, left_out = state.get("forms"), state.get("left_out")
    usual = ExportChoice()
    return ExportChoice(
        kind if isinstance(kind, str) and kind in FORMATS else usual.kind,
        preset if isinstance(preset, str) and preset in PRESETS else usual.preset,
        folder if isinstance(folder, str) else usual.folder,
        {one: str(form) for one, form in forms.items()} if isinstance(forms, dict) else {},
        tuple(map(str, left_out)) if isinstance(left_out, list) else (),
    )


def offered_columns(columns: Sequence[str], preset: str) -> list[str]:
    """Return the columns that may be left out: not those that say whose the row is, nor private."""
    private = _PRIVATE if preset == "shareable" else ()
    return [name for name in columns if name != _ALWAYS and name not in private]


def columns_words(offered: Sequence[str], left_out: Collection[str]) -> str:
    """Return "All columns" or "12 of 16 columns"."""
    kept = sum(name not in left_out for name in offered)
    return "All columns" if kept == len(offered) else f"{kept} of {len(offered)} columns"


def proposed_name(day: date, kind: str) -> str:
    """Return "infoview-people-2026-11-23.csv"."""
    return _UNSAFE.sub("-", f"infoview-people-{day.isoformat()}{kind}")


def shown_words(count: int) -> str:
    """Return "The 18 people shown"."""
    return "The one person shown" if count == 1 else f"The {people_words(count)} shown"


def all_words(count: int) -> str:
    """Return "All 214 people"."""
    return "The only person there is" if count == 1 else f"All {people_words(count)}"
