"""What the writer says of themselves that asks: wanting to join, applying, hoping, offering."""

from typing import Final

from infoview_gui.practice.guard.ask import GROW, HIRING, LEARN, PATHS, Ask

JOINING: Final = Ask(
    f"This asks to work for them. {HIRING}",
    LEARN,
    ways=(
        "WISHING ... JOIN",
        "AUX|when|shall I ... JOIN",
        "I could|might|may|would|should ... JOIN",
        "AUX I be ~ STAFF",
        "JOB|JOIN [THEIRS] would be|help|mean",
        "offer|provide|sell [you] my ~ services|labour|labor|skills|work|time",
        "AUX I do|spend|complete my ~ semester|internship|practical|apprenticeship|traineeship",
        "trial-day|trial-days|trial-week THEIRS",
        "for me to ... JOIN",
        "me|myself|my JOIN",
        "WISHING ... be|become your|one ~ colleague|employee|intern|trainee|assistant|apprentice",
        "WISHING|available|come|AUX ... come|available in|for [for] ~ interview|interviews",
        "let|letting|allow|want me [to] ... JOIN",
        "chance|opportunity|possibility|interested|keen|open|available to|of|in|for JOIN",
        "AUX I do ~ JOB with|at|in|on YOU",
        "interested in the|your|this|that|any ~ JOB",
        "WISHING ... JOB in|on|at|with|from THEM",
        "WISHING ... employed|hired by|at THEM",
        "AUX I do|have ~ placement|internship|traineeship|apprenticeship",
    ),
    unless=(
        "TALK|know|understand|find [out] ... how|what|why",
        "know|understand|find [out] ... whether",
        "TALK|discuss ... about|of your|the|how|what|people|life",
        "what|how it ... like to",
        "what|how it is ... JOIN",
        "work|working with you on",
        "join you for|at",
        "should I ... before",
        "your advice|view",
    ),
)

APPLYING: Final = Ask(
    f"This asks for a job. {HIRING}",
    PATHS,
    ways=(
        "I need|want ~ JOB|employment|work",
        "I ... need ~ JOB|employment",
        "ask|asking|beg|begging [you] for ~ ANY_WORK",
        "SEEK [for] ~ ANY_WORK THEIRS",
        "WISHING|to|writing|here [to] apply|applying for|to|at the|your|this|that|any ~ JOB|TEAM",
        "apply|applying for|to ~ JOB THERE",
        "WISHING [to] interview|be|apply interviewed|for|with ~ JOB|YOU",
        "WISHING [to] take|accept|get|receive ~ JOB|INTERVIEW THEIRS|like",
        "I apply|applying for|to ~ JOB|TEAM",
        "AUX I apply to|with|at|through THEM",
        "put|putting|throw|throwing me|myself forward|down|up for",
        "WISHING ... forward for ~ JOB",
    ),
    unless=(
        "do|would|if|before|what|which|whether I need|want",
        "GENERAL|who [often] ask|asks|asking",
        "I need|want ~ JOB that|in|description",
        "would|do you apply",
        "before|until I AUX apply",
        "I will|shall|plan|may|might [to] apply",
    ),
)

HOPING: Final = Ask(
    f"This hopes for a job. {HIRING}",
    GROW,
    ways=(
        "hope|hoping|trust|wish you|that|there|your ... JOB|INTERVIEW|opening|something|place|room",
        "AUX ... GRATEFUL for|of|about|with ~ JOB|INTERVIEW",
        "AUX GRATEFUL ~ JOB|INTERVIEW|consideration",
    ),
    unless=(
        "your|the|this ~ position|role|job",
        "hope ... your ~ search|post",
        "hope to find",
        "something of|from|that|I|in",
    ),
)

BEGINNING: Final = Ask(
    f"This offers yourself for a job. {HIRING}",
    LEARN,
    ways=(
        "I am available|free|ready|able|prepared END|immediately|from|right",
        "I am available|free|ready|able|prepared to start|begin|work|join|help|sign",
        "I am available|free|ready for ~ JOB|WORK|hire|interview|interviews",
        "I AUX [be] [able] [to] start|begin [work|working] on|next|immediately|tomorrow|from|right",
        "I AUX be ~ asset|fit|match|addition|candidate|hire|employee|choice|pick",
        "AUX I be of ~ use|help|value to YOU as",
        "I am your|the man|woman|guy|girl|candidate END|for",
        "if|should ... STAFF , I AUX be ready|glad|available|happy|delighted|there|interested",
    ),
    unless=(
        "in|for this|the|your ~ FIELD",
        "free|available from ~ to",
        "since",
    ),
)
