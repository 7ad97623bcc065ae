"""``detente watch``: deadlines near, and conditions that came closer."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import ledger_options as where
from detente.cli import options as shared
from detente.cli.console import guarded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.ledger.views.model import Citation, CommitmentView
    from detente.series.watch import Watch

AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DAY", help="The day to watch from; the last of the dossier by default.")
]
Within = Annotated[int, typer.Option(min=0, metavar="DAYS", help="Deadlines up to so many days ahead.")]
Back = Annotated[int, typer.Option(min=0, metavar="DAYS", help="Events from so many days back.")]


def watch(
    dossier: where.DossierName = None,
    db: where.Db = None,
    as_of: AsOf = None,
    within: Within = 3,
    back: Back = 7,
    form: shared.As = shared.Shape.text,
    debug: shared.Debug = False,
) -> None:
    """List deadlines that are near and conditions that came closer.

    Examples:
      detente watch --dossier korea-2017

      detente watch --dossier korea-2017 --as-of 2017-08-10 --within 7
    """
    with guarded(debug=debug):
        from detente.ledger.store import open_ledger
        from detente.series.dossier import dossier_watch

        with open_ledger(db) as ledger:
            found = dossier_watch(ledger.dossier(dossier), as_of=as_of, within=within, back=back)
        if form is shared.Shape.json:
            typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=2))
        else:
            typer.echo("\n".join(_page(found, within)))


def _page(found: Watch, within: int) -> Iterator[str]:
    yield f"as of {found.as_of}"
    yield ""
    yield f"DEADLINES WITHIN {within} DAYS"
    for near in found.deadlines:
        yield f"  {_left(near.days)}  {_line(near.commitment)}"
        yield f"    {near.commitment.deadline} · {_source(near.commitment.cited)}"
    if not found.deadlines:
        yield "  none"
    yield ""
    yield "CONDITIONS THAT CAME CLOSER"
    for closer in found.conditions:
        yield f"  {closer.how}: {_line(closer.commitment)}"
        yield f"    {closer.commitment.polarity}: “{_flat(closer.commitment.condition or '')}” · {_source(closer.commitment.cited)}"
        yield f"    {closer.event.id}  {closer.event.event}, {closer.event.factuality}: “{_flat(closer.event.text)}” · {_source(closer.event.cited)}"
    if not found.conditions:
        yield "  none"


def _left(days: int) -> str:
    return {0: "today", 1: "in 1 day"}.get(days, f"in {days} days")


def _line(row: CommitmentView) -> str:
    parties = f"{row.holder or 'nobody named'}" + (f" to {', '.join(row.addressees)}" if row.addressees else "")
    return f"{row.id}  {row.kind.replace('_', ' ')}, {row.state}, {parties}: “{_flat(row.act)}”"


def _source(cited: Citation) -> str:
    return ", ".join(part for part in (_flat(cited.outlet or ""), cited.published, _flat(cited.title or cited.key)) if part)


def _flat(text: str) -> str:
    from detente.cli.view import flat

    return " ".join(flat(text).split())
