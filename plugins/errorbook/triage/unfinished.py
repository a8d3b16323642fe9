"""The verdicts of a run as they come, in a file, so that an interrupted run goes on where it stopped."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from errorbook.triage.verdicts import Verdict


class Unfinished:
    """A file with a line that says which run it belongs to, then one for each row that is done."""

    def __init__(self, path: Path, run: dict[str, Any]) -> None:
        """Name the file and what makes the run: other tickets, options or entries make another run."""
        self.path = path
        self._run = json.dumps(run, sort_keys=True) + "\n"
        self.done = self._sound()

    def append(self, chunks: Iterable[list[Verdict]]) -> Iterator[int]:
        """Write verdicts down as they come; yield how many each time."""
        with self.path.open("a", encoding="utf-8", errors="replace", newline="\n") as file:
            for chunk in chunks:
                lines = [json.dumps(verdict.to_json(), ensure_ascii=False) + "\n" for verdict in chunk]
                file.write("".join(lines))
                # What is flushed survives the end of this process, however it comes.
                file.flush()
                self.done += len(chunk)
                yield len(chunk)

    def verdicts(self) -> Iterator[Verdict]:
        """Yield every verdict in the order of the rows."""
        with self.path.open(encoding="utf-8", newline="\n") as file:
            next(file)
            for line in file:
                yield Verdict.from_json(json.loads(line))

    def remove(self) -> None:
        """Delete the file: the run is finished, or is to begin anew."""
        self.path.unlink(missing_ok=True)

    def _sound(self) -> int:
        """Return how many rows an earlier run did; its last line may be cut off and goes."""
        if self.path.exists():
            with self.path.open("rb+") as file:
                if file.readline() == self._run.encode():
                    done, end = 0, file.tell()
                    for line in file:
                        if not line.endswith(b"\n"):
                            break
                        done, end = done + 1, end + len(line)
                    file.truncate(end)
                    return done
        # The rows' values are in it: nobody else may read it.
        self.remove()
        self.path.touch(mode=0o600)
        self.path.write_text(self._run, "utf-8", newline="\n")
        return 0
