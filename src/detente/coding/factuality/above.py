"""What stands above an event, question by question: an aim, a list that went astray, a word of courtesy."""

from __future__ import annotations

from detente.coding.factuality.clause import negator
from detente.coding.factuality.grammar import VERBAL
from detente.coding.factuality.nominal import is_definite
from detente.language import Token

POLITE = frozenset({"wish", "like", "want", "let", "allow", "permit", "opportunity", "occasion"})
PERFORMATIVES = frozenset(  # verbs by which an act of speech is done
    """
    condemn deplore denounce applaud commend praise congratulate thank salute welcome support urge call appeal reiterate
    reaffirm affirm confirm express convey stress emphasize emphasise underline underscore recall reject protest declare announce
    """.split()
)
AIMS = frozenset(
    """
    priority aim goal objective task purpose solution way answer challenge need duty responsibility intention idea hope wish dream choice step
    option alternative point condition imperative mission thing job key remedy all what
    """.split()
)
CAUSATIVES = frozenset({"make", "let", "help", "have", "see", "watch", "hear", "do"})
DOING = frozenset(
    """
    make launch carry conduct stage mount commit issue deliver impose perpetrate undertake wage lodge announce start begin voice send lay
    """.split()
)
JUDGING = frozenset(
    """
    accept recognise recognize tolerate forget forgive condone excuse justify legitimise legitimize reject oppose resist defy withstand ignore
    endorse suffer
    """.split()
)
SAYING = frozenset(
    """
    accuse say cite blame call warn threaten claim insist argue demand urge condemn denounce reject describe add note complain allege charge
    ask appeal express voice stress protest deny refuse vow promise pledge declare announce criticise criticize tell follow include
    """.split()
)
FORCE = frozenset(
    """
    occupation annexation seizure blockade siege aggression invasion attack embargo bombardment shelling massacre coup expulsion arrest
    """.split()
)
UNREAL = frozenset({"possible", "planned", "proposed", "future", "further", "threatened", "new", "potential"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def is_instead(prep: Token) -> bool:
    """'Instead of firing', 'in lieu of talks'."""
    return prep.lower == "of" and prep.i > 0 and prep.sent.tokens[prep.i - 1].lower in {"instead", "short", "lieu"}


def is_short_of(prep: Token) -> bool:
    """'Stopped short of imposing sanctions', 'fell short of a declaration of war'."""
    return prep.lower == "of" and prep.head.lower == "short" and prep.head.head.lemma in {"stop", "fall", "come", "pull"}


def is_aim(be: Token) -> bool:
    """'The priority is to restore the truce', 'all that has to happen is for X to leave': what is wanted, not what is arranged."""
    subject = be.child("nsubj", "csubj")
    return subject is not None and (subject.pos in VERBAL or subject.lemma in AIMS)


def is_bare(verb: Token) -> bool:
    """Whether a verb stands bare in a list or clause, with no 'did' and no causative that it completes: never a report."""
    if verb.tag != "VB" or verb.dep not in {"conj", "advcl", "dep", "parataxis"}:
        return False
    top = verb
    while top.dep == "conj" and top.head.pos in VERBAL:
        top = top.head
    chain = {verb, top}
    return not any(c.dep in {"aux", "auxpass"} for t in chain for c in t.children) and top.head.lemma not in CAUSATIVES


def is_present(verb: Token) -> bool:
    """Whether a verb tells of now, or of what began and goes on ('has supported us since 1991'): never of history."""
    finite = [verb, *(c for c in verb.children if c.dep in {"aux", "auxpass"})]
    return verb.pos in VERBAL and any(t.tag in {"VBZ", "VBP"} for t in finite)


def is_carried_out(noun: Token) -> bool:
    """'The blockade that they have imposed', 'the offer, made on Tuesday': done, whatever is said of it above."""
    for clause in noun.children:
        if clause.dep in {"relcl", "acl"} and clause.lemma in DOING:
            words = {c.lower for c in clause.children if c.dep in {"aux", "auxpass"}}
            if clause.tag == "VBD" or (clause.tag == "VBN" and (clause.dep == "acl" or words & {"has", "have", "had", "was", "were"})):
                return True
    return False


def is_given(noun: Token, governor: Token) -> bool:
    """'Has never accepted the occupation', 'resists the blockade': force that is faced or judged is there."""
    if governor.lemma in {"prevent", "keep", "stop"} and noun.dep == "dobj" and any(p.lower == "from" for p in governor.all("prep")):
        return is_definite(noun)  # 'to prevent the fighting from spilling over'
    judged = governor.lemma in JUDGING and noun.dep in {"dobj", "nsubjpass", "pobj"}
    return judged and noun.lemma in FORCE and is_definite(noun) and not any(c.dep == "amod" and c.lower in UNREAL for c in noun.children)


def is_required(prep: Token) -> bool:
    """'No peace without a withdrawal', 'cannot succeed without stopping the war': a condition, not a denial."""
    if prep.lower != "without":
        return False
    for above in prep.ancestors():
        if above.pos in VERBAL:
            open_ = any(c.lower in {"can", "could", "will", "would", "may"} for c in above.all("aux"))
            return negator(above) is not None and (open_ or above.tag in {"VBZ", "VBP"})
    return False


def is_long_since(verb: Token, governor: Token) -> bool:
    """'More than a decade has passed since they invaded', 'it is ten years since': years lie between."""
    if not any(m.lower == "since" for m in verb.all("mark")) or governor.lemma not in {"pass", "elapse", "be", "go"}:
        return False
    return any(t.lemma in {"year", "decade", "generation", "century"} for c in governor.all("nsubj", "attr", "npadvmod") for t in (c, *c.children))


def is_result(verb: Token) -> bool:
    """'Will strike at night, killing thousands': a participle behind its clause; words said along with an act are not of it."""
    own = {c.dep for c in verb.children}
    return verb.tag == "VBG" and verb.i > verb.head.i and verb.lemma not in SAYING and not own & {"mark", "nsubj", "aux"}


def is_told(verb: Token) -> bool:
    """'As we have done before', 'as it did in 1974': told as past, whatever the clause above leaves open."""
    return verb.tag == "VBD" or any(c.dep == "aux" and c.lower in {"has", "have", "did", "'ve", "’ve"} for c in verb.children)


def is_performed(token: Token, governor: Token) -> bool:
    """'I wish to condemn', 'we take this opportunity to thank', 'allow me to reject': said by saying so."""
    if token.lemma not in PERFORMATIVES or token.tag != "VB" or governor.lemma not in POLITE:
        return False
    if governor.lemma in {"let", "allow", "permit"}:
        return any(t.lower in {"me", "us"} for t in governor.sent.tokens[governor.i : token.i])
    verb = governor if governor.pos in VERBAL else governor.head
    subject = verb.child("nsubj")
    return subject is not None and subject.lower in {"i", "we"} and negator(verb) is None


def is_participle(verb: Token) -> bool:
    """Whether a verb is a participle behind its noun ('described as an attack')."""
    return verb.dep == "acl" and verb.tag in {"VBN", "VBG"}


def words_of(governor: Token, particles: tuple[str, ...]) -> str:
    """A governor with the particle of its row, for the reason of a verdict."""
    extra = [c.text for c in governor.children if c.lower in particles and c.dep in {"prt", "prep"}]
    return " ".join([governor.text, *extra[:1]])


def is_unsigned(governor: Token) -> bool:
    """'No sign had been given that …', 'no evidence that …'."""
    subject = governor if governor.pos == "NOUN" else governor.child("nsubj", "nsubjpass")
    if subject is None or subject.lemma not in {"sign", "indication", "evidence", "proof", "hint"}:
        return False
    return any(c.lower == "no" for c in subject.children)


def is_past(token: Token) -> bool:
    """Whether a verb is told in the past, also as a participle."""
    return token.tag in {"VBD", "VBN"} and not any(c.lower in {"be", "is", "are"} for c in token.children)


def true_conjunct(token: Token, governor: Token) -> Token:
    """What a coordinated token stands beside: a finite verb is no partner of an infinitive above it.

    'He offered to send an envoy and invited the minister': 'invited' goes with 'offered'.
    """
    if token.tag in FINITE:
        while governor.tag not in FINITE and governor.pos in VERBAL and governor.head.pos in VERBAL:
            if any(c.tag == "MD" for c in governor.children) or governor.is_root:
                break
            governor = governor.head
    return governor


def strayed(token: Token, governor: Token) -> Token | None:
    """The complement that a bare verb goes on with, where the parser hung it higher ('urged both to stop, leave and talk')."""
    if token.tag != "VB" or token.dep not in {"conj", "dep"} or governor.tag not in FINITE:
        return None
    if token.child("nsubj", "nsubjpass", "aux") is not None:
        return None
    before = [c for c in governor.all("xcomp", "ccomp") if governor.i < c.i < token.i]
    return before[-1] if before else None
