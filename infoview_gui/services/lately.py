"""How the search went in the last days, and what was learned in them. In SQL; reads only.

Figures count people, not messages: *answered* said something, or a conversation was agreed with
them; *asked* were written to, or set to asked by hand, or answered although nothing says that they
were asked: that happened outside of the program, and more answers than questions would make no
sense. *Referred* were introduced by somebody.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

import apsw

from infoview_gui.practice.correspondence import ASKS_TO_TALK
from infoview_gui.practice.marks import MarkKind

_ASKS = ",".join(f"'{kind.value}'" for kind in ASKS_TO_TALK)
_BY_HAND = "SELECT person_id FROM activity WHERE kind = 'stage' AND detail = '{}' AND at >= ?1"
_ANSWERED = f"""SELECT person_id FROM activity WHERE kind = 'answered' AND at >= ?1
        UNION {_BY_HAND.format("answered")}
        UNION SELECT person_id FROM participant JOIN conversation ON conversation.id =
            conversation_id
        WHERE created_at >= ?1 AND status IN ('planned', 'running', 'done')"""  # noqa: S608 - constants
_EVER_ASKED = f"""SELECT person_id FROM letter
        WHERE sent_at IS NOT NULL AND kind IN ({_ASKS}) AND person_id IS NOT NULL
        UNION SELECT person_id FROM activity WHERE kind = 'stage' AND detail = 'asked'"""  # noqa: S608 - constants
_SOURCES: Final[Mapping[str, str]] = {
    "asked": f"""SELECT person_id FROM letter WHERE sent_at >= ?1 AND kind IN ({_ASKS})
        UNION {_BY_HAND.format("asked")}
        UNION SELECT person_id FROM ({_ANSWERED}) WHERE person_id NOT IN ({_EVER_ASKED})""",  # noqa: S608 - constants
    "answered": _ANSWERED,
    "talked": """SELECT person_id FROM participant JOIN conversation ON conversation.id =
            conversation_id WHERE status = 'done' AND ended_at >= ?1""",
    "referred": """SELECT id FROM person
        WHERE introduced_by_id IS NOT NULL AND created_at >= ?1""",
}
_COUNT = "SELECT count(DISTINCT person_id) FROM ({})"
_INSIGHTS = """
SELECT insight.id, text, '', coalesce(person.name, ''), coalesce(ended_at, at), person_id,
    conversation_id
FROM insight LEFT JOIN person ON person.id = person_id
LEFT JOIN conversation ON conversation.id = conversation_id
ORDER BY 5 DESC, insight.id DESC LIMIT ?1
"""
_OPENINGS = """
SELECT opening.id, trim(opening.company || CASE opening.role WHEN '' THEN '' ELSE ': ' END
    || opening.role), details, coalesce(person.name, ''), coalesce(ended_at, at), person_id,
    conversation_id
FROM opening LEFT JOIN person ON person.id = person_id
LEFT JOIN conversation ON conversation.id = conversation_id
ORDER BY 5 DESC, opening.id DESC LIMIT ?1
"""
_TERMS = """
SELECT min(term.id), term, meaning, count(DISTINCT person_id), max(coalesce(ended_at, at)),
    person_id, conversation_id
FROM term LEFT JOIN conversation ON conversation.id = conversation_id
GROUP BY lower(term) ORDER BY 5 DESC, min(term.id) DESC LIMIT ?1
"""
_NAMED = """
SELECT person.id, person.name, person.company, count(DISTINCT capture.conversation_id),
    max(coalesce(ended_at, starts_at, person.created_at)), person.id, NULL
FROM capture JOIN person ON person.id = target_id
JOIN conversation ON conversation.id = capture.conversation_id
WHERE capture.kind = ?2 GROUP BY person.id ORDER BY 5 DESC, person.id DESC LIMIT ?1
"""


class Lesson(NamedTuple):
    """Something learned: the words, what more there is, who said it or how many, and when."""

    kind: MarkKind
    id: int
    text: str
    detail: str
    by: str
    people: int
    at: int
    person_id: int | None
    conversation_id: int | None

    @property
    def names_somebody(self) -> bool:
        """Whether it is a person to meet."""
        return self.kind is MarkKind.PERSON


def figures(connection: apsw.Connection, since: int) -> dict[str, int]:
    """Return how many people were asked, answered, talked with and referred since a moment."""
    return {
        name: int(str(connection.execute(_COUNT.format(_named(source)), (since,)).get))
        for name, source in _SOURCES.items()
    }


def people_behind(name: str) -> str:
    """Return a query for the ids of the people behind a figure; each of its marks is a moment."""
    return _SOURCES[name].replace("?1", "?")


def lessons(connection: apsw.Connection, most: int) -> list[Lesson]:
    """Return what was learned last, newest first."""
    found = [
        *_said(MarkKind.INSIGHT, connection.execute(_INSIGHTS, (most,))),
        *_said(MarkKind.OPENING, connection.execute(_OPENINGS, (most,))),
        *_heard(MarkKind.TERM, connection.execute(_TERMS, (most,))),
        *_heard(MarkKind.PERSON, connection.execute(_NAMED, (most, MarkKind.PERSON.value))),
    ]
    return sorted(found, key=lambda one: -one.at)[:most]


def _named(source: str) -> str:
    """Let the first column be called person_id, whatever it is in the table."""
    return f"SELECT NULL AS person_id WHERE 0 UNION ALL SELECT * FROM ({source})"  # noqa: S608 - a constant


def _said(kind: MarkKind, rows: Iterable[tuple[Any, ...]]) -> Iterable[Lesson]:
    for ident, text, detail, by, at, person_id, conversation_id in rows:
        yield Lesson(kind, ident, text, detail, by, 1, at, person_id, conversation_id)


def _heard(kind: MarkKind, rows: Iterable[tuple[Any, ...]]) -> Iterable[Lesson]:
    for ident, text, detail, count, at, person_id, conversation_id in rows:
        yield Lesson(kind, ident, text, detail, "", count, at, person_id, conversation_id)
