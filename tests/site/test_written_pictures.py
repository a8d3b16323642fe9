"""Pictures in written pages: their words are there and say what is shown."""

import pytest

from errorbook.site import written_pictures


@pytest.mark.parametrize(
    ("markdown", "what"),
    [
        ("![](a.png)", "the picture a.png has no words"),
        ("Text ![ ](<a b.png>) on", "the picture a has no words"),
        ("![][shot]", "the picture shot has no words"),
        ("![Screenshot of Xero](a.png)", "the words of the picture a.png say nothing"),
        ("![a.png](a.png)", "the words of the picture a.png say nothing"),
        ("<img src='a.png'>", "the picture a.png has no words"),
        ('<IMG width=3 SRC=a.png ALT="image">', "the words of the picture a.png say nothing"),
    ],
)
def test_a_picture_without_words_is_told(markdown: str, what: str) -> None:
    (problem,) = written_pictures.doubts("guides/a.md", markdown)
    assert (problem.file, problem.what, problem.level) == ("guides/a.md", what, "warning")


@pytest.mark.parametrize(
    "markdown",
    [
        "![Two empty lock dates](a.png)",
        "[![Two empty lock dates](a.png)](b.md)",
        '<img src="ornament.svg" alt="">',
        "`![](a.png)` and\n\n    ![](a.png)\n\n```\n![](a.png)\n```\n",
        "Look! [](a.png)",
    ],
)
def test_words_ornaments_and_code_are_left_alone(markdown: str) -> None:
    assert list(written_pictures.doubts("guides/a.md", markdown)) == []
