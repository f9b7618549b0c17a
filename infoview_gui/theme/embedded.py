"""Puts small files that are made while the program runs where a style sheet can name them.

A style sheet can only name files. The tinted check marks and arrows are given to Qt's resource
system from memory (format of ``rcc``, version 1), so nothing is written to disk and nothing is
left behind after a kill. Knows nothing of themes.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import qRegisterResourceData, qUnregisterResourceData

_VERSION = 1
_FOLDER = 2
_FILE = struct.Struct(">IHHHI")  # name, flags, country, language, data
_DIRECTORY = struct.Struct(">IHII")  # name, flags, number of children, first child
_ANY_COUNTRY = 0
_C_LANGUAGE = 1


@dataclass(frozen=True)
class Embedded:
    """What was registered. The bytes must live as long as Qt may read them."""

    tree: bytes
    names: bytes
    data: bytes

    def register(self) -> None:
        """Make the files readable; RuntimeError if Qt does not take them."""
        if not qRegisterResourceData(_VERSION, self.tree, self.names, self.data):
            raise RuntimeError("Qt refused the embedded files")

    def unregister(self) -> None:
        """Take the files away again."""
        qUnregisterResourceData(_VERSION, self.tree, self.names, self.data)


def embed(folder: str, contents: Mapping[str, bytes]) -> Embedded:
    """Lay out ``contents`` (file name to bytes) as ``:/folder/NAME``."""
    ordered = sorted(contents, key=_hash)
    names, name_at = _pack_names([folder, *ordered])
    data = bytearray()
    tree = _DIRECTORY.pack(0, _FOLDER, 1, 1) + _DIRECTORY.pack(
        name_at[folder], _FOLDER, len(ordered), 2
    )
    for name in ordered:
        tree += _FILE.pack(name_at[name], 0, _ANY_COUNTRY, _C_LANGUAGE, len(data))
        data += struct.pack(">I", len(contents[name])) + contents[name]
    return Embedded(tree, names, bytes(data))


def _pack_names(names: list[str]) -> tuple[bytes, dict[str, int]]:
    packed = bytearray()
    offsets: dict[str, int] = {}
    for name in names:
        offsets[name] = len(packed)
        packed += struct.pack(">HI", len(name), _hash(name)) + name.encode("utf-16-be")
    return bytes(packed), offsets


def _hash(name: str) -> int:
    """Return the hash by which Qt looks up a name (``qt_hash`` in qhash.cpp)."""
    value = 0
    for character in name:
        value = (value << 4) + ord(character)
        value = (value ^ ((value & 0xF0000000) >> 23)) & 0x0FFFFFFF
    return value
