"""What is made of Lighthouse's reports: the middle of several runs, and what is wrong with a page."""

from __future__ import annotations

from pathlib import Path
from urllib.request import Request, urlopen

import page_speed
from page_speed import Figures


def report(speed: float, accessible: float = 1) -> Figures:
    return page_speed.read(
        {
            "categories": {"performance": {"score": speed}, "accessibility": {"score": accessible}},
            "audits": {
                "largest-contentful-paint": {"numericValue": 1000 * speed},
                "total-byte-weight": {"numericValue": 110_500},
            },
        }
    )


def test_of_several_runs_the_middle_counts_and_of_accessibility_the_least() -> None:
    figures = page_speed.middle([report(0.9), report(0.5, 0.98), report(0.8)])
    assert figures == Figures(80, 98, 800, 110.5)


def test_a_page_that_is_slower_with_our_scripts_or_not_wholly_accessible_is_told() -> None:
    assert page_speed.judged("home", report(0.7), report(0.75)) == []
    assert page_speed.judged("home", report(0.7, 0.97), report(0.76)) == [
        "home: accessibility is 97, not 100",
        "home: 70 with our scripts, 76 without",
    ]


def test_files_are_served_packed_as_hosts_do(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>" + "a" * 1000, "utf-8")
    (tmp_path / "picture.png").write_bytes(b"abc")
    with page_speed.serve(tmp_path) as address:
        with urlopen(Request(address)) as page:
            assert page.headers["Content-Encoding"] == "gzip"
            assert len(page.read()) < 100
        with urlopen(f"{address}picture.png") as picture:
            assert picture.read() == b"abc"
