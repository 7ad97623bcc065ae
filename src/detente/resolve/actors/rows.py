"""The mentions of a record, from the references of a cast."""

from __future__ import annotations

from detente.records import Mention
from detente.resolve.model import Cast


def mention_rows(cast: Cast) -> tuple[Mention, ...]:
    """One row a reference, ids ``m1`` … in text order; a group mention has a row for each member."""
    rows: list[Mention] = []
    for found in cast.references:
        start, end = found.sentence.tokens[found.first].start, found.sentence.tokens[found.last].end
        for actor in cast.groups.get(found.head, ()) if found.rule.startswith("group") else (found.actor,):
            rows.append(
                Mention(
                    id=f"m{len(rows) + 1}", start=start, end=end, text=cast.text[start:end], actor=actor,
                    form=found.form, rule=found.rule,
                )
            )  # fmt: skip
    return tuple(rows)
