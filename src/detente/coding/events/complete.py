"""Actors that grammar gives beyond the frame's own slots.

Three cases: means that are moved act for their owner ('the Russian military would be stationed'); an
act named by a noun is its governor's own ('France is considering sanctions'); 'we', 'our forces' and
means without an owner in an official's mouth are the speaker's side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.coding.events.build import Scene
from detente.coding.events.model import Coded
from detente.coding.events.speaker import addressee_of, speaker_of
from detente.coding.factuality.embed import embedder_of
from detente.coding.factuality.grammar import (
    VERBAL,
    is_passive,
    logical_objects,
    logical_subjects,
    prepositional,
)
from detente.coding.factuality.tables import tables_of
from detente.language import Token
from detente.records import PlaceRef
from detente.resolve.actors import government_of
from detente.resolve.actors.registry import AUTHOR

MOVING = frozenset({"MOBILIZE", "RETREAT"})
DEED = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "RETREAT", "AID", "COOPERATE", "CONCEDE", "CONSULT"})
# Rows of embedders.csv whose subject is the one who does what the object names.
OWN_ACT = frozenset(
    {"plan", "prepare", "consider", "commit", "decide", "announce", "begin", "continue", "end", "carry", "complete",
     "cancel", "suspend", "renounce", "avoid", "refuse", "threaten", "toy", "think", "call/off", "put/off", "try",
     "plot", "simulate", "approve", "vote", "exclude", "rule"}
)  # fmt: skip
# Verbs that say how far one's own act has come; who speeds up a withdrawal withdraws.
PHASE = frozenset({"speed", "accelerate", "hasten", "expedite", "intensify", "resume", "restart", "extend", "prolong", "expand",
                   "delay", "halve", "finish", "finalise", "finalize", "unleash", "step"})  # fmt: skip
TIES = frozenset({"relation", "tie", "contact", "link"})
TRAVEL = frozenset({"visit", "trip", "tour"})
COMING = frozenset({"come", "emanate", "issue", "arrive", "follow", "sound", "go"})
SHARED = {"join": ("in",), "engage": ("in",), "participate": ("in",), "partake": ("in",), "assist": ("in", "with"), "take": ("in",),
          "agree": ("to",), "commit": ("to",), "embark": ("on", "upon"), "refrain": ("from",), "desist": ("from",),
          "abstain": ("from",), "persist": ("in", "with"), "insist": ("on",), "proceed": ("with", "to"), "begin": ("with",),
          "go": ("ahead", "to"), "respond": ("with",), "reply": ("with",), "retaliate": ("with",), "react": ("with",), "answer": ("with",),
          "opt": ("for",), "plan": ("for",), "prepare": ("for",), "consent": ("to",), "resort": ("to",)}  # fmt: skip
RESORTING = frozenset({"resort", "turn", "proceed"})
ANNOUNCING = frozenset({"announce", "declare", "decree", "proclaim"})
WANTING = frozenset({"want", "seek", "wish", "desire"})
VERBAL_ACTS = frozenset({"REJECT", "SUPPORT", "AGREE", "REQUEST", "THREATEN"})
SELF = (["it"], ["they"])  # 'Russia said it is against …'
LOCAL = frozenset({"PROTEST", "ASSAULT", "COERCE"})
FIRST_PERSON = frozenset({"we", "i", "our", "us", "my"})
THIRD_PERSON = frozenset({"he", "she", "his", "her", "it", "its", "they", "their"})


def complete(events: Sequence[Coded], scene: Scene) -> None:
    """Fills in actors that the frame's slots do not name, in place."""
    for event in events:
        event.actors += _joined(event, scene) if event.actors else ()
        if event.actors and not (_half(event) or event.actors == (AUTHOR,)):
            continue
        found = (
            _owner_of_means(event, scene) or _governor(event, scene) or _source(event, scene) or _announcer(event, scene)
            or _speaker(event, scene)
        )  # fmt: skip
        found = tuple(p for p in found if p not in event.recipients and p not in event.actors)
        if found and event.actors == (AUTHOR,):
            event.actors = found  # 'we', said by somebody whom the sentence names
        elif found:
            event.actors = tuple(dict.fromkeys(found + event.actors)) if event.frame.symmetric else found


def localise(events: Sequence[Coded], scene: Scene) -> None:
    """Gives crowds, gunmen and victims of no known state the state of the place where it happened, in place.

    'Gunmen kidnapped an engineer in Yemen': unless the text says otherwise they are of Yemen, as coders
    of PLOVER and ICEWS data assume.
    """
    for event in events:
        place = _scene_of(event, scene) if event.event in LOCAL else None
        if place is not None and place.country:
            event.actors = tuple(_local(a, place, scene) for a in event.actors)
            event.recipients = tuple(_local(r, place, scene) for r in event.recipients)


def _scene_of(event: Coded, scene: Scene) -> PlaceRef | None:
    """The place of an event; of a protest in 'the streets of Jakarta', the state that it names."""
    if event.place is not None or event.event != "PROTEST":
        return event.place
    rows = [scene.cast.actors.get(r) for r in event.recipients]
    state = next((r for r in rows if r is not None and r.kind == "state"), None)
    return PlaceRef(country=state.country, name=state.name) if state is not None else None


def _local(actor: str, place: PlaceRef, scene: Scene) -> str:
    row = scene.cast.actors.get(actor)
    if row is None or not row.id.startswith("---/") or row.kind == "person" or row.country:
        return actor
    key = f"{place.country}/{row.id.removeprefix('---/')}"
    because = f"{row.because}; in {place.name}"
    scene.cast.actors.setdefault(key, replace(row, id=key, country=place.country, because=because))
    return key


def _half(event: Coded) -> bool:
    """A symmetric event noun with one party known: 'considers talks with Cuba'."""
    return event.frame.symmetric and len(event.actors) == 1 and event.trigger.pos not in VERBAL


def _joined(event: Coded, scene: Scene) -> tuple[str, ...]:
    """'Australia joined New Zealand in imposing a ban': those who are joined do it too."""
    verb = event.trigger
    above = verb.head.head if verb.dep in {"pcomp", "pobj"} and verb.head.lower == "in" else verb
    if above is verb or above.lemma != "join":
        return ()
    return scene.parties.beside(scene.parties.of(above.all("dobj")), (*event.actors, *event.recipients))


def _owner_of_means(event: Coded, scene: Scene) -> tuple[str, ...]:
    verb = event.trigger
    if verb.pos not in VERBAL or not is_passive(verb) or logical_subjects(verb):
        return ()
    if event.event in MOVING:
        found = scene.parties.of(logical_objects(verb))
        event.recipients = tuple(r for r in event.recipients if r not in found)
        if any(mark.lower in {"unless", "until", "if"} for mark in verb.all("mark")):
            return found  # 'would fire unless the men were released': not by the one who sets the condition
        if not found or scene.parties.vague(found):  # 'any troops would be withdrawn, he added': his own
            sides = (government_of(s, scene.cast) or s for s in speaker_of(verb, scene))
            found = tuple(s for s in sides if scene.cast.country(s)) or found
        return found
    if event.event == "SANCTION" and any(t.lemma in TIES for t in logical_objects(verb)):
        return tuple(government_of(s, scene.cast) or s for s in speaker_of(verb, scene))
    if event.event == "ASSAULT":
        return scene.parties.affected(prepositional(verb, "from"))
    return ()


def _governor(event: Coded, scene: Scene) -> tuple[str, ...]:
    noun = event.trigger
    resorts = noun.dep == "pobj" and noun.head.lower == "to" and noun.head.head.lemma in RESORTING
    if noun.pos not in {"NOUN", "PROPN"} or event.event not in DEED or not (resorts or noun.dep in {"dobj", "nsubjpass"}):
        return ()
    if resorts:
        return scene.parties.acting(logical_subjects(noun.head.head))
    verb = noun.head
    row = embedder_of(verb, noun, "", tables_of(scene.lexicon))
    if row is not None and event.event == "ASSAULT" and verb.lemma in WANTING:
        return scene.parties.acting(logical_subjects(verb))
    if verb.lemma not in PHASE and (row is None or row.id not in OWN_ACT):
        return ()
    return scene.parties.acting(logical_subjects(verb))


def _source(event: Coded, scene: Scene) -> tuple[str, ...]:
    """'From Brasilia comes a call', 'will not join in a raid', 'talks with A, after which B spoke': who acts by the verb above."""
    noun = event.trigger
    if noun.pos not in {"NOUN", "PROPN"}:
        return ()
    if noun.dep in {"nsubj", "dobj"} and noun.head.lemma in COMING:
        return scene.parties.affected(prepositional(noun.head, "from") + prepositional(noun.head, "out"))
    prep = noun.head
    verb = prep.head
    if noun.lemma in TRAVEL and prep.lower in {"on", "during"}:  # 'Spain's minister, on a visit to Rabat, …'
        return scene.parties.of([verb]) if verb.pos in {"NOUN", "PROPN"} else scene.parties.acting(logical_subjects(verb))
    if noun.dep != "pobj" or prep.dep not in {"prep", "agent"} or verb.pos not in VERBAL or event.event not in DEED:
        return ()
    if prep.lower in SHARED.get(verb.lemma, ()):
        return scene.parties.acting(logical_subjects(verb))
    return ()


def _announcer(event: Coded, scene: Scene) -> tuple[str, ...]:
    """'Egypt announced that the gulf was closed': who announces what nobody is said to do, does it."""
    verb = event.trigger if event.trigger.pos in VERBAL else event.trigger.head
    if event.event not in DEED or not is_passive(verb) or logical_subjects(verb):
        return ()
    above = verb.head
    if verb.dep != "ccomp" or above.lemma not in ANNOUNCING or event.factuality == "negated":
        return ()
    found = scene.parties.acting(logical_subjects(above))
    return tuple(government_of(actor, scene.cast) or actor for actor in found)


def _speaker(event: Coded, scene: Scene) -> tuple[str, ...]:
    verb = event.trigger
    if verb.pos not in VERBAL:
        return _denied(event, scene)
    if event.event == "THREATEN" and not event.frame.actor:
        return tuple(s for s in speaker_of(verb, scene) if s not in event.recipients)
    if event.event in {"REJECT", "ACCUSE", "REQUEST", "THREATEN"} and is_passive(verb) and not logical_subjects(verb):
        return speaker_of(verb, scene)
    subjects = logical_subjects(verb)
    if any(t.dep == "expl" for t in verb.children) and event.event == "THREATEN":
        event.recipients = event.recipients or addressee_of(verb, scene)
        return speaker_of(verb, scene)
    if event.event in VERBAL_ACTS and verb.dep == "ccomp" and [t.lower for t in subjects] in SELF:
        return speaker_of(verb, scene)
    means = event.event == "MOBILIZE" and bool(subjects) and not any(t.pos in {"PRON", "PROPN"} for t in subjects)
    if not means and not any(_mentions(t) for t in subjects):
        return ()
    sides = [government_of(s, scene.cast) or s for s in speaker_of(verb, scene)]
    return tuple(s for s in sides if scene.cast.country(s) or not means)


def _denied(event: Coded, scene: Scene) -> tuple[str, ...]:
    """'There would be no concessions': none by the one who says so."""
    verb = event.trigger.head
    if event.factuality != "negated" or event.event not in DEED or verb.child("expl") is None:
        return ()
    return speaker_of(verb, scene)


def _mentions(noun: Token) -> bool:
    """Whether a phrase is 'we', 'her country': the speaker's side."""
    words = {noun.lower} | {c.lower for c in noun.children if c.dep == "poss"}
    own = words & FIRST_PERSON
    return bool(own) or bool(words & THIRD_PERSON and noun.lower in {"country", "government", "nation", "side"})

