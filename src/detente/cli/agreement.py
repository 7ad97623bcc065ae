"""``detente agreement``: how far two analysts agree, by layer and field."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli import ledger_options as where
from detente.cli import options as shared
from detente.cli.console import guarded
from detente.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

First = Annotated[str, typer.Argument(metavar="ANALYST", help="One, by the name that the reviews give.")]
Second = Annotated[str, typer.Argument(metavar="ANALYST", help="The other.")]


def agreement(
    first: First,
    second: Second,
    dossier: where.DossierName = None,
    db: where.Db = None,
    form: shared.As = shared.Shape.text,
    debug: shared.Debug = False,
) -> None:
    """Compare the reviews of two analysts: Krippendorff's alpha by layer and field.

    Example: detente agreement anna boris --dossier korea-2017
    """
    with guarded(debug=debug):
        from detente.ledger.review import compared, reviews
        from detente.ledger.store import open_ledger
        from detente.scoring import krippendorff_alpha

        with open_ledger(db) as ledger:
            made = reviews(ledger.dossier(dossier))
        names = {each.who for each in made}
        for name in (first, second):
            if name not in names:
                raise UsageError(f"{name!r} has reviewed nothing here; {', '.join(sorted(names)) or 'nobody'} has")
        rows = [
            {"layer": each.layer, "field": each.field, "rows": each.shared, "alpha": krippendorff_alpha(each.units)}
            for each in compared(made, (first, second))
        ]
        typer.echo(json.dumps(rows, indent=2) if form is shared.Shape.json else "\n".join(_page(rows, first, second)))


def _page(rows: list[dict[str, Any]], first: str, second: str) -> Iterator[str]:
    from detente.cli import words

    yield f"{first} and {second}: Krippendorff's alpha (1 agree, 0 chance), of rows that both judged"
    for row in rows:
        alpha = "   -" if row["alpha"] is None else f"{row['alpha']:.2f}"
        yield f"  {row['layer']:<12} {row['field']:<11} {alpha:>6}  {words.count(row['rows'], 'row')}"
    if any(row["alpha"] is None for row in rows):
        yield "  -: too few rows, or all said the same, so that nothing could differ"
