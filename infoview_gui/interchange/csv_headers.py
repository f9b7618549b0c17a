"""Which column of a CSV means what, by its header. Pure tables and their look-up.

The headers are those of LinkedIn, Google (current and legacy), Outlook (desktop and .com),
Thunderbird, and the common words in English, German, French, Spanish and Portuguese.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

_WORDS: dict[str, str] = {
    "name": "name, full name, display name, complete name, contact name, contact, person, "
    "vollständiger name, anzeigename, kontakt, nom complet, nom affiché, nombre completo, "
    "nombre para mostrar, nome completo, nome de exibição, nom et prénom, vor und nachname, "
    "fullname, displayname, file as, cn",
    "first": "first name, given name, firstname, givenname, forename, first, given, vorname, "
    "prénom, prenom, primer nombre, nombre, primeiro nome, nome, nombre de pila, nome próprio",
    "last": "last name, family name, lastname, surname, familyname, last, sn, nachname, "
    "familienname, nom, nom de famille, apellido, apellidos, sobrenome, apelido, último nome",
    "middle": "middle name, additional name, middlename, zweiter vorname, weitere vornamen, "
    "deuxième prénom, autre prénom, segundo nombre, nome do meio, segundo nome",
    "prefix": "name prefix, prefix, anrede, civilité, tratamiento, honorific prefix",
    "suffix": "name suffix, suffix, namenszusatz, sufijo, sufixo, honorific suffix",
    "nickname": "nickname, nick name, spitzname, surnom, apodo, apelido familiar",
    "company": "company, company name, organization, organisation, organization name, employer, "
    "current company, business, firm, account name, firma, firmenname, unternehmen, arbeitgeber, "
    "organisationsname, entreprise, société, societe, employeur, empresa, organización, "
    "organização, compañía, companhia, empregador, o, company organization",
    "role": "position, job title, jobtitle, role, occupation, profession, organization title, "
    "job, current position, headline, funktion, stelle, berufsbezeichnung, beruf, rolle, "
    "stellenbezeichnung, poste, fonction, titre du poste, métier, cargo, puesto, função, "
    "título del trabajo, ocupación, profissão, titre",
    "title": "title, titel, título, titulo",
    "email": "e mail, email, mail, e mail address, email address, primary email, secondary email, "
    "contact email, email 1, mail address, e mail adresse, emailadresse, mailadresse, courriel, "
    "adresse e mail, adresse email, adresse de messagerie, adresse électronique, correo, "
    "correo electrónico, dirección de correo electrónico, dirección de correo, "
    "endereço de e mail, endereço de email, endereço eletrônico, e mails, emails",
    "phone": "phone, telephone, phone number, telephone number, tel, mobile, mobile phone, cell, "
    "cell phone, mobile number, cellphone, primary phone, contact phone number, contact phone, "
    "business phone, home phone, other phone, work phone, company main phone, car phone, phones, "
    "telefon, telefonnummer, handy, mobil, mobiltelefon, mobilnummer, rufnummer, "
    "telefon geschäftlich, telefon privat, telefon firma, hauptanschluss, "
    "téléphone, numéro de téléphone, portable, téléphone mobile, mobile téléphone, "
    "téléphone portable, tél, tél mobile, téléphone bureau, téléphone domicile, "
    "teléfono, número de teléfono, móvil, celular, teléfono móvil, telefone, telemóvel, "
    "telefone celular, telefone comercial, telefone residencial, whatsapp",
    "link": "url, urls, link, links, linkedin, linkedin url, linkedin profile, profile, "
    "profile url, website, web page, webpage, web site, homepage, home page, personal web page, "
    "business homepage, web page 1, web page 2, webseite, internetseite, profil, lien, "
    "site web, page web, site internet, enlace, página web, sitio web, página da web, site, "
    "perfil, xing, github, twitter",
    "zone": "time zone, timezone, tz, zeitzone, fuseau horaire, zona horaria, fuso horário",
    "note": "note, notes, comment, comments, remark, remarks, description, additional info, memo, "
    "notiz, notizen, bemerkung, bemerkungen, kommentar, anmerkung, anmerkungen, remarque, "
    "remarques, commentaire, commentaires, nota, notas, comentario, comentarios, observações, "
    "comentários, anotações",
    "tags": "tag, tags, label, labels, category, categories, group, groups, group membership, "
    "keywords, schlagwort, schlagworte, schlagwörter, kategorie, kategorien, gruppe, gruppen, "
    "étiquette, étiquettes, catégorie, catégories, groupe, groupes, etiqueta, etiquetas, "
    "categoría, categorías, categoria, categorias, grupo, grupos, marcadores",
    "channel": "channel, found through, source",
    "stage": "stage, status in infoview",
    "introduced_by": "introduced by, referred by, empfohlen von",
    "connected": "connected on, verbunden am, verbunden seit, connexion le, en relation depuis le, "
    "conectado el, fecha de conexión, conectado em, data da conexão, collegato il",
    "uid": "infoview id",
}

_NUMBERED = re.compile(
    r"(email|mail|phone|website|link|url|organization|customfield|im|relation|address|event)"
    r"(\d{1,3})(value|address|label|type|displayname|name|title|)"
)
_NUMBERED_FIELDS = {
    ("email", "value"): "email",
    ("email", "address"): "email",
    ("email", ""): "email",
    ("mail", ""): "email",
    ("mail", "address"): "email",
    ("phone", "value"): "phone",
    ("phone", ""): "phone",
    ("website", "value"): "link",
    ("website", ""): "link",
    ("link", "value"): "link",
    ("link", ""): "link",
    ("url", ""): "link",
    ("organization", "name"): "company",
    ("organization", "title"): "role",
}
_LABELS = {
    "work": "work, business, office, geschäft, company, firma, bureau, comercial",
    "home": "home, privat, private, domicile, personal, residencial",
    "mobile": "mobile, cell, handy, mobil, portable, móvil, celular, telemóvel",
    "other": "other, callback, car, autre, otro, outro",
    "linkedin": "linkedin",
}


MOST_COLUMNS = 2000
"""A row with more cells is not looked at beyond; no address book comes near."""


def compact(header: str) -> str:
    """Return a header as it is compared: letters and digits only, small, without accents."""
    text = unicodedata.normalize("NFKD", header.casefold())
    return "".join(character for character in text if character.isalnum())


@cache
def _fields() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, listed in _WORDS.items():
        for word in listed.split(", "):
            found.setdefault(compact(word), name)
    return found


@cache
def _label_words() -> list[tuple[str, str]]:
    return [
        (compact(word), label) for label, listed in _LABELS.items() for word in listed.split(", ")
    ]


_NUMBER_AFTER = re.compile(r"(businessphone|homephone|otherphone|workphone|phone|email)(\d)")


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds: `field` is empty when it is none of ours."""

    field: str
    label: str = ""
    """Label of an address, where the header tells it."""
    pair: str = ""
    """`email1` for both *E-mail 1 - Value* and *E-mail 1 - Label*."""
    is_label: bool = False


def column_of(header: str) -> Column:
    """Tell what a column holds by its header."""
    key = compact(header)
    if not key:
        return Column("")
    numbered = _NUMBERED.fullmatch(key)
    if numbered:
        kind, number, part = numbered.groups()
        if part in ("label", "type"):
            return Column("", pair=kind + number, is_label=True)
        field = _NUMBERED_FIELDS.get((kind, part), "")
        return Column(field, pair=kind + number if field else "")
    if "fax" in key or "pager" in key or "assistant" in key:
        # They lie in the row's source; nobody asks for a conversation by fax.
        return Column("")
    field = _fields().get(key, "")
    if not field and (repeated := _NUMBER_AFTER.fullmatch(key)):
        field = _fields().get(repeated.group(1), "")
    return Column(field, _label_of(key) if field in ("phone", "link") else "")


def _label_of(key: str) -> str:
    return next((label for word, label in _label_words() if word in key), "")


def columns_of(headers: list[str]) -> list[Column]:
    """Tell what each column holds, the doubtful ones by their neighbours."""
    columns = [column_of(header[:80]) for header in headers[:MOST_COLUMNS]]
    headers = headers[:MOST_COLUMNS]
    fields = {column.field for column in columns}
    for at, column in enumerate(columns):
        if column.field == "title":
            # Outlook: Title is Mr or Dr, the role is Job Title. Elsewhere it is the role.
            columns[at] = Column("prefix" if "role" in fields else "role")
    keys = [compact(header) for header in headers]
    if "first" in fields and "last" not in fields:
        _rename(columns, keys, {"nombre", "nome"}, "first", "name")
    if "last" in fields and "first" not in fields and "name" not in fields:
        # "Nom" alone is the whole name, and beside "Name" a "Vorname" is the first one.
        _rename(columns, keys, {"nom"}, "last", "name")
    if "first" in fields and "last" not in fields and {"vorname", "prenom"} & set(keys):
        _rename(columns, keys, {"name"}, "name", "last")
    if "fileas" in keys and keys.count("fileas") == 1:
        # Google's File As is a sort form ("Mitchell, Sarah"), not the name people see.
        columns[keys.index("fileas")] = Column("file_as")
    return columns


def _rename(columns: list[Column], keys: list[str], names: set[str], old: str, new: str) -> None:
    for at, key in enumerate(keys):
        if key in names and columns[at].field == old:
            columns[at] = Column(new)


def format_of(headers: list[str], columns: list[Column]) -> str:
    """Name the program that wrote these headers, or `csv`."""
    keys = {compact(header) for header in headers}
    fields = {column.field for column in columns}
    if "infoviewid" in keys:
        return "csv"
    if "connected" in fields and {"first", "last"} <= fields:
        return "linkedin-csv"
    if {"givenname", "yominame"} & keys and {"familyname", "groupmembership"} & keys:
        return "google-csv"
    if {"organizationname", "email1value", "phone1value"} & keys and "firstname" in keys:
        return "google-csv"
    outlook = {
        "email2address",
        "emailaddress",
        "businessphone",
        "jobtitle",
        "webpage",
        "homestreet",
    }
    if len(outlook & keys) >= 2 and "emailaddress" in keys:
        return "outlook-csv"
    return "csv"


def is_ours(headers: list[str]) -> bool:
    """Tell whether our own writer wrote these headers."""
    return any(compact(header) == "infoviewid" for header in headers)
