from pathlib import Path

import pytest

from infoview_gui import resources
from infoview_gui.theme.tokens import read_tokens
from infoview_gui.theme.tones import TONES, tone_tokens

LIGHT, DARK = read_tokens(resources.folder() / "styles" / "tokens.css")
SHADES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]

GROUNDS = ("window", "surface", "sunken")
WORDS = [
    *[(words, ground) for words in ("text", "muted") for ground in GROUNDS],
    *[("text", ground) for ground in ("accent-soft", "selection", "hover", "amber-soft")],
    *[("muted", ground) for ground in ("accent-soft", "selection", "hover")],
    *[("accent", ground) for ground in ("window", "surface", "selection")],
    *[tone_tokens(tone) for tone in TONES],
    *[(tone_tokens(tone)[0], ground) for tone in TONES for ground in ("window", "surface")],
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("surface", "text"),
    ("red", "red-soft"),
]
SHAPES = [
    *[(shape, ground) for shape in ("control", "focus") for ground in ("window", "surface")],
    ("focus", "accent-soft"),
    ("focus", "hover"),
    ("text", "window"),
    ("accent", "sunken"),
    ("amber", "sunken"),
    ("red", "sunken"),
    ("blue", "sunken"),
]


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", SHADES)
@pytest.mark.parametrize(("words", "ground"), WORDS)
def test_words_can_be_read(tokens: dict[str, str], words: str, ground: str) -> None:
    assert contrast(tokens[words], tokens[ground]) >= 4.5


@pytest.mark.parametrize("tokens", SHADES)
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_controls_and_focus_can_be_seen(tokens: dict[str, str], shape: str, ground: str) -> None:
    assert contrast(tokens[shape], tokens[ground]) >= 3.0


def test_white_on_black_has_the_contrast_of_the_standard() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)


def test_both_themes_name_the_same_colours() -> None:
    assert set(LIGHT) == set(DARK)
    assert LIGHT["window"] != DARK["window"]


def test_what_the_dark_theme_leaves_out_is_as_in_the_light_one(tmp_path: Path) -> None:
    file = tmp_path / "tokens.css"
    file.write_text(":root{--a:#010203;--b:#040506}.dark{--b:#0A0B0C}", encoding="utf-8")
    light, dark = read_tokens(file)
    assert light == {"a": "#010203", "b": "#040506"}
    assert dark == {"a": "#010203", "b": "#0A0B0C"}


def test_a_tone_has_a_short_and_a_long_name() -> None:
    assert tone_tokens("amb") == tone_tokens("amber") == ("amber", "amber-soft")
    with pytest.raises(KeyError):
        tone_tokens("pink")
