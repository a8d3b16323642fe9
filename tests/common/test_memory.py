"""What is kept is used as long as what it was made from is the same."""

from errorbook.common.memory import Memory, for_one


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


def test_what_one_build_asks_once_is_kept_only_for_a_build_that_follows() -> None:
    for lasts, made in ((True, [1, 1]), (False, [1, 2])):
        memory, numbers = Memory(lasts=lasts), iter((1, 2))
        assert [memory.keep_for_next("page", "a", (), numbers.__next__) for _ in range(2)] == made


def test_a_build_that_no_other_follows_leaves_nothing_in_memory() -> None:
    for lasts, again in ((True, 1), (False, 2)):
        memory = Memory(lasts=lasts)
        memory.keep("card", "a", (), lambda: 1)
        memory.forget()
        assert memory.keep("card", "a", (), lambda: 2) == again


def test_the_same_thing_is_asked_once_and_an_equal_one_again() -> None:
    asked: list[list[int]] = []

    @for_one
    def length(numbers: list[int]) -> int:
        asked.append(numbers)
        return len(numbers)

    one, equal = [1, 2], [1, 2]
    assert [length(one), length(one), length(equal), length(one)] == [2, 2, 2, 2]
    assert len(asked) == 3


def test_a_result_that_is_nothing_is_kept_as_well() -> None:
    asked: list[object] = []
    nothing = for_one(asked.append)
    thing = object()
    nothing(thing)
    nothing(thing)
    assert asked == [thing]
