"""The words for our fields in the headers of address books, by language. Tables only.

From the exports of LinkedIn, Google, Outlook and Thunderbird in English, German, French, Spanish,
Portuguese, Italian, Dutch, Polish, Swedish, Danish, Norwegian, Czech, Finnish and Turkish.
"""

from __future__ import annotations

WORDS: dict[str, str] = {
    "name": "name, full name, display name, complete name, contact name, contact, person, "
    "vollständiger name, anzeigename, kontakt, nom complet, nom affiché, nombre completo, "
    "nombre para mostrar, nome completo, nome de exibição, nom et prénom, vor und nachname, "
    "fullname, displayname, file as, cn, common name, nome visualizzato, nominativo, contatto, "
    "nom à afficher, "
    "volledige naam, naam, weergavenaam, imię i nazwisko, nazwa wyświetlana, nazwa, "
    "fullständigt namn, namn, visningsnamn, fulde navn, fullt navn, navn, visningsnavn, "
    "celé jméno, jméno a příjmení, zobrazované jméno, koko nimi, nimi, ad soyad, "
    "nombre y apellidos, nome e sobrenome, nome e cognome",
    "first": "first name, given name, firstname, givenname, forename, first, given, vorname, "
    "prénom, prenom, primer nombre, nombre, primeiro nome, nome, nombre de pila, nome próprio, "
    "voornaam, imię, pierwsze imię, förnamn, fornavn, křestní jméno, jméno, etunimi, ad, adı",
    "last": "last name, family name, lastname, surname, familyname, last, sn, nachname, "
    "familienname, nom, nom de famille, apellido, apellidos, sobrenome, apelido, último nome, "
    "cognome, achternaam, nazwisko, efternamn, efternavn, etternavn, příjmení, sukunimi, soyad, "
    "soyadı",
    "middle": "middle name, additional name, middlename, zweiter vorname, weitere vornamen, "
    "deuxième prénom, autre prénom, segundo nombre, nome do meio, segundo nome, secondo nome, "
    "tweede naam, middelste naam, drugie imię, mellannamn, mellemnavn, mellomnavn, druhé jméno",
    "prefix": "name prefix, prefix, anrede, civilité, tratamiento, honorific prefix, titolo, "
    "namenspräfix",
    "suffix": "name suffix, suffix, namenszusatz, sufijo, sufixo, honorific suffix, suffixe, "
    "suffisso, achtervoegsel, sufiks, namenssuffix",
    "nickname": "nickname, nick name, spitzname, surnom, apodo, apelido familiar, "
    "mozilla nickname, xmozilla nickname, soprannome, bijnaam, pseudonim, smeknamn",
    "company": "company, company name, organization, organisation, organization name, employer, "
    "current company, business, firm, account name, firma, firmenname, unternehmen, arbeitgeber, "
    "organisationsname, name der organisation, entreprise, société, societe, employeur, empresa, "
    "organización, organização, nom de l'organisation, nombre de la organización, "
    "organização nome, organização 1 nome, "
    "compañía, companhia, empregador, o, company organization, azienda, società, "
    "organizzazione, ditta, nome organizzazione, bedrijf, organisatie, werkgever, "
    "bedrijfsnaam, naam organisatie, "
    "organizacja, pracodawca, nazwa firmy, företag, företagsnamn, virksomhed, bedrift, "
    "arbeidsgiver, společnost, zaměstnavatel, yritys, şirket",
    "role": "position, job title, jobtitle, role, occupation, profession, organization title, "
    "job, current position, headline, funktion, stelle, berufsbezeichnung, beruf, rolle, "
    "stellenbezeichnung, poste, fonction, titre du poste, métier, cargo, puesto, função, "
    "título del trabajo, ocupación, profissão, posizione, qualifica, ruolo, professione, "
    "functie, functietitel, beroep, stanowisko, zawód, befattning, yrke, stilling, jobtitel, "
    "stillingstittel, pozice, funkce, tehtävänimike, ammatti, unvan, pozisyon",
    "title": "title, titel, título, titulo, tytuł, tittel, titre",
    "email": "e mail, email, mail, e mail address, email address, primary email, secondary email, "
    "contact email, email 1, mail address, e mail adresse, emailadresse, mailadresse, courriel, "
    "adresse e mail, adresse email, adresse de messagerie, adresse électronique, correo, "
    "correo electrónico, dirección de correo electrónico, dirección de correo, "
    "endereço de e mail, endereço de email, endereço eletrônico, endereço de correio eletrónico, "
    "e mails, emails, mozilla second email, xmozilla second email, rfc 822 mailbox, "
    "primäre e mail adresse, sekundäre e mail adresse, zweite e mail adresse, "
    "adresse électronique principale, adresse électronique secondaire, "
    "indirizzo email, indirizzo e mail, indirizzo posta elettronica, posta elettronica, "
    "indirizzo di posta elettronica, e mailadres, mailadres, e mail adres, adres e mail, "
    "adres email, adres poczty elektronicznej, poczta elektroniczna, e postadress, e post, "
    "epost, mejl, mailadress, e mailadresse, e postadresse, e mailová adresa, "
    "sähköposti, sähköpostiosoite, e posta, e posta adresi, dirección de email",
    "phone": "phone, telephone, phone number, telephone number, tel, mobile, mobile phone, cell, "
    "cell phone, mobile number, cellphone, primary phone, contact phone number, contact phone, "
    "business phone, home phone, other phone, work phone, company main phone, car phone, phones, "
    "telefon, telefonnummer, handy, mobil, mobiltelefon, mobilnummer, rufnummer, handynummer, "
    "telefon geschäftlich, telefon privat, telefon firma, hauptanschluss, mobiltelefonnummer, "
    "telefon dienstlich, weiteres telefon, "
    "téléphone, numéro de téléphone, portable, téléphone mobile, mobile téléphone, "
    "téléphone portable, tél, tél mobile, téléphone bureau, téléphone domicile, "
    "tél professionnel, tél domicile, téléphone professionnel, téléphone personnel, "
    "teléfono, número de teléfono, móvil, celular, teléfono móvil, teléfono del trabajo, "
    "teléfono particular, teléfono celular, telefone, telemóvel, telefone do trabalho, "
    "telefone celular, telefone comercial, telefone residencial, whatsapp, "
    "telefono, cellulare, numero di telefono, telefono cellulare, telefono ufficio, "
    "telefono abitazione, telefoon, telefoonnummer, mobiel, mobiele telefoon, telefoon op werk, "
    "telefoon thuis, telefoon werk, numer telefonu, telefon komórkowy, komórka, "
    "telefon służbowy, telefon domowy, mobilnummer, telefon arbete, telefon hem, "
    "telefon arbejde, mobilní telefon, puhelin, puhelinnumero, matkapuhelin, cep telefonu, "
    "mobile telephone number",
    "link": "url, urls, link, links, linkedin, linkedin url, linkedin profile, profile, "
    "profile url, website, web page, webpage, web site, homepage, home page, personal web page, "
    "business homepage, web page 1, web page 2, webseite, internetseite, profil, lien, "
    "site web, page web, site internet, enlace, página web, sitio web, página da web, site, "
    "perfil, xing, github, twitter, mozilla work url, mozilla home url, work url, home url, "
    "labeled uri, webadresse, adresse web, "
    "pagina web, sito web, sito, profilo, webpagina, profiel, strona sieci web, strona www, "
    "strona internetowa, profil url, webbsida, webbplats, webside, hjemmeside, "
    "webová stránka, verkkosivu, web sayfası",
    "zone": "time zone, timezone, tz, zeitzone, fuseau horaire, zona horaria, fuso horário, "
    "fuso orario, tijdzone, strefa czasowa, tidszon, tidszone, časové pásmo, aikavyöhyke",
    "note": "note, notes, comment, comments, remark, remarks, description, additional info, memo, "
    "notiz, notizen, bemerkung, bemerkungen, kommentar, anmerkung, anmerkungen, remarque, "
    "remarques, commentaire, commentaires, nota, notas, comentario, comentarios, observações, "
    "comentários, anotações, commenti, annotazioni, notities, opmerkingen, notitie, "
    "notatki, uwagi, komentarz, anteckningar, anteckning, noter, bemærkninger, notater, "
    "notat, poznámky, poznámka, muistiinpanot, huomautukset, notlar",
    "tags": "tag, tags, label, labels, category, categories, group, groups, group membership, "
    "keywords, schlagwort, schlagworte, schlagwörter, kategorie, kategorien, gruppe, gruppen, "
    "étiquette, étiquettes, catégorie, catégories, groupe, groupes, etiqueta, etiquetas, "
    "categoría, categorías, categoria, categorias, grupo, grupos, marcadores, libellés, "
    "categorie, etichette, gruppi, gruppo, categorieën, groepen, kategorie, etykiety, grupy, "
    "kategorier, grupper, etiketter, štítky, skupiny, luokat, ryhmät, gruppenmitgliedschaft",
    "channel": "channel, found through, source",
    "stage": "stage, status in infoview",
    "introduced_by": "introduced by, referred by, empfohlen von",
    "connected": "connected on, verbunden am, verbunden seit, connexion le, en relation depuis le, "
    "connecté le, "
    "conectado el, fecha de conexión, conectado em, data da conexão, collegato il, "
    "data collegamento, "
    "verbonden op, połączono, data połączenia, kontakt od, ansluten, kontakt sedan, "
    "forbundet den, tilkoblet, spojeno dne",
    "uid": "infoview id",
}
LABELS = {
    "work": "work, business, office, geschäft, company, firma, bureau, comercial, dienstlich, "
    "professionnel, trabajo, trabalho, ufficio, lavoro, werk, służbowy, praca, arbete, arbejde",
    "home": "home, privat, private, domicile, personal, residencial, particular, personnel, "
    "abitazione, casa, thuis, domowy, hem, hjem",
    "mobile": "mobile, cell, handy, mobil, portable, móvil, celular, telemóvel, mobiel, "
    "komórk, matka",
    "other": "other, callback, car, autre, otro, outro, weitere",
    "linkedin": "linkedin",
}
NUMBERED = (
    r"(e?mail|epost|courriel|correo|phone|telefon|telephone|telefono|telefone|telefoon|website|"
    r"webseite|siteweb|sitioweb|sitoweb|webbplats|link|url|organization|customfield|im|"
    r"relation|address|event)"
    r"(\d{1,3})"
    r"(value|wert|valeur|valor|valore|waarde|wartosc|varde|"
    r"address|adresse|adres|adress|direccion|indirizzo|endereco|"
    r"label|type|typ|tipo|libelle|etiqueta|etichetta|etykieta|bezeichnung|"
    r"displayname|name|title|)"
)
"""A header such as *E-mail 1 - Value*, compacted: kind, number, what of it."""
VALUE_PARTS = frozenset(
    ("value", "wert", "valeur", "valor", "valore", "waarde", "wartosc", "varde", "address",
     "adresse", "adres", "adress", "direccion", "indirizzo", "endereco")
)  # fmt: skip
LABEL_PARTS = frozenset(
    ("label", "type", "typ", "tipo", "libelle", "etiqueta", "etichetta", "etykieta", "bezeichnung")
)
KINDS = {
    "email": "email", "mail": "email", "epost": "email", "courriel": "email", "correo": "email",
    "phone": "phone", "telefon": "phone", "telephone": "phone", "telefono": "phone",
    "telefone": "phone", "telefoon": "phone", "website": "link", "webseite": "link",
    "siteweb": "link", "sitioweb": "link", "sitoweb": "link", "webbplats": "link", "link": "link",
    "url": "link",
}  # fmt: skip
