"""What is announced without a verb of speaking: what others face, what looms, what is liable, due or headlined."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from detente.coding.commitments.classes import DULL, UNSAID
from detente.coding.commitments.clauses import clause_span
from detente.coding.commitments.context import Reading
from detente.coding.commitments.drafting import draft, speaker
from detente.coding.commitments.model import Clause, Draft
from detente.coding.commitments.parties import subject_of
from detente.coding.commitments.polarity import is_negated
from detente.coding.commitments.slots import is_infinitive, span, trimmed
from detente.coding.commitments.valence import valence
from detente.language import Token

SEIZURE = frozenset("seizure arrest confiscation search prosecution destruction detention capture boarding interception expulsion imprisonment".split())


def _facing(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'Yugoslavia faces air strikes unless …': what another is told it is in for, by one who can bring it about."""
    subject, target = subject_of(verb), verb.child("dobj")
    if subject is None or target is None or verb.tag not in {"VBZ", "VBP"} or not reading.hosts_condition(verb):
        return
    found = reading.parties(subject)
    if not found or not any(t.lemma in reading.wording.harm | reading.wording.answer | {"isolation", "action"} for t in target.subtree()):
        return
    holder = speaker(verb, reading)
    if holder is None or any(reading.same_side(p, holder) for p in found):
        return
    yield from draft("threat", clause_span(verb, reading.said_at(verb)), verb, verb, holder, reading, because=f"'{verb.text}': what comes if not", addressees=found)


def _risking(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'The collapse of the treaty risks an arms race': harm that a course of events brings, in somebody's words."""
    subject, target = verb.child("nsubj"), verb.child("dobj", "xcomp")
    if subject is None or target is None or subject.pos != "NOUN" or reading.parties(subject) or is_negated(verb):
        return
    if any(t.lemma in reading.wording.harm and t.pos == "NOUN" for t in target.subtree()):
        condition = Clause(verb.sent, subject.left, min(subject.right, verb.i - 1), verb.text, "if", subject, verb, narrow=True)
        yield from draft("warning", trimmed(verb.sent.tokens, verb.i, target.right), verb, verb, speaker(verb, reading), reading, because=f"'{verb.text}': harm may follow", condition=condition, hedged=True)


def _exposed(verb: Token, reading: Reading) -> Iterator[Draft]:
    """A verb of risk, of a party or of a course of events."""
    yield from _facing(verb, reading)
    yield from _risking(verb, reading)


def _looming(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'Further measures threaten', 'sanctions loom': an answer announced without a doer."""
    subject = verb.child("nsubj")
    if subject is None or subject.lemma not in reading.wording.harm | reading.wording.answer or verb.child("dobj", "xcomp", "ccomp") is not None or verb.tag not in {"VBZ", "VBP", "VBD", "VBG"}:
        return
    yield from draft("threat", clause_span(verb, None), verb, verb, speaker(verb, reading), reading, because=f"'{verb.text}': an answer is announced")


def _liable(word: Token, reading: Reading) -> Iterator[Draft]:
    """'Any ship found inside is liable to be attacked', 'is subject to seizure'."""
    inner = next((c for c in word.children if is_infinitive(c) is not None), None) or next((c for p in word.all("prep") for c in p.all("pobj")), None)
    verb = word.head
    tokens = word.sent.tokens
    if inner is None or verb.lemma != "be" or (valence(inner, reading) != "hostile" and inner.lemma not in reading.wording.harm | reading.wording.answer | SEIZURE) or is_negated(verb):
        return
    first = next((t for t in tokens[: verb.i] if t.lower in {"any", "every", "anyone", "whoever"}), None)
    head = verb.child("nsubj") or (first.head if first is not None else None)
    end = min((c.i for c in verb.children if c.dep == "aux"), default=verb.i) - 1
    condition = Clause(word.sent, first.i, end, first.lower, "if", head or first, verb) if first is not None else None
    yield from draft("threat", trimmed(tokens, word.i, inner.right), inner, word, speaker(word, reading), reading, because=f"'{word.text}': harm is laid down", condition=condition)


def _patience(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'Our patience is running out', 'patience has limits'."""
    verb = noun.head
    if noun.dep != "nsubj" or not (verb.lemma in {"run", "wear", "end", "exhaust", "expire"} or any(t.lemma in {"limit", "end"} for t in verb.children)):
        return
    yield from draft("warning", clause_span(verb, reading.said_at(verb)), verb, noun, speaker(verb, reading), reading, because="patience that ends")


def _high_time(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'It is time for Russia to leave', 'the time has come for talks to begin'."""
    tokens = noun.sent.tokens
    inner = next((t for t in tokens[noun.i + 1 : noun.i + 14] if is_infinitive(t) is not None), None)
    before = {t.lower for t in tokens[max(0, noun.i - 4) : noun.i]}
    if inner is None or not (before & {"it", "'s", "’s", "the"}) or noun.head.lemma not in {"be", "come"} or is_negated(noun.head):
        return
    doer = inner.child("nsubj") or next((t for t in tokens[noun.i + 1 : inner.i] if reading.parties(t)), None)
    holder = speaker(noun, reading)
    found = reading.parties(doer)
    if doer is None and ((noun.head.lemma == "come" and valence(inner, reading) == "friendly") or (reading.authored(noun) is not None and inner.lemma not in UNSAID)):
        yield from draft("proposal" if noun.head.lemma == "come" else "demand", span(inner, noun, first=is_infinitive(inner)), inner, noun, holder, reading, because="'it is time': what is due")
        return
    if doer is None or any(reading.same_side(p, holder) for p in found):
        return
    yield from draft("demand", span(inner, noun, first=is_infinitive(inner)), inner, noun, holder, reading, because="'it is time': what is due", addressees=found)


def _in_headline(mark: Token, reading: Reading) -> Iterator[Draft]:
    """'Tehran to resume enrichment if sanctions return': a headline's future."""
    tokens = mark.sent.tokens
    verb = mark.head
    if mark.dep != "aux" or not 0 < mark.i <= 5 or verb.i <= mark.i or tokens[-1].text in {".", "!", "?"}:
        return
    found = reading.parties(tokens[mark.i - 1])
    finite = [t for t in tokens if t.tag in {"VBZ", "VBD", "VBP", "MD"} and t is not verb and not reading.in_condition(t)]
    if len(found) != 1 or finite:
        return
    shade = valence(verb, reading)
    kind = "threat" if shade == "hostile" else "pledge" if shade == "friendly" or verb.lemma not in DULL or reading.conditions(mark.sent) else ""
    if kind:
        yield from draft(kind, span(verb, mark, first=mark), verb, mark, reading.body(found[0]), reading, because="'to': a headline's future")


ANNOUNCEMENTS: dict[str, Callable[[Token, Reading], Iterator[Draft]]] = {
    "face": _facing, "risk": _exposed, "threaten": _looming, "loom": _looming, "liable": _liable, "subject": _liable,
    "patience": _patience, "time": _high_time, "to": _in_headline,
}  # fmt: skip
