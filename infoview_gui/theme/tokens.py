"""The design tokens: named colours of the light and the dark theme. Knows nothing of Qt."""

import re
from collections.abc import Mapping
from pathlib import Path

_BLOCK = re.compile(r"(?P<selector>:root|\.dark)\s*\{(?P<body>[^}]*)\}")
_TOKEN = re.compile(r"--(?P<name>[a-z-]+)\s*:\s*(?P<value>#[0-9A-Fa-f]{6})")


def read_tokens(style_file: Path) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return (light, dark): token name to ``#RRGGBB``; dark falls back to light."""
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    for block in _BLOCK.finditer(style_file.read_text(encoding="utf-8")):
        target = light if block["selector"] == ":root" else dark
        target.update((found["name"], found["value"]) for found in _TOKEN.finditer(block["body"]))
    return light, {**light, **dark}
