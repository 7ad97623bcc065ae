"""The words that make commitments: those of ``cues.csv``, and what that table leaves to grammar.

Directives and commissives as in Searle (1976); the complements are those of Quirk and others (1985, ch. 16).
"""

from __future__ import annotations

from functools import lru_cache

from detente.coding.commitments.model import Predicate
from detente.language import Token
from detente.resources import Lexicon

# Senses of the cue table that state a plan, a feeling or a fact of the past rather than a commitment.
LEFT_OUT = frozenset(
    """
    plan/noun guidance/noun counsel/noun advice/noun resolve/noun determination/noun intention/noun guarantee/noun
    assurance/noun reassurance/noun pressure/noun push/noun resolution/noun condition/noun reluctance/noun
    precondition/noun oath/noun motion/noun order/noun instruction/noun objection/noun campaign/verb lobby/verb
    alert/verb flag/verb renounce/verb abjure/verb forswear/verb loath/adjective reluctant/adjective summon/verb
    dictate/verb coerce/verb press/verb table/verb counsel/verb solicit/verb hold/verb require/verb seek/verb want/verb
    suggest/verb insist/verb tell/verb ask/verb order/verb draw/phrase set/phrase call/phrase exclude/verb
    caution/noun reserve/phrase commit/verb offer/noun demand/noun readiness/noun willingness/noun swear/verb guarantee/verb
    assure/verb prohibit/verb forbid/verb push/verb plan/verb intend/verb resist/verb withdraw/phrase petition/noun edict/noun
    directive/noun admonition/noun stipulation/noun propose/verb appeal/verb pressure/verb agree/verb threaten/verb call/noun
    stipulate/verb lay/verb recommend/verb unwillingness/noun renunciation/noun promise/phrase warn/phrase decree/verb stand/phrase committed/adjective commitment/noun advise/verb opposed/adjective invitation/noun
    """.split()
)
# lemma, part of speech, particle, complements, kind; '!' marks an object that must be something one can ask for.
OWN = """
want verb - objinf|part|obj! demand
expect verb - objinf|obj! demand
wish verb - objinf demand
seek verb - obj! demand
need verb - obj! demand
ask verb - objinf|inf demand
ask verb for pp:for demand
ask verb - should demand
want verb - should demand
need verb - part demand
instruct verb - objinf|should demand
prefer verb - should demand
desire verb - objinf|should|obj! demand
request verb - objinf|should|obj|clause|quote demand
beg verb - objinf|should|pp:for demand
plead verb with objinf|pp:for demand
implore verb - objinf|should|quote demand
press verb - should demand
count verb on objinf demand
look verb to objinf demand
appeal verb - should demand
move verb - should proposal
wish verb - should demand
expect verb of obj! demand
keen adjective on pp:on|gerund:on offer
eager adjective - inf offer
inclined adjective - inf offer
minded adjective - inf offer
examine verb - obj?|pp:of? threat
study verb - obj? threat
require verb - objinf|clause|obj! demand
press verb - objinf|pp:for demand
push verb for pp:for demand
push verb - objinf demand
pressure verb - objinf demand
urge verb - objinf|obj|clause|quote demand
insist verb on pp:on demand
insist verb upon pp:upon demand
insist verb - should demand
suggest verb - gerund|should|obj proposal
propose verb - obj|gerund|inf|should|clause|quote proposal
advocate verb - gerund|should|obj|pp:for proposal
tell verb - objinf demand
advise verb - objinf|gerund proposal
opposed adjective to pp:to refusal
invitation noun - inf proposal
order verb - objinf|obj|should demand
give verb obj:ultimatum objinf|inf|clause demand
give verb until objinf|until demand
give verb obj:hour objinf|inf demand
give verb obj:day objinf|inf demand
give verb obj:week objinf|inf demand
give verb obj:month objinf|inf demand
give verb obj:minute objinf|inf demand
give verb obj:deadline objinf|inf demand
appeal verb for pp:for|objinf demand
appeal verb to objinf|pp:for demand
call noun for pp:for demand
call noun on objinf demand
call noun - inf demand
call verb obj:halt pp:to demand
call verb obj:end pp:to demand
demand noun - should|clause|pp:for|inf demand
demand noun of pp:of demand
threaten verb - inf|pp:with|clause|quote|obj? threat
threat noun - inf|pp:of? threat
forbid verb - objinf|pp:from|obj demand
prohibit verb - objinf|pp:from|gerund demand
bar verb from pp:from refusal
appeal noun - pp:for|inf|should demand
order noun - clause demand
decree verb - clause demand
stipulate verb - clause demand
recommend verb - clause|gerund|obj proposal
press verb for pp:for demand
lobby verb for pp:for demand
lobby verb - objinf demand
warn verb off obj demand
guarantee verb - clause|inf|obj pledge
assure verb - clause pledge
commit verb to gerund:to|inf pledge
committed adjective to gerund:to|inf|pp:to pledge
commitment noun - inf|gerund:to pledge
pledge verb - inf|clause|obj|quote pledge
undertake verb - inf pledge
agree verb - inf|should pledge
agree verb to pp:to pledge
agree verb on pp:on pledge
consent verb to pp:to|inf pledge
plan verb - inf* pledge
intend verb - inf* pledge
decide verb - inf*|clause pledge
prepare verb - obj? threat
swear verb - inf|clause pledge
accept verb - obj~ pledge
hold verb out,obj:prospect pp:of offer
offer noun - inf|pp:of offer
offer noun for pp:for offer
readiness noun - inf|pp:for offer
willingness noun - inf offer
proposal noun - inf|should|pp:for|pp:of proposal
plan noun gov:put inf|pp:for proposal
unwillingness noun - inf refusal
stand verb acomp:ready inf offer
able adjective be inf? offer
happy adjective be inf offer
glad adjective be inf offer
resist verb - obj! refusal
dismiss verb - obj~ refusal
rebuff verb - obj~ refusal
block verb - obj~ refusal
exclude verb - gerund|clause|obj^ refusal
preclude verb - gerund|obj^ refusal
rule verb out gerund|clause|obj refusal
refuse verb - inf|obj~ refusal
decline verb - inf|obj~ refusal
reserve verb obj:right inf|pp:of threat
contemplate verb - obj?|gerund? threat
consider verb - obj?|gerund? threat
weigh verb - obj?|gerund? threat
mull verb - obj?|gerund? threat
caution verb against pp:against warning
warn verb against pp:against warning
advise verb against pp:against warning
""".strip().splitlines()


@lru_cache(maxsize=4)
def predicates(words: Lexicon) -> dict[str, tuple[Predicate, ...]]:
    """The predicates by lemma, those with more particles first."""
    found: dict[str, list[Predicate]] = {}
    for line in OWN:
        lemma, pos, particle, takes, kind = line.split()
        particles = () if particle == "-" else tuple(particle.split(","))
        row = Predicate(f"{pos[0]}.{lemma}" + (f".{particle}" if particles else ""), pos, lemma, particles, kind, tuple(takes.split("|")))
        found.setdefault(lemma, []).append(row)
    for cue in words.cues:
        for lemma in cue.lemma:
            if not cue.commitment or f"{lemma}/{cue.pos}" in LEFT_OUT or " " in lemma:
                continue
            pos = "verb" if cue.pos == "phrase" else cue.pos
            for particle in cue.particle or ("",):
                row = Predicate(cue.id, pos, lemma, tuple(_parts(particle)), cue.commitment, cue.takes)
                found.setdefault(lemma, []).append(row)
    return {lemma: tuple(sorted(rows, key=lambda r: -len(r.particles))) for lemma, rows in found.items()}


def _parts(particle: str) -> list[str]:
    """'out obj:red line' as 'out' and 'obj:red line'."""
    head, colon, rest = particle.partition(":")
    if not colon:
        return particle.split()
    *before, label = head.split() or [head]
    return [*before, f"{label}:{rest}"]


def is_verb(token: Token) -> bool:
    """Whether a word is a verb, if need be against its tag: a 'noun' with a subject and a clause is one."""
    if token.tag.startswith("VB"):
        return True
    return token.pos == "NOUN" and token.child("nsubj") is not None and token.child("ccomp", "dobj", "xcomp") is not None


def fits(token: Token, row: Predicate) -> bool:
    """Whether a word is this predicate here: its part of speech, and all that must stand with it."""
    if row.pos == "verb":
        right = is_verb(token) and token.dep not in {"aux", "auxpass", "amod", "compound"}
    elif row.pos == "noun":
        right = token.pos == "NOUN" and token.dep not in {"compound", "npadvmod"}
    else:
        right = token.pos == "ADJ" or token.tag in {"VBN", "JJ", "VBD"}
        right = right and token.dep not in {"amod", "aux"}
    return right and all(_has(token, part) for part in row.particles)


def _has(token: Token, part: str) -> bool:
    label, _, word = part.rpartition(":")
    if label == "obj":
        last, *before = reversed(word.split())
        target = next((c for c in token.all("dobj", "nsubjpass", "attr", "npadvmod") if c.lemma == last), None)
        if target is None:
            return False
        return not before or any(c.lower in before for c in target.children)
    if label == "acomp":
        return any(c.lemma == word and c.i > token.i for c in token.children)
    if label == "gov":
        return token.dep in {"dobj", "nsubjpass"} and token.head.lemma in {"put", "present", "submit", "float", "table", "unveil", "outline"}
    if label:
        return False
    if part == "be":
        return token.head.lemma in {"be", "stand", "remain", "seem", "become"}
    nearby = token.sent.tokens[token.i + 1 : token.i + 4]
    return any(c.lower == part and c.i > token.i for c in token.children) or any(
        t.lower == part and t.head.i >= token.i - 1 and t.dep != "aux" for t in nearby
    )
