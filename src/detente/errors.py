"""What can go wrong, in one tree; each class has a stable ``code`` and says what to do.

::

    DetenteError
    ├── UsageError        the call itself is wrong (exit status 2)
    ├── InputError        a report can't be read (exit status 1; a batch goes on)
    │   ├── EmptyReport
    │   ├── NotText
    │   ├── DamagedInput
    │   ├── TooLarge
    │   └── UnsupportedLanguage
    ├── ResourceError     a table of words is broken
    ├── ModelError        the language model is missing or of the wrong sort
    ├── RecordError       JSON that is no record
    ├── LedgerError       the database of a ledger fails
    │   └── NewerLedger   a later version made it
    └── GameError         a conflict model is broken
        └── GameTooLarge  and this one is too large to solve
"""

from __future__ import annotations


class DetenteError(Exception):
    """Any error that detente raises on purpose; ``str(error)`` is a sentence for a person."""

    code = "error"

    def __init__(self, message: str, *, where: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message

    def located(self, where: str) -> DetenteError:
        """The same error, saying which file or line it is about."""
        self.where = self.where or where
        return self


class UsageError(DetenteError, ValueError):
    """The call itself is wrong: an option, a date, a format that does not exist."""

    code = "usage"


class InputError(DetenteError, ValueError):
    """A report can't be read; nothing else is affected."""

    code = "input"


class EmptyReport(InputError):
    """There is no text to read."""

    code = "empty"


class NotText(InputError):
    """The bytes are not text of any kind that can be read."""

    code = "not-text"


class DamagedInput(InputError):
    """A container is cut short or malformed: gzip, WARC, JSON, a feed."""

    code = "damaged"


class TooLarge(InputError):
    """The report is over the size limit."""

    code = "too-large"


class UnsupportedLanguage(InputError):
    """The report is in a language that can't be read yet."""

    code = "language"

    def __init__(self, message: str, *, language: str, where: str | None = None) -> None:
        super().__init__(message, where=where)
        self.language = language


class ResourceError(DetenteError, ValueError):
    """A table of words, names or frames is broken; the message names file, line and column."""

    code = "resource"


class ModelError(DetenteError, RuntimeError):
    """The language model is missing or of the wrong sort."""

    code = "model"


class RecordError(DetenteError, ValueError):
    """JSON that is no record."""

    code = "record"


class LedgerError(DetenteError, RuntimeError):
    """The database of a ledger can't be opened, read or written; what was committed is whole."""

    code = "ledger"


class NewerLedger(LedgerError):
    """The ledger was made by a later version, whose tables this one does not know."""

    code = "ledger-newer"


class GameError(DetenteError, ValueError):
    """A conflict model is broken; ``faults`` holds every fault, each a sentence with its line."""

    code = "game"

    def __init__(self, message: str, *, where: str | None = None, faults: tuple[str, ...] = ()) -> None:
        super().__init__(message, where=where)
        self.faults = faults or (message,)


class GameTooLarge(GameError):
    """A conflict model has more states than there is room for; the message says how much it would take."""

    code = "game-too-large"
