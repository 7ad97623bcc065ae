"""Small mistakes of the parser that are facts of English, mended once for all rules.

The rule lemmatiser turns 'hoped' into 'hop' and leaves the capitalised nouns of headlines alone; a
short table mends that. Children and subtree edges are filled in here too, once the heads are known.
"""

from __future__ import annotations

from detente.language.document import Sentence, Token

LEMMAS = {
    ("hoped", "VERB"): "hope", ("hoping", "VERB"): "hope", ("spoke", "VERB"): "speak", ("lied", "VERB"): "lie",
    ("found", "VERB"): "find", ("left", "VERB"): "leave", ("bound", "VERB"): "bind", ("ceased", "VERB"): "cease",
    ("dying", "VERB"): "die", ("sought", "VERB"): "seek", ("fled", "VERB"): "flee", ("shot", "VERB"): "shoot",
    ("bases", "NOUN"): "base", ("axes", "NOUN"): "axis", ("crises", "NOUN"): "crisis", ("forces", "NOUN"): "force",
    ("media", "NOUN"): "media", ("arms", "NOUN"): "arms", ("data", "NOUN"): "data",
}  # fmt: skip
TIMES = frozenset("end start noon midnight morning evening night dawn dusk time day week month year then now today tomorrow weekend deadline".split())


def repair(sentence: Sentence) -> None:
    """Mends lemmas, then fills in children and the edges of every subtree, in place."""
    for token in sentence.tokens:
        token.lemma = LEMMAS.get((token.lower, token.pos), token.lemma)
        if token.head is not token:
            token.head.children.append(token)
    for token in sentence.tokens:
        if token.dep == "agent" and (inner := token.child("pobj")) is not None and (inner.ent in {"DATE", "TIME"} or inner.lemma in TIMES):
            token.dep = "prep"  # 'was told to leave by noon': no time does anything
    _set_edges(sentence)


def _set_edges(sentence: Sentence) -> None:
    order: list[Token] = []
    todo = [t for t in sentence.tokens if t.head is t]
    while todo:
        token = todo.pop()
        order.append(token)
        todo += token.children
    for token in reversed(order):
        token.left = min([token.i, *(child.left for child in token.children)])
        token.right = max([token.i, *(child.right for child in token.children)])
