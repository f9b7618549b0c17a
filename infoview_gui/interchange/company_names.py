"""When two names of an employer are the same one (PRODUCT.md, People).

The exact name without case, legal form and punctuation; nothing is guessed beyond that.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PUNCTUATION = re.compile(r"[\W_]+")
_INNER = re.compile(r"[.'’`´]")
_LEGAL = """
inc incorporated corp corporation co company cie ltd limited llc llp lllp lp plc pllc pc gmbh
mbh ggmbh ag kg kgaa ohg ug gbr ev eg se sa sas sasu sarl eurl srl spa snc sl slu sau sca scs
bv nv vof cv bvba sprl ab oy oyj as asa aps ks pty pvt private pte kk ltda sro spzoo zoo doo dd
ad ood eood kft zrt nyrt rt tbk bhd sdn jsc ojsc pjsc cjsc ooo zao pao oao oü ou uab sia
haftungsbeschränkt haftungsbeschrankt
"""
_LEGAL_FORMS = frozenset(_LEGAL.split())


def plain_words(text: str) -> str:
    """Return words as they are compared: small, without accents, one blank between them."""
    text = text.casefold()
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return _PUNCTUATION.sub(" ", _INNER.sub("", text)).strip()


@lru_cache(maxsize=8192)
def company_key(name: str) -> str:
    """Return what two spellings of one employer share; empty for no name.

    A name that is nothing but a legal form is kept, else all such would be one employer. A name
    of punctuation only is compared as it is written.
    """
    words = plain_words(name).split()
    if words[-3:] == ["sp", "z", "oo"]:
        words = words[:-3] or words
    kept = len(words)
    while kept and words[kept - 1] in _LEGAL_FORMS:
        kept -= 1
    return " ".join(words[:kept] or words) or name.strip().casefold()
