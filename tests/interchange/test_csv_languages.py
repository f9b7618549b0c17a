"""Headers of the programs in the languages of their users."""

from __future__ import annotations

import pytest

from infoview_gui.interchange.csv_read import read_csv

LINKEDIN = [
    "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am",
    "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connexion le",
    "Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el",
    "Nome,Cognome,URL,Indirizzo email,Azienda,Posizione,Collegato il",
    "Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em",
    "Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op",
    "Imię,Nazwisko,URL,Adres e-mail,Firma,Stanowisko,Data połączenia",
    "Förnamn,Efternamn,URL,E-postadress,Företag,Befattning,Kontakt sedan",
]
OUTLOOK = [
    (
        "Anrede,Vorname,Nachname,Firma,Position,E-Mail-Adresse,E-Mail 2: Adresse,"
        "Telefon geschäftlich,Mobiltelefon,Kategorien,Notizen"
    ),
    (
        "Titre,Prénom,Nom,Société,Fonction,Adresse de messagerie,Adresse de messagerie 2,"
        "Téléphone (bureau),Tél. mobile,Catégories,Notes"
    ),
    (
        "Título,Nombre,Apellidos,Compañía,Puesto,Dirección de correo electrónico,"
        "Dirección de correo electrónico 2,Teléfono del trabajo,Teléfono móvil,Categorías,Notas"
    ),
    (
        "Titolo,Nome,Cognome,Società,Qualifica,Indirizzo posta elettronica,"
        "Indirizzo posta elettronica 2,Telefono ufficio,Cellulare,Categorie,Note"
    ),
    (
        "Titel,Voornaam,Achternaam,Bedrijf,Functie,E-mailadres,E-mailadres 2,Telefoon op werk,"
        "Mobiele telefoon,Categorieën,Notities"
    ),
    (
        "Tytuł,Imię,Nazwisko,Firma,Stanowisko,Adres e-mail,Adres e-mail 2,Telefon służbowy,"
        "Telefon komórkowy,Kategorie,Notatki"
    ),
    (
        "Titel,Förnamn,Efternamn,Företag,Befattning,E-postadress,E-postadress 2,Telefon (arbete),"
        "Mobiltelefon,Kategorier,Anteckningar"
    ),
]
GOOGLE = [
    "First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value",
    "Vorname,Nachname,E-Mail 1 – Label,E-Mail 1 – Wert,Telefon 1 – Label,Telefon 1 – Wert",
    "Prénom,Nom,E-mail 1 - Libellé,E-mail 1 - Valeur,Téléphone 1 - Libellé,Téléphone 1 - Valeur",
    (
        "Nombre,Apellidos,E-mail 1 - Etiqueta,E-mail 1 - Valor,Teléfono 1 - Etiqueta,"
        "Teléfono 1 - Valor"
    ),
]


@pytest.mark.parametrize("header", LINKEDIN)
def test_linkedin(header: str) -> None:
    row = "Ann,Lee,https://www.linkedin.com/in/ann,a@x.example,Northwind,Analyst,05 Mar 2024"
    reading = read_csv(f"{header}\n{row}\n")
    (card,) = reading.cards
    assert reading.format == "linkedin-csv"
    assert (card.first_name, card.last_name, card.connected_on) == ("Ann", "Lee", "2024-03-05")
    assert (card.company, card.role) == ("Northwind", "Analyst")
    assert [card.links[0].value, card.emails[0].value] == row.split(",")[2:4]


@pytest.mark.parametrize("header", OUTLOOK)
def test_outlook(header: str) -> None:
    row = "Dr,Ann,Lee,Northwind,Analyst,a@x.example,b@x.example,+1 234567,+1 345678,one;two,met"
    (card,) = read_csv(f"{header}\n{row}\n").cards
    assert (card.first_name, card.last_name, card.name) == ("Ann", "Lee", "Ann Lee")
    assert (card.company, card.role, card.note) == ("Northwind", "Analyst", "met")
    assert [point.value for point in card.emails] == ["a@x.example", "b@x.example"]
    assert [(point.value, point.label) for point in card.phones] == [
        ("+1 234567", "work"),
        ("+1 345678", "mobile"),
    ]
    assert card.tags == ("one", "two")


@pytest.mark.parametrize("header", GOOGLE)
def test_google(header: str) -> None:
    (card,) = read_csv(f"{header}\nAnn,Lee,* Work,a@x.example,Mobile,+1 345678\n").cards
    assert (card.first_name, card.last_name) == ("Ann", "Lee")
    (email,) = card.emails
    assert (email.value, email.label, email.preferred) == ("a@x.example", "work", True)
    assert [(point.value, point.label) for point in card.phones] == [("+1 345678", "mobile")]


def test_what_outlook_calls_a_type_is_no_label() -> None:
    (card,) = read_csv(
        "First Name,E-mail Address,E-mail Type,E-mail 2 Address,E-mail 2 Type\n"
        "Ann,a@x.example,SMTP,b@x.example,SMTP\n"
    ).cards
    assert [point.label for point in card.emails] == ["", ""]
