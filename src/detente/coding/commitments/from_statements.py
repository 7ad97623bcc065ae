"""Commitments that stand in what is said, where no verb of demanding or threatening names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.coding.commitments.modality import SELF, force_of
from detente.coding.commitments.model import Draft, Offsets
from detente.coding.events import Coded
from detente.coding.statements import Said
from detente.language import Document, Token
from detente.records import Kind
from detente.resolve.actors import government_of, parties_of
from detente.resolve.model import Cast

CONFLICT = frozenset("THREATEN SANCTION MOBILIZE COERCE ASSAULT".split())
FRIENDLY = frozenset("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT".split())
DEPENDENT = frozenset("ccomp conj root ROOT parataxis relcl xcomp".split())
PASSIVE_VOICE = frozenset({"deny", "question", "perception"})


def from_statements(document: Document, said: Sequence[Said], events: Sequence[Coded], cast: Cast) -> Iterator[Draft]:
    """Drafts from cues that make a commitment, then from the modals of what is said."""
    sentences = {s.index: s for s in document.sentences}
    for statement in said:
        if statement.negated and statement.stance in PASSIVE_VOICE:
            continue
        holder = government_of(statement.speaker, cast) if statement.speaker else None
        if statement.commitment and statement.head is not None and not statement.negated:
            yield _from_cue(statement, holder, cast)
        first = statement.sentence.index
        for index in range(max(0, first - 12), first + 12):
            sentence = sentences.get(index)
            if sentence is None or not any(a < sentence.end and sentence.start < b for a, b in statement.spans):
                continue
            for verb in sentence.tokens:
                if verb.pos in {"VERB", "AUX"} and verb.dep in DEPENDENT and any(a <= verb.start < b for a, b in statement.spans):
                    draft = _from_clause(verb, statement, holder, events, cast)
                    if draft is not None:
                        yield draft


def _from_cue(said: Said, holder: str | None, cast: Cast) -> Draft:
    head = said.head
    assert head is not None  # noqa: S101  the caller has looked
    return Draft(
        kind=said.commitment, sentence=said.sentence, act=said.spans[0], head=head, holder=holder,  # type: ignore[arg-type]
        addressees=said.addressees or _subject_parties(head, holder, cast), rule=f"commitment/{said.rule.removeprefix('statement/')}",
        specific=2, statement=said, because=[f"the cue '{said.cue.text if said.cue else ''}' makes a {said.commitment}"],
    )  # fmt: skip


def _subject_parties(head: Token, holder: str | None, cast: Cast) -> tuple[str, ...]:
    subject = head.child("nsubj", "nsubjpass") if head.pos in {"VERB", "AUX"} else None
    found = parties_of(subject, cast) if subject is not None else ()
    return tuple(p for p in found if government_of(p, cast) != holder)


def _from_clause(verb: Token, said: Said, holder: str | None, events: Sequence[Coded], cast: Cast) -> Draft | None:
    subject = verb.child("nsubj", "nsubjpass")
    inside = [e for e in events if e.sentence is verb.sent and verb.left <= e.trigger.i <= verb.right and e.event != "CONSULT"]
    own = _is_own(subject, holder, cast)
    force = force_of(
        verb, own=own, hostile=any(e.event in CONFLICT for e in inside), friendly=any(e.event in FRIENDLY for e in inside),
    )  # fmt: skip
    if force is None:
        return None
    subject_parties = parties_of(subject, cast) if subject is not None else ()
    bound = holder
    if force.kind in {"pledge", "threat"} and not own and subject_parties:
        bound = government_of(subject_parties[0], cast)
    act = _clause_span(verb, said)
    addressees = _addressees(force.kind, subject_parties, inside, bound, cast)
    return Draft(
        kind=force.kind, sentence=verb.sent, act=act, head=verb, holder=bound, addressees=addressees,
        rule=f"commitment/modal/{force.kind}", specific=1, hedged=force.hedged, statement=said, because=[force.because],
    )  # fmt: skip


def _addressees(
    kind: Kind, subject: tuple[str, ...], inside: Sequence[Coded], holder: str | None, cast: Cast
) -> tuple[str, ...]:
    if kind == "demand":
        return tuple(p for p in subject if government_of(p, cast) != holder)
    found = dict.fromkeys(r for e in inside for r in e.recipients)
    return tuple(r for r in found if government_of(r, cast) != holder)


def _is_own(subject: Token | None, holder: str | None, cast: Cast) -> bool:
    """Whether a subject is the speaker, or a state, body or force that the speaker speaks for."""
    if subject is None:
        return False
    if subject.lower in SELF:
        return True
    country = cast.country(holder)
    for party in parties_of(subject, cast):
        if party == holder or government_of(party, cast) == holder or (country and cast.country(party) == country):
            return True
    return False


def _clause_span(verb: Token, said: Said) -> Offsets:
    """The clause inside the content, without conditions in front, later conjuncts and edges of punctuation."""
    tokens = verb.sent.tokens
    start, end = verb.left, verb.right
    for child in verb.children:
        if child.dep in {"advcl", "mark"} and child.right < verb.i and child.left == start:
            start = child.right + 1
        elif child.dep == "advcl" and child.left > verb.i and child.right == end:
            end = child.left - 1
        elif child.dep in {"ccomp", "parataxis"} and said.cue is not None and child.left <= said.cue.i <= child.right:
            start, end = (max(start, child.right + 1), end) if child.i < verb.i else (start, min(end, child.left - 1))
    content = [(max(a, tokens[start].start), min(b, tokens[end].end)) for a, b in said.spans]
    spans = [(a, b) for a, b in content if a < b]
    low, high = max(spans, key=lambda s: s[1] - s[0]) if spans else (tokens[start].start, tokens[end].end)
    text = [t for t in tokens if low <= t.start and t.end <= high]
    while text and (text[0].pos in {"PUNCT", "CCONJ", "SCONJ"} or text[0].dep == "mark"):
        text.pop(0)
    while text and text[-1].pos in {"PUNCT", "CCONJ"}:
        text.pop()
    return (text[0].start, text[-1].end) if text else (low, high)
