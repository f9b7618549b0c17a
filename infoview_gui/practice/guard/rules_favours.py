"""Asking the reader to use their name: a referral, a word with a recruiter, a résumé handed on."""

from typing import Final

from infoview_gui.practice.guard.ask import HIRING, PATHS, WHO, Ask

SPOKEN_FOR: Final = Ask(
    "This asks them to speak for you. An information interview asks for what they know.",
    WHO,
    ways=(
        "REFER me END|,|for|internally|in|when|as|and|at|with|or|if|please",
        "REFER me to ~ BOSS|JOB|TEAM",
        "REFER me to your",
        "if you referred|recommended|endorsed|nominated|introduced me",
        "if you forwarded|passed|sent|shared|submitted|mentioned [on|along] SELF",
        "apply|applying through|via YOU",
        "move|push SELF forward|along",
        "give|giving|get|write|offer|appreciate|like|love|need|want|for|use|as ~ referral",
        "have|get ~ referral",
        "be|being my ~ referral|reference|referrer|referee|sponsor",
        "recommendation to ~ BOSS",
        "put|putting|say|drop in ~ word",
        "put|putting|say|give|have|use ~ good word",
        "a good word for me",
        "put|putting|throw SELF forward",
        "put|putting|throw SELF up|in|down for|END|,",
        "TELL ~ BOSS ... I|me|my",
        "speak|talk|speaking|talking to|with ~ BOSS ... about|for|recommend me|my",
        "mention|mentioning|raise SELF to|at|in|with ~ BOSS|TEAM",
        "on my behalf",
        "about me|my ~ to ~ BOSS|TEAM",
        "use|using|mention|mentioning|drop|give your name ... apply|application|my",
        "act as [a|my] ~ referrer|referee|sponsor",
        "approve|fast-track|check|support|push|expedite|process|submit my ~ application",
        "status of my ~ application",
        "my ~ application gets|is|be|reaches|lands read|seen|noticed|considered|on|the",
        "where|what|whether|if ... my application is|was|went|arrived",
    ),
    unless=(
        "that|whether|if I|we AUX TALK",
        "ask ~ BOSS if|whether",
        "you to|how HIRE|work",
        "you have|need ~ referral",
    ),
)

INTRODUCED: Final = Ask(
    "This asks for the people who hire. Ask to meet people you can learn from.",
    WHO,
    ways=(
        "introduce|introducing|connect|connecting|put|get|refer me to|with|in-touch ... HR",
        "introduce|connect|put|get me to|with|in-touch ... about|for|regarding ~ JOB",
        "introduce|connect|put|get me to|with|in-touch ... can|could|to apply",
        "introduction to ~ HR",
        "in-front ~ HR",
        "REQUEST ... meet|see ~ HR",
        "for me to meet|see|speak|talk [to|with] ~ HR",
        "in-front ~ BOSS",
    ),
    unless=("about|how ... hiring|recruiting|recruitment works|has|is",),
)

CV_SENT: Final = Ask(
    "A résumé makes it an application. An information interview brings none unless asked.",
    "May I ask what made the difference on your own way into this work?",
    ways=(
        "ATTACH ~ CV",
        "ATTACH a copy of ~ CV",
        "my ~ CV is|are|has [been] ~ attached|enclosed|below|ready|included|available",
        "attached|enclosed is|are|you ... CV",
        "find ~ CV attached|enclosed|below",
        "CV attached|enclosed",
        "SEND [you] [on|along|in|over|around] my ~ CV",
        "SEND you ~ CV",
        "PUT my ~ CV ALONG",
        "forward|pass|submit|hand|put|get|share MY_NAME ALONG|with",
        "pass|send|hand along|on|over MY_NAME",
        "bring|put|get|raise|drop MY_NAME up|forward|in|to|with",
        "AUX I ... CV to YOU",
        "who|whom AUX I send ~ CV",
        "if I sent|emailed|mailed|showed|gave [you] ~ CV",
        "SEND ... and my ~ CV",
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
    ),
    also=(
        "vacancy|vacancies|openings|postings|leads|employment|internship|internships|hire|trial-week",
        "open ~ position|positions|role|roles",
        "my ~ CV|candidacy",
        "HR",
        "for|get|into|a|the ~ JOB|contract|trial",
    ),
)
