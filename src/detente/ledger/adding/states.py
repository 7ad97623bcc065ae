"""What became of a commitment: met, refused, triggered, carried out, lapsed, withdrawn.

A state changes only by a row that shows it: an event that occurred, or what a party commits itself to,
whose party, act and time fit. A promise to meet a demand does not meet it. Each change cites its row and
says why; after a final state only what reverses it is heard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from detente.ledger.adding.acts import deed, likeness, parts_of, undenied
from detente.ledger.adding.fit import OTHER_TYPE, Fit, fits, roots_of
from detente.ledger.adding.results import MergedCommitment, State, StateChange
from detente.ledger.rows import UNDATED, CommitmentRow, EventRow

__all__ = ["evidence_types", "states"]

_ASKED = frozenset({"demand", "proposal", "red_line"})  # another would do the act
_OWN = frozenset({"offer", "pledge", "threat", "refusal"})  # the holder would do it
_FINAL = frozenset({"met", "carried out", "withdrawn"})
_ANSWERS = frozenset({"REJECT"})
_WORDS = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})  # PLOVER types that are said, not done
_DEEDS = frozenset({"AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "RETREAT", "SANCTION"})
_PARTLY = re.compile(
    r"\b(?:some|part(?:s|ly|ially)?|half|a (?:third|quarter|few|number|portion)|first (?:batch|group|part)|began|begun|begins?|started|starting"
    r"|most of|several|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands) of|limited)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\bden(?:y|ied|ies|ying) (?:that|having|any|\w+ing|reports?|claims?|allegations?)\b", re.IGNORECASE)
_UNDONE_BY = {"RETREAT": "MOBILIZE", "MOBILIZE": "RETREAT"}  # the type of an act and that of its opposite
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class _Made:
    """When and where a commitment was first made."""

    day: str
    reports: frozenset[str]


def evidence_types(commitment: MergedCommitment) -> frozenset[str]:
    """The PLOVER types of events that could change its state: of its act and what undoes it, its condition, and answers to it.

    Where PLOVER gives the act or the condition no type, all that is done could be it.
    """
    known = {commitment.act_type} | ({commitment.condition_type} if commitment.condition else set())
    known |= {_UNDONE_BY[each] for each in known & _UNDONE_BY.keys() if each}
    return frozenset(filter(None, known)) | _ANSWERS | (_DEEDS if None in known else frozenset())


def states(
    commitment: MergedCommitment, events: Sequence[EventRow], commitments: Sequence[CommitmentRow]
) -> tuple[StateChange, ...]:
    """The changes of its state after it was first made, in order; at most one a day and state.

    Args:
        commitment: the merged commitment.
        events: rows of its parties, of its :func:`evidence_types`, in canonical order.
        commitments: rows of its parties, its own among them, in canonical order.
    """
    made = _made(commitment, commitments)
    found = sorted(_shown(commitment, made, events, commitments), key=lambda change: change.day)
    return tuple(_followed(found, _lapse(commitment, made)))


def _made(commitment: MergedCommitment, rows: Sequence[CommitmentRow]) -> _Made:
    own = [row for row in rows if row.id in commitment.members]
    first = min((row.known for row in own), default="")
    return _Made(first, frozenset(row.report for row in own if row.known == first))


def _shown(
    commitment: MergedCommitment, made: _Made, events: Sequence[EventRow], commitments: Sequence[CommitmentRow]
) -> Iterator[StateChange]:
    left = set(parts_of(commitment.act)) if commitment.kind in _ASKED else set()
    before = [event for event in events if event.known == made.day and event.factuality == "occurred"]
    for event in events:
        change = _by_event(commitment, event) if _later(event, made) and not _is_told(event, made, before) else None
        if change is not None:
            yield _of_several(change, event, left)
    for row in commitments:
        if row.id not in commitment.members and row.known >= made.day:
            change = _by_commitment(commitment, row)
            if change is not None and (row.known > made.day or change.state == "refused"):
                yield change  # on the day itself only a refusal answers


def _of_several(change: StateChange, event: EventRow, left: set[str]) -> StateChange:
    """The change that is left where one act of several was done: a part, until all were; takes it from ``left``."""
    if change.rule != "act" or not left:
        return change
    if change.state != "met":
        return change
    left -= {part for part in left if len(left) == 1 or fits(part, None, event) is Fit.same}
    return replace(change, state="partly met", why=change.why.replace("it was done", "part of it was done", 1)) if left else change


def _later(event: EventRow, made: _Made) -> bool:
    """Whether an event occurred, and after the commitment was made; on the day itself only in another report."""
    if event.factuality != "occurred" or event.known == UNDATED:
        return False
    when = event.date if event.date and _DAY.match(event.date) else event.known
    return when[:10] > made.day or (when[:10] == made.day and event.known > made.day)


def _is_told(event: EventRow, made: _Made, before: Sequence[EventRow]) -> bool:
    """Whether an event of the commitment's day is one that the day's reports told with it: it is not what followed."""
    if event.known == made.day or (event.date or "")[:10] != made.day:
        return False
    return any(each.event == event.event and likeness(deed(each.text), deed(event.text)) >= OTHER_TYPE for each in before)


def _by_event(commitment: MergedCommitment, event: EventRow) -> StateChange | None:
    """The change that an event shows, if any: an answer, the act itself, or the condition."""
    actors = roots_of(event.actors)
    holder, others = roots_of([commitment.holder]), roots_of(commitment.addressees)
    if event.event == "REJECT" and commitment.kind in _ASKED | {"offer"} and actors & others and not actors & holder:
        return _answer(commitment, event)
    doers = others if commitment.kind in _ASKED else holder
    if actors & doers and _is_deed(event, commitment.act_type):
        fit = fits(_acts(commitment)[0], commitment.act_type, event)
        if fit is not Fit.no:
            return _done(commitment, event, fit)
    if commitment.condition and commitment.kind in {"threat", "offer", "red_line", "warning"} and not actors & holder and _is_deed(event, commitment.condition_type):
        fit = fits(commitment.condition, commitment.condition_type, event)
        if fit is not Fit.no:
            return _condition(commitment, event, fit)
    return None


def _is_deed(event: EventRow, wanted: str | None) -> bool:
    """Whether the event is something done; words count only where words were asked for."""
    return event.event not in _WORDS or event.event == wanted


def _answer(commitment: MergedCommitment, event: EventRow) -> StateChange | None:
    """A rejection that names the act, or the demand or offer itself; who denies that something was done refuses nothing."""
    if _DENIED.search(event.text):
        return None
    named = fits(commitment.act, None, event) is not Fit.no
    spoken = re.search(rf"\b(?:demand|ultimatum|proposal|offer|call|request|terms|{commitment.kind})", event.text, re.IGNORECASE)
    aimed = not event.recipients or bool(roots_of(event.recipients) & roots_of([commitment.holder]))
    return _change("refused", event, "it was rejected", "reject") if named or (spoken and aimed) else None


def _done(commitment: MergedCommitment, event: EventRow, fit: Fit) -> StateChange | None:
    """The act was done, wholly or in part, or its opposite was."""
    part = bool(_PARTLY.search(event.text))
    if commitment.kind == "red_line":
        return _change("triggered", event, "the line was crossed", "crossed") if fit is Fit.same else None
    if commitment.kind in _ASKED:
        if fit is Fit.opposite:
            return _change("refused", event, "the opposite was done", "opposite")
        return _change("partly met" if part else "met", event, "part of it was done" if part else "it was done", "act")
    if fit is Fit.opposite:
        reversed_ = commitment.kind in {"threat", "offer", "pledge"}
        return _change("withdrawn", event, "the holder did the opposite", "opposite") if reversed_ else None
    if commitment.kind == "refusal":
        return _change("withdrawn", event, "the holder did what it had refused", "reversed")
    return _change("carried out", event, "the holder did it", "act") if not part else _change("partly met", event, "the holder began to", "act")


def _condition(commitment: MergedCommitment, event: EventRow, fit: Fit) -> StateChange | None:
    """What the commitment depends on occurred, or its opposite."""
    asked = commitment.polarity in {"unless", "until"}
    if (fit is Fit.same) != asked:
        return _change("triggered", event, "its condition occurred", "condition")
    return _change("met", event, "what it asked for was done", "condition") if fit is Fit.same else None


def _acts(commitment: MergedCommitment) -> tuple[str, ...]:
    """The act as it is compared, whole and by its parts; a refusal's without its 'not'."""
    act = undenied(commitment.act) if commitment.kind == "refusal" else commitment.act
    parts = parts_of(act)
    return (act, *parts) if len(parts) > 1 else (act,)


def _by_commitment(commitment: MergedCommitment, row: CommitmentRow) -> StateChange | None:
    """The change that another commitment of the parties shows: a refusal by the addressee, a reversal by the holder."""
    holder, others = roots_of([commitment.holder]), roots_of(commitment.addressees)
    speaker = roots_of([row.holder])
    fit = next((fit for part in _acts(commitment) if (fit := fits(part, commitment.act_type, row)) is not Fit.no), Fit.no)
    if fit is Fit.no:
        return None
    if row.kind == "refusal" and commitment.kind in _ASKED and speaker & others:
        return _change("refused", row, "it was refused", "refusal")
    if row.kind == "refusal" and commitment.kind in _OWN - {"refusal"} and speaker & holder:
        return _change("withdrawn", row, "the holder says that it will not", "reversal")
    turned = (commitment.kind == "threat" and fit is Fit.opposite) or (commitment.kind == "refusal" and fit is Fit.same)
    if row.kind == "pledge" and speaker & holder and turned:
        return _change("withdrawn", row, "the holder pledges the opposite", "reversal")
    return None


def _lapse(commitment: MergedCommitment, made: _Made) -> StateChange | None:
    """The day after the deadline; nothing for a deadline that is no day, or that was past when it was told."""
    day = (commitment.deadline or "")[:10]
    if not _DAY.fullmatch(day) or day < made.day or commitment.kind in {"warning", "refusal", "red_line"}:
        return None
    try:
        after = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return None
    return StateChange(state="lapsed", day=after, row=None, why=f"the deadline, {day}, passed and nothing had shown it done", rule="deadline")


def _followed(found: Sequence[StateChange], lapse: StateChange | None) -> Iterator[StateChange]:
    """The changes that count: none to the state that it is in, none after a final one, a lapse only while open."""
    state: State = "open"
    waiting = lapse
    for change, after in zip(found, [*found, None][1:], strict=True):
        if change.state == "partly met" and after is not None and after.day == change.day and after.state in _FINAL:
            continue  # what was begun and done on one day was done
        if waiting is not None and change.day >= waiting.day:
            if state not in _FINAL | {"triggered"}:
                yield waiting
                state = waiting.state
            waiting = None
        if state in _FINAL or change.state == state or (state == "partly met" and change.rule in {"condition", "refusal", "reject"}):
            continue  # a part was done; that the rest is refused leaves it so
        state = change.state
        yield change
    if waiting is not None and state not in _FINAL | {"triggered"}:
        yield waiting


def _change(state: State, row: EventRow | CommitmentRow, what: str, rule: str) -> StateChange:
    words = " ".join(row.text.split())
    shown = words if len(words) <= 120 else words[:119].rstrip() + "…"
    return StateChange(state=state, day=row.known, row=row.id, why=f"{what}: “{shown}”", rule=rule)
