"""Finds the data files that travel with the program. Knows nothing of what is in them."""

from pathlib import Path


def folder() -> Path:
    """Return the folder of icons, fonts, styles and questions.

    In a wheel that is ``infoview_gui/_resources``; in a checkout, ``resources/`` beside the
    package. (``importlib.resources`` would say the same for 7 ms of every start.)
    """
    package = Path(__file__).parent
    packed = package / "_resources"
    return packed if packed.is_dir() else package.parent / "resources"
