"""What is written: lines in the notes of conversations, terms among them, notes about people.

The full-text index finds the notes; the lines are looked for in those few. Reads only; every query
is bounded (see ``finding``).
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from infoview_gui.practice import marks
from infoview_gui.practice.marks import MarkKind
from infoview_gui.services.began import BEGAN_AT
from infoview_gui.services.finding_words import excerpt, holds, lines_holding, rank, words
from infoview_gui.services.found import Found, FoundKind
from infoview_gui.store.search import match_expression
from infoview_gui.store.store import Store

_NOTES_READ = 24
_OF_ONE_NOTE = 3
_MATCHES = 400
_TERM_NOTES_READ = 24
_SCANNED = 500
_ABOUT_READ = 2000
_MATCHED = "SELECT rowid FROM note_words WHERE note_words MATCH ? ORDER BY rowid DESC LIMIT ?"
_WITH_TERMS = """
SELECT id FROM note WHERE id IN ({marks})
AND (substr(text, 1, 2) = '~ ' OR instr(text, char(10) || '~ '))
ORDER BY id DESC LIMIT ?
"""
# Words of scripts without spaces are not words to the index.
_SCAN = """
SELECT id FROM (SELECT id, text FROM note ORDER BY id DESC LIMIT ?) WHERE instr(text, ?) LIMIT ?
"""
_NOTES = f"""
SELECT note.id, note.conversation_id, note.text, {BEGAN_AT}, (
    SELECT group_concat(name, ', ') FROM (
        SELECT name FROM participant JOIN person ON person.id = person_id
        WHERE participant.conversation_id = note.conversation_id ORDER BY position))
FROM note JOIN conversation ON conversation.id = note.conversation_id
WHERE note.id IN ({{marks}})
"""  # noqa: S608 - constants
_ABOUT_IDS = "SELECT id FROM activity WHERE kind = 'note' ORDER BY id DESC LIMIT ?"
_ABOUT = """
SELECT activity.person_id, activity.detail, activity.at, person.name
FROM activity JOIN person ON person.id = activity.person_id
WHERE activity.id IN (SELECT value FROM json_each(?)) AND kind = 'note' AND {holding}
ORDER BY activity.id DESC LIMIT ?
"""
_HOLDING = "(detail LIKE ? ESCAPE '\\' OR detail LIKE ? ESCAPE '\\')"


class _Note(NamedTuple):
    id: int
    conversation_id: int
    text: str
    began_at: int | None
    people: str | None


class _Term(NamedTuple):
    note: _Note
    line: int
    mark: marks.Mark


class NoteFinding:
    """The queries for what is written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._about = "[]"

    def prepare(self) -> None:
        """Note which activities are notes about people: there is no index of them."""
        rows = self._store.connection().execute(_ABOUT_IDS, (_ABOUT_READ,))
        self._about = str([row[0] for row in rows])

    def search(self, text: str) -> "NoteSearch":
        """Begin to look for a text."""
        return NoteSearch(self._store, text, self._about)


class NoteSearch:
    """One text looked for; the index is asked once for all."""

    def __init__(self, store: Store, text: str, about: str) -> None:
        self._store = store
        self._text = text
        self._wanted = words(text)
        self._about = about
        self._ids: list[int] | None = None

    def lines(self, most: int) -> list[Found]:
        """Return lines of notes, the newest first; those with all the words go before."""
        wanted = self._wanted
        whole: list[Found] = []
        parts: list[Found] = []
        for note in self._notes(self._matched()[: _NOTES_READ + most]):
            for number, line in lines_holding(note.text, wanted, _OF_ONE_NOTE):
                if _term(line) is None:  # a term is found as such
                    found = parts if len(wanted) > 1 and not holds(line, wanted) else whole
                    found.append(_line(note, number, line, wanted))
            if len(whole) >= most:
                break
        return (whole + parts)[:most]

    def terms(self, most: int) -> list[Found]:
        """Return terms whose name or meaning holds the words, names before meanings."""
        ids = self._matched()
        query = _WITH_TERMS.format(marks=_marks(ids))
        with_terms = self._first(query, *ids, _TERM_NOTES_READ + most)
        found = [term for note in self._notes(with_terms) for term in _terms(note, self._wanted)]
        found.sort(key=lambda term: rank(term.mark.subject, self._text))
        return [_found_term(term) for term in found[:most]]

    def about(self, most: int) -> list[Found]:
        """Return notes about people with the words, the newest first."""
        spoken = self._text.split()
        patterns = [f"%{_like(form)}%" for word in spoken for form in _forms(word)]
        query = _ABOUT.format(holding=" AND ".join([_HOLDING] * len(spoken)))
        rows = self._fetch(query, self._about, *patterns, 4 * most)
        held = [row for row in rows if holds(row[1], self._wanted)]
        return [_about(row, self._wanted) for row in held[:most]]

    def _matched(self) -> list[int]:
        """Return the notes that hold the words, the newest first."""
        if self._ids is None:
            match = match_expression(self._text)
            if match:
                self._ids = self._first(_MATCHED, match, _MATCHES)
            elif self._text.isascii():
                self._ids = []  # signs only
            else:
                self._ids = self._first(_SCAN, _SCANNED, self._text, _MATCHES)
        return self._ids

    def _notes(self, ids: Sequence[int]) -> list[_Note]:
        rows = self._fetch(_NOTES.format(marks=_marks(ids)), *ids)
        found = {row[0]: _Note(*row) for row in rows}
        return [found[ident] for ident in ids if ident in found]

    def _first(self, query: str, *values: object) -> list[int]:
        return [row[0] for row in self._fetch(query, *values)]

    def _fetch(self, query: str, *values: object) -> list[Any]:
        return list(self._store.connection().execute(query, values))


def _term(line: str) -> marks.Mark | None:
    mark = marks.parse(line)
    return mark if mark is not None and mark.kind is MarkKind.TERM else None


def _terms(note: _Note, wanted: Sequence[str]) -> Iterator[_Term]:
    for number, line in _marked_lines(note.text):
        mark = _term(line) if wanted and holds(line, wanted) else None
        if mark is not None:
            yield _Term(note, number, mark)


def _found_term(term: _Term) -> Found:
    title = excerpt(f"{term.mark.subject}: {term.mark.detail}", ())
    return _at(FoundKind.TERM, term.note, term.line, title)


def _marked_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that may be terms, without looking at the others."""
    whole = f"\n{text}\n"
    number, counted_to = -1, 0
    begin = whole.find("\n~ ")
    while begin >= 0:
        number += whole.count("\n", counted_to, begin + 1)
        counted_to = begin + 1
        yield number, whole[begin + 1 : whole.index("\n", begin + 1)]
        begin = whole.find("\n~ ", begin + 1)


def _line(note: _Note, number: int, line: str, wanted: Sequence[str]) -> Found:
    return _at(FoundKind.LINE, note, number, excerpt(line.strip(), wanted))


def _at(kind: FoundKind, note: _Note, line: int, title: str) -> Found:
    people = note.people or "Nobody yet"
    return Found(kind, note.conversation_id, title, people, at=note.began_at, line=line)


def _about(row: Sequence[Any], wanted: Sequence[str]) -> Found:
    person_id, text, at, name = row
    lines = lines_holding(text, wanted, 1)
    line = lines[0][1] if lines else text.partition("\n")[0]
    return Found(FoundKind.ABOUT, person_id, excerpt(line.strip(), wanted), name, at=at)


def _forms(word: str) -> tuple[str, str]:
    """Return how a word may be written: SQLite's LIKE knows the case of plain letters only."""
    return word, word if word.isascii() else word.swapcase()


def _like(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _marks(ids: Sequence[int]) -> str:
    return ",".join("?" * len(ids))
