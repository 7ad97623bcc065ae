"""Commitments that stand in what is said, where only a modal tells what the speaker wants or will do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.coding.commitments.authored import UNNAMED
from detente.coding.commitments.classes import FORCES, TOLD, WATCHING
from detente.coding.commitments.context import SPEECH, Reading
from detente.coding.commitments.force import Force, Subject
from detente.coding.commitments.modality import force_of, is_going, is_obliged, is_ought, is_to
from detente.coding.commitments.model import Act, Draft, Offsets
from detente.coding.commitments.parties import others, subject_of, targets
from detente.coding.commitments.polarity import is_negated
from detente.coding.commitments.slots import trimmed
from detente.coding.commitments.subjects import GROUPS, subject_for
from detente.coding.commitments.valence import is_harm, valence
from detente.coding.statements import Said
from detente.language import Sentence, Token
from detente.records import Actor

MODAL = frozenset("will would 'll wo shall 'd ’ll must should ought could might may can ca do does did".split())
OFFICIALS = frozenset({"official", "source", "diplomat", "aide", "adviser", "advisor"})
RANKS = frozenset({"senior", "top", "high", "unnamed", "other", "several", "two", "some"})
ANNOUNCING = frozenset({"announce", "say", "confirm", "disclose", "report", "add", "declare", "reveal"})
PLANS = frozenset({"will", "would", "wo", "'ll"})
MANY = 4  # states named together as a subject
SUBORDINATE = frozenset({"relcl", "acl", "advcl", "pcomp", "csubj", "amod", "aux", "auxpass"})
PLANNED = frozenset("meet host hold attend discuss visit begin start be continue return receive join talk open close play face become have like love prefer argue report vote decide travel arrive address speak chair brief".split())
WARNING = frozenset("warn tell inform notify promise assure threaten remind".split())
MOVING = frozenset("return move sail deploy station advance head cross enter approach remain patrol arrive fly march".split())


def by_modals(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """A draft for each modal clause of a sentence that somebody is cited for."""
    if sentence.tokens[-1].text == "?":
        return
    for verb in sentence.tokens:
        if not _heads_clause(verb) or (verb.dep in SUBORDINATE and not _is_main(verb, reading) and verb not in reading.said_heads and not _is_behind_colon(verb) and not _is_feared(verb, reading) and not _is_withheld(verb, reading)):
            continue
        if not (any((c.dep in {"aux", "auxpass"} and c.lower in MODAL) or (c.lower in {"neither", "never"} and c.i < verb.i) or c.dep == "expl" for c in verb.children) or verb.lemma in {"have", "need", "get"} or is_going(verb) or is_ought(verb) or reading.awaits(verb)):
            continue
        if not reading.in_condition(verb) and not _is_question(verb):
            yield from _voiced(verb, reading)


def _is_feared(verb: Token, reading: Reading) -> bool:
    """', which could have disastrous repercussions': harm foretold in a clause about what was said before."""
    return verb.dep == "relcl" and any(c.lower == "which" and c.dep == "nsubj" for c in verb.children) and is_harm(verb, reading.wording)


def _is_withheld(verb: Token, reading: Reading) -> bool:
    """', which Pakistan will not grant': a party's refusal in a clause of its own."""
    subject = verb.child("nsubj")
    aside = verb.dep == "relcl" and verb.left and verb.sent.tokens[verb.left - 1].text == ","
    return bool(aside and subject is not None and subject.lower not in {"which", "who", "that"} and is_negated(verb) and reading.parties(subject))


def _is_behind_colon(verb: Token) -> bool:
    """'Kremlin: Russia will respond': a clause that the parser hung on the name in front of a colon."""
    return verb.dep in {"acl", "relcl"} and verb.head.i < verb.left and any(t.text == ":" for t in verb.sent.tokens[verb.head.i : verb.left + 1])


def _is_question(verb: Token) -> bool:
    """'declined to say whether it would be sold', 'asked who would pay'."""
    first = verb.sent.tokens[verb.left]
    if verb.dep == "ccomp" and first.tag == "MD" and verb.head.lemma in {"ask", "wonder"}:
        return True  # 'Will Israel free them, asked the minister'
    return verb.dep in {"ccomp", "conj"} and verb.i > verb.head.i and (first.lower in {"whether", "who", "when", "where", "why", "how", "which"} or (first.lower == "if" and verb.head.lemma in {"ask", "wonder", "say", "know"}))


def _heads_clause(verb: Token) -> bool:
    """A verb, or a 'noun' that has a modal: 'Will the junta bargain …'."""
    return verb.pos in {"VERB", "AUX"} or is_ought(verb) or (verb.pos == "NOUN" and any(c.tag == "MD" and c.dep == "aux" for c in verb.children))


def _voiced(verb: Token, reading: Reading) -> Iterator[Draft]:
    """The commitments of a clause, by whose words it is: cited, running on, or the report's of a party."""
    if _is_withheld(verb, reading):
        yield from _clause(verb, reading.parties(subject_of(verb))[0], None, reading, free=False)
        return
    said = reading.said_at(verb)
    unnamed = reading.unnamed_at(verb) if said is None else None
    if unnamed is not None:
        if (party := _party_spoken_for(verb, reading)) is not None:
            yield from _clause(verb, party, unnamed, reading, free=False)
    elif said is not None:
        speaker = _spokesman_for(verb, said, reading)
        if not reading.is_silent(said) and not (said.cue is not None and said.cue.lemma == "hope"):
            told = (body := reading.body(speaker)) is not None and not reading.can_commit(body)  # by an agency, an analyst, a passer-by
            drafts = list(_reported(verb, reading) if told else _jointly(list(_clause(verb, speaker, said, reading, free=False)), said, reading))
            yield from drafts or _announced_for(verb, speaker, said, reading)
    elif (warned := _warned(verb, reading)) is not None:
        yield from _clause(verb, UNNAMED, warned, reading, free=False)
    elif (stranger := _stranger(verb, reading)) is not None:
        yield from (d for d in _clause(verb, UNNAMED, stranger, reading, free=False) if d.kind == "threat")
    elif (author := reading.authored(verb)) is not None:
        yield from list(_clause(verb, author, None, reading, free=False)) or _reported(verb, reading)
    else:
        found = None if reading.is_voiced(verb) else reading.carried(verb)
        other = found is not None and _is_of_another(verb, found[0], reading)
        first = list(_reported(verb, reading)) if other else []
        running = first or (list(_clause(verb, found[0], found[1], reading, free=found[1] is not None)) if found is not None else [])
        yield from running or _reported(verb, reading)


def _announced_for(verb: Token, speaker: str | None, said: Said, reading: Reading) -> Iterator[Draft]:
    """'Qatar announced that Hamas would free three hostages': a welcome act of another party, told by who need not fear it."""
    party = _party_spoken_for(verb, reading)
    plain = said.cue is not None and said.cue.lemma in ANNOUNCING and verb.head is said.cue and bool({c.lower for c in verb.children} & PLANS) and not is_negated(verb)
    if plain and party is not None and not reading.same_side(party, speaker) and valence(verb, reading) == "friendly":
        yield from (d for d in _clause(verb, party, None, reading, free=False) if d.kind in {"pledge", "offer"})


def _is_of_another(verb: Token, speaker: str, reading: Reading) -> bool:
    """'Cambodia wants observers. Thailand would have none of it': a clause about another state than the last one that spoke."""
    party = _party_spoken_for(verb, reading)
    return party is not None and reading.cast.actors[party].kind in {"state", "government"} and not reading.same_side(party, speaker) and not is_obliged(verb)


def _jointly(drafts: list[Draft], said: Said, reading: Reading) -> Iterator[Draft]:
    """'Senegal and Benin said they would take part': what is said together binds each."""
    yield from drafts
    subject = drafts[0].head.child("nsubj", "nsubjpass") if drafts else None
    if said.source is None or subject is None:
        return
    speakers = reading.parties(said.source)[:4]
    theirs = reading.parties(subject)
    ours = subject.lower in {"they", "we", "their", "both"}
    if len(speakers) < 2 or (ours and any(d.kind == "demand" for d in drafts)) or (not ours and theirs and len(set(theirs) & set(speakers)) == 1):
        return  # 'France and Mali said Mali would pay'
    for party in speakers:
        body = reading.body(party)
        if body is not None and reading.can_commit(body) and all(body != d.holder for d in drafts):
            yield from (replace(d, holder=body) for d in drafts)


def _reported(verb: Token, reading: Reading) -> Iterator[Draft]:
    """What the report itself tells that a party, or each of several, will do."""
    if verb.dep in {"ROOT", "conj"} or (verb.dep == "ccomp" and (verb.head.lemma in SPEECH or verb.head.i > verb.i)):
        first, *joined = _parties_spoken_for(verb, reading) or (None,)
        drafts = list(_announced(verb, first, reading)) if first is not None else []
        for draft in drafts:
            draft.addressees = tuple(p for p in draft.addressees if p not in joined)
        yield from drafts
        yield from (replace(d, holder=reading.body(party)) for d in drafts for party in joined)


def _warned(verb: Token, reading: Reading) -> Said | None:
    """'Libya has been warned that any attack will be met with force': by whom is left out."""
    for said in reading.spoken_in(verb.sent):
        cue = said.cue
        passive = cue is not None and cue.lemma in WARNING and cue.child("nsubjpass") is not None and cue.child("agent") is None
        if passive and said.speaker is None and any(a <= verb.start < b for a, b in said.spans):
            return said
    return None


def _stranger(verb: Token, reading: Reading) -> Said | None:
    """'A man in a turban said the hostages would be killed unless …': a threat by somebody without a name."""
    if _party_spoken_for(verb, reading) is not None:
        return None
    for said in reading.spoken_in(verb.sent):
        source = said.source
        if source is not None and source.pos == "NOUN" and not said.speaker and said.cue is not None and any(a <= verb.start < b for a, b in said.spans):
            return said if reading.hosts_condition(verb) and not reading.is_silent(said) else None
    return None


def _announced(verb: Token, party: str, reading: Reading) -> Iterator[Draft]:
    """'Greece will defend its rights', in the report's own voice: what a state will do, unless it is only on the calendar."""
    bounded = reading.hosts_condition(verb) or any(c.lower == "only" for c in verb.children)  # 'will only talk to rebels who lay down their arms'
    done = next((c for c in verb.all("xcomp") if is_to(c)), verb) if verb.lemma in {"begin", "start", "continue"} else verb
    refused = is_negated(verb) or any(t.lower in {"none", "nothing", "nobody"} for t in verb.all("dobj"))
    if bounded or refused or done.lemma not in PLANNED | TOLD:
        yield from _clause(verb, party, None, reading, free=False)


def _is_main(verb: Token, reading: Reading) -> bool:
    """Whether a verb that the parser took for a condition's is in truth that of the main clause behind it."""
    return verb.dep == "advcl" and any(c.host is verb and c.first <= 1 and c.last < verb.i for c in reading.conditions(verb.sent))


def _clause(verb: Token, speaker: str | None, said: Said | None, reading: Reading, *, free: bool) -> Iterator[Draft]:
    holder = reading.body(speaker)
    if holder is None or not reading.can_commit(holder) or (said is not None and said.cue is verb):
        return
    subject = replace(subject_for(verb, holder, reading), conditional=reading.is_conditional(verb), awaiting=reading.awaits(verb), author=said is None and reading.authored(verb) is not None)
    if subject.own and (token := subject_of(verb)) is not None and token.lemma in GROUPS and is_obliged(verb):
        subject = replace(subject, own=False, party=True)  # 'all parties should …', but 'both sides will …'
    shade = valence(verb, reading)
    if _is_force(subject_of(verb)) and subject.own and verb.lemma in MOVING and not _goes_home(verb) and not any(c.lower == "can" for c in verb.children):
        shade = "hostile"
    if verb.lemma == "be" and shade == "neutral" and (inner := _first_to(verb)) is not None:
        shade = valence(inner, reading)
    force = force_of(verb, subject, shade, reading.wording) or _kept_up(verb, reading)
    if force is None or (free and not _plain(verb, force, subject)):
        return
    if force.kind == "warning" and (verb.lemma in reading.wording.suffering | {"answer"} or _is_sorry(verb)) and not force.hedged and _is_whose(verb, subject):
        force = Force("threat", hedged=False, because=f"what a party is told it will '{verb.text}'")
    if force.kind == "warning" and not subject.own and not force.hedged and any(t.lower in {"our", "we"} for t in verb.subtree() if t.i > verb.i + 1):
        force = Force("threat", hedged=False, because="the harm is to be the speaker's own doing")
    if force.kind == "warning" and holder != UNNAMED and _is_war(verb) and reading.cast.actors[holder].kind in {"state", "government", "military", "armed_group"}:
        force = Force("threat", hedged=force.hedged, because="what a party calls war")
    if said is not None and _is_told(said):
        return
    if said is not None and said.negated and force.kind not in {"refusal", "demand"}:
        return
    whole = verb.head if is_going(verb) else verb
    act = Act(clause_span(whole, said if not free else None), verb, "clause", verb.child("nsubj", "nsubjpass"))
    yield Draft(
        kind=force.kind, act=act.span, head=verb, holder=holder, addressees=_addressees(force, act, said, holder, reading),
        rule=f"commitment/modal/{force.kind}", specific=1 if free else 2, trigger=verb, hedged=force.hedged or _is_hedged(verb), statement=said,
        because=[force.because, *(["the words of the source run on without a cue"] if free else [])],
    )  # fmt: skip


def _goes_home(verb: Token) -> bool:
    """'The troops would return to barracks'."""
    return any(t.lower in {"home", "barracks", "base", "bases", "camp", "camps", "port", "positions"} for t in verb.subtree() if t.i > verb.i)


def _is_war(verb: Token) -> bool:
    """'Would mean war', 'would be a war on us as well'."""
    return verb.lemma in {"be", "mean"} and any(t.lemma == "war" for t in verb.all("attr", "dobj"))


def _is_sorry(verb: Token) -> bool:
    """'You will be sorry'."""
    return verb.lemma == "be" and any(t.lower in {"sorry", "doomed", "finished"} for t in verb.all("acomp"))


def _first_to(verb: Token) -> Token | None:
    """'Will not be the first to use them': what the first would do."""
    state = verb.child("attr", "acomp")
    if state is None or state.lower not in {"first", "one", "last"}:
        return None
    return next((c for c in state.children if c.pos == "VERB" and any(g.lower == "to" for g in c.children)), None)


def _spokesman_for(verb: Token, said: Said, reading: Reading) -> str | None:
    """Who speaks; where the state of an official is not known, the one state whose future the official announces."""
    speaker = reading.speaker_of(said)
    unnamed = said.source is not None and said.source.lemma in OFFICIALS and all(c.dep in {"det", "punct"} or c.lemma in RANKS for c in said.source.children)
    if unnamed or (speaker is not None and speaker.startswith(("---/GOV", "---/MIL"))):
        return _party_spoken_for(verb, reading) or speaker
    return speaker


def _is_whose(verb: Token, subject: Subject) -> bool:
    """Whether those who will suffer are another party, or whoever does a thing."""
    token = subject_of(verb)
    return not subject.own and (subject.party or (token is not None and token.lower in {"those", "anyone", "anybody", "they", "he", "it", "you", "whoever", "enemy", "aggressor"}))


def _is_told(said: Said) -> bool:
    """'The envoy was summoned and told that …': the words of those who tell, not of who is told."""
    cue = said.cue
    return cue is not None and cue.tag in {"VBN", "VBD"} and cue.lemma in {"tell", "inform", "notify", "remind"} and cue.dep == "conj" and (
        cue.head.child("nsubjpass") is not None and cue.child("nsubj", "dobj") is None
    )


def _party_spoken_for(verb: Token, reading: Reading) -> str | None:
    """'An official said Turkey would close its airspace': who the unnamed official speaks for."""
    found = _parties_spoken_for(verb, reading)
    return found[0] if len(found) == 1 else None


def _parties_spoken_for(verb: Token, reading: Reading) -> tuple[str, ...]:
    """The parties whose future a clause tells; none where one of its subjects can't act for a state or a body."""
    subject = subject_of(verb)
    found = reading.parties(subject)
    helpers = {c.lower for c in verb.children}
    if subject is None or not helpers & (PLANS | {"might", "may", "could", "does", "do"}):
        return ()
    if subject.pos == "PRON" and (subject.lower not in {"he", "she", "it"} or not helpers & PLANS or verb.dep not in {"ROOT", "conj"}):
        return ()
    return found if len(found) <= MANY and all(_can_act(p, reading, agent=subject.dep == "pobj") for p in found) else ()


def _can_act(party: str, reading: Reading, *, agent: bool) -> bool:
    actor = reading.cast.actors[party]
    official = actor.kind == "person" and actor.country is not None and actor.sector in {"GOV", "MIL"}
    return actor.kind in {"state", "government", "military", "igo", "armed_group", "company", "party"} or official or (_is_a_people(actor) and not agent)


def _is_a_people(actor: Actor) -> bool:
    """'Bolivians will never give up their claim': a people that stands for its state."""
    return actor.kind == "group" and actor.country is not None and actor.sector == "CVL"


def _kept_up(verb: Token, reading: Reading) -> Force | None:
    """'Broadcasts would go on until the North apologised': what is kept up until another yields."""
    if verb.lemma in {"go", "continue", "remain", "stay", "last"} and any(c.host is verb and c.polarity in {"until", "unless"} for c in reading.conditions(verb.sent)):
        return Force("threat", hedged=False, because=f"'{verb.text}' until another yields")
    return None


def _is_force(subject: Token | None) -> bool:
    """Whether a clause is about forces that fight, which whoever speaks of them without an owner commands."""
    return subject is not None and subject.lemma in FORCES - WATCHING


def _plain(verb: Token, force: Force, subject: Subject) -> bool:
    """In speech that runs on without a cue, only what cannot well be the reporter's: 'must', 'should', 'will' of nobody named."""
    if verb.dep not in {"ROOT", "conj", "ccomp", "parataxis"}:
        return False
    if any(c.lower == "would" for c in verb.children) and (subject.own or subject.passive or force.kind in {"refusal", "threat"}):
        return True
    if force.kind in {"demand", "refusal"}:
        return force.kind == "refusal" or any(c.lower in {"must", "should"} for c in verb.children) or verb.lemma == "have"
    return force.kind in {"threat", "warning", "proposal"} and (subject.passive or subject.own or force.kind != "threat")


def _addressees(force: Force, act: Act, said: Said | None, holder: str, reading: Reading) -> tuple[str, ...]:
    told = others(said.addressees, holder, reading) if said is not None else ()
    if force.kind == "demand":
        return others(reading.parties(act.doer), holder, reading) or told or others(_owners(act.doer, reading), holder, reading)
    return told or others(targets(act, reading), holder, reading)


def _owners(noun: Token | None, reading: Reading) -> tuple[str, ...]:
    """'The American presence has to end': the owner of what must change."""
    if noun is None:
        return ()
    return tuple(p for c in noun.children if c.dep in {"poss", "amod", "nmod"} for p in reading.parties(c))


def _is_hedged(verb: Token) -> bool:
    near = {c.lower for c in verb.children if c.dep in {"aux", "advmod"}}
    return bool(near & {"could", "might", "may", "possibly", "perhaps", "maybe", "potentially", "probably", "likely"})


def clause_span(verb: Token, said: Said | None) -> Offsets:
    """The clause inside what is said, with later verbs of the same subject, without what stands in front or behind."""
    tokens = verb.sent.tokens
    start, end = verb.left, verb.right
    for child in verb.children:
        if child.dep in {"advcl", "mark", "prep"} and child.right < verb.i and (child.left == start or (child.left == start + 1 and tokens[start].dep == "cc")) and child.right + 1 < len(tokens):
            start = child.right + 1 if child.dep != "prep" or tokens[child.right + 1].text == "," else start
        elif child.dep == "advcl" and child.left > verb.i and child.right == end and tokens[child.left - 1].text == ",":
            end = child.left - 1
        elif child.dep == "conj" and child.left > verb.i and child.child("nsubj", "nsubjpass") is not None:
            end = min(end, child.left - 1)
        elif child.dep in {"ccomp", "parataxis"} and said is not None and said.cue is not None and said.cue.sent is verb.sent and child.left <= said.cue.i <= child.right:
            start, end = (max(start, child.right + 1), end) if child.i < verb.i else (start, min(end, child.left - 1))
        elif child.right < verb.i and (child.dep == "ccomp" or (child.dep in {"parataxis", "advcl"} and child.lemma in SPEECH)):
            start = max(start, child.right + 1)
    low, high = tokens[min(start, len(tokens) - 1)].start, tokens[end].end
    if said is not None:
        spans = [(max(a, low), min(b, high)) for a, b in said.spans]
        low, high = max(((a, b) for a, b in spans if a < b), key=lambda s: (s[0] <= verb.start < s[1], s[1] - s[0]), default=(low, high))
        high = _rest_of(verb, said, high)
    inside = [t for t in tokens if low <= t.start and t.end <= high]
    while inside and (inside[0].dep in {"mark", "cc"} or inside[0].lower in {"however", "but", "and", "that", "then"} or inside[0].pos == "PUNCT"):
        inside.pop(0)
    return trimmed(tokens, inside[0].i, inside[-1].i) if inside else (low, high)




def _rest_of(verb: Token, said: Said, end: int) -> int:
    """To the end of what is said, where nothing but pieces of this clause stand between ('shall refrain, by word or deed, from …')."""
    if said.head is not verb or len(said.spans) != 1 or said.spans[0][1] <= end:
        return end
    rest = [t for t in verb.sent.tokens if end <= t.start and t.end <= said.spans[0][1]]
    parted = any(t.tag in {"MD", "VBD", "VBZ", "VBP"} or t.text in {";", ":", "“", "”"} or t.dep == "mark" for t in rest)
    return end if parted or not rest else rest[-1].end
