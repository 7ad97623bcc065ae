"""A report that could not be read, as a row of the error report."""

from __future__ import annotations

from dataclasses import dataclass

from detente.errors import DetenteError


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Which report could not be read, and why.

    ``where`` is the path, ``path:line`` for a line of JSON Lines, or ``path#n`` for the n-th item
    of a feed or web archive.
    """

    where: str
    code: str
    message: str

    @classmethod
    def of(cls, error: DetenteError, where: str) -> Failure:
        """The failure that an error amounts to, at the place that the error or else ``where`` names."""
        return cls(where=error.where or where, code=error.code, message=error.message)

    def as_dict(self) -> dict[str, str]:
        """The failure as plain JSON values."""
        return {"where": self.where, "code": self.code, "message": self.message}
