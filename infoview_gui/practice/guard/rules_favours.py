"""Asking the reader to use their name: a referral, a word with a recruiter, a résumé handed on."""

from typing import Final

from infoview_gui.practice.guard.ask import HIRING, LEARN, PATHS, WHO, Ask

SPOKEN_FOR: Final = Ask(
    "This asks them to speak for you. An information interview asks for what they know.",
    WHO,
    ways=(
        "REFER me END|,|for|internally|in|when|as|and|at|with|or|if|please",
        "REFER me to ~ BOSS|JOB|TEAM",
        "REFER me to your",
        "apply|applying through|via YOU",
        "give|giving|get|write|offer|appreciate|like|love|need|want|for|use|as ~ referral",
        "be|being my ~ referral|reference|referrer|referee|sponsor",
        "put|putting|say|drop in ~ word",
        "put|putting|throw SELF forward",
        "put|putting|throw SELF up|in|down for|END|,",
        "TELL ~ BOSS ... I|me|my",
        "mention|mentioning|raise SELF to|at|in|with ~ BOSS|TEAM",
        "on my behalf",
        "use|using|mention|mentioning|drop|give your name ... apply|application|my",
        "approve|fast-track|check|support|push|expedite|process|submit my ~ application",
        "REFER me through|via|by|using|under|internally",
        "back|backing|champion|defend|second|endorse my ~ application|candidacy|bid",
        "look|looking|glance at|over|through my ~ application",
        "BOSS [AUX] ... see|meet|interview|receive|consider|hire me",
        "vouch|vouching for me",
        "recommend|nominate|propose|suggest me to|for|as",
        "make|making sure|certain ... my|the ~ CV",
        "my ~ CV gets|is|be|reaches|lands|reach|land|get to|on|in|into|the|seen|read",
        "pass|passing|hand|handing|give|giving|forward|forwarding my ~ NAMED on|to|along|over",
        "post|publish|share|circulate|distribute|spread my ~ profile|NAMED",
    ),
    unless=(
        "that|whether|if I|we AUX TALK",
        "ask ~ BOSS if|whether",
        "you to|how HIRE|work",
        "you have|need ~ referral",
        "ADVICE",
    ),
)

INTRODUCED: Final = Ask(
    "This asks for the people who hire. Ask to meet people you can learn from.",
    WHO,
    ways=(
        "introduce|introducing|connect|connecting me to|with ... HR",
        "put|get|refer me to|with|in-touch|in-contact ... HR",
        "introduce|connect|put|get me to|with|in-touch|in-contact ... about|for|regarding ~ JOB",
        "introduction to ~ HR",
        "REQUEST ... meet|see ~ HR",
    ),
    unless=("about|how ... hiring|recruiting|recruitment works|has|is",),
)

CV_SENT: Final = Ask(
    "A résumé makes it an application. An information interview brings none unless asked.",
    "May I ask what made the difference on your own way into this work?",
    ways=(
        "ATTACH ~ CV",
        "my ~ CV is|are|has [been] ~ attached|enclosed|below|ready|included|available",
        "SEND [you] [on|along|in|over|around] my ~ CV",
        "SEND you ~ CV",
        "PUT my ~ CV ALONG",
        "forward|pass|submit|hand|put|get|share MY_NAME ALONG|with",
        "pass|send|hand along|on|over MY_NAME",
        "bring|put|get|raise|drop MY_NAME up|forward|in|to|with",
        "if I sent|emailed|mailed|showed|gave [you] ~ CV",
        "SEND|PUT my ~ PAPERS to|on|onto|into|under|through|along|with",
        "my ~ CV that you|they AUX",
    ),
    unless=(
        "ADVICE",
        "you asked|wanted|requested|wished",
        "CV right|together|in order|shape|up-to-date",
        "to my CV",
    ),
)

REQUESTED: Final = Ask(
    f"This asks the reader to do something about a job for you. {HIRING}",
    PATHS,
    ways=("REQUEST",),
    unless=(
        "HOW",
        "please do not",
        "AUX I do for YOU",
        "ADVICE|explain|describe|idea|picture|example|learn|know|prepare|look|think|say|recommend",
        "about|of|on|in|for YOU ~ JOB",
        "about|of|on|from|before|after|between ~ JOB",
        "REQUEST look|tell|say|take|work|apply|stay|change|choose",
        "REQUEST name|quote|miss|call|meet|talk|share",
        "in this|the|your ~ FIELD",
        "what|which|that|than|usually",
        "you rather|prefer",
    ),
    also=(
        "vacancy|vacancies|openings|postings|leads|employment|internship|internships|hire|trial-week",
        "open ~ position|positions|role|roles",
        "my ~ CV|candidacy",
        "HR",
        "for|get|into|a|the ~ JOB|contract|trial",
    ),
)

_TOPICS: Final = (
    "ADVICE|explain|describe|idea|example|learn|know|prepare|look|think|say|recommend|tell",
    "about|mention|introduce|understand|hear|compare|question|questions|talk|call|read|write",
    "your|their|his|her ~ TARGET",
    "search|searching|looking|information-interview|information-interviews|seeker",
    "was|were|had|did|been|got|used|made|offered|asked|said|told|applied|left|turned",
    "usually|often|typically|generally|people|employers|companies|firms|one|newcomers",
    "not|never|no|nor|without",
    "should I",
    "you advise|rather|choose|prefer",
    "thank|thanks",
    "FIELD",
)
"""Learning, the past, the reader's own job, people in general: then it is not asked for."""

OWN_JOB: Final = Ask(
    f"This asks for something towards a job of your own. {HIRING}",
    PATHS,
    ways=("ASKS",),
    also=("SELF_NAMED ... TARGET", "TARGET ... SELF_NAMED"),
    unless=("HOW|when|if|whether", *_TOPICS),
)
"""What no other rule knows the words of: a request, the writer, and a job, and nothing learned."""

JOB_THERE: Final = Ask(
    f"This asks for a job with them. {HIRING}",
    LEARN,
    ways=("TARGET THERE", "TARGET|JOB ~ THERE"),
    also=("SELF_NAMED ... TARGET|JOB", "TARGET|JOB ... SELF_NAMED"),
    unless=(
        "START HOW",
        "I will|shall|may|might",
        "tour|visit|report|study|article|paper|talk|conversation",
        *_TOPICS,
    ),
)
"""The writer, a job, and the reader's company in one breath."""
