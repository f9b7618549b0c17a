"""Writes people to a file, whole or not at all."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from infoview_gui.interchange.cards import PersonCard
from infoview_gui.interchange.csv_write import DIALECTS, write_csv
from infoview_gui.interchange.people_table import COLUMNS, only
from infoview_gui.interchange.safe_write import CannotWrite, replace_file
from infoview_gui.interchange.vcard_write import VERSIONS, cards_text
from infoview_gui.services.known import cards_for_export, cards_for_vcards

FORMS = {".csv": tuple(DIALECTS), ".vcf": VERSIONS, ".xlsx": ("",)}
"""What a file of each kind can be written as; the first unless asked."""
_LOOK_UP = 500


class Stopped(Exception):
    """The user does not want it any more."""


def export_people(
    path: Path,
    ids: Sequence[int],
    *,
    private: bool,
    kind: str,
    stop: Callable[[], bool],
    columns: Collection[str] = COLUMNS,
    dialect: str = "",
) -> int:
    """Write stored people to a file and return how many; see ``Transfer.export``."""
    is_vcard = (kind or path.suffix.lower()) == ".vcf" and private
    cards = shared((cards_for_vcards if is_vcard else cards_for_export)(ids), private=private)
    return write_people(
        path, cards, private=private, kind=kind, stop=stop, columns=columns, dialect=dialect
    )


def write_people(
    path: Path,
    people: Iterable[PersonCard],
    *,
    private: bool = True,
    kind: str = "",
    stop: Callable[[], bool] = lambda: False,
    columns: Collection[str] = COLUMNS,
    dialect: str = "",
) -> int:
    """Write people, stored or just read, to a file and return how many. Raises CannotWrite."""
    suffix = kind or path.suffix.lower()
    if suffix not in FORMS:
        message = f"“{path.name}” should end in .csv, .vcf or .xlsx. Nothing was written."
        raise CannotWrite(message)
    form = dialect if dialect in FORMS[suffix] else FORMS[suffix][0]
    cards = list(_heeding(people, stop))

    def write(file: BinaryIO) -> None:
        _write(file, suffix, form, cards, columns, private=private)
        _heed(stop)

    replace_file(path, write)
    return len(cards)


def _write(
    file: BinaryIO,
    suffix: str,
    form: str,
    cards: Sequence[PersonCard],
    columns: Collection[str],
    *,
    private: bool,
) -> None:
    if suffix == ".csv":
        write_csv(cards, file, private=private, columns=columns, dialect=form)
    elif suffix == ".vcf":
        for text in cards_text(_as_vcards(cards, columns, private=private), form):
            file.write(text.encode("utf-8", "replace"))
    else:
        from infoview_gui.interchange.xlsx_write import write_xlsx  # noqa: PLC0415 - 60 ms

        write_xlsx(cards, file, private=private, columns=columns)


def _as_vcards(
    cards: Iterable[PersonCard], columns: Collection[str], *, private: bool
) -> Iterator[PersonCard]:
    """Return the cards as they are written; what is not chosen must not hide in a kept vCard."""
    if not private or set(COLUMNS) - set(columns):
        return (only(card, columns, private=private) for card in cards)
    return iter(cards)


def shared(cards: Iterable[PersonCard], *, private: bool) -> Iterator[PersonCard]:
    """Return the cards to write; the shareable ones without what is between the two of you."""
    for card in cards:
        if private:
            yield card
        else:
            yield replace(
                card, note="", stage="", tags=(), introduced_by="", source_text="", further=()
            )


def _heeding(cards: Iterable[PersonCard], stop: Callable[[], bool]) -> Iterator[PersonCard]:
    for number, card in enumerate(cards, 1):
        yield card
        if number % _LOOK_UP == 0:
            _heed(stop)


def _heed(stop: Callable[[], bool]) -> None:
    if stop():
        raise Stopped
