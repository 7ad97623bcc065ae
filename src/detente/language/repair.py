"""Small mistakes of the parser that are facts of English, mended once for all rules.

The rule lemmatiser turns 'hoped' into 'hop' and leaves the capitalised nouns of headlines alone; a
short table mends that. Children and subtree edges are filled in here too, once the heads are known.
"""

from __future__ import annotations

from detente.language.document import Sentence, Token
from detente.language.lists import first_of_list

LEMMAS = {
    ("hoped", "VERB"): "hope", ("hoping", "VERB"): "hope", ("spoke", "VERB"): "speak", ("lied", "VERB"): "lie",
    ("found", "VERB"): "find", ("left", "VERB"): "leave", ("bound", "VERB"): "bind", ("ceased", "VERB"): "cease",
    ("dying", "VERB"): "die", ("sought", "VERB"): "seek", ("fled", "VERB"): "flee", ("shot", "VERB"): "shoot",
    ("bases", "NOUN"): "base", ("axes", "NOUN"): "axis", ("crises", "NOUN"): "crisis", ("forces", "NOUN"): "force",
    ("media", "NOUN"): "media", ("arms", "NOUN"): "arms", ("data", "NOUN"): "data",
}  # fmt: skip
TIMES = frozenset("end start noon midnight morning evening night dawn dusk time day week month year then now today tomorrow weekend deadline".split())
BARE = frozenset("cease stop end halt start resume open close return leave remain stay".split())  # verbs that look like nouns
TAG = 12  # tokens that a tag between commas may have


def repair(sentence: Sentence) -> None:
    """Mends lemmas, then fills in children and the edges of every subtree, in place."""
    for token in sentence.tokens:
        token.lemma = LEMMAS.get((token.lower, token.pos), token.lemma)
        if token.head is not token:
            token.head.children.append(token)
    for token in sentence.tokens:
        if token.tag == "MD":
            _join(token)
            _subordinate(token)
        if token.dep == "prep":
            _date_of_saying(token)
        if token.dep == "agent" and (inner := token.child("pobj")) is not None and (inner.ent in {"DATE", "TIME"} or inner.lemma in TIMES):
            token.dep = "prep"  # 'was told to leave by noon': no time does anything
        if token.tag == "VBD":
            _set_aside(token)
        if token.dep == "conj":
            _said_and_done(token)
        if token.dep in {"dobj", "ccomp"}:
            _subjunctive(token)
    for token in sentence.tokens:
        first = first_of_list(token)
        if first is not None and token not in first.ancestors():
            _move(token, first, "conj")
            token.tag = "VB"
    _set_edges(sentence)


def _join(modal: Token) -> None:
    """'Oslo would not, the minister said, bring them home': the verb that a tag in commas parted from its modal."""
    tokens = modal.sent.tokens
    after = next((t for t in tokens[modal.i + 1 :] if t.pos not in {"ADV", "PART"}), modal)
    close = next((t for t in tokens[after.i + 1 : after.i + TAG] if t.text == ","), None)
    if after.text != "," or close is None or close.i + 1 >= len(tokens):
        return
    verb = next((t for t in tokens[close.i + 1 :] if t.pos not in {"ADV", "PART"}), close)
    said = [t for t in tokens[after.i : close.i] if t.tag in {"VBD", "VBZ"}]
    if verb.tag != "VB" or len(said) != 1:
        return
    tag = said[0]
    rooted = any(t.head is t for t in (tag, modal, verb))
    subject = next((t for t in reversed(tokens[: modal.i]) if t.dep in {"nsubj", "nsubjpass"} and t.head in {modal, tag, verb}), None)
    if rooted:
        _move(tag, tag, "ROOT")
    elif tag.head in {modal, verb}:
        _move(tag, verb.head, verb.dep)
    _move(verb, tag, "ccomp")
    if subject is not None:
        _move(subject, verb, subject.dep)
    for child in (modal, *tokens[modal.i + 1 : after.i], *tokens[close.i + 1 : verb.i]):
        _move(child, verb, {"AUX": "aux", "PART": "neg"}.get(child.pos, "advmod"))


def _set_aside(verb: Token) -> None:
    """'China, invited to send experts, declined': what commas set off behind the subject is a participle; the verb behind it has the subject."""
    main, subject = verb.head, verb.child("nsubj")
    tokens = verb.sent.tokens
    if subject is None or verb.dep != "ccomp" or main.i < verb.i or main.tag not in {"VBD", "VBZ"} or not verb.lower.endswith("ed"):
        return
    opened = subject.i == verb.i - 2 and tokens[verb.i - 1].text == ","
    if opened and tokens[main.i - 1].text == "," and main.child("nsubj", "nsubjpass") is None:
        verb.tag = "VBN"
        _move(verb, subject, "acl")
        _move(subject, main, "nsubj")


def _said_and_done(verb: Token) -> None:
    """'Has said that nobody can take a drop, and has asked …': a second verb in the tense of the saying, behind a comma, is the speaker's."""
    first, tokens = verb.head, verb.sent.tokens
    saying = first.head
    opening = next((t for t in tokens[first.i : verb.i] if t.text == "," and tokens[t.i + 1].lower in {"and", "but"} and tokens[t.i + 1].head is first), None)
    modal = any(c.tag == "MD" for c in first.children)
    if opening is None or not modal or first.dep != "ccomp" or saying.i > first.i or verb.child("nsubj", "nsubjpass") is not None:
        return
    if _tense(verb) is not None and _tense(verb) == _tense(saying):
        _move(verb, saying, "conj")
        _move(tokens[opening.i + 1], saying, "cc")
        if opening.head is first:
            _move(opening, saying, "punct")


def _tense(verb: Token) -> str | None:
    """The tag of what is finite: of the first helper ('has asked'), else of the verb; None under a modal or without either."""
    finite = next((c.tag for c in verb.all("aux", "auxpass")), verb.tag)
    return finite if finite in {"VBD", "VBZ", "VBP"} else None


def _subjunctive(verb: Token) -> None:
    """'Asked that building cease', 'demanded that fishing end': a bare verb behind 'that' and its subject, taken for one noun."""
    before = verb.sent.tokens[verb.i - 1] if verb.i else verb
    that = next((c for c in verb.children if c.lower == "that" and c.i < before.i), None)
    bare = verb.tag in {"NN", "VB"} and (verb.tag == "VB" or verb.lower in BARE)
    if that is None or not bare or before.dep != "compound" or before.head is not verb or verb.child("nsubj", "nsubjpass", "aux") is not None or verb.head.i > that.i:
        return
    verb.tag, verb.pos, verb.dep, that.dep, before.dep = "VB", "VERB", "ccomp", "mark", "nsubj"


def _date_of_saying(prep: Token) -> None:
    """'said on Tuesday it would …': the day behind a verb of saying is that of saying, not of what is said."""
    inner, verb, before = prep.child("pobj"), prep.head, prep.sent.tokens[prep.i - 1] if prep.i else prep
    said = before.head if before.dep == "advmod" else before
    subject = verb.child("nsubj", "nsubjpass")
    if inner is None or inner.ent not in {"DATE", "TIME"} or verb.dep != "ccomp" or verb.head is not said:
        return
    if said.tag in {"VBD", "VBZ"} and said.i < prep.i < verb.i and subject is not None and subject.i > prep.i:
        _move(prep, said, "prep")


def _subordinate(modal: Token) -> None:
    """'Should the deadline pass, lorries would be stopped': the clause that the modal opens is the condition, the other the main one."""
    first = modal.head
    if modal.i or modal.lower != "should" or first.head is not first:
        return
    main = next((c for c in first.all("ccomp", "conj", "parataxis") if c.i > first.i and any(g.tag == "MD" for g in c.children)), None)
    if main is None or main.child("nsubj", "nsubjpass") is None:
        return
    _move(main, main, "ROOT")
    for child in list(first.children):
        if child.i > main.i or (child.dep == "punct" and child.i > first.i):
            _move(child, main, child.dep)
    _move(first, main, "advcl")


def _move(token: Token, head: Token, dep: str) -> None:
    if token in token.head.children:
        token.head.children.remove(token)
    token.head, token.dep = head, dep
    if head is not token:
        head.children.append(token)
        head.children.sort(key=lambda t: t.i)


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
