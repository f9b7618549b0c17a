"""The first sheet of a workbook that lists people, its cells as a person reads them."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from infoview_gui.interchange.cards import UnreadableFile
from infoview_gui.interchange.csv_guess import completed
from infoview_gui.interchange.csv_table import Row, Table, table_of
from infoview_gui.interchange.decoding import clean
from infoview_gui.interchange.xlsx_size import refuse_large

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_DAMAGED = "“{}” is a workbook that cannot be read."
_MOST_SHEETS = 30


def table_in(archive: zipfile.ZipFile, data: bytes, name: str) -> Table:
    """Return the table of a workbook. Raises UnreadableFile."""
    refuse_large(archive, name)
    from python_calamine import CalamineError  # noqa: PLC0415 - few files need it

    try:
        return _first_with_people(data, name)
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableFile(_DAMAGED.format(name)) from error
    except BaseException as error:
        # A fault in the library's own code arrives as this, which is no ordinary exception.
        if type(error).__name__ == "PanicException":
            raise UnreadableFile(_DAMAGED.format(name)) from error
        raise


def _first_with_people(data: bytes, name: str) -> Table:
    from python_calamine import load_workbook  # noqa: PLC0415 - few files need it

    workbook = load_workbook(io.BytesIO(data))
    first: Table | None = None
    for sheet_name in _visible(workbook)[:_MOST_SHEETS]:
        table = _table(workbook, sheet_name)
        if table and completed(table).recognised:
            return table
        first = first or table
    if first is None:
        raise UnreadableFile(f"“{name}” is a workbook with nothing in it; nothing was imported.")
    return first


def _visible(workbook: CalamineWorkbook) -> list[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415 - see above

    shown = [
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
    ]
    return shown or list(workbook.sheet_names)


def _table(workbook: CalamineWorkbook, sheet_name: str) -> Table | None:
    sheet = workbook.get_sheet_by_name(sheet_name)
    first = 1 + (sheet.start[0] if sheet.start else 0)
    rows: list[Row] = []
    for number, cells in enumerate(sheet.to_python(skip_empty_area=True), first):
        texts = list(map(cell_text, cells))
        if any(texts):
            rows.append((number, texts))
    return table_of(rows, guarded=False) if rows else None


def cell_text(value: object) -> str:
    """Return a cell as it is read: 5.0 is 5, a day without a time is a day."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e16 else repr(value)
    return _moment(value) if isinstance(value, date | time) else str(value)


def _moment(value: date | time) -> str:
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, datetime) and value.time() != time():
        return value.isoformat(" ", "minutes")
    return value.strftime("%Y-%m-%d")
