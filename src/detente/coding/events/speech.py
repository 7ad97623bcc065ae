"""Speech acts that no verb names: 'Iran must stop, he said' is a demand.

PLOVER codes what a party says it wants or will do as an act of its own: an obligation laid on
another is a REQUEST, an announced cooperative act AGREE, an announced hostile one THREATEN, an
announced refusal REJECT (Open Event Data Alliance 2018, "PLOVER Codebook", on 'express intent' and
the verbal categories). The act that is announced stays an event beside it, future or hypothetical.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.events.build import Scene, clause_of
from detente.coding.events.inherit import others
from detente.coding.events.model import Coded
from detente.coding.events.refuse import refused
from detente.coding.events.speaker import speaker_of
from detente.coding.factuality.clause import modal, negator
from detente.coding.factuality.grammar import (
    SUBJECTS,
    VERBAL,
    infinitive,
    is_passive,
    logical_subjects,
    surface_subject,
)
from detente.coding.factuality.tables import tables_of
from detente.language import Sentence, Token
from detente.resources.rows import Frame

OBLIGATION = frozenset({"must", "should", "ought"})
HAVE_TO = frozenset({"have", "need"})
INTENT = frozenset({"will", "'ll", "’ll", "wo", "would", "'d", "’d", "shall"})
PLANNING = frozenset({"plan", "intend", "aim", "prepare", "swear", "vow", "decide", "resolve", "mean", "go"})
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT"})
FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
GRANTING = frozenset({"accept", "allow", "permit", "tolerate", "agree", "recognize", "recognise", "grant", "admit",
                      "let", "yield", "bow", "surrender", "negotiate", "join", "attend", "sign", "support"})  # fmt: skip
DISOWNING = frozenset({"accept", "recognize", "recognise", "approve", "acknowledge", "endorse", "consent", "tolerate", "condone",
                       "allow", "permit", "let", "support", "agree"})  # fmt: skip
PERMITTING = frozenset({"allow", "permit", "accept", "let", "admit", "grant"})


def speech_frame(name: str, event: str) -> Frame:
    """The frame of a speech act that no row of the table names."""
    return Frame(
        id=f"implied/{name}", pos="verb", lemma=(), particle=(), object=(), subject=(), event=event, mode="",
        contexts=("diplomatic",), actor=("subj",), recipient=(), symmetric=False, commitment="", act=(),
        addressee=(), example="",
    )  # fmt: skip


FRAMES = {
    "REQUEST": speech_frame("obligation", "REQUEST"),
    "AGREE": speech_frame("intent", "AGREE"),
    "THREATEN": speech_frame("hostile-intent", "THREATEN"),
    "REJECT": speech_frame("unwilling", "REJECT"),
}


def implied(sentence: Sentence, coded: Sequence[Coded], scene: Scene) -> list[Coded]:
    """Events that a sentence's modal verbs make of what is said."""
    by_trigger = {event.trigger: event for event in coded}
    found = []
    for verb in sentence.tokens:
        if verb.pos in VERBAL and verb.dep not in {"aux", "auxpass"}:
            event = (
                _obligation(verb, by_trigger, scene)
                or _intent(verb, by_trigger, scene)
                or refusal(verb, by_trigger, scene)
            )
            if event is not None:
                found.append(event)
    return found


def _obligation(verb: Token, by_trigger: dict[Token, Coded], scene: Scene) -> Coded | None:
    """'X said that Y must …': a demand on Y by X."""
    word = next((c for c in verb.children if c.dep == "aux" and c.lower in OBLIGATION), None)
    above = verb.head
    if word is None and above.lemma in HAVE_TO and verb.dep == "xcomp" and infinitive(verb):
        word = above
    if word is None or (verb.child("mark") is not None and verb.child("mark").lower in {"if", "unless"}):  # type: ignore[union-attr]
        return None
    if any(c.lemma == "have" and c.dep == "aux" for c in verb.children) or _inverted(word, verb):
        return None
    speakers = speaker_of(verb, scene)
    governor = _governor(verb)
    unsigned = not speakers and is_passive(verb) and verb in by_trigger and by_trigger[verb].event in FRIENDLY
    if not (speakers or unsigned) or (governor in by_trigger and by_trigger[governor].event in {"REQUEST", "AGREE"}):
        return None
    subjects = surface_subject(verb)
    bound = tuple(p for p in scene.parties.of(subjects) if not _same_side(p, speakers, scene))
    if is_passive(verb):
        bound = scene.parties.of(logical_subjects(verb)) or bound
    if any(t.lower in {"we", "i", "it", "there"} for t in subjects) or (not bound and scene.parties.of(subjects)):
        return None
    return _event("REQUEST", verb, (word, verb), speakers, bound)


def _inverted(word: Token, verb: Token) -> bool:
    subject = verb.child(*SUBJECTS)
    return subject is not None and word.i < subject.i


def _governor(verb: Token) -> Token | None:
    token = verb
    while token.dep in {"conj", "xcomp"} and token.head.pos in VERBAL:
        token = token.head
    return token.head if token.dep in {"ccomp", "parataxis"} else None


def _intent(verb: Token, by_trigger: dict[Token, Coded], scene: Scene) -> Coded | None:
    """'It will send aid', 'plans to impose sanctions', 'would not accept': what a party says it will do."""
    word = next((c for c in verb.children if c.dep == "aux" and c.lower in INTENT), None)
    if word is None and verb.dep == "xcomp" and infinitive(verb) and verb.head.lemma in PLANNING:
        word = verb.head if verb.head not in by_trigger else None
    if word is None and verb.dep == "conj" and verb.head.pos in VERBAL and verb.tag == "VB":
        word = next((c for c in verb.head.children if c.dep == "aux" and c.lower in INTENT), None)
    if word is None or is_passive(verb) or verb.dep in {"relcl", "advcl", "acl"}:
        return None
    subjects = surface_subject(verb)
    actors = scene.parties.of(subjects)
    speakers = speaker_of(verb, scene)
    inner = by_trigger.get(verb)
    kind = _kind(verb, word, inner, scene)
    if not actors or kind is None or (word.lower in {"would", "'d"} and not speakers):
        return None
    if kind in {"THREATEN", "REJECT"} and speakers and not any(_same_side(a, speakers, scene) for a in actors):
        return None
    own = inner is not None and inner.recipients and not scene.parties.beside(inner.recipients, actors)
    if own and kind == "AGREE":
        return None  # 'will defend ourselves'
    recipients = _recipients(verb, inner, actors, scene)
    return _event(kind, verb, (word, verb), actors, recipients)


def refusal(verb: Token, by_trigger: dict[Token, Coded], scene: Scene) -> Coded | None:
    """'There would be no talks', 'no soldier will be accepted': the speaker's refusal, without 'we'."""
    inside = by_trigger.get(verb)
    if inside is not None and inside.event == "REJECT":
        return None
    if _disowned(verb):
        actors = scene.parties.of(logical_subjects(verb))
        if actors:
            return _event("REJECT", verb, (verb,), actors, others(verb, actors, scene.parties))
    word = refused(verb, by_trigger)
    speakers = speaker_of(verb, scene) if word is not None else ()
    if word is None or not speakers:
        return None
    return _event("REJECT", verb, (word, verb), speakers, ())


def _disowned(verb: Token) -> bool:
    """'Does not recognise the award', 'did not approve of it', 'has not let in the inspectors': a refusal, no modal needed."""
    if verb.lemma not in DISOWNING or negator(verb) is None:
        return False
    if verb.dep in {"advcl", "acl", "xcomp"} or any(c.tag == "MD" or c.dep == "mark" for c in verb.children if c.i < verb.i):
        return False
    return not any(c.dep == "aux" and c.lemma == "to" for c in verb.children)


def _kind(verb: Token, word: Token, inner: Coded | None, scene: Scene) -> str | None:
    negative = negator(verb) is not None or (word is verb.head and word.lemma == "go" and negator(word) is not None)
    if negative:
        refused = verb.lemma in GRANTING or (inner is not None and inner.event in FRIENDLY)
        return "REJECT" if refused else None
    if inner is None and verb.lemma in PERMITTING:
        return "AGREE"
    if inner is None or inner.factuality not in {"future", "hypothetical"}:
        return None
    force = modal(verb, tables_of(scene.lexicon))
    if inner.factuality == "hypothetical" and force is not None:
        return None
    if inner.event in HOSTILE or (inner.event == "MOBILIZE" and inner.recipients):
        return "THREATEN"
    return "AGREE" if inner.event in FRIENDLY - {"AGREE"} else None


def _recipients(verb: Token, inner: Coded | None, actors: tuple[str, ...], scene: Scene) -> tuple[str, ...]:
    if inner is not None:
        found = inner.recipients or (inner.actors if inner.frame.symmetric else ())
        found = tuple(p for p in found if p not in actors)
        if found:
            return found
    return others(verb, actors, scene.parties)


def _same_side(actor: str, speakers: Sequence[str], scene: Scene) -> bool:
    """Whether an actor is one of the speakers or on a speaker's side."""
    return any(scene.parties.same_side(actor, speaker) for speaker in speakers)


def _event(
    kind: str, verb: Token, words: Sequence[Token], actors: tuple[str, ...], recipients: tuple[str, ...]
) -> Coded:
    frame = FRAMES[kind]
    subjects = surface_subject(verb)
    return Coded(
        trigger=verb,
        sentence=verb.sent,
        frame=frame,
        event=kind,
        mode="",
        arguments={"subj": tuple(subjects)} if subjects else {},
        actors=actors,
        recipients=recipients,
        factors=(words[0].text,),
        clause=clause_of(verb),
        confidence=0.6,
        words=tuple(sorted(words, key=lambda t: t.i)),
    )
