"""Whether an act is welcome to those it is done to: by its verb and object, or by the events in it."""

from __future__ import annotations

from detente.coding.commitments.classes import FORCES
from detente.coding.commitments.context import Reading
from detente.coding.commitments.polarity import is_negated
from detente.coding.commitments.usages import Valence, usage
from detente.coding.commitments.wording import CONFLICT, FRIENDLY, Wording
from detente.language import Token

NOUNS = frozenset({"NOUN", "PROPN"})
COUNTERING = frozenset("combat counter fight prevent avoid avert address tackle defeat eliminate mitigate overcome resolve settle solve cope".split())
RELIEVING = COUNTERING | frozenset("relieve ease alleviate reduce end stop halt heal lessen overcome".split())
CUT_OFF = frozenset({"closed", "shut", "cut", "suspended", "frozen", "blocked", "severed", "sealed", "barred", "grounded"})
GOING = frozenset("resume begin start follow continue come go".split())
LIGHT = frozenset("adopt introduce approve apply enact take have make give carry use face impose launch conduct mount remain continue start keep begin do be consider hold send".split())
COST = frozenset("price cost dearly heavily bill".split())
WORSE = frozenset({"worse", "harder", "impossible", "untenable", "unbearable", "costlier", "inevitable"})
GUARDING = frozenset("defend protect guard help shield support secure".split())
BARRING = frozenset({"block", "veto", "obstruct", "torpedo", "scuttle"})
BARRED = frozenset("measure resolution bid membership accession package deal plan motion budget proposal treaty ratification agreement candidate candidacy appointment".split())
PERSISTING = frozenset("remain stay stand last".split())
TURNED = frozenset("call stand turn roll wind phase break hold scale cut step".split())


def valence(head: Token, reading: Reading) -> Valence:
    """By the sense of verb and object together, then by the event, the verb, and what it is done with.

    'Halt its advance' and 'suspend sanctions' are welcome, 'halt deliveries' is not: a verb of ending turns
    round what its object is, a verb of keeping passes it on.
    """
    wording = reading.wording
    if (known := usage(head, reading)) is not None:
        return known
    if head.lemma in COUNTERING:
        return "friendly"
    if head.lemma in LIGHT and any(t.lemma in wording.grave | {"weapon"} and t.lower != "forces" for t in head.all("dobj", "nsubjpass")):
        return "hostile"
    if (composed := _composed(head, wording)) is not None:
        return composed
    nouns = _nouns(head)
    if head.pos in NOUNS and (thing := shade_of_thing(head, wording)) is not None:
        return thing
    if (coded := _coded(head, nouns, reading)) is not None:
        return coded
    if (head.lemma == "hold" and _to_account(head)) or _all_it_takes(head):
        return "hostile"
    if _against(head, reading) and head.lemma not in GUARDING:
        return "hostile"
    if head.lemma in LIGHT | GOING or head.pos in NOUNS:
        near = [*nouns, *(c for p in head.all("prep") for c in p.all("pobj"))]
        if any(t.lemma in wording.grave and t.lower != "forces" for t in near):
            return "hostile"
    return _by_verb(head, reading)


def _by_verb(head: Token, reading: Reading) -> Valence:
    wording = reading.wording
    if head.lemma in wording.helping or (head.lemma == "pay" and not _costs(head)):
        return "friendly"
    if head.lemma in wording.harming | wording.suffering:
        return "hostile"
    return _coordinated(head, reading)


def _costs(head: Token) -> bool:
    """'Pay a heavy price', 'pay dearly', 'pay for it': to suffer rather than to hand over money."""
    near = [c for c in head.children if c.i > head.i]
    return not near or any(t.lemma in COST for c in near for t in (c, *c.children)) or (
        head.child("dobj") is None and any(c.lower == "for" for c in near)
    )


def _composed(head: Token, wording: Wording) -> Valence | None:
    """The sense of a verb of ending or of keeping with its object, where both are known."""
    ends = head.lemma in wording.ending or (head.lemma in TURNED and any(c.lower in {"off", "down", "out", "back"} for c in head.all("prt", "advmod")))
    if not ends and (head.lemma not in wording.keeping | PERSISTING or any(c.tag == "VB" for c in head.all("xcomp"))):
        return None  # 'continue to provide': as what is continued
    patient = head.child("nsubjpass") or head.child("dobj") or head.child("nsubj" if head.lemma in GOING | PERSISTING | {"stop", "cease", "end", "halt"} else "xcomp")
    things = [patient] if patient is not None and patient.pos in NOUNS | {"VERB"} else []
    if head.lemma in {"leave", "quit", "exit", "withdraw", "pull"} and not any(t.lemma in FORCES for t in things) and (source := _from(head)) is not None and source.lemma in wording.welcome | {"council", "organisation", "organization", "court", "union", "bloc", "group", "forum", "process"}:
        return "hostile"
    if head.lemma in PERSISTING | {"be", "keep"} and any(c.lower in CUT_OFF for c in head.children if c.i > head.i and c.dep in {"acomp", "oprd", "ccomp", "xcomp", "attr", "dobj", "advmod"}):
        return _turned(next((s for one in things if (s := shade_of_thing(one, wording)) is not None), "friendly"))  # 'the border will remain closed'
    if head.lemma in BARRING and any(one.lemma in BARRED for one in things):
        return "hostile"
    for one in things:
        if (shade := shade_of_thing(one, wording)) is not None:
            return _turned(shade) if ends else shade
    return None


def _turned(shade: Valence) -> Valence:
    return "friendly" if shade == "hostile" else "hostile" if shade == "friendly" else "neutral"


def shade_of_thing(noun: Token, wording: Wording, depth: int = 3) -> Valence | None:
    """What a noun stands for: 'an attack', 'a halt to the attacks', 'deliveries of gas'."""
    inner = next((s for t in _of(noun) if depth and (s := shade_of_thing(t, wording, depth - 1)) is not None), None)
    if noun.lemma in wording.ceasing:
        return _turned(inner) if inner is not None else "friendly"
    if noun.lemma in wording.unwelcome:
        return "hostile"
    if noun.lemma in wording.welcome:
        return "friendly"
    return inner


def _from(verb: Token) -> Token | None:
    """What is left: 'withdraw from the treaty', 'pull out of the talks', 'quit the pact'."""
    for child in verb.children:
        if child.dep == "prep" and child.lower in {"from", "of", "out"}:
            inner = child.child("pobj") or next((g for p in child.all("prep") for g in p.all("pobj")), None)
            if inner is not None:
                return inner
    return verb.child("dobj") if verb.lemma in {"leave", "quit", "exit"} else None


def _of(noun: Token) -> list[Token]:
    """What a noun is of, with its conjuncts: 'the delivery of arms', 'exports of oil'."""
    return [t for p in noun.all("prep") if p.lower in {"of", "in", "to", "on"} for t in p.all("pobj")] + noun.all("compound")


def _nouns(head: Token) -> list[Token]:
    nouns = [t for t in (head, head.child("dobj", "attr", "nsubjpass")) if t is not None and t.pos in NOUNS]
    starts = head.lemma in GOING or any(c.lemma in {"effect", "force"} and c.dep in {"dobj", "pobj"} for t in (head, *head.all("prep")) for c in t.children)
    if starts and (subject := head.child("nsubj")) is not None:
        nouns.append(subject)
    return nouns


def _coded(head: Token, nouns: list[Token], reading: Reading) -> Valence | None:
    """By the event that the head or its noun triggers."""
    for event in reading.events(head.sent):
        if event.trigger is head or event.trigger in nouns or head in event.words:
            if event.event in CONFLICT:
                return "hostile"
            if event.event in FRIENDLY and head.lemma not in reading.wording.harming:
                return "friendly"
    return None


def _to_account(verb: Token) -> bool:
    """'will be held accountable', 'will be brought to account'."""
    return any(t.lower in {"accountable", "responsible", "liable"} for t in verb.children) or any(
        c.lower in {"account", "justice"} for p in verb.all("prep", "dative") for c in p.children
    )


def _all_it_takes(verb: Token) -> bool:
    """'do what is necessary', 'take all necessary steps', 'use any means': veiled, but a threat by convention."""
    if verb.lemma not in {"do", "take", "use", "act", "employ", "adopt"}:
        return False
    tokens = verb.sent.tokens[verb.i + 1 : verb.i + 8]
    if any(t.lower in {"only", "but"} for t in tokens) and any(t.lower in {"peaceful", "diplomatic", "political", "legal"} for t in tokens):
        return False
    need = any(t.lower in {"necessary", "needed", "required", "takes", "took", "available", "disposal"} or t.lower == "means" for t in tokens)
    return need and any(t.lower in {"what", "whatever", "all", "everything", "any", "every"} or t.lemma in {"step", "measure", "action"} or t.lower == "means" for t in tokens)


def _against(head: Token, reading: Reading) -> bool:
    """'use all necessary means against Iraq'."""
    near = [head, *(c for c in head.children if c.dep in {"dobj", "attr"})]
    return any(reading.parties(c.child("pobj")) for t in near for c in t.children if c.dep == "prep" and c.lower == "against")


def _coordinated(head: Token, reading: Reading) -> Valence:
    """That of a second verb ('will be imposed and will remain') or of the infinitive below ('will have to act')."""
    sure = next((c for c in head.children if c.lower in {"sure", "certain"}), None) if head.lemma == "make" else None
    for child in (*head.children, *(sure.children if sure is not None else ())):
        ensured = child.dep == "ccomp" and (sure is not None or head.lemma == "ensure")
        if (child.dep in {"conj", "xcomp"} or ensured) and child.i > head.i and child.pos in {"VERB", "AUX"}:
            return valence(child, reading)
    return "neutral"


def is_harm(verb: Token, wording: Wording) -> bool:
    """Whether the clause speaks of harm: 'there would be grave consequences', 'it could lead to war'."""
    subject = verb.child("nsubj", "nsubjpass")
    if subject is not None and (subject.lemma in wording.dreaded or (verb.lemma in wording.growing and any(t.lemma in wording.harm for t in (subject, *_of(subject))))):
        return True
    if verb.lemma == "be" and any(t.lower in {"sorry", "doomed"} for t in verb.all("acomp")):
        return True
    if verb.lemma == "lose" and any(t.lemma in wording.losses and any(c.dep == "poss" or (c.dep == "amod" and c.ent) for c in t.children) for t in verb.all("dobj")):
        return True
    if verb.lemma in {"threaten", "endanger", "imperil", "jeopardise", "jeopardize", "undermine", "destabilise", "destabilize"} and verb.child("dobj") is not None:
        return True
    if verb.lemma in {"make", "render"} and any(t.lower in WORSE for t in verb.subtree() if t.i > verb.i):
        return True
    if verb.lemma == "answer" and any(c.lower == "for" for c in verb.all("prep")):
        return True
    if any(v.lemma in RELIEVING for v in (verb, *verb.all("xcomp", "ccomp"))):
        return False
    near = [t for c in verb.children if c.dep in {"attr", "dobj", "prep", "acomp", "nsubj", "nsubjpass", "xcomp"} and c.right > verb.i - 1
            for t in c.subtree() if c.dep not in {"nsubj", "nsubjpass"} or t is c]  # fmt: skip
    return any(t.lemma in wording.harm and t.pos in NOUNS for t in near) or (verb.lemma in wording.suffering and (verb.lemma != "pay" or _costs(verb))) or (
        verb.lemma == "become" and any(t.lemma == "target" for t in near)
    )


def shade_of_condition(head: Token, reading: Reading) -> Valence:
    """Whether what sets off an act is what the one who sets it wants ('if it complies') or does not want.

    A verb of ending or keeping is read with its object; a negation turns the answer round.
    """
    wording = reading.wording
    if head.lemma in {"let", "pass", "expire", "lapse", "miss", "ignore", "allow", "run"} and any(t.lemma in {"deadline", "ultimatum"} for t in head.subtree()):
        return "hostile"
    shade = _composed(head, wording) or _listed(head, wording) or _coded(head, _nouns(head), reading)
    if shade is None:
        return "hostile" if is_negated(head) else "neutral"  # 'if they are not gone': what is not done was asked for
    if is_negated(head):
        return "hostile" if shade == "friendly" else "friendly" if shade == "hostile" else "neutral"
    return shade


def _listed(head: Token, wording: Wording) -> Valence | None:
    if head.lemma in wording.defying or (head.pos in NOUNS and head.lemma in wording.unwelcome):
        return "hostile"
    if head.lemma in wording.complying or (head.pos in NOUNS and head.lemma in wording.welcome | wording.demandable):
        return "friendly"
    return None
