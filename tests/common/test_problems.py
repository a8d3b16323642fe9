from errorbook.common.problems import CatalogueError, Problem, report


def test_a_problem_reads_as_place_field_what_and_fix() -> None:
    problem = Problem("errors/xero/x.yml", 14, 5, "resolution[2].ask", "has no answers", "Add at least two")
    assert str(problem) == "errors/xero/x.yml:14:5: resolution[2].ask: has no answers. Add at least two"


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    problem = Problem("errors/catalogue.yml", 0, 0, "", "is missing", "Create it")
    assert str(problem) == "errors/catalogue.yml: is missing. Create it"


def test_what_is_no_error_says_so() -> None:
    problem = Problem("a.yml", 2, 1, "title", "is long", "Shorten it", "warning")
    assert str(problem) == "a.yml:2:1: warning: title: is long. Shorten it"


def test_a_report_is_in_file_and_line_order_and_counts() -> None:
    problems = [
        Problem("b.yml", 1, 1, "id", "is missing", "Add it"),
        Problem("a.yml", 12, 1, "id", "is missing", "Add it"),
        Problem("a.yml", 9, 1, "id", "is missing", "Add it"),
    ]
    assert report(problems).splitlines() == [
        "a.yml:9:1: id: is missing. Add it",
        "a.yml:12:1: id: is missing. Add it",
        "b.yml:1:1: id: is missing. Add it",
        "3 problems in 2 files",
    ]


def test_one_problem_is_counted_as_one() -> None:
    assert report([Problem("a.yml", 9, 1, "", "is odd", "Mend it")]).endswith("\n1 problem in 1 file")


def test_the_error_holds_its_problems_sorted_and_words_them() -> None:
    later, earlier = (Problem("a.yml", line, 1, "", "is odd", "Mend it") for line in (2, 1))
    error = CatalogueError([later, earlier])
    assert error.problems == (earlier, later)
    assert str(error) == report([earlier, later])
