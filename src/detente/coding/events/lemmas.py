"""What a noun phrase is about: the lemmas that the restrictions of frames are held against."""

from __future__ import annotations

from detente.language import Token

# Nouns of measure: 'a round of talks' are talks, '700 kg of medicine' is medicine (a "number-transparent
# noun", Huddleston and Pullum 2002, 5.3.3).
MEASURE = frozenset(
    {"round", "day", "week", "month", "kg", "kilogram", "ton", "tonne", "number", "series", "group", "dozen",
     "hundred", "thousand", "million", "billion", "worth", "lot", "amount", "batch", "wave", "set", "barrage",
     "type", "kind", "form", "piece", "majority", "session", "spate", "volley", "salvo", "package", "couple",
     "handful", "dollar", "euro", "pound", "most", "all", "some", "many", "several", "part", "rest", "shipment",
     "load", "consignment", "cargo", "delivery", "tranche", "flurry", "state", "program", "programme", "string", "rash", "campaign", "act", "bit",
     "stretch", "strip", "instalment", "installment", "sum", "section", "portion", "segment", "chunk", "swathe", "swath", "share", "half", "third"}
)  # fmt: skip

MODIFIERS = frozenset({"compound", "amod", "nmod"})


def singular(token: Token) -> str:
    """The lemma, with the plural ending taken off capitalised nouns, which parsers leave alone."""
    lemma = token.lemma
    if token.pos == "PROPN" and token.tag == "NNPS" and lemma.endswith("s"):
        return lemma[:-1]
    return lemma


def topics(token: Token) -> list[str]:
    """The lemmas that say what a phrase is: its head, alone and after a modifier, and what a measure measures.

    'A hunger strike' is a 'strike' and a 'hunger strike', so that a row may ask for either.
    """
    head = singular(token).lower()
    found = [head]
    for other in token.children:
        if other.dep in MODIFIERS:
            found.append(f"{other.lower} {head}")
            if token.pos == "PROPN" and other.pos == "NOUN" and other.dep in {"compound", "nmod"}:
                found.append(other.lemma)  # 'the carrier Enterprise' is a carrier
        elif other.dep == "conj" and other.pos in {"NOUN", "PROPN"}:
            found += topics(other)
    if token.lemma in MEASURE or token.pos in {"NUM", "DET", "PRON"}:
        for child in token.children:
            if child.dep == "prep" and child.lower == "of":
                inner = child.child("pobj")
                if inner is not None:
                    found += topics(inner)
            elif child.dep in {"compound", "nmod"}:
                found.append(singular(child))
    return found


def bases(form: str) -> list[str]:
    """The verbs that a form in -ed or -ing may be of, for where the lemmatiser took off too much.

    >>> bases("staged"), bases("shelling")
    (['stag', 'stage'], ['shell', 'shelle', 'shel'])
    """
    for ending in ("ed", "ing"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)]
            found = [stem, stem + "e"]
            return [*found, stem[:-1]] if stem[-1] == stem[-2] else found
    return []
