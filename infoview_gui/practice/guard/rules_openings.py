"""Asking for an opening, or to be told of one: rules of the guard."""

from typing import Final

from infoview_gui.practice.guard.ask import GROW, HIRING, Ask

PLACE_FOR_ME: Final = Ask(
    f"This asks whether there is a job for you. {HIRING}",
    GROW,
    ways=(
        "JOB|WORK|CHANCE ... for ~ MINE",
        "SHIFTS [that] I AUX apply|fill|take|do|join|be|get|have|go",
        "use|need|want|accommodate|welcome ~ LIKE_ME",
        "chance|possibility|prospect|hope of|for|at ~ JOB",
    ),
    unless=(
        "START HOW ... JOB|WORK",
        "START HOW ... for MINE",
        "right|best|good|better|realistic|important|difficult|hard|useful|typical for ~ MINE",
        "in this|the|your ~ FIELD",
        "do for YOU END",
        "employers|companies|firms|recruiters|they ... LIKE_ME",
        "advice|tip|tips|book|books|question|questions|time|minutes|message for me",
        "opportunity|chance for me to TALK",
        "opportunity|chance to TALK",
        "chance of|to TALK",
        "was|were ... for me",
        "work for me END",
    ),
)

OPENINGS: Final = Ask(
    f"This asks whether they have a job to give. {HIRING}",
    GROW,
    ways=(
        "is|are|if|whether|because|saw|when THEM [is|are] hiring|recruiting [PEOPLE] [IN_TIME] END",
        "are|is THEM looking for ~ PEOPLE|STAFF|colleagues|analysts|engineers [IN_TIME] END",
        "do|does|AUX|if|whether THEM have|has|offer|offers ~ JOB|WORK [IN_TIME] [IN_TIME] END|,",
        "do|does|AUX|if|whether THEM have|offer ~ JOB|WORK for ~ END|right",
        "is|are|if there [be] [any] ~ JOB [IN_TIME] [IN_TIME] [IN_TIME] END|,|I",
        "do|does|AUX|if|should|when THEM need|needs|want|wants|use|require ~ STAFF END|,|in|on|at",
        "which|what|many ~ JOB do|does THEM have [IN_TIME] END|for",
        "have|know|got|of|any|send ~ leads",
        "THEM has|have use|room|space|demand for",
        "have|has|got ~ place|spot|seat|room|desk for ~ STAFF",
        "THEM need|needs|seek|seeks someone|somebody|people",
        "START|,|; [hi] [got] any ~ JOB|WORK [IN_TIME|THEIRS] [IN_TIME] [for] END|me|I",
        "which|what|any of your ~ openings|vacancies|jobs|positions",
        "need|needs|use ~ LIKE_ME",
        "room|space|work for one more|another",
        "discuss|discussing|about a|the|any ~ job|position|internship THEIRS",
        "reaching|writing|contacting|calling ... about|for|regarding ~ JOB",
        "asking|inquiring|enquiring ... about|for|regarding ~ JOB",
        "reaching|writing|contacting ... to see|ask|find|check ... JOB",
        "do|does|AUX|if|should YOU [happen] [to] need|want|use|require ~ STAFF",
        "if|whether they|he|she|YOU need|needs|want|wants|use an|a|some|another ~ STAFF|WORKER",
        "is|are|if|be there ~ JOB THEIRS that|I|for|which|to",
        "if|whether SOMEBODY|they needs|need|wants|seeks ~ STAFF|WORKER|LIKE_ME",
    ),
    unless=(
        "usually|often|many|normally|typically|most|generally",
        "in|across this|the|your ~ FIELD",
        "START how|why|where|who|when ... hiring|recruiting|JOB",
        "did|was|were|has|have you|the|your|there|it ... hire|hired|hiring|recruiting",
        "kind|sort|type of",
        "about YOU role|job|position",
        "need ~ help me",
        ", where|how|what|which do|does|AUX",
        "about your ~ JOB",
    ),
)

TOLD_OF_ONE: Final = Ask(
    f"This asks them to look out for a job for you. {HIRING}",
    GROW,
    ways=(
        "NOTIFY if|when|should|whenever|once ... JOB|something|anything|TEAM ... COMES_UP|THERE",
        "NOTIFY if|when|should|whenever ... COMES_UP",
        "NOTIFY if|when|whenever|whether ... hiring|recruiting",
        "NOTIFY about|of|with|on ~ JOB",
        "if|should|when ... JOB|something|anything ... COMES_UP ... NOTIFY|me",
        "if|should|when ... JOB|anything|something|hiring|recruiting ... NOTIFY",
        "NOTIFY if|when|should ... grows|expands|needs|need|wants|hires|hire SOMEBODY|STAFF",
        "NOTIFY if|when|should|once YOU grows|grow|expands|expand|hires|hire|needs|need",
    ),
    unless=(
        "about|of|on|how your|the ~ JOB",
        "I AUX do for YOU",
        "I will|shall NOTIFY",
        "will|shall let you know",
        "when I",
    ),
)
