"""Writes values as TOML text, which the standard library only reads. Knows not what they mean."""

from collections.abc import Mapping
from datetime import date, datetime, time
from math import isfinite, isnan

_ESCAPES = {
    "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\",
}  # fmt: skip


def toml_text(values: Mapping[str, object]) -> str:
    """Return values as ``tomllib`` reads them; TypeError for what TOML cannot hold, as None."""
    lines: list[str] = []
    behind: list[str] = []
    for key, value in values.items():
        tables = _tables(value)
        head = f"[{_key(key)}]" if isinstance(value, Mapping) else f"[[{_key(key)}]]"
        if not tables:
            lines.append(f"{_key(key)} = {_value(value)}")
        for table in tables:
            # One level of tables is enough to read well; what lies deeper stands in one line.
            behind += ["", head]
            behind += [f"{_key(name)} = {_value(part)}" for name, part in table.items()]
    return "\n".join([*lines, *behind, ""])


def _tables(value: object) -> list[Mapping[str, object]]:
    """Return what is written under headings of its own: a table, or a list of nothing else."""
    if isinstance(value, Mapping):
        return [value]
    many = list(value) if isinstance(value, (list, tuple)) else []
    return many if all(isinstance(one, Mapping) for one in many) else []


def _key(name: str) -> str:
    bare = name and name.isascii() and name.replace("_", "").replace("-", "").isalnum()
    return name if bare else _string(name)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    return _composed(value)


def _composed(value: object) -> str:
    if isinstance(value, Mapping):
        pairs = (f"{_key(name)} = {_value(inner)}" for name, inner in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_value(inner) for inner in value)}]"
    message = f"TOML holds no {type(value).__name__}"
    raise TypeError(message)


def _string(text: str) -> str:
    escaped = "".join(_ESCAPES.get(one) or _plain(one) for one in text)
    return f'"{escaped}"'


def _plain(character: str) -> str:
    control = ord(character) < 0x20 or ord(character) == 0x7F
    return f"\\u{ord(character):04X}" if control else character


def _float(value: float) -> str:
    if isnan(value):
        return "nan"
    return repr(value) if isfinite(value) else ("inf" if value > 0 else "-inf")
