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
    for item in _below(Path(path)):
        found = True
        yield item
    if not found:
        kinds = ", ".join(SUFFIXES)
        yield Failure.of(EmptyReport(f"no file of a known kind in this folder ({kinds}, each also with .gz)"), path)


def _below(folder: Path) -> Iterator[str | Failure]:
    """The files in order, depth first; not recursive, since folders may be nested deeper than calls."""
    waiting: list[tuple[Path, bool]] = [(folder, True)]
    seen: set[tuple[int, int]] = set()
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield str(path)
            continue
        try:
            status = path.stat()
            if (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                waiting.extend(reversed(_entries(path)))
        except OSError as error:
            yield Failure.of(unreadable(error), str(path))


def _entries(folder: Path) -> list[tuple[Path, bool]]:
    """The folders and the files of a known kind in one folder, by name, hidden ones left out."""
    with os.scandir(folder) as listing:
        entries = sorted((entry for entry in listing if not entry.name.startswith(".")), key=lambda each: each.name)
    kinds = [(entry, _is_folder(entry)) for entry in entries]
    return [
        (folder / entry.name, is_folder)
        for entry, is_folder in kinds
        if is_folder or (name_suffix(entry.name) in SUFFIXES and (entry.is_symlink() or entry.is_file()))
    ]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def unreadable(error: OSError | ValueError) -> InputError:
    """The error for a file that the system will not open, in words that say what to do."""
    if isinstance(error, FileNotFoundError):
        return InputError("no such file; check the path")
    if isinstance(error, PermissionError):
        return InputError("permission denied; make it readable, e.g. with chmod u+r")
    reason = getattr(error, "strerror", None) or str(error)
    return InputError(f"can't be opened: {reason}")
