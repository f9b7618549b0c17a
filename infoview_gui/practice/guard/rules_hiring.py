"""Asking to be taken on, considered, given a job, or helped to one: rules of the guard."""

from typing import Final

from infoview_gui.practice.guard.ask import GROW, HIRING, LEARN, PATHS, Ask

TAKEN_ON: Final = Ask(
    f"This asks them to take you on. {HIRING}",
    LEARN,
    ways=(
        "HIRE MINE",
        "HIRE ~ LIKE_ME",
        "TAKE me on|aboard|in|onto END|as|for|at|next|when|if|board|your|,",
        "take|have|accept|use me as|at|in|for",
        "YOU AUX take|have|want|accept|choose me END|,",
        "give|giving|allow me ~ TRY",
        "pull ~ strings",
        "foot in the door",
        "if you|somebody gave|offered|found me ~ TRY|JOB|INTERVIEW",
        "AUX I take ~ place|over",
        "hat in ~ ring",
        "squeeze|slot|fit|get|sneak|pull|book|enrol|sign|put|slip|take me into|onto ~ LIST|TEAM",
        "squeeze|slot|fit|get|sneak|pull|book|enrol|sign|put|slip|take me in|on|up|for ~ LIST",
        "prove myself|my",
        "AUX|do YOU want|like|use|need|have|keep me END|on|in|as|at|for",
        "want|have|need|see|use me on|in|as|at ~ TEAM|JOB|STAFF",
        "AUX I replace|succeed ~ colleague|person|STAFF|one|NAME",
        "company|firm|employer|SOMEBODY that|who AUX HIRE|take|employ|have me",
        "HIRE me|myself",
        "AUX you employ|hire|recruit ~ person|STAFF|me",
        "you AUX employ|hire|recruit ~ person|STAFF|me",
        "WISHING [to] be|get HIRED before|soon|now|by|from",
        "try|test me END|,|for|out",
    ),
    unless=(
        "GENERAL [GROUP] [AUX] [not] [AUX] HIRE|hires|take",
        "TRY|opportunity to TALK",
        "TRY of TALK",
        "on a|the ~ tour|walk|visit",
    ),
)

CONSIDERED: Final = Ask(
    f"This asks to be considered for a job. {HIRING}",
    GROW,
    ways=(
        "consider|considering|evaluate SELF",
        "I ... be|being considered",
        "KEEP SELF in|on mind|file|record|view",
        "keep me ... JOB",
        "think of|about me when|if|for|as|next|should|whenever END|you|there|something|any|a|the",
        "remember|remembered me when|if|for|as|next|should|whenever",
        "me as ~ candidate|applicant|employee|trainee|intern|hire|colleague",
        "me for ~ JOB|INTERVIEW|shortlist",
        "add|adding|put|include|enter|place|keep SELF to|on|in|into|onto|among ~ LIST",
        "KEEP my ~ NAMED|PAPERS|CV in case|the|your",
        "first in line|the",
    ),
    unless=(
        "prepare|prepared|prepares|train|trained|qualify|qualified|ready me for",
        "TALK to me for",
        "ask|asks|asked|asking me for",
        "mailing|newsletter|guest|speaker|speakers|reading|mail",
        "not ... suitable|right|fit",
    ),
)

GIVEN: Final = Ask(
    f"This asks them to give you a job. {HIRING}",
    PATHS,
    ways=(
        "GIVE me [up] [out] [with] [into] ~ ANY_WORK",
        "GIVE ~ JOB|INTERVIEW ... for me",
        "make me ~ offer",
        "invite|inviting me to|for ~ INTERVIEW",
        "pay me to|for",
        "offer me anything|something",
        "create|creating|open|make ~ JOB for me",
        "find|finding|get|give me something|anything|one END|,|THERE",
        "I AUX|will do|take any|whatever|every ~ JOB|WORK",
        "any|whatever ~ JOB|WORK|work you [AUX] have|offer|got|give",
    ),
    unless=(
        "THING [AUX] [not] GIVE me",
        "GENERAL [GROUP] [AUX] GIVE me",
        "me to TALK",
        "you have done|had|published|written|held|seen",
        "was|were called|asked",
    ),
)

HELPED: Final = Ask(
    f"This asks them to get you a job. {HIRING}",
    PATHS,
    ways=(
        "you|please|and|to|START|, help|helping|assist me [to] [in] GET ~ ANY_WORK",
        "help|get|helping|getting me [to] [get] [hired] in END|,|THERE",
        "help|support|assistance|assist|support|assisting ... in|with GET ~ JOB|INTERVIEW|work",
        "your|some ~ help|support|assistance|backing to|in|with|for GET ~ JOB|INTERVIEW|work",
        "get me in",
    ),
    unless=("THING [AUX] help me",),
)

OFFERED_BY_THEM: Final = Ask(
    f"This asks how to get a job with them. {HIRING}",
    PATHS,
    ways=(
        "I|me|my|possible ... GET ~ JOB|INTERVIEW|employment THEIRS",
        "I|me|possible ... GET ~ JOB|INTERVIEW with|from YOU",
        "I ... be|get hired|employed|recruited|in THEIRS",
        "who|whom ... contact|write|talk|turn|ask|speak|to about|for|regarding ~ JOB THEIRS",
        "goal|aim|purpose|point of|for this|our|the ... GET ~ JOB|INTERVIEW",
        "I|me ... hired by THEM",
        "you to HIRE me",
        "I ... stand ~ chance END|,|THERE|with|of",
        "possible|way|chance|possibility [for] [me] to ... JOIN",
    ),
    unless=(
        "did|you|GENERAL GET ~ JOB",
        "GET your job",
        "I was|were|had|got",
        "when|before|once|after I",
        "who was|were|is|are|got|gets|you|they [be] [was|were] hired",
    ),
)
