from conftest import Break, MakeEntry

DEPOSIT = "The deposit account was closed by the bank"


def test_sound_examples_prove_their_entry(broken: Break, make_entry: MakeEntry) -> None:
    for rule in ("not-found", "misread", "found-wrongly", "never-sure"):
        assert broken(rule, {"xero/a.yml": make_entry()}) == []


def test_an_example_that_finds_nothing_is_told(broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(examples=["An unrelated sentence about the weather"])
    assert broken("not-found", {"xero/a.yml": text}) == [
        "examples[0]: finds nothing. Add its wording to the messages, or correct the paste"
    ]


def test_an_example_that_finds_another_entry_is_told(broken: Break, make_entry: MakeEntry) -> None:
    files = {
        "xero/a.yml": make_entry(examples=[DEPOSIT]),
        "xero/b.yml": make_entry(id="XERO-0002", messages=[DEPOSIT], values=None, examples=[DEPOSIT]),
    }
    assert broken("not-found", files) == [
        "examples[0]: finds XERO-0002, not this entry. Add its wording to the messages, or correct the paste"
    ]


def test_an_example_finds_its_own_entry_before_any_other(broken: Break, make_entry: MakeEntry) -> None:
    paste = f"{DEPOSIT}\nPayment of 12.50 exceeds the amount outstanding on this document"
    files = {
        "xero/a.yml": make_entry(examples=[paste]),
        "xero/b.yml": make_entry(id="XERO-0002", messages=[DEPOSIT], values=None, examples=[DEPOSIT]),
    }
    assert broken("not-found", files) == [
        "examples[0]: finds XERO-0002 first."
        " Make this entry's message the more exact one, or correct the paste"
    ]


def test_a_tie_is_told(broken: Break, make_entry: MakeEntry) -> None:
    files = {
        f"xero/{slug}.yml": make_entry(id=id_, messages=[DEPOSIT], values=None, examples=[DEPOSIT])
        for slug, id_ in (("a", "XERO-0001"), ("b", "XERO-0002"))
    }
    fix = "Tell the two messages apart, or relate the entries by same-text"
    assert broken("not-found", files) == [
        f"examples[0]: finds XERO-0002 as well, just as sure. {fix}",
        f"examples[0]: finds XERO-0001 as well, just as sure. {fix}",
    ]


def test_entries_that_share_a_text_may_tie(broken: Break, make_entry: MakeEntry) -> None:
    shared = [{"type": "same-text", "id": "XERO-0001"}]
    files = {
        "xero/a.yml": make_entry(messages=[DEPOSIT], values=None, examples=[DEPOSIT]),
        "xero/b.yml": make_entry(
            id="XERO-0002", messages=[DEPOSIT], values=None, examples=[DEPOSIT], relations=shared
        ),
    }
    assert broken("not-found", files) == []


def test_a_value_read_otherwise_than_expected_is_told(broken: Break, make_entry: MakeEntry) -> None:
    paste = "Payment of 12.50 exceeds the amount outstanding on this document"
    text = make_entry(examples=[{"paste": paste, "expect": {"amount": "12.5"}}])
    assert broken("misread", {"xero/a.yml": text}) == [
        "examples[0].expect.amount: is read as '12.50'. Expected '12.5': correct one of the two"
    ]


def test_a_value_that_is_not_there_is_told(broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(
        messages=["Payment of {amount} exceeds the amount outstanding on this document", DEPOSIT],
        examples=[{"paste": DEPOSIT, "expect": {"amount": "1.00"}}],
    )
    assert broken("misread", {"xero/a.yml": text}) == [
        "examples[0].expect.amount: is not read. Expected '1.00': correct one of the two"
    ]


def test_a_non_example_that_finds_the_entry_is_told(broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(
        non_examples=[
            "The weather is fine",
            "Payment of 1.00 exceeds the amount outstanding on this document",
        ]
    )
    assert broken("found-wrongly", {"xero/a.yml": text}) == [
        "non_examples[1]: finds this entry (as sure). Make the message more exact, or remove the non-example"
    ]


def test_what_is_not_found_anyway_has_nothing_to_prove(broken: Break, make_entry: MakeEntry) -> None:
    for status in ("draft", "withdrawn"):
        text = make_entry(status=status, examples=[{"paste": "Fine weather", "expect": {"amount": "1.00"}}])
        assert broken("not-found", {"xero/a.yml": text}) == []
        assert broken("misread", {"xero/a.yml": text}) == []


def test_the_examples_of_a_merged_entry_find_its_heir(broken: Break, make_entry: MakeEntry) -> None:
    old = make_entry(
        id="XERO-0002",
        status="superseded",
        superseded_by=["XERO-0001"],
        messages=[DEPOSIT],
        values=None,
        examples=[DEPOSIT],
    )
    assert broken("not-found", {"xero/a.yml": make_entry(), "xero/b.yml": old}) == []


def test_examples_that_are_never_sure_are_hinted_at(broken: Break, make_entry: MakeEntry) -> None:
    text = make_entry(examples=["Paymnt of 12.50 exceds the amount outstanding on this document"])
    assert broken("never-sure", {"xero/a.yml": text}) == [
        "examples: only ever find this entry as 'looks like'."
        " Add the bare message as an example, or look at what it shares with other entries"
    ]


def test_a_hint_names_what_keeps_an_entry_from_being_sure(broken: Break, make_entry: MakeEntry) -> None:
    said = "Payment of 12.50 exceds the amount outstnding on this documnt"
    files = {
        "xero/a.yml": make_entry(examples=[f"{said}\n{DEPOSIT}"]),
        "xero/b.yml": make_entry(id="XERO-0002", messages=[DEPOSIT], values=None, examples=[DEPOSIT]),
    }
    (hint,) = broken("never-sure", files)
    assert hint.endswith(" or look at what it shares with XERO-0002")


def test_a_question_that_suggests_other_entries_is_hinted_at(broken: Break, make_entry: MakeEntry) -> None:
    lost = make_entry(questions=["zebra crossing"], title="Nothing of it", summary=None)
    files = {"xero/a.yml": lost}
    for number in range(2, 6):
        title = f"Zebra crossing number {number} zebra crossing"
        files[f"xero/{number}.yml"] = make_entry(
            id=f"XERO-000{number}", title=title, aliases=["zebra crossing"]
        )
    assert broken("asked-in-vain", files) == [
        "questions[0]: suggests XERO-0002, XERO-0003, XERO-0004 before this entry."
        " Say what sets this trouble apart, or leave the question out"
    ]
