"""What to see to before a conversation (PRODUCT.md, "Be professional"). Plain words, no state."""

from typing import Final

DEFAULTS: Final = (
    "Dressed as for an interview",
    "On time: five minutes early",
    "Link or number tested",
    "Time zone checked",
    "Confirmed the day before",
    "Questions ready",
    "Not asking for a job",
)
