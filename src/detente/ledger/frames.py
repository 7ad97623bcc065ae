"""Pages of rows that turn into tables of pandas and Arrow."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from detente.errors import UsageError
from detente.ledger.views.model import Page

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Row = TypeVar("Row")
_HELD = frozenset({"cited", "rows", "states", "firmness"})  # rows within rows: in JSON whole, in tables by their gist
_CITED = ("report", "title", "outlet", "published", "start", "end", "text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows(Page[Row]):
    """A page of rows; ``after`` asks for the next."""

    @classmethod
    def of(cls, page: Page[Row]) -> Rows[Row]:
        """The same page."""
        return cls(rows=page.rows, after=page.after, as_of=page.as_of)

    def to_pandas(self) -> pd.DataFrame:
        """A row a row, lists as lists.

        Raises:
            UsageError: pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise _missing("pandas") from error
        return pd.DataFrame([flat(row) for row in self.rows])

    def to_arrow(self) -> pa.Table:
        """The same as an Arrow table.

        Raises:
            UsageError: pyarrow is not installed.
        """
        try:
            import pyarrow as pa
        except ImportError as error:
            raise _missing("pyarrow") from error
        return pa.Table.from_pylist([flat(row) for row in self.rows])


def columns_of(view: type[Any]) -> list[str]:
    """The names of the columns that :func:`flat` makes of a view, also of one without a row."""
    names = [field.name for field in dataclasses.fields(view)]
    return [
        *(name for name in names if name not in _HELD),
        *(f"cited_{name}" for name in _CITED if "cited" in names),
        *(name for name in ("state_known", "state_why", "state_row") if "states" in names),
    ]


def flat(row: Any) -> dict[str, Any]:
    """A view as a flat row: its citation by report, outlet, day and words, its states by the last."""
    values: dict[str, Any] = {}
    for field in dataclasses.fields(row):
        value = getattr(row, field.name)
        if field.name not in _HELD:
            values[field.name] = list(value) if isinstance(value, tuple) else value
    cited = getattr(row, "cited", None)
    if cited is not None:
        values |= {f"cited_{name}": getattr(cited, name) for name in _CITED}
    states = getattr(row, "states", ())
    if states:
        values |= {"state_known": states[-1].known, "state_why": states[-1].why, "state_row": states[-1].row}
    return values


def _missing(package: str) -> UsageError:
    return UsageError(f'{package} is not installed: pip install "detente[columns]"')
