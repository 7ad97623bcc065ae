"""What stands and what ends, told of a thing: 'our commitment is unwavering', 'landing rights will end on Monday'."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from detente.coding.commitments.context import Reading
from detente.coding.commitments.drafting import draft, speaker
from detente.coding.commitments.model import Draft
from detente.coding.commitments.parties import subject_of
from detente.coding.commitments.polarity import is_negated
from detente.coding.commitments.slots import is_infinitive, trimmed
from detente.language import Token

STEADFAST = ("unwavering", "unshakable", "unshakeable", "ironclad", "iron-clad", "unbreakable", "steadfast", "unconditional", "undiminished")
DEVOTION = frozenset({"commitment", "support", "resolve", "guarantee", "determination", "promise", "pledge", "solidarity", "backing"})
STANDING = frozenset({"be", "remain", "stay"})
GRANTED = frozenset("right privilege access aid assistance cooperation supply delivery credit licence license visa flight service subsidy relief concession exemption transit loan payment".split())
TAKEN_UP = frozenset({"it", "this", "that", "them", "these", "those", "both"})
PROPOSED = frozenset("offer proposal draft plan demand request invitation ultimatum resolution truce ceasefire compromise idea suggestion call appeal text deal scheme formula".split())
PROPOSING = frozenset({"offer", "propose", "suggest", "demand", "ask", "request", "invite", "urge", "call"})
IMPOSED = frozenset("blockade embargo ban siege boycott bombing sanction curfew strike restriction raid shelling occupation".split())


def _steadfast(quality: Token, reading: Reading) -> Iterator[Draft]:
    """'Britain's commitment to the islanders is unwavering': a pledge made before, and kept."""
    verb = quality.head
    subject = verb.child("nsubj")
    if quality.dep != "acomp" or verb.lemma not in STANDING or (verb.tag == "VBD" and reading.said_at(verb) is None):
        return
    if subject is None or subject.lemma not in DEVOTION or is_negated(verb) or any(c.tag == "MD" and c.lower in {"must", "should"} for c in verb.children):
        return
    owner = next((p for c in subject.children if c.dep in {"poss", "amod", "compound", "nmod"} for p in reading.parties(c)), None)
    holder = reading.body(owner) if owner is not None else speaker(quality, reading)
    yield from draft("pledge", trimmed(quality.sent.tokens, subject.left, max(quality.i, quality.right)), subject, quality, holder, reading, because=f"a {subject.lemma} called '{quality.text}'")


def _runs_out(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'Landing rights will end on 15 September', 'the embargo is to end': what who grants or imposes it announces."""
    subject, above = verb.child("nsubj"), verb.head
    if subject is None and verb.dep == "xcomp" and is_infinitive(verb) is not None and above.lemma == "be":
        subject = above.child("nsubj")  # 'were to end'
    elif not any(c.lower in {"will", "would"} for c in verb.children):
        return
    if subject is None or subject.pos != "NOUN" or is_negated(verb) or verb.child("dobj") is not None or reading.hosts_condition(verb):
        return
    kind = "threat" if subject.lemma in GRANTED else "pledge" if subject.lemma in IMPOSED else ""
    holder = speaker(verb, reading)
    if kind and holder is not None and (reading.said_at(verb) is not None or reading.carried(verb) is not None):
        yield from draft(kind, trimmed(verb.sent.tokens, subject.left, max(verb.i, verb.right)), verb, verb, holder, reading, because=f"'{verb.text}': what is granted or imposed runs out")


def _turned_down(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'A draft was tabled. Russia opposed it', 'Manila turned this down': a proposal, taken up by a pronoun."""
    it = verb.child("dobj")
    down = verb.lemma != "turn" or any(c.lower == "down" for c in verb.children)
    if it is None or it.lower not in TAKEN_UP or verb.tag not in {"VBD", "VBZ", "VBP"} or not down or is_negated(verb) or reading.in_condition(verb):
        return
    if verb.child("prep") is not None or not _is_proposed(verb, reading) or ((said := reading.said_at(verb)) is not None and reading.is_silent(said)):
        return
    found = tuple(dict.fromkeys(b for p in reading.parties(subject_of(verb)) if (b := reading.body(p)) and reading.can_commit(b)))
    for holder in found:
        yield from draft("refusal", trimmed(verb.sent.tokens, verb.i, max([it.i, *(c.i for c in verb.all("prt"))])), it, verb, holder, reading, because=f"'{verb.text} {it.text}': what was proposed is refused")


def _is_proposed(verb: Token, reading: Reading) -> bool:
    """Whether the words before, back to the sentence before last, tell of something that can be turned down."""
    index = verb.sent.index
    before = [t for s in reading.document.sentences[max(0, index - 2) : index] for t in s.tokens] + verb.sent.tokens[: verb.i]
    return any(t.lemma in PROPOSED or (t.pos == "VERB" and t.lemma in PROPOSING) for t in before)


STANDINGS: dict[str, tuple[Callable[[Token, Reading], Iterator[Draft]], ...]] = {
    **dict.fromkeys(STEADFAST, (_steadfast,)), **dict.fromkeys(("reject", "oppose", "refuse", "decline", "spurn", "rebuff", "veto", "turn"), (_turned_down,)), **dict.fromkeys(("end", "cease", "lapse", "expire", "stop"), (_runs_out,)),
}  # fmt: skip
