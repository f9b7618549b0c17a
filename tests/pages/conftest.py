import pytest
from PySide6.QtWidgets import QApplication

from infoview_gui.theme import Theme
from infoview_gui.theme.theme import Scheme


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    theme = Theme(qapp, scheme=Scheme.DARK)
    theme.apply(qapp)
    return theme
