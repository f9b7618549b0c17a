"""SQL for when a conversation truly began, from its events: there is no column for it."""

STARTED_AT = (
    "(SELECT MIN(at) FROM event WHERE conversation_id = conversation.id AND kind = 'started')"
)
"""NULL before the start; for statements on the table ``conversation``."""
BEGAN_AT = f"COALESCE({STARTED_AT}, starts_at)"
"""When it began, else when it is planned for."""
