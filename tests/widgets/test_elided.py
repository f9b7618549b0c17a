"""Words cut to a width: never wider than the room, never shorter than Qt would cut them by much."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from infoview_gui.theme import Theme
from infoview_gui.widgets.elided import Elider

latin = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x17F, exclude_categories=["C"]),
    min_size=1,
    max_size=60,
)
rooms = st.integers(0, 400).map(float)


@pytest.fixture(scope="module")
def font(qapp: QApplication) -> QFont:
    theme = Theme(qapp)
    return theme.font(12, QFont.Weight.DemiBold)


@settings(max_examples=200, deadline=None)
@given(text=latin, room=rooms)
def test_what_is_shown_fits_and_is_as_long_as_qt_makes_it(
    font: QFont, text: str, room: float
) -> None:
    shown, width = Elider(font).cut(text, room)
    metrics = QFontMetricsF(font)
    assert metrics.horizontalAdvance(shown) <= room + 1
    assert abs(metrics.horizontalAdvance(shown) - width) <= 0.02 * width + 3
    theirs = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    assert len(shown) >= len(theirs.rstrip(" …")) - 3


@pytest.mark.parametrize(
    "text", ["נועה לוי", "अनन्या शर्मा", "محمد العلي", "Олена Коваленко", "李伟", "👩‍👩‍👧 Ana"]
)
@pytest.mark.parametrize("room", [10.0, 40.0, 500.0])
def test_other_scripts_are_cut_as_qt_cuts_them(font: QFont, text: str, room: float) -> None:
    metrics = QFontMetricsF(font)
    theirs = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    shown, width = Elider(font).cut(text, room)
    assert shown in {theirs, ""}
    assert width == pytest.approx(metrics.horizontalAdvance(shown))


def test_two_lines_become_one(font: QFont) -> None:
    assert Elider(font).cut("Amara\nOkafor", 500)[0] == "Amara Okafor"
    assert Elider(font).cut("", 500) == ("", 0.0)
