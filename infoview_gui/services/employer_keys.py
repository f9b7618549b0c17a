"""Which companies are one employer: by name, and by what the user has merged or renamed."""

import apsw

from infoview_gui.interchange.company_names import company_key
from infoview_gui.interchange.matching import EmployerKey

_ALIASES = """
SELECT employer_alias.key, employer.key
FROM employer_alias JOIN employer ON employer.id = employer_alias.employer_id
"""


def employer_keys(connection: apsw.Connection) -> EmployerKey:
    """Return what gives every spelling of an employer the same key, as things stand now."""
    merged = {str(key): str(of) for key, of in connection.execute(_ALIASES)}

    def key_of(company: str) -> str:
        key = company_key(company)
        return merged.get(key, key)

    return key_of
