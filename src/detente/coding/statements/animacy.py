"""Which nouns can say something: people and what people make up, and texts, which say what stands in them.

With a clause anything may 'say' or 'show'; with a mere object ('claimed three lives', 'commanded a
view') only a speaker makes the verb a verb of saying.
"""

from __future__ import annotations

from functools import lru_cache

from detente.language import Token
from detente.resolve.model import Cast
from detente.resources import Lexicon

CLASSES = "diplomat official person insurgent journalist party government police militia troops worker crowd".split()
NAMES = frozenset({"PERSON", "GPE", "ORG", "NORP"})
GROUPS = frozenset(
    """
    clan tribe union percent arm associate camp institution organization organisation follower fan administration adviser advisor agency alliance ally analyst assembly bank bishop bloc board bureau campaign clergy
    commission committee community company congress consulate court critic defender department embassy executive expert
    firm house jury kingdom majority manager ministry mission nation negotiator neighbor neighbour observer office
    local inhabitant relative survivor parent student monk priest farmer fisherman refugee
    owner palace panel parliament player pope publisher rival school senate side source spokesman spokesperson
    spokeswoman team victim voter witness world
    """.split()
)
TEXTS = frozenset(
    """
    filing release complaint indictment order bill broadcast account accord ad advertisement agreement analysis article banner bill charter column communique communiqué constitution declaration document
    draft editorial email file law lawsuit leaflet letter memo memorandum message motion note paper petition placard plan poll post proposal rally report
    resolution review rule ruling speech statement study survey text transcript treaty tweet verdict video
    """.split()
)
DOERS = ("er", "or", "ist", "ian", "ee", "eer", "ive", "man", "woman")  # 'economist', 'attendee', 'contender'
NOT_DOERS = frozenset("number matter paper power order river letter water weather winter summer war climate rate state date debate".split())
THINGS = frozenset({"this", "these", "those", "that", "something", "anything", "nothing", "everything", "what"})


BLOWS = frozenset({"attack", "pummel", "blast", "hit", "strike", "target", "assault", "bombard"})
WORDS = frozenset(
    """
    comment critic criticism deal decision idea media minister move opponent policy position president record rival
    law ruling plan proposal crackdown bill sanction arrest roundup verdict vote
    """.split()
)


TRAITS = frozenset("sign symptom mercy patience restraint courage vulnerability way face skill strength weakness interest improvement promise".split())
AUDIENCES = frozenset({"crowd", "rally", "meeting", "gathering", "audience", "troop", "reporter", "journalist", "deputy", "lawmaker", "people", "country", "conference", "council"})


def is_blow(cue: Token | None, target: Token | None, cast: Cast) -> bool:
    """'attacked the town': with words one attacks a person by name, a text, a policy or a rival."""
    if cue is not None and target is not None and cue.lemma == "show" and target.lemma in TRAITS:
        return True  # 'showed no sign of fever'
    if cue is None or target is None or cue.lemma not in BLOWS:
        return False
    actor = cast.actors.get(cast.at(target) or "")
    if actor is not None and actor.kind == "person":
        return False
    return target.ent != "PERSON" and target.lemma not in TEXTS and target.lemma not in WORDS


def is_hearer(cue: Token | None, target: Token | None, words: Lexicon) -> bool:
    """'recalled its ambassador', 'recalled the guard', 'addressed the crowd': people are called back and spoken to."""
    if cue is None or target is None or cue.lemma not in {"recall", "address"}:
        return False
    if cue.lemma == "address":
        return target.lemma in GROUPS | AUDIENCES
    return target.pos == "NOUN" and (target.lemma in _people(words) or target.lemma in {"ambassador", "envoy", "guard", "force", "fleet", "ship", "delegation"}) and target.ent != "PERSON"


def can_speak(source: Token, cast: Cast, words: Lexicon) -> bool:
    """Whether a noun phrase by its head can be a speaker, where only an object is said."""
    if source.pos == "PRON":
        return source.lower not in THINGS or source.tag in {"WDT", "WP"}
    if source.pos != "NOUN" or cast.at(source) is not None or source.ent in NAMES:
        return True
    if source.lemma in GROUPS or source.lemma in TEXTS or source.lemma in _people(words):
        return True
    if source.lemma.endswith(DOERS) and source.lemma not in NOT_DOERS:
        return True
    return any(c.dep == "appos" and (cast.at(c) is not None or c.ent in NAMES) for c in source.children)


@lru_cache(maxsize=4)
def _people(words: Lexicon) -> frozenset[str]:
    return frozenset().union(*(words.classes.get(name, frozenset()) for name in CLASSES))
