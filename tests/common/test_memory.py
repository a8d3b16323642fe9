"""What is kept is used as long as what it was made from is the same."""

from errorbook.common.memory import Memory


def test_a_value_is_made_anew_when_what_it_was_made_from_changed() -> None:
    memory, made = Memory(), list[str]()

    def keep(kind: str, name: str, sources: object) -> int:
        def make() -> int:
            made.append(f"{kind} {name} {sources}")
            return len(made)

        return memory.keep(kind, name, sources, make)

    assert [keep("card", "a", (1,)), keep("card", "a", (1,)), keep("card", "a", (2,))] == [1, 1, 2]
    assert [keep("card", "b", (2,)), keep("page", "a", (2,)), keep("card", "a", (2,))] == [3, 4, 2]
    assert keep("card", "a", (1,)) == 5, "only what was made last is kept"
    assert made == ["card a (1,)", "card a (2,)", "card b (2,)", "page a (2,)", "card a (1,)"]


def test_of_equal_values_the_first_stands_for_all() -> None:
    memory = Memory()
    first = memory.same("site", ["a"])
    assert memory.same("site", ["a"]) is first
    assert memory.same("site", ["b"]) is not first
