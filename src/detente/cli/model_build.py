"""``detente model build | check``: a model drafted from a ledger or from records, and held against newer news."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli import ledger_options as where
from detente.cli import options as shared
from detente.cli.console import complain, guarded
from detente.cli.model import File, game_in
from detente.cli.model_questions import app
from detente.cli.output import destination
from detente.errors import UsageError

if TYPE_CHECKING:
    from detente.framing import Claim, Drift

__all__ = ["app"]

Records = Annotated[
    Path | None,
    typer.Option("--records", metavar="FILE", help="Records as JSON lines, or one record, instead of a ledger.", rich_help_panel=where.LEDGER),
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="What was known then.", rich_help_panel=where.LEDGER)]
Makers = Annotated[
    list[str] | None, typer.Option("--maker", metavar="CODE", help="A decision maker, as RUS or NATO; may be given again.")
]
Most = Annotated[int, typer.Option(metavar="N", min=2, max=12, help="Decision makers at most, where none is named.")]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="Of the model.")]
Costs = Annotated[
    bool, typer.Option("--usual-costs", help="Assume that nobody acts, gives way or stops for nothing; marked as assumed, line by line.")
]
Written = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there, not to stdout.")]


@app.command()
def build(  # noqa: PLR0913, PLR0917  one parameter an option
    dossier: where.DossierName = None,
    db: where.Db = None,
    records: Records = None,
    as_of: AsOf = None,
    maker: Makers = None,
    most: Most = 5,
    title: Title = None,
    usual_costs: Costs = False,
    output: Written = None,
    debug: shared.Debug = False,
) -> None:
    """Draft a model from the commitments of a ledger: options and preferences, each citing its rows.

    What could not be decided is left in the file as a question.

    Example: detente model build --dossier ukraine -o model.toml
    """
    with guarded(debug=debug):
        from detente.framing import as_toml, frame, names

        name, claims = _claims(records, db, dossier, as_of)
        day = as_of or max((claim.day for claim in claims), default="")
        source = f"{name}, as of {day}" if day else name
        draft = frame(claims, names(), title=title or name, source=source, makers=maker or (), most=most, costs=usual_costs)
        with destination(output) as stream:
            stream.write(as_toml(draft))
        if output is not None:
            complain(
                f"{len(draft.makers)} decision makers, {len(draft.choices)} options, {len(draft.wishes)} preferences, "
                f"{len(draft.questions)} questions to {output}; next: detente model solve {output}"
            )


@app.command()
def check(
    file: File,
    dossier: where.DossierName = None,
    db: where.Db = None,
    records: Records = None,
    as_of: AsOf = None,
    form: shared.As = shared.Shape.text,
    debug: shared.Debug = False,
) -> None:
    """Hold a model against newer news: what it does not cite yet, what it cites that has changed.

    Example: detente model check model.toml --dossier ukraine
    """
    with guarded(debug=debug):
        from detente.framing import drift, names

        game = game_in(file)
        found = drift(game, _claims(records, db, dossier, as_of)[1], names())
        typer.echo(_as_json(found) if form is shared.Shape.json else _as_text(found), nl=False)


def _claims(records: Path | None, db: str | None, name: str | None, as_of: str | None) -> tuple[str, list[Claim]]:
    """A title and the claims: of a file of records, else of a dossier."""
    if records is not None:
        if name or db or as_of:
            raise UsageError("give either --records or a ledger, not both")
        return records.stem, list(_of_records(records))
    from detente.framing import claims_of_ledger
    from detente.ledger.store import open_ledger

    with open_ledger(db) as ledger:
        dossier = ledger.dossier(name)
        events = {row.id: row for row in _all(dossier.timeline, as_of)}
        return dossier.name, claims_of_ledger(_all(dossier.ledger, as_of), events)


def _of_records(path: Path) -> Iterator[Claim]:
    """The claims of records; where there are several, ids say which record they are of."""
    from dataclasses import replace

    from detente.framing import claims_of_record
    from detente.records.encode import from_json

    text = path.read_text(encoding="utf-8")
    lines = [text] if text.lstrip().startswith("{\n") else [line for line in text.splitlines() if line.strip()]
    for number, line in enumerate(lines, start=1):
        for claim in claims_of_record(from_json(line)):
            yield claim if len(lines) == 1 else replace(claim, id=f"{number}:{claim.id}")


def _all(ask: Callable[..., Any], as_of: str | None) -> Iterator[Any]:
    """Every row that a dossier's question gives, page after page."""
    after = None
    while True:
        page = ask(as_of=as_of, limit=500, after=after)
        yield from page
        after = page.after
        if after is None:
            return


def _as_json(found: Drift) -> str:
    from dataclasses import asdict

    return json.dumps(asdict(found), ensure_ascii=False, indent=1) + "\n"


def _as_text(found: Drift) -> str:
    from detente.cli.model_view import HARMLESS

    if not found.any:
        return "The model says what the news says: nothing new, nothing changed.\n"
    parts = (("Not in the model yet", found.new), ("In the model, and no longer open", found.changed))
    lines = [f"{head}:\n" + "".join(f"  {_line(claim)}\n" for claim in rows) for head, rows in parts if rows]
    if found.gone:
        lines.append("Cited, but no longer in the ledger:\n" + "".join(f"  {row}\n" for row in found.gone))
    return "\n".join(lines).translate({k: v for k, v in HARMLESS.items() if k != ord("\n")})


def _line(claim: Claim) -> str:
    state = "" if claim.state == "open" else f" ({claim.state})"
    return f"{claim.id} {claim.holder} {claim.kind.replace('_', ' ')}{state}: {' '.join(claim.act.text.split())} ({claim.source})"
