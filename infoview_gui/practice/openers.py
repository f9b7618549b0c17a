"""The sentence with which a conversation begins, as long as the user has written none."""

_IN_WORDS = {5: "five", 10: "ten", 15: "fifteen", 20: "twenty", 30: "thirty", 45: "forty-five"}


def opening_sentence(first_name: str, minutes: int) -> str:
    """Thank, name the minutes, say what it is about: learning, not a job."""
    name = f", {first_name}" if first_name else ""
    length = _IN_WORDS.get(minutes, str(minutes))
    return (
        f"Thank you for making time{name}. I asked for {length} minutes and will keep to them. "
        "I would like to learn from how you see your field."
    )
