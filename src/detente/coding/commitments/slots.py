"""Where an act stands: the words that a complement of a predicate names, on the tree and beside it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.commitments.classes import ACTS
from detente.coding.commitments.model import Act, Offsets
from detente.language import Token
from detente.resolve.times.calendar import WEEKDAYS

CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "advcl", "relcl", "pcomp", "parataxis", "conj"})
NOMINAL = frozenset({"NOUN", "PROPN"})
ADJECTIVES = frozenset({"be", "stand", "remain", "stay", "seem"})
EDGES = frozenset({"PUNCT", "CCONJ"})
SPEECH_ACTS = frozenset("call urge demand ask appeal reject condemn support oppose welcome believe hope expect stand remain continue reiterate reaffirm want warn insist".split())
SUPPORT = frozenset("make give issue send deliver express put draw set voice have take sound hold lay".split())
TAILS = frozenset({"to", "of", "for", "on", "against", "over", "between", "into", "in", "at"})
FURTHER = frozenset({"as", "within", "without", "before", "by", "from", "under", "with"})
OWN_ACTS = frozenset("refusal rejection offer threat promise pledge readiness insistence warning".split())  # 'its demand for a corridor and its refusal to …'
PLACES = frozenset({"back", "home", "out", "away", "gone", "free"})
MARKS = "!?*~^+"


def acts_in(trigger: Token, takes: tuple[str, ...]) -> tuple[str, list[Act]]:
    """The first complement that is there, with its acts: coordinated noun phrases one by one."""
    for take in takes:
        slot = take.rstrip(MARKS)
        found = list(_slot(trigger, slot))
        if found:
            return take, found
    return "", []


def _slot(trigger: Token, slot: str) -> Iterator[Act]:
    if slot in {"inf", "objinf"}:
        yield from _infinitive(trigger, needs_object=slot == "objinf")
    elif slot in {"clause", "should"}:
        yield from _clause(trigger, mandative=slot == "should")
    elif slot == "gerund":
        yield from _gerund(trigger)
    elif slot.startswith("gerund:"):
        yield from (a for a in _prepositional(trigger, slot[7:]) if a.head.tag == "VBG")
    elif slot == "part":
        yield from _participle(trigger)
    elif slot == "obj":
        yield from _object(trigger)
    elif slot == "of":
        yield from _prepositional(trigger, "of")
    elif slot.startswith("pp:"):
        yield from _prepositional(trigger, slot[3:])


def is_infinitive(verb: Token) -> Token | None:
    """The 'to' of an infinitive."""
    return next((c for c in verb.children if c.dep == "aux" and c.lower == "to" and c.i < verb.i), None)


def _below(trigger: Token, depth: int = 3) -> Iterator[Token]:
    """What hangs on a word to the right of it, level by level: the object of a preposition, its clause."""
    level = [c for c in trigger.children if c.i > trigger.i]
    while level and depth:
        yield from level
        level = [g for c in level if c.dep in {"dobj", "prep", "pobj", "dative", "appos", "nsubjpass", "attr", "oprd", "npadvmod"} for g in c.children if g.i > trigger.i]
        depth -= 1


def _infinitive(trigger: Token, *, needs_object: bool) -> Iterator[Act]:
    passive = trigger.child("nsubjpass")
    if (split := _hyphened(trigger)) is not None:
        yield split
        return
    for verb in sorted(_below(trigger), key=lambda t: t.i):
        to = is_infinitive(verb) if verb.dep in CLAUSAL else None
        if to is None or to.i < trigger.i:
            continue
        doer = verb.child("nsubj", "nsubjpass")
        if doer is None or doer.i < trigger.i:
            doer = _object_before(trigger, to) or passive
        if needs_object and doer is None:
            continue
        named = doer is not None and (trigger.lemma == "invite" or (doer.pos == "NOUN" and (doer.head is verb or verb.child("auxpass") is not None)))
        whole = named and doer is not None and doer.pos in NOMINAL and trigger.i < doer.left and doer.i < to.i
        start, end = span(verb, trigger, first=trigger.sent.tokens[doer.left] if whole and doer is not None else to)
        yield Act((start, max(end, _second(trigger, verb))), verb, "inf", doer)
        yield from _further(trigger, verb)
        return
    yield from _strayed(trigger)


def _strayed(trigger: Token) -> Iterator[Act]:
    """'Carried an appeal to Turkey to refrain', 'called upon them, as before, to leave': an infinitive hung elsewhere."""
    tokens = trigger.sent.tokens
    governor = trigger.head if trigger.pos == "NOUN" and trigger.dep == "dobj" else None
    for verb in tokens[trigger.i + 2 : trigger.i + 24]:
        to = is_infinitive(verb)
        if to is None:
            continue
        aside = governor is not None and verb.head is governor and verb.dep in {"advcl", "xcomp"} and tokens[to.i - 1].pos in NOMINAL
        apart = governor is None and tokens[to.i - 1].text == "," and verb.dep in {"advcl", "xcomp"} and verb.head.head is trigger and verb.head.i > trigger.i
        if aside or apart:
            doer = next((t for t in tokens[trigger.i + 1 : to.i] if t.dep in {"pobj", "dobj"} and t.head.lower in {"to", "on", "upon"}), None)
            yield Act(span(verb, trigger, first=to), verb, "inf", doer)
        return


def _second(trigger: Token, verb: Token) -> int:
    """'Urge both to exercise restraint, and avoid escalation': where a second bare verb ends that the parser hung on the trigger."""
    for other in trigger.children:
        bare = other.dep == "conj" and other.tag in {"VB", "VBP"} and other.lower == other.lemma and other.child("nsubj", "aux") is None
        if bare and other.i > verb.i and (trigger.tag != "VBP" or other.lemma not in SPEECH_ACTS):
            return trimmed(trigger.sent.tokens, verb.i, other.right)[1]
    return 0


def _further(trigger: Token, verb: Token) -> Iterator[Act]:
    """'called upon Israel to retire and upon all members to refrain': a second act, with its addressee or with 'not' of its own."""
    for other in (*verb.children, *trigger.children):
        to = is_infinitive(other) if other.dep == "conj" and other.i > verb.i else None
        if to is not None and trigger.sent.tokens[to.i - 1].lower in {"not", "never"}:
            yield Act(span(other, trigger, first=to), other, "inf", None)
    tokens = trigger.sent.tokens
    for other in trigger.children:
        to = is_infinitive(other) if other.dep in {"conj", "advcl", "xcomp"} and other.i > verb.i else None
        first = next((t for t in tokens[verb.i + 1 : other.i] if t.lower in {"on", "upon", "to", "from"} and tokens[t.i - 1].lower in {"and", "or"}), None)
        if to is not None and first is not None and first.i < to.i:
            yield Act(span(other, trigger, first=to), other, "inf", next((t for t in tokens[first.i + 1 : to.i] if t.pos in NOMINAL), None))


def _hyphened(trigger: Token) -> Act | None:
    """'to de-escalate', 're-engage': a verb that the tokenizer has cut at its hyphen."""
    tokens = trigger.sent.tokens
    for to in tokens[trigger.i + 1 : trigger.i + 14]:
        if to.lower == "to" and to.i + 3 < len(tokens) and tokens[to.i + 1].lower in {"de", "re", "co", "pre"} and tokens[to.i + 2].text == "-":
            head = tokens[to.i + 3]
            end = max(head.i, min(head.right, to.i + 20), *(c.right for c in (*trigger.children, *tokens[to.i + 1].children) if c.dep in CLAUSAL and is_infinitive(c) is not None and c.i > head.i))
            doer = next((t for t in reversed(tokens[trigger.i + 1 : to.i]) if t.pos in NOMINAL), None)
            return Act(trimmed(tokens, to.i, end), head, "inf", doer)
        if to.pos == "VERB":
            return None
    return None


def _object_before(trigger: Token, to: Token) -> Token | None:
    """The noun between a verb and the infinitive: whom it is asked of."""
    found = None
    for child in _below(trigger):
        if child.i < to.i and child.dep in {"dobj", "pobj", "dative", "nsubj", "appos"} and child.pos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}:
            if child.dep != "pobj" or child.head.lower in {"on", "upon", "to", "with", "for", "of"}:
                found = found or child
    return found


def _clause(trigger: Token, *, mandative: bool) -> Iterator[Act]:
    depth = 2 if trigger.pos != "VERB" or trigger.lemma in SUPPORT else 1
    for child in _below(trigger, depth):
        if child.dep in {"ccomp", "acl", "relcl"} and child.right > trigger.i and is_infinitive(child) is None and child.pos in {"VERB", "AUX"}:
            if child.tag in {"VBG", "VBN"} and child.child("aux", "auxpass") is None and child.dep in {"acl", "relcl"}:
                continue
            if (child.tag == "VBG" and child.child("aux") is None) or _is_inverted(child):
                continue
            if child.dep == "relcl" and not any(c.lower == "that" and c.dep == "mark" for c in child.children):
                continue
            if mandative and not is_mandative(child, past=trigger.tag in {"VBD", "VBN"} or trigger.lemma in {"ask", "request"}) and not _is_suggested(child, trigger):
                continue
            yield Act(span(child, trigger), child, "clause", child.child("nsubj", "nsubjpass"))
            return
    if (asked := _asked_of(trigger)) is not None:
        yield asked
        return
    if (astray := _astray(trigger)) is not None and (not mandative or is_mandative(astray, past=trigger.tag in {"VBD", "VBN"})):
        yield Act(span(astray, trigger), astray, "clause", astray.child("nsubj", "nsubjpass"))
    elif not mandative:
        yield from _fronted(trigger)


def _is_inverted(verb: Token) -> bool:
    """'Should it fail to comply': a condition, no content."""
    subject = verb.child("nsubj", "nsubjpass")
    return subject is not None and any(c.dep in {"aux", "auxpass"} and c.lower in {"should", "were", "had"} and c.i < subject.left for c in verb.children)


def _asked_of(trigger: Token) -> Act | None:
    """'Demanded of the rebels that they lay down their arms': a clause that the parser hung on whom it is asked of."""
    asked = next((g for p in trigger.all("prep") if p.lower in {"of", "from"} for g in p.all("pobj")), None)
    verb = asked.child("relcl", "acl") if asked is not None else None
    subject = verb.child("nsubj", "nsubjpass") if verb is not None else None
    if verb is None or subject is None or subject.lower not in {"they", "it", "he", "she"} or trigger.sent.tokens[verb.left].lower != "that":
        return None
    return Act(span(verb, trigger), verb, "clause", asked)


def _astray(trigger: Token) -> Token | None:
    """'was warned in a call that he would pay': a that-clause with a subject of its own, hung on a noun in between."""
    tokens = trigger.sent.tokens
    for verb in tokens[trigger.i + 2 : trigger.i + 30]:
        if verb.dep not in {"relcl", "acl", "ccomp"} or not any(c.tag == "MD" or c.lower == "be" for c in verb.children):
            continue
        subject, first = verb.child("nsubj", "nsubjpass"), tokens[verb.left]
        if subject is not None and subject.lower not in {"that", "which", "who"} and first.lower == "that" and any(a is trigger for a in verb.ancestors()):
            return verb
    return None


def _fronted(trigger: Token) -> Iterator[Act]:
    """'Iran must refrain from escalation, he demands': the clause stands before the verb."""
    for child in trigger.children:
        drawn = child.dep == "advcl" and any(c.dep == "aux" and c.tag == "MD" for c in child.children)
        if any(t.text == ";" for t in trigger.sent.tokens[child.right + 1 : trigger.i]):
            continue  # a clause of its own, hung on this one for want of a better place
        if (child.dep == "ccomp" or drawn) and child.right < trigger.i and child.pos in {"VERB", "AUX"}:
            yield Act(span(child, trigger), child, "clause", child.child("nsubj", "nsubjpass"))
            return


def is_mandative(verb: Token, *, past: bool = False) -> bool:
    """A subjunctive or 'should' clause: 'that the question be discussed' (Quirk and others 1985, §3.59).

    After a verb in the past a bare form is one whatever its subject: 'suggested that they meet'.
    """
    helpers = {c.lower for c in verb.children if c.dep in {"aux", "auxpass"}}
    if helpers & {"should", "must", "be", "shall"} or (verb.lower == "be" and not helpers):
        return not helpers & {"will", "would", "can", "could"}
    subject = verb.child("nsubj", "nsubjpass")
    return not helpers and verb.tag in {"VB", "VBP"} and subject is not None and verb.lower == verb.lemma and not (
        not past and verb.tag == "VBP" and subject.tag not in {"NN", "NNP"} and verb.lemma not in ACTS
    )


def _is_suggested(verb: Token, trigger: Token) -> bool:
    """'suggested that the commission could be revived'."""
    return trigger.lemma in {"suggest", "propose"} and verb.child("nsubjpass") is not None and any(c.lower in {"could", "might"} for c in verb.children)


def _gerund(trigger: Token) -> Iterator[Act]:
    for child in trigger.children:
        after = child.dep == "advcl" and trigger.child("prt") is not None and child.left <= trigger.i + 2 and trigger.child("dobj") is None
        if (child.dep in {"xcomp", "ccomp", "pcomp", "dobj"} or after) and child.tag == "VBG" and child.i > trigger.i and child.child("aux") is None:
            yield Act(span(child, trigger), child, "gerund", child.child("nsubj"))
            return


def _participle(trigger: Token) -> Iterator[Act]:
    """'wants the islands returned', 'demands them freed'."""
    for child in trigger.children:
        subject = child.child("nsubj", "nsubjpass")
        bare = trigger.lemma == "bid" and child.tag in {"VB", "VBP"}
        if child.dep in {"ccomp", "xcomp", "oprd"} and (child.tag in {"VBN", "VBD"} or bare) and child.child("aux", "auxpass", "mark") is None and subject is not None:
            if trigger.i < subject.i < child.i:
                yield Act(span(child, trigger), child, "part", subject)
                return
    if (moved := _placed(trigger)) is not None:
        yield moved


def _placed(trigger: Token) -> Act | None:
    """'wants them back by Easter', 'wants the refugees home': where somebody or something is to be."""
    for child in trigger.children:
        who = child.child("nsubj") if child.dep == "ccomp" else trigger.child("dobj")
        if child.lower in PLACES and child.dep in {"ccomp", "advmod", "prt", "prep", "oprd"} and who is not None and trigger.i < who.i < child.i:
            return Act(trimmed(child.sent.tokens, who.left, child.right), child, "part", who)
    return None


def _object(trigger: Token) -> Iterator[Act]:
    target = next((t for t in trigger.all("dobj") if t.pos != "PRON"), None) or trigger.child("dobj", "nsubjpass", "attr")
    if target is not None and target.tag not in {"WDT", "WP"} and target.pos != "PRON" and target.text not in {"that", "who"}:
        parts = _parts(trigger, target)
        for part in parts:
            start, end = span(part, trigger)
            yield Act((start, max(end, _tail(trigger, target)) if part is parts[-1] else end), part, "obj")
        return
    antecedent = _antecedent(trigger)
    if antecedent is not None:
        tokens = antecedent.sent.tokens
        end = max(antecedent.right, trigger.right) if trigger.right - antecedent.i < 40 else trigger.i
        yield Act(trimmed(tokens, antecedent.left, end), antecedent, "obj")


def _tail(trigger: Token, target: Token) -> int:
    """Where 'an end to the ban', 'invited Iran to talks' ends, if the parser hung 'to …' on the verb."""
    end, reach = 0, target.right
    for child in trigger.children:
        if child.dep in {"prep", "dative"} and child.left == reach + 1 and child.i > target.i and (child.lower in TAILS | FURTHER) and not _is_day(child):
            reach, end = child.right, trimmed(child.sent.tokens, child.left, child.right)[1]
    return end


def _is_day(prep: Token) -> bool:
    """'on Tuesday': when it is said, unless it is a deadline."""
    return prep.lower in {"on", "at", "in", "for"} and (inner := prep.child("pobj")) is not None and (inner.ent in {"DATE", "TIME"} or inner.lower in WEEKDAYS)


def _antecedent(trigger: Token) -> Token | None:
    """The noun that a relative clause on the verb's object describes: 'guarantees that Moscow is demanding'."""
    if trigger.dep not in {"relcl", "acl"} or trigger.head.pos not in NOMINAL:
        return None
    if trigger.tag == "VBN" and trigger.child("agent") is not None and trigger.child("nsubj", "nsubjpass") is None:
        return trigger.head if trigger.lemma not in {"announce", "threaten", "put"} else None  # 'the truce proposed by Kenya'
    tokens = trigger.sent.tokens
    subject = trigger.child("nsubj")
    if subject is None or subject.lower in {"that", "which", "who"} or subject.i > trigger.i:
        return None
    before = tokens[subject.left - 1] if subject.left else None
    if before is not None and before.lower in {"that", "which"} and before.i:
        before = tokens[before.i - 1]
    if before is not None and before.pos in NOMINAL:
        return before
    return trigger.head


def _prepositional(trigger: Token, word: str) -> Iterator[Act]:
    marks = [m for c in trigger.children if c.dep in CLAUSAL and c.i > trigger.i for m in c.children if m.dep == "mark" and m.lower == word]
    for child in (*_below(trigger, 3), *marks):
        if child.lower != word or child.dep not in {"prep", "prt", "dative", "agent", "advmod", "mark"}:
            continue
        target = child.child("pobj", "pcomp") if word != "on" or not _is_day(child) else None
        if target is None:
            if child.dep == "mark" and is_infinitive(child.head) is not None:
                first = child.sent.tokens[min(child.i + 1, len(child.sent.tokens) - 1)]
                yield Act(span(child.head, trigger, first=first), child.head, "pp", child.head.child("nsubj", "nsubjpass"))
                return
            continue
        beyond = _infinitive_behind(trigger, target)
        if beyond is not None:
            start, end = span(target, trigger)
            yield Act((start, max(end, span(beyond, trigger)[1])), beyond, "pp", target)
            return
        parts = _parts(trigger, target)
        for part in parts:
            start, end = span(part, trigger)
            yield Act((start, max(end, _tail(trigger, target)) if part is parts[-1] else end), part, "pp", part.child("nsubj") if part.tag == "VBG" else None)
        for again in child.conjuncts()[1:]:  # 'called for restraint and for the reopening of the border'
            if again.lower == word and (target := again.child("pobj", "pcomp")) is not None:
                yield Act(span(target, trigger, first=child.sent.tokens[target.left]), target, "pp", None)
        return


def _infinitive_behind(trigger: Token, target: Token) -> Token | None:
    """'called for red lines to be drawn up': an infinitive behind the object belongs to the act."""
    for child in (*trigger.children, *target.children):
        if child.dep in CLAUSAL and child.i > target.i and is_infinitive(child) is not None and target.pos in NOMINAL | {"PRON"}:
            to = is_infinitive(child)
            if to is not None and to.i - target.right <= 2 + (target.right - target.i if child.head is target else 0):
                return child
    return None


def _parts(trigger: Token, target: Token) -> list[Token]:
    """Coordinated noun phrases apart; bare nouns under one determiner stay whole."""
    whole = [target, *(t for t in trigger.all("dobj") if t.i > target.i and t.pos in NOMINAL and (_joined(t) if target.dep == "dobj" else _listed(t, target)))]
    found: list[Token] = []
    for one in whole:
        conjuncts = [t for t in one.conjuncts() if (t.pos in NOMINAL and (t is one or t.lemma not in OWN_ACTS)) or t.tag == "VBG"]
        if len(conjuncts) < 2 or any(t.child("det", "amod", "poss", "prep") is None and t.tag != "VBG" for t in conjuncts[1:]):
            found.append(one)
        else:
            found += conjuncts
    return found


def _listed(token: Token, target: Token) -> bool:
    """'Asks for a withdrawal, the release of two men and …': the second of a list, hung on the verb as its object."""
    return target.dep == "pobj" and token.left > target.right and token.sent.tokens[token.left - 1].text in {",", "and"}


def _joined(token: Token) -> bool:
    """Whether a second object stands behind 'and', which the parser hung on the verb."""
    before = token.sent.tokens[max(0, token.left - 5) : token.left]
    return any(t.lower in {"and", "or", "plus"} for t in before)


def span(head: Token, trigger: Token, *, first: Token | None = None) -> Offsets:
    """The words of a phrase, without later conjuncts that are acts of their own and without edges of punctuation."""
    tokens = head.sent.tokens
    start, end = (first.i if first is not None else head.left), head.right
    if first is not None and start and tokens[start - 1].lower in {"not", "never"} and tokens[start - 1].head is head:
        start -= 1
    if head.pos in NOMINAL:
        for child in head.children:
            if child.dep == "conj" and child.left > head.i and child in _parts(trigger, head)[1:]:
                end = min(end, child.left - 1)
    for child in head.children:  # 'offered to send an envoy and invited …': a finite verb cannot go on from an infinitive
        finite = [t for t in (child, *child.all("aux", "auxpass")) if t.tag in {"VBD", "VBZ"}]
        if child.dep == "conj" and head.tag in {"VB", "VBP"} and finite and child.left > head.i:
            end = min(end, min(t.i for t in finite) - 1)
    if start <= trigger.i <= end and trigger is not head:
        start, end = (trigger.i + 1, end) if trigger.i < head.i else (start, trigger.i - 1)
    return trimmed(tokens, start, end)


def trimmed(tokens: list[Token], start: int, end: int) -> Offsets:
    """Offsets of a stretch of tokens without punctuation, conjunctions and 'that' at its edges."""
    while start < end and (tokens[start].pos in EDGES or tokens[start].lower == "that" or tokens[start].pos == "SPACE"):
        start += 1
    while end > start and (tokens[end].pos in EDGES or tokens[end].dep == "cc" or tokens[end].pos == "SPACE"):
        end -= 1
    return tokens[start].start, tokens[end].end
