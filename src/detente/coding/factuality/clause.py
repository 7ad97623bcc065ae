"""What a predicate's own clause says of it: negation, modal, condition, question, tense.

Saurí and Pustejovsky 2009, "FactBank: a corpus annotated with event factuality" (Language Resources
and Evaluation 43), treat these as markers of polarity and modality with scope over the predicate
they hang on; the scope of 'not' and of a modal reaches a coordinated verb that lacks its own.
"""

from __future__ import annotations

from itertools import pairwise

from detente.coding.factuality.grammar import SUBJECTS, VERBAL, cleft_of, infinitive, is_passive
from detente.coding.factuality.model import Verdict
from detente.coding.factuality.tables import Force, Tables
from detente.language import Token

NOT = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "scarcely", "nt"})
NO = frozenset({"no", "neither", "none", "nobody", "nothing", "no-one"})
NOT_NEGATING = frozenset({"only", "just", "merely", "least"})
CONTRACTED = {"'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "wo": "will", "ca": "can", "sha": "shall"}
INVERTED = frozenset({"should", "were", "had"})
OPENING = frozenset({("in", "case"), ("provided", "that"), ("providing", "that"), ("provided", "also")})  # but not 'in that regard'
INVERTING = frozenset({"sooner", "hardly", "scarcely", "barely", "only", "never", "nor", "rarely", "seldom"})  # 'no sooner had they left'
SPECULATIVE = frozenset({"any", "whichever", "whatever"})


def negator(verb: Token) -> str | None:
    """The word that negates a clause: 'not', 'never', 'no longer', 'nor', or 'no' on subject or object."""
    for child in verb.children:
        if child.dep in {"neg", "advmod", "preconj", "cc"} and child.lower in NOT and not _merely(child):
            if child.dep != "cc" or child.i < verb.i:
                return child.text
        if child.dep in {"advmod", "npadvmod"} and any(g.lower in {"no", "not"} for g in child.children):
            if child.lower in {"longer", "more", "anymore"}:
                return f"no {child.text}"
        if child.dep in SUBJECTS | {"dobj", "attr"}:
            word = _no(child)
            if word is not None:
                return word
        if child.dep == "prep" and child.lower in {"by", "in", "under", "on", "at"}:
            inner = child.child("pobj")
            if inner is not None and (child.i < verb.i or verb.lemma == "be") and inner.lower in {"means", "way", "circumstances", "account"}:
                if any(g.lower == "no" for g in inner.children):
                    return f"{child.text} no {inner.text}"
    return _shared_negator(verb)


def _merely(word: Token) -> bool:
    tokens = word.sent.tokens
    return word.i + 1 < len(tokens) and tokens[word.i + 1].lower in NOT_NEGATING


def _no(noun: Token) -> str | None:
    if noun.lower in NO:
        return noun.text
    tokens = noun.sent.tokens
    if tokens[noun.left].lower == "not" and noun.left < noun.i and tokens[noun.left + 1].lower in {"a", "an", "one", "even"}:
        return f"not {tokens[noun.left + 1].text}"
    return next((c.text for c in noun.children if c.dep in {"det", "neg", "preconj"} and c.lower in {"no", "neither"}), None)


def _shared_negator(verb: Token) -> str | None:
    """'did not sign or ratify'; 'nor did they reply'; 'no troops entered or left'."""
    if verb.dep != "conj" or verb.head.pos not in VERBAL:
        return None
    joined = next((c for c in verb.head.children if c.dep == "cc" and verb.head.i < c.i < verb.i), None)
    if joined is not None and joined.lower == "nor":
        return joined.text
    if verb.child(*SUBJECTS, "aux", "auxpass") is None and (joined is not None and joined.lower == "or"):
        return negator(verb.head)
    subject = verb.head.child(*SUBJECTS)
    if verb.child(*SUBJECTS) is None and subject is not None:
        return _no(subject)
    return None


def modal(verb: Token, tables: Tables) -> Force | None:
    """The force of the modal auxiliary that a verb has or shares with the verb it is coordinated with."""
    auxiliaries = [c for c in verb.children if c.dep in {"aux", "auxpass"}]
    subject = verb.child("nsubj", "nsubjpass")
    if subject is not None:  # 'can talks be resumed' may hang the modal on the noun
        auxiliaries += [c for c in subject.children if c.tag == "MD"]
    have = any(c.lemma in {"have", "'ve", "’ve"} for c in auxiliaries)
    for child in auxiliaries:
        word = CONTRACTED.get(child.lower, child.lower)
        if have:
            for particle, force in tables.predicates.get(word, ()):
                if particle == "have":
                    return force
        if word in tables.auxiliaries and not (word in {"have", "need", "dare", "let"} and child.tag != "MD"):
            return tables.auxiliaries[word]
    if verb.dep == "conj" and verb.head.pos in VERBAL and verb.child(*SUBJECTS) is None:
        if _is_bare(verb) or (verb.tag == "VBN" and is_passive(verb.head)):
            return modal(verb.head, tables)
    return None


def _is_bare(verb: Token) -> bool:
    """Whether a verb stands in its bare form; the parser may tag it as a present ('will regroup, rearm and attack')."""
    return verb.tag == "VB" or (verb.tag == "VBP" and verb.lower == verb.lemma)


def condition(verb: Token, tables: Tables) -> str | None:
    """The words that make a clause a condition: 'if', 'unless', 'in case', 'should X …'."""
    tokens = verb.sent.tokens
    for child in verb.children:
        if child.dep in {"mark", "advmod"} and child.lower in tables.conditional_marks and child.i < verb.i:
            if not (child.i and tokens[child.i - 1].lower == "as"):
                return child.text
    subject = verb.child("nsubj", "nsubjpass")
    if any(c.dep == "mark" and c.lower == "whether" for c in verb.children):
        return "whether"
    above = verb.head
    if above.lower == "were" and infinitive(verb) and above.i < verb.i and ((top := above.child("nsubj", "attr")) is not None and top.i > above.i):
        return above.text  # 'were China to invade'
    if subject is not None:  # the parser may hang 'if' on a word further on
        before = tokens[max(subject.left - 1, 0) : subject.i]
        for token in (*before[:1], *before[1:2]):
            if token.lower in tables.conditional_marks:
                return token.text
    if subject is not None:
        for child in verb.children:
            if child.dep in {"aux", "auxpass"} and child.lower in INVERTED and child.i < subject.left:
                if child.i and tokens[child.i - 1].lower in INVERTING:
                    return phrase_at(verb, tables)
                opens = child.i == 0 or tokens[child.i - 1].pos in {"PUNCT", "CCONJ"}
                if tokens[-1].text != "?" and (opens or verb.dep != "ccomp"):
                    return child.text
    return phrase_at(verb, tables)


def phrase_at(token: Token, tables: Tables) -> str | None:
    """A conditional phrase right before a phrase or clause: 'in the event of', 'in case'."""
    tokens, left = token.sent.tokens, token.left
    ends = left and tokens[left - 1].lower == "of"  # as all of these phrases do
    for phrase in tables.conditional_phrases if ends else ():
        size = len(phrase)
        if left >= size and all(t.lower == w for t, w in zip(tokens[left - size : left], phrase, strict=True)):
            return " ".join(phrase)
    if left + 1 < len(tokens):
        first, second = tokens[left].lower, tokens[left + 1].lower
        if (first, second) in OPENING and token.pos in VERBAL:
            return f"{first} {second}"
        if left >= 2 and tokens[left - 1].lower == "case" and tokens[left - 2].lower == "in":
            return "in case"
    return None


def own_clause(verb: Token, tables: Tables, verdict: Verdict) -> None:
    """Sets what a verb's own clause says of it, the strongest marker last."""
    force = modal(verb, tables)
    negative = negator(verb)
    if negative and _without_effect(verb, negative):
        negative = None
    why = condition(verb, tables)
    cleft = cleft_of(verb)
    if cleft is not None and negator(cleft):
        verdict.set("negated", f"{negator(cleft)} {verb.text}")
    if _no_way(verb):
        verdict.set("negated", "no way")
    elif _is_alternative(verb):
        verdict.set("negated", "rather than")
    elif force is not None:
        _apply_modal(verb, force, negative, verdict)
    elif negative:
        verdict.set("negated", negative)
    elif _speculative(verb):
        verdict.set("hypothetical", "any")
    elif _subjunctive(verb):
        verdict.set("hypothetical", f"bare '{verb.text}'")
    elif verb.is_root or verb.dep == "conj":
        _root(verb, verdict)
    if why is not None:
        verdict.set("hypothetical", why)


def _is_alternative(verb: Token) -> bool:
    """'Rather than impose sanctions, they talked': what was not chosen."""
    before = verb.sent.tokens[max(verb.i - 3, 0) : verb.i]
    return verb.tag in {"VB", "VBG"} and any(a.lower == "rather" and b.lower == "than" for a, b in pairwise(before))


def _no_way(verb: Token) -> bool:
    """'There is no way we would surrender', 'no circumstances under which they might talk'."""
    noun = verb.head
    return verb.dep in {"relcl", "acl"} and noun.lemma in {"way", "circumstance", "reason"} and any(c.lower == "no" for c in noun.all("det"))


def _apply_modal(verb: Token, force: Force, negative: str | None, verdict: Verdict) -> None:
    value = force.value
    if force.words in {"would", "'d"} and value == "hypothetical" and reported(verb) and _if_clause(verb) is None:
        value = "future"
    if negative and value in {"future", "hypothetical"}:
        verdict.set("negated", f"{force.words} {negative}", hedged=force.hedged)
    elif value != "occurred":
        verdict.set(value, f"'{force.words}'", hedged=force.hedged)
    else:
        verdict.hedged = verdict.hedged or force.hedged


def reported(verb: Token) -> bool:
    """Whether a clause stands under a past verb of saying, where 'would' is a past 'will'."""
    token = verb
    while token.dep in {"conj", "ccomp", "xcomp", "parataxis", "advcl", "relcl"}:
        if token.dep in {"ccomp", "parataxis"} and token.head.pos in VERBAL:
            return token.head.tag in {"VBD", "VBN", "VBZ", "VBP", "VBG"}
        token = token.head
    return any(c.dep == "parataxis" and c.pos == "VERB" for c in verb.children)


def _if_clause(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep == "advcl" and any(m.lower in {"if", "unless"} for m in child.children):
            return child
    return None


def _without_effect(verb: Token, negative: str) -> bool:
    """A quantity is no negation of the event: 'no fewer than six', 'no later than May'."""
    for child in verb.children:
        for inner in (child, *child.children):
            if inner.text == negative and inner.i + 1 < len(inner.sent.tokens):
                follower = inner.sent.tokens[inner.i + 1].lower
                return follower in {"fewer", "less", "later", "doubt", "sooner", "other"}
    return False


def _speculative(verb: Token) -> bool:
    """'Any country that attacks us will pay': nobody has yet."""
    top = verb
    while top.dep == "conj":
        top = top.head
    subject = top.child("nsubj", "nsubjpass")
    if subject is not None and subject.lower in {"whoever", "whichever"}:
        return True
    if top.dep == "relcl" and top.head.lower in {"anyone", "anybody"}:
        return True
    return top.dep in {"relcl", "acl"} and any(c.dep == "det" and c.lower in SPECULATIVE for c in top.head.children)


def _subjunctive(verb: Token) -> bool:
    """'insisted that Chad withdraw', 'that the question be discussed': a bare form under a singular subject."""
    if verb.dep not in {"ccomp", "acl", "conj"} or infinitive(verb):
        return False
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or verb.child("aux") is not None:
        return False
    if any(c.dep == "auxpass" and c.lower == "be" for c in verb.children):
        return True
    bare = verb.lower == verb.lemma and verb.tag in {"VB", "VBP"}
    return bare and (verb.tag == "VB" or (subject.tag in {"NN", "NNP"} and subject.child("conj") is None))


def _root(verb: Token, verdict: Verdict) -> None:
    tokens = verb.sent.tokens
    if infinitive(verb):
        if verb.dep == "conj" and (infinitive(verb.head) or verb.head.pos not in VERBAL):
            return  # it goes on with the list, and shares what opens it
        subject = verb.child("nsubj", "nsubjpass")
        verdict.set("future" if subject is not None else "hypothetical", "to")
    elif verb.tag == "VB" and verb.is_root and verb.child(*SUBJECTS, "aux", "auxpass") is None:
        verdict.set("hypothetical", "imperative")
    if any(t.text == "?" for t in tokens[-2:]) and verb.is_root:
        verdict.set("hypothetical", "?")
