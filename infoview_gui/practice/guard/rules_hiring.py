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
        "TAKE me into|inside THEM",
        "YOU AUX take|have|want|accept|choose me END|,",
        "AUX YOU take|accept|want|choose me END|,",
        "give|giving|allow me ~ TRY",
        "pull ~ strings",
        "if you hired|employed|recruited|took MINE",
        "shortlist|shortlisting me",
        "foot in the door",
        "if you|somebody gave|offered|found me ~ TRY|JOB|INTERVIEW",
        "AUX I take ~ place|over",
        "hat in ~ ring",
        "be|stay in the running",
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
        "remember me when|if|for|as|next|should|whenever",
        "if|should|when ... JOB|TEAM|COMES_UP ... think of|remember me",
        "not forget [about] me",
        "me as ~ candidate|applicant|employee|trainee|intern|hire|colleague",
        "me|myself among ~ candidates|applicants",
        "me for ~ JOB|INTERVIEW|shortlist",
    ),
    unless=(
        "prepare|prepared|prepares|train|trained|qualify|qualified|ready me for",
        "TALK to me for",
        "ask|asks|asked|asking me for",
    ),
)

GIVEN: Final = Ask(
    f"This asks them to give you a job. {HIRING}",
    PATHS,
    ways=(
        "GIVE me [up] [out] [with] [into] ~ ANY_WORK",
        "GIVE ~ JOB|INTERVIEW ... for me",
        "make me ~ offer",
        "WORK you AUX give|offer me",
        "invite|inviting me to|for ~ INTERVIEW",
        "invite|pay me END",
        "pay me to|for",
        "YOU AUX|able|willing|ready ... GIVE ~ JOB|WORK to",
        "AUX YOU GIVE ~ JOB|WORK to",
        "AUX I ... count|rely|hope on|for ~ JOB|INTERVIEW",
        "offer me anything|something",
        "list|shortlist for ~ INTERVIEW|JOB",
        "I ... be|being invited to|for|in [for] ~ INTERVIEW",
        "forward to being invited",
        "create|creating|open|make ~ JOB for me",
        "find|finding|get|give me something|anything|one END|,|THERE",
    ),
    unless=(
        "THING [AUX] [not] GIVE me",
        "GENERAL [GROUP] [AUX] GIVE me",
        "me to TALK",
    ),
)

HELPED: Final = Ask(
    f"This asks them to get you a job. {HIRING}",
    PATHS,
    ways=(
        "you|please|and|to|START|, help|helping|assist me [to] [in] GET ~ ANY_WORK",
        "you|please|and|to|START|, help|helping|assist me with GET ~ ANY_WORK",
        "help|get|helping|getting me [to] [get] [hired] in END|,|THERE",
        "help|get me hired",
        "help|support|assistance|assist|support|assisting ... in|with GET ~ JOB|INTERVIEW|work",
        "I am|was|have ... SEEK for ~ JOB|WORK , AUX you help",
        "SEEK for ~ JOB|WORK , AUX you help",
    ),
    unless=("THING [AUX] help me",),
)

OFFERED_BY_THEM: Final = Ask(
    f"This asks how to get a job with them. {HIRING}",
    PATHS,
    ways=(
        "I|me|my|possible ... GET ~ JOB|INTERVIEW|employment THEIRS",
        "AUX GIVE ~ JOB|INTERVIEW with|at|in THEM",
        "I|me|possible ... GET ~ JOB|INTERVIEW with|from YOU",
        "I could|can GET the|this|that|your ~ JOB",
        "AUX I GET the|this|that|your ~ JOB",
        "I ... be|get hired|employed|recruited|in THEIRS",
        "possible ... be|get hired|employed ... THEIRS",
        "who|whom ... contact|write|talk|turn|ask|speak|to about|for|regarding ~ JOB THEIRS",
        "goal|aim|purpose|point of|for this|our|the ... GET ~ JOB|INTERVIEW",
        "I|me ... hired by THEM",
        "you to HIRE me",
    ),
    unless=(
        "did|you|GENERAL GET ~ JOB",
        "GET your job",
        "I was|were|had|got",
        "when|before|once|after I",
        "who ... hired",
    ),
)
