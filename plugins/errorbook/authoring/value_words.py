"""What a value of a message is, by its looks and by the words before it, in English and German."""

from __future__ import annotations

BY_KIND: dict[str, tuple[str, str, str]] = {
    "email": ("email", "email", "email address"),
    "url": ("url", "url", "web address"),
    "id": ("id", "id", "id"),
    "date": ("date", "date", "date"),
    "money": ("amount", "money", "amount"),
    "document": ("document", "document_number", "document number"),
    "number": ("number", "number", "number"),
}
"""What a value is called, its type and its label, by what it looks like."""

BY_WORD: dict[str, tuple[str, str, str]] = {
    "account": ("account", "account_code", "account code"),
    "tax": ("tax", "tax_code", "tax code"),
    "taxtype": ("tax", "tax_code", "tax code"),
    "invoice": ("invoice", "document_number", "invoice number"),
    "bill": ("bill", "document_number", "bill number"),
    "order": ("order", "document_number", "order number"),
    "payment": ("payment", "document_number", "payment number"),
    "document": ("document", "document_number", "document number"),
    "customer": ("customer", "name", "customer's name"),
    "supplier": ("supplier", "name", "supplier's name"),
    "vendor": ("vendor", "name", "vendor's name"),
    "contact": ("contact", "name", "contact's name"),
    "user": ("user", "name", "user's name"),
    "organisation": ("organisation", "name", "organisation's name"),
    "organization": ("organisation", "name", "organisation's name"),
    "name": ("name", "name", "name"),
    "sku": ("sku", "code", "SKU"),
    "item": ("item", "code", "item code"),
    "product": ("product", "code", "product code"),
    "currency": ("currency", "code", "currency"),
    "code": ("code", "code", "code"),
    "id": ("id", "id", "id"),
}
"""The same by the nearest of these words before the value."""

BY_NAME = {each[0]: each for each in (*BY_WORD.values(), *BY_KIND.values())}
"""The same by what the value is called."""

IN_ENGLISH = {
    "konto": "account",
    "kontos": "account",
    "steuer": "tax",
    "rechnung": "invoice",
    "rechnungsnummer": "invoice",
    "auftrag": "order",
    "bestellung": "order",
    "zahlung": "payment",
    "beleg": "document",
    "dokument": "document",
    "kunde": "customer",
    "kunden": "customer",
    "kundin": "customer",
    "lieferant": "supplier",
    "lieferanten": "supplier",
    "kontakt": "contact",
    "benutzer": "user",
    "benutzers": "user",
    "benutzerin": "user",
    "artikel": "item",
    "produkt": "product",
    "währung": "currency",
}
"""Such words in German, as messages write them."""

_LABELS = {
    "de": {
        "account code": "Kontonummer",
        "amount": "Betrag",
        "bill number": "Rechnungsnummer",
        "code": "Code",
        "contact's name": "Name des Kontakts",
        "currency": "Währung",
        "customer's name": "Name des Kunden",
        "date": "Datum",
        "document number": "Belegnummer",
        "email address": "E-Mail-Adresse",
        "id": "ID",
        "invoice number": "Rechnungsnummer",
        "item code": "Artikelnummer",
        "name": "Name",
        "number": "Zahl",
        "order number": "Auftragsnummer",
        "organisation's name": "Name der Organisation",
        "payment number": "Zahlungsnummer",
        "product code": "Produktnummer",
        "SKU": "Artikelnummer",
        "supplier's name": "Name des Lieferanten",
        "tax code": "Steuerschlüssel",
        "user's name": "Name des Benutzers",
        "value": "Wert",
        "vendor's name": "Name des Lieferanten",
        "web address": "Webadresse",
    }
}


def label_in(language: str, label: str) -> str:
    """Return a label in the language of a catalogue, or as it is where that has none."""
    return _LABELS.get(language, {}).get(label, label)
