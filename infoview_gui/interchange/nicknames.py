"""Short forms of first names, a few dozen common ones; each line is one name's forms."""

from __future__ import annotations

from functools import cache

from infoview_gui.interchange.name_words import name_words

_FORMS = """
alexander alexandra alex sasha sandra xander
andrew andreas andre andy drew
anthony antonio anton tony toni
barbara barb babs bärbel
benjamin ben benny
catherine katherine katharina kathryn kate katie kathy cathy cat kathi katja
charles charlie chuck karl carl
christopher chris kit topher
christina christine kristina chris tina christa
daniel daniela dan danny dani
david dave davy
deborah debra deb debbie
donald don donnie
dorothy dorothea dot dottie doris
edward eduard ed eddie ted ned
elizabeth elisabeth liz lizzie beth betty eliza lisa elsa bess lilli
francis frances frank fran francesco franz francisco paco
frederick friedrich fred freddy fritz
gabriel gabriele gabe gabi
gregory greg gregor
henry harry hank heinrich heinz
jacob jakob jake
james jim jimmy jamie
jennifer jen jenny
jessica jess jessie
john jon johnny jack johannes hans johann
jonathan jon jonny
joseph josef joe joey jose pepe
joshua josh
kenneth ken kenny
lawrence laurence larry lars
leonard leo len lenny
margaret margarete maggie meg peggy greta grete marge
matthew matthias matt matze
maximilian maxwell max
michael michelle mike mick micky mikey
nathaniel nathan nate nat
nicholas nikolaus nicolas nick nico niklas klaus
patricia patrick pat patty trish paddy
peter pete piet
philip phillip phil
rebecca becky becca
richard rick rich dick ricky
robert rob bob bobby robbie bert
ronald ron ronnie
samuel samantha sam sammy
stephen steven stefan steve steffen
susan susanne suzanne sue susie suse
theodore theodor ted teddy theo
thomas tom tommy
timothy tim timmy
ulrich uli
victoria viktoria vicky tori
vincent vince
walter walt
wilhelm william will bill billy willy liam
wolfgang wolf
zachary zach zack
"""


@cache
def _sets() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_FORMS.split("\n")):
        for form in name_words(line):
            found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


_NONE: frozenset[int] = frozenset()


def same_first_name(one: str, other: str) -> bool:
    """Tell whether two names, as `name_words` gives them, can be forms of one."""
    return bool(_sets().get(one, _NONE) & _sets().get(other, _NONE))
