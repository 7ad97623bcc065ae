"""Which files a path stands for: itself, or what lies in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from detente.errors import EmptyReport, InputError
from detente.sources.failure import Failure
from detente.sources.formats import SUFFIXES, name_suffix


def files_of(path: str) -> Iterator[str | Failure]:
    """The file that a path names, or every readable kind of file below a folder, sorted by name.

    Hidden files and folders are left out, links are followed, and no folder is entered twice.
    """
    if not os.path.isdir(path):  # noqa: PTH112 - Path("") would mean the current folder
        yield path
        return
    found = False
    for item in _below(Path(path), set()):
        found = True
        yield item
    if not found:
        kinds = ", ".join(SUFFIXES)
        yield Failure.of(EmptyReport(f"no file of a known kind in this folder ({kinds}, each also with .gz)"), path)


def _below(folder: Path, seen: set[tuple[int, int]]) -> Iterator[str | Failure]:
    try:
        status = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Failure.of(unreadable(error), str(folder))
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _below(folder / entry.name, seen)
        elif (entry.is_file() or entry.is_symlink()) and name_suffix(entry.name) in SUFFIXES:
            yield str(folder / entry.name)


def unreadable(error: OSError | ValueError) -> InputError:
    """The error for a file that the system will not open, in words that say what to do."""
    if isinstance(error, FileNotFoundError):
        return InputError("no such file; check the path")
    if isinstance(error, PermissionError):
        return InputError("permission denied; make it readable, e.g. with chmod u+r")
    reason = getattr(error, "strerror", None) or str(error)
    return InputError(f"can't be opened: {reason}")
