"""A review: what an analyst did to a row, when and why, and what the row said then.

A review is kept apart from what was read. It points to its row by content: the report, the layer and the place
in the text, so that it finds the row again when a newer coder has read the report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, cast

from detente.errors import RecordError
from detente.records.identify import content_id

Action = Literal["accept", "correct", "reject", "merge", "split", "note"]
Layer = Literal["events", "statements", "commitments"]
ACTIONS: tuple[Action, ...] = ("accept", "correct", "reject", "merge", "split", "note")
VERDICTS = frozenset({"accept", "correct", "reject"})  # what says whether a row is right
Value = str | float | bool | tuple[str, ...] | None
_COLUMNS = ("row", "report", "action", "who", "at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One deed of an analyst.

    ``row`` is the id of a row as read, or of a merged commitment whose state is set; ``at`` is ISO 8601, as the
    caller gives it. ``read`` holds the judged fields as they stood then, ``changes`` what they should be, and
    ``others`` the rows that this one is, or is not, the same as.
    """

    row: str
    report: str | None
    action: Action
    who: str
    at: str
    layer: Layer
    why: str = ""
    start: int = 0
    end: int = 0
    text: str = ""
    coder: str = ""
    read: tuple[tuple[str, Value], ...] = ()
    changes: tuple[tuple[str, Value], ...] = ()
    others: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The hash of all that it says."""
        return "R-" + content_id(*(repr(getattr(self, field.name)) for field in fields(self)))[7:27]

    @property
    def order(self) -> tuple[str, str]:
        """Reviews count in order of time, those of one moment by id."""
        return (self.at, self.id)

    def values(self) -> dict[str, Any]:
        """The review as the columns of its table; what has no column stands in ``body``."""
        body = {field.name: getattr(self, field.name) for field in fields(self) if field.name not in _COLUMNS}
        body |= {name: {field: _plain(value) for field, value in body[name]} for name in ("read", "changes")}
        body["others"] = list(self.others)
        return {"id": self.id, **{name: getattr(self, name) for name in _COLUMNS}, "body": body}


def review_from(values: Mapping[str, Any]) -> Review:
    """The review that the columns of its table hold.

    Raises:
        RecordError: a column is missing or of another sort.
    """
    try:
        body = values["body"]
        if values["action"] not in ACTIONS:
            raise RecordError(f"no action of a review: {values['action']!r}")
        return Review(
            **{name: values[name] for name in _COLUMNS},
            **{name: body[name] for name in ("layer", "why", "start", "end", "text", "coder")},
            read=_pairs(body["read"]),
            changes=_pairs(body["changes"]),
            others=tuple(body["others"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise RecordError(f"no review: {error}") from error


def _plain(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _pairs(held: Any) -> tuple[tuple[str, Value], ...]:
    """A JSON object as pairs in order of their names."""
    return tuple((name, cast("Value", tuple(value) if isinstance(value, list) else value)) for name, value in sorted(held.items()))
