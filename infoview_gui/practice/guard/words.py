"""The vocabulary of the guard: words for jobs, for who decides, for reader and writer.

Each entry is a list of ways of saying it, in the language of ``phrases``; capitals refer to
other entries. Verbs stand in the forms that ask (*hire*, *hiring*): *hired* tells a story.
"""

from typing import Final

BREAKS: Final = (
    "; · about above after against as because before between but concerning for from how if in"
    " instead into like of on once or over regarding since so than that to until when where"
    " whether which while who whom whose why with without"
)
"""Words that end a noun's phrase."""

FILLERS: Final = (
    "absolutely actively actually again all already also always anyway certainly currently dearly"
    " definitely directly hereby either else even ever gladly happily honestly indeed kindly maybe"
    " meanwhile nowadays perhaps personally possibly potentially presently probably quite really"
    " sincerely simply so somehow somewhere still then therefore too truly very"
)
"""Words that change the tone only; left out before the search."""

WORDS: Final = {
    # What is asked for
    "JOB": (
        "job, jobs, position, positions, role, roles, vacancy, vacancies, opening, openings,"
        " post, posts, posting, employment, internship, internships, traineeship, traineeships,"
        " placement, placements, apprenticeship, apprenticeships, gig, gigs, contract, contracts,"
        " requisition, work experience, career opportunity|opportunities, job|employment"
        " opportunity|opportunities"
    ),
    "INTERVIEW": (
        "interview, interviews, job interview, job interviews, offer, offers, job offer, job"
        " offers, employment offer, trial-day, trial-days, trial-week"
    ),
    "WORK": "work, freelance work, paid work, part-time work",
    "CHANCE": (
        "opportunity, opportunities, chance, possibility, place, spot, seat, room, space, desk,"
        " something, anything, one, use, need"
    ),
    "TRY": "chance, start, try, shot, go, break, trial, tryout, crack, stab",
    "ANY_WORK": "JOB, INTERVIEW, WORK",
    "SHIFTS": "JOB, WORK, something, anything, room, space, opportunity, opportunities",
    # Papers
    "CV": (
        "cv, cvs, resume, resumé, résumé, résumés, resumes, curriculum vitae, curriculum,"
        " application, cover letter, application letter, job application, portfolio, candidacy"
    ),
    "NAMED": "name, details, profile, contact details",
    # Who is taken on
    "STAFF": (
        "assistant, assistants, trainee, trainees, intern, interns, apprentice, employee,"
        " employees, hire, staff, help, hand, hands, working student, junior, juniors, colleague,"
        " beginner, newcomer, graduate, graduates, recruit, more people"
    ),
    "WORKER": (
        "analyst, analysts, engineer, engineers, planner, planners, developer, developers,"
        " designer, designers, scientist, scientists, researcher, consultant, accountant, nurse,"
        " teacher, writer, editor, programmer, technician, administrator, secretary, clerk,"
        " freelancer, freelancers, person, mind, brain, head"
    ),
    "SOMEBODY": "someone, somebody, anyone, anybody",
    "LIST": (
        "list, lists, shortlist, pool, register, roster, books, database, candidates, applicants,"
        " intake, round, programme, program, scheme, payroll, batch, cohort, rota, assessment,"
        " talent"
    ),
    "PAPERS": "papers, documents, file, folder, paperwork, certificates",
    "EXTRA": "extra, another, additional, spare, more, one more, second, further",
    # Who decides
    "REQUEST": (
        "AUX you, please, AUX YOU be, AUX it|there be, shall|can|could we, you not, mind, if you"
        " could|would, feel free, want|need|like|love you to, AUX I have|get|count"
    ),
    "TEAM": (
        "team, teams, departments, groups, branches, company, firm, department, organisation,"
        " organization, office, group, lab,"
        " laboratory, studio, practice, agency, business, start-up, startup, place, branch, unit,"
        " bank, school, clinic, hospital, ministry, newsroom, side, employer, institute,"
        " workplace, workshop, crew, staff, desk, division, end, university, shop, plant, project,"
        " community, boss, manager"
    ),
    "HR": (
        "colleagues in hr|recruiting|recruitment, hr, human resources, personnel, recruiter,"
        " recruiters, recruiting, recruitment, talent, hiring, whoever hires|recruits, person who"
        " hires|recruits"
    ),
    "BOSS": (
        "HR, boss, bosses, manager, managers, director, head, lead, leader, supervisor, superior,"
        " superiors, management, ceo, chief, partner, partners, person"
    ),
    "YOU": "you, yourself, yours, your ~ TEAM, one of your ~ teams|companies|offices|departments",
    "THEM": "YOU, NAME",
    "THERE": (
        "for|with|at|in|inside|under|on|to|from|within|of|by|through|via YOU,"
        " at|for NAME, there, alongside YOU"
    ),
    "THEIRS": "THERE, with NAME",
    # The writer
    "ME": "me, myself",
    "LIKE_ME": (
        "like ME, such as ME, with my ~"
        " profile|background|skills|experience|qualifications|degree|training|education|record, of"
        " my kind, my ~ profile|background|skills|kind"
    ),
    "MINE": "ME, LIKE_ME",
    "MY_NAME": "my ~ NAMED",
    "SELF": "ME, MY_NAME, my ~ CV",
    "AUX": "can, could, may, might, would, will, should, shall",
    "BE": "am, is, are, be",
    # Who is not meant
    "GENERAL": (
        "employers, companies, firms, someone, somebody, people, recruiters, anyone, anybody,"
        " nobody, managers, others, a|any|another|no company|firm|employer|manager, people who"
    ),
    "GROUP": "in|of|across|from|with ~ FIELD",
    "THING": (
        "degree, certificate, course, training, diploma, master, doctorate, phd, licence,"
        " license, portfolio, what, which, that, it"
    ),
    "FIELD": (
        "field, industry, sector, profession, market, area, line of work, fields, industries,"
        " sectors, world, country, economy"
    ),
    "HOW": "how, what, which, why, who, where",
    # What the reader is asked to do
    "HIRE": (
        "pick, choose, select, hire, hiring, employ, employing, recruit, recruiting, appoint,"
        " appointing, onboard, sponsor, sponsoring, engage, take on, taking on, bring on, bringing"
        " on"
    ),
    "TAKE": (
        "take, taking, bring, bringing, have, having, get, getting, let, letting, accept,"
        " accepting, put, putting, sneak, squeeze, fit"
    ),
    "GIVE": (
        "give, giving, get, getting, find, finding, offer, offering, arrange, arranging,"
        " organise, organize, organising, organizing, create, creating, land, landing, secure,"
        " securing, reserve, guarantee, promise, book, provide, providing, assign, grant, obtain,"
        " procure, set, sort, save, open, schedule, hand, make, hold"
    ),
    "GET": (
        "obtaining, securing, winning, gaining, get, getting, land, landing, find, finding,"
        " obtain, secure, win, receive, receiving, have, having, take, accept, fill, gain"
    ),
    "KEEP": "keep, keeping, have, bear, hold, retain, put",
    "REFER": (
        "refer, referring, recommend, recommending, endorse, endorsing, nominate, propose, vouch"
        " for, vouching for, suggest, speak up for, speak for, champion, put forward"
    ),
    "SEND": (
        "provide, providing, forward, forwarding, pass, passing, submit, submitting, hand,"
        " handing, send, sending, share, sharing, circulate, deliver, give, giving, show, showing,"
        " present, relay, email, mail"
    ),
    "PUT": "put, putting, get, getting, drop, slip, leave, sneak, bring, take, move, push",
    "ALONG": (
        "on, along, in, over, around, up, forward, down, to, under, in-front, through, into,"
        " onto, at, round"
    ),
    "TELL": (
        "let, tell, telling, inform, informing, remind, convince, convincing, persuade, persuading,"
        " ask, asking, notify, notifying, letting"
    ),
    "ATTACH": (
        "attach, attached, attaching, enclose, enclosed, enclosing, append, include, including,"
        " send, sending, here is, find, see, upload, share"
    ),
    "NOTIFY": (
        "let ME know, tell ME, call ME, contact ME, write to ME, write ME, notify ME, inform ME,"
        " drop ME a line|note, ping ME, alert ME, message ME, email ME, reach out, get in-touch,"
        " be in-touch, get back to ME, come back to ME, keep ME posted|informed|updated, keep ME"
        " in the loop, think of ME, remember ME, give ME a shout|call|heads-up|ring"
    ),
    "COMES_UP": (
        "open, opens, opening, comes|come up|along|free|available, become|becomes"
        " available|vacant|free|open, arise, arises, turns|turn up, appears, appear, frees,"
        " pops|pop up, available, vacant, is free|open, going, needed"
    ),
    # What the writer says
    "WISH": (
        "like, love, want, wish, hope, hoping, glad, happy, delighted, keen, thrilled, honoured,"
        " honored, eager, dream, dreaming, dying, prefer, enjoy, jump, grateful, longing, aim,"
        " aspire, intend, willing, proud, excited, hopeful, pleased, privileged"
    ),
    "WISHING": (
        "I AUX WISH, I AUX be WISH, I WISH, I am WISH, I have ~ WISH, my dream|wish|hope|goal|aim"
        " is, it would be ~ to, dream of, would like, would love, it is my ~"
        " dream|wish|hope|goal|aim|ambition to, it would mean ~ to"
    ),
    "GRATEFUL": (
        "grateful, thankful, obliged, appreciate, welcome, thrilled, glad, delighted, happy,"
        " indebted, pleased, honoured, love, like, kind, value"
    ),
    "JOIN": (
        "WORKING [out] [work|working] THERE, join|joining THEM, come to YOU, get in|hired|into YOU,"
        " get hired at|by THEM, BECOME [a] part|member of NAME, BECOME [a] ~ MEMBER THERE,"
        " BECOME|get|getting HIRED by|at|in|into|for THEM, come on board, do my|an ~ JOB THERE,"
        " come|coming aboard|onboard, get|getting in at|with THEM, BECOME [a] part of what"
        " you|YOU, WORKING as ~ STAFF|WORKER THERE, serve|contribute in|at|for|on YOU"
    ),
    "WORKING": (
        "work, working, start, starting, intern, interning, train, training, volunteer, begin"
    ),
    "BECOME": "be, being, become, becoming",
    "MEMBER": "part, member, one, employee, colleague, trainee, intern",
    "HIRED": "hired, employed, recruited, taken on",
    "SEEK": (
        "looking, searching, hoping, aiming, asking, applying, ask, apply, seeking, seek, look,"
        " search, after, begging, beg, here"
    ),
    "IN_TIME": (
        "THEIRS, now, right now, at the moment, these days, this|next"
        " year|summer|spring|autumn|fall|winter|month|quarter, at present, soon, today, in YOU, on"
        " YOU, at YOU, with YOU, there, available, open, free, left, going, to fill, coming up, in"
        " mind, on offer, right here"
    ),
    "PEOPLE": (
        "people, anyone, anybody, someone, somebody, interns, trainees, graduates, juniors,"
        " newcomers, new people, for ~ JOB, any ~"
    ),
    # Said with any of these and a job of the writer's own, it is asked for
    "ASKS": (
        "AUX you, AUX YOU, please, AUX I, do you think|have|offer|need|want|see|know, are YOU, let"
        " me, I want|need|hope ... YOU, I WISH ... YOU, I AUX WISH ... YOU, I AUX be WISH ..."
        " YOU, if"
        " you, how about, mind"
    ),
    "TARGET": (
        "job, position, vacancy, vacancies, openings, internship, internships, traineeship,"
        " placement, apprenticeship, interview-slot, offer, employer, employee, trainee, intern,"
        " assistant, try-out, tryout, hire, hiring, employ, employing, recruit, recruiting,"
        " application, candidate,"
        " candidacy, posting, contract, cv, résumé, resume, visa, opening, trial, payroll"
    ),
    "SELF_NAMED": "I, me, my, myself",
    # Asking for advice instead
    "ADVICE": (
        "advice, feedback, opinion, view, thoughts, comments, tips, unclear, improve, better,"
        " wrong, missing, weak, weaknesses, critique"
    ),
    "LIGHTLY": "[LIGHT] [LIGHT] [LIGHT]",
    "LIGHT": (
        "come, came, coming, at, here, to, be, have, going, trying, by, any, means, in, way, a,"
        " the, an, you, your, writing, contacting, this, will, feel, am, for, that, want, wish,"
        " mean, ask, expect, with"
    ),
    "DENIED": (
        "ask, asking, look, looking, hope, hoping, expect, expecting, request, requesting, seek,"
        " seeking, want, wanting, try, trying, about, after, fishing, fish, angling, apply,"
        " applying, application, plea, mean, meaning, attempt, send, sending, have to, here,"
        " offer, feel, obliged, demand, expectation, hunting, pitch, intend, intending, interview"
    ),
    "TALK": "talk, speak, visit, call, meet, learn, hear, ask, listen, see, thank, question",
}

COMPOUNDS: Final = {
    "job": (
        "market markets title titles description descriptions search searches hunt hunting seeker"
        " seekers seeking satisfaction fair fairs centre center board boards advert adverts ad ads"
        " security shadowing profile profiles advice rotation content hunter growth"
    ),
    "role": "model models play plays playing",
    "position": "paper papers",
    "opening": (
        "hours question questions line lines remark remarks speech sentence ceremony a an the"
    ),
    "post": "office graduate mortem about",
    "employment": "law market contract rate figures",
    "trial": "day days week month period",
    "interview": "about question questions slot slots",
    "information": "interview interviews",
    "informational": "interview interviews",
    "contract": "law",
    "hiring": (
        "process processes practice practices market season freeze policy plans decision decisions"
    ),
    "blog": "post posts",
    "linkedin": "post posts profile",
    "mailing": "list lists",
    "reading": "list lists",
    "in": "touch contact front",
    "cover": "version",
    "work": "permit sample samples",
}
"""Words that mean something else together; read as one word."""

CLAUSE_OPENERS: Final = (
    "I you we and can could would will may might do does is are if please should have has there"
    " any let my your what which how when who"
)
"""Words that begin a clause of its own behind a comma or *and*."""

CONTRASTS: Final = "; but however yet though although except"
"""Words that begin a clause that stands against the one before."""
