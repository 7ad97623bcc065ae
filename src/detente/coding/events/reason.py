"""Why an event was coded as it was, in one sentence that quotes the words."""

from __future__ import annotations

from detente.coding.events.model import Coded
from detente.coding.factuality.grammar import VERBAL
from detente.language import Document, Token

SLOTS = {
    "subj": "subject", "obj": "object", "iobj": "indirect object", "poss": "possessor", "mod": "modifier",
    "objposs": "possessor of the object", "objmod": "modifier of the object", "csubj": "subject of the complement",
    "partmod": "owner of the preposition's object",
}  # fmt: skip
PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}


def because(event: Coded, document: Document) -> str:
    """One sentence: trigger and frame, where actor and recipient come from, what decides the factuality."""
    part = PARTS.get(event.trigger.pos, "word")
    text = document.span_of(event.words[0], event.words[-1]).text if event.words else event.trigger.text
    article = "an" if part[0] in "aeiou" else "a"
    parts = [f'"{text}" is {article} {part} of {event.event} (frame {event.frame.id})']
    parts += _party("actor", event.frame.actor, event, document)
    if event.recipients:
        parts += _party("recipient", event.frame.recipient, event, document)
    parts.append(f"{event.factuality}: {', '.join(event.factors) or tense_of(event.trigger)}")
    return "; ".join(parts)


def tense_of(trigger: Token) -> str:
    """What an event that nothing marks otherwise is told in: its tense, or plainly as a noun."""
    if trigger.pos not in VERBAL:
        return "told as a fact, nothing above it says otherwise"
    auxiliaries = {c.lemma for c in trigger.children if c.dep in {"aux", "auxpass"}}
    if "have" in auxiliaries:
        tense = "perfect"
    elif trigger.tag in {"VBZ", "VBP"} or (trigger.tag == "VBG" and "be" in auxiliaries):
        tense = "present tense"
    else:
        tense = "past tense"
    return f"{tense}, no modal"


def _party(name: str, slots: tuple[str, ...], event: Coded, document: Document) -> list[str]:
    for slot in slots:
        tokens = event.arguments.get(slot)
        if tokens:
            where = SLOTS.get(slot, f"'{slot}'")
            return [f'{name} from its {where} "{_phrase(tokens[0], document)}"']
    return []


def _phrase(token: Token, document: Document) -> str:
    tokens = token.sent.tokens
    first = tokens[token.left]
    last = next((tokens[i] for i in range(token.i, token.right + 1) if _ends(tokens, i, token)), tokens[token.right])
    return document.span_of(first, last).text


def _ends(tokens: list[Token], i: int, head: Token) -> bool:
    """Whether the phrase is long enough: before a relative clause or a comma."""
    return i == head.right or (i >= head.i and (tokens[i + 1].pos == "PUNCT" or tokens[i + 1].dep == "relcl"))
