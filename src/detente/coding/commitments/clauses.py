"""Commitments that stand in what is said, where only a modal tells what the speaker wants or will do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.coding.commitments.authored import UNNAMED
from detente.coding.commitments.classes import FELT, TOLD
from detente.coding.commitments.context import SPEECH, Reading
from detente.coding.commitments.force import Force, Subject
from detente.coding.commitments.modality import force_of, is_going, is_obliged, is_ought, is_to
from detente.coding.commitments.model import Act, Draft, Offsets
from detente.coding.commitments.parties import others, subject_of, targets
from detente.coding.commitments.polarity import has_no, is_negated
from detente.coding.commitments.slots import trimmed
from detente.coding.commitments.valence import is_harm, valence
from detente.coding.commitments.wording import SELF
from detente.coding.statements import Said
from detente.language import Sentence, Token

MODAL = frozenset("will would 'll wo shall 'd ’ll must should ought could might may can ca do does did".split())
SUBORDINATE = frozenset({"relcl", "acl", "advcl", "pcomp", "csubj", "amod", "aux", "auxpass"})
PLANNED = frozenset("meet host hold attend discuss visit begin start be continue return receive join talk open close play face become have like love prefer argue report vote decide travel arrive address speak chair brief".split())
REALM = frozenset("coalition kingdom republic bloc alliance union federation emirate military country government nation people army navy party administration force delegation side cabinet state parliament".split())
LAND = frozenset({"country", "nation", "republic", "kingdom"})
GROUPS = frozenset({"side", "party", "both", "all"})
GOING = frozenset("keep resume end stop continue begin start remain follow return flow cease go stay expire".split())
RESUMING = frozenset("return resume proceed restart reopen continue go".split())
FORCES = frozenset("frigate destroyer gunboat cruiser garrison artillery gunner battery patrol battalion division regiment unit reinforcement peacekeeper carrier troop force fleet navy ship warship army jet missile bomber submarine battalion plane aircraft tank squadron military brigade soldier".split())
MEN = frozenset("man soldier fighter delegation team office ministry envoy negotiator commander people".split())
FOREIGN = frozenset("foreign enemy hostile alien invading occupying outside alien mercenary".split())
WARNING = frozenset("warn tell inform notify promise assure threaten remind".split())
MOVING = frozenset("return move sail deploy station advance head cross enter approach remain patrol arrive fly march".split())
EXISTENTIAL = frozenset({"there", "it", "that", "this", "which"})


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
            yield from _reported(verb, reading) if told else _jointly(list(_clause(verb, speaker, said, reading, free=False)), said, reading)
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


def _is_of_another(verb: Token, speaker: str, reading: Reading) -> bool:
    """'Cambodia wants observers. Thailand would have none of it': a clause about another state than the last one that spoke."""
    party = _party_spoken_for(verb, reading)
    return party is not None and reading.cast.actors[party].kind in {"state", "government"} and not reading.same_side(party, speaker) and not is_obliged(verb)


def _jointly(drafts: list[Draft], said: Said, reading: Reading) -> Iterator[Draft]:
    """'Senegal and Benin said they would take part': what is said together binds each."""
    yield from drafts
    subject = subject_of(drafts[0].head) if drafts else None
    if said.source is None or subject is None or subject.lower not in {"they", "we", "their", "both"} or any(d.kind == "demand" for d in drafts):
        return
    for party in reading.parties(said.source)[:4]:
        body = reading.body(party)
        if body is not None and reading.can_commit(body) and all(body != d.holder for d in drafts):
            yield from (replace(d, holder=body) for d in drafts)


def _reported(verb: Token, reading: Reading) -> Iterator[Draft]:
    """What the report itself tells that a party will do."""
    if (verb.dep in {"ROOT", "conj"} or (verb.dep == "ccomp" and (verb.head.lemma in SPEECH or verb.head.i > verb.i))) and (party := _party_spoken_for(verb, reading)) is not None:
        yield from _announced(verb, party, reading)


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
    subject = replace(_subject(verb, holder, reading), conditional=reading.is_conditional(verb), awaiting=reading.awaits(verb), author=said is None and reading.authored(verb) is not None)
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
    if speaker is not None and speaker.startswith(("---/GOV", "---/MIL")):
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
    subject = subject_of(verb)
    found = reading.parties(subject)
    if len(found) != 1 or subject is None or subject.pos == "PRON" or not any(c.lower in {"will", "would", "wo", "'ll", "might", "may", "could", "does", "do"} for c in verb.children):
        return None
    actor = reading.cast.actors[found[0]]
    official = actor.kind == "person" and actor.country is not None and actor.sector in {"GOV", "MIL"}
    return found[0] if actor.kind in {"state", "government", "military", "igo", "armed_group"} or official else None


def _kept_up(verb: Token, reading: Reading) -> Force | None:
    """'Broadcasts would go on until the North apologised': what is kept up until another yields."""
    if verb.lemma in {"go", "continue", "remain", "stay", "last"} and any(c.host is verb and c.polarity in {"until", "unless"} for c in reading.conditions(verb.sent)):
        return Force("threat", hedged=False, because=f"'{verb.text}' until another yields")
    return None


def _is_force(subject: Token | None) -> bool:
    """Whether a clause is about armed forces, which whoever speaks of them without an owner commands."""
    return subject is not None and subject.lemma in FORCES


def _plain(verb: Token, force: Force, subject: Subject) -> bool:
    """In speech that runs on without a cue, only what cannot well be the reporter's: 'must', 'should', 'will' of nobody named."""
    if verb.dep not in {"ROOT", "conj", "ccomp", "parataxis"}:
        return False
    if any(c.lower == "would" for c in verb.children) and (subject.own or subject.passive or force.kind in {"refusal", "threat"}):
        return True
    if force.kind in {"demand", "refusal"}:
        return force.kind == "refusal" or any(c.lower in {"must", "should"} for c in verb.children) or verb.lemma == "have"
    return force.kind in {"threat", "warning", "proposal"} and (subject.passive or subject.own or force.kind != "threat")


def _subject(verb: Token, holder: str, reading: Reading) -> Subject:
    token = subject_of(verb)
    passive = verb.child("nsubjpass") is not None or any(c.dep == "auxpass" for c in verb.children)
    if token is None and not passive and verb.is_root and verb.sent.tokens[verb.left].tag == "MD":
        return Subject(own=True, party=False, passive=False)  # '4. Shall meet again': the subject stands above
    if passive and verb.dep == "conj" and verb.child("nsubj", "nsubjpass", "agent") is None and verb.head.child("nsubjpass", "nsubj") is not None:
        return Subject(own=False, party=False, passive=True)  # the agent of the verb before is not this one's
    if passive and token is None:
        patient = verb.child("nsubjpass")
        mine = is_own(patient, holder, reading) and is_negated(verb)
        return Subject(own=mine, party=bool(reading.parties(patient)), passive=True)
    if passive and token is not None and not reading.parties(token) and is_own(patient := verb.child("nsubjpass"), holder, reading) and is_negated(verb):
        return Subject(own=True, party=bool(reading.parties(patient)), passive=True)  # 'we will not be bound by it'
    if token is not None and token.pos == "NOUN" and not reading.parties(token) and verb.lemma in GOING:
        return Subject(own=False, party=False, passive=True)
    if token is not None and token.pos == "PRON" and verb.lemma in RESUMING and _on_condition(verb, reading):
        return Subject(own=not reading.parties(token), party=False, passive=True)
    if token is None and verb.dep == "conj":
        return _subject(verb.head, holder, reading) if verb.head is not verb else Subject(own=False, party=False, passive=False)
    own = is_own(token, holder, reading)
    if token is not None and token.lower == "it" and not reading.parties(token):
        before = next((t for t in verb.sent.tokens[: token.i] if t.lemma in LAND and t.dep in {"nsubj", "nsubjpass"}), None)
        own = own or is_own(before, holder, reading) or _is_of_the_body(verb, holder, reading)  # 'were the country attacked, it would defend itself'
    if own and token is not None and token.lower in {"they", "he", "it", "you"} and any(t.lower in {"us", "me", "our"} for t in verb.subtree() if t.i > verb.i):
        own = False  # 'They may shoot at us if they like'
    return Subject(own=own, party=bool(reading.parties(token)), passive=False)


def _is_of_the_body(verb: Token, holder: str, reading: Reading) -> bool:
    """'Cheysson remarked that it would make no such distinction': an 'it' that acts, in words of somebody who speaks for a body."""
    body = reading.cast.actors[holder].kind in {"state", "government", "igo"} if holder in reading.cast.actors else False
    if not body or verb.child("acomp", "attr", "ccomp", "csubj") is not None or (target := verb.child("dobj", "xcomp")) is None:
        return False
    return verb.lemma not in FELT | {"take", "be", "seem", "become", "mean", "make"} or (verb.lemma in {"take", "make"} and has_no(target))


def _on_condition(verb: Token, reading: Reading) -> bool:
    """'They would return only if the Council decided': what is held back until a condition is met."""
    return any(c.host is verb for c in reading.conditions(verb.sent))


def is_own(subject: Token | None, holder: str, reading: Reading) -> bool:
    """Whether a subject is the speaker, or a state, body or force that the speaker speaks for."""
    if subject is None:
        return False
    if subject.lower in SELF or any(c.dep == "poss" and c.lower in {"our", "my"} for c in subject.children):
        return True
    if subject.lower in EXISTENTIAL - {"it"} or subject.lemma == "regime":
        return False  # nobody calls their own side a regime
    found = reading.parties(subject)
    if subject.lemma in REALM and any(c.dep == "poss" and c.lower in {"his", "her", "its", "their"} for c in subject.children):
        return not found or any(reading.same_side(p, holder) for p in found)
    if found and any(reading.same_side(p, holder) for p in found):
        return reading.same_side(found[0], holder) or reading.cast.actors[found[0]].country is None
    if subject.lemma in REALM and any(c.lower in {"the", "this"} for c in subject.children) and all(p.startswith("---/") for p in found):
        return True
    if subject.lemma in FORCES | MEN and any(c.dep == "poss" and c.lower in {"his", "her", "their", "its"} for c in subject.children):
        return True  # 'his men would pull back their guns'
    if subject.lemma in FORCES and all(p.startswith("---/") for p in found) and not any(c.lower in FOREIGN for c in subject.children):
        return True
    if any(c.lower in FOREIGN for c in subject.children):
        return False  # 'no foreign soldier'
    return (subject.lemma in GROUPS and (not found or len(found) > 1)) or (not found and subject.lemma in FORCES)


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
