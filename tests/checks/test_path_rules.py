from conftest import Break, MakeEntry


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
