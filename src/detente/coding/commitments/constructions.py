"""Commitments that no single word makes: red lines, 'no choice but to', 'or face', 'not sit idle', 'let us'.

Each rule is a construction of English, told apart by closed words (Quirk and others 1985, §11.24-11.29
on imperatives, §15.34 on conditions without a subordinator).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from detente.coding.commitments.announcements import ANNOUNCEMENTS
from detente.coding.commitments.clauses import clause_span
from detente.coding.commitments.conditions import BACK
from detente.coding.commitments.context import Reading
from detente.coding.commitments.drafting import bound_to, draft, speaker
from detente.coding.commitments.imperatives import imperatives
from detente.coding.commitments.impersonal import IMPERSONAL
from detente.coding.commitments.inversion import to_comma
from detente.coding.commitments.menaces import MENACES
from detente.coding.commitments.model import Clause, Draft
from detente.coding.commitments.named import NAMING
from detente.coding.commitments.parties import subject_of
from detente.coding.commitments.pending import PENDING
from detente.coding.commitments.polarity import is_negated, is_negative_phrase
from detente.coding.commitments.slots import is_infinitive, span, trimmed
from detente.coding.commitments.stances import STANCES
from detente.coding.commitments.standing import STANDINGS
from detente.coding.commitments.ultimatums import ULTIMATUMS
from detente.coding.commitments.underway import UNDERWAY
from detente.coding.commitments.valence import is_harm, valence
from detente.coding.commitments.wording import FUTURE
from detente.language import Sentence, Token

LAST_RESORT = frozenset({"choice", "alternative", "option"})
REGARDING = frozenset({"look", "interpret", "construe", "perceive", "regard", "treat", "consider", "view", "see", "deem"})
REFUSED = frozenset({"unacceptable", "inadmissible", "non-negotiable", "nonnegotiable", "unthinkable", "intolerable", "impermissible"})
UNDONE = frozenset({"unanswered", "unpunished", "unchallenged", "unavenged"})
FACING = frozenset({"face", "risk", "suffer", "lose", "pay", "confront", "endure", "forfeit"})
HELD = FUTURE | {"can", "could", "may", "might"}
POSSIBLE = frozenset({"possible", "acceptable", "permissible", "conceivable", "tolerable", "negotiable", "admissible", "thinkable"})
DEPENDING = frozenset({"depend", "hinge", "conditional", "contingent", "dependent", "conditioned"})


def by_constructions(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Drafts by each construction, for what somebody is cited as saying or has as a subject."""
    for clause in reading.conditions(sentence):
        yield from _only(clause, reading)
        if clause.connective in BACK:
            yield from _failing(clause, reading)
    for token in sentence.tokens:
        if not reading.in_condition(token):
            for rule in _rules(token):
                yield from rule(token, reading)
        yield from imperatives(token, reading)


def _only(clause: Clause, reading: Reading) -> Iterator[Draft]:
    """'Only after they leave can talks be resumed': what is held out stands behind, its modal in front."""
    tokens = clause.sentence.tokens
    if tokens[clause.first].lower not in {"only", "not"}:
        return
    cleft = _cleft(clause)
    first = cleft if cleft is not None else clause.last + 1
    if first + 2 >= len(tokens) or (cleft is None and tokens[first].lower not in HELD):
        return
    verb = next((t for t in tokens[first + 1 :] if t.tag.startswith("VB") and t.dep not in {"aux", "auxpass", "amod", "acl", "relcl"}), None)
    if cleft is not None:
        verb = next((t.head for t in tokens[first:] if t.dep == "aux" and t.lower in HELD), None)
    if verb is None or any(t.text == "," for t in tokens[first : verb.i]):
        return
    end = next((t.i - 1 for t in tokens[verb.i + 1 :] if t.text in {",", ";", "”", "“", "."}), verb.right)
    kind = "refusal" if tokens[clause.first].lower == "not" else "threat" if valence(verb, reading) == "hostile" and verb.child("nsubjpass") is None else "offer"
    yield from draft(kind, trimmed(tokens, first, end), verb, verb, speaker(verb, reading), reading, because="held out on a condition only", condition=clause)


def _failing(clause: Clause, reading: Reading) -> Iterator[Draft]:
    """'called on them to leave, failing which it would act': the threat behind the demand."""
    modal = next((t for t in clause.sentence.tokens[clause.last + 1 :] if t.tag == "MD"), None)
    if modal is None or modal.i - clause.last > 12:
        return
    verb, root = modal.head, clause.sentence.root
    holder = speaker(clause.head, reading) or next((reading.body(p) for p in reading.parties(subject_of(root))), None)
    subject = verb.child("nsubj")
    own = subject is not None and (subject.pos == "PRON" or any(reading.same_side(p, holder) for p in reading.parties(subject)))
    kind = "threat" if own or valence(verb, reading) == "hostile" else "warning" if is_harm(verb, reading.wording) else ""
    if kind:
        tokens = clause.sentence.tokens
        yield from draft(kind, trimmed(tokens, clause.last + 1, to_comma(tokens, verb.i)), verb, verb, holder, reading, because=f"'{clause.connective}': if it is not done", condition=clause)


def _cleft(clause: Clause) -> int | None:
    """'It is only when they leave that talks can begin': where the clause behind 'that' starts; the condition is cut before it."""
    tokens = clause.sentence.tokens
    if clause.first < 2 or tokens[clause.first - 1].lemma != "be" or tokens[clause.first - 2].lower != "it":
        return None
    for token in tokens[clause.first + 2 :]:
        if token.lower == "that" and any(t.lower in HELD for t in tokens[token.i + 1 : token.i + 12]):
            clause.last = min(clause.last, token.i - 1) if clause.last >= token.i else token.i - 1
            return token.i + 1
    return None


def _last_resort(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'would have no choice but to defend itself'; 'all options are on the table'."""
    tokens = noun.sent.tokens
    behind = tokens[noun.i + 1 : noun.i + 4]
    if any(t.lower == "no" for t in noun.children) and any(t.lower in {"but", "except", "than"} for t in behind):
        verb = next((t for t in tokens[noun.i + 2 : noun.i + 9] if t.tag == "VB" and t.dep not in {"aux", "auxpass"}), None)
        to = is_infinitive(verb) if verb is not None else None
        if verb is not None:
            governor = next((a for a in noun.ancestors() if a.pos == "VERB"), None)
            if governor is not None and not any(c.lower in FUTURE | {"may", "could", "have", "has"} or c.tag in {"VBP", "VBZ"} for c in (*governor.children, governor)):
                return
            act = span(verb, noun, first=to)
            holder = bound_to(governor, noun, reading) or _patient(governor, noun, reading)
            yield from draft("threat", act, verb, noun, holder, reading, because="'no choice but to': the act is held out")
    elif noun.lemma == "option" and noun.head.lemma in {"reserve", "keep", "leave", "hold", "retain"} and any(t.lower in {"all", "every"} for t in noun.children):
        verb = noun.head
        yield from draft("threat", trimmed(tokens, verb.i, max(noun.right, noun.i)), noun, noun, bound_to(verb, noun, reading), reading,
                          because="'all options': none is ruled out", hedged=True)  # fmt: skip
    elif noun.lemma == "option" and noun.dep in {"nsubj", "nsubjpass"} and any(t.lower == "all" for t in noun.children) and (
        (kept := next((t for t in (noun.head, *noun.head.all("xcomp", "ccomp")) if t.lemma in {"keep", "remain", "be", "stay", "hold"} and any(c.lower == "open" for c in t.children)), None)) is not None
    ):
        yield from draft("threat", trimmed(tokens, noun.left, max(kept.right, kept.i) if kept.right - kept.i < 4 else kept.i + 1), noun, noun, speaker(noun, reading), reading,
                          because="'all options': none is ruled out", hedged=True)  # fmt: skip
    elif noun.lemma == "option" and any(t.lower == "table" for t in tokens[noun.i + 1 : noun.i + 7]):
        verb = noun.head
        if verb.dep == "relcl" or not any(t.lower in {"all", "every", "no", "any"} for t in noun.children):
            return
        yield from draft("threat", trimmed(tokens, noun.left, max(noun.right, verb.right)), verb, noun, speaker(noun, reading), reading,
                          because="'all options': none is ruled out", hedged=True)  # fmt: skip


def _patient(verb: Token | None, noun: Token, reading: Reading) -> str | None:
    """Who is left without a choice: the passive subject, else the person last named before."""
    found = reading.parties(verb.child("nsubjpass")) if verb is not None else ()
    if found:
        return reading.body(found[0])
    for token in reversed(noun.sent.tokens[: noun.i]):
        actor = reading.cast.at(token)
        if actor is not None and reading.cast.actors[actor].kind == "person":
            return reading.body(actor)
    return None


def _red_line(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'Membership is a red line', 'would cross a line', 'the reddest of red lines', 'would be a casus belli'."""
    marked = any(c.lemma in {"red", "bright"} or c.lower in {"red", "our", "his", "its"} for c in noun.children) or noun.lemma != "line"
    head = noun.head.head if noun.head.lower == "of" and noun.head.head.lower in {"reddest", "brightest", "one"} else noun
    verb = head.head
    crossing = verb.lemma in {"cross", "overstep", "breach"}
    if not (marked or crossing) or head.dep not in {"attr", "dobj", "pobj", "oprd", "xcomp", "acomp", "ccomp"}:
        return
    if verb.lower in {"as", "to", "across", "over"} and verb.head.lemma in {"amount", "tantamount", "step", "go"}:
        verb = verb.head.head if verb.head.pos == "ADJ" else verb.head
    if verb.lemma not in {"be", "cross", "remain", "represent", "constitute", "become", "as", "overstep", "breach", "mean", "amount", "step", "go", "call", "declare", "consider", "make"}:
        return
    if verb.lemma in {"call", "declare", "consider", "make", "draw"}:
        target = noun.child("nsubj") or next((c for c in verb.all("dobj", "nsubjpass") if c is not noun), None)
        holder = bound_to(verb, noun, reading)
    elif verb.lemma == "as":
        target = verb.head.child("dobj", "nsubjpass") or subject_of(verb.head)
        holder = bound_to(verb.head, noun, reading)
    else:
        target = verb.child("nsubj", "csubj", "expl")
        holder = _for(noun, reading) or speaker(noun, reading)
    if target is None or target.pos == "PRON" or verb.sent.tokens[-1].text == "?" or (verb.lemma != "as" and is_negated(verb)):
        return
    act = span(target, noun)
    tokens = noun.sent.tokens
    yield from draft("red_line", act if noun.lemma == "line" else (act[0], tokens[max(noun.right, min(noun.i + (noun.lemma == "casus"), len(tokens) - 1))].end), target, noun, holder, reading, because="a red line is drawn")


def _casus(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'An act of war', 'a declaration of war', 'a casus belli': what another's act would be taken for."""
    tokens = noun.sent.tokens
    after = [t.lower for t in tokens[noun.i + 1 : noun.i + 4]]
    if noun.lemma == "casus" and noun.head.lower == "belli":
        noun = noun.head
    if noun.lemma in {"casus", "belli"} or "war" in after[:2] or "aggression" in after[:2]:
        governor = next((a for a in noun.ancestors() if a.pos in {"VERB", "AUX"}), None)
        if governor is not None and any(c.tag == "MD" for c in governor.children):
            found = list(_red_line(noun, reading))
            yield from found
            subject = governor.child("nsubj")
            if not found and subject is not None and subject.lower in {"it", "this", "that"} and governor.lemma in {"be", "mean", "amount", "constitute"}:
                yield from draft("red_line", trimmed(tokens, subject.i, max(noun.right, min(noun.i + 1, len(tokens) - 1))), governor, noun, speaker(noun, reading), reading,
                                  because="what it will be taken for sets a line")  # fmt: skip


def _for(noun: Token, reading: Reading) -> str | None:
    """'a red line for Moscow': whose line it is."""
    governor = next((a for a in noun.ancestors() if a.pos in {"VERB", "AUX"}), noun.head)
    for child in (*noun.children, *noun.head.children, *governor.children):
        if child.dep == "prep" and child.lower in {"for", "to"} and (found := reading.parties(child.child("pobj"))):
            return reading.body(found[0])
    found = tuple(p for c in noun.children if c.dep == "poss" for p in reading.parties(c))
    return reading.body(found[0]) if found else None


def _regarding(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'will regard any missile as an attack, requiring a full response': what sets off the answer is the condition."""
    target = verb.child("dobj", "nsubjpass", "csubjpass") or next((t for p in verb.all("prep") if p.lower in {"upon", "on"} for t in p.all("pobj")), None)
    likened = next((c for c in _behind(verb) if c.lower == "as" and c.dep in {"prep", "mark"}), None)
    if likened is None and verb.lemma in {"consider", "deem"}:
        likened = verb.child("oprd", "attr", "ccomp", "dobj" if verb.child("nsubjpass") is not None else "oprd")
    chain = [verb, verb.head]
    if target is None or likened is None or target.pos == "PRON" or not any(c.dep == "aux" and c.lower in FUTURE for t in chain for c in t.children):
        return
    first = verb.sent.tokens[target.left]
    tokens = verb.sent.tokens
    if first.lower in {"the", "this", "these", "that", "those", "such", "it", "them", "him", "her"} or first.tag == "PRP$" or target.pos == "PROPN":
        yield from _regarded(verb, likened, reading)
        return
    last = min(target.right, likened.i - 1) if target.i < likened.i else target.right
    condition = Clause(verb.sent, target.left, last, verb.text, "if", target, verb)
    answer = next((c.child("dobj") for c in verb.children if c.dep == "advcl" and c.lemma in {"require", "demand", "warrant", "justify"}), None)
    holder = bound_to(None if verb.child("nsubjpass") is not None else verb, verb, reading)
    if answer is not None:
        yield from draft("threat", span(answer, verb), answer, verb, holder, reading, because="what is so regarded is answered", condition=condition)
        return
    inner = likened.child("pobj", "pcomp", "amod", "acomp", "advcl") if likened.lower == "as" else likened
    if inner is not None and any(t.lemma in {"attack", "act", "aggression", "war", "threat", "provocation", "declaration", "target", "violation", "hostile", "enemy", "combatant", "belligerent", "carrier", "pirate", "intruder", "participant"} for t in inner.subtree()):
        end = inner.right if inner.right < len(tokens) else inner.i
        act = trimmed(tokens, min(likened.i, likened.left), end)
        yield from draft("red_line", act, inner, verb, holder, reading, because="what it will be taken for sets a line", condition=condition)


def _regarded(verb: Token, likened: Token, reading: Reading) -> Iterator[Draft]:
    """'Would look upon such an entry as an act of aggression': what has been named before is the line."""
    if any(t.lemma in {"aggression", "war", "belli"} for t in likened.subtree()) and not is_negated(verb):
        holder = bound_to(None if verb.child("nsubjpass") is not None else verb, verb, reading)
        yield from draft("red_line", clause_span(verb, reading.said_at(verb)), verb, verb, holder, reading, because="what it will be taken for sets a line")


def _behind(verb: Token) -> list[Token]:
    return [t for t in verb.sent.tokens[verb.i + 1 :] if any(a is verb for a in t.ancestors())]


def _or_else(token: Token, reading: Reading) -> Iterator[Draft]:
    """'Withdraw or face sanctions', 'must leave or risk war': the act is what follows if the first is not done."""
    tokens = token.sent.tokens
    after = tokens[token.i + 1 : token.i + 7]
    first = next((a for a in token.ancestors() if a.pos in {"VERB", "AUX"} and a.i < token.i), None)
    if first is None and after and after[0].lower == "else":
        first = next((t for t in reversed(tokens[: token.i]) if t.pos == "VERB"), None)
    if first is None or not after:
        return
    verb = after[0] if after[0].lower in FACING else next((t for t in after if t.tag.startswith("VB") and t.dep not in {"aux", "auxpass"}), None)
    if verb is None or not (verb.lower in FACING or after[0].lower == "else" or (after[0].lower == "be" and verb.tag == "VBN")):
        return
    condition = Clause(token.sent, first.i, token.i - 1, "or", "unless", first, verb)
    holder = _holder_of_order(first, reading) or speaker(verb, reading)
    act = trimmed(tokens, token.i + 1 if after[0].lower != "else" else token.i + 2, to_comma(tokens, verb.i))
    who = first.child("nsubj", "nsubjpass") or first.head.child("dative", "dobj")
    yield from draft("threat", act, verb, token, holder, reading, because="'or': what follows if it is not done", addressees=reading.parties(who), condition=condition)


def _holder_of_order(verb: Token, reading: Reading) -> str | None:
    """'Kiev told the rebels to withdraw or face …': who gives the order."""
    if is_infinitive(verb) is None or verb.head is verb or verb.head.lemma in {"have", "need"}:
        return None
    governor = next((a for a in verb.ancestors() if a.pos == "VERB"), verb.head)
    found = reading.parties(subject_of(governor))
    return reading.body(found[0]) if found else None


def _otherwise(token: Token, reading: Reading) -> Iterator[Draft]:
    """'They must stop. Otherwise we will act': the condition is what stands before."""
    verb = token.head if token.head.pos in {"VERB", "AUX"} else token.sent.root
    if verb.pos not in {"VERB", "AUX"} or not any(c.dep == "aux" and c.lower in FUTURE | {"could", "may", "might"} for c in verb.children):
        return
    holder = speaker(verb, reading)
    condition = Clause(token.sent, token.i, token.i, "otherwise", "unless", token, verb)
    subject = subject_of(verb)
    own = subject is not None and (subject.lower in {"we", "i"} or any(reading.same_side(p, holder) for p in reading.parties(subject)))
    kind = "threat" if own or valence(verb, reading) == "hostile" else "warning" if is_harm(verb, reading.wording) else ""
    if kind:
        start, end = clause_span(verb, reading.said_at(verb))
        start = max(start, token.end) if token.i < verb.i else start
        yield from draft(kind, (start, end), verb, token, holder, reading, because="'otherwise': if it is not done", condition=condition)


def _refused(word: Token, reading: Reading) -> Iterator[Draft]:
    """'A pullout is out of the question', 'such a deal is unacceptable'."""
    verb = word.head
    before = [t.lower for t in word.sent.tokens[max(0, word.i - 2) : word.i]]
    open_word = word.lower in POSSIBLE and "non" not in before
    if word.lower == "question":
        if not (verb.lower == "of" and verb.head.lower == "out"):
            return
        verb = verb.head.head
    if verb.lemma in {"mean", "means"} and verb.dep == "pobj":  # 'by no means possible', hung on 'means'
        open_word, verb = False, verb.head.head
        if not any(is_negative_phrase(c) for c in verb.children):
            return
    elif is_negative(verb, word) != open_word:
        return
    if verb.lemma != "be" or (open_word and word.lower == "possible" and verb.sent.tokens[word.right].i > word.i + 6):
        return
    target = verb.child("nsubj", "csubj", "nsubjpass")
    if target is None or target.pos not in {"NOUN", "VERB"}:
        return
    act = span(target, word)
    if word.i > target.i:  # 'dialogue is by no means possible', 'talks are out of the question': the denial is the act
        act = act[0], max(act[1], word.end)
    yield from draft("refusal", act, target, word, _for(word, reading) or speaker(word, reading), reading,
                      because=f"'{word.text}': it will not be accepted")  # fmt: skip


def is_negative(verb: Token, word: Token) -> bool:
    """Whether a copula or its adjective is negated."""
    return is_negated(verb) or any(is_negative_phrase(c) for c in word.children)


def _undone(word: Token, reading: Reading) -> Iterator[Draft]:
    """'This will not go unanswered'."""
    verb = next((a for a in word.ancestors() if a.pos == "VERB"), word)
    if verb is word or not is_negated(verb):
        return
    yield from draft("threat", clause_span(verb, None), verb, word, speaker(verb, reading), reading, because=f"'not … {word.text}': the speaker will act")


def _no_intention(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'has no intention of leaving', 'has no plans to attack'."""
    governor = noun.head if noun.dep != "conj" else noun.head.head
    if not any(c.lower == "no" for c in noun.children) or governor.lemma != "have":
        return
    for child in noun.children:
        verb = child.child("pcomp") if child.lower == "of" else child if is_infinitive(child) is not None else None
        if verb is not None:
            kind = "pledge" if valence(verb, reading) == "hostile" and verb.lemma not in reading.wording.ending else "refusal"
            act = governor.start, span(verb, noun)[1]
            yield from draft(kind, act, verb, noun, bound_to(governor, noun, reading), reading, because="'no intention': the act is disowned")
            return


def _right(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'reserves the right to respond'."""
    verb = noun.head
    inner = next((c for c in noun.children if is_infinitive(c) is not None), None)
    if not verb.lower.startswith("reserv") or inner is None or is_negated(verb):
        return
    named = tuple(p for c in verb.children if c.dep in {"compound", "nsubj", "poss"} for p in reading.parties(c))
    holder = reading.body(named[0]) if named else bound_to(verb, noun, reading)
    yield from draft("threat", span(inner, noun), inner, noun, holder, reading, because="'reserve the right': the act is held out", hedged=True)


def _let_us(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'Let us sit down and talk'."""
    inner = next((c for c in verb.children if c.dep in {"ccomp", "xcomp"} and c.i > verb.i), None)
    if inner is None or verb.child("nsubj", "aux") is not None or verb.tag not in {"VB", "VBP", "NNP"}:
        return
    if not any(t.lower in {"us", "'s", "’s"} for t in verb.sent.tokens[verb.i + 1 : verb.i + 2]) or inner.lemma in {"be", "say", "remember", "not", "see", "look"}:
        return
    yield from draft("proposal", span(inner, verb, first=inner), inner, verb, speaker(verb, reading), reading, because="'let us': a joint act is suggested")


def _depending(word: Token, reading: Reading) -> Iterator[Draft]:
    """'Relief is conditional on inspections': the act hangs on what stands behind 'on'."""
    verb = word if word.pos == "VERB" and word.tag != "VBN" else word.head
    makes = verb if verb.lemma == "make" else verb.head if verb.head.lemma == "make" else None
    target = (makes.child("dobj") if makes is not None else None) or word.child("nsubj") or verb.child("nsubj", "nsubjpass")
    on = next((c for c in (*word.children, *verb.children) if c.lower in {"on", "upon"} and c.i > word.i), None)
    inner = on.child("pobj", "pcomp") if on is not None else None
    named = target is not None and target.pos == "PROPN" and (target.i > 0 or reading.cast.at(target) is not None)
    if target is None or target.pos not in {"NOUN", "PROPN"} or named or on is None or inner is None or is_negated(verb):
        return
    if valence(target, reading) == "neutral" and target.lemma.lower() not in reading.wording.demandable | {"membership", "ratification", "visit", "vote", "consent", "signature", "approval"}:
        return
    condition = Clause(word.sent, on.i, inner.right, word.text, "if", inner, verb)
    kind = "threat" if valence(target, reading) == "hostile" else "offer"
    holder = bound_to(makes, word, reading) if makes is not None else speaker(word, reading)
    yield from draft(kind, span(target, word), target, word, holder, reading, because=f"'{word.text}' names a condition", condition=condition)


def _has_until(word: Token, reading: Reading) -> Iterator[Draft]:
    """'Iraq has until Saturday to withdraw': a demand of the speaker on the subject."""
    verb = word.head if word.head.lemma == "have" else word.head.head
    if verb.lemma != "have" or word.i - verb.i > 2 or word.i < verb.i:
        return
    inner = next((t for t in verb.sent.tokens[word.i + 1 : word.i + 14] if is_infinitive(t) is not None and t.dep in {"xcomp", "acl", "advcl", "relcl"}), None)
    if inner is not None and (to := is_infinitive(inner)) is not None:
        yield from draft("demand", span(inner, word, first=to), inner, word, speaker(word, reading), reading,
                          because="'has until': a deadline is set", addressees=reading.parties(subject_of(verb)))  # fmt: skip


def _rules(token: Token) -> tuple[Callable[[Token, Reading], Iterator[Draft]], ...]:
    """What a word may be part of."""
    own = RULES.get(token.lemma) or RULES.get(token.lower)
    return (*((own,) if own is not None else ()), *(rule for table in TABLES for rule in table.get(token.lemma, ())))


TABLES = (IMPERSONAL, NAMING, PENDING, ULTIMATUMS, STANCES, MENACES, UNDERWAY, STANDINGS)
RULES: dict[str, Callable[[Token, Reading], Iterator[Draft]]] = {
    "line": _red_line, "casus": _casus, "act": _casus, "declaration": _casus, "or": _or_else, "otherwise": _otherwise, "question": _refused, "intention": _no_intention, "plan": _no_intention,
    "let": _let_us, "until": _has_until, "right": _right, **ANNOUNCEMENTS,
    **dict.fromkeys(LAST_RESORT, _last_resort), **dict.fromkeys(REGARDING, _regarding), **dict.fromkeys(REFUSED | POSSIBLE, _refused),
    **dict.fromkeys(UNDONE, _undone), **dict.fromkeys(DEPENDING, _depending),
}  # fmt: skip
