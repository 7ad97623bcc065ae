"""Words to stderr, data to stdout, colour only where a person is watching."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import PackageNotFoundError, version
from typing import IO, TYPE_CHECKING

import typer

from detente.errors import DetenteError, ModelError, UsageError

if TYPE_CHECKING:
    from rich.console import Console

INTERRUPTED = 130
BROKEN_PIPE = 141  # as a shell shows a program that SIGPIPE ended


def installed(package: str = "detente") -> str:
    """The version of an installed package, or why there is none."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "(not installed)"


def leave_pipe() -> None:
    """Let stdout go nowhere: its reader has left, as ``head`` does, and that is no error of ours."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def colourful(stream: IO[str], *, no_color: bool = False) -> bool:
    """Whether to colour what goes to this stream: a terminal, and nobody asked for none."""
    return (
        not no_color
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
        and stream.isatty()
    )


def stderr_console(*, no_color: bool = False) -> Console:
    """A console for words about the work: progress, hints."""
    from rich.console import Console

    return Console(stderr=True, no_color=no_color or bool(os.environ.get("NO_COLOR")), highlight=False)


def width_of_terminal() -> int:
    """Columns to wrap at: the terminal's, or ``COLUMNS``, or 80; never under 20."""
    import shutil

    return max(20, shutil.get_terminal_size((80, 24)).columns)


def complain(message: str) -> None:
    """One line to stderr, after the program's name; a report's odd characters are made harmless."""
    from detente.cli.view import flat

    typer.echo(flat(f"detente: {message}"), err=True)


@contextmanager
def guarded(*, debug: bool = False) -> Iterator[None]:
    """Turn the errors that detente raises on purpose into a line on stderr and an exit status.

    Raises:
        typer.Exit: 2 for a wrong call, 1 for anything else, 130 for Ctrl-C.
    """
    try:
        yield
    except (typer.Exit, typer.Abort):
        raise
    except BrokenPipeError:
        leave_pipe()
        raise typer.Exit(BROKEN_PIPE) from None
    except KeyboardInterrupt:
        complain("stopped; an unfinished output file was not written")
        raise typer.Exit(INTERRUPTED) from None
    except DetenteError as error:
        _show(error, debug=debug)
        raise typer.Exit(2 if isinstance(error, UsageError) else 1) from None
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        _show(error, f"{name}{error.strerror or error}", debug=debug)
        raise typer.Exit(1) from None
    except Exception as error:  # noqa: BLE001  the last resort: a sentence and a status, not a traceback
        _show(
            error,
            f"{type(error).__name__}: {error}. This is a fault of detente: --debug shows where",
            debug=debug,
        )
        raise typer.Exit(1) from None


def _show(error: Exception, message: str | None = None, *, debug: bool) -> None:
    if debug:
        traceback.print_exc(file=sys.stderr)
    complain(message or str(error))
    if isinstance(error, ModelError):
        typer.echo("Run 'detente doctor' to see what is missing.", err=True)
