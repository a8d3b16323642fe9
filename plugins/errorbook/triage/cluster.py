"""A cluster of machines as the crew that judges texts: Dask hands them out, again where a worker was lost."""

from __future__ import annotations

import hashlib
import pickle
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from errorbook.triage.crews import Crew, OpenCrew, Result
from errorbook.triage.tables import TableError
from errorbook.triage.verdicts import Judge, Knowledge, Verdict

INSTALL = "Install what it takes: pip install 'distributed>=2026.1'"
_AHEAD = 3
_PATIENCE = 20
_judges: dict[str, Judge] = {}
"""What a worker has made of the knowledge that it was given, by what tells that from another's."""


def workers(address: str) -> OpenCrew:
    """Return the crew of the cluster whose scheduler is at an address."""

    @contextmanager
    def crew(knowledge: Knowledge) -> Iterator[Crew]:
        try:
            from distributed import CancelledError, Client, KilledWorker
        except ImportError:
            raise TableError(f"A cluster cannot be asked from here. {INSTALL}") from None
        _try(address)
        with Client(address, timeout=_PATIENCE, set_as_default=False) as client:
            size = sum(client.nthreads().values())
            if not size:
                raise TableError(f"{address}: the cluster has no worker. Start some: dask worker {address}")
            key = hashlib.blake2b(pickle.dumps(knowledge), digest_size=16).hexdigest()
            # Sent once, not with every chunk, and workers have it from each other. As what a task gives back,
            # and not as data of a worker, it is there again when the only worker with a copy is lost.
            given = client.submit(_keep, knowledge, pure=False)

            def ask(texts: list[str]) -> Result:
                future = client.submit(_verdicts, texts, given, key, pure=False)

                def wait() -> list[Verdict]:
                    try:
                        return list(future.result())
                    except (KilledWorker, CancelledError) as error:
                        # Lost with several workers in a row, or with the scheduler.
                        why = f"the cluster gave up ({type(error).__name__})"
                        fix = "Run the same command again to go on"
                        raise TableError(f"{address}: {why}. {fix}") from None
                    except Exception as error:
                        why = f"a worker cannot match ({type(error).__name__}: {error})"
                        raise TableError(f"{address}: {why}. Install errorbook there as here") from None

                return wait

            yield Crew(ask, size * _AHEAD)

    return crew


def _try(address: str) -> None:
    """Raise TableError where no scheduler can be at an address, which Dask would find out slowly."""
    try:
        parts = urlsplit(address)
        if parts.scheme not in ("tcp", "tls") or not parts.hostname or not parts.port:
            raise TableError(
                f"{address}: is no address of a scheduler. Write one such as tcp://10.0.0.5:8786"
            )
        socket.create_connection((parts.hostname, parts.port), _PATIENCE).close()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise TableError(f"{address}: no scheduler answers there ({why}). Correct the address") from None


def _keep(knowledge: Knowledge) -> Knowledge:
    """Have a worker hold what texts are judged by."""
    return knowledge


def _verdicts(texts: list[str], knowledge: Knowledge, key: str) -> list[Verdict]:
    """Judge texts on a worker."""
    if key not in _judges:
        _judges.clear()
        _judges[key] = Judge(knowledge)
    return _judges[key].verdicts(texts)
