"""The checklist of a conversation: the built-in points, or the user's own, ticked one by one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from infoview_gui.practice import checklist
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.store.models import ChecklistItem
from infoview_gui.store.store import Store

if TYPE_CHECKING:
    from infoview_gui.services.conversations import Conversations


@dataclass(frozen=True, slots=True)
class Point:
    """One point; ``done_at`` is when it was ticked."""

    text: str
    done_at: int | None = None


class Checklists:
    """The verbs for checklists. A conversation's own list is written with its first change."""

    def __init__(
        self, store: Store, clock: Callable[[], int], conversations: "Conversations"
    ) -> None:
        self._store = store
        self._clock = clock
        self._title = conversations.title

    def defaults(self) -> tuple[str, ...]:
        """Return what new conversations begin with."""
        return _defaults()

    def points(self, conversation_id: int) -> list[Point]:
        """Return the points of a conversation, in order."""
        return points_of(conversation_id)

    def tick(self, conversation_id: int, place: int, *, done: bool) -> None:
        """Tick the point at a place, or take the tick back."""
        points = self.points(conversation_id)
        at = self._clock() if done else None
        points[place] = Point(points[place].text, at)
        self._write(conversation_id, points, "Tick" if done else "Untick")

    def add(self, conversation_id: int, text: str) -> None:
        """Add a point; raises InvalidDraft without words."""
        points = self.points(conversation_id)
        self._write(conversation_id, [*points, Point(_worded(text))], "Add to")

    def change(self, conversation_id: int, place: int, text: str) -> None:
        """Change the words of a point; raises InvalidDraft without words."""
        points = self.points(conversation_id)
        points[place] = Point(_worded(text), points[place].done_at)
        self._write(conversation_id, points, "Change")

    def remove(self, conversation_id: int, place: int) -> None:
        """Take a point off the list of this conversation; raises InvalidDraft at the last."""
        points = self.points(conversation_id)
        if len(points) == 1:
            message = "A checklist keeps at least one point."
            raise InvalidDraft(message)
        del points[place]
        self._write(conversation_id, points, "Take from")

    def move(self, conversation_id: int, place: int, to: int) -> None:
        """Put a point at another place."""
        points = self.points(conversation_id)
        points.insert(to, points.pop(place))
        self._write(conversation_id, points, "Order")

    def keep_as_default(self, conversation_id: int) -> None:
        """Let every new conversation begin with the points of this one."""
        self._replace(None, [Point(point.text) for point in self.points(conversation_id)])

    def use_default(self, conversation_id: int) -> None:
        """Give a conversation the usual points again; what is ticked of them stays ticked."""
        done = {point.text: point.done_at for point in self.points(conversation_id)}
        usual = [Point(text, done.get(text)) for text in self.defaults()]
        self._write(conversation_id, usual, "Reset")

    def has_own_defaults(self) -> bool:
        """Whether new conversations begin with points that the user chose."""
        return bool(_rows(None))

    def restore_defaults(self) -> None:
        """Let new conversations begin with the built-in points again."""
        self._replace(None, [])

    def _write(self, conversation_id: int, points: Sequence[Point], verb: str) -> None:
        label = f"{verb} the checklist of {self._title(conversation_id)}"
        self._replace(conversation_id, points, label)

    def _replace(
        self, conversation_id: int | None, points: Sequence[Point], label: str = ""
    ) -> None:
        def work() -> None:
            ChecklistItem.delete().where(_of(conversation_id)).execute()
            for position, point in enumerate(points):
                ChecklistItem.create(
                    conversation=conversation_id,
                    text=point.text,
                    position=position,
                    done_at=point.done_at,
                )

        self._store.change(label or "Change the usual checklist", work)


def points_of(conversation_id: int) -> list[Point]:
    """Return the points of a conversation, in order; for who only reads."""
    rows = _rows(conversation_id)
    if rows:
        return [Point(row.text, row.done_at) for row in rows]
    return [Point(text) for text in _defaults()]


def _defaults() -> tuple[str, ...]:
    own = _rows(None)
    return tuple(row.text for row in own) if own else checklist.DEFAULTS


def _of(conversation_id: int | None) -> object:
    if conversation_id is None:
        return ChecklistItem.conversation.is_null()
    return ChecklistItem.conversation == conversation_id


def _rows(conversation_id: int | None) -> list[ChecklistItem]:
    mine = ChecklistItem.select().where(_of(conversation_id))
    return list(mine.order_by(ChecklistItem.position, ChecklistItem.id))


def _worded(text: str) -> str:
    if not text.strip():
        message = "A point of the checklist needs words."
        raise InvalidDraft(message)
    return text.strip()
