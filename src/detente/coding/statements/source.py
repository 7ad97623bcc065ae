"""Who says it: the source of a cue on the dependency tree, and beside it where the tree is broken."""

from __future__ import annotations

from detente.language import Token

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
PHRASE = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})
STOPS = frozenset({":", "“", "„", "«", "``"})
OPENING = frozenset({"”", "“", '"', "''", "``", ",", "–", "—", "-", ")"})
NAMES = frozenset({"PERSON", "GPE", "ORG", "NORP"})
OPEN_SUBJECT = frozenset({"conj", "xcomp", "advcl", "pcomp", "acomp", "attr", "ccomp"})
RELATIVE_TAGS = frozenset({"WDT", "WP"})
PARTISANS = frozenset(
    """
    supporter backer advocate proponent champion defender booster admirer fan adherent opponent critic detractor foe sceptic
    skeptic
    """.split()
)
TELLING = frozenset("email text message write tell cable wire phone".split())
SENDING = frozenset("send email text message write cable wire".split())
FELT = frozenset("worry convince persuade concern alarm satisfy frighten determine".split())
RECEIVING = frozenset("face draw receive get attract provoke prompt spark invite meet bring elicit trigger earn weather survive brave deflect ignore".split())
HANDED = frozenset({"accuse", "charge", "ask", "tell", "quote", "expect", "urge"})
DENYING = frozenset("dismiss reject deny brush rebut refute discount downplay shrug wave spurn rebuff resist heed quash fuel".split())
CLAIMS = frozenset("suggestion claim allegation report rumor rumour accusation charge criticism speculation call demand appeal request".split())
OCCASIONS = frozenset("speak talk write testify appear".split())
CHANTS = frozenset({"join", "break", "burst", "erupt", "lead"})
WORDING = frozenset("say state ask declare announce warn urge tell note promise confirm explain demand claim vow deny accuse invite insist argue".split())
MAKING = frozenset("make give issue voice express utter raise deliver send offer hold have advance repeat".split())


def source_of(cue: Token) -> Token | None:
    """The head of the noun phrase that a verb, noun or adjective cue has for a source, or None.

    Subjects, agents of passives, subjects shared in coordination and control ('went on to say'),
    antecedents of participles ('a letter saying'), possessors and of-phrases of nouns ('Moscow's
    warning', 'a warning from Moscow'). In a relative clause it is the relative pronoun.
    """
    if cue.pos in {"NOUN", "PROPN"}:
        return cue.child("nsubj") or (_partisan(cue) if cue.lemma in PARTISANS else _noun_source(cue))
    agent = cue.child("agent")
    if agent is not None and agent.child("pobj") and cue.child("nsubj") is None:
        return agent.child("pobj")
    between = next((p for p in cue.all("prep") if p.lower in {"between", "among"}), None)
    if between is not None and cue.lemma == "agree":
        return between.child("pobj")  # 'it was agreed between Peru and Chile that …'
    if cue.child("nsubjpass") is not None or _is_bare_participle(cue):
        moved = cue.lemma in FELT and cue.dep == "advcl" and cue.child("ccomp") is not None
        return subject_above(cue) if moved else _agent_below(cue)  # 'Worried that it may fail, Oslo …'
    subject = _subject(cue)
    if subject is None or _is_handed(subject, cue):
        subject = _shared(cue) if subject is None else subject_above(cue)
    return subject if subject is not None else _set_before(cue)


def _agent_below(cue: Token) -> Token | None:
    """'was confirmed as a victim by the minister': a 'by' that the parser hangs on the 'as'."""
    named = next((p.child("pobj") for p in cue.all("prep") if p.lower == "as"), None)
    by = next((p for p in named.all("prep") if p.lower == "by"), None) if named is not None else None
    return by.child("pobj") if by is not None else None


def _set_before(cue: Token) -> Token | None:
    """'The envoy, rejecting the text, said', 'Before his flight Mr Roe, who waved, said': a subject hung elsewhere.

    For a finite main verb, the noun before it, or before the commas in front of it.
    """
    tokens = cue.sent.tokens
    if cue.tag not in {"VBD", "VBZ", "VBP"} or cue.dep not in {"ROOT", "ccomp", "conj"} or cue.pos != "VERB":
        return None
    last = cue.i - 1
    while last > 0 and (tokens[last].pos in {"AUX", "ADV"} or tokens[last].dep == "neg"):
        last -= 1
    if last > 0 and tokens[last].text == ",":
        opening = next((t.i for t in reversed(tokens[:last]) if t.text == ","), 0)
        last = opening - 1
        while last > 0 and tokens[last].text == ")":
            last = next((t.i for t in reversed(tokens[:last]) if t.text == "("), 0) - 1
    noun = tokens[last] if last >= 0 else None
    torn = noun is not None and noun.dep in {"nsubj", "nsubjpass"} and noun.i < noun.head.i < cue.i  # 'The chief, asked whether …, replied'
    if noun is None or (noun.pos not in {"PROPN", "PRON"} and not torn) or noun.ent in {"DATE", "TIME"} or noun.tag in RELATIVE_TAGS:
        return None
    return noun if noun.dep != "pobj" else None


def mended(cue: Token, source: Token) -> Token:
    """In '…, who mediates, the agency SPA reported' the noun right before the verb, wherever the parser saw the subject.

    An apposition is closed by a comma; a noun phrase behind a comma that runs up to the verb is its subject.
    """
    tokens = cue.sent.tokens
    last = cue.i - 1
    while last > 0 and (tokens[last].pos in {"AUX", "ADV"} or tokens[last].dep == "neg"):
        last -= 1
    first = last
    while first > source.i and tokens[first].text != "," and (tokens[first].pos in PHRASE or tokens[first].tag == "POS"):
        first -= 1
    inner = tokens[first + 1 : last + 1]
    if source.i >= first or tokens[first].text != "," or len(inner) < 2 or inner[-1].pos not in NOUNS:
        return source
    if any(t.text == "," for t in tokens[source.i + 1 : first]) and inner[-1].ent not in {"DATE", "TIME"}:
        return inner[-1]
    return source


def behind(cue: Token) -> Token | None:
    """'…, had said his colleague last week': what the parser calls an object right behind a verb and a comma."""
    target = cue.child("dobj")
    first = min([cue.i, *(c.i for c in cue.children if c.dep == "aux" and c.i >= cue.i - 2)])
    tokens = cue.sent.tokens
    if cue.pos != "VERB" or target is None or target.left != cue.i + 1 or not first or tokens[first - 1].text not in {",", "”", "“"}:
        return None
    clause = cue.child("ccomp")
    return target if clause is not None and clause.i < first else None


def is_passive(cue: Token) -> bool:
    """Whether a verb is in the passive, so that its subject is no source."""
    return cue.child("nsubjpass", "auxpass") is not None or _is_bare_participle(cue)


def _is_bare_participle(cue: Token) -> bool:
    """'the plan proposed by', 'asked whether': a participle without an auxiliary."""
    told = cue.dep == "acl" and cue.child("ccomp") is not None and cue.left > 0 and cue.sent.tokens[cue.left - 1].text == ","  # 'Roe, who left, proposed that'
    return cue.tag == "VBN" and cue.dep in {"acl", "relcl", "advcl"} and cue.child("dobj", "aux", "nsubj") is None and not told and not _is_only_verb(cue)


def _is_only_verb(cue: Token) -> bool:
    """'The envoy, reached by phone, boasted of it.': a participle behind two commas in a sentence without another main verb."""
    head, tokens = cue.head, cue.sent.tokens
    if cue.dep != "acl" or head.dep != "ROOT" or head.pos not in NOUNS or cue.sent.block == "headline" or cue.lemma in HANDED or cue.child("agent"):
        return False
    return tokens[cue.left - 1].text == "," and sum(t.text == "," for t in tokens[head.i : cue.i]) > 1


def _subject(verb: Token) -> Token | None:
    """A subject of its own; in 'said Rau' the parser may call what follows an object."""
    subjects = verb.all("nsubj")
    subject = next((s for s in subjects if len(subjects) > 1 and _is_inverted(s, verb)), subjects[0] if subjects else None)
    if subject is not None and subject.lower != "there":
        return subject
    return None


def _is_inverted(subject: Token, verb: Token) -> bool:
    """'The bridge, said the army, had been mined': the noun between verb and comma."""
    tokens = verb.sent.tokens
    behind = tokens[subject.right + 1].text if subject.right + 1 < len(tokens) else "."
    return subject.left == verb.i + 1 and behind in {",", "."} and verb.i > 0 and tokens[verb.i - 1].text == ","


def _shared(cue: Token) -> Token | None:
    """The subject that a verb shares with the verb it depends on."""
    if cue.dep in {"acl", "relcl"} and cue.tag == "VBG" and cue.left and cue.sent.tokens[cue.left - 1].text == ",":
        return subject_above(cue)  # 'rejected the plan, saying': a comma hands the participle to the subject
    if cue.dep == "acl" and cue.tag == "VBG" and cue.lemma in WORDING and _is_recipient(cue.head):
        return subject_above(cue)  # 'emailed supporters saying', 'sent a text to supporters saying'
    if cue.dep in {"acl", "relcl"} and cue.head.pos in NOUNS and (cue.tag != "VBN" or cue.child("dobj", "ccomp") or _is_only_verb(cue)):
        return cue.head  # a participle with an object is no passive: 'the envoy, …, named the topics'
    if cue.dep == "appos" and cue.head.pos in NOUNS:
        return cue.head
    if cue.dep not in OPEN_SUBJECT or cue.head is cue:
        return None
    head = cue.head
    if cue.dep == "pcomp":
        head = head.head
        if cue.head.lower == "as" and head.child("dobj"):
            return head.child("dobj")  # 'quoted him as saying'
    given = head.child("dobj") if cue.dep == "xcomp" else None
    if given is not None and given.i < cue.i and head.lemma != "spend":
        return given
    if cue.dep == "advcl" and head.lemma in {"quote", "cite"} and any(c.lower == "as" and c.i < cue.i for c in cue.children):
        return head.child("dobj", "nsubjpass")  # 'quoted her as having said'
    if cue.dep == "ccomp" and cue.tag not in {"VBG", "VB"}:
        return None
    if head.pos in {"VERB", "AUX", "ADJ"}:
        return _subject(head) or head.child("nsubjpass") or _shared(head)
    return subject_above(cue) if cue.tag == "VBG" else None


def _is_handed(subject: Token, cue: Token) -> bool:
    """'emailed voters saying', where the parser takes the voters for those who say it."""
    if cue.tag != "VBG" or subject.i > cue.i or cue.child("aux") or not subject.left:
        return False
    before = subject.sent.tokens[subject.left - 1]
    over = before.head if before.lower == "to" else before
    return over.lemma in SENDING | TELLING and over.pos == "VERB" and subject_above(cue) is not None


def _is_recipient(noun: Token) -> bool:
    """Whom a message is sent to; behind 'a letter to the king' it is the letter that says something."""
    if noun.dep == "pobj" and noun.head.lower == "to":
        over = noun.head.head
        return over.lemma in SENDING or (over.dep == "dobj" and over.head.lemma in SENDING)
    return noun.dep in {"dobj", "dative"} and noun.head.lemma in TELLING


def subject_above(token: Token) -> Token | None:
    """The subject of the nearest governing verb that has one."""
    for governor in token.ancestors():
        if governor.pos in {"VERB", "AUX"}:
            subject = governor.child("nsubj", "nsubjpass")
            if subject is not None:
                return subject
    return None


def beside(cue: Token, low: int, high: int) -> Token | None:
    """The noun phrase right behind a cue, else right before it, among the offsets low to high.

    'said Rau' and 'Rau said' stand so beside their quotation whatever the tree makes of the quoted words.
    """
    tokens = cue.sent.tokens
    after = cue.i + 1
    while after < len(tokens) and tokens[after].pos in {"ADV", "PART"}:
        after += 1
    return _phrase_head(tokens, after, 1, low, high) or _phrase_head(tokens, cue.i - 1, -1, low, high)


def _phrase_head(tokens: list[Token], at: int, step: int, low: int, high: int) -> Token | None:
    """The last noun of the run of nominal tokens that starts at an index and goes one way."""
    run: list[Token] = []
    while 0 <= at < len(tokens) and low <= tokens[at].start < high:
        token = tokens[at]
        skipped = step < 0 and not run and token.pos in {"ADV", "AUX"}
        if not skipped and token.pos not in PHRASE and token.tag != "POS":
            break
        if not skipped:
            run.append(token)
        at += step
    nouns = sorted((t for t in run if t.pos in NOUNS and t.ent not in {"DATE", "TIME"} and t.dep != "npadvmod"), key=lambda t: t.i)
    return nouns[-1] if nouns and nouns[-1].tag not in RELATIVE_TAGS else None


def _partisan(cue: Token) -> Token | None:
    """'X is a critic of Y', 'X, a supporter of Y': who takes the side that a noun names."""
    if cue.dep == "attr":
        return cue.head.child("nsubj")
    return cue.head if cue.dep == "appos" and cue.head.pos in NOUNS else None


def _noun_source(cue: Token) -> Token | None:
    owner = cue.child("poss")
    if owner is not None:
        return owner
    for prep in cue.all("prep"):
        target = prep.child("pobj")
        if target is not None and (prep.lower in {"by", "from"} or (prep.lower == "of" and target.ent in NAMES)):
            return target
    inner = _made_by(cue)
    if inner is not None:
        return inner
    modifier = next((c for c in cue.children if c.dep in {"amod", "compound", "nmod"} and c.ent in NAMES), None)
    if modifier is not None:
        return modifier
    governor = cue.head
    origin = next((p.child("pobj") for p in governor.all("prep") if p.lower == "from"), None)
    if cue.dep in {"nsubj", "dobj", "attr"} and governor.lemma in RECEIVING | {"come"} and origin is not None:
        return origin  # 'From Cairo came word that …'
    if cue.dep == "dobj" and governor.pos == "VERB":
        if governor.lemma in DENYING and cue.lemma in CLAIMS:
            return None  # 'brushed off suggestions that …': others suggest it
        return source_of(governor) if governor.lemma not in RECEIVING or governor.child("prt") is not None else None  # who faces criticism does not utter it
    if cue.dep == "pobj" and governor.lower in {"in", "into"} and governor.head.lemma in CHANTS:
        return source_of(governor.head)  # 'the crowd broke into a chant of “…”'
    return None


def _made_by(cue: Token) -> Token | None:
    """'the promise that she made', 'concern among the allies': who makes or has what a noun names."""
    for clause in cue.all("relcl"):
        subject = clause.child("nsubj")
        if clause.lemma in MAKING and subject is not None and subject.tag not in RELATIVE_TAGS:
            return subject
    within = next((p for p in cue.all("prep") if p.lower in {"among", "within", "inside"}), None)
    return within.child("pobj") if within is not None else None


def phrase_edges(head: Token) -> tuple[int, int]:
    """First and last token of a noun phrase, with participles that follow but without relative clauses.

    It ends before a colon and before an opening quotation mark, and without punctuation at its edge.
    """
    if head.pos == "PRON" or (head.dep == "poss" and head.child("case")):
        return head.left, head.i
    tokens = head.sent.tokens
    last = head.right
    for child in [c for noun in head.conjuncts() for c in noun.children]:
        speaking = child.dep == "acl" and child.tag == "VBG" and child.lemma in OCCASIONS  # 'an aide speaking to the paper'
        apart = child.dep == "relcl" or speaking or (child.dep == "acl" and tokens[child.left - 1].text in {",", "–", "—", "-"})
        if apart and child.left > head.i:
            last = min(last, child.left - 1)
    stop = next((t.i for t in tokens[head.i + 1 : last + 1] if t.text in STOPS), last + 1)
    last = stop - 1
    while last > head.i and (tokens[last].pos == "PUNCT" or tokens[last].lower in {",", "'s"}):
        if tokens[last].text == ")" and any(t.text == "(" for t in tokens[head.left : last]):
            break
        last -= 1
    first = next((t.i for t in tokens[head.left : head.i + 1] if t.text not in OPENING), head.i)  # '”' of the words before
    return first, max(last, head.i)
