"""German tickets read like errors, and German mail does not, as with English."""

import pytest

from errorbook.triage.verdicts import Judge, Knowledge

ERRORS = [
    "Fehler: Die Teilnehmerliste KU-2011 konnte nicht gespeichert werden. Bitte um Hilfe",
    "Export fehlgeschlagen: Datei ist gesperrt",
    "Es ist ein Fehler aufgetreten: Zertifikat abgelaufen",
    "Verbindung zum Server wurde abgelehnt (Code 17)",
    "Der Benutzer hat keine Berechtigung für diese Aktion",
    "Die Datei kann nicht geöffnet werden.",
    "Ungültiger Wert im Feld PLZ",
    "Ungueltiger Wert im Feld Groesse",
    "Das System kann den angegebenen Pfad nicht finden.",
    "Zeitüberschreitung bei der Anforderung an den Server",
    "Das Feld Steuernummer ist ein Pflichtfeld.",
    "Für das Konto 4400 ist kein Steuersatz hinterlegt.",
    "Die Rechnungsnummer RE-2041 ist bereits vergeben.",
    "Der Betrag muss größer als 0 sein.",
    "Die maximale Dateigröße von 20 MB wurde überschritten.",
    "Zugriffsfehler 0x80070005 in Modul 7",
    "Unbekannter Datensatz in Zeile 14",
    "Die Prüfsumme stimmt nicht mit der Datei überein.",
    "Der Druckauftrag 118 wurde abgebrochen.",
    "Der Kontenplan wird nicht unterstützt.",
    "Guten Tag, beim Speichern kommt „Die Vorlage ist schreibgeschützt und lässt sich nicht ändern“. Danke!",
    "Hallo zusammen,\n\nLager 4 ist für die Inventur gesperrt\n\nViele Grüße\nJana Müller",
    "Ich habe es zweimal versucht. Die Anmeldung am Server ist fehlgeschlagen. Vielen Dank!",
    "Wir sehen seit heute diese Meldung: Sitzung beendet, melden Sie sich neu an",
    "Falsches Datumsformat in Spalte C",
    "Es steht nicht genügend Speicherplatz zur Verfügung.",
    "Die Menge darf nicht negativ sein.",
    "Zu viele Anfragen, versuchen Sie es später erneut.",
]
MAIL = [
    "Vielen Dank für die schnelle Hilfe, jetzt geht nichts mehr verloren und kein Wert fehlt!",
    "Herzlichen Dank, der Fehler ist behoben.",
    "Der Export läuft wieder ohne Fehler.",
    "Bitte senden Sie 12 Kartons Druckerpapier an die Filiale in Ulm.",
    "Hiermit bestellen wir 40 Stück des Artikels 4711 zum vereinbarten Preis.",
    "Wie kann das Passwort geändert werden? Auf der Seite ist kein Knopf zu sehen.",
    "Warum wurde die Bestellung nicht gefunden?",
    "Können Sie uns bitte ein Angebot für 5 Lizenzen schicken?",
    "Der Termin am 12. Mai um 14 Uhr passt gut.",
    "Leider kann ich am Donnerstag nicht kommen, geht auch Freitag?",
    "Ich bin bis zum 3. Juni im Urlaub und nicht erreichbar.",
    "Frau Meier ist am Montag nicht erreichbar, bitte am Dienstag anrufen.",
    "Die Schulung findet am 7. September in Raum 204 statt.",
    "Bitte kündigen Sie das Abonnement zum Jahresende, es wird nicht mehr gebraucht.",
    "Anbei die Rechnung 2041 und der Lieferschein zur Ablage.",
    "Die Lieferung muss bis Freitag da sein.",
    "Eine Anmeldung ist nicht erforderlich, der Eintritt ist frei.",
    "Das ist nicht eilig, nächste Woche reicht völlig.",
    "Mit freundlichen Grüßen\nJana Müller\nBuchhaltung Nordlicht GmbH",
    "Anmeldung zum Kurs „Einführung in die doppelte Buchführung“ für 3 Personen",
    "Die neue Adresse lautet: Hauptstraße 12, 80331 München",
    "Die Ware ist bereits unterwegs.",
    "Die Unterlagen sind vollständig, es fehlt nichts mehr.",
    "Der Vertrag wurde noch nicht unterschrieben.",
    "Herr Dr. Brandt kann am 3. nicht kommen und lässt sich entschuldigen.",
    "Anmeldung: bis Freitag im Sekretariat, Raum 12",
]


@pytest.mark.parametrize("text", ERRORS)
def test_a_german_error_without_an_article_is_seen(text: str, knowledge: Knowledge) -> None:
    assert Judge(knowledge).verdict(text).kind == "unknown"


@pytest.mark.parametrize("text", MAIL)
def test_german_mail_is_no_error(text: str, knowledge: Knowledge) -> None:
    assert Judge(knowledge).verdict(text).kind == "none"
