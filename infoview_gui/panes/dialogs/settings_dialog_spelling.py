"""The setting for spelling: which dictionary letters are looked up in, or none."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from infoview_gui.panes.dialogs.settings_dialog_choice import ChoiceField
from infoview_gui.panes.languages import language_names
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services.dictionaries import MISSING
from infoview_gui.settings import NO_SPELLING

FITTING, NONE = "The one that fits the letter", "None: spelling is not checked"
_NOTE = "Words of letters that are not in it are underlined with dots."


def spelling_field(
    preferences: Preferences, installed: Sequence[str], parent: QWidget
) -> ChoiceField:
    """Make the field; where no dictionary is installed it says what to install."""
    names = {**language_names(installed), NO_SPELLING: NONE}
    tags = {name.casefold(): tag for tag, name in names.items()}
    return ChoiceField(
        preferences,
        "spelling",
        "Dictionary for letters",
        FITTING,
        [NONE, *sorted(name for tag, name in names.items() if tag != NO_SPELLING)],
        lambda text: tags.get(text.casefold()) if text else "",
        lambda tag: names.get(tag) or language_names([tag])[tag],
        "No such dictionary. Choose one from the list.",
        parent,
        _NOTE if installed else MISSING,
    )
