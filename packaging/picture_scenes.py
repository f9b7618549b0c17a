"""The scenes that `make pictures` shows, from all modules in which they stand.

A scene is one line in SCENES of its module. Its function is handed a desk (picture_desk) and
returns the dialog to show over the window, or None.
"""

from collections.abc import Sequence
from itertools import chain

import picture_calendars
import picture_call
import picture_crowds
import picture_dialogs
import picture_duplicates
import picture_letters
import picture_long_names
import picture_panes
import picture_search
from picture_desk import Scene

_MODULES = (
    picture_panes,
    picture_long_names,
    picture_call,
    picture_dialogs,
    picture_letters,
    picture_duplicates,
    picture_search,
    picture_calendars,
    picture_crowds,
)
SCENES: Sequence[Scene] = tuple(chain.from_iterable(module.SCENES for module in _MODULES))
