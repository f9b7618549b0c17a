"""Finds the data files that travel with the program. Knows nothing of what is in them."""

from importlib.resources import files
from pathlib import Path


def folder() -> Path:
    """Return the folder of icons, fonts, styles and questions.

    In a wheel that is ``infoview_gui/_resources``; in a checkout, ``resources/`` beside it.
    """
    package = Path(str(files("infoview_gui")))
    packed = package / "_resources"
    return packed if packed.is_dir() else package.parent / "resources"
