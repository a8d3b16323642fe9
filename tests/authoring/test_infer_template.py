from functools import partial

import pytest
import steps

from errorbook.authoring import infer_template
from errorbook.authoring.infer_template import generalise, of_template, words
from errorbook.common import template

DUE, AT, OWNER = ["document_number", "money", "money"], ["date", "number"], ["account_code", "name"]


@pytest.mark.parametrize(
    ("message", "template", "types"),
    [
        ("Account code 41100 is not valid", "Account code {account} is not valid", ["account_code"]),
        (
            "The TaxType code 'OUTPUT2' cannot be used with account code '200'.",
            "The TaxType code '{tax}' cannot be used with account code '{account}'.",
            ["tax_code", "account_code"],
        ),
        ('Item code "TB-104" is not valid', 'Item code "{item}" is not valid', ["code"]),
        ("Invoice INV-0042 is paid", "Invoice {invoice} is paid", ["document_number"]),
        ("Due on 2026-03-04, not 30 June 2026", "Due on {date}, not {date_2}", ["date", "date"]),
        ("It costs $1,200.50 or 3.00", "It costs {amount} or {amount_2}", ["money", "money"]),
        ("Customer \u2018Harbour Lane\u2019 is gone", "Customer \u2018{customer}\u2019 is gone", ["name"]),
        ("Write to jo@example.com", "Write to {email}", ["email"]),
        ("See https://example.com/a?b=1", "See {url}", ["url"]),
        ("Id 3f2a9c1b-0000-4000-8000-3f2a9c1b0000 failed", "Id {id} failed", ["id"]),
        ("Account set by us: 41100", "Account set by us: {account}", ["account_code"]),
        ("Account set by all of us: 41100", "Account set by all of us: {number}", ["number"]),
        (
            "It ran 1.92 m/s at 7.50%, 88.25 °C",
            "It ran {number} m/s at {number_2}%, {number_3} °C",
            ["number"] * 3,
        ),
        ("Try again in 30 seconds", "Try again in {number} seconds", ["number"]),
        ("Invoice 4711 $50.00 exceeds USD 40.00", "Invoice {invoice} {amount} exceeds {amount_2}", DUE),
        ("Fehlt: 1.234,50 € von EUR 34,50", "Fehlt: {amount} von {amount_2}", ["money"] * 2),
        ("Statt 1.234,50 sind es 34,50 EUR", "Statt {amount} sind es {amount_2}", ["money"] * 2),
        ("61,50 MB sind 12,5 % mehr", "{number} MB sind {number_2} % mehr", ["number"] * 2),
        ("Von 12.345.678 sind 1.234,5 da", "Von {number} sind {number_2} da", ["number"] * 2),
        ("Ab 3. Dezember 2026 um 14:30 Uhr, nicht 14.30 Uhr", "Ab {date}, nicht {number} Uhr", AT),
        ("Zwischen 30.11.2026 und 1. März 2027", "Zwischen {date} und {date_2}", ["date"] * 2),
        ("Due 30 June 2026 at 14:30", "Due {date}", ["date"]),
        ("Konto „41100“ von Kunde »Müller\u2019s«", "Konto „{account}“ von Kunde »{customer}«", OWNER),
    ],
)
def test_what_varies_becomes_a_typed_hole(message: str, template: str, types: list[str]) -> None:
    general = generalise(message)
    assert general.template == template
    assert [value.type for value in general.values] == types


@pytest.mark.parametrize(
    ("code", "text"), [("C4012", "c4012"), ("6240", "6240"), ("ora_00942", "'ORA-00942'")]
)
def test_the_code_of_the_error_is_no_value(code: str, text: str) -> None:
    general = generalise(f"Claim {text}: tooth 36 was billed on C5001", code=code)
    assert general.template == f"Claim {text}: tooth {{number}} was billed on {{document}}"


def test_a_catalogue_s_own_types_come_first_as_whole_words() -> None:
    general = generalise("Car L2 and car XL2 stopped before L12", {"car_number": "L[0-9]{1,2}"})
    assert general.template == "Car {car_number} and car XL2 stopped before {car_number_2}"
    assert [(value.type, value.label) for value in general.values] == [("car_number", "car number")] * 2


def test_a_message_without_values_stays_as_it_is() -> None:
    assert generalise("Can't pay the customer's invoice").template == "Can't pay the customer's invoice"


QUOTES = ["''", '""', "\u2018\u2019", "\u201c\u201d", "\u201e\u201c", "\u201a\u2018"]
QUOTES += ["\u00ab\u00bb", "\u00bb\u00ab", "\u2039\u203a", "\u203a\u2039"]


@pytest.mark.parametrize("quotes", QUOTES)
def test_what_stands_in_quotes_of_any_kind_is_one_value(quotes: str) -> None:
    one, other = (f"{quotes[0]}{text}{quotes[1]}" for text in ("GOZ 2080", "Nord"))
    general = generalise(f"Leistung {one} fehlt in {other}")
    assert [(value.type, value.text) for value in general.values] == [("text", "GOZ 2080"), ("text", "Nord")]
    assert (
        general.template
        == f"Leistung {quotes[0]}{{value}}{quotes[1]} fehlt in {quotes[0]}{{value_2}}{quotes[1]}"
    )


def test_french_quotes_keep_their_blanks_around_the_hole() -> None:
    assert generalise("Client « Nord » absent").template == "Client « {value} » absent"


def test_labels_are_in_the_language_of_the_catalogue() -> None:
    general = generalise("Rechnung 12 über 34,50 € fehlt", language="de")
    assert [value.label for value in general.values] == ["Rechnungsnummer", "Betrag"]


@pytest.mark.parametrize("blank", [" ", "  ", "\x85", "\u00a0"])
@pytest.mark.parametrize("quotes", QUOTES)
def test_nothing_between_quotes_is_no_value(quotes: str, blank: str) -> None:
    assert generalise(f"It failed {quotes[0]}{blank}{quotes[1]}").values == ()


def test_braces_of_the_message_stay_braces() -> None:
    assert generalise("The {x} part is 3 long").template == "The {{x}} part is {number} long"


def test_the_same_value_fills_the_same_hole() -> None:
    general = generalise("Invoice INV-10 repeats invoice INV-10")
    assert general.template == "Invoice {invoice} repeats invoice {invoice}"


def test_holes_never_touch() -> None:
    assert generalise("Ref 'AB-12''CD-34' failed").template.count("}{") == 0


def test_names_and_addresses_are_sensitive() -> None:
    general = generalise("Customer 'Harbour Lane' has jo@example.com and account 200")
    assert [value.sensitive for value in general.values] == [True, True, False]


def test_the_fixed_words_are_what_is_left_without_holes_and_marks() -> None:
    assert words("Item code '{item}' isn't valid.") == "Item code isn't valid"


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "A1",
        "-",
        "a.",
        "'",
        "1,",
        "AA-1",
        "item 7 ",
        "name 'x' ",
        "a@",
        "AA-" + "1" * 50,
        "\u2019-",
        "\u201ex\u201c",
        "\u201e",
        "\u201e ",
        "1.1",
        "1,5 \u20ac",
        "1.111",
    ],
)
def test_long_words_and_many_values_cost_in_line_with_their_length(unit: str) -> None:
    def cost(size: int) -> int:
        text = unit * max(1, size // len(unit)) + "_"
        work = partial(lambda text: words(generalise(text).template), text)
        return steps.count(work, infer_template, template)

    steps.in_line([cost(size) for size in (80, 160, 320)])


@pytest.mark.parametrize(
    ("known", "message", "values"),
    [
        ("Claim {number} of {name} is late", "Claim 55 of Ann Lee is late", ["55", "Ann Lee"]),
        ("{name} is late", "Ann is late is late", ["Ann is late"]),
        ("Claim of {name}", "Claim of Ann", ["Ann"]),
        ("{name} met {name} at {{noon}}", "Ann met Ann at {noon}", ["Ann"]),
        ("It is late", "It is late", []),
    ],
)
def test_a_known_template_tells_what_varies(known: str, message: str, values: list[str]) -> None:
    general = of_template(known, message, "en")
    assert general is not None
    assert general.template == known
    assert [value.text for value in general.values] == values


@pytest.mark.parametrize(
    ("known", "message"),
    [
        ("{name} met {name}", "Ann met Bob"),
        ("{name} is late", " is late"),
        ("Claim of {name}", "Claim of "),
        ("Claim {number}{name}", "Claim 55 Ann"),
        ("It is late", "It is late again"),
        ("It is late {", "It is late {"),
        ("x{a}e{b}e{c}e{d}e{f}e{g}e{h}!", "x" + "e" * 20_000),
    ],
)
def test_a_text_that_is_not_of_a_template_is_told_soon(known: str, message: str) -> None:
    assert of_template(known, message, "en") is None
