"""The brief of a morning and one row in full, as pages for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from detente.cli import words
from detente.cli.ledger_text import (
    KINDS,
    Names,
    actor,
    cited,
    commitment,
    event,
    parties,
    quote,
    short,
    span_of_days,
)
from detente.cli.page_text import DIM, entry, indented
from detente.cli.view import flat
from detente.ledger.views import ActorView, Changes, Citation, CommitmentView, EventView, RowView

ORDER = list(KINDS)
WIDTH = 11


def brief(changes: Changes, dossier: str, names: Names) -> Iterator[RenderableType]:
    """The parts of a brief, the most urgent first; parts with nothing in them are named in one line at the end."""
    yield Text(f"{flat(dossier)}: what is new", style="bold")
    until = words.day(changes.as_of) if changes.as_of else "the end"
    yield Text(f"{words.day(changes.since)} to {until} · {words.count(changes.reports, 'report')}")
    nothing = []
    for title, rows in _parts(changes, names):
        if not rows:
            nothing.append(title)
            continue
        yield from ("", Text(title.upper(), style="bold"), *rows)
    if nothing:
        yield ""
        yield Text("Nothing: " + "; ".join(title[0].lower() + title[1:] for title in nothing) + ".", style=DIM)


def full(view: RowView, names: Names) -> Iterator[RenderableType]:
    """One row: what it is, how it came to its state, and every report of it in its words."""
    if isinstance(view.row, CommitmentView):
        yield commitment(view.row, names)
        yield from _history(view.row)
    elif isinstance(view.row, EventView):
        yield event(view.row, names)
        yield indented(Text(f"on {span_of_days(view.row.day, None)}"), 4)
    elif isinstance(view.row, ActorView):
        yield actor(view.row)
        if view.row.aliases:
            yield indented(Text(f"also: {flat(', '.join(view.row.aliases))}", style=DIM), 4)
    else:
        yield Text(flat(view.id), style="bold")
    title = "What it said" if isinstance(view.row, ActorView) else "Every report of it"
    if view.citations:
        yield from ("", Text(title.upper(), style="bold"))
    for each in view.citations:
        yield entry(short(each.row), _citation(each), width=WIDTH)
    if view.reviews:
        yield from ("", Text("REVIEWS", style="bold"))
    for review in view.reviews:
        yield indented(Text(_review(review)), 4)


def _parts(changes: Changes, names: Names) -> Iterator[tuple[str, list[RenderableType]]]:
    by_kind = sorted(changes.commitments, key=lambda row: ORDER.index(row.kind))
    yield "Deadlines within 72 hours", [_deadline(row, names) for row in changes.deadlines]
    yield "States that changed", [_moved(row, names, changes.since) for row in changes.states]
    yield "New demands, threats and offers", [commitment(row, names) for row in by_kind]
    yield "Said again", [_again(row, names, changes.since) for row in changes.repeated]
    yield "What happened", [event(row, names) for row in changes.events]
    yield "Contradictions", [entry(short(row), [Text(flat(says))], width=WIDTH) for row, _, says in changes.contradictions]
    yield "Who spoke for the first time", [actor(row) for row in changes.voices]


def _deadline(row: CommitmentView, names: Names) -> RenderableType:
    head = Text(words.day(row.deadline or ""), style="bold red").append(f" · {_what(row, names)} · {row.state}")
    return entry(short(row.id), [head, Text(quote(row.act))], width=WIDTH)


def _moved(row: CommitmentView, names: Names, since: str) -> RenderableType:
    lines = [Text(_what(row, names)), Text(quote(row.act))]
    before = row.states[0].state
    for change in row.states[1:]:
        if (change.known or "") >= since:
            line = Text(f"{before} → ").append(change.state, style="bold")
            lines.append(line.append(f", {span_of_days(change.known, None)}: {flat(change.why)}"))
            if change.row:
                lines.append(Text(f"shown by {short(change.row)}", style=DIM))
        before = change.state
    return entry(short(row.id), lines, width=WIDTH)


def _again(row: CommitmentView, names: Names, since: str) -> RenderableType:
    how = {how for _, how in row.firmness[1:]} & {"firmer", "softer"}
    tone = f", {' and '.join(sorted(how))}" if how else ""
    last = f" · said first {span_of_days(row.known, None)}, since {words.day(since)} again{tone}"
    return entry(short(row.id), [Text(_what(row, names)).append(last, style=DIM), Text(quote(row.act))], width=WIDTH)


def _what(row: CommitmentView, names: Names) -> str:
    return f"{KINDS.get(row.kind, row.kind)} · {parties([row.holder] if row.holder else [], row.addressees, names)}"


def _review(review: Mapping[str, Any]) -> str:
    """One line: when, who, what, which fields, why."""
    body = review["body"]
    fields = " ".join(f"{name}={value}" for name, value in sorted(body.get("changes", {}).items()))
    parts = (review["at"], review["who"], f"{review['action']} {fields}".strip(), body.get("why"))
    return flat(" · ".join(part for part in parts if part))


def _history(row: CommitmentView) -> Iterator[RenderableType]:
    yield from ("", Text("STATES", style="bold"))
    for change in row.states:
        line = Text(f"{span_of_days(change.known, None)}: ").append(change.state, style="bold")
        if change.why:
            line.append(f", {flat(change.why)}")
        if change.row:
            line.append(f" [{short(change.row)}]", style=DIM)
        yield indented(line, 4)


def _beside(text: str) -> str:
    """Words beside a quotation on one line, the blank between them kept."""
    return flat(f"|{text}|")[1:-1]


def _citation(each: Citation) -> Iterator[Text]:
    yield Text(cited(each), style="bold")
    before, found, after = each.paragraph.partition(each.text)
    if found:
        yield Text(_beside(before)).append(f"»{flat(found)}«", style="bold cyan").append(_beside(after))
    else:
        yield Text(quote(each.sentence or each.text))
    because = f"because {flat(each.because)} · " if each.because else ""
    yield Text(f"{because}rule {flat(each.rule)} · {flat(each.key)} {each.start}:{each.end} · {flat(each.coder)}", style=DIM)
