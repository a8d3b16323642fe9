import pytest

from errorbook.authoring.message_line import LONGEST, message_line


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Hi team,\n\nWarehouse A is locked for stocktake\n\nKind regards,\nJane",
            "Warehouse A is locked for stocktake",
        ),
        (
            'It says "The account code cannot be used here" since Monday.',
            "The account code cannot be used here",
        ),
        ("The message is: Order 12 was not found in Xero", "Order 12 was not found in Xero"),
        ('{"error": {"message": "Order 12 was not found"}, "status": 400}', "Order 12 was not found"),
        ("<Error><Message>Order 12 was not found</Message></Error>", "Order 12 was not found"),
        ("2026-01-02T03:04:05Z ERROR sync: Order 12 was not found", "Order 12 was not found"),
        ("INV-1\tFailed\tOrder 12 was not found", "Order 12 was not found"),
        ("> Order 12 was not found", "Order 12 was not found"),
        ("We tried it again. The order was not found. Thanks!", "The order was not found."),
        ("Interrupt of router ICH was not set", "Interrupt of router ICH was not set"),
        (
            "Wir haben es am 3. Mai versucht. Der Auftrag 12 wurde nicht gefunden. Danke!",
            "Der Auftrag 12 wurde nicht gefunden.",
        ),
        (
            "Beim Export kommt uns „Der Auftrag 12 wurde nicht gefunden“ entgegen.",
            "Der Auftrag 12 wurde nicht gefunden",
        ),
        ("Barcode 4711 is assigned to two products", "Barcode 4711 is assigned to two products"),
        (
            "Order 12 was not found\nOrder 12 of June was not found",
            "Order 12 of June was not found",
        ),
        (
            "Order 12 of June was not found\nOrder 12 was not found",
            "Order 12 of June was not found",
        ),
        (
            "Please enter a valid code. The code is required.",
            "Please enter a valid code. The code is required.",
        ),
    ],
)
def test_the_part_that_reads_like_a_message_is_found(text: str, message: str) -> None:
    assert message_line(text) == message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Forbidden",
        "How do I change my password? There is no button.",
        "Hi, we cannot log in to the app, please help",
        "Please cancel our subscription, we no longer need it.",
        "Why was the order not found?",
        "Thanks for the quick help yesterday, nothing is missing now!",
        "Kind regards,\nJane Miller\nHarbour Lane Ltd",
        "failed " * LONGEST,
    ],
)
def test_what_people_write_is_no_message(text: str) -> None:
    assert message_line(text) == ""


def test_a_huge_text_is_read_in_part() -> None:
    assert message_line("word " * 1_000_000) == ""
    assert message_line('"' * 100_000) == ""
