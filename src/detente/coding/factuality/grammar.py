"""Who is the subject of what: logical subjects and objects on a dependency tree.

The surface tree names only the arguments that stand beside their verb. English leaves many out:
a passive turns the object into a subject, an infinitive takes its subject from the verb above
(control and raising), a coordinated verb shares subject or object with its neighbour, a relative
clause has a gap for its antecedent. The rules are those of a reference grammar: Huddleston and
Pullum 2002, *The Cambridge Grammar of the English Language*, ch. 12 (relatives), 14 (non-finite
clauses, "catenatives"), 15 (coordination).
"""

from __future__ import annotations

from detente.language import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
VERBAL = frozenset({"VERB", "AUX"})
RELATIVE = frozenset({"WDT", "WP", "WRB"})
MEANS = frozenset({"telephone", "phone", "video", "letter", "videolink", "air", "sea", "land", "road", "rail", "force", "radio"})
SMALL_CLAUSE = frozenset({"hold", "call", "deem", "consider", "declare", "term"})
PREPOSITION = frozenset({"prep", "agent", "dative"})
# Catenatives whose understood subject is their own subject although an object may stand between.
SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "pledge", "swear"})
# 'accused X of ...', 'barred X from ...': the gerund's subject is the object.
OBJECT_GERUND = frozenset({"of", "from", "for", "against", "into", "with"})
OWNING = frozenset(
    {"have", "make", "express", "announce", "issue", "reach", "take", "sign", "give", "offer", "declare", "table",
     "circulate", "sponsor", "adopt", "pass", "approve", "deliver", "hand", "publish", "release", "write", "present", "submit"}
)  # fmt: skip
BORNE = frozenset(
    """
    brink verge point process favour favor hope aim intention view purpose intent risk habit way course danger right plan means
    """.split()
)
# 'The decision of the Taliban to release them': of what one wills, 'of' says whose it is.
WILLED = frozenset("decision refusal intention willingness readiness attempt right failure promise pledge determination reluctance effort".split())
CONTENT_NOUN = frozenset(
    {"claim", "report", "fact", "allegation", "statement", "demand", "warning", "news", "suggestion", "possibility",
     "hope", "fear", "belief", "assertion", "accusation", "announcement", "assurance", "condition", "agreement",
     "idea", "view", "rumour", "rumor", "sign", "evidence", "threat", "argument", "promise", "pledge", "concern"}
)  # fmt: skip
APPEALING = {
    "on": frozenset({"call", "rely", "count", "prevail", "depend", "press", "lean"}),
    "upon": frozenset({"call", "rely", "prevail", "depend"}),
    "to": frozenset({"appeal", "plead", "signal", "pray", "shout"}),
}

UNDONE = frozenset(
    {"freeze", "close", "seal", "block", "sever", "suspend", "arrest", "detain", "kill", "destroy", "occupy", "besiege", "blockade",
     "expel", "ban", "shut", "mine", "cut", "seize", "impound", "lift", "bomb", "shell", "release", "free", "recall", "withdraw"}
)  # fmt: skip
DEPTH = 6  # links that an understood argument is followed over


def is_passive(verb: Token) -> bool:
    """Whether a verb's surface subject is its logical object ('was signed', 'signed by', 'talks held')."""
    for child in verb.children:
        if child.dep in {"nsubjpass", "auxpass", "csubjpass"}:
            return True
        if child.dep == "agent" and not _means(child) and (verb.child("nsubj") is None or verb.child("dobj") is None):
            return True  # 'police prevented a march by students' is active, whatever the parser makes of 'by'
    if verb.dep in {"amod", "acl"} and misread_predicate(verb) is not None:
        return False
    if verb.tag != "VBN" or any(c.dep == "aux" and c.lemma in {"have", "'ve"} for c in verb.children):
        return False
    if verb.dep in {"acl", "amod", "advcl", "relcl"}:
        return verb.child("dobj") is None and verb.child("nsubj") is None
    if verb.dep == "acomp" and verb.head.lemma == "be" and verb.lemma in UNDONE:
        return True  # 'have been frozen' may come as a state
    if verb.dep in {"ccomp", "xcomp"}:
        return verb.child("aux") is None and verb.child("dobj") is None
    if verb.dep == "conj" and verb.head.pos in VERBAL:
        return verb.child("nsubj", "aux") is None and verb.child("dobj") is None and is_passive(verb.head)
    return False


def misread_predicate(verb: Token) -> Token | None:
    """The subject of a finite verb that was read as a participle of its own object; None for all others.

    'The army test-fired missiles.' comes as one noun phrase, 'missiles' with a participle before it.
    A sentence that ends in a full stop and has no other finite verb must have this one.
    """
    if verb.dep not in {"amod", "acl"} or verb.tag not in {"VBD", "VBN"} or not _lacks_verb(verb):
        return None
    noun = verb.head
    if verb.dep == "acl":  # 'Doctors from two groups donated goods.'
        root = verb.sent.root
        return root if verb.child("agent") is None and root.pos in {"NOUN", "PROPN"} and root.i < verb.i else None
    if not noun.is_root or noun.pos not in {"NOUN", "PROPN"} or noun.i < verb.i:
        return None
    before = [c for c in noun.children if c.i < verb.i and c.pos in {"NOUN", "PROPN"}]
    return before[-1] if before else None


def _lacks_verb(verb: Token) -> bool:
    """Whether a sentence ends in a full stop and has no finite verb but perhaps this one."""
    tokens = verb.sent.tokens
    if not any(t.text == "." for t in tokens[-2:]):
        return False
    return not any(t.tag in {"VBD", "VBZ", "VBP", "MD"} and t is not verb for t in tokens)


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token itself."""
    if (be := cleft_of(token.head)) is not None and token.dep in SUBJECTS and token.lower in {"that", "who", "which"}:
        return be.child("attr") or token
    if token.tag in RELATIVE or (token.lower == "that" and token.tag in {"WDT", "IN", "DT"} and token.dep in SUBJECTS):
        for above in token.ancestors():
            if above.dep in {"relcl", "acl"} and above.head is not above:
                return above.head
    return token


def cleft_of(verb: Token) -> Token | None:
    """The 'be' of 'it was (not) Georgia that fired'; None for any other verb."""
    be = verb.head
    if verb.dep in {"relcl", "acl"} and be.dep == "attr":
        be = be.head
    subject = be.child("nsubj")
    if verb.dep not in {"ccomp", "advcl", "relcl", "acl"} or be.lemma != "be" or subject is None or subject.lower != "it":
        return None
    attribute, relative = be.child("attr"), verb.child("nsubj")
    named = attribute is not None and attribute.i < verb.i and attribute.pos in {"PROPN", "PRON"}
    return be if named and relative is not None and relative.lower in {"that", "who", "which"} else None


def infinitive(verb: Token) -> bool:
    """Whether 'to' stands before the verb."""
    return any(c.dep == "aux" and c.lower == "to" for c in verb.children)


def surface_subject(verb: Token, depth: int = DEPTH) -> list[Token]:
    """The subject that a verb has or shares or takes over, before passives are undone."""
    own = [child for child in verb.children if child.dep in SUBJECTS]
    own = own or [c for helper in verb.children if helper.dep == "aux" for c in helper.children if c.dep in SUBJECTS]
    if own:  # of two, the nearer one: the first belongs to what the parser took for its part
        return [antecedent(([c for c in own if c.i < verb.i] or own[:1])[-1])]
    if depth == 0 or verb.is_root:
        return []
    if verb.dep in {"amod", "acl"} and (subject := misread_predicate(verb)) is not None:
        return [subject]
    head, dep = verb.head, verb.dep
    if dep == "conj":
        head = _finite_partner(verb)
        return surface_subject(head, depth - 1) if head.pos in VERBAL or head.dep in {"acomp", "xcomp"} else []
    if dep in {"xcomp", "advcl", "ccomp"}:
        return _controlled(verb, head, depth)
    if dep == "pcomp":
        return _of_gerund(head, depth)
    if dep in {"acl", "relcl", "amod"}:
        return _of_modifier(verb, head, depth)
    if dep in {"acomp", "attr", "oprd"} or (dep == "prep" and head.pos in VERBAL):
        return surface_subject(head, depth - 1)
    return []


def _controlled(verb: Token, head: Token, depth: int) -> list[Token]:
    if infinitive(verb):
        before = _just_before(verb)
        if before is not None and head.lemma not in SUBJECT_CONTROL:
            return [antecedent(before)]
    if verb.dep == "xcomp" and head.lemma not in SUBJECT_CONTROL and not is_passive(head):
        target = head.child("dobj", "dative")
        if target is not None and target.pos != "ADP" and target.i < verb.i:
            return [antecedent(target)]
    if found := _after_agent(verb, head):
        return found
    if verb.dep == "ccomp" and (not infinitive(verb) or head.child("dobj")):
        return []
    return surface_subject(head, depth - 1)


def _finite_partner(verb: Token) -> Token:
    """What a coordinated verb stands beside: 'urged Serbia to leave and praised Kosovo' joins the two that are told."""
    above = verb.head
    while verb.tag in {"VBD", "VBZ"} and infinitive(above) and above.dep in {"xcomp", "advcl", "ccomp", "acl", "relcl"} and above.head.pos in VERBAL:
        above = above.head
    return above


def _after_agent(verb: Token, head: Token) -> list[Token]:
    """'Stoned by demonstrators demanding an end': a participle right behind the agent of a passive is the agent's."""
    agent = head.child("agent")
    if verb.dep != "advcl" or verb.tag != "VBG" or agent is None or agent.right + 1 != verb.left:
        return []
    return agent.all("pobj")[:1]


def _just_before(verb: Token) -> Token | None:
    """The object of a preposition that ends right before an infinitive, where it is its subject.

    'For' makes any noun phrase a subject ('called for the troops to leave'); 'on' and 'to' only after
    verbs of appeal ('called on Sudan to stop', but not 'took to the streets to protest').
    """
    to = next(c for c in verb.children if c.dep == "aux" and c.lower == "to")
    for prep in verb.head.children:
        word = prep.lower
        if prep.dep in PREPOSITION and (word == "for" or verb.head.lemma in APPEALING.get(word, ())) and prep.i < to.i:
            inner = prep.child("pobj")
            if inner is not None and prep.right + 1 == to.left and inner.ent not in {"DATE", "TIME"}:
                return inner
    return None


def _of_gerund(prep: Token, depth: int) -> list[Token]:
    head = prep.head
    if head.pos in VERBAL:
        if prep.lower in OBJECT_GERUND and not is_passive(head):
            target = head.child("dobj")
            if target is not None and target.i < prep.i:
                return [antecedent(target)]
        return surface_subject(head, depth - 1)
    if head.pos == "ADJ":  # 'grateful to Jordan for taking them in'
        thanked = prepositional(head, "to") if prep.lower == "for" else []
        return thanked or surface_subject(head, depth - 1)
    if head.pos == "ADV" and head.head.pos in VERBAL:  # 'stopped short of declaring war'
        return surface_subject(head.head, depth - 1)
    return owner(head, depth - 1) or _bearer(head, depth)


def _bearer(noun: Token, depth: int) -> list[Token]:
    """'Sudan was on the brink of expelling him', 'Rome has no intention of leaving': who is told to stand there."""
    above = noun.head.head if noun.dep == "pobj" else noun.head
    if noun.lemma in BORNE and above.pos in VERBAL and noun.dep in {"pobj", "dobj"}:
        return surface_subject(above, depth - 1)
    return []


def _of_modifier(verb: Token, noun: Token, depth: int) -> list[Token]:
    if verb.dep == "amod" or not infinitive(verb):
        return [noun]
    if any(c.dep == "auxpass" for c in verb.children):
        return [noun]
    return owner(noun, depth - 1)


def owner(noun: Token, depth: int) -> list[Token]:
    """Whose plan, demand or agreement a noun is: possessor, nationality, or subject of 'made a …'."""
    for child in noun.children:
        if (child.dep == "poss" and child.ent not in {"DATE", "TIME"}) or (child.dep in {"amod", "nmod", "compound"} and child.text[:1].isupper()):
            return [child]
    whose = {"by", "between", "from", "of"} if noun.lemma in WILLED and noun.child("acl", "relcl") else {"by", "between", "from"}
    for prep in noun.children:
        if prep.dep == "prep" and prep.lower in whose:
            inner = prep.child("pobj")
            if inner is not None:
                return [inner]
    if noun.dep == "dobj" and noun.head.lemma in OWNING and depth > 0:
        return logical_subjects(noun.head, depth - 1)
    if noun.dep == "conj" and depth > 0:  # 'Russia's threats and announcement'; 'voiced concern and appeals to'
        return owner(noun.head, depth - 1) if noun.head.pos == "NOUN" else logical_subjects(noun.head, depth - 1)
    return []


def logical_subjects(verb: Token, depth: int = DEPTH) -> list[Token]:
    """The heads of the phrases that do what the verb says; of a passive, those after 'by'."""
    if not is_passive(verb):
        return surface_subject(verb, depth) or _inverted(verb)
    for child in verb.children:
        if (child.dep == "agent" or (child.dep == "prep" and child.lower == "by")) and not _means(child):
            inner = child.child("pobj", "pcomp")
            return [antecedent(inner)] if inner is not None else []
    for child in verb.children:  # 'lent to the talks by her country': the parser may hang 'by' on the noun
        if child.dep in {"prep", "dative"}:
            for noun in child.all("pobj"):
                by = next((c for c in noun.children if c.dep == "prep" and c.lower == "by"), None)
                inner = by.child("pobj") if by is not None and by.right == child.right else None
                if inner is not None:
                    return [antecedent(inner)]
    if verb.dep != "conj":
        for child in verb.children:
            if child.dep == "conj" and child.child("agent") and child.child(*SUBJECTS) is None:
                return logical_subjects(child, 0)
    return []


def _means(by: Token) -> bool:
    """'By telephone', 'by sea': how, not by whom."""
    inner = by.child("pobj")
    return inner is not None and inner.lower in MEANS


def _inverted(verb: Token) -> list[Token]:
    """The speaker after what is said ('…, demanded the minister'), who may come as an object."""
    content, speaker = verb.child("ccomp"), verb.child("dobj")
    if content is None or speaker is None or not content.i < verb.i < speaker.i or infinitive(verb):
        return []
    return [speaker] if verb.tag in {"VBD", "VBZ", "VBN"} and verb.child("dobj") is speaker else []


def logical_objects(verb: Token, depth: int = DEPTH) -> list[Token]:
    """The heads of the phrases that the verb is done to; of a passive, its subject."""
    if is_passive(verb):
        return surface_subject(verb, depth)
    if verb.child("dobj") is not None and not surface_subject(verb, depth) and _inverted(verb):
        return []
    for child in verb.children:
        if child.dep == "dobj":
            return [antecedent(child)]
        if child.dep == "ccomp" and child.pos == "ADJ" and verb.lemma in SMALL_CLAUSE:
            return child.all("nsubj")[:1]  # 'hold the government responsible'
    if verb.dep == "amod" and misread_predicate(verb) is not None:
        return [verb.head]
    for child in verb.children:
        if child.dep == "ccomp" and infinitive(child) and child.child("mark") is None:
            inner = child.child("nsubj", "nsubjpass")
            if inner is not None:
                return [inner]
    return _adverbial(verb) or _gap(verb) or _shared_object(verb, depth)


def _adverbial(verb: Token) -> list[Token]:
    """A state's name right behind a verb is its object, though parsers may take it for an adverb ('supports Azerbaijan;')."""
    if verb.pos != "VERB" or is_passive(verb):
        return []
    return [c for c in verb.children if c.dep == "npadvmod" and c.ent == "GPE" and c.left == verb.i + 1][:1]


def _gap(verb: Token) -> list[Token]:
    """The antecedent of a relative clause whose verb lacks an object ('guarantees that Moscow demands')."""
    top = verb
    while top.dep in {"conj", "xcomp"} and top.head.pos in VERBAL:
        top = top.head
    if top.dep not in {"relcl", "acl"} or infinitive(top):
        return []
    subject = top.child("nsubj", "nsubjpass")
    if subject is None or antecedent(subject) is not subject:
        return []
    if top.dep == "acl" and top.head.lemma in CONTENT_NOUN:
        return []
    if top.child("dobj", "ccomp") is not None and top is not verb:
        return []
    return [top.head]


def _shared_object(verb: Token, depth: int) -> list[Token]:
    """The object of the next coordinated verb, where this one ends before 'and' ('condemned and rejected X')."""
    if depth == 0 or verb.child("ccomp", "xcomp", "prep", "attr", "acomp", "prt", "oprd") is not None:
        return []
    for child in verb.children:
        if child.dep == "conj" and child.pos == "VERB" and child.child(*SUBJECTS, "aux", "auxpass") is None:
            between = verb.sent.tokens[verb.i + 1 : child.i]
            if all(t.dep in {"cc", "punct", "advmod"} or t.dep == "conj" for t in between):
                return logical_objects(child, depth - 1)
    return []


def prepositional(token: Token, preposition: str) -> list[Token]:
    """The objects of a preposition that a verb, noun or adjective governs, straight or over another one."""
    found: list[Token] = []
    for child in token.children:
        if child.dep in PREPOSITION or (child.dep in {"advmod", "prt"} and child.children):
            if child.lower == preposition and child.pos != "NOUN":
                inner = child.child("pobj", "pcomp")
                if inner is not None:
                    found.append(antecedent(inner))
            found += _nested(child, preposition)
    return found


def _nested(prep: Token, preposition: str) -> list[Token]:
    """'out of Iraq': the object of a preposition that hangs on a preposition."""
    return [
        antecedent(inner)
        for child in prep.children
        if child.dep == "prep" and child.lower == preposition
        for inner in child.all("pobj")[:1]
    ]


def complements(token: Token) -> list[Token]:
    """The clauses that a verb, noun or adjective takes as complement: infinitives, that-clauses, gerunds."""
    found = [c for c in token.children if c.dep in {"xcomp", "ccomp", "acl"} or (c.dep == "advcl" and infinitive(c))]
    for prep in token.children:
        if prep.dep == "prep":
            found += prep.all("pcomp")
    return found
