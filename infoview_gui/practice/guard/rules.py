"""The rules of the guard: in which ways people ask for a job. Data, with a reason for each.

Ways of asking, by what the reader is to do: take the writer on, consider them, give them a job,
let them work there, find an opening, tell of one, speak for them, hand on a résumé. And by what the
writer does: applies, hopes for it, offers to begin. What tells asking from talking about jobs is
who acts (the reader, not people in general) and for whom (the writer). ``phrases`` explains
how a way is written, ``words`` the words in capitals.
"""

from typing import Final

from infoview_gui.practice.guard.ask import Ask
from infoview_gui.practice.guard.rules_favours import (
    CV_SENT,
    INTRODUCED,
    JOB_THERE,
    OWN_JOB,
    REQUESTED,
    SPOKEN_FOR,
)
from infoview_gui.practice.guard.rules_hiring import (
    CONSIDERED,
    GIVEN,
    HELPED,
    OFFERED_BY_THEM,
    TAKEN_ON,
)
from infoview_gui.practice.guard.rules_openings import OPENINGS, PLACE_FOR_ME, TOLD_OF_ONE
from infoview_gui.practice.guard.rules_wishes import APPLYING, BEGINNING, HOPING, JOINING

RULES: Final[tuple[Ask, ...]] = (
    CV_SENT, TAKEN_ON, CONSIDERED, GIVEN, HELPED, OFFERED_BY_THEM, INTRODUCED, SPOKEN_FOR,
    PLACE_FOR_ME, JOINING, TOLD_OF_ONE, APPLYING, OPENINGS, HOPING, BEGINNING, REQUESTED, OWN_JOB,
    JOB_THERE,
)  # fmt: skip
"""In the order in which they are tried; the first that holds gives the reason."""

DENIALS: Final = (
    "not|never|nor|no LIGHTLY DENIED",
    "do|would not need",
    "not take|see|read|treat|regard|mistake|understand this",
    "please do not think|believe|assume|fear|worry|feel",
    "you|they need|must not",
    "I am not|never going|about|planning|trying to",
    "I will|shall not|never",
    "no need|intention|intent|wish|request|plans|desire|obligation|reason",
    "rather than|instead",
    "instead of",
    "without LIGHTLY DENIED",
    "far from DENIED",
)
"""Saying that one does not ask: what follows in the clause is denied with it."""

DONE: Final = (
    "thank|thanks [you] for GIVE|SEND|TELL|REFER",
    "thank|thanks [you] for introducing|helping|telling|looking|putting|sharing",
    "thank|thanks ... advice",
    "as|since|because you asked|suggested|advised|wished|proposed|recommended",
    "you advised|told|asked|suggested [me] [to]",
)
"""Thanks for what was done, or what the reader had proposed: what follows is not asked for."""

OWN_CHOICES: Final = (
    "should I",
    "is|would it ~ rude|wise|good|better|worth|common|normal|usual|necessary|useful|bad|risky|fine",
    "how|where|what AUX|do|does [I|one|people]",
    "when should|would|do|does|will [I|one|people]",
    "would you advise|recommend me to",
    "best|right|good|usual way|time|moment|place to",
)
"""Asking what is wise: meant in general, unless the reader or their company is named after it."""
