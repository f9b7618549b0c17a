"""Writes people to a file, whole or not at all."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from infoview_gui.interchange.cards import PersonCard
from infoview_gui.interchange.csv_write import write_csv
from infoview_gui.interchange.safe_write import CannotWrite, replace_file
from infoview_gui.interchange.vcard_write import cards_text
from infoview_gui.services.known import cards_for_export

FORMATS = (".csv", ".vcf")
_LOOK_UP = 500


class Stopped(Exception):
    """The user does not want it any more."""


def export_people(
    path: Path, ids: Sequence[int], *, private: bool, kind: str, stop: Callable[[], bool]
) -> int:
    """Write people to a CSV or vCard file and return how many; see ``Transfer.export``."""
    suffix = kind or path.suffix.lower()
    if suffix not in FORMATS:
        message = f"“{path.name}” should end in .csv or .vcf. Nothing was written."
        raise CannotWrite(message)
    cards = []
    for card in _chosen(ids, private=private):
        cards.append(card)
        if len(cards) % _LOOK_UP == 0:
            _heed(stop)

    def write(file: BinaryIO) -> None:
        if suffix == ".csv":
            write_csv(cards, file, private=private)
        else:
            for text in cards_text(cards):
                file.write(text.encode("utf-8", "replace"))
        _heed(stop)

    replace_file(path, write)
    return len(cards)


def _heed(stop: Callable[[], bool]) -> None:
    if stop():
        raise Stopped


def _chosen(ids: Sequence[int], *, private: bool) -> Iterator[PersonCard]:
    """Return the cards to write; the shareable ones without what is between the two of you."""
    for card in cards_for_export(ids):
        if private:
            yield card
        else:
            yield replace(card, note="", stage="", tags=(), introduced_by="", source_text="")
