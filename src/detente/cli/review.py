"""``detente review``: an analyst says what is right, wrong or the same; doubtful rows first."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import ledger_options as where
from detente.cli import options as shared
from detente.cli.console import complain, guarded
from detente.errors import UsageError

if TYPE_CHECKING:
    from detente.ledger.dossier import Dossier
    from detente.ledger.review import Review
    from detente.ledger.review.make import Signed

DECIDE = "What to say of it"


class LayerName(StrEnum):
    """The layers that can be reviewed."""

    events = "events"
    statements = "statements"
    commitments = "commitments"


Row = Annotated[str | None, typer.Argument(metavar="[ROW]", help="A row by id, or the beginning of it; else the queue.")]
Accept = Annotated[bool, typer.Option("--accept", help="It is right as read.", rich_help_panel=DECIDE)]
Reject = Annotated[bool, typer.Option("--reject", help="There is no such thing in these words.", rich_help_panel=DECIDE)]
Set = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=VALUE", help="Correct a field; may be given again.", rich_help_panel=DECIDE),
]
Merge = Annotated[
    list[str] | None, typer.Option("--merge", metavar="ROW", help="It is the same as this row.", rich_help_panel=DECIDE)
]
Split = Annotated[
    list[str] | None, typer.Option("--split", metavar="ROW", help="It is not the same as this row.", rich_help_panel=DECIDE)
]
Note = Annotated[bool, typer.Option("--note", help="Only note what --why says.", rich_help_panel=DECIDE)]
Why = Annotated[str, typer.Option(metavar="TEXT", help="The reason.", rich_help_panel=DECIDE)]
By = Annotated[
    str, typer.Option(metavar="NAME", envvar="DETENTE_ANALYST", help="Who says so.", rich_help_panel=DECIDE)
]
At = Annotated[
    str | None, typer.Option(metavar="TIME", help="When, as 2022-01-14T09:30; now by default.", rich_help_panel=DECIDE)
]
Day = Annotated[
    str | None,
    typer.Option("--day", metavar="DAY", help="From which day a state holds; the dossier's last by default.", rich_help_panel=DECIDE),
]
Only = Annotated[LayerName | None, typer.Option("--layer", help="Only rows of this layer.")]
Limit = Annotated[int, typer.Option(min=1, help="So many rows of the queue.")]
Conflicts = Annotated[
    bool, typer.Option("--conflicts", help="List the reviews that a newer reading disagrees with.")
]


def review(  # noqa: PLR0913, PLR0917  one parameter an option
    row: Row = None,
    accept: Accept = False,
    reject: Reject = False,
    correct: Set = None,
    merge: Merge = None,
    split: Split = None,
    note: Note = False,
    why: Why = "",
    by: By = "",
    at: At = None,
    day: Day = None,
    layer: Only = None,
    limit: Limit = 20,
    conflicts: Conflicts = False,
    dossier: where.DossierName = None,
    db: where.Db = None,
    form: shared.As = shared.Shape.text,
    debug: shared.Debug = False,
) -> None:
    """Review rows: accept, correct, reject, merge, split or note; without a row, the doubtful ones first.

    On a terminal the queue is walked through row by row; elsewhere it is listed.

    Examples:
      detente review --dossier korea-2017 --by anna

      detente review ev-5cc9 --set factuality=hypothetical --why 'only threatened' --by anna

      detente review C-31d3 --set state=met --why 'ships seen leaving' --by anna
    """
    with guarded(debug=debug):
        from detente.ledger.store import open_ledger

        asked = {"accept": accept, "reject": reject, "correct": correct, "merge": merge, "split": split, "note": note}
        chosen = [name for name, given in asked.items() if given]
        with open_ledger(db) as ledger:
            held = ledger.dossier(dossier)
            if row is None:
                if chosen:
                    raise UsageError(f"--{'set' if chosen[0] == 'correct' else chosen[0]} needs a row: give its id")
                _look(held, form, by=by, at=at, layer=layer, limit=limit, conflicts=conflicts)
                return
            action = _one(chosen)
            others = [*(merge or []), *(split or [])]
            made = _made(held, row, action, _signed(by, at, why), correct or [], others, day)
            _keep(held, made)


def _one(chosen: list[str]) -> str:
    """The one thing that is asked for."""
    if len(chosen) != 1:
        few = "one of --accept, --reject, --set, --merge, --split and --note"
        raise UsageError(f"say what to do with the row: {few}" if not chosen else f"only {few} at a time")
    return chosen[0]


def _signed(by: str, at: str | None, why: str = "") -> Signed:
    from detente.ledger.review.make import Signed

    try:
        moment = datetime.fromisoformat(at) if at else datetime.now(UTC).replace(microsecond=0)
    except ValueError as error:
        raise UsageError(f"{at!r} is no time: give it as 2022-01-14 or 2022-01-14T09:30", where="--at") from error
    return Signed(who=by, at=moment.isoformat(), why=why)


def _made(
    held: Dossier, row: str, action: str, signed: Signed, correct: list[str], others: list[str], day: str | None = None
) -> list[Review]:
    """The reviews that a decision on a row makes: one for each row as read that it stands for."""
    from detente.ledger.review import ACTIONS, can_be_one, rows_as_read
    from detente.ledger.review.make import corrections, decided, state_set

    written = dict(_pair(each) for each in correct)
    if "state" in written:
        from detente.ledger.views.moment import checked_day

        name = _merged_commitment(held, row, written)
        day = checked_day(day, "--day") if day else None
        return [state_set(name, written["state"], day or held.ledger(limit=1).as_of or signed.at[:10], signed)]
    scores = _scores() if written else {}
    named = next(each for each in ACTIONS if each == action)
    ids = tuple(other.row.id for each in others for other in rows_as_read(held, each)[:1])
    if named == "merge" and not can_be_one(held, [*ids, *(about.row.id for about in rows_as_read(held, row))]):
        raise UsageError("rows of another type or other parties can't be one: correct those first, with --set")
    return [
        decided(about, named, signed, changes=corrections(about, written, scores), others=ids)
        for about in rows_as_read(held, row)
        if about.row.id not in ids
    ]


def _pair(written: str) -> tuple[str, str]:
    name, sign, value = written.partition("=")
    if not sign:
        raise UsageError(f"{written!r} sets nothing: give FIELD=VALUE, as factuality=occurred", where="--set")
    return name.strip(), value


def _merged_commitment(held: Dossier, row: str, written: dict[str, str]) -> str:
    if len(written) > 1:
        raise UsageError("a state is set alone: correct other fields in a review of their own")
    shown = held.show(row)
    if shown.layer != "commitments":
        raise UsageError(f"{row} is no commitment: only demands, threats and the like have a state")
    return shown.id


def _scores() -> dict[tuple[str, str], tuple[str, float]]:
    from detente.resources import lexicon

    return {(each.event, each.mode): (each.quad, each.score or 0.0) for each in lexicon().scores}


def _keep(held: Dossier, made: list[Review]) -> int:
    from detente.ingest import finish
    from detente.ledger.review.keep import keep

    count = keep(held, made)
    if count:
        finish(held.engine, [held.name])
    complain(f"{count} reviewed" + (f", {len(made) - count} known already" if count < len(made) else ""))
    return count


def _look(
    held: Dossier, form: shared.Shape, *, by: str, at: str | None, layer: LayerName | None, limit: int, conflicts: bool
) -> None:
    """The queue, or what newer readings disagree with."""
    from detente.cli import review_queue as queue

    if conflicts:
        queue.show_conflicts(held, form)
    elif form is shared.Shape.text and _watched():
        _walk(held, by=by, at=at, layer=layer, limit=limit)
    else:
        queue.show(held, form, by=by, layer=layer, limit=limit)


def _watched() -> bool:
    """Whether a person is there to be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _walk(held: Dossier, *, by: str, at: str | None, layer: LayerName | None, limit: int) -> None:
    """Row by row: the words, the doubt, and a question."""
    from detente.cli import review_queue as queue

    _signed(by, at)  # who nobody is should be known before the first row
    for item, record in queue.queue(held, by=by, layer=layer, limit=limit):
        typer.echo("\n" + "\n".join(queue.lines(item, record)))
        while not _answered(held, item.row.id, by=by, at=at):
            pass


def _answered(held: Dossier, row: str, *, by: str, at: str | None) -> bool:
    """Ask what to do with a row, and do it; False where it has to be asked again."""
    answer = typer.prompt("accept, reject, FIELD=VALUE, note, skip, quit", default="skip").strip()
    if answer in {"quit", "q"}:
        raise typer.Exit
    if answer in {"skip", "s"}:
        return True
    action = {"a": "accept", "r": "reject", "n": "note"}.get(answer, answer)
    if action not in {"accept", "reject", "note"} and "=" not in answer:
        complain(f"{answer!r} is no answer")
        return False
    why = typer.prompt("why", default="", show_default=False)
    correct = [answer] if "=" in answer else []
    try:
        _keep(held, _made(held, row, "correct" if correct else action, _signed(by, at, why), correct, []))
    except UsageError as error:
        complain(str(error))
        return False
    return True
