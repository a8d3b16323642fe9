"""What is put on disk comes back as it was."""

import copy
import gc
from concurrent.futures import ThreadPoolExecutor

from errorbook.common.spool import Spool


def test_contents_come_back_as_they_were_put() -> None:
    spool = Spool()
    contents: list[str | bytes] = ["Grüße, 你好", b"\xff\x00", "", b"", "half \ud800", "a" * 100_000, "last"]
    kept = [spool.put(content) for content in contents]
    assert [each.content() for each in reversed(kept)] == contents[::-1]
    assert [each.content() for each in kept] == contents, "read as often as somebody wants"


def test_a_content_is_there_as_long_as_somebody_holds_its_place() -> None:
    kept = Spool().put("still here")
    gc.collect()
    assert kept.content() == "still here"
    assert copy.deepcopy([kept])[0].content() == "still here"


def test_threads_may_write_and_read_at_once() -> None:
    spool = Spool()
    texts = [f"{number} " * 500 for number in range(200)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: spool.put(text).content(), texts)) == texts
