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
        "let me be ~ STAFF",
        "AUX I be ~ STAFF",
        "AUX I be of use|help|service ... as ~ STAFF",
        "you ... be my boss|employer|manager",
        "JOB|JOIN [THEIRS] would be|help|mean",
        "JOIN is my",
        "WISHING [to] be on|in|at YOU",
        "offer|provide [you] my services|labour|labor|skills",
        "sign ~ contract",
        "talk|speak about a ~ contract",
        "trial-day|trial-days|trial-week THEIRS",
        "for a ~ trial-day|trial-week",
        "for me to ... JOIN",
        "me|myself|my JOIN",
        "let me join|work|intern|start|help END|,",
        "WISHING ... be|become your|one ~ colleague|employee|intern|trainee|assistant|apprentice",
        "AUX I interview with YOU",
        "WISHING|available|come|AUX ... come|available in|for [for] ~ interview|interviews",
        "open to ~ JOB THEIRS",
        "let|letting|allow|want me [to] ... JOIN",
        "forward to JOIN",
        "chance|opportunity|possibility|interested|keen|open|available to|of|in|for JOIN",
        "chance|opportunity to be ~ part",
        "AUX I do ~ JOB with|at|in|on YOU",
        "may I do ~ JOB",
        "WISHING [to] do it at|with|in YOU",
        "interested in the|your|this|that|any ~ JOB",
        "WISHING ... JOB in|on|at|with|from THEM",
    ),
    unless=(
        "TALK|know|understand|find [out] ... how|what|why|whether",
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
        "SEEK to|about ~ JOB THERE",
        "WISHING|to|writing|here [to] apply|applying for|to|at the|your|this|that|any ~ JOB|TEAM",
        "WISHING apply END|,",
        "apply|applying for|to ~ JOB THERE",
        "WISHING [to] interview|be|apply interviewed|for|with ~ JOB|YOU",
        "AUX accept|take any ~ JOB|WORK",
        "any|anything job|work AUX do",
        "WISHING [to] take|accept|get|receive ~ JOB|INTERVIEW THEIRS|like",
        "I apply|applying for|to ~ JOB|TEAM",
        "I am applying for|to ~ JOB THEIRS",
        "accept|receive|take my ~ application",
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
        "hope|hoping|wish|great|glad ... lead|turn|result|end|grow to|into|in|with ~ ANY_WORK",
        "hope|hoping|trust|wish you|that|there|your ... JOB|INTERVIEW|opening|something|place|room",
        "AUX ... GRATEFUL for|of|about|with ~ JOB|INTERVIEW",
        "AUX be GRATEFUL to get|receive|have ~ JOB|INTERVIEW",
        "AUX GRATEFUL ~ JOB|INTERVIEW|consideration",
        "AUX GRATEFUL [the] chance|opportunity to interview|work|join|intern",
    ),
    unless=(
        "your|the|this ~ position|role|job",
        "hope ... your ~ search|post",
        "hope to find",
    ),
)

BEGINNING: Final = Ask(
    f"This offers yourself for a job. {HIRING}",
    LEARN,
    ways=(
        "I am available|free|ready|able|prepared END|immediately|from|right",
        "I am available|free|ready|able|prepared to start|begin|work",
        "I am available|free|ready for ~ JOB|WORK|hire|interview|interviews",
        "I AUX [be] [able] [to] start|begin [work|working] on|next|immediately|tomorrow|from|right",
        "when|soon AUX I start|begin [work|working] END|THERE|in|for",
        "AUX|think I ... fit|match|asset|addition|suit ... YOU|JOB",
        "I AUX be ~ asset|fit|match|addition|candidate|hire|employee",
        "I am|believe ... right|perfect|ideal person|candidate|fit|match",
        "asset to THEM",
        "I ... fit [right] [well] [in] into|in|with YOU",
        "I am SEEK , do|please|if|let",
        "find a|any better ~ than me",
        "I am ~ candidate|person|one you need|want",
        "I am ~ candidate|person you are looking",
        "I AUX be available|free|ready for ~ JOB|WORK|hire",
        "use|used by my skills|experience|knowledge",
    ),
    unless=(
        "in|for this|the|your ~ FIELD",
        "free|available from ~ to",
        "since",
    ),
)
