"""SQL for when a proposed time was offered: with its letter, else when it was made."""

OFFERED_AT = (
    "CASE status WHEN 'proposed' THEN COALESCE("
    "(SELECT sent_at FROM letter WHERE letter.id = offer_id), conversation.created_at) END"
)
"""NULL for what is not proposed; for statements on the table ``conversation``."""
