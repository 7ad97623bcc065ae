"""The rows to review, as lines and as JSON; the reviews that a newer reading disagrees with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import typer

from detente.cli.options import Shape

if TYPE_CHECKING:
    from detente.ledger.dossier import Dossier
    from detente.ledger.review import Doubtful, Stands
    from detente.ledger.review.fields import FlatRow
    from detente.records import Record


def queue(held: Dossier, *, by: str, layer: str | None, limit: int) -> list[tuple[Doubtful, Record]]:
    """The rows that an analyst has not judged, the most doubtful first, each with its record."""
    from detente.ledger.flatten import flatten
    from detente.ledger.review import contradicted, doubtful, reviews, rows_as_read

    judged = frozenset(each.row for each in reviews(held) if not by or each.who == by)
    rows = doubtful(map(flatten, held.records()), contradicted(held), judged, layer=layer, limit=limit)
    return [(item, rows_as_read(held, item.row.id)[0].record) for item in rows]


def show(held: Dossier, form: Shape, *, by: str, layer: str | None, limit: int) -> None:
    """The queue on stdout."""
    rows = queue(held, by=by, layer=layer, limit=limit)
    if form is Shape.json:
        typer.echo(json.dumps([_plain(item) for item, _ in rows], ensure_ascii=False, indent=2))
        return
    for item, record in rows:
        typer.echo("\n".join(lines(item, record)) + "\n")
    if not rows:
        typer.echo("nothing is left to review")


def lines(item: Doubtful, record: Record) -> Iterator[str]:
    """A row for a person: id, what it says, its words in their paragraph, the doubt."""
    from detente.cli.view import flat
    from detente.ledger.review.fields import judged, layer_of
    from detente.ledger.sentences import paragraph_at

    row, report = item.row, record.report
    left, right = paragraph_at(report.text, row.start, row.end)
    words = f"{report.text[left : row.start]}»{report.text[row.start : row.end]}«{report.text[row.end : right]}"
    yield f"{row.id}  {layer_of(row)[:-1]}  {', '.join(item.reasons) or 'no doubt'}"
    yield f"  {' '.join(flat(words).split())}"
    yield "  " + "  ".join(f"{name}={_cell(value)}" for name, value in judged(row) if value not in (None, ()))
    yield "  " + flat(", ".join(part for part in (report.outlet, report.published, report.title or report.key) if part))


def show_conflicts(held: Dossier, form: Shape) -> None:
    """The reviews that a newer reading disagrees with, or finds no row for."""
    found = list(_disagreeing(held))
    if form is Shape.json:
        typer.echo(json.dumps([_stand(each) for each in found], ensure_ascii=False, indent=2))
        return
    for each in found:
        review = each.review
        typer.echo(f"{review.row}  {each.standing}: {review.action} by {review.who}, {review.at[:10]}  “{' '.join(review.text.split())}”")
        for name, was, now in each.differs:
            typer.echo(f"  {name}: judged as {_cell(was)}, now read as {_cell(now)}")
    if not found:
        typer.echo("no newer reading disagrees with a review")


def _disagreeing(held: Dossier) -> Iterator[Stands]:
    from detente.ledger.flatten import flatten
    from detente.ledger.review import reviews, standings

    made = reviews(held)
    concerned = {each.report for each in made}
    for record in held.records():
        if record.report.id in concerned:
            of_report = [each for each in made if each.report == record.report.id]
            for stands in standings(flatten(record), of_report):
                if stands.standing in {"conflict", "gone"}:
                    yield stands


def _stand(each: Stands) -> dict[str, Any]:
    differs = [{"field": name, "judged": was, "read": now} for name, was, now in each.differs]
    return {"standing": each.standing, "review": each.review.values(), "row": each.row.id if each.row else None, "differs": differs}


def _plain(item: Doubtful) -> dict[str, Any]:
    from detente.ledger.review.fields import judged, layer_of

    row: FlatRow = item.row
    return {
        "row": row.id, "layer": layer_of(row), "doubt": item.doubt, "reasons": item.reasons, "report": row.report,
        "start": row.start, "end": row.end, "text": row.text, **dict(judged(row)),
    }  # fmt: skip


def _cell(value: Any) -> str:
    return ",".join(value) if isinstance(value, tuple) else str(value)
