"""The whole site, built twice; `make test` builds a small one twice."""

from pathlib import Path

import browsing


def test_the_same_site_is_built_twice(built_site: Path, tmp_path: Path) -> None:
    again = browsing.build(tmp_path / "site")
    files = sorted(path.relative_to(built_site) for path in built_site.rglob("*") if path.is_file())
    assert [path for path in files if (again / path).read_bytes() != (built_site / path).read_bytes()] == []
