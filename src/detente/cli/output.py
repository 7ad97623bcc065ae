"""Where results go: stdout, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from detente.errors import UsageError


@contextmanager
def destination(path: Path | None) -> Iterator[IO[str]]:
    """A text stream for the results: stdout for None or ``-``, else a file written in one step.

    Raises:
        UsageError: the folder does not exist, or the path is a folder.
    """
    if path is None or str(path) == "-":
        yield sys.stdout
        sys.stdout.flush()
    elif path.exists() and not path.is_file() and not path.is_dir():
        with path.open("w", encoding="utf-8", errors="replace") as stream:  # a device or a named pipe
            yield stream
    else:
        with _whole(path.resolve()) as handle, os.fdopen(
            handle, "w", encoding="utf-8", errors="replace", newline="\n"
        ) as stream:
            yield stream
            _settle(stream)


@contextmanager
def bytes_destination(path: Path) -> Iterator[IO[bytes]]:
    """A stream of bytes into a file that is written in one step.

    Raises:
        UsageError: the folder does not exist, or the path is a folder.
    """
    with _whole(path.resolve()) as handle, os.fdopen(handle, "wb") as stream:
        yield stream
        _settle(stream)


def _settle(stream: IO[str] | IO[bytes]) -> None:
    stream.flush()
    os.fsync(stream.fileno())


@contextmanager
def _whole(path: Path) -> Iterator[int]:
    if path.is_dir():
        raise UsageError("is a folder: give the name of a file to write", where=str(path))
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent}: make it first", where=str(path))
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    draft = Path(name)
    try:
        yield handle
        draft.chmod(_mode(path))
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The permissions that the file has, or that a new file would get."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
