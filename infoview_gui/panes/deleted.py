"""What is said when a conversation is deleted. Reads; knows no widget."""

from infoview_gui.services.conversations import Conversations


def deleted_words(conversations: Conversations, conversation_id: int) -> str:
    """Return what goes and what stays, asked before it is deleted."""
    title = conversations.title(conversation_id)
    along, stays = conversations.goes_with(conversation_id), conversations.stays(conversation_id)
    what = f"{title} and {along}" if along else title
    rest = f"; {stays}" if stays else ""
    return f"Deleted {what}{rest}. Ctrl+Z brings it back."
