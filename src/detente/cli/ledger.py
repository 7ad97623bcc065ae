"""``detente ledger | timeline | actors | changes | show``: what a dossier answers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli import ledger_options as where
from detente.cli import options as shared
from detente.cli.console import colourful, complain, guarded, width_of_terminal

if TYPE_CHECKING:
    from rich.console import RenderableType

    from detente.ledger.store import Dossier

FILTER = "Which rows"


def _filter(name: str, metavar: str, words: str, *more: str) -> Any:
    return typer.Option(name, *more, metavar=metavar, help=words, rich_help_panel=FILTER)


Actor = Annotated[str | None, _filter("--actor", "WHO", "Id or name; 'RUS' holds for all of Russia.", "-a")]
Addressee = Annotated[str | None, _filter("--addressee", "WHO", "To whom, or of an event the recipient.")]
Kind = Annotated[str | None, _filter("--kind", "KIND", "demand, threat, offer …; of events a PLOVER type.", "-k")]
State = Annotated[str | None, _filter("--state", "STATE", "open, met, refused, triggered, lapsed …")]
Place = Annotated[str | None, _filter("--place", "WHERE", "A name, or a state's ISO code.")]
Words = Annotated[str | None, _filter("--text", "WORDS", 'Words, "phrases" or beginnings* in the sentence.', "-t")]
Since = Annotated[str | None, _filter("--from", "DAY", "First day.")]
Until = Annotated[str | None, _filter("--to", "DAY", "Last day.")]
AsOf = Annotated[str | None, _filter("--as-of", "DAY", "What was known then.")]
Limit = Annotated[int, _filter("--limit", "N", "Rows a page.", "-n")]
After = Annotated[str | None, _filter("--after", "CURSOR", "The page after; the page before names it.")]
Factuality = Annotated[str | None, _filter("--factuality", "WORD", "occurred, future, hypothetical, negated, historical.")]
Row = Annotated[str, typer.Argument(metavar="ROW", help="Id of a row or an actor, or its beginning.")]
SinceDay = Annotated[str, _filter("--since", "DAY", "First day that counts as new.")]


def ledger(  # noqa: PLR0913, PLR0917  one parameter an option
    dossier: where.DossierName = None,
    db: where.Db = None,
    actor: Actor = None,
    addressee: Addressee = None,
    kind: Kind = None,
    state: State = None,
    place: Place = None,
    text: Words = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    limit: Limit = 50,
    after: After = None,
    form: where.AsTable = where.Table.text,
    raw: where.Raw = False,
    no_color: shared.NoColor = False,
    debug: shared.Debug = False,
) -> None:
    """Show demands, threats and offers, the latest first, each with its state and who says so.

    Examples:
      detente ledger --actor "North Korea" --kind threat

      detente ledger --state open --as-of 2017-08-10 --format csv > open.csv
    """
    filters = {
        "actor": actor, "addressee": addressee, "kind": kind, "state": state, "place": place, "text": text,
        "since": since, "until": until, "as_of": as_of, "limit": limit, "after": after,
    }  # fmt: skip
    with guarded(debug=debug), _opened(db, dossier) as opened:
        page = opened.ledger(**filters)
        _print(opened, page, "demands, threats and offers, latest first", form, raw=raw, plain=no_color, shown=(_commitments, "CommitmentView"))


def timeline(  # noqa: PLR0913, PLR0917  one parameter an option
    dossier: where.DossierName = None,
    db: where.Db = None,
    actor: Actor = None,
    addressee: Addressee = None,
    kind: Kind = None,
    factuality: Factuality = "occurred",
    place: Place = None,
    text: Words = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    limit: Limit = 50,
    after: After = None,
    form: where.AsTable = where.Table.text,
    raw: where.Raw = False,
    no_color: shared.NoColor = False,
    debug: shared.Debug = False,
) -> None:
    """Show what happened, day by day, the last days at the end; --factuality any shows what is only feared too.

    Example: detente timeline --actor RUS --from 2022-01-10 --to 2022-01-14
    """
    filters = {
        "actor": actor, "addressee": addressee, "kind": kind, "place": place, "text": text, "since": since,
        "until": until, "as_of": as_of, "limit": limit, "after": after,
        "factuality": None if factuality == "any" else factuality,
    }  # fmt: skip
    with guarded(debug=debug), _opened(db, dossier) as opened:
        page = opened.timeline(**filters)
        _print(opened, page, "what happened, by day", form, raw=raw, plain=no_color, shown=(_events, "EventView"))


def actors(  # noqa: PLR0913, PLR0917  one parameter an option
    dossier: where.DossierName = None,
    db: where.Db = None,
    actor: Actor = None,
    kind: Annotated[str | None, _filter("--kind", "KIND", "person, state, government, igo …", "-k")] = None,
    text: Annotated[str | None, _filter("--text", "WORDS", "In a name.", "-t")] = None,
    as_of: AsOf = None,
    limit: Limit = 50,
    after: After = None,
    form: where.AsTable = where.Table.text,
    raw: where.Raw = False,
    no_color: shared.NoColor = False,
    debug: shared.Debug = False,
) -> None:
    """Show who acts and speaks, those in most reports first.

    Example: detente actors --kind person --actor RUS
    """
    with guarded(debug=debug), _opened(db, dossier) as opened:
        page = opened.actors(actor=actor, kind=kind, text=text, as_of=as_of, limit=limit, after=after)
        _print(opened, page, "actors, most named first", form, raw=raw, plain=no_color, shown=(_actors, "ActorView"))


def changes(  # noqa: PLR0913, PLR0917  one parameter an option
    since: SinceDay,
    dossier: where.DossierName = None,
    db: where.Db = None,
    as_of: AsOf = None,
    form: where.AsTable = where.Table.text,
    raw: where.Raw = False,
    no_color: shared.NoColor = False,
    debug: shared.Debug = False,
) -> None:
    """Show what is new since a day: the morning's brief.

    Demands and threats, states that changed, deadlines within 72 hours, contradictions, who spoke for the first time.

    Example: detente changes --since 2017-08-09
    """
    from detente.cli.brief_text import brief
    from detente.cli.ledger_out import as_csv, as_json, parts_of

    with guarded(debug=debug), _opened(db, dossier) as opened:
        found = opened.changes(since, as_of)
        if form is where.Table.json:
            sys.stdout.write(as_json(found, dossier=opened.name))
        elif form is where.Table.csv:
            sys.stdout.writelines(as_csv(*parts_of(found), raw=raw))
        else:
            _page(brief(found, opened.name, opened.names()), plain=no_color)


def show(  # noqa: PLR0913, PLR0917  one parameter an option
    row: Row,
    dossier: where.DossierName = None,
    db: where.Db = None,
    as_of: AsOf = None,
    form: where.AsTable = where.Table.text,
    raw: where.Raw = False,
    no_color: shared.NoColor = False,
    debug: shared.Debug = False,
) -> None:
    """Show one row: every report of it in its words, how it came to its state, rules and reviews.

    Example: detente show C-566fdd65
    """
    from detente.cli.brief_text import full
    from detente.cli.ledger_out import as_csv, as_json

    with guarded(debug=debug), _opened(db, dossier) as opened:
        found = opened.show(row, as_of)
        if form is where.Table.json:
            sys.stdout.write(as_json(found, dossier=opened.name))
        elif form is where.Table.csv:
            sys.stdout.writelines(as_csv(found.citations, raw=raw))
        else:
            _page(full(found, opened.names()), plain=no_color)


@contextmanager
def _opened(db: str | None, dossier: str | None) -> Iterator[Dossier]:
    """The dossier; says so where an ``add`` was cut short and not all has been added up."""
    from detente.ledger.store import open_ledger

    with open_ledger(db) as opened:
        found = opened.dossier(dossier)
        if waiting := found.unsettled():
            complain(f"an add was cut short: {waiting} parts are not added up yet; run the same add again")
        yield found


def _print(
    opened: Dossier,
    page: Any,
    title: str,
    form: where.Table,
    *,
    raw: bool,
    plain: bool,
    shown: tuple[Callable[[Any, dict[str, str]], Iterable[RenderableType]], str],
) -> None:
    """A page in the form that was asked for; ``shown`` is what makes its lines, and the view that its rows are."""
    from rich.text import Text

    from detente.cli import words
    from detente.cli.ledger_out import as_csv, as_json
    from detente.cli.view import flat
    from detente.ledger import views

    lines, of = shown
    if form is where.Table.json:
        sys.stdout.write(as_json(page.rows, dossier=opened.name, as_of=page.as_of, after=page.after))
        return
    if form is where.Table.csv:
        sys.stdout.writelines(as_csv(page.rows, of=getattr(views, of), raw=raw))
    else:
        head = Text(f"{flat(opened.name)}: {title}", style="bold")
        if page.as_of:
            head.append(f"\nas known on {words.day(page.as_of)}", style="not bold")
        body = list(lines(page, opened.names())) or [Text("Nothing.", style="dim")]
        _page([head, "", *body], plain=plain)
    if page.after:
        complain(f"there are more: --after {page.after}")


def _page(parts: Iterable[RenderableType], *, plain: bool) -> None:
    from rich.console import Group

    from detente.cli.page_text import rendered

    color = colourful(sys.stdout, no_color=plain)
    sys.stdout.write(rendered(Group(*parts), width=width_of_terminal(), color=color))


def _commitments(page: Any, names: dict[str, str]) -> Iterable[RenderableType]:
    from detente.cli.ledger_text import commitment

    return (commitment(row, names) for row in page)


def _events(page: Any, names: dict[str, str]) -> Iterator[RenderableType]:
    """The events under their days, in the order in which they happened."""
    from rich.text import Text

    from detente.cli import words
    from detente.cli.ledger_text import event
    from detente.cli.page_text import indented

    for day, rows in groupby(reversed(page.rows), key=lambda row: row.day):
        yield indented(Text(words.day(day) if day else "Day unknown", style="bold cyan"))
        yield from (event(row, names) for row in rows)


def _actors(page: Any, names: dict[str, str]) -> Iterable[RenderableType]:  # noqa: ARG001  as the others
    from detente.cli.ledger_text import actor

    return (actor(row) for row in page)
