from conftest import VOCABULARY, Break, MakeEntry


def test_a_step_that_sends_away_before_the_end(broken: Break, make_entry: MakeEntry) -> None:
    steps = ["Ask Cin7 support, as described under **When to ask for help**.", "Retry it in Xero."]
    what = "sends to support before the path ends. Make it the last step, or drop it"
    assert broken("early-escape", {"xero/a.yml": make_entry(resolution=steps)}) == [
        f"resolution[0].do: {what}"
    ]
    assert broken("early-escape", {"xero/a.yml": make_entry(resolution=steps[::-1])}) == []
    branches = [{"ask": "Is it so in Xero?", "answers": {"It is": steps[:1], "It is not": steps[1:]}}]
    assert broken("early-escape", {"xero/a.yml": make_entry(resolution=branches)}) == []


def test_a_way_that_is_too_long(broken: Break, make_entry: MakeEntry) -> None:
    def found(*steps: object) -> list[str]:
        return broken("long-path", {"xero/a.yml": make_entry(summary=None, resolution=list(steps))})

    assert found(f"Open{' it' * 139}.") == []
    assert found(f"Open{' it' * 140}.") == ["resolution: has a path of 141 words. Keep a path to 140"]
    assert found(*["Open it."] * 8) == []
    assert found(*["Open it."] * 9) == ["resolution: has a path of 9 steps. Keep a path to 8"]
    inner: object = "Open it."
    for depth in range(1, 5):
        inner = {"ask": "So?", "answers": {"It is": [inner], "It is not": ["Stop."]}}
        assert found(inner) == (
            ["resolution: has a path of 4 questions. Keep a path to 3"] if depth == 4 else []
        )


CAUTIONS = """
cautions:
  - does: [void it, void the]
    wants: [stock, goods]
    what: voids, and its path does not speak of stock
    fix: Ask first whether goods moved
  - does: [Enter … payment … in Xero]
    wants: [sync]
    what: enters a payment, and its path does not say how payments sync
    fix: Ask first whether it syncs
"""


def test_a_step_that_does_what_its_path_does_not_speak_of(broken: Break, make_entry: MakeEntry) -> None:
    def found(*steps: object) -> list[str]:
        files = {
            "catalogue.yml": VOCABULARY + CAUTIONS,
            "xero/a.yml": make_entry(summary=None, resolution=list(steps)),
        }
        return broken("unspoken", files)

    void = {"do": "Write down its lines, then VOID it in Cin7 Core.", "risk": "changes-data"}
    said = "voids, and its path does not speak of stock. Ask first whether goods moved"
    assert found(void) == [f"resolution[0].do: {said}"]
    assert found("Check in Cin7 Core whether goods were shipped.", void) == []
    asked = {"ask": "Did goods move?", "answers": {"None moved": [void], "Some moved": ["Keep it."]}}
    assert found(asked) == []
    other = {"ask": "Is it paid?", "answers": {"It is": ["Look at its stock."], "It is not": [void]}}
    assert found(other) == [f"resolution[0].answers.It is not[0].do: {said}"]
    typed = {"do": "Enter the new payment by hand in Xero.", "risk": "changes-data"}
    said = "enters a payment, and its path does not say how payments sync. Ask first whether it syncs"
    assert found(typed) == [f"resolution[0].do: {said}"]
    assert found("Look which way payments sync in Cin7 Core.", typed) == []
    assert found("Enter a note on the payment. It is in Xero.") == []


def test_a_catalogue_without_cautions_has_none(broken: Break, make_entry: MakeEntry) -> None:
    assert broken("unspoken", {"xero/a.yml": make_entry(resolution=["Void it in Xero."])}) == []


def test_answers_of_an_example_that_are_no_way(broken: Break, make_entry: MakeEntry) -> None:
    inner = {"ask": "Was it paid?", "answers": {"It was": ["Skip it."], "It was not": ["Retry it."]}}
    asked = {"ask": "Whose is it?", "answers": {"Ours": [inner], "Theirs": ["Ask them."]}}

    def found(*answers: str) -> list[str]:
        example = {"paste": "Payment of 1.00 exceeds the amount outstanding on this document"}
        steps = ["Open it in Xero.", asked, "Look again."]
        examples = [example, {**example, "answers": list(answers)}]
        return broken("no-way", {"xero/a.yml": make_entry(resolution=steps, examples=examples)})

    place = "examples[1].answers"
    assert found() == found("Theirs") == found("Ours", "It was") == []
    more = "stop where another question is asked. Add 'It was' or 'It was not'"
    assert found("Ours") == [f"{place}: {more}"]
    wrong = "'Nobody's' is no answer there. Write 'Ours' or 'Theirs'"
    assert found("Nobody's", "It was") == [f"{place}[0]: {wrong}"]
    beyond = "'It was' is no answer there. Leave it out: nothing more is asked"
    assert found("Theirs", "It was") == [f"{place}[1]: {beyond}"]
