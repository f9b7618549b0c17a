"""Brings what was typed for conversations that go to the one that stays: nothing typed is lost.

Runs inside a change of the store.
"""

import json
from collections.abc import Collection, Iterable, Sequence

from infoview_gui.services.notes import load_notes
from infoview_gui.store.models import (
    Capture,
    ChecklistItem,
    Conversation,
    Insight,
    Letter,
    Note,
    Opening,
    Question,
    Revision,
    Task,
    Term,
)

_LINES = ("goal", "learned", "fits", "following")
"""What was typed freely: kept of both."""
_DETAILS = ("way", "link", "place", "opener")
"""Taken over where the one that stays says nothing."""
_BELONGINGS = (Insight, Term, Opening, Task, Letter, Revision)


def fold(ids: Iterable[int], into: int, usual: Collection[str], now: int) -> None:
    """Bring what is typed for conversations to another one and delete them.

    ``usual`` are the words of the questions that every conversation begins with.
    """
    for ident in ids:
        _details(ident, into)
        _notes(ident, into, now)
        _questions(ident, into, usual)
        _checklist(ident, into)
        for model in _BELONGINGS:
            model.update(conversation=into).where(model.conversation == ident).execute()
        _captures(ident, into)
        Conversation.delete().where(Conversation.id == ident).execute()


def _details(source: int, target: int) -> None:
    goes, stays = Conversation.get_by_id(source), Conversation.get_by_id(target)
    values = {name: _both(getattr(stays, name), getattr(goes, name)) for name in _LINES}
    values |= {name: getattr(stays, name) or getattr(goes, name) for name in _DETAILS}
    changed = {name: words for name, words in values.items() if words != getattr(stays, name)}
    if changed:
        Conversation.update(**changed).where(Conversation.id == target).execute()


def _both(first: str, second: str) -> str:
    if not second.strip() or second in first:
        return first
    return f"{first}\n{second}" if first.strip() else second


def _notes(source: int, target: int, now: int) -> None:
    more = load_notes(source)
    if not more.text.strip():
        return
    notes = load_notes(target)
    text = f"{notes.text}\n{more.text}" if notes.text else more.text
    moments = json.dumps([*notes.moments, *more.moments], separators=(",", ":"))
    values = {"text": text, "moments": moments, "saved_at": now}
    if not Note.update(**values).where(Note.conversation == target).execute():
        Note.create(conversation=target, **values)


def _questions(source: int, target: int, usual: Collection[str]) -> None:
    """Let one's own questions stand before the one that is always asked last."""
    known = {row.text for row in _asked(target)} | set(usual)
    own = [row for row in _asked(source) if row.text not in known]
    rows = _asked(target)
    last = next((place for place, row in enumerate(rows) if row.always), len(rows))
    for row in own:
        Question.update(conversation=target).where(Question.id == row.id).execute()
    if own:
        _number([*rows[:last], *own, *rows[last:]])


def _asked(conversation_id: int) -> list[Question]:
    mine = Question.select().where(Question.conversation == conversation_id)
    return list(mine.order_by(Question.position, Question.id))


def _number(rows: Sequence[Question]) -> None:
    for position, row in enumerate(rows):
        Question.update(position=position).where(Question.id == row.id).execute()


def _checklist(source: int, target: int) -> None:
    """Take a list of its own over, where the one that stays has the usual one."""
    if not ChecklistItem.select().where(ChecklistItem.conversation == target).exists():
        mine = ChecklistItem.conversation == source
        ChecklistItem.update(conversation=target).where(mine).execute()


def _captures(source: int, target: int) -> None:
    kept = {row.line for row in Capture.select().where(Capture.conversation == target)}
    mine = (Capture.conversation == source) & Capture.line.not_in(kept)
    Capture.update(conversation=target).where(mine).execute()
